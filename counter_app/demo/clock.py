"""The demo's clock: the machine's, moved back while an hour of the morning is made up."""

import threading
from datetime import UTC, datetime, timedelta


class ShiftedClock:
    """The system's time plus a shift; thread-safe."""

    def __init__(self) -> None:
        self._shift = timedelta()
        self._lock = threading.Lock()

    def now(self) -> datetime:
        """Return the shifted instant in UTC."""
        with self._lock:
            return datetime.now(UTC) + self._shift

    def shift(self, by: timedelta) -> None:
        """Tell the system's time plus ``by`` from now on; a negative one lies in the past."""
        with self._lock:
            self._shift = by
