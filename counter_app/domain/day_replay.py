"""A recorded day of the queue, called again by another rule."""

import heapq
import statistics
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from counter_app.domain.calling import DeskServes, InLine, PastCall, choose
from counter_app.domain.queue_policy import CallingRule


@dataclass(frozen=True, slots=True)
class Arrival:
    """One who began to wait; times in UTC. ``service_s`` is how long the desk was taken, from the call on.

    ``waited_s`` and ``desk`` are what really happened, None where nobody called; ``left_s`` is set for one who withdrew
    after so many seconds.
    """

    at: datetime
    group: str
    service_s: int
    urgent: bool = False
    quick: bool = False
    only_desk: int | None = None
    waited_s: int | None = None
    desk: int | None = None
    left_s: int | None = None


@dataclass(frozen=True, slots=True)
class OpenSpan:
    """A time at which a desk called, in UTC."""

    opened: datetime
    closed: datetime


@dataclass(frozen=True, slots=True)
class DeskDay:
    """One desk that day: what it serves (no weights: everything), when, and its usual pause before the next call."""

    number: int
    open: tuple[OpenSpan, ...]
    weights: dict[str, int] = field(default_factory=dict)
    quick: bool = False
    pause_s: int = 0


@dataclass(frozen=True, slots=True)
class RecordedDay:
    """What came to an office on one day, with which desks, under which rule; no names and no numbers."""

    day: date
    arrivals: tuple[Arrival, ...]
    desks: tuple[DeskDay, ...]
    rule: CallingRule | None = None


@dataclass(frozen=True, slots=True)
class WaitSummary:
    """How long some waited, in seconds."""

    count: int = 0
    median_s: int = 0
    p95_s: int = 0
    longest_s: int = 0


@dataclass(frozen=True, slots=True)
class SimulatedDay:
    """One day by one rule: the waits, how many of them over ``bound_minutes``, who was never called, calls by desk."""

    everybody: WaitSummary
    priority: WaitSummary
    others: WaitSummary
    groups: dict[str, WaitSummary]
    bound_minutes: int
    over_bound: int
    never_called: int
    calls: dict[int, int]


def fault_of(day: RecordedDay) -> str:
    """The first field of a day that makes no sense, "" where all do."""
    if len(day.arrivals) > _MOST_ARRIVALS:
        return "arrivals"
    if len({desk.number for desk in day.desks}) < len(day.desks):
        return "desks.number"
    of_arrivals = (f"arrivals[{place}].{name}" for place, one in enumerate(day.arrivals) if (name := _fault_of(one)))
    of_desks = (f"desks[{place}].{name}" for place, one in enumerate(day.desks) if (name := _desk_fault_of(one)))
    return next(of_arrivals, "") or next(of_desks, "")


def simulate(
    day: RecordedDay,
    rule: CallingRule,
    bound_minutes: int | None = None,
    *,
    stopped: Callable[[], bool] = lambda: False,
) -> SimulatedDay:
    """Call the day's arrivals by ``rule``; over which bound a wait is counted is the rule's own unless it is given.

    ``stopped`` is asked before each call; from then on nobody is called any more, and the figures are those so far.
    """
    bound = rule.most_wait_minutes if bound_minutes is None else bound_minutes
    return _summary(day, _Replay(day, rule).waits(stopped), bound)


def as_it_was(day: RecordedDay, bound_minutes: int) -> SimulatedDay:
    """The same figures of what really happened."""
    waits = [_Wait(one, one.waited_s, one.desk or 0) for one in day.arrivals if one.waited_s is not None]
    return _summary(day, waits, bound_minutes)


_MOST_ARRIVALS = 20_000
_DAY_S = 86_400


def _fault_of(one: Arrival) -> str:
    if one.at.tzinfo is None:
        return "at"
    lengths = {"service_s": one.service_s, "waited_s": one.waited_s, "left_s": one.left_s}
    return next((name for name, length in lengths.items() if length is not None and not 0 <= length <= _DAY_S), "")


def _desk_fault_of(desk: DeskDay) -> str:
    if desk.number < 1:
        return "number"
    if any(weight < 1 for weight in desk.weights.values()):
        return "weights"
    if not 0 <= desk.pause_s <= _DAY_S:
        return "pause_s"
    aware = all(moment.tzinfo for span in desk.open for moment in (span.opened, span.closed))
    return "" if aware and all(span.opened <= span.closed for span in desk.open) else "open"


@dataclass(frozen=True, slots=True)
class _Wait:
    arrival: Arrival
    waited_s: int
    desk: int


class _Replay:
    def __init__(self, day: RecordedDay, rule: CallingRule) -> None:
        self._rule = rule
        order = sorted(range(len(day.arrivals)), key=lambda place: day.arrivals[place].at)
        self._arrivals = [day.arrivals[place] for place in order]
        self._coming = deque(_in_line(place, one) for place, one in enumerate(self._arrivals))
        self._lines: dict[tuple[str, bool, bool, int | None], deque[InLine]] = {}
        self._past: deque[PastCall] = deque(maxlen=_HISTORY)
        self._desks = day.desks
        self._free = [(span.opened, number, span.closed) for number, desk in enumerate(day.desks) for span in desk.open]
        heapq.heapify(self._free)
        self._busy_until: dict[int, datetime] = {}

    def waits(self, stopped: Callable[[], bool]) -> list[_Wait]:
        """Every call, in its order."""
        made: list[_Wait] = []
        while self._free and not stopped():
            at, number, closed = heapq.heappop(self._free)
            if at < self._busy_until.get(number, at):  # the service before a break went on into what follows it
                heapq.heappush(self._free, (self._busy_until[number], number, closed))
                continue
            if at >= closed:
                continue
            self._arrive(at)
            desk = self._desks[number]
            serves = DeskServes(desk.number, desk.weights, desk.quick)
            chosen = choose([line[0] for line in self._lines.values()], self._past, serves, self._rule, at)
            if chosen is None:
                if self._coming:
                    heapq.heappush(self._free, (max(at, self._coming[0].since), number, closed))
                continue
            arrival = self._take(chosen.id, desk.number)
            made.append(_Wait(arrival, round((at - arrival.at).total_seconds()), desk.number))
            self._busy_until[number] = at + timedelta(seconds=arrival.service_s + desk.pause_s)
            heapq.heappush(self._free, (self._busy_until[number], number, closed))
        return made

    def _arrive(self, at: datetime) -> None:
        while self._coming and self._coming[0].since <= at:
            one = self._coming.popleft()
            key = (one.group, one.urgent, one.quick, one.only_desk)
            self._lines.setdefault(key, deque()).append(one)
        for key, line in list(self._lines.items()):
            while line and self._gone(line[0], at):
                line.popleft()
            if not line:
                del self._lines[key]

    def _gone(self, one: InLine, at: datetime) -> bool:
        left = self._arrivals[int(one.id)].left_s
        return left is not None and (at - one.since).total_seconds() >= left

    def _take(self, chosen: str, desk: int) -> Arrival:
        key, line = next((key, line) for key, line in self._lines.items() if line[0].id == chosen)
        one = line.popleft()
        if not line:
            del self._lines[key]
        self._past.appendleft(PastCall(one.group, one.urgent, desk))
        return self._arrivals[int(one.id)]


_HISTORY = 500


def _in_line(place: int, one: Arrival) -> InLine:
    return InLine(f"{place:06d}", one.group, one.urgent, one.at, one.quick, one.only_desk)


def _summary(day: RecordedDay, waits: Sequence[_Wait], bound_minutes: int) -> SimulatedDay:
    calls = {desk.number: 0 for desk in day.desks}
    for wait in waits:
        calls[wait.desk] = calls.get(wait.desk, 0) + 1
    groups = sorted({one.group for one in day.arrivals})
    stayed = sum(one.left_s is None for one in day.arrivals)
    called = sum(wait.arrival.left_s is None for wait in waits)
    bound_s = bound_minutes * 60
    return SimulatedDay(
        everybody=_waits(wait.waited_s for wait in waits),
        priority=_waits(wait.waited_s for wait in waits if wait.arrival.urgent),
        others=_waits(wait.waited_s for wait in waits if not wait.arrival.urgent),
        groups={group: _waits(wait.waited_s for wait in waits if wait.arrival.group == group) for group in groups},
        bound_minutes=bound_minutes,
        over_bound=sum(wait.waited_s > bound_s for wait in waits) if bound_minutes else 0,
        never_called=stayed - called,
        calls=calls,
    )


def _waits(seconds: Iterable[int]) -> WaitSummary:
    ordered = sorted(seconds)
    if not ordered:
        return WaitSummary()
    p95 = ordered[min(len(ordered) - 1, -(-95 * len(ordered) // 100) - 1)]
    return WaitSummary(len(ordered), round(statistics.median(ordered)), p95, ordered[-1])
