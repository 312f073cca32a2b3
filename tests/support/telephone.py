"""An administrator's telephone: the second factor as it is set up, and the code that is shown at a moment."""

from datetime import datetime, timedelta

from counter_app.domain.totp import STEP_S, code_at, step_of
from counter_app.services.bundle import Services
from counter_app.services.second_factor import NewSecondFactor
from tests.support.office import OpenOffice

STEP = timedelta(seconds=STEP_S)
"""So long a code is shown."""


def shown(office: OpenOffice, key: bytes) -> str:
    """What the telephone shows now."""
    return code_at(key, step_of(office.clock.now()))


def set_up(services: Services, now: datetime, officer: str = "son", secret: str = "1234") -> NewSecondFactor:
    """Set the second factor up; the code that did it is used."""
    known = next(one for one in services.officers.all() if one.id == officer)
    new = services.second_factors.propose(known)
    services.second_factors.confirm(officer, secret, new, code_at(new.key, step_of(now)))
    return new


def with_telephone(office: OpenOffice) -> NewSecondFactor:
    """Set up that of the leader, and let a step go by, so that another code is shown."""
    new = set_up(office.services, office.clock.now())
    office.clock.move(STEP)
    return new
