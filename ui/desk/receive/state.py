"""What the receive page shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from PySide6.QtGui import QImage

from counter_app.domain.appointments import Appointment
from counter_app.domain.procedures import Procedure
from counter_app.services.drafts import Draft, DraftPaper
from counter_app.services.page_edits import PageDoubt


class ApplicantField(StrEnum):
    """The fields of the applicant, named as in the draft."""

    NAME = "name"
    IDENTITY = "identity"
    BIRTH = "birth"
    SEX = "sex"
    RESIDENCE = "residence"
    PHONE = "phone"
    EMAIL = "email"
    REPRESENTATIVE = "representative"


class PersonField(StrEnum):
    """The fields of somebody beside the applicant, named as in the draft."""

    NAME = "name"
    IDENTITY = "identity"
    BIRTH = "birth"
    RESIDENCE = "residence"
    PHONE = "phone"
    EMAIL = "email"
    PAPER = "paper"


AUTHORISED = -1
"""The place of the authorised person among the people beside the applicant; co-applicants count from 0."""


class MoreField(StrEnum):
    """The other fields that are seldom needed, named as in the draft."""

    OTHER_CODE = "other_code"
    SUBMITTED = "submitted"
    CONTENT = "content"
    RETURN_ADDRESS = "return_address"
    DUE = "due"
    REASON = "reason"
    CONTACT = "contact"
    UNTIL = "until"


class CardReading(StrEnum):
    """How the applicant's card is read."""

    NOT_YET = "not-yet"
    AWAITED = "awaited"
    READ = "read"
    NO_READER = "no-reader"


@dataclass(frozen=True, slots=True)
class Scanning:
    """A scan under way: into which row, how many pages so far, which page (from 1) and its share done (0 to 1)."""

    paper: int
    pages: int
    page: int = 1
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class ScanPause:
    """A scan that can go on in its row: why it stopped, what the row's button says, and whether that is a fault."""

    paper: int
    words: str
    act: str
    fault: bool = True


@dataclass(frozen=True, slots=True)
class ScanWays:
    """The strip of ways to scan: the paper that the next pages go into, the way used for it, what else can be done.

    ``fronts`` are pages just scanned whose backs can follow.
    """

    paper: str = ""
    profile: str = ""
    pages: int = 0
    fronts: int = 0
    can_scan: bool = True
    scanning: bool = False


@dataclass(frozen=True, slots=True)
class SheetState:
    """One paper's pages: ``rows`` are the other papers that pages can go to, ``removed`` pages can be put back."""

    paper: DraftPaper
    images: Mapping[str, QImage] = field(default_factory=dict)
    rows: tuple[tuple[int, str], ...] = ()
    removed: int = 0
    fronts: int = 0
    doubt: PageDoubt | None = None
    scanning: Scanning | None = None
    paused: ScanPause | None = None
    can_scan: bool = True
    can_undo: bool = False
    can_redo: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of one field: right, wrong, or odd and perhaps right."""

    right: bool = False
    problem: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class ReceiveState:
    """The whole page; ``images`` are pages by SHA-256, as far as they are loaded.

    ``more`` shows what is seldom needed, ``people`` are the verdicts on those beside the applicant, by place and field;
    ``lacking`` are the required papers that are not there, ``phone_from`` says where a phone was taken from.
    """

    draft: Draft
    procedure: Procedure | None = None
    fee: int = 0
    appointment: Appointment | None = None
    verdicts: Mapping[ApplicantField, Verdict] = field(default_factory=dict)
    card: CardReading = CardReading.NOT_YET
    card_at: datetime | None = None
    scanning: Scanning | None = None
    paused: ScanPause | None = None
    ways: ScanWays = ScanWays()
    can_scan: bool = True
    images: Mapping[str, QImage] = field(default_factory=dict)
    lacking: tuple[str, ...] = ()
    more: bool = False
    people: Mapping[tuple[int, PersonField], Verdict] = field(default_factory=dict)
    moments: Mapping[MoreField, Verdict] = field(default_factory=dict)
    phone_known: bool = False
    busy: bool = False
    saved_at: datetime | None = None
    saving_failed: bool = False
