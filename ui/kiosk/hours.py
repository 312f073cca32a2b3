"""Whether numbers are given out now: by an officer's word, else by the office's hours."""

from datetime import datetime

from counter_app.domain.queue_facts import KioskMode
from counter_app.domain.working_calendar import WorkingCalendar
from counter_app.ports import Clock
from counter_app.services.queue_numbers import NumbersOpen
from ui.kiosk import presenting
from ui.kiosk.views import ClosedView


class Hours:
    """Knows the calendar, and what the queue last told; an hour that has come since then counts at once."""

    def __init__(self, clock: Clock, calendar: WorkingCalendar | None, phone: str) -> None:
        self._clock, self._phone = clock, phone
        self.calendar = calendar
        self._told: NumbersOpen | None = None
        self._told_in_hours = True

    def now(self) -> datetime:
        """Return the time in Vietnam."""
        return presenting.local(self._clock.now())

    def tell(self, told: NumbersOpen) -> None:
        """Take what the queue tells now."""
        self._told, self._told_in_hours = told, self._in_hours()

    def is_overtaken(self) -> bool:
        """Tell whether an hour of opening or closing has come since the queue told."""
        return self._told is not None and self._in_hours() is not self._told_in_hours

    def is_open(self) -> bool:
        """Tell whether numbers are given out now."""
        told = self._told
        if told is None or (told.mode is KioskMode.HOURS and self.is_overtaken()):
            return self._in_hours()
        return told.open

    def _in_hours(self) -> bool:
        return self.calendar is None or self.calendar.is_open(self.now())

    def closed_now(self) -> ClosedView | None:
        """Return what the closed page says; None while it is open."""
        if self.is_open():
            return None
        told, now = self._told, self.now()
        by_word = told is not None and told.mode is KioskMode.CLOSED
        if self.calendar and not by_word and not self.calendar.is_open(now):
            return presenting.closed_view(self.calendar, now, self._phone)
        return presenting.shut_view(told, self.calendar, now, self._phone)
