"""A scan under way: each page is stored and in its row the moment it lands."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PIL import Image, UnidentifiedImageError
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from counter_app.errors import Code, CounterError
from counter_app.ports import Scanner, ScanRequest
from counter_app.services.drafts import Draft, DraftPage
from ui.desk.context import DeskContext
from ui.desk.receive.state import Scanning

_WIDEST = 1000
"""Pixels of a page as the screen keeps it."""


def screen_image(content: bytes) -> QImage:
    """Return a scanned page at the size the screen needs; blocks for tens of milliseconds, so call it on a worker.

    Pillow lets the main thread go on while it works; Qt's own decoder holds the interpreter for all that time.
    A damaged page gives an empty picture.
    """
    try:
        with Image.open(BytesIO(content)) as page:
            small = page.convert("L" if page.mode in ("1", "L") else "RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return QImage()
    if small.width > _WIDEST:
        height = max(1, round(small.height * _WIDEST / small.width))
        small = small.resize((_WIDEST, height), Image.Resampling.BILINEAR, reducing_gap=2.0)
    pixels = small.convert("RGB").tobytes("raw", "BGRX")  # as Qt paints them fastest
    return QImage(pixels, small.width, small.height, QImage.Format.Format_RGB32).copy()  # the bytes go away


class Scans(QObject):
    """One scan at a time; ``landed(str, int, DraftPage, QImage)`` tells draft, row and page, ``changed()`` the rest."""

    landed = Signal(str, int, object, object)
    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, context: DeskContext, scanner: Callable[[], Scanner | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._scanner = context, scanner
        self.now: Scanning | None = None
        self._using: Scanner | None = None

    def start(self, draft: Draft, paper: int) -> None:
        """Scan into a row; refused while a scan is under way."""
        scanner = self._scanner()
        if self.now is not None:
            return
        if scanner is None:
            self.failed.emit(CounterError(Code.DEVICE_ABSENT, device="scanner"))
            return
        self.now, self._using = Scanning(paper, 0), scanner
        self.changed.emit()
        self._context.tasks.slow(lambda: self._scan(scanner, draft, paper), self._ended, self._stopped, owner=self)

    def cancel(self) -> None:
        """Stop; the pages that landed stay."""
        if self._using is not None:
            scanner = self._using
            self._context.tasks.slow(scanner.cancel, owner=self)

    def _scan(self, scanner: Scanner, draft: Draft, paper: int) -> int:
        """Run the scan on its own thread; pages are told to the main thread one by one."""
        reception, tasks = self._context.services.reception, self._context.tasks
        count = 0

        def on_page(path: Path) -> None:
            nonlocal count
            count += 1
            page = reception.add_page(draft, paper, path).papers[paper].pages[-1]
            image = screen_image(path.read_bytes())
            tasks.post(lambda: self._page(draft.id, paper, page, image))

        with tempfile.TemporaryDirectory(prefix="counter-scan-") as folder:
            scanner.scan(ScanRequest(), Path(folder), on_page)
        return count

    def _page(self, draft: str, paper: int, page: DraftPage, image: QImage) -> None:
        if self.now is not None:
            self.now = replace(self.now, pages=self.now.pages + 1)
        self.landed.emit(draft, paper, page, image)

    def _ended(self, _: int) -> None:
        self.now, self._using = None, None
        self.changed.emit()

    def _stopped(self, error: CounterError) -> None:
        self.now, self._using = None, None
        self.changed.emit()
        self.failed.emit(error)
