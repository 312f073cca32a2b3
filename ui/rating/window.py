"""The rating at work: asks when a service ends, takes one answer, by touch or by key."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from counter_app.clocks import VIETNAM
from counter_app.domain.facts import RatingSource
from counter_app.domain.places import Officer
from counter_app.domain.ratings import SATISFIED, Rating
from counter_app.domain.tickets import Ticket
from counter_app.errors import Code, CounterError
from counter_app.ports import Keypad, KeyPress
from counter_app.services.bundle import Services
from ui.rating.pages import AskPage, IdlePage
from ui.rating.screen import RatingScreen
from ui.rating.views import PlaceView
from ui.tasks import Tasks

log = logging.getLogger(__name__)

_REFRESH_MS = 2_000
_SETTLE_MS = 60
_STEPS = 5


@dataclass(frozen=True, slots=True)
class _Now:
    """What stands at the desk now."""

    rating: Rating | None
    ticket: Ticket | None
    officers: tuple[Officer, ...]
    levels: int  # that the office chose, 0 for none


class RatingWindow(RatingScreen):
    """Stands at one desk. A key of the keypad and a touched face take the same way; the first answer counts."""

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        desk: int,
        *,
        keypad: Keypad | None = None,
        officer: Callable[[], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``officer`` tells the id of who is signed in at the desk; without it, the ticket or the rating tells.

        It offers as many answers as the office chose, else as the keypad has keys, else five.
        """
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._desk, self._signed_in = desk, officer
        self._keypad = keypad
        self._rating: Rating | None = None
        self._place = self._empty_place()
        self._reading, self._again, self._giving = False, False, False
        self.answered.connect(lambda score: self._give(score, RatingSource.SCREEN))
        self.reasons_given.connect(self._give_reasons)
        self.skipped.connect(self._skip)
        self.timed_out.connect(self._skip)
        self._refresh_timer = QTimer(self, interval=_REFRESH_MS)
        self._refresh_timer.timeout.connect(self.refresh)
        self._settle_timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle_timer.timeout.connect(self.refresh)
        tasks.streams_changed.connect(self._notice)
        if keypad:
            keypad.on_press(lambda press: tasks.post(lambda: self.press(press)))
        self._refresh_timer.start()
        self.show_idle(self._place)
        self.refresh()

    @property
    def place(self) -> PlaceView:
        """Return who sits here, as it is shown."""
        return self._place

    @Slot()
    def refresh(self) -> None:
        """Read again what stands at the desk; never two reads at once."""
        if self._reading:
            self._again = True
            return
        self._reading = True
        self._tasks.read(self._read, self._take, self._fail, owner=self)

    def press(self, press: KeyPress) -> None:
        """Take a key: it counts only while the question is open."""
        if self._rating and isinstance(self.page, AskPage):
            self._give(press.score, RatingSource.KEYPAD)
        else:
            ratings = self._services.ratings
            self._tasks.run(lambda: ratings.ignore(self._desk, press.score), owner=self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand a digit to the keypad that types it, while the question is open and only then."""
        asks = isinstance(self.page, AskPage) and not event.isAutoRepeat()
        if asks and self._keypad is not None and self._keypad.typed(event.text()):
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop the timers."""
        self._refresh_timer.stop()
        self._settle_timer.stop()
        self.countdown.stop()
        super().closeEvent(event)

    def _read(self) -> _Now:
        rating = self._services.ratings.open_at(self._desk)
        mine = self._services.queue.view(self._desk).mine
        if rating:
            mine = self._services.queue.ticket(rating.ticket)
        levels = self._services.queue_choices.rating().levels
        return _Now(rating, mine, self._services.officers.all(), levels)

    def _take(self, now: _Now) -> None:
        self._reading = False
        self._follow(now)
        if self._again:
            self._again = False
            self.refresh()

    def _fail(self, error: CounterError) -> None:
        self._reading = False
        log.info("event=rating_read_failed code=%s", error.code)

    def _follow(self, now: _Now) -> None:
        place = self._place_of(now)
        if now.rating and (self._rating is None or now.rating.id != self._rating.id):
            self._rating, self._place, self._giving = now.rating, place, False
            keys = self._keypad.levels if self._keypad else 0
            self.show_ask(place, now.levels or keys or _STEPS)
            if self._keypad:
                self._keypad.welcome()
        elif now.rating is None and isinstance(self.page, AskPage) and not self._giving:
            self._finish()  # answered elsewhere, or closed by the next service
        elif isinstance(self.page, IdlePage) and place != self._place:
            self._place = place
            self.show_idle(place)

    def _notice(self, streams: frozenset[str]) -> None:
        mine = any(stream.startswith(("rating/", "ticket/", "officer/")) for stream in streams)
        if mine and not self._settle_timer.isActive():
            self._settle_timer.start()

    def _give(self, score: int, source: RatingSource) -> None:
        rating = self._rating
        if rating is None or self._giving:
            return
        self._giving = True
        ratings, by_key = self._services.ratings, source is RatingSource.KEYPAD
        self._tasks.run(
            lambda: ratings.answer(rating, score) if by_key else ratings.give(rating.id, score, source),
            lambda given: self._after(given, score),
            self._refused,
            owner=self,
        )

    def _after(self, given: Rating, score: int) -> None:
        if self._rating is None or given.id != self._rating.id:
            return
        if self._keypad:
            self._keypad.thanks()
        if score < SATISFIED:
            self.show_reasons(self._place, score)
        else:
            self.show_thanks()

    def _refused(self, error: CounterError) -> None:
        log.info("event=rating_refused code=%s", error.code)
        if error.code is Code.RATING_GIVEN:
            self.show_thanks()
        else:
            self._finish()

    def _give_reasons(self, reasons: tuple[str, ...]) -> None:
        rating = self._rating
        if rating and reasons:
            self._tasks.run(
                lambda: self._services.ratings.give_reasons(rating.id, reasons), failed=self._refused, owner=self
            )
        self.show_thanks()

    def _skip(self) -> None:
        """Skipped or out of time: an open question is closed with nothing stored; a given answer stays given."""
        rating = self._rating
        if rating and isinstance(self.page, AskPage) and not self._giving:
            self._tasks.run(lambda: self._services.ratings.close(rating.id), failed=self._refused, owner=self)
        self._finish()

    def _finish(self) -> None:
        self._giving = False
        self.show_idle(self._place)
        self.refresh()

    def _empty_place(self) -> PlaceView:
        now = self._services.clock.now().astimezone(VIETNAM)
        return PlaceView(self._services.office.name, self._desk, "", "", "", now.replace(second=0, microsecond=0))

    def _place_of(self, now: _Now) -> PlaceView:
        officer = now.rating.officer if now.rating else ""
        officer = officer or (now.ticket.officer if now.ticket else "") or ""
        officer = officer or (self._signed_in() if self._signed_in else "")
        found = next((one for one in now.officers if one.id == officer), None)
        empty = self._empty_place()
        return PlaceView(
            empty.office,
            self._desk,
            found.name if found else "",
            found.title if found else "",
            now.ticket.label if now.ticket else "",
            empty.now,
        )
