"""What is written on a scanned page: words, line by line, and where they stand."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from counter_app.documents.printable import printable

_WORD = 5
"""The level of a word in tesseract's table."""
_SURE = 30.0
"""Percent: what is read with less is the edge of a seal or a stain."""
_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class Word:
    """One word and its box, in dots from the upper left corner of the page as it was read."""

    left: int
    top: int
    width: int
    height: int
    text: str


@dataclass(frozen=True, slots=True)
class PageText:
    """The lines of a page of ``width`` x ``height`` dots, turned clockwise by ``angle`` degrees to be read."""

    width: int
    height: int
    angle: float = 0.0
    lines: tuple[tuple[Word, ...], ...] = ()

    @property
    def text(self) -> str:
        """The words alone, a line of the page in each line."""
        return "\n".join(" ".join(word.text for word in line) for line in self.lines)


def read_table(table: str, width: int, height: int, angle: float) -> PageText:
    """Return what tesseract says in its TSV table; rows that make no sense are left out."""
    lines: dict[tuple[str, ...], list[Word]] = {}
    for cells in _rows(table):
        word = _word(cells, width, height)
        if word is not None:
            lines.setdefault(tuple(cells[1:5]), []).append(word)
    return PageText(width, height, angle, tuple(map(tuple, lines.values())))


def packed(page: PageText) -> bytes:
    """Return a page's text as few bytes; ``unpacked`` gives it back."""
    head = f"{page.width}\t{page.height}\t{page.angle}"
    rows = ["\t".join(f"{w.left} {w.top} {w.width} {w.height} {w.text}" for w in line) for line in page.lines]
    return zlib.compress("\n".join((head, *rows)).encode())


def unpacked(content: bytes) -> PageText:
    """Return what ``packed`` made. Raises ValueError for anything else."""
    try:
        head, *rows = zlib.decompress(content).decode().split("\n")
        width, height, angle = head.split("\t")
        return PageText(int(width), int(height), float(angle), tuple(tuple(map(_box, row.split("\t"))) for row in rows))
    except zlib.error as error:
        raise ValueError("no text of a page") from error


def _box(cell: str) -> Word:
    left, top, width, height, text = cell.split(" ", 4)
    return Word(int(left), int(top), int(width), int(height), text)


def _rows(table: str) -> Iterator[list[str]]:
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) == _COLUMNS and cells[0] == str(_WORD):
            yield cells


def _word(cells: list[str], page_width: int, page_height: int) -> Word | None:
    text = "".join(printable(cells[11]).split())
    try:
        left, top, width, height = (int(cell) for cell in cells[6:10])
        sure = float(cells[10])
    except ValueError:
        return None
    inside = 0 <= left < page_width and 0 <= top < page_height and width > 0 and height > 0
    return Word(left, top, width, height, text) if inside and text and sure >= _SURE else None
