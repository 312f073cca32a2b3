"""Vietnamese administrative typography (Decree 30/2020/NĐ-CP, appendix I) on A4, for reportlab."""

from dataclasses import dataclass
from functools import lru_cache
from html import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from counter_app.documents.fonts import Serif, font_file
from counter_app.documents.printable import printable

PAGE_WIDTH, PAGE_HEIGHT = A4
LEFT = 30 * mm
RIGHT = PAGE_WIDTH - 15 * mm
COLUMN = RIGHT - LEFT
BOTTOM = 15 * mm


@dataclass(frozen=True, slots=True)
class Density:
    """Type size and leading of running text, and the room for a signature, in points."""

    size: float
    leading: float
    signature: float


NORMAL = Density(13, 17.2, 58)
TIGHT = Density(12, 14.6, 48)  # the smallest running text of a form; used where it saves a sheet


@lru_cache(maxsize=1)
def register_serif() -> None:
    """Make Liberation Serif known to reportlab, once a process; a PDF embeds the letters that it uses."""
    for face in Serif:
        pdfmetrics.registerFont(TTFont(face.value, font_file(face)))
    pdfmetrics.registerFontFamily(
        Serif.REGULAR.value,
        normal=Serif.REGULAR.value,
        bold=Serif.BOLD.value,
        italic=Serif.ITALIC.value,
        boldItalic=Serif.BOLD_ITALIC.value,
    )


@lru_cache(maxsize=8)
def body_style(density: Density) -> ParagraphStyle:
    """Return the style of running text."""
    return ParagraphStyle(
        f"body-{density.size}",
        fontName=Serif.REGULAR.value,
        fontSize=density.size,
        leading=density.leading,
        alignment=TA_JUSTIFY,
        spaceAfter=2.2,
    )


@lru_cache(maxsize=8)
def cell_style(face: Serif, size: float, *, centred: bool = False) -> ParagraphStyle:
    """Return the style of a table's cell."""
    style = ParagraphStyle(f"cell-{face}-{size}-{centred}", fontName=face.value, fontSize=size, leading=size * 1.2)
    if centred:
        style.alignment = TA_CENTER
    return style


def markup(text: str) -> str:
    """Return a text from outside as a Paragraph's mark-up, in which it is only text."""
    return escape(printable(text), quote=False)


def width_of(text: str, face: Serif, size: float) -> float:
    """Return the width of a text in points."""
    return float(pdfmetrics.stringWidth(text, face.value, size))


def even_lines(text: str, face: Serif, size: float, width: float) -> list[str]:
    """Break a text into as few lines as ``width`` points allow, evenly filled; too long a word sticks out."""
    words = text.split()
    lines = _fill(words, face, size, width)
    for twelfth in range(4, 12):
        evener = _fill(words, face, size, width * twelfth / 12)
        if len(evener) == len(lines):
            return evener
    return lines


def centred(canvas: Canvas, x: float, y: float, text: str, face: Serif, size: float) -> None:
    """Write one line around ``x``."""
    canvas.setFont(face.value, size)
    canvas.drawCentredString(x, y, text)


def underline(canvas: Canvas, x: float, y: float, width: float) -> None:
    """Draw a thin line of ``width`` points around ``x``."""
    canvas.setLineWidth(0.7)
    canvas.line(x - width / 2, y, x + width / 2, y)


def _fill(words: list[str], face: Serif, size: float, width: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(joined, face, size) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines
