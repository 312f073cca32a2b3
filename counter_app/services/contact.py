"""How long ago this machine heard from whoever tells it which accounts still count."""

from collections.abc import Callable
from datetime import datetime, timedelta

from counter_app.domain.hybrid_time import instant
from counter_app.errors import CounterError
from counter_app.journal.journal import Journal
from counter_app.store import local
from counter_app.store.codec import milliseconds

WARNING_DAYS = 10
"""The desk says it so many days before."""
_HEARD = "heard"
_EVERY_MS = 3_600_000
_DAY_MS = 86_400_000


class Contact:
    """The last contact with the upstream; ``days`` None where there is none, and then nothing ever expires."""

    def __init__(self, journal: Journal, days: int | None = None) -> None:
        self._journal, self.days = journal, days
        self._told = 0
        self.answers: Callable[[], bool] = lambda: False
        """Whether the upstream answers just now; set by whoever knows the links."""

    def begin(self) -> None:
        """Count from now on where nothing is known yet."""
        with self._journal.database.read() as connection:
            known = local.mark(connection, _HEARD)
        if self.days is not None and not known:
            self.heard()

    def ask(self) -> None:
        """Note that the upstream answers, if it does."""
        if self.days is not None and self.answers():
            self.heard()

    def heard(self) -> None:
        """Note that the upstream answered; written once an hour at most, and what cannot be written is no harm."""
        now = milliseconds(self._journal.clock.now())
        if self.days is None or 0 <= now - self._told < _EVERY_MS:
            return
        try:
            with self._journal.database.write() as connection:
                local.save_mark(connection, _HEARD, now)
        except CounterError:
            return
        self._told = now

    def left(self) -> int | None:
        """Whole days until only administrators sign in here: 0 when that day has come, None when it never does."""
        if self.days is None:
            return None
        self.ask()
        with self._journal.database.read() as connection:
            heard = local.mark(connection, _HEARD)
        if not heard:
            return self.days
        gone = milliseconds(self._now()) - heard
        return max(0, self.days - gone // _DAY_MS) if gone > 0 else self.days

    def ends_soon(self) -> int | None:
        """The days that are left, where there are so few that the desk says it; else None."""
        left = self.left()
        return left if left is not None and left <= min(WARNING_DAYS, (self.days or 0) // 2) else None

    def _now(self) -> datetime:
        """Now, or when the newest entry was written: a clock that is set back gives no days."""
        written = instant(self._journal.last_time)
        now = self._journal.clock.now()
        return written if written - now > timedelta(minutes=10) else now
