"""What an entry says: one frozen record a kind. Fields are only added, with a default: old entries stay readable."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from counter_app.domain.procedures import PaperForm, Procedure, ServiceGroup


class Priority(StrEnum):
    """Who is served first (Decree 63/2010/NĐ-CP art. 18.8); the office's rule decides the order."""

    ELDERLY = "elderly"
    DISABLED = "disabled"
    PREGNANT = "pregnant"
    SMALL_CHILD = "small-child"
    MERIT = "merit"


class PrintOutcome(StrEnum):
    """What is known of a ticket's paper."""

    CONFIRMED = "confirmed"
    SENT = "sent"
    FAILED = "failed"
    DOUBTFUL = "doubtful"


class RatingSource(StrEnum):
    """Where a rating was given."""

    KEYPAD = "keypad"
    SCREEN = "screen"


class PaymentMethod(StrEnum):
    """How a fee was paid."""

    CASH = "cash"
    TRANSFER = "transfer"


@dataclass(frozen=True, slots=True)
class OfficeRegistered:
    """An office of the tree; ``code`` is its identifier in dossier codes (Decision 20/2020/QĐ-TTg)."""

    code: str
    name: str
    superior: str
    place: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class StationEnrolled:
    """A station and its public key (Ed25519, hex)."""

    name: str
    office: str
    public_key: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeskDefined:
    """A numbered counter; no groups means it serves all."""

    number: int
    office: str
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficerRegistered:
    """An officer; ``pin`` is an Argon2id verifier, never the PIN."""

    name: str
    title: str
    pin: str
    office: str = ""


@dataclass(frozen=True, slots=True)
class GroupDefined:
    """A service group of the kiosk, at its place."""

    group: ServiceGroup
    place: int


@dataclass(frozen=True, slots=True)
class ProcedurePublished:
    """A procedure of the catalogue, as it stands from now on."""

    procedure: Procedure


@dataclass(frozen=True, slots=True)
class TicketIssued:
    """A number was given out."""

    office: str
    day: date
    group: str
    prefix: str
    number: int
    priority: Priority | None = None


@dataclass(frozen=True, slots=True)
class TicketPrinted:
    """What became of the paper; ``fault`` is an error code."""

    outcome: PrintOutcome
    bytes_sent: int
    fault: str = ""


@dataclass(frozen=True, slots=True)
class TicketCalled:
    """A desk called the number (again, if it was called before)."""

    desk: int
    officer: str


@dataclass(frozen=True, slots=True)
class ServiceStarted:
    """The citizen is at the desk."""

    desk: int
    officer: str


@dataclass(frozen=True, slots=True)
class TicketTransferred:
    """Sent on to another group; keeps its number and waits again."""

    group: str


@dataclass(frozen=True, slots=True)
class TicketFinished:
    """Service ended."""


@dataclass(frozen=True, slots=True)
class TicketMissed:
    """Called and nobody came."""


@dataclass(frozen=True, slots=True)
class TicketCancelled:
    """Withdrawn before service; ``reason`` is a word of the kiosk or the officer."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who applies; ``identity`` is a 12-digit personal number (or an old 9-digit one)."""

    name: str
    identity: str = ""
    birth: date | None = None
    sex: str = ""
    residence: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class ReceivedPaper:
    """One row of the checklist as handed over; ``applies`` is False for a conditional paper that is not needed."""

    name: str
    form: PaperForm
    copies: int
    applies: bool = True


@dataclass(frozen=True, slots=True)
class DossierReceived:
    """The legal act of form 01 (Decree 118/2025/NĐ-CP art. 17)."""

    code: str
    office: str
    desk: int
    officer: str
    ticket: str
    procedure: str
    procedure_name: str
    field: str
    applicant: Applicant
    papers: tuple[ReceivedPaper, ...]
    fee: int
    payment: PaymentMethod
    due: datetime
    term: str = ""
    result: str = ""


@dataclass(frozen=True, slots=True)
class PageScanned:
    """One page of the paper at index ``paper``; the picture is the blob ``sha256``."""

    paper: int
    page: int
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class ReceiptPrinted:
    """Form 01 was made; the PDF is the blob ``sha256``."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class DossierReturned:
    """The result was handed over (Decree 118/2025/NĐ-CP art. 22)."""

    officer: str
    taker: str


@dataclass(frozen=True, slots=True)
class RatingOpened:
    """A service ended and the citizen may answer."""

    ticket: str
    desk: int
    officer: str
    group: str


@dataclass(frozen=True, slots=True)
class RatingGiven:
    """The one answer: 1 (very dissatisfied) to 5 (very satisfied)."""

    score: int
    source: RatingSource


@dataclass(frozen=True, slots=True)
class RatingReasonsGiven:
    """What was ticked after a low answer: codes of the questionnaire."""

    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RatingClosed:
    """Skipped or timed out: nothing is stored of an answer."""


@dataclass(frozen=True, slots=True)
class DeviceChanged:
    """A device of a station changed state; ``fault`` is an error code."""

    kind: str
    name: str
    state: str
    fault: str = ""


Fact = (
    OfficeRegistered
    | StationEnrolled
    | DeskDefined
    | OfficerRegistered
    | GroupDefined
    | ProcedurePublished
    | TicketIssued
    | TicketPrinted
    | TicketCalled
    | ServiceStarted
    | TicketTransferred
    | TicketFinished
    | TicketMissed
    | TicketCancelled
    | DossierReceived
    | PageScanned
    | ReceiptPrinted
    | DossierReturned
    | RatingOpened
    | RatingGiven
    | RatingReasonsGiven
    | RatingClosed
    | DeviceChanged
)

KINDS: dict[str, type] = {
    "office.registered": OfficeRegistered,
    "station.enrolled": StationEnrolled,
    "desk.defined": DeskDefined,
    "officer.registered": OfficerRegistered,
    "group.defined": GroupDefined,
    "procedure.published": ProcedurePublished,
    "ticket.issued": TicketIssued,
    "ticket.printed": TicketPrinted,
    "ticket.called": TicketCalled,
    "ticket.served": ServiceStarted,
    "ticket.transferred": TicketTransferred,
    "ticket.finished": TicketFinished,
    "ticket.missed": TicketMissed,
    "ticket.cancelled": TicketCancelled,
    "dossier.received": DossierReceived,
    "dossier.page_scanned": PageScanned,
    "dossier.receipt_printed": ReceiptPrinted,
    "dossier.returned": DossierReturned,
    "rating.opened": RatingOpened,
    "rating.given": RatingGiven,
    "rating.reasons_given": RatingReasonsGiven,
    "rating.closed": RatingClosed,
    "device.changed": DeviceChanged,
}
KIND_OF: dict[type, str] = {record: kind for kind, record in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Recorded:
    """A fact with who recorded it and when: what a fold reads. ``time`` is hybrid; ``at`` its wall clock in UTC."""

    fact: Fact
    stream: str
    station: str
    seq: int
    time: int
    at: datetime
    actor: str
