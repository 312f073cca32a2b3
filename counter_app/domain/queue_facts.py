"""What an entry of the queue says beyond a ticket's life: the day, desks, the kiosk, the office's choices."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from counter_app.domain.queue_policy import BoardChoices, QueuePolicy, RatingChoices, TicketTemplate


class IssueSource(StrEnum):
    """How a number was taken."""

    KIOSK = "kiosk"
    DESK = "desk"  # given out by an officer
    RECEIPT = "receipt"  # the receipt's QR code at the kiosk: to collect a result
    CARD = "card"  # with an identity card
    ROLL = "roll"  # torn from a paper roll, typed in by an officer


class DeskState(StrEnum):
    """What a desk is doing today."""

    OPEN = "open"
    BREAK = "break"
    CLOSED = "closed"
    BACK_OFFICE = "back-office"  # the officer works, but calls nobody


class KioskMode(StrEnum):
    """Whether numbers are given out: by the hours of the office, or by an officer's word."""

    HOURS = "hours"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class WaitEstimate:
    """What a citizen is told to wait, in seconds: most likely, and the range of eight in ten."""

    low_s: int
    likely_s: int
    high_s: int


@dataclass(frozen=True, slots=True)
class TicketParked:
    """Put aside: until a time, after which it waits again; without one it is held for the desk that put it aside."""

    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class ServiceSwitched:
    """The same citizen, the same desk, another matter of ``group``."""

    group: str


@dataclass(frozen=True, slots=True)
class BusinessDayOpened:
    """The first number or act of a business day."""

    office: str
    day: date


@dataclass(frozen=True, slots=True)
class BusinessDayClosed:
    """The day was ended; what was still open got its own entries before."""

    office: str
    day: date
    officer: str = ""


@dataclass(frozen=True, slots=True)
class KioskSwitched:
    """An officer opened or closed the giving out of numbers, or left it to the hours again."""

    office: str
    day: date
    mode: KioskMode
    note: str = ""
    officer: str = ""


@dataclass(frozen=True, slots=True)
class DeskStateSet:
    """A desk opened, paused, closed."""

    office: str
    desk: int
    day: date
    state: DeskState
    officer: str


@dataclass(frozen=True, slots=True)
class EmergencyRaised:
    """An officer asks for help at a desk, now."""

    office: str
    desk: int
    day: date
    officer: str


@dataclass(frozen=True, slots=True)
class EmergencyAccepted:
    """Another desk comes to help."""

    by_desk: int
    officer: str


@dataclass(frozen=True, slots=True)
class EmergencyEnded:
    """Over."""

    officer: str


@dataclass(frozen=True, slots=True)
class QueuePolicySet:
    """How the office calls, from now on."""

    office: str
    policy: QueuePolicy


@dataclass(frozen=True, slots=True)
class TicketTemplateSet:
    """What the office prints on its tickets, from now on."""

    office: str
    template: TicketTemplate


@dataclass(frozen=True, slots=True)
class BoardSet:
    """What one board of the office shows and says, from now on."""

    office: str
    number: int
    choices: BoardChoices


@dataclass(frozen=True, slots=True)
class RatingChoicesSet:
    """How the office asks its citizens, from now on."""

    office: str
    choices: RatingChoices


@dataclass(frozen=True, slots=True)
class VoiceClipSet:
    """The office's own recording of one clip, named by the SHA-256 of its WAV file; empty: the program's own again."""

    office: str
    clip: str
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class QueueTaken:
    """This station gives out and calls the numbers from now on; ``term`` grows with each change of hands."""

    office: str
    term: int
    rank: int
    officer: str = ""  # who pressed the button; empty when nobody had to


QueueFact = (
    TicketParked
    | ServiceSwitched
    | BusinessDayOpened
    | BusinessDayClosed
    | KioskSwitched
    | DeskStateSet
    | EmergencyRaised
    | EmergencyAccepted
    | EmergencyEnded
    | QueuePolicySet
    | TicketTemplateSet
    | BoardSet
    | RatingChoicesSet
    | VoiceClipSet
    | QueueTaken
)

QUEUE_KINDS: dict[str, type] = {
    "ticket.parked": TicketParked,
    "ticket.switched": ServiceSwitched,
    "queueday.opened": BusinessDayOpened,
    "queueday.closed": BusinessDayClosed,
    "queueday.kiosk": KioskSwitched,
    "seat.state": DeskStateSet,
    "seat.emergency": EmergencyRaised,
    "seat.emergency_accepted": EmergencyAccepted,
    "seat.emergency_ended": EmergencyEnded,
    "queuepolicy.set": QueuePolicySet,
    "tickettemplate.set": TicketTemplateSet,
    "board.set": BoardSet,
    "ratingchoices.set": RatingChoicesSet,
    "voice.clip": VoiceClipSet,
    "queuehead.taken": QueueTaken,
}
