"""What a form is called and how its first page begins; the numbers moved between the circulars of 2018 and 2025."""

from collections.abc import Sequence
from datetime import date

from reportlab.lib.units import mm

from counter_app.documents.fonts import Serif
from counter_app.documents.letterhead import draw_bar_code, draw_letterhead, draw_marks
from counter_app.documents.lines import dated
from counter_app.documents.receipt_form import Edition, Issuer
from counter_app.documents.sheets import Sheets
from counter_app.documents.typography import Density, centred, even_lines, written

FORM_TITLES = {
    "01": "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    "02": "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
    "03": "Phiếu từ chối tiếp nhận giải quyết hồ sơ",
    "04": "Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết",
    "05": "Thông báo dừng giải quyết hồ sơ",
    "06": "Phiếu kiểm soát quá trình giải quyết hồ sơ",
    "07": "Sổ theo dõi hồ sơ",
}
"""The titles of 2025 by the numbers of 2025."""

_TITLE_2018 = {"04": "Phiếu xin lỗi và hẹn lại ngày trả kết quả"}
_NUMBERS_2018 = {"06": "05", "07": "06"}
_CIRCULARS = {Edition.CIRCULAR_2018: "01/2018/TT-VPCP", Edition.CIRCULAR_2025: "03/2025/TT-VPCP"}


def form_number(form: str, edition: Edition) -> str:
    """Return the number that the form of 2025 has in an edition."""
    return _NUMBERS_2018.get(form, form) if edition is Edition.CIRCULAR_2018 else form


def form_title(form: str, edition: Edition) -> str:
    """Return the title that the form of 2025 has in an edition."""
    return _TITLE_2018.get(form, FORM_TITLES[form]) if edition is Edition.CIRCULAR_2018 else FORM_TITLES[form]


def circular(form: str, edition: Edition) -> str:
    """Return number and source of a form: ``Mẫu số 01, Thông tư 03/2025/TT-VPCP``."""
    return f"Mẫu số {form_number(form, edition)}, Thông tư {_CIRCULARS[edition]}"


def begin_form(
    sheets: Sheets, mark: str, issuer: Issuer, number: str, made: date, density: Density, code: str = ""
) -> None:
    """Draw the head of the first page: bar code of the dossier, if any, ``mark`` at the right, letterhead and date."""
    frame = sheets.frame
    if written(code):
        draw_bar_code(sheets.canvas, frame, written(code))
    page = (f"Trang 1/{sheets.pages}",) if sheets.pages > 1 else ()
    draw_marks(sheets.canvas, frame, (*((mark,) if mark else ()), *page))
    top = frame.top - (22 * mm if written(code) else 13 * mm)
    sheets.y = draw_letterhead(
        sheets.canvas, frame, top, issuer, number, f"{written(issuer.place)}, {dated(made)}", density
    )


def draw_title(sheets: Sheets, lines: Sequence[str], density: Density, below: str = "") -> None:
    """Write the title in capitals in the middle, and a line of bold text below it."""
    frame, size = sheets.frame, density.title
    sheets.y -= size * 2
    for line in (part for text in lines for part in even_lines(text.upper(), Serif.BOLD, size, frame.column)):
        centred(sheets.canvas, frame.middle, sheets.y, line, Serif.BOLD, size)
        sheets.y -= size * 1.28
    for line in even_lines(below, Serif.BOLD, density.size, frame.column):
        centred(sheets.canvas, frame.middle, sheets.y, line, Serif.BOLD, density.size)
        sheets.y -= density.size * 1.16
    sheets.y += density.size * 0.1
