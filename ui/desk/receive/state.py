"""What the receive page shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from PySide6.QtGui import QImage

from counter_app.domain.procedures import Procedure
from counter_app.domain.working_calendar import Appointment
from counter_app.services.reception import Draft


class ApplicantField(StrEnum):
    """The fields of the applicant, named as in the draft."""

    NAME = "name"
    IDENTITY = "identity"
    BIRTH = "birth"
    SEX = "sex"
    RESIDENCE = "residence"
    PHONE = "phone"
    EMAIL = "email"


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
    """What is known of one field."""

    right: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ReceiveState:
    """The whole page; ``images`` are pages by SHA-256, as far as they are loaded."""

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
    missing: str = ""
    busy: bool = False
    saved_at: datetime | None = None
    saving_failed: bool = False
