"""The clocks: the system's, an office's of many machines, and one that a played day moves by hand."""

import threading
import time
from datetime import UTC, date, datetime, timedelta

from counter_app.domain.working_calendar import VIETNAM
from counter_app.ports import Clock

__all__ = ["VIETNAM", "ManualClock", "OfficeClock", "SystemClock", "business_day", "steady_seconds"]


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the present instant in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that have gone by, whatever the clock is set to; a night asleep counts."""
        return steady_seconds()


class OfficeClock:
    """The time that an office's machines agree on: this machine's own clock and how far it is behind. Thread-safe."""

    def __init__(self, own: Clock) -> None:
        self.own = own
        self.behind = timedelta()

    def now(self) -> datetime:
        """Return the present instant of the office."""
        return self.own.now() + self.behind

    def monotonic(self) -> float:
        """Seconds that have gone by, whatever any clock is set to."""
        own = self.own
        return own.monotonic() if isinstance(own, SystemClock | ManualClock) else steady_seconds()


class ManualClock:
    """A clock that stands until it is moved; thread-safe."""

    def __init__(self, start: datetime) -> None:
        self._now = start.astimezone(UTC)
        self._gone_by = 0.0
        self._lock = threading.Lock()

    def now(self) -> datetime:
        """Return the instant it was last moved to."""
        with self._lock:
            return self._now

    def move(self, by: timedelta) -> None:
        """Move forward: so much time goes by (or back, as a wrong clock does)."""
        with self._lock:
            self._gone_by += max(0.0, by.total_seconds())
            self._now += by

    def set(self, instant: datetime) -> None:
        """Move to ``instant``; if that is forward, the time between has gone by."""
        with self._lock:
            self._gone_by += max(0.0, (instant - self._now).total_seconds())
            self._now = instant.astimezone(UTC)

    def jump(self, instant: datetime) -> None:
        """Be set to ``instant`` by a wrong hand: no time goes by."""
        with self._lock:
            self._now = instant.astimezone(UTC)

    def monotonic(self) -> float:
        """Seconds that have gone by."""
        with self._lock:
            return self._gone_by


def steady_seconds() -> float:
    """Seconds since some moment, never set by anybody; the time asleep counts where the system can tell."""
    if hasattr(time, "CLOCK_BOOTTIME"):  # Linux stops the plain one while asleep
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


def business_day(clock: Clock) -> date:
    """The day in Vietnam."""
    return clock.now().astimezone(VIETNAM).date()
