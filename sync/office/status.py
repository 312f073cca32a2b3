"""What the screens show of the office: who keeps the queue, since when, and whether it answers."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class OfficeStatus:
    """The office as this station sees it now.

    ``station`` and ``name`` are of the one in charge, empty while nobody is; ``reachable`` is True while that one
    answers (or is this one); ``calls``: numbers may be called, not only given out. ``members`` are the ids of the
    stations heard lately; ``serves``: this station could take over; ``term`` grows with each change of hands.
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
