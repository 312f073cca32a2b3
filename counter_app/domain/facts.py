"""What an entry says: one frozen record a kind. Fields are only added, with a default: old entries stay readable."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from counter_app.domain import dossier_facts as dossier
from counter_app.domain.device_facts import DEVICE_KINDS, DeviceFact
from counter_app.domain.key_facts import KEY_KINDS, KeyFact
from counter_app.domain.officer_facts import OFFICER_KINDS, OfficerFact
from counter_app.domain.privacy_facts import PRIVACY_KINDS, PrivacyActed
from counter_app.domain.procedures import Procedure, ServiceGroup
from counter_app.domain.queue_facts import QUEUE_KINDS, IssueSource, QueueFact, WaitEstimate
from counter_app.domain.review_facts import REVIEW_KINDS, ReviewSettled
from counter_app.domain.security_facts import SECURITY_KINDS, SecuritySealed


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


class Duty(StrEnum):
    """What an officer may do."""

    RECEPTION = "reception"
    PROCESSING = "casework"
    APPROVAL = "approval"
    ADMINISTRATION = "administration"
    DIRECTING = "directing"  # the queue: calls out of turn, opens and closes the kiosk, ends the day
    REPORTS = "reports"  # lists, registers and figures of many dossiers at once, as files and on paper


class DayKind(StrEnum):
    """What an entry of the table of days says of a day."""

    OFF = "off"
    WORKING = "working"  # a Saturday worked, or a holiday taken back
    MORNING = "morning"  # only the morning is worked
    AFTERNOON = "afternoon"
    AS_SEEDED = "as-seeded"  # takes an earlier entry back


@dataclass(frozen=True, slots=True)
class Session:
    """Working time on one weekday (Monday 0), from and to as ``HH:MM``."""

    weekday: int
    opens: str
    closes: str


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
    rank: int = 0  # 0 gives out the numbers; the others have number ranges of their own, should they take over


@dataclass(frozen=True, slots=True)
class StationBarred:
    """A machine of the office is not to be let in any more, or again; what it wrote stays."""

    barred: bool


@dataclass(frozen=True, slots=True)
class DeskDefined:
    """A numbered counter; no groups means it serves all. ``weights`` go with ``groups``, 1 where there are none.

    A ``quick`` desk calls the short matters (a result to collect) first.
    """

    number: int
    office: str
    groups: tuple[str, ...] = ()
    weights: tuple[int, ...] = ()
    quick: bool = False


@dataclass(frozen=True, slots=True)
class OfficerRegistered:
    """An officer; ``pin`` is an Argon2id verifier, never the PIN."""

    name: str
    title: str
    pin: str
    office: str = ""
    duties: tuple[Duty, ...] = (Duty.RECEPTION, Duty.PROCESSING)
    department: str = ""


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
class CataloguePublished:
    """Many procedures at once, as the program ships them; a procedure published by itself goes before."""

    procedures: tuple[Procedure, ...]


@dataclass(frozen=True, slots=True)
class CalendarDaySet:
    """A day of the calendar of ``office`` (or of an office above it); ``source`` is the decision announcing it."""

    office: str
    day: date
    kind: DayKind
    name: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class WorkingHoursSet:
    """The working week of ``office`` from ``since`` on."""

    office: str
    since: date
    sessions: tuple[Session, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class TicketIssued:
    """A number was given out; ``ahead`` and ``estimate`` are what the citizen was told, to be scored later.

    ``dossier`` is the one whose result is collected: a short matter.
    """

    office: str
    day: date
    group: str
    prefix: str
    number: int
    priority: Priority | None = None
    source: IssueSource = IssueSource.KIOSK
    dossier: str = ""
    ahead: int | None = None
    estimate: WaitEstimate | None = None


@dataclass(frozen=True, slots=True)
class TicketPrinted:
    """What became of the paper; ``fault`` is an error code, ``device`` the printer's name where it is known."""

    outcome: PrintOutcome
    bytes_sent: int
    fault: str = ""
    copy: int = 1  # 2 and more: printed again
    device: str = ""


@dataclass(frozen=True, slots=True)
class TicketCalled:
    """A desk called the number (again, if it was called before); ``reason`` is why out of its turn."""

    desk: int
    officer: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ServiceStarted:
    """The citizen is at the desk."""

    desk: int
    officer: str


@dataclass(frozen=True, slots=True)
class TicketTransferred:
    """Sent on to a group, and to ``desk`` alone where it is set; keeps its number and waits again.

    ``back``: afterwards to the desk that it came from.
    """

    group: str
    desk: int | None = None
    back: bool = False


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


Fact = (
    OfficeRegistered
    | StationEnrolled
    | StationBarred
    | DeskDefined
    | OfficerRegistered
    | GroupDefined
    | ProcedurePublished
    | CataloguePublished
    | CalendarDaySet
    | WorkingHoursSet
    | TicketIssued
    | TicketPrinted
    | TicketCalled
    | ServiceStarted
    | TicketTransferred
    | TicketFinished
    | TicketMissed
    | TicketCancelled
    | dossier.DossierFact
    | RatingOpened
    | RatingGiven
    | RatingReasonsGiven
    | RatingClosed
    | OfficerFact
    | DeviceFact
    | QueueFact
    | ReviewSettled
    | PrivacyActed
    | SecuritySealed
    | KeyFact
)

KINDS: dict[str, type] = {
    "office.registered": OfficeRegistered,
    "station.enrolled": StationEnrolled,
    "station.barred": StationBarred,
    "desk.defined": DeskDefined,
    "officer.registered": OfficerRegistered,
    "group.defined": GroupDefined,
    "procedure.published": ProcedurePublished,
    "catalogue.published": CataloguePublished,
    "calendar.day_set": CalendarDaySet,
    "calendar.hours_set": WorkingHoursSet,
    "ticket.issued": TicketIssued,
    "ticket.printed": TicketPrinted,
    "ticket.called": TicketCalled,
    "ticket.served": ServiceStarted,
    "ticket.transferred": TicketTransferred,
    "ticket.finished": TicketFinished,
    "ticket.missed": TicketMissed,
    "ticket.cancelled": TicketCancelled,
    "dossier.registered": dossier.DossierRegistered,
    "dossier.received": dossier.DossierReceived,
    "dossier.page_scanned": dossier.PageScanned,
    "dossier.receipt_printed": dossier.ReceiptPrinted,
    "dossier.form_issued": dossier.FormIssued,
    "dossier.refused": dossier.DossierRefused,
    "dossier.supplement_requested": dossier.SupplementRequested,
    "dossier.supplement_received": dossier.SupplementReceived,
    "dossier.handed_over": dossier.HandedOver,
    "dossier.taken_over": dossier.TakenOver,
    "dossier.commented": dossier.Commented,
    "dossier.file_attached": dossier.FileAttached,
    "dossier.approved": dossier.ResultApproved,
    "dossier.sent_back": dossier.ResultSentBack,
    "dossier.payment_requested": dossier.PaymentRequested,
    "dossier.payment_made": dossier.PaymentMade,
    "dossier.term_extended": dossier.TermExtended,
    "dossier.withdrawal_requested": dossier.WithdrawalRequested,
    "dossier.stopped": dossier.DossierStopped,
    "dossier.result_ready": dossier.ResultReady,
    "dossier.returned": dossier.DossierReturned,
    "dossier.rule_overridden": dossier.RuleOverridden,
    "dossier.looked_at": dossier.DossierLookedAt,
    "rating.opened": RatingOpened,
    "rating.given": RatingGiven,
    "rating.reasons_given": RatingReasonsGiven,
    "rating.closed": RatingClosed,
    **OFFICER_KINDS,
    **DEVICE_KINDS,
    **QUEUE_KINDS,
    **REVIEW_KINDS,
    **PRIVACY_KINDS,
    **SECURITY_KINDS,
    **KEY_KINDS,
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
