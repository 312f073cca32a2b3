"""Brings the small pictures of a dossier's pages: those that are here at once, those at the server one by one."""

from collections import deque
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from counter_app.errors import Code, CounterError
from counter_app.services.bundle import Services
from ui.desk.context import DeskContext
from ui.desk.dossier.sheet import DossierSheet, Thumb

_HEIGHT = 160
_ONE_PAGE = (Code.BLOB_MISSING, Code.BLOB_DAMAGED)
"""What is wrong with one page alone; anything else is wrong with the link, and the next page would fare no better."""


class ThumbLoading(QObject):
    """Says in the sheet what is on its way and what cannot come; after that it asks only when told to."""

    def __init__(self, context: DeskContext, sheet: DossierSheet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._sheet = context, sheet
        self._line: deque[str] = deque()
        self._coming = self._down = False

    def load(self) -> None:
        """Bring the pictures of the sheet as it is now."""
        self._line.clear()
        self._coming = False
        services, tasks = self._context.services, self._context.tasks
        for sha256, thumb in self._sheet.thumbs.items():
            tasks.slow(partial(_here, services, sha256), partial(self._looked, sha256, thumb), _nothing, owner=thumb)

    def try_again(self) -> None:
        """The server was reached just now: bring what is still missing."""
        self._down = False
        self.load()

    def forget(self) -> None:
        """Another dossier comes; for it the server is asked anew."""
        self._line.clear()
        self._coming = self._down = False

    def _looked(self, sha256: str, thumb: Thumb, image: QImage | None) -> None:
        was_away = thumb.away is not None
        if image is not None:
            thumb.show_image(image)
        else:
            thumb.show_away(coming=not self._down)
            if not self._down:
                self._line.append(sha256)
                self._next()
        if image is None or was_away:
            self._tell()

    def _next(self) -> None:
        if self._coming or not self._line:
            return
        sha256 = self._line.popleft()
        thumb = self._sheet.thumbs.get(sha256)
        if thumb is None:
            return
        self._coming = True
        work = partial(_small, self._context.services, sha256)
        self._context.tasks.fetch(work, partial(self._came, thumb), partial(self._failed, thumb), owner=thumb)

    def _came(self, thumb: Thumb, image: QImage) -> None:
        self._coming = False
        thumb.show_image(image)
        self._next()
        self._tell()

    def _failed(self, thumb: Thumb, error: CounterError) -> None:
        self._coming = False
        thumb.show_away(coming=False)
        if error.code in _ONE_PAGE:
            self._next()
        else:
            self._down = True
            self._line.clear()
            for one in self._sheet.thumbs.values():
                if one.away is not None:
                    one.show_away(coming=False)
        self._tell()

    def _tell(self) -> None:
        papers: dict[int, bool] = {}
        for thumb in self._sheet.thumbs.values():
            if thumb.away is not None:
                papers[thumb.paper] = papers.get(thumb.paper, False) or thumb.away
        self._sheet.present_away(papers)


def _here(services: Services, sha256: str) -> QImage | None:
    """A page of this machine, small; None if only the server has it."""
    return None if services.scan_files.missing((sha256,)) else _small(services, sha256)


def _small(services: Services, sha256: str) -> QImage:
    """A scanned page as small as it is shown; a damaged one is an empty sheet."""
    image = QImage.fromData(services.reception.page(sha256))
    return image.scaledToHeight(_HEIGHT) if not image.isNull() else image


def _nothing(_: CounterError) -> None:
    """The sheet stays empty."""
