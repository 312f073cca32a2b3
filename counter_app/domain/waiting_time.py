"""How long a citizen will wait: the queue walked forward by the rule of calling, and how good that was afterwards."""

import heapq
import statistics
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import sqrt

from counter_app.domain.calling import DeskServes, InLine, PastCall, choose, may_call
from counter_app.domain.queue_facts import WaitEstimate
from counter_app.domain.queue_policy import CallingRule

MOST_SAMPLES = 50
MOST_STEPS = 200
"""How many calls are walked; who waits behind them is reckoned at their pace."""
_PRIOR = 5  # the planned length counts like so many services, and less as measured ones come in
_LEAST_TOLD = 20
_EIGHT_IN_TEN = 1.2816  # standard deviations either side of the mean
_BESIDES = 1.5  # what else may happen beside services of other lengths, until the office's own errors are known
_GRAIN_S = 60.0  # no estimate is surer than a minute's worth


@dataclass(frozen=True, slots=True)
class Typical:
    """How long one service of a group takes, in seconds, with the newest measured ones, shortest first."""

    median_s: float
    mean_s: float  # of the middle eight in ten: what many services in a row take each
    spread_s: float  # like a standard deviation
    samples: tuple[float, ...] = ()

    def remaining_s(self, elapsed_s: float) -> float:
        """How much longer a service will take that began ``elapsed_s`` seconds ago, by those that took longer."""
        longer = self.samples[bisect_right(self.samples, elapsed_s) :]
        if len(longer) >= 3:
            return statistics.median(longer) - elapsed_s
        return max(self.mean_s - elapsed_s, self.mean_s / 3)


@dataclass(frozen=True, slots=True)
class WorkingDesk:
    """A desk that calls: busy since ``since`` with a matter of ``busy_with``, or without one free from ``since`` on."""

    serves: DeskServes
    busy_with: str = ""
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class HistoricError:
    """How this office's estimates went wrong, eight in ten, per root of the likely wait's seconds."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class EstimateScore:
    """How good the told waits were; errors in seconds, whether too long or too short; ``within``: share in range."""

    count: int = 0
    median_error_s: float = 0.0
    mean_error_s: float = 0.0
    within: float = 0.0


@dataclass(frozen=True, slots=True)
class Alike:
    """Those in line who differ in nothing but their age: the oldest of them, how many, since when the youngest."""

    oldest: InLine
    count: int
    youngest: datetime


@dataclass(frozen=True, slots=True)
class QueueNow:
    """What a walk of the queue starts from.

    ``pauses`` are when nobody calls, such as noon, in order; ``to_come`` who is expected to come later with priority,
    by age.
    """

    line: Sequence[Alike]
    past: Sequence[PastCall]
    desks: Sequence[WorkingDesk]
    typical: Mapping[str, Typical]
    rule: CallingRule
    pauses: Sequence[tuple[datetime, datetime]] = ()
    to_come: Sequence[InLine] = ()


def typical(samples: Sequence[float], planned_s: float) -> Typical:
    """How long a service takes, by the measured seconds, newest first; few of them are helped by what was planned."""
    newest = sorted(samples[:MOST_SAMPLES])
    prior = max(0, _PRIOR - len(newest) // 4)
    known = sorted([*newest, *[planned_s] * prior])
    cut = len(known) // 10
    middle = known[cut : len(known) - cut]
    tenth, ninetieth = _quantile(known, 0.1), _quantile(known, 0.9)
    spread = max((ninetieth - tenth) / (2 * _EIGHT_IN_TEN), planned_s / 4 if prior else 0.0)
    return Typical(statistics.median(known), statistics.fmean(middle), spread, tuple(newest))


def estimate(
    newcomer: InLine, queue: QueueNow, now: datetime, error: HistoricError | None = None
) -> WaitEstimate | None:
    """What to tell ``newcomer``, who is not in the line; None when no desk that may call him works or will."""
    if not any(may_call(desk.serves, newcomer) for desk in queue.desks):
        return None
    likely, spread = _Walk(queue, now).until(newcomer)
    if error is None:
        half = _EIGHT_IN_TEN * _BESIDES * spread
        low, high = likely - half, likely + half
    else:
        root = sqrt(likely + _GRAIN_S)
        low, high = likely + error.low * root, likely + error.high * root
    return WaitEstimate(max(0, round(min(low, likely))), round(likely), round(max(high, likely)))


def score(told: Sequence[tuple[WaitEstimate, float]]) -> EstimateScore:
    """How good the waits told were, each with the seconds really waited."""
    if not told:
        return EstimateScore()
    errors = [abs(actual - wait.likely_s) for wait, actual in told]
    within = sum(wait.low_s <= actual <= wait.high_s for wait, actual in told)
    return EstimateScore(len(told), statistics.median(errors), statistics.fmean(errors), within / len(told))


def historic_error(told: Sequence[tuple[WaitEstimate, float]]) -> HistoricError | None:
    """How far off the waits told were, as the range of the next ones; None while too few are known.

    Who was told no wait and had none teaches nothing about waiting: a quiet hour must not make long waits sure.
    """
    real = [(wait, actual) for wait, actual in told if max(wait.likely_s, actual) >= _GRAIN_S]
    if len(real) < _LEAST_TOLD:
        return None
    off = sorted((actual - wait.likely_s) / sqrt(wait.likely_s + _GRAIN_S) for wait, actual in real)
    return HistoricError(min(0.0, _quantile(off, 0.1)), max(0.0, _quantile(off, 0.9)))


def _quantile(ordered: Sequence[float], share: float) -> float:
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


class _Line:
    """Those of one kind, taken out from the oldest on; between the oldest and the youngest they came evenly."""

    def __init__(self, name: str, alike: Alike) -> None:
        self.left = alike.count
        self._step = (alike.youngest - alike.oldest.since) / max(1, alike.count - 1)
        self.head = replace(alike.oldest, id=name)

    def take(self) -> InLine:
        """Take the oldest out."""
        gone, self.left = self.head, self.left - 1
        self.head = replace(gone, since=gone.since + self._step)
        return gone


class _Walk:
    """The queue walked forward: each desk, when it is free, calls by the rule whoever waits now.

    Of those who are alike only the oldest can come next (``calling.heads``), so each kind is one line.
    """

    def __init__(self, queue: QueueNow, now: datetime) -> None:
        self._queue = queue
        self._now = now
        self._past = deque(queue.past)
        self._lines = {str(place): _Line(str(place), alike) for place, alike in enumerate(queue.line)}
        self._to_come = deque(queue.to_come)
        self._variance = 0.0
        self._free = [(self._working(self._free_at(desk)), number) for number, desk in enumerate(queue.desks)]
        heapq.heapify(self._free)

    def until(self, newcomer: InLine) -> tuple[float, float]:
        """The seconds until ``newcomer`` is called, and their spread."""
        before = [line for line in self._lines.values() if line.head.urgent or not newcomer.urgent]
        self._join(newcomer)
        desks = len(self._free)
        called, at = 0, self._now
        while self._free and called < MOST_STEPS:
            at, number = self._free[0]
            while self._to_come and self._to_come[0].since <= at:
                self._join(self._to_come.popleft())
            desk = self._queue.desks[number]
            heads = [line.head for line in self._lines.values()]
            chosen = choose(heads, self._past, desk.serves, self._queue.rule, at)
            if chosen is None:
                heapq.heappop(self._free)
                continue
            if chosen.id == newcomer.id:
                break
            heapq.heapreplace(self._free, (self._serve(chosen.id, desk, at), number))
            called += 1
        waited = (at - self._now).total_seconds()
        if called == MOST_STEPS:
            waited += waited / called * sum(line.left for line in before)
        return waited, max(sqrt(self._variance) / desks, _GRAIN_S / 2 if called else 0.0)

    def _join(self, one: InLine) -> None:
        self._lines[one.id] = _Line(one.id, Alike(one, 1, one.since))

    def _serve(self, name: str, desk: WorkingDesk, at: datetime) -> datetime:
        """Take one out of a line; returns when the desk is free again."""
        gone = self._lines[name].take()
        if not self._lines[name].left:
            del self._lines[name]
        self._past.appendleft(PastCall(gone.group, gone.urgent, desk.serves.number))
        usual = self._queue.typical[gone.group]
        self._variance += usual.spread_s**2
        return self._working(at + timedelta(seconds=usual.mean_s))

    def _free_at(self, desk: WorkingDesk) -> datetime:
        usual = self._queue.typical.get(desk.busy_with)
        if desk.since is None or usual is None:
            return max(desk.since or self._now, self._now)
        self._variance += usual.spread_s**2 / 2
        elapsed = max(self._now - desk.since, timedelta(0))
        return self._now + timedelta(seconds=usual.remaining_s(elapsed.total_seconds()))

    def _working(self, at: datetime) -> datetime:
        """``at``, or the end of the pause that it falls into."""
        return next((end for start, end in self._queue.pauses if start <= at < end), at)


def alike(line: Iterable[InLine]) -> tuple[Alike, ...]:
    """A line by kinds."""
    kinds: dict[tuple[str, bool, bool, int | None], Alike] = {}
    for one in sorted(line, key=lambda one: (one.since, one.id)):
        key = (one.group, one.urgent, one.quick, one.only_desk)
        known = kinds.get(key)
        kinds[key] = Alike(known.oldest, known.count + 1, one.since) if known else Alike(one, 1, one.since)
    return tuple(kinds.values())
