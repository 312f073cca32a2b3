"""The board at work: every call shown and spoken once, in order; recovers by itself."""

import logging
import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from counter_app.clocks import VIETNAM
from counter_app.domain.queue_policy import BoardChoices
from counter_app.domain.spoken import call_sentence
from counter_app.domain.tickets import Ticket
from counter_app.domain.working_calendar import WorkingCalendar
from counter_app.errors import CounterError
from counter_app.ports import Announcer
from counter_app.services.board import BoardView
from counter_app.services.bundle import Services
from ui.board.announcing import CallLine, manner_of
from ui.board.screen import BoardScreen
from ui.board.views import BoardState, CallView, WaitingView
from ui.hall_touch import Countdown
from ui.language import weekday, weekday_inside
from ui.tasks import Tasks

log = logging.getLogger(__name__)

SPOKEN_S = 6.0
"""How long a call fills the screen when no speaker tells its end."""
SHORTEST_S = 4.0
LONGEST_SPOKEN_S = 15.0
SILENCE_S = 10.0
"""After so long without a word the link is lost."""
_TICK_MS = 1_000
_REFRESH_MS = 2_000
_SETTLE_MS = 60


class BoardWindow(BoardScreen):
    """Follows the queue. ``on_spoken`` lets the speaker tell (label, desk) when it has spoken a call, on any thread."""

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        *,
        announcer: Announcer | None = None,
        on_spoken: Callable[[Callable[[str, int], None]], None] | None = None,
        calendar: WorkingCalendar | None = None,
        notices: Sequence[str] = (),
        number: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._tasks, self._announcer = services, tasks, announcer
        self._calendar, self._notices = calendar, tuple(notices)
        self._told = on_spoken is not None
        self._view: BoardView | None = None
        self._reading, self._again = False, False
        self._heard = time.monotonic()
        self._synced = services.clock.now()
        self._link_lost: datetime | None = None
        self._number, self._choices = number, BoardChoices()
        self._line = CallLine()
        self._calling: Ticket | None = None
        self._spoken = False
        self.countdown = Countdown(self)
        self.countdown.expired.connect(self._end_call)
        self._tick_timer = QTimer(self, interval=_TICK_MS)
        self._tick_timer.timeout.connect(self.tick)
        self._refresh_timer = QTimer(self, interval=_REFRESH_MS)
        self._refresh_timer.timeout.connect(self.refresh)
        self._settle_timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle_timer.timeout.connect(self.refresh)
        tasks.streams_changed.connect(self._notice)
        if on_spoken:
            on_spoken(lambda label, desk: tasks.post(lambda: self._hear(label, desk)))
        self._tick_timer.start()
        self._refresh_timer.start()
        self.tick()
        self.refresh()

    @Slot()
    def tick(self) -> None:
        """Bring clock and link up to date."""
        self.show_state(self._state_now())

    @Slot()
    def refresh(self) -> None:
        """Read the board again; never two reads at once."""
        if self._reading:
            self._again = True
            return
        self._reading = True
        self._tasks.read(self._read, self._take, self._fail, owner=self)

    def set_calendar(self, calendar: WorkingCalendar) -> None:
        """Tell of other days off from now on."""
        self._calendar = calendar
        self.tick()

    def show_link(self, lost_since: datetime | None) -> None:
        """Say that the link to the office's queue is lost since a moment, or back."""
        self._link_lost = lost_since
        self.tick()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop the timers."""
        for timer in (self._tick_timer, self._refresh_timer, self._settle_timer):
            timer.stop()
        self.countdown.stop()
        super().closeEvent(event)

    def _notice(self, streams: frozenset[str]) -> None:
        if any(stream.startswith(("ticket/", "board/")) for stream in streams) and not self._settle_timer.isActive():
            self._settle_timer.start()

    def _read(self) -> tuple[BoardView, BoardChoices]:
        return self._services.board.view(), self._services.queue_choices.board(self._number)

    def _take(self, read: tuple[BoardView, BoardChoices]) -> None:
        view, self._choices = read
        self._reading = False
        self._heard, self._synced = time.monotonic(), self._services.clock.now()
        self._view = view
        self._line.add(reversed(view.lately), self._choices, self._services.clock.now())
        if self._calling is None:
            self._next_call()
        self.tick()
        if self._again:
            self._again = False
            self.refresh()

    def _fail(self, error: CounterError) -> None:
        self._reading = False
        log.info("event=board_read_failed code=%s", error.code)
        self.tick()

    def _next_call(self) -> None:
        self._spoken = False
        self._calling = self._line.next()
        if self._calling is None or self._calling.desk is None:
            return
        manner = manner_of(self._choices, _local(self._services.clock.now()))
        if self._announcer and manner:
            self._spoken = True
            self._announcer.announce(self._calling.label, self._calling.desk, manner)
        self.countdown.start(LONGEST_SPOKEN_S if self._told and self._spoken else SPOKEN_S)

    def _hear(self, label: str, desk: int) -> None:
        """The speaker has finished a call."""
        if self._calling and (self._calling.label, self._calling.desk) == (label, desk):
            shown = self.countdown.total - self.countdown.left
            if shown < SHORTEST_S:  # a mute speaker is done at once; the eye needs its time all the same
                self.countdown.start(SHORTEST_S - shown)
            else:
                self._end_call()

    def _end_call(self) -> None:
        self.countdown.stop()
        self._next_call()
        self.tick()

    def _state_now(self) -> BoardState:
        now = self._services.clock.now()
        view, calling = self._view, self._calling
        calls = tuple(_call(one) for one in view.calls if one.desk) if view else ()
        waiting = tuple(WaitingView(one.group.short_name, one.waiting) for one in view.waiting) if view else ()
        spoken = call_sentence(calling.label, calling.desk) if calling and calling.desk and self._spoken else ""
        return BoardState(
            office=self._services.office.name,
            now=_local(now),
            calls=calls,
            waiting=waiting,
            calling=_call(calling) if calling else None,
            sentence=spoken,
            lost_since=self._lost_since(),
            ticker=self._notices or self._usual_notices(_local(now)),
        )

    def _lost_since(self) -> datetime | None:
        if self._link_lost:
            return _local(self._link_lost)
        silent = time.monotonic() - self._heard > SILENCE_S
        return _local(self._synced) if silent else None

    def _usual_notices(self, now: datetime) -> tuple[str, ...]:
        notices = [self.tr("Mời ông/bà chuẩn bị sẵn căn cước.")]
        tomorrow = now.date() + timedelta(days=1)
        if self._calendar and self._calendar.name_of(tomorrow):
            back = self._calendar.next_working(tomorrow)
            text = self.tr("{day} {date} nghỉ lễ, làm việc lại {back} {back_date} từ {hour} giờ.")
            notices.append(
                text.format(
                    day=weekday(tomorrow),
                    date=f"{tomorrow:%d/%m}",
                    back=weekday_inside(back),
                    back_date=f"{back:%d/%m}",
                    hour=self._calendar.opening(back).hour,
                )
            )
        return tuple(notices)


def _call(ticket: Ticket) -> CallView:
    called = ticket.called_at or ticket.issued_at
    return CallView(ticket.id, ticket.label, ticket.desk or 0, _local(called), ticket.calls)


def _local(moment: datetime) -> datetime:
    return moment.astimezone(VIETNAM)
