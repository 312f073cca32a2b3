"""What the trial of a printer says: all Vietnamese letters; as lines of letters for a slow line."""

from dataclasses import dataclass
from datetime import datetime

from counter_app.documents.printable import printable
from counter_app.domain.working_days import VIETNAM
from counter_app.ports import TextLine, TextTicket

LETTERS = (
    "àáảãạ ăằắẳẵặ âầấẩẫậ đ",
    "èéẻẽẹ êềếểễệ ìíỉĩị",
    "òóỏõọ ôồốổỗộ ơờớởỡợ",
    "ùúủũụ ưừứửữự ỳýỷỹỵ",
)
"""The 67 small letters with marks; with the capitals 134."""


@dataclass(frozen=True, slots=True)
class TrialSlip:
    """What is tried: the device as the settings name it, how it is connected, and when."""

    device: str
    way: str
    at: datetime


def trial_text(slip: TrialSlip, columns: int = 48) -> TextTicket:
    """Say the trial in the printer's own letters, for a slow line."""
    lines = [
        TextLine("PHIẾU KIỂM TRA MÁY IN", bold=True),
        TextLine(printable(slip.device)[:columns], bold=True),
        TextLine(f"{slip.at.astimezone(VIETNAM):%H:%M, %d/%m/%Y}"),
        TextLine("A012", min(6, columns // 4), bold=True),
        *(TextLine(words) for row in LETTERS for words in (row, row.upper())),
        TextLine(("1234567890" * 10)[:columns]),
        TextLine("Hàng số trên phải vừa khổ giấy."),
    ]
    return TextTicket(tuple(lines))
