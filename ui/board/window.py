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
from ui.board.slides import Slides
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
QUIET = timedelta(seconds=60)
"""So long after the last call the office's pictures are shown."""
BLINKS = 6
"""Halves of a blink; at this pace slow enough for people who must not see flicker."""
_BLINK_MS = 400
_REPAINT_S = 60
_SLEPT_S = 5
_STREAMS = ("ticket/", "board/", "seat/", "group/")
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
        self._asked: float | None = None
        self._again = False
        self._heard = time.monotonic()
        self._synced = services.clock.now()
        self._link_lost: datetime | None = None
        self._number, self._choices = number, BoardChoices()
        self.slides = Slides(self.gallery, tasks, services.board.picture)
        self._line = CallLine()
        self._calling: Ticket | None = None
        self._spoken = False
        self._make_timers()
        tasks.streams_changed.connect(self._notice)
        if on_spoken:
            on_spoken(lambda label, desk: tasks.post(lambda: self._hear(label, desk)))
        self._tick_timer.start()
        self._refresh_timer.start()
        self.tick()
        self.refresh()

    def _make_timers(self) -> None:
        self.countdown = Countdown(self)
        self.countdown.expired.connect(self._end_call)
        self._blinks = 0
        self.blink_timer = QTimer(self, interval=_BLINK_MS)
        self.blink_timer.timeout.connect(self._blink)
        self._ticked = time.time()
        self._tick_timer = QTimer(self, interval=_TICK_MS)
        self._tick_timer.timeout.connect(self.tick)
        self._refresh_timer = QTimer(self, interval=_REFRESH_MS)
        self._refresh_timer.timeout.connect(self.refresh)
        self._settle_timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle_timer.timeout.connect(self.refresh)

    @Slot()
    def tick(self) -> None:
        """Bring clock, link and pictures up to date; paint everything anew each minute and after a sleep."""
        now, before = time.time(), self._ticked
        self._ticked = now
        if not 0 <= now - before < _SLEPT_S:
            self.paint_anew()
        elif now // _REPAINT_S != before // _REPAINT_S:
            self.update()
        self.slides.show(self._choices.pictures, self._is_quiet())
        self.show_state(self._state_now())

    @Slot()
    def refresh(self) -> None:
        """Read the board again; never two reads at once, but one that does not come back is not waited for."""
        now = time.monotonic()
        if self._asked is not None and now - self._asked < SILENCE_S:
            self._again = True
            return
        self._asked = now
        self._tasks.read(self._read, self._take, self._fail, owner=self, topic="board")

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
        for timer in (self._tick_timer, self._refresh_timer, self._settle_timer, self.blink_timer):
            timer.stop()
        self.slides.stop()
        self.countdown.stop()
        super().closeEvent(event)

    def _notice(self, streams: frozenset[str]) -> None:
        if any(stream.startswith(_STREAMS) for stream in streams) and not self._settle_timer.isActive():
            self._settle_timer.start()

    def _read(self) -> BoardView | None:
        try:
            return self._services.board.view(self._number)
        except CounterError:
            raise
        except Exception:  # nobody sits here: the next reading may go well
            log.exception("event=board_read_crashed")
            return None

    def _take(self, view: BoardView | None) -> None:
        self._asked = None
        if view is not None:
            self._heard, self._synced = time.monotonic(), self._services.clock.now()
            self._view, self._choices = view, view.choices
            self._line.add(reversed(view.lately), self._choices, self._services.clock.now())
        if self._calling is None:
            self._next_call()
        self.tick()
        if self._again:
            self._again = False
            self.refresh()

    def _fail(self, error: CounterError) -> None:
        self._asked = None
        log.info("event=board_read_failed code=%s", error.code)
        self.tick()

    def _is_quiet(self) -> bool:
        """Whether nobody is called, and nobody was for a while: time for the office's pictures."""
        if self._calling is not None or self._view is None:
            return False
        called = self._view.calls[0].called_at if self._view.calls else None
        return called is None or self._services.clock.now() - called >= QUIET

    def _blink(self) -> None:
        self._blinks += 1
        if self._blinks >= BLINKS or self._calling is None:
            self.blink_timer.stop()
            self._blinks = 0
        self.tick()

    def _next_call(self) -> None:
        self._spoken = False
        self._calling = self._line.next()
        if self._calling is None or self._calling.desk is None:
            return
        self._blinks = 0
        self.blink_timer.start()
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
            now=_local(now).replace(second=0, microsecond=0),
            calls=calls,
            waiting=waiting,
            calling=_call(calling) if calling else None,
            sentence=spoken,
            lost_since=self._lost_since(),
            ticker=self._notices or self._running_text(_local(now)),
            bright=self._blinks % 2 == 0,
            pictures=self.slides.ready and self._is_quiet(),
        )

    def _lost_since(self) -> datetime | None:
        if self._link_lost:
            return _local(self._link_lost)
        silent = time.monotonic() - self._heard > SILENCE_S
        return _local(self._synced) if silent else None

    def _running_text(self, now: datetime) -> tuple[str, ...]:
        """The office's own words, which desks have a break, and what the calendar says."""
        own = tuple(" ".join(line.split()) for line in self._choices.running_text.splitlines() if line.strip())
        resting = self._view.resting if self._view else ()
        breaks = tuple(self.tr("Quầy {desk} đang tạm nghỉ.").format(desk=desk) for desk in resting)
        usual = self._usual_notices(now)
        return (*own, *breaks, *(usual[1:] if own else usual))

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
