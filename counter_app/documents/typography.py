"""Vietnamese administrative typography (Decree 30/2020/NĐ-CP, appendix I) on A4, for reportlab."""

from dataclasses import dataclass
from functools import lru_cache
from html import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from counter_app.documents.fonts import Serif, font_file
from counter_app.documents.printable import printable

_WIDTH, _HEIGHT = A4
_UNKNOWN = "□"


@dataclass(frozen=True, slots=True)
class Frame:
    """A page, or a part of one, and the edges that text keeps to, in points from its lower left corner."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def column(self) -> float:
        """The width of a line."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """Half way between the edges of the text."""
        return (self.left + self.right) / 2


PORTRAIT = Frame(_WIDTH, _HEIGHT, 30 * mm, _WIDTH - 15 * mm, _HEIGHT - 15 * mm, 15 * mm)
LANDSCAPE = Frame(_HEIGHT, _WIDTH, 18 * mm, _HEIGHT - 15 * mm, _WIDTH - 15 * mm, 13 * mm)
HALF = Frame(_HEIGHT / 2, _WIDTH, 13 * mm, _HEIGHT / 2 - 9 * mm, _WIDTH - 9 * mm, 8 * mm)
"""One of two copies side by side on A4 landscape."""


@dataclass(frozen=True, slots=True)
class Density:
    """Sizes in points: running text and its leading, room for a signature, letterhead, title, cells of a table."""

    size: float
    leading: float
    signature: float
    head: float = 12
    title: float = 14
    cell: float = 12


NORMAL = Density(13, 17.2, 58)
TIGHT = Density(12, 14.6, 48)  # the smallest running text of a whole page; used where it saves a sheet
COMPACT = Density(10, 12, 28, head=9.2, title=12, cell=9.5)  # two copies side by side


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


@lru_cache(maxsize=16)
def body_style(density: Density) -> ParagraphStyle:
    """Return the style of running text."""
    return ParagraphStyle(
        f"body-{density.size}-{density.leading}",
        fontName=Serif.REGULAR.value,
        fontSize=density.size,
        leading=density.leading,
        alignment=TA_JUSTIFY,
        spaceAfter=density.size / 6,
    )


@lru_cache(maxsize=32)
def cell_style(face: Serif, size: float, *, centred: bool = False, right: bool = False) -> ParagraphStyle:
    """Return the style of a table's cell."""
    style = ParagraphStyle(
        f"cell-{face}-{size}-{centred}-{right}", fontName=face.value, fontSize=size, leading=size * 1.2
    )
    style.alignment = TA_CENTER if centred else TA_RIGHT if right else TA_LEFT
    return style


def written(text: str) -> str:
    """Return a text from outside as one line that the typeface has; a square stands for a letter that it lacks."""
    register_serif()
    known = pdfmetrics.getFont(Serif.REGULAR.value).face.charToGlyph  # type: ignore[attr-defined]
    return "".join(letter if ord(letter) in known else _UNKNOWN for letter in printable(text))


def markup(text: str) -> str:
    """Return a text from outside as a Paragraph's mark-up, in which it is only text."""
    return escape(written(text), quote=False)


def width_of(text: str, face: Serif, size: float) -> float:
    """Return the width of a text in points."""
    register_serif()
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
