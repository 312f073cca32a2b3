"""An administrator's telephone: the second factor as it is set up, and the code that is shown at a moment."""

from dataclasses import replace
from datetime import datetime, timedelta

from counter_app.domain.totp import STEP_S, code_at, step_of
from counter_app.services.bundle import Services
from counter_app.services.second_factor import NewSecondFactor
from tests.support.office import OpenOffice

STEP = timedelta(seconds=STEP_S)
"""So long a code is shown."""
_FEW = 2
"""Each costs as much as a try."""


def shown(office: OpenOffice, key: bytes) -> str:
    """What the telephone shows now."""
    return code_at(key, step_of(office.clock.now()))


def set_up(services: Services, now: datetime, codes: int = _FEW) -> NewSecondFactor:
    """Set up the second factor of the leader, with so many codes on paper; the telephone's code that did it is used."""
    leader = next(one for one in services.officers.all() if one.id == "son")
    whole = services.second_factors.propose(leader)
    new = replace(whole, codes=whole.codes[:codes])
    services.second_factors.confirm("son", "1234", new, code_at(new.key, step_of(now)))
    return new


def with_telephone(office: OpenOffice, codes: int = _FEW) -> NewSecondFactor:
    """Set it up, and let a step go by, so that another code is shown."""
    new = set_up(office.services, office.clock.now(), codes)
    office.clock.move(STEP)
    return new
