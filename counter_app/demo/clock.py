"""The demo's clock: the machine's, moved back while an hour of the morning is made up."""

import threading
from datetime import UTC, datetime, timedelta

from counter_app.clocks import steady_seconds


class ShiftedClock:
    """The system's time plus a shift; thread-safe."""

    def __init__(self) -> None:
        self._shift = timedelta()
        self._lock = threading.Lock()

    def now(self) -> datetime:
        """Return the shifted instant in UTC."""
        with self._lock:
            return datetime.now(UTC) + self._shift

    def monotonic(self) -> float:
        """Seconds that have gone by, those made up included."""
        with self._lock:
            return steady_seconds() + self._shift.total_seconds()

    def shift(self, by: timedelta) -> None:
        """Tell the system's time plus ``by`` from now on; a negative one lies in the past."""
        with self._lock:
            self._shift = by
