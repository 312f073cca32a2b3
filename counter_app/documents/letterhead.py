"""The fixed parts of a form's pages: bar code, names of the state and the office, running head, notes, signatures."""

from reportlab.graphics.barcode.code39 import Standard39
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from counter_app.documents.barcodes import dark_runs, fits_code39, qr_modules
from counter_app.documents.fonts import Serif
from counter_app.documents.printable import printable
from counter_app.documents.typography import (
    COLUMN,
    LEFT,
    PAGE_HEIGHT,
    RIGHT,
    centred,
    even_lines,
    underline,
    width_of,
)

_STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_BAR_WIDTH = 0.25 * mm
_THINNEST_BAR = 0.19 * mm  # two dots of a 300 dpi printer; thinner ones run together
_BAR_ROOM = 112 * mm
CODE_SIDE = 24 * mm
_CODE_BOTTOM = 11 * mm
FOOT = _CODE_BOTTOM + CODE_SIDE + 3.5 * mm
"""Height from the lower edge of the page that the QR code, its quiet zone and its notes take."""


def draw_bar_code(canvas: Canvas, code: str, top: float) -> None:
    """Draw a code as Code 39 with its text below; only the text if Code 39 cannot hold it or bars got too thin."""
    if fits_code39(code):
        bars = _bars(code, _BAR_WIDTH)
        if bars.width > _BAR_ROOM:
            bars = _bars(code, _BAR_WIDTH * _BAR_ROOM / bars.width)
        if bars.barWidth >= _THINNEST_BAR:
            bars.drawOn(canvas, LEFT, top - 9 * mm)
    canvas.setFont(Serif.REGULAR.value, 9.5)
    canvas.drawString(LEFT, top - 13 * mm, code)


def _bars(code: str, width: float) -> Standard39:
    return Standard39(code, barHeight=9 * mm, barWidth=width, ratio=2.5, quiet=0, checksum=0, humanReadable=0)


def draw_marks(canvas: Canvas, top: float, lines: tuple[str, ...]) -> None:
    """Write the form's number and which copy it is, at the upper right."""
    for number, line in enumerate(lines):
        canvas.setFont(Serif.ITALIC.value, 10 if number else 11)
        canvas.drawRightString(RIGHT, top - (3 + 5 * number) * mm, line)


def draw_letterhead(canvas: Canvas, top: float, superior: str, office: str, number: str, dated: str) -> float:
    """Draw the state's name and motto beside the office's names; return the height of the lowest line."""
    left, right = LEFT + 36 * mm, RIGHT - 45 * mm
    centred(canvas, right, top, _STATE, Serif.BOLD, 12)
    centred(canvas, right, top - 15, _MOTTO, Serif.BOLD, 13)
    underline(canvas, right, top - 19, width_of(_MOTTO, Serif.BOLD, 13))
    y = top
    for line in even_lines(printable(superior), Serif.REGULAR, 12, 66 * mm):
        centred(canvas, left, y, line, Serif.REGULAR, 12)
        y -= 14.5
    last = ""
    for last in even_lines(printable(office), Serif.BOLD, 12, 66 * mm):
        centred(canvas, left, y, last, Serif.BOLD, 12)
        y -= 14.5
    underline(canvas, left, y + 10, width_of(last, Serif.BOLD, 12) / 2)
    y -= 7
    centred(canvas, left, y, f"Số: {printable(number)}", Serif.REGULAR, 13)
    centred(canvas, right, y, dated, Serif.ITALIC, 13)
    return y


def draw_running_head(canvas: Canvas, left: str, right: str) -> float:
    """Draw the head of a second or later page; return where the text may begin."""
    y = PAGE_HEIGHT - 16 * mm
    canvas.setFont(Serif.ITALIC.value, 11)
    canvas.drawString(LEFT, y, left)
    canvas.drawRightString(RIGHT, y, right)
    canvas.setLineWidth(0.5)
    canvas.line(LEFT, y - 5, RIGHT, y - 5)
    return y - 14


def signature_height(names: tuple[str, str], room: float) -> float:
    """Return the height in points of the two signatures, with ``room`` to sign in."""
    return 42 + room + 15 * max(len(_name_lines(name)) for name in names)


def draw_signatures(canvas: Canvas, top: float, names: tuple[str, str], room: float) -> None:
    """Draw who hands in and who receives, side by side."""
    for x, title, name in (
        (LEFT + COLUMN * 0.24, "NGƯỜI NỘP HỒ SƠ", names[0]),
        (LEFT + COLUMN * 0.77, "NGƯỜI TIẾP NHẬN HỒ SƠ", names[1]),
    ):
        centred(canvas, x, top - 24, title, Serif.BOLD, 13)
        centred(canvas, x, top - 39, "(Ký và ghi rõ họ tên)", Serif.ITALIC, 12)
        for number, line in enumerate(_name_lines(name)):
            centred(canvas, x, top - 51 - room - 15 * number, line, Serif.BOLD, 13)


def _name_lines(name: str) -> list[str]:
    return even_lines(printable(name), Serif.BOLD, 13, 74 * mm)


def draw_notes(canvas: Canvas, url: str, notes: list[str]) -> None:
    """Draw the QR code of ``url``, if any, and notes beside it, at the foot of the page."""
    x, y = LEFT, _CODE_BOTTOM
    if url:
        _draw_code(canvas, url, x, y)
        x += CODE_SIDE + 6 * mm
    canvas.setFont(Serif.ITALIC.value, 11)
    middle = y + CODE_SIDE / 2 - 4
    for number, note in enumerate(notes):
        canvas.drawString(x, middle + ((len(notes) - 1) / 2 - number) * 5.5 * mm, note)


def _draw_code(canvas: Canvas, url: str, x: float, y: float) -> None:
    modules = qr_modules(url)
    side = CODE_SIDE / len(modules)
    boxes = canvas.beginPath()
    for column, row, length in dark_runs(modules):
        # a trace taller than a module: rows that only touch show hairlines in viewers
        boxes.rect(x + column * side, y + (len(modules) - 1 - row) * side, length * side, side * 1.02)
    canvas.drawPath(boxes, stroke=0, fill=1)
