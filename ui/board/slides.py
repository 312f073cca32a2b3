"""The office's pictures, one after another; one that cannot be read is passed over."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from counter_app.errors import CounterError
from ui.board.gallery import Gallery, decode_picture
from ui.tasks import Tasks

log = logging.getLogger(__name__)

EACH_MS = 12_000


class Slides(QObject):
    """Loads the pictures off the main thread and hands them to the gallery; ``ready`` once one of them is there."""

    def __init__(self, gallery: Gallery, tasks: Tasks, load: Callable[[str], bytes]) -> None:
        super().__init__(gallery)
        self._gallery, self._tasks, self._load = gallery, tasks, load
        self._names: tuple[str, ...] = ()
        self._at = -1
        self.ready = False
        self.timer = QTimer(self, interval=EACH_MS)
        self.timer.timeout.connect(self.advance)

    def show(self, names: tuple[str, ...], wanted: bool) -> None:
        """Take the names of today's pictures; ``wanted``: nobody is being called."""
        if names != self._names:
            self._names, self._at, self.ready = names, -1, False
            self._gallery.show_picture(QImage())
            self.timer.stop()
        if not wanted or not names:
            self.timer.stop()
        elif not self.timer.isActive():
            self.timer.start()
            if not self.ready:
                self.advance()

    def advance(self) -> None:
        """Go on to the next picture; a single one stays."""
        if not self._names or (self.ready and len(self._names) == 1):
            return
        self._at = (self._at + 1) % len(self._names)
        name = self._names[self._at]
        self._tasks.slow(  # it may have to come from another machine
            lambda: decode_picture(self._load(name)),
            lambda image: self._show(name, image),
            lambda error: self._pass_over(name, error),
            owner=self,
        )

    def stop(self) -> None:
        """Stop the timer."""
        self.timer.stop()

    def _show(self, name: str, image: QImage) -> None:
        if name not in self._names:
            return
        if image.isNull():
            log.info("event=board_picture_unreadable name=%s", name[:12])
            return
        self.ready = True
        self._gallery.show_picture(image)

    def _pass_over(self, name: str, error: CounterError) -> None:
        log.info("event=board_picture_failed name=%s code=%s", name[:12], error.code)
