"""The rating without a screen: a keypad alone asks by its lights, and answers."""

import logging

from PySide6.QtCore import QObject, QTimer, Slot

from counter_app.domain.ratings import Rating
from counter_app.errors import CounterError
from counter_app.ports import Keypad, KeyPress
from counter_app.services.bundle import Services
from ui.rating.screen import ANSWER_S
from ui.tasks import Tasks

log = logging.getLogger(__name__)

_SETTLE_MS = 60


class RatingKeys(QObject):
    """Follows the ratings of one desk. A key counts only while one is open, which it is as long as on a screen.

    A station without a keypad leaves the rating alone: a screen on another machine may be asking.
    """

    def __init__(
        self, services: Services, tasks: Tasks, desk: int, keypad: Keypad, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._tasks, self._desk, self._keypad = services, tasks, desk, keypad
        self._rating: Rating | None = None
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.refresh)
        self.window = QTimer(self, singleShot=True, interval=round(ANSWER_S * 1000))
        """How long the question stays open."""
        self.window.timeout.connect(self._close)
        tasks.streams_changed.connect(self._notice)
        keypad.on_press(lambda press: tasks.post(lambda: self._press(press)))
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read again what is asked at the desk."""
        if self._keypad.levels:
            ratings = self._services.ratings
            self._tasks.read(lambda: ratings.open_at(self._desk), self._follow, _note, owner=self, topic="rating")

    def close(self) -> None:
        """Ask and follow no more."""
        self._tasks.streams_changed.disconnect(self._notice)
        self._settle.stop()
        self.window.stop()

    def _follow(self, rating: Rating | None) -> None:
        before, self._rating = self._rating, rating
        if rating is None:
            self.window.stop()
        elif before is None or before.id != rating.id:
            self.window.start()
            self._keypad.welcome()

    def _notice(self, streams: frozenset[str]) -> None:
        if any(stream.startswith("rating/") for stream in streams) and not self._settle.isActive():
            self._settle.start()

    def _press(self, press: KeyPress) -> None:
        ratings = self._services.ratings
        self._tasks.run(lambda: ratings.press(self._desk, press.score), self._pressed, _note, owner=self)

    def _pressed(self, given: Rating | None) -> None:
        if given is not None:
            self._keypad.thanks()

    def _close(self) -> None:
        rating = self._rating
        if rating is not None:
            self._tasks.run(lambda: self._services.ratings.close(rating.id), failed=_note, owner=self)


def _note(error: CounterError) -> None:
    log.info("event=rating_by_key_refused code=%s", error.code)
