"""A scan under way: each page is stored and in its row the moment it lands."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from counter_app.errors import Code, CounterError
from counter_app.ports import Scanner, ScanRequest
from counter_app.services.reception import Draft, DraftPage
from ui.desk.context import DeskContext
from ui.desk.receive.state import Scanning

_WIDEST = 1000
"""Pixels of a page as the screen keeps it."""


def screen_image(content: bytes) -> QImage:
    """Return a scanned page at the size the screen needs; blocks for tens of milliseconds."""
    image = QImage.fromData(content)
    if image.width() <= _WIDEST:
        return image
    return image.scaledToWidth(_WIDEST, Qt.TransformationMode.SmoothTransformation)


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
