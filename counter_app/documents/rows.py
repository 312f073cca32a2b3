"""One row of a table, with rules around every cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reportlab.platypus import Flowable, Paragraph, Table

from counter_app.documents.fonts import Serif

SIDE = 3
"""Points between a cell's text and its rules."""

_TALL = 100_000.0
_ABOVE, _BELOW = 1.5, 4.5
_STYLE: list[Any] = [
    ("FONTNAME", (0, 0), (-1, -1), Serif.REGULAR.value),  # else every PDF names Helvetica, and does not embed it
    ("GRID", (0, 0), (-1, -1), 0.6, "black"),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("LEFTPADDING", (0, 0), (-1, -1), SIDE),
    ("RIGHTPADDING", (0, 0), (-1, -1), SIDE),
    ("TOPPADDING", (0, 0), (-1, -1), _ABOVE),
    ("BOTTOMPADDING", (0, 0), (-1, -1), _BELOW),
]

Cell = Flowable | list[Flowable]


@dataclass(frozen=True)
class Row:
    """Cells from left to right, widths in points; ``spans`` joins cells (first, last).

    Only the head of form 07 has more than one line of cells, and joined ones.
    """

    cells: Sequence[Sequence[Cell | str]]
    widths: Sequence[float]
    spans: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()

    @cached_property
    def table(self) -> Flowable:
        """The row as it is drawn."""
        table = Table([list(line) for line in self.cells], colWidths=list(self.widths))
        table.setStyle([*_STYLE, *(("SPAN", *span) for span in self.spans)])
        return table

    @cached_property
    def height(self) -> float:
        """How many points high it is; measured once, because that takes longest."""
        return float(self.table.wrap(sum(self.widths), _TALL)[1])

    def cut(self, room: float) -> tuple["Row", "Row"] | None:
        """Return what fits into ``room`` points and the rest; None if the row cannot be cut."""
        first: list[Cell | str] = []
        rest: list[Cell | str] = []
        for cell, width in zip(self.cells[0], self.widths, strict=True):
            parts = _parts(cell, width - 2 * SIDE, room - _ABOVE - _BELOW)
            if parts is None:
                return None
            first.append(parts[0])
            rest.append(parts[1])
        if not any(rest):
            return None
        return Row([first], self.widths), Row([rest], self.widths)


def _parts(cell: Cell | str, width: float, room: float) -> tuple[Cell | str, Cell | str] | None:
    if not isinstance(cell, Paragraph) or cell.wrap(width, room)[1] <= room:
        return cell, ""
    parts = cell.split(width, room)
    return (parts[0], parts[1]) if len(parts) == 2 else None
