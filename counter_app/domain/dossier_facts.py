"""What an entry says of a dossier: one frozen record a kind. Fields are only added, with a default.

Times are aware UTC, money whole đồng, blobs named by their SHA-256. Articles are of Decree 118/2025/NĐ-CP where no
other text is named.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from counter_app.domain.procedures import Channel, PaperCount, PaperForm, WorkStep


class PaymentMethod(StrEnum):
    """How a fee was paid."""

    CASH = "cash"
    TRANSFER = "transfer"


class PersonKind(StrEnum):
    """Who applies; the national exchange numbers them 1 to 4."""

    CITIZEN = "citizen"
    ENTERPRISE = "enterprise"
    STATE_AGENCY = "state-agency"
    ORGANISATION = "organisation"


class ReturnWay(StrEnum):
    """How the result reaches the applicant."""

    COUNTER = "counter"
    POST = "post"
    ONLINE = "online"


class FormKind(StrEnum):
    """The forms of Circular 03/2025/TT-VPCP that belong to one dossier."""

    RECEIPT = "01"
    SUPPLEMENT = "02"
    REFUSAL = "03"
    APOLOGY = "04"
    STOP = "05"
    CONTROL = "06"


class FileRole(StrEnum):
    """What a file of the processing is."""

    DRAFT = "draft"
    SIGNED = "signed"
    OTHER = "other"


class Rule(StrEnum):
    """A rule of the law that an administrator may override, with a reason. Its article is in ``domain.law``."""

    ORDER = "order"  # the act does not follow the dossier's state
    SUPPLEMENT_ONCE = "supplement-once"
    EXTENSION_ONCE = "extension-once"
    EXTENSION_IN_TIME = "extension-in-time"
    STOP_BEFORE_RESULT = "stop-before-result"


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who applies; ``identity`` is a 12-digit personal number, an old 9-digit one, or an organisation's number."""

    name: str
    identity: str = ""
    birth: date | None = None
    sex: str = ""
    residence: str = ""
    phone: str = ""
    email: str = ""
    kind: PersonKind = PersonKind.CITIZEN
    representative: str = ""


@dataclass(frozen=True, slots=True)
class Authorised:
    """Who acts for the applicant, and by which paper."""

    person: Applicant
    paper: str = ""


@dataclass(frozen=True, slots=True)
class ReceivedPaper:
    """One row of the checklist as handed over; ``applies`` is False for a conditional paper that is not needed."""

    name: str
    form: PaperForm
    copies: int
    applies: bool = True
    also: tuple[PaperCount, ...] = ()


@dataclass(frozen=True, slots=True)
class DossierRegistered:
    """An application that is not received yet: filed online, or incomplete at the counter. Its code may come later."""

    office: str
    officer: str
    procedure: str
    procedure_name: str
    field: str
    applicant: Applicant
    papers: tuple[ReceivedPaper, ...]
    desk: int = 0
    channel: Channel = Channel.IN_PERSON
    code: str = ""
    content: str = ""
    ticket: str = ""
    submitted_at: datetime | None = None
    co_applicants: tuple[Applicant, ...] = ()
    authorised: Authorised | None = None


@dataclass(frozen=True, slots=True)
class DossierReceived:
    """The legal act of form 01 (art. 17).

    ``authority`` is the competent office if another one of the province (art. 14, non-territorial reception),
    ``copies`` the sets handed in, ``steps`` the office's process as it was on that day, ``version`` the first day of
    the procedure's version.
    """

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
    channel: Channel = Channel.IN_PERSON
    content: str = ""
    copies: int = 1
    co_applicants: tuple[Applicant, ...] = ()
    authorised: Authorised | None = None
    authority: str = ""
    authority_name: str = ""
    return_way: ReturnWay = ReturnWay.COUNTER
    return_address: str = ""
    other_code: str = ""
    submitted_at: datetime | None = None
    steps: tuple[WorkStep, ...] = ()
    version: date | None = None


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
class FormIssued:
    """Another form was made; the PDF is the blob ``sha256``."""

    form: FormKind
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class DossierRefused:
    """Form 03: not received, with the reasons."""

    officer: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SupplementRequested:
    """Form 02: everything that is missing, asked for once (art. 11); the clock stands still until it comes."""

    officer: str
    items: tuple[str, ...]
    reason: str
    contact: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class SupplementReceived:
    """What was missing came; the new appointment has the time that the clock stood still added."""

    officer: str
    papers: tuple[ReceivedPaper, ...]
    due: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Given to the next person (form 06, "Giao"); ``step`` is an index of the dossier's steps, ``due`` of the step."""

    step: int
    giver: str
    taker: str
    department: str
    due: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class TakenOver:
    """The one it was given to has it (form 06, "Nhận")."""

    taker: str


@dataclass(frozen=True, slots=True)
class Commented:
    """A remark for colleagues."""

    officer: str
    text: str


@dataclass(frozen=True, slots=True)
class FileAttached:
    """A file of the processing; its content is the blob ``sha256``."""

    officer: str
    role: FileRole
    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class ResultApproved:
    """A leader approved the draft result."""

    officer: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ResultSentBack:
    """A leader sent the draft back to ``taker``."""

    officer: str
    taker: str
    reason: str


@dataclass(frozen=True, slots=True)
class PaymentRequested:
    """A financial obligation is to be met before work goes on; the clock stands still."""

    officer: str
    amount: int
    reason: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class PaymentMade:
    """The obligation was met; ``due`` is the new appointment."""

    officer: str
    amount: int
    method: PaymentMethod
    due: datetime
    receipt: str = ""


@dataclass(frozen=True, slots=True)
class TermExtended:
    """Form 04: an apology and a new day, at most once and in time."""

    officer: str
    reason: str
    due: datetime


@dataclass(frozen=True, slots=True)
class WithdrawalRequested:
    """The applicant asks to stop (art. 21)."""

    officer: str
    who: str
    reason: str


@dataclass(frozen=True, slots=True)
class DossierStopped:
    """Form 05 (Circular 03/2025/TT-VPCP art. 7)."""

    officer: str
    reason: str


@dataclass(frozen=True, slots=True)
class ResultReady:
    """The result lies ready; ``number`` and ``signer`` are of the paper, ``refusal`` if it says no."""

    officer: str
    number: str = ""
    signer: str = ""
    issued: date | None = None
    refusal: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class DossierReturned:
    """The result was handed over (art. 22); ``signature`` is the blob of a signed slip, if one was kept."""

    officer: str
    taker: str
    taker_identity: str = ""
    way: ReturnWay = ReturnWay.COUNTER
    paper: str = ""
    signature: str = ""


@dataclass(frozen=True, slots=True)
class RuleOverridden:
    """An administrator lets the next act break ``rule``; without this entry the fold refuses that act."""

    administrator: str
    rule: Rule
    reason: str


@dataclass(frozen=True, slots=True)
class DossierLookedAt:
    """An officer opened a dossier that is not his or her own work; it changes nothing."""

    officer: str


DossierFact = (
    DossierRegistered
    | DossierReceived
    | PageScanned
    | ReceiptPrinted
    | FormIssued
    | DossierRefused
    | SupplementRequested
    | SupplementReceived
    | HandedOver
    | TakenOver
    | Commented
    | FileAttached
    | ResultApproved
    | ResultSentBack
    | PaymentRequested
    | PaymentMade
    | TermExtended
    | WithdrawalRequested
    | DossierStopped
    | ResultReady
    | DossierReturned
    | RuleOverridden
    | DossierLookedAt
)
