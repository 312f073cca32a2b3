"""What this office measured: how long services take, how good its estimates were, who comes with priority."""

import threading
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from counter_app.domain.queue_facts import WaitEstimate
from counter_app.domain.tickets import Ticket, TicketState
from counter_app.domain.waiting_time import MOST_SAMPLES, HistoricError, Typical, historic_error, typical
from counter_app.journal.journal import Journal
from counter_app.store import tickets as rows
from counter_app.store import waits

_DAYS = timedelta(days=30)
_MOST_READ = 1500  # tickets of the days before, and of today at a start: enough for fifty services of most groups
_MOST_TOLD = 500
_MOST_HEARD = 2000
_LONGEST_S = 4 * 3600  # beyond it somebody forgot to end the service


@dataclass
class Measured:
    """What is known on one business day; lists are newest first."""

    day: date
    before: frozenset[int] = frozenset()  # the desks that worked on the last day before
    samples: dict[str, deque[float]] = field(default_factory=dict)
    told: deque[tuple[WaitEstimate, float]] = field(default_factory=lambda: deque(maxlen=_MOST_TOLD))
    urgent: deque[tuple[datetime, str]] = field(default_factory=lambda: deque(maxlen=_MOST_TOLD))
    _seen: dict[str, set[str]] = field(default_factory=lambda: {"issued": set(), "called": set(), "ended": set()})
    _typical: dict[tuple[str, int], Typical] = field(default_factory=dict)
    _error: tuple[int, HistoricError | None] = (-1, None)

    def take(self, ticket: Ticket) -> None:
        """Learn from a ticket what is new in it."""
        if ticket.day == self.day and ticket.priority and self._is_new("issued", ticket):
            self.urgent.appendleft((ticket.issued_at, ticket.group))
        if ticket.estimate and ticket.first_called_at and self._is_new("called", ticket):
            self.told.appendleft((ticket.estimate, waited_s(ticket)))
        if ticket.state is TicketState.FINISHED and self._is_new("ended", ticket):
            for group, seconds in service_seconds(ticket):
                self.samples.setdefault(group, deque(maxlen=MOST_SAMPLES)).appendleft(seconds)
                self._typical.clear()

    def typical(self, group: str, planned_minutes: int) -> Typical:
        """How long a service of ``group`` takes."""
        key = (group, planned_minutes)
        if key not in self._typical:
            self._typical[key] = typical(tuple(self.samples.get(group, ())), planned_minutes * 60)
        return self._typical[key]

    def error(self) -> HistoricError | None:
        """How far off the estimates were."""
        count = len(self._seen["called"])
        if self._error[0] != count:
            self._error = (count, historic_error(tuple(self.told)))
        return self._error[1]

    def _is_new(self, what: str, ticket: Ticket) -> bool:
        seen = self._seen[what]
        if ticket.id in seen:
            return False
        seen.add(ticket.id)
        return True


class ServiceTimes:
    """Reads the last days once a business day, and after that only the tickets that changed."""

    def __init__(self, journal: Journal) -> None:
        self._lock = threading.Lock()
        self._measured: Measured | None = None
        self._heard: set[str] = set()
        journal.changes.listen(self._hear)

    def on(self, of: rows.OfDay) -> Measured:
        """What is known of a day, now."""
        with self._lock:
            heard, self._heard = self._heard, set()
            measured = self._measured
            if measured is None or measured.day != of.day or len(heard) > _MOST_HEARD:
                measured = self._measured = _read(of)
            elif heard:
                _learn(measured, waits.telling(of.connection, heard))
            return measured

    def _hear(self, streams: frozenset[str]) -> None:
        ids = [stream.partition("/")[2] for stream in streams if stream.startswith("ticket/")]
        if not ids:
            return
        with self._lock:
            # Where nobody asks, nothing piles up: what is too much is read whole when somebody does.
            if self._measured is not None and len(self._heard) <= _MOST_HEARD:
                self._heard.update(ids)


def waited_s(ticket: Ticket) -> float:
    """How long a ticket waited until its first call, in seconds, not negative where a clock was set back."""
    return max(0.0, ((ticket.first_called_at or ticket.issued_at) - ticket.issued_at).total_seconds())


def service_seconds(ticket: Ticket) -> list[tuple[str, float]]:
    """Each service of a ticket: its group, and how long the desk was taken, from the call on where one preceded."""
    made: list[tuple[str, float]] = []
    before: datetime | None = None
    for period in ticket.services:
        if period.ended_at is None:
            continue
        called, begun = ticket.called_at, period.started_at
        if called is not None and called <= begun and (before is None or before <= called):
            begun = called
        before = period.ended_at
        seconds = (period.ended_at - begun).total_seconds()
        if 0 < seconds <= _LONGEST_S:
            made.append((period.group, seconds))
    return made


def _read(of: rows.OfDay) -> Measured:
    connection, office, day = of.connection, of.office, of.day
    earlier = waits.between(connection, office, day - _DAYS, day - timedelta(days=1), _MOST_READ)
    last = max((ticket.day for ticket in earlier), default=day)
    desks = {period.desk for ticket in earlier if ticket.day == last for period in ticket.services}
    measured = Measured(day, frozenset(desks))
    _learn(measured, (*earlier, *waits.between(connection, office, day, day, _MOST_READ)))
    return measured


def _learn(measured: Measured, tickets: Iterable[Ticket]) -> None:
    for ticket in sorted(tickets, key=lambda one: one.ended_at or one.called_at or one.issued_at):
        measured.take(ticket)
