"""How long a citizen will wait here, by what this office measured, and how good that was."""

import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from time import monotonic

from counter_app.clocks import VIETNAM
from counter_app.domain.calling import InLine
from counter_app.domain.places import Desk, PlacedGroup
from counter_app.domain.queue_facts import DeskState, WaitEstimate
from counter_app.domain.queue_places import QueueDay, Seat
from counter_app.domain.queue_policy import CallingRule
from counter_app.domain.tickets import Ticket
from counter_app.domain.waiting_time import EstimateScore, HistoricError, QueueNow, WorkingDesk, estimate, score
from counter_app.domain.working_calendar import WorkingCalendar
from counter_app.journal.journal import Journal
from counter_app.services.queue_acting import desks_of, policy_of, seats_of
from counter_app.services.queue_calls import served_by
from counter_app.services.service_times import Measured, ServiceTimes, waited_s
from counter_app.store import places, waits
from counter_app.store import tickets as rows

_BREAK = timedelta(minutes=15)  # how long a desk's break is taken to last
_ARRIVING = timedelta(minutes=30)  # how long after the first act of a day the other desks are still expected
_LAST_HOUR = timedelta(hours=1)
_LEAST_SPAN = timedelta(minutes=10)  # the pace of who comes is not told by less
_FORESEEN = timedelta(hours=2)
_MOST_TO_COME = 40
_MOST_PAST = 30
_SURE_S = 30.0  # how long what was read is relied on: a reader may have looked just before a change
_CHOICES = ("desk/", "group/", "queuepolicy/", "seat/", "queueday/")


@dataclass(frozen=True, slots=True)
class _Choices:
    """What changes seldom on a business day: desks and who sits there, groups, the rule."""

    day: date
    until: float
    desks: tuple[Desk, ...]
    seats: Mapping[int, Seat]
    opened: QueueDay | None
    minutes: Mapping[str, int]
    rule: CallingRule


def scores_of(tickets: Iterable[Ticket]) -> dict[str, EstimateScore]:
    """How good the waits told to these were, by group; under ``""`` all of them."""
    told: dict[str, list[tuple[WaitEstimate, float]]] = {"": []}
    for ticket in tickets:
        if ticket.estimate is not None and ticket.first_called_at is not None:
            first = ticket.services[0].group if ticket.services else ticket.group
            for group in ("", first):
                told.setdefault(group, []).append((ticket.estimate, waited_s(ticket)))
    return {group: score(waits) for group, waits in told.items()}


class WaitingTimes:
    """Foretells waits; without a ``calendar`` desks are taken to work without a pause."""

    def __init__(self, journal: Journal, office: str, calendar: Callable[[], WorkingCalendar] | None = None) -> None:
        self._journal = journal
        self._office = office
        self._calendar = calendar
        self._times = ServiceTimes(journal)
        self._lock = threading.Lock()
        self._choices: _Choices | None = None
        self._last: _Asked | None = None
        journal.changes.listen(self._forget)

    def foretell(self, of: rows.OfDay, group: str, urgent: bool, *, quick: bool = False) -> WaitEstimate | None:
        """What to tell who takes a number of ``group`` now, ``quick`` for a short matter such as a result to collect.

        None where no desk that serves it works or is expected.
        """
        asked = self._ask(of)
        queue = asked.queue if urgent else asked.queue_of_others
        return estimate(InLine(_NEWCOMER, group, urgent, of.now, quick), queue, of.now, asked.error)

    def _ask(self, of: rows.OfDay) -> "_Asked":
        """Read what a walk starts from; once for all the groups that are asked about with the same ``of``."""
        last = self._last
        if last is not None and last.of is of:
            return last
        choices, measured = self._chosen(of), self._times.on(of)
        at_desks, seats, opened = rows.at_desks(of), choices.seats, choices.opened
        line = waits.line(of)
        to_come = _to_come(measured, of.now, opened.opened_at if opened else of.now)
        groups = {*choices.minutes, *(one.oldest.group for one in line)}
        groups |= {one.group for one in at_desks} | {one.group for one in to_come}
        queue = QueueNow(
            line=line,
            past=waits.past(of, _MOST_PAST),
            desks=working_desks(choices.desks, seats, at_desks, _Expected(opened, measured.before, of.now)),
            typical={group: measured.typical(group, choices.minutes.get(group, _PLANNED)) for group in groups},
            rule=choices.rule,
            pauses=self._pauses(of, seats.values(), at_desks),
        )
        self._last = asked = _Asked(of, queue, replace(queue, to_come=to_come), measured.error())
        return asked

    def _chosen(self, of: rows.OfDay) -> _Choices:
        with self._lock:
            known = self._choices
        if known is None or known.day != of.day or known.until < monotonic():
            known = _read(of)
            with self._lock:
                self._choices = known
        return known

    def _forget(self, streams: frozenset[str]) -> None:
        if any(stream.startswith(_CHOICES) for stream in streams):
            with self._lock:
                self._choices = None

    def _pauses(
        self, of: rows.OfDay, seats: Iterable[Seat], at_desks: Iterable[Ticket]
    ) -> tuple[tuple[datetime, datetime], ...]:
        """When nobody calls on this day; not a pause that somebody works through, nor on a day of another date."""
        local = of.now.astimezone(VIETNAM)
        if self._calendar is None or local.date() != of.day:
            return ()
        sessions = self._calendar().sessions(of.day)
        begins = [local.replace(hour=0, minute=0, second=0, microsecond=0), *(closes for _, closes in sessions)]
        pauses = tuple(zip(begins, (opens for opens, _ in sessions), strict=False))
        acts = [seat.since for seat in seats if seat.state is DeskState.OPEN]
        acts += [ticket.called_at for ticket in at_desks if ticket.called_at]
        return tuple(
            (start, end) for start, end in pauses if not (start <= of.now < end and any(start <= act for act in acts))
        )


@dataclass(frozen=True, slots=True)
class _Asked:
    """The queue as one reader sees it; those without priority wait also for who will come with it."""

    of: rows.OfDay
    queue: QueueNow
    queue_of_others: QueueNow
    error: HistoricError | None


@dataclass(frozen=True, slots=True)
class _Expected:
    """Which desks are expected that nobody has opened yet."""

    day: QueueDay | None
    before: frozenset[int]
    now: datetime

    def is_expected(self, desk: int) -> bool:
        """Whether one that worked the day before may still come (before the first day: any)."""
        begun = self.day is not None and self.now - self.day.opened_at > _ARRIVING
        return not begun and (not self.before or desk in self.before)


def working_desks(
    desks: Iterable[Desk], seats: Mapping[int, Seat], at_desks: Iterable[Ticket], expected: _Expected
) -> tuple[WorkingDesk, ...]:
    """The desks that call: those with a ticket, those that are open, on a break, or expected."""
    busy = {ticket.desk: ticket for ticket in at_desks}
    made = []
    for desk in desks:
        seat, ticket = seats.get(desk.number), busy.get(desk.number)
        serves = served_by(desk, desk.number)
        if ticket is not None:
            made.append(WorkingDesk(serves, ticket.group, ticket.called_at or expected.now))
        elif seat is None:
            if expected.is_expected(desk.number):
                made.append(WorkingDesk(serves))
        elif seat.state is DeskState.OPEN:
            made.append(WorkingDesk(serves))
        elif seat.state is DeskState.BREAK:
            made.append(WorkingDesk(serves, since=max(expected.now, seat.since + _BREAK)))
    return tuple(made)


_NEWCOMER = "~"  # after every ticket's id
_PLANNED = 10


def _read(of: rows.OfDay) -> _Choices:
    until, connection = monotonic() + _SURE_S, of.connection
    return _Choices(
        day=of.day,
        until=until,
        desks=desks_of(connection, of.office),
        seats={seat.desk: seat for seat in seats_of(connection, of.office, of.day)},
        opened=places.place(connection, f"queueday/{of.office}@{of.day}", QueueDay),
        minutes={placed.group.id: placed.group.minutes for placed in places.all_of(connection, PlacedGroup)},
        rule=policy_of(connection, of.office).rule,
    )


def _to_come(measured: Measured, now: datetime, opened: datetime) -> tuple[InLine, ...]:
    """Who will come with priority, at the pace and in the groups of the last hour."""
    lately = [one for one in tuple(measured.urgent) if now - _LAST_HOUR <= one[0] <= now]
    if not lately:
        return ()
    span = min(max(now - opened, _LEAST_SPAN), _LAST_HOUR) / len(lately)
    count = min(_MOST_TO_COME, int(_FORESEEN / span))
    return tuple(
        InLine(f"{_NEWCOMER}{place}", lately[place % len(lately)][1], True, now + span * (place + 0.5))
        for place in range(count)
    )
