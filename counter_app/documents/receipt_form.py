"""What form 01 says: the receipt of a dossier and the appointment for its result."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from counter_app.domain.dossier_facts import ReturnWay


class Edition(StrEnum):
    """Which circular's set of forms: a dossier keeps that of the day it was received."""

    CIRCULAR_2018 = "2018"  # 01/2018/TT-VPCP, six forms
    CIRCULAR_2025 = "2025"  # 03/2025/TT-VPCP, seven forms


class PageLayout(StrEnum):
    """How the two copies of form 01 lie on the paper."""

    PORTRAIT = "portrait"  # a page each
    TWO_UP = "two-up"  # side by side on A4 landscape, where the text fits readably; else as PORTRAIT


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues a form.

    ``superior`` and ``office`` are the two lines of the letterhead ("UBND XÃ AN PHÚC", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH
    CÔNG"), ``name`` is the office as in a sentence ("Trung tâm Phục vụ hành chính công xã An Phúc"), ``place`` goes
    before the date, ``hotline`` is a telephone number.
    """

    superior: str
    office: str
    name: str
    place: str
    hotline: str = ""


class Copy(StrEnum):
    """The two copies of form 01."""

    KEPT = "kept"
    GIVEN = "given"


@dataclass(frozen=True, slots=True)
class ReceiptPerson:
    """A person or an organisation on the form; a line without a value is left to be filled by hand."""

    name: str
    identity: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class ReceiptPaper:
    """One component document: how many originals, certified copies and plain copies were handed over.

    ``presented`` papers were only shown; ``electronic`` ones came as files.
    """

    name: str
    original: int = 0
    certified: int = 0
    copies: int = 0
    presented: bool = False
    electronic: bool = False


@dataclass(frozen=True, slots=True)
class ReceiptForm:
    """All fields of form 01 (Circular 03/2025/TT-VPCP, appendix I).

    ``superior`` and ``office`` are the two lines of the letterhead ("UBND XÃ AN PHÚC", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH
    CÔNG"); ``receiver`` is the office as in a sentence ("Trung tâm Phục vụ hành chính công xã An Phúc"). ``number`` is
    the form's own ("12/TTPVHCC"), ``term`` the time allowed ("03 ngày làm việc"), ``term_note`` how it was counted,
    ``fee`` whole đồng, ``authority`` the paper that lets ``representative`` act, ``hotline`` a telephone number.
    ``others`` apply together with ``applicant``. ``return_at`` is the place or, by post, the address.
    """

    superior: str
    office: str
    receiver: str
    number: str
    place: str
    code: str
    applicant: ReceiptPerson
    procedure: str
    papers: tuple[ReceiptPaper, ...]
    term: str
    received: datetime
    due: datetime
    return_at: str
    officer: str
    status_url: str
    sets: int = 1
    fee: int = 0
    procedure_code: str = ""
    term_note: str = ""
    representative: ReceiptPerson | None = None
    authority: str = ""
    book: str = ""
    book_number: str = ""
    hotline: str = ""
    others: tuple[ReceiptPerson, ...] = ()
    return_way: ReturnWay = ReturnWay.COUNTER
    edition: Edition = Edition.CIRCULAR_2025
