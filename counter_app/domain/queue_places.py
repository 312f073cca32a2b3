"""The queue's own records: the business day, each desk's seat that day, and what the office chose."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from counter_app.domain import queue_facts as queue
from counter_app.domain.facts import Recorded
from counter_app.domain.queue_facts import DeskState, KioskMode
from counter_app.domain.queue_policy import BoardChoices, QueuePolicy, RatingChoices, TicketTemplate


@dataclass(frozen=True, slots=True)
class QueueDay:
    """A business day of an office: from its first act until it is ended.

    ``turn`` is the hybrid time of its (last) opening: the day opened last is the one in force.
    """

    office: str
    day: date
    opened_at: datetime
    closed_at: datetime | None = None
    kiosk: KioskMode = KioskMode.HOURS
    kiosk_note: str = ""
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Seat:
    """One desk on one day: who sits there, since when it is in its state, and whether help is asked for."""

    office: str
    desk: int
    day: date
    state: DeskState
    officer: str
    since: datetime
    emergency_at: datetime | None = None
    helper: int | None = None  # the desk that accepted


@dataclass(frozen=True, slots=True)
class OfficePolicy:
    """The policy in force."""

    office: str
    policy: QueuePolicy


@dataclass(frozen=True, slots=True)
class OfficeTemplate:
    """The ticket in force."""

    office: str
    template: TicketTemplate


@dataclass(frozen=True, slots=True)
class BoardRecord:
    """One board as it was last set."""

    office: str
    number: int
    choices: BoardChoices


@dataclass(frozen=True, slots=True)
class OfficeRating:
    """How citizens are asked, as it was last set."""

    office: str
    choices: RatingChoices


@dataclass(frozen=True, slots=True)
class VoiceClip:
    """One clip of the voice as the office wants it: its own recording, or (``sha256`` empty) the program's."""

    office: str
    clip: str
    sha256: str


@dataclass(frozen=True, slots=True)
class QueueHead:
    """Which station gives out and calls the numbers."""

    office: str
    station: str
    term: int
    rank: int
    since: datetime
    officer: str = ""


QueuePlace = QueueDay | Seat | OfficePolicy | OfficeTemplate | BoardRecord | OfficeRating | VoiceClip | QueueHead


def step(place: QueuePlace | None, entry: Recorded) -> QueuePlace | str:  # noqa: C901 - one flat table of cases
    """Take a record of the queue one entry further."""
    fact = entry.fact
    match fact:
        case queue.BusinessDayOpened():
            day = place if isinstance(place, QueueDay) else QueueDay(fact.office, fact.day, entry.at)
            return replace(day, closed_at=None, turn=entry.time)
        case queue.BusinessDayClosed():
            return replace(place, closed_at=entry.at) if isinstance(place, QueueDay) else "closed before it was opened"
        case queue.KioskSwitched():
            day = place if isinstance(place, QueueDay) else QueueDay(fact.office, fact.day, entry.at, turn=entry.time)
            return replace(day, kiosk=fact.mode, kiosk_note=fact.note)
        case queue.DeskStateSet() | queue.EmergencyRaised() | queue.EmergencyAccepted() | queue.EmergencyEnded():
            return _sit(place if isinstance(place, Seat) else None, entry)
        case queue.QueuePolicySet():
            return OfficePolicy(fact.office, fact.policy)
        case queue.TicketTemplateSet():
            return OfficeTemplate(fact.office, fact.template)
        case queue.BoardSet():
            return BoardRecord(fact.office, fact.number, fact.choices)
        case queue.RatingChoicesSet():
            return OfficeRating(fact.office, fact.choices)
        case queue.VoiceClipSet():
            return VoiceClip(fact.office, fact.clip, fact.sha256)
        case queue.QueueTaken():
            if isinstance(place, QueueHead) and place.term >= fact.term:
                return "an older term"
            return QueueHead(fact.office, entry.station, fact.term, fact.rank, entry.at, fact.officer)
        case _:
            return "not an entry of the queue"


def _sit(seat: Seat | None, entry: Recorded) -> Seat | str:
    fact = entry.fact
    match fact:
        case queue.DeskStateSet():
            if seat is None:
                return Seat(fact.office, fact.desk, fact.day, fact.state, fact.officer, entry.at)
            return replace(seat, state=fact.state, officer=fact.officer, since=entry.at)
        case queue.EmergencyRaised():
            if seat is None:
                seat = Seat(fact.office, fact.desk, fact.day, DeskState.OPEN, fact.officer, entry.at)
            return replace(seat, emergency_at=seat.emergency_at or entry.at, helper=None)
        case queue.EmergencyAccepted():
            if seat is None or seat.emergency_at is None:
                return "no emergency to accept"
            return "accepted by another desk" if seat.helper else replace(seat, helper=fact.by_desk)
        case _:
            return "no emergency to end" if seat is None else replace(seat, emergency_at=None, helper=None)
