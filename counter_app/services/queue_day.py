"""The business day in force: kept through wrong clocks, midnight and restarts, and gone over from in quiet hours."""

import logging
import threading
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol, runtime_checkable

from counter_app.clocks import VIETNAM, steady_seconds
from counter_app.domain.business_day import day_in_force
from counter_app.domain.hybrid_time import instant
from counter_app.domain.queue_places import QueueDay
from counter_app.journal.journal import Journal
from counter_app.store import places
from counter_app.store import tickets as rows
from counter_app.store.database import Connection

log = logging.getLogger(__name__)

DAY = "queueday/"
STREAMS = ("ticket/", "seat/", DAY)
"""Beginnings of the streams that a day of the queue is made of."""
_AT_ONCE = 500  # streams asked for in one query
_AHEAD = 8  # days that a wrong clock may have opened beyond the one in force, and still it is found


@runtime_checkable
class _Steady(Protocol):
    """A clock that also tells what has gone by, whatever it is set to."""

    def monotonic(self) -> float:
        """Seconds since some moment."""
        ...


@dataclass(frozen=True, slots=True)
class InForce:
    """The business day, what is known of it (None before its first act), and the day that was opened last."""

    day: date
    known: QueueDay | None
    newest: QueueDay | None

    @property
    def must_open(self) -> bool:
        """Whether the next act begins this day, or returns to it."""
        return self.known is None or self.known != self.newest


class BusinessDays:
    """The business days of one office, as this station knows them.

    How long the queue has been quiet is counted in seconds gone by since the last act here. For what was done before
    this process began, or at another station, the entry's time is set against the clock as it was at the beginning.
    """

    def __init__(self, journal: Journal, office: str) -> None:
        self._journal = journal
        self._office = office
        clock = journal.clock
        self._seconds = clock.monotonic if isinstance(clock, _Steady) else steady_seconds
        self._began, self._began_at = self._seconds(), clock.now()
        self._lock = threading.Lock()
        self._last: float | None = None
        self._heard: set[str] = set()
        self._kept: tuple[QueueDay | None] | None = None
        self._turn = 0
        self._doubted: tuple[date, date] | None = None
        journal.changes.listen(self._hear)

    def in_force(self, connection: Connection, *, changing: bool = False) -> InForce:
        """The business day by which the queue counts now; ``changing`` where this transaction has changed it."""
        newest = self._read(connection) if changing else self._newest(connection)
        today = self._journal.clock.now().astimezone(VIETNAM).date()
        if newest is None:
            return InForce(today, None, None)
        if newest.day == today:
            return InForce(today, newest, newest)
        quiet = timedelta() if newest.closed_at else self._quiet(connection, newest.day)
        day = day_in_force(newest, today, quiet)
        if day == newest.day:
            self._doubt(day, today)
            return InForce(day, newest, newest)
        return InForce(day, places.place(connection, f"queueday/{self._office}@{day}", QueueDay), newest)

    def acted(self) -> None:
        """Something was done in the queue just now, here."""
        with self._lock:
            self._heard.clear()
            self._last = self._seconds()

    def _newest(self, connection: Connection) -> QueueDay | None:
        """The day that was opened last; asked again only when one has changed."""
        with self._lock:
            kept, turn = self._kept, self._turn
        if kept is None:
            kept = (self._read(connection),)
            with self._lock:
                if turn == self._turn:
                    self._kept = kept
        return kept[0]

    def _read(self, connection: Connection) -> QueueDay | None:
        found = places.newest(connection, f"queueday/{self._office}@", QueueDay, _AHEAD)
        return max(found, key=lambda one: one.turn, default=None)

    def _quiet(self, connection: Connection, day: date) -> timedelta:
        with self._lock:
            heard, self._heard = self._heard, set()
            last = self._last
        if last is None:
            last = self._moment(max(rows.last_entry(connection, self._office, day), self._opening(connection, day)))
        if heard:
            newest = max(rows.last_entry_of(connection, some) for some in _parts(heard))
            last = max(last, self._moment(newest))
        with self._lock:
            self._last = last if self._last is None else max(last, self._last)
            return timedelta(seconds=max(0.0, self._seconds() - self._last))

    def _opening(self, connection: Connection, day: date) -> int:
        return rows.last_entry_of(connection, (f"queueday/{self._office}@{day}",))

    def _moment(self, time: int) -> float:
        """When an entry was written, in this process's seconds; nothing is written later than now."""
        return min(self._seconds(), self._began + (instant(time) - self._began_at).total_seconds())

    def _hear(self, streams: frozenset[str]) -> None:
        mine = [stream for stream in streams if stream.startswith(STREAMS)]
        if mine:
            with self._lock:
                self._heard.update(mine)
                if any(stream.startswith(DAY) for stream in mine):
                    self._kept, self._turn = None, self._turn + 1

    def _doubt(self, day: date, today: date) -> None:
        with self._lock:
            known, self._doubted = self._doubted == (day, today), (day, today)
        if not known:
            log.warning("event=clock_doubtful business_day=%s clock_day=%s", day, today)


def _parts(streams: set[str]) -> list[tuple[str, ...]]:
    every = sorted(streams)
    return [tuple(every[first : first + _AT_ONCE]) for first in range(0, len(every), _AT_ONCE)]
