"""The fixed parts of a form's pages: bar code, names of the state and the office, running head, notes."""

from reportlab.graphics.barcode.code39 import Standard39
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from counter_app.documents.barcodes import dark_runs, fits_code39, qr_modules
from counter_app.documents.fonts import Serif
from counter_app.documents.receipt_form import Issuer
from counter_app.documents.typography import Density, Frame, centred, even_lines, underline, width_of, written

_STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_BAR_WIDTH = 0.25 * mm
_THINNEST_BAR = 0.19 * mm  # two dots of a 300 dpi printer; thinner ones run together
_BAR_ROOM = 0.68  # of the column
_BAR_HEIGHT = 9 * mm


def draw_bar_code(canvas: Canvas, frame: Frame, code: str) -> None:
    """Draw a code as Code 39 with its text below; only the text if Code 39 cannot hold it or bars got too thin."""
    room = _BAR_ROOM * frame.column
    if fits_code39(code):
        bars = _bars(code, _BAR_WIDTH)
        if bars.width > room:
            bars = _bars(code, _BAR_WIDTH * room / bars.width)
        if bars.barWidth >= _THINNEST_BAR:
            bars.drawOn(canvas, frame.left, frame.top - _BAR_HEIGHT)
    canvas.setFont(Serif.REGULAR.value, 9.5)
    canvas.drawString(frame.left, frame.top - _BAR_HEIGHT - 4 * mm, code)


def _bars(code: str, width: float) -> Standard39:
    return Standard39(code, barHeight=_BAR_HEIGHT, barWidth=width, ratio=2.5, quiet=0, checksum=0, humanReadable=0)


def draw_marks(canvas: Canvas, frame: Frame, lines: tuple[str, ...], right: float = 0) -> None:
    """Write the form's number and which copy it is, at the upper right (``right``: from the edge, in points)."""
    for number, line in enumerate(lines):
        canvas.setFont(Serif.ITALIC.value, 10 if number else 11)
        canvas.drawRightString(frame.right - right, frame.top - (3 + 5 * number) * mm, line)


def draw_letterhead(
    canvas: Canvas, frame: Frame, top: float, issuer: Issuer, number: str, dated: str, density: Density
) -> float:
    """Draw the state's name and motto beside the office's names; return the height of the lowest line.

    Without ``number`` (of a form that has none) only the date stands below.
    """
    size, state_width = density.head, width_of(_STATE, Serif.BOLD, density.head)
    right = frame.right - max(state_width / 2, 0.27 * frame.column)
    room = right - state_width / 2 - frame.left - 8
    left = frame.left + min(room, 0.44 * frame.column) / 2
    width, step = min(room, 0.4 * frame.column), size * 1.21
    centred(canvas, right, top, _STATE, Serif.BOLD, size)
    centred(canvas, right, top - step - 0.5, _MOTTO, Serif.BOLD, size + 1)
    underline(canvas, right, top - step - 4.5, width_of(_MOTTO, Serif.BOLD, size + 1))
    y = top
    for line in even_lines(written(issuer.superior), Serif.REGULAR, size, width):
        centred(canvas, left, y, line, Serif.REGULAR, size)
        y -= step
    last = ""
    for last in even_lines(written(issuer.office), Serif.BOLD, size, width):
        centred(canvas, left, y, last, Serif.BOLD, size)
        y -= step
    underline(canvas, left, y + step - 4.5, width_of(last, Serif.BOLD, size) / 2)
    y = min(y, top - 2 * step) - size * 0.55
    if number:
        centred(canvas, left, y, f"Số: {written(number)}", Serif.REGULAR, density.size)
    centred(canvas, right, y, dated, Serif.ITALIC, density.size)
    return y


def draw_running_head(canvas: Canvas, frame: Frame, left: str, right: str) -> float:
    """Draw the head of a second or later page; return where the text may begin."""
    y = frame.height - 16 * mm
    canvas.setFont(Serif.ITALIC.value, 11)
    canvas.drawString(frame.left, y, left)
    canvas.drawRightString(frame.right, y, right)
    canvas.setLineWidth(0.5)
    canvas.line(frame.left, y - 5, frame.right, y - 5)
    return y - 14


def draw_qr(canvas: Canvas, url: str, x: float, y: float, side: float) -> None:
    """Draw the QR code of ``url`` as a square of ``side`` points above and right of a point."""
    modules = qr_modules(url)
    module = side / len(modules)
    boxes = canvas.beginPath()
    for column, row, length in dark_runs(modules):
        # a trace taller than a module: rows that only touch show hairlines in viewers
        boxes.rect(x + column * module, y + (len(modules) - 1 - row) * module, length * module, module * 1.02)
    canvas.drawPath(boxes, stroke=0, fill=1)
