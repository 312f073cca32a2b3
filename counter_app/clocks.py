"""The clocks: the system's, and one that a played day moves by hand."""

import threading
from datetime import UTC, date, datetime, timedelta

from counter_app.domain.working_calendar import VIETNAM
from counter_app.ports import Clock

__all__ = ["VIETNAM", "ManualClock", "SystemClock", "business_day"]


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the present instant in UTC."""
        return datetime.now(UTC)


class ManualClock:
    """A clock that stands until it is moved; thread-safe."""

    def __init__(self, start: datetime) -> None:
        self._now = start.astimezone(UTC)
        self._lock = threading.Lock()

    def now(self) -> datetime:
        """Return the instant it was last moved to."""
        with self._lock:
            return self._now

    def move(self, by: timedelta) -> None:
        """Move forward (or back, as a wrong clock does)."""
        with self._lock:
            self._now += by

    def set(self, instant: datetime) -> None:
        """Move to ``instant``."""
        with self._lock:
            self._now = instant.astimezone(UTC)


def business_day(clock: Clock) -> date:
    """The day in Vietnam."""
    return clock.now().astimezone(VIETNAM).date()
