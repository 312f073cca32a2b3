"""What the screens show of the office: who keeps the queue, since when, and whether it answers."""

from dataclasses import dataclass
from datetime import datetime

from counter_app.errors import Code
from sync.office.charge import Charge, Standing


@dataclass(frozen=True, slots=True)
class OfficeStatus:
    """The office as this station sees it now.

    ``station`` and ``name`` are of the one in charge, empty while nobody is; ``reachable`` is True while that one
    answers (or is this one); ``calls``: numbers may be called, not only given out. ``members`` are the ids of the
    stations heard lately; ``serves``: this station could take over; ``term`` grows with each change of hands.
    ``relays``: the one in charge passes on to the province what the office writes. ``fault``: who answers at
    ``fault_host`` is not believed, or of an older version.
    """

    in_charge: bool
    station: str
    name: str
    since: datetime
    reachable: bool
    calls: bool
    serves: bool
    term: int
    members: tuple[str, ...] = ()
    relays: bool = False
    fault: Code | None = None
    fault_host: str = ""


def status_of(  # noqa: PLR0913 - what is known, and from whom
    charge: Charge, before: OfficeStatus, name: str, serves: bool, at: datetime, now: float, *, relays: bool
) -> OfficeStatus:
    """Return the status at the steady time ``now``, which is ``at`` by the clock; ``name`` is this station's."""
    in_charge = charge.standing is Standing.IN_CHARGE
    leader = None if in_charge else charge.following(now)
    station = charge.me if in_charge else leader.station if leader else ""
    return OfficeStatus(
        in_charge=in_charge,
        station=station,
        name=name if in_charge else leader.name if leader else "",
        since=before.since if station == before.station else at,
        reachable=bool(station),
        calls=charge.may_call(now) if in_charge else bool(station),
        serves=serves,
        term=charge.term if in_charge else leader.term if leader else charge.top_term,
        members=charge.members(),
        relays=relays and bool(station),
    )


def alone(station: str, at: datetime) -> OfficeStatus:
    """Return the status of an office of one machine, which speaks for another that is gone."""
    return OfficeStatus(True, station, "", at, reachable=True, calls=True, serves=False, term=0, relays=True)
