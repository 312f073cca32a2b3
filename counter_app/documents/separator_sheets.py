"""The separator sheets on paper, to be printed once and laid between the papers of a pile."""

from collections.abc import Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from counter_app.documents.archival import archival_pdf
from counter_app.documents.barcodes import dark_runs, qr_modules
from counter_app.documents.fonts import Serif
from counter_app.documents.separators import separator_code
from counter_app.documents.typography import centred, even_lines, register_serif, written

_CODE = 60 * mm
_WIDTH, _HEIGHT = A4
_COLUMN = 160 * mm


def separator_sheets(papers: Sequence[tuple[int, str]]) -> bytes:
    """Return a PDF with a sheet for each paper, given by number and name, and a last one that fits any."""
    register_serif()

    def draw(canvas: Canvas) -> None:
        for number, name in papers:
            _draw_sheet(canvas, separator_code(number), f"Giấy tờ {number}", written(name))
        _draw_sheet(canvas, separator_code(), "Giấy tờ tiếp theo", "Dùng cho mọi hồ sơ, dùng lại nhiều lần")

    return archival_pdf("Tờ phân cách", "", "Quét cả tập hồ sơ", A4, draw)


def _draw_sheet(canvas: Canvas, code: str, title: str, name: str) -> None:
    y = _HEIGHT - 45 * mm
    centred(canvas, _WIDTH / 2, y, "TỜ PHÂN CÁCH", Serif.BOLD, 20)
    centred(canvas, _WIDTH / 2, y - 14 * mm, title, Serif.BOLD, 32)
    y -= 26 * mm
    for line in even_lines(name, Serif.REGULAR, 18, _COLUMN)[:3]:
        centred(canvas, _WIDTH / 2, y, line, Serif.REGULAR, 18)
        y -= 8 * mm
    modules = qr_modules(code)
    step = _CODE / len(modules)
    left, top = (_WIDTH - _CODE) / 2, y - 8 * mm
    for column, row, length in dark_runs(modules):
        canvas.rect(left + column * step, top - (row + 1) * step, length * step, step, stroke=0, fill=1)
    below = top - _CODE - 14 * mm
    for line in ("Đặt tờ này lên trên giấy tờ, mặt chữ cùng phía với giấy tờ.", "Tờ này không vào hồ sơ."):
        centred(canvas, _WIDTH / 2, below, line, Serif.ITALIC, 14)
        below -= 7 * mm
    canvas.showPage()
