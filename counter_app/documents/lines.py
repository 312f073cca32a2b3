"""The lines of a form: fields, pairs of fields, lists and rows of tables, for one width and one size of type."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Table

from counter_app.documents.fonts import Serif
from counter_app.documents.printable import printable
from counter_app.documents.receipt_form import ReceiptPerson
from counter_app.documents.rows import SIDE, Cell, Row
from counter_app.documents.sheets import Grid
from counter_app.documents.typography import Density, Frame, body_style, cell_style, markup, width_of, written
from counter_app.domain.working_days import VIETNAM

_FONT = ("FONTNAME", (0, 0), (-1, -1), Serif.REGULAR.value)  # else every PDF names Helvetica, and does not embed it
_BARE: list[Any] = [_FONT, *((f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM"))]
_GAP = 17  # points between two fields on one line


def dated(day: date) -> str:
    """Return the day as administrative papers write it: two digits below 10, and for January and February."""
    local = day.astimezone(VIETNAM) if isinstance(day, datetime) else day
    month = f"{local.month:02}" if local.month < 3 else str(local.month)
    return f"ngày {local.day:02} tháng {month} năm {local.year}"


def timed(at: datetime) -> str:
    """Return hour, minute and day in words."""
    return f"{at.astimezone(VIETNAM):%H giờ %M phút}, {dated(at)}"


def short_time(at: datetime | None) -> str:
    """Return hour and day in figures, for the narrow columns of a table; empty for None."""
    return f"{at.astimezone(VIETNAM):%H:%M %d/%m/%Y}" if at else ""


def money(amount: int) -> str:
    """Return an amount in figures, ``15.000``."""
    return f"{amount:,}".replace(",", ".")


@dataclass(frozen=True, slots=True)
class Lines:
    """Makes the lines of one form; texts from outside go through ``markup``, the rest is the form's own."""

    frame: Frame
    density: Density

    def text(self, marked: str, *, indent: bool = False, centred: bool = False) -> Flowable:
        """Return a paragraph of mark-up; ``indent`` begins it like running text of a letter."""
        style = body_style(self.density)
        if indent or centred:
            name = f"{style.name}-{indent}-{centred}"
            style = ParagraphStyle(name, style, firstLineIndent=28 if indent else 0, alignment=1 if centred else 4)
        return Paragraph(marked, style)

    def right(self, text: str) -> Flowable:
        """Return a place and a date above the right one of two signatures."""
        style = body_style(self.density)
        indent = self.frame.column * 0.52
        return Paragraph(f"<i>{markup(text)}</i>", ParagraphStyle("right", style, leftIndent=indent, alignment=1))

    def field(self, name: str, value: str, *, bold: bool = False) -> Flowable:
        """Return a field; dots stand for a missing value, to be written by hand."""
        return self.text(self._filled(name, value, self.frame.column, bold=bold))

    def fields(self, left: tuple[str, str], right: tuple[str, str]) -> Flowable:
        """Return two fields on one line."""
        half = self.frame.column / 2
        return self.pair(self._filled(*left, half - _GAP), self._filled(*right, half))

    def pair(self, left: str, right: str) -> Flowable:
        """Return two texts of mark-up side by side."""
        half = self.frame.column / 2
        pair = Table([[self.text(left), self.text(right)]], colWidths=[half, half])
        pair.setStyle([*_BARE, ("RIGHTPADDING", (0, 0), (0, 0), _GAP / 2), ("VALIGN", (0, 0), (-1, -1), "TOP")])
        pair.spaceAfter = body_style(self.density).spaceAfter
        return pair

    def reach(self, person: ReceiptPerson) -> list[Flowable]:
        """Return where somebody is found: address, then telephone and e-mail."""
        return [
            self.field("Địa chỉ", person.address),
            self.fields(("Số điện thoại", person.phone), ("Email", person.email)),
        ]

    def numbered(self, items: Sequence[str], least: int = 1) -> list[Flowable]:
        """Return a numbered list; lines to fill by hand up to ``least``."""
        style = body_style(self.density)
        hung = ParagraphStyle(f"{style.name}-hung", style, leftIndent=30, firstLineIndent=-14)
        room = self.frame.column - 32 - width_of("1. ", Serif.REGULAR, self.density.size)
        blank = "." * int(room / width_of(".", Serif.REGULAR, self.density.size))
        texts = [*map(markup, items), *([blank] * max(0, least - len(items)))]
        return [Paragraph(f"{number}. {text}", hung) for number, text in enumerate(texts, 1)]

    def grid(self, widths: Sequence[float], heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Grid:
        """Return a table of one line of heads (mark-up) and rows of ``cell``; widths are parts of the column."""
        whole = sum(widths)
        wide = [self.frame.column * width / whole for width in widths]
        return Grid(Row([self.heads(heads)], wide), [Row([row], wide) for row in rows])

    def heads(self, texts: Sequence[str]) -> list[Flowable]:
        """Return the head cells of a table (mark-up)."""
        return [Paragraph(text, cell_style(Serif.BOLD, self.density.cell - 1, centred=True)) for text in texts]

    def cell(self, text: str, *, centred: bool = False, right: bool = False, bold: bool = False) -> Flowable:
        """Return a text from outside as a cell."""
        return self.marked_cell(markup(text), centred=centred, right=right, bold=bold)

    def code_cell(self, code: str, width: float) -> Flowable:
        """Return a dossier's code as a cell of ``width`` points; one that is too long breaks after its office."""
        text = written(code)
        if width_of(text, Serif.REGULAR, self.density.cell) <= width - 2 * SIDE:
            return self.cell(text)
        office, hyphen, rest = text.partition("-")
        return self.marked_cell(f"{markup(office)}{hyphen}<br/>{markup(rest)}" if rest else markup(text))

    def marked_cell(self, marked: str, *, centred: bool = False, right: bool = False, bold: bool = False) -> Flowable:
        """Return mark-up as a cell."""
        face = Serif.BOLD if bold else Serif.REGULAR
        return Paragraph(marked, cell_style(face, self.density.cell, centred=centred, right=right))

    def _filled(self, name: str, value: str, width: float, *, bold: bool = False) -> str:
        if printable(value):
            return f"{name}: <b>{markup(value)}</b>" if bold else f"{name}: {markup(value)}"
        room = width - width_of(f"{name}: ", Serif.REGULAR, self.density.size) - 2
        return f"{name}: {'.' * int(room / width_of('.', Serif.REGULAR, self.density.size))}"
