"""A scan under way: each page is stored and in its row the moment it lands."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from counter_app.errors import Code, CounterError
from counter_app.ports import Scanner
from counter_app.services.draft_pages import DraftPages, TakenPage
from counter_app.services.page_placing import Placing
from counter_app.services.scan_profiles import ScanProfile
from ui.desk.context import DeskContext
from ui.desk.receive.state import Scanning

_TOLD_STEP = 0.04
"""Share of a page from which its progress is told anew."""


def screen_image(picture: Image.Image) -> QImage:
    """Return a picture as Qt paints it; blocks for milliseconds, so call it on a worker.

    Pillow lets the main thread go on while it works; Qt's own decoder holds the interpreter for all that time.
    """
    if picture.mode == "L":  # a quarter of the memory, and most pages are grey
        grey = picture.tobytes()
        return QImage(grey, picture.width, picture.height, picture.width, QImage.Format.Format_Grayscale8).copy()
    pixels = picture.convert("RGB").tobytes("raw", "BGRX")  # as Qt paints them fastest
    return QImage(pixels, picture.width, picture.height, QImage.Format.Format_RGB32).copy()  # the bytes go away


def page_image(pages: DraftPages, sha256: str, widest: int = 1000) -> QImage:
    """Return a kept page for the screen; a damaged or missing one gives an empty picture. Blocks."""
    try:
        return screen_image(pages.preview(sha256, widest))
    except CounterError:
        return QImage()


@dataclass(frozen=True, slots=True)
class ScanJob:
    """What is scanned and where it goes; ``fronts``: these are the backs of so many pages from the given place on."""

    profile: ScanProfile
    placing: Placing
    fronts: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class LandedPage:
    """A page that the scanner gave: for which form and scan, kept, its file, its picture."""

    draft: str
    job: ScanJob
    taken: TakenPage
    path: Path
    image: QImage


class Scans(QObject):
    """One scan at a time: ``landed(LandedPage)`` tells each page, ``progressed()`` the share done of the next one.

    ``ended(ScanJob)`` or ``failed(CounterError, ScanJob)`` follows the last page; without a scanner the latter comes
    at once. ``changed()`` when a scan begins, ends or goes on in another row.
    """

    landed = Signal(object)
    progressed = Signal()
    changed = Signal()
    ended = Signal(object)
    failed = Signal(object, object)

    def __init__(
        self, context: DeskContext, scanner: Callable[[], Scanner | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._scanner = context, scanner
        self.now: Scanning | None = None
        self._using: Scanner | None = None
        self._told = (0, 0.0)

    def start(self, draft: str, job: ScanJob) -> None:
        """Scan for a form; refused while a scan is under way."""
        scanner = self._scanner()
        if self.now is not None:
            return
        if scanner is None:
            self.failed.emit(CounterError(Code.DEVICE_ABSENT, device="scanner"), job)
            return
        self.now, self._using = Scanning(job.placing.paper, 0), scanner
        self.changed.emit()
        self._context.tasks.slow(
            lambda: self._scan(scanner, draft, job),
            lambda _: self._over(lambda: self.ended.emit(job)),
            lambda error: self._over(lambda: self.failed.emit(error, job)),
            owner=self,
        )

    def cancel(self) -> None:
        """Stop; the pages that landed stay."""
        if self._using is not None:
            scanner = self._using
            self._context.tasks.slow(scanner.cancel, owner=self)

    def follow(self, paper: int) -> None:
        """Show the scan in another row: a pile goes on to the next paper."""
        if self.now is not None and self.now.paper != paper:
            self.now = replace(self.now, paper=paper)
            self.changed.emit()

    def _scan(self, scanner: Scanner, draft: str, job: ScanJob) -> None:
        """Run the scan on its own thread; pages are told to the main thread one by one."""
        pages, tasks = self._context.services.pages, self._context.tasks

        def on_page(path: Path) -> None:
            content, sealed = path.read_bytes(), pages.land(path)
            taken = pages.take(content, separators=job.placing.separators)
            page = LandedPage(draft, job, taken, sealed, screen_image(taken.preview))
            tasks.post(lambda: self._page(page))

        folder = pages.begin(draft, job.placing.paper)
        scanner.on_progress(self._progress)
        try:
            scanner.scan(job.profile.request, folder, on_page)
        finally:
            scanner.on_progress(lambda page, share: None)
            pages.end(folder)

    def _progress(self, page: int, share: float) -> None:
        """Hear of the page under way, on the device's thread: tell a few steps of it, not each line of the driver."""
        before, told = self._told
        if page == before and told <= share < min(1.0, told + _TOLD_STEP):
            return
        self._told = (page, share)
        self._context.tasks.post(lambda: self._show_progress(page, share))

    def _show_progress(self, page: int, share: float) -> None:
        if self.now is not None:
            self.now = replace(self.now, page=page, share=share)
            self.progressed.emit()

    def _page(self, page: LandedPage) -> None:
        if self.now is not None:
            pages = self.now.pages + 1
            self.now = replace(self.now, pages=pages, page=pages + 1, share=0.0)
        self.landed.emit(page)

    def _over(self, tell: Callable[[], None]) -> None:
        self.now, self._using, self._told = None, None, (0, 0.0)
        self.changed.emit()
        tell()
