"""What each form says, as plain texts and times: one frozen record a form. Form 01 is in ``receipt_form``.

The forms are those of Circular 03/2025/TT-VPCP, appendix I; ``Edition.CIRCULAR_2018`` gives them the numbers and titles
that they had under Circular 01/2018/TT-VPCP. Times are aware, money is whole đồng, an empty text is a line to fill by
hand. ``number`` is the form's own ("12/PBS-TTPVHCC"): a running number and the sign of ``NUMBER_SIGNS``.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from counter_app.documents.receipt_form import Edition, Issuer, ReceiptPerson

__all__ = [
    "NUMBER_SIGNS",
    "ApologyForm",
    "ControlForm",
    "ControlRow",
    "Edition",
    "FeeLine",
    "FeeReceipt",
    "HandOverKind",
    "HandOverList",
    "HandOverRow",
    "Issuer",
    "Outcome",
    "ReceiptPerson",
    "RefusalForm",
    "RegisterForm",
    "RegisterRow",
    "StopForm",
    "SupplementForm",
]

NUMBER_SIGNS = {
    "01": "TTPVHCC",
    "02": "PBS-TTPVHCC",
    "03": "PTC-TTPVHCC",
    "04": "PXL",
    "05": "TB-TTPVHCC",
    "06": "PKS-TTPVHCC",
    "07": "STD-TTPVHCC",
}
"""What follows the running number of each form of 2025 in "Số: 12/PBS-TTPVHCC"; that of 05 is a suggestion."""


@dataclass(frozen=True, slots=True)
class SupplementForm:
    """Form 02, "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ": all that is missing, asked for once.

    ``contact`` and ``contact_phone`` are whom to ask; ``until`` the last day, if there is one.
    """

    issuer: Issuer
    number: str
    made: datetime
    applicant: ReceiptPerson
    procedure: str
    items: tuple[str, ...]
    reason: str
    contact: str
    contact_phone: str
    officer: str
    code: str = ""
    until: date | None = None
    edition: Edition = Edition.CIRCULAR_2025


@dataclass(frozen=True, slots=True)
class RefusalForm:
    """Form 03, "Phiếu từ chối tiếp nhận giải quyết hồ sơ"; ``submitter`` signs if it is not the applicant."""

    issuer: Issuer
    number: str
    made: datetime
    applicant: ReceiptPerson
    procedure: str
    reasons: tuple[str, ...]
    officer: str
    code: str = ""
    submitter: str = ""
    edition: Edition = Edition.CIRCULAR_2025


@dataclass(frozen=True, slots=True)
class ApologyForm:
    """Form 04: an apology for a late result, and the new day.

    2025 it is called "Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết", 2018 "Phiếu xin lỗi và hẹn lại ngày trả
    kết quả". ``agency`` is who works on the dossier, as in a sentence ("Ủy ban nhân dân xã An Phúc"); ``signer_title``
    and ``signer`` its head ("CHỦ TỊCH").
    """

    issuer: Issuer
    number: str
    made: datetime
    applicant: ReceiptPerson
    procedure: str
    code: str
    agency: str
    received: datetime
    due: datetime
    reason: str
    new_due: datetime
    signer: str
    signer_title: str = "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ"
    edition: Edition = Edition.CIRCULAR_2025


@dataclass(frozen=True, slots=True)
class StopForm:
    """Form 05, "Thông báo dừng giải quyết hồ sơ" (2025 only).

    The circular's layout of it was not at hand: this one is a suggestion. ``requested`` is the day of the applicant's
    request; ``papers_back`` and ``fee_note`` are what stands behind "Nhận lại giấy tờ:" and "Phí, lệ phí:".
    """

    issuer: Issuer
    number: str
    made: datetime
    applicant: ReceiptPerson
    procedure: str
    code: str
    received: datetime
    requested: date | None
    reason: str
    stopped: datetime
    papers_back: str
    fee_note: str
    signer: str
    signer_title: str = "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ"


class Outcome(StrEnum):
    """How a step of form 06 ended."""

    EARLY = "early"
    ON_TIME = "on-time"
    LATE = "late"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class ControlRow:
    """One hand-over of form 06: from ``giver`` of ``giver_unit`` to ``taker`` of ``unit``.

    ``outcome`` is how the step before ended, by the taker's word.
    """

    unit: str
    giver: str
    given: datetime | None
    taker: str
    taken: datetime | None
    outcome: Outcome = Outcome.OPEN
    note: str = ""
    giver_unit: str = ""


@dataclass(frozen=True, slots=True)
class ControlForm:
    """Form 06 (05 of 2018), "Phiếu kiểm soát quá trình giải quyết hồ sơ": who had the dossier, from when to when."""

    issuer: Issuer
    number: str
    made: datetime
    code: str
    agency: str
    cooperating: str
    received: datetime
    due: datetime
    rows: tuple[ControlRow, ...]
    edition: Edition = Edition.CIRCULAR_2025


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One dossier of the register; ``returned`` is None and ``signed`` empty until the result was taken."""

    code: str
    procedure: str
    applicant: str
    address: str
    phone: str
    agency: str
    received: datetime
    due: datetime
    returned: datetime | None = None
    return_way: str = ""
    signed: str = ""


@dataclass(frozen=True, slots=True)
class RegisterForm:
    """Form 07 (06 of 2018), "Sổ theo dõi hồ sơ": one field, the dossiers of ``first`` to ``last`` (both included)."""

    issuer: Issuer
    number: str
    made: datetime
    field: str
    first: date
    last: date
    rows: tuple[RegisterRow, ...]
    book: str = ""
    edition: Edition = Edition.CIRCULAR_2025


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One fee of a receipt, in đồng."""

    name: str
    amount: int


@dataclass(frozen=True, slots=True)
class FeeReceipt:
    """A receipt of fees in three copies, "Biên lai thu phí, lệ phí".

    ``collector`` is the collecting unit, ``tax_code`` its number (MST), ``pattern`` and ``series`` are those of the
    receipt book (Mẫu số, Ký hiệu), ``method`` how it was paid ("Tiền mặt"), ``cashier`` who signs.
    """

    collector: str
    address: str
    tax_code: str
    pattern: str
    series: str
    number: str
    place: str
    paid: datetime
    payer: ReceiptPerson
    lines: tuple[FeeLine, ...]
    method: str
    cashier: str
    code: str = ""

    @property
    def amount(self) -> int:
        """The whole amount in đồng."""
        return sum(line.amount for line in self.lines)


class HandOverKind(StrEnum):
    """What a hand-over list goes with."""

    DOSSIERS = "dossiers"
    RESULTS = "results"


@dataclass(frozen=True, slots=True)
class HandOverRow:
    """One dossier of a hand-over list; ``result`` is the paper or number that is handed over, ``fee`` whole đồng."""

    code: str
    content: str
    result: str
    holder: str
    address: str
    fee: int = 0
    by_post: bool = False


@dataclass(frozen=True, slots=True)
class HandOverList:
    """What one unit gives another at one time: "Phiếu bàn giao hồ sơ/kết quả"."""

    issuer: Issuer
    number: str
    made: datetime
    kind: HandOverKind
    giver: str
    giver_unit: str
    taker: str
    taker_unit: str
    rows: tuple[HandOverRow, ...]
