"""What the receive page shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from PySide6.QtGui import QImage

from counter_app.domain.appointments import Appointment
from counter_app.domain.procedures import Procedure
from counter_app.services.drafts import Draft


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
    AUTHORITY_NAME = "authority_name"
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
    """A scan under way: for which row, how many pages so far."""

    paper: int
    pages: int


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
