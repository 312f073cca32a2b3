"""Pages that are filled from the top: running heads, tables whose heads repeat, signatures that never stand alone."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from counter_app.documents.archival import archival_pdf, blank_canvas
from counter_app.documents.letterhead import draw_running_head
from counter_app.documents.rows import Row
from counter_app.documents.signatures import Signatures
from counter_app.documents.typography import Frame, register_serif

_TALL = 100_000.0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the head is drawn again on each page that the rows go on to."""

    head: Row
    rows: Sequence[Row]


class Sheets:
    """The pages of one copy while they are being filled; ``y`` is the upper edge of what is free."""

    def __init__(self, canvas: Canvas, frame: Frame, running: str, pages: int = 1, *, measuring: bool = False) -> None:
        self.canvas = canvas
        self.frame = frame
        self.pages = pages
        self.page = 1
        self.y = frame.top
        self._running = running
        self._measuring = measuring  # lays out and draws no flowable: half the time of a long list
        self._fresh = False

    def flow(self, flowables: Iterable[Flowable]) -> None:
        """Draw one below the other; what does not fit goes on to the next page."""
        waiting = deque(flowables)
        while waiting:
            one = waiting.popleft()
            room = self.y - self.frame.bottom
            height = one.wrapOn(self.canvas, self.frame.column, room)[1]
            if height > room:
                parts = one.splitOn(self.canvas, self.frame.column, room)
                if len(parts) > 1 and parts[0].wrapOn(self.canvas, self.frame.column, room)[1] <= room:
                    waiting.extendleft(reversed(parts))
                    continue
                if not self._fresh:
                    waiting.appendleft(one)
                    self.turn()
                    continue
            self._put(one, height)

    def grid(self, grid: Grid, after: float = 0) -> None:
        """Draw a table; its head never stands without a row.

        The last row goes over to the next page if ``after`` points of what belongs to it do not fit below it.
        """
        first = grid.rows[0].height if grid.rows else 0.0
        if self.y - grid.head.height - first < self.frame.bottom and not self._fresh:
            self.turn()
        self._put(grid.head.table, grid.head.height)
        below_head = True
        for row in grid.rows:
            below = after if row is grid.rows[-1] else 0
            if not below_head and self.y - row.height - below < self.frame.bottom:
                self.turn()
                self._put(grid.head.table, grid.head.height)
            rest = self._row(row)
            while rest is not None:
                self.turn()
                self._put(grid.head.table, grid.head.height)
                rest = self._row(rest)
            below_head = False

    def _row(self, row: Row) -> Row | None:
        """Draw a row; return what of it does not fit on this page."""
        parts = row.cut(self.y - self.frame.bottom) if self.y - row.height < self.frame.bottom else None
        row, rest = parts or (row, None)
        self._put(row.table, row.height)
        return rest

    def ending(self, lines: Sequence[Flowable], signatures: Signatures) -> float:
        """Return the points that ``close`` takes."""
        return self.height(lines) + signatures.height(self.frame)

    def close(self, lines: Sequence[Flowable], signatures: Signatures, foot: float = 0) -> None:
        """Draw the last lines and the signatures on one page, ``foot`` points above its lower edge."""
        foot = max(foot, self.frame.bottom)
        needed = signatures.height(self.frame)
        if self.y - self.height(lines) - needed < foot and not self._fresh:
            self.turn()  # the last lines go over with the signatures, which never stand alone
        self.flow(lines)
        if self.y - needed < foot:
            self.turn()
        signatures.draw(self.canvas, self.frame, self.y)
        self.y -= needed

    def height(self, flowables: Iterable[Flowable]) -> float:
        """Return the points that flowables take one below the other."""
        return sum(self._tall(one) + float(one.getSpaceAfter()) for one in flowables)

    def turn(self) -> None:
        """Go on to the next page."""
        self.canvas.showPage()
        self.page += 1
        self.y = draw_running_head(self.canvas, self.frame, self._running, f"Trang {self.page}/{self.pages}")
        self._fresh = True

    def _tall(self, one: Flowable) -> float:
        return float(one.wrapOn(self.canvas, self.frame.column, _TALL)[1])

    def _put(self, one: Flowable, height: float) -> None:
        if not self._measuring:
            one.drawOn(self.canvas, self.frame.left, self.y - height)
        self.y -= height + float(one.getSpaceAfter())
        self._fresh = False


Compose = Callable[[Sheets], None]
"""Fills the pages of one copy."""


def counted(frame: Frame, running: str, compose: Compose) -> int:
    """Return how many pages something takes, and draw nothing."""
    register_serif()
    sheets = Sheets(blank_canvas(BytesIO(), (frame.width, frame.height)), frame, running, measuring=True)
    compose(sheets)
    return sheets.page


def sheets_pdf(title: str, author: str, subject: str, frame: Frame, running: str, copies: Sequence[Compose]) -> bytes:
    """Return copies of equal length one after another as a PDF; each numbers its own pages."""
    pages = counted(frame, running, copies[0])

    def draw(canvas: Canvas) -> None:
        for compose in copies:
            compose(Sheets(canvas, frame, running, pages))
            canvas.showPage()

    return archival_pdf(title, author, subject, (frame.width, frame.height), draw)
