"""Which days an office works, at which hours, and arithmetic in working time.

Precedence: what the office set, then what the offices above it set (the nearest first), then the seed of public
holidays, then the working week. Times are Vietnam's.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum
from itertools import pairwise

from counter_app.domain.facts import DayKind
from counter_app.errors import Code, CounterError

VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")  # no summer time, and no zone data needed on Windows
LONGEST_CLOSURE = 60  # days on end; more is a mistake in the table of days off
NOON = time(12)
_WEEKDAYS = 7

Sessions = tuple[tuple[time, time], ...]


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """The sessions of a working day in order, local time. Raises HOURS_INVALID if they are not."""

    sessions: Sessions = ((time(7), time(11, 30)), (time(13, 30), time(17)))

    def __post_init__(self) -> None:
        turns = [moment for session in self.sessions for moment in session]
        if not turns or any(later <= earlier for earlier, later in pairwise(turns)):
            raise CounterError(Code.HOURS_INVALID)

    @property
    def opening(self) -> time:
        """When the first session begins."""
        return self.sessions[0][0]

    @property
    def closing(self) -> time:
        """When the last session ends."""
        return self.sessions[-1][1]

    @property
    def length(self) -> timedelta:
        """The working time of the day."""
        spans = (
            timedelta(hours=closes.hour - opens.hour, minutes=closes.minute - opens.minute)
            for opens, closes in self.sessions
        )
        return sum(spans, timedelta())

    def half(self, kind: DayKind) -> "WorkingHours | None":
        """The sessions of the morning or the afternoon; one that runs over noon is cut there. None: there are none."""
        morning = kind is DayKind.MORNING
        if len(self.sessions) > 1:
            kept = tuple(session for session in self.sessions if (session[0] < NOON) is morning)
        else:
            opens, closes = self.sessions[0]
            first, last = (opens, min(closes, NOON)) if morning else (max(opens, NOON), closes)
            kept = ((first, last),) if first < last else ()
        return WorkingHours(kept) if kept else None


@dataclass(frozen=True, slots=True)
class WorkingWeek:
    """The hours of each weekday, Monday first; None is a day off. Raises HOURS_INVALID if no day is worked."""

    days: tuple[WorkingHours | None, ...]

    def __post_init__(self) -> None:
        if len(self.days) != _WEEKDAYS or not any(self.days):
            raise CounterError(Code.HOURS_INVALID)

    @property
    def usual(self) -> WorkingHours:
        """The longest working day of the week: the hours of a day off that is worked."""
        return max((hours for hours in self.days if hours is not None), key=lambda hours: hours.length)


USUAL_WEEK = WorkingWeek((*(WorkingHours(),) * 5, None, None))


class Origin(StrEnum):
    """Who said what a day is."""

    WEEK = "week"
    SEED = "seed"
    ABOVE = "above"  # an office above this one
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class DayRule:
    """What is said of one day, by whom, and by which decision; ``name`` is shown to people."""

    kind: DayKind
    name: str = ""
    source: str = ""
    origin: Origin = Origin.SEED
    office: str = ""


Seed = Callable[[int], Mapping[date, DayRule]]


def no_seed(year: int) -> Mapping[date, DayRule]:
    """Know no public holiday."""
    return {}


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """``seed`` gives the rules of a year, ``rules`` go over it; ``weeks`` are (since, week), the oldest first."""

    seed: Seed = no_seed
    rules: Mapping[date, DayRule] = field(default_factory=dict)
    weeks: tuple[tuple[date, WorkingWeek], ...] = ()

    def rule(self, day: date) -> DayRule | None:
        """What is said of a day; None for an ordinary day of the week."""
        return self.rules.get(day) or self.seed(day.year).get(day)

    def week(self, day: date) -> WorkingWeek:
        """The working week in effect on a day."""
        return next((week for since, week in reversed(self.weeks) if since <= day), USUAL_WEEK)

    def hours_on(self, day: date) -> WorkingHours | None:
        """The sessions of a day; None for a day off."""
        rule, week = self.rule(day), self.week(day)
        plain = week.days[day.weekday()]
        if rule is None:
            return plain
        match rule.kind:
            case DayKind.OFF:
                return None
            case DayKind.WORKING:
                return plain or week.usual
            case DayKind.MORNING | DayKind.AFTERNOON:
                return (plain.half(rule.kind) if plain else None) or week.usual.half(rule.kind)
            case DayKind.AS_SEEDED:
                return plain

    def is_working(self, day: date) -> bool:
        """Tell whether the office works on a day, all of it or a half."""
        return self.hours_on(day) is not None

    def name_of(self, day: date) -> str:
        """Return the holiday's name, "" for a working day or a plain weekend."""
        rule = self.rule(day)
        return rule.name if rule is not None and rule.kind is DayKind.OFF else ""

    def next_working(self, day: date) -> date:
        """Return ``day`` or the first working day after it. Raises CALENDAR_CLOSED if there is none for 60 days."""
        for candidate in _days_from(day, LONGEST_CLOSURE):
            if self.is_working(candidate):
                return candidate
        raise CounterError(Code.CALENDAR_CLOSED, day=f"{day:%d/%m/%Y}")

    def opening(self, day: date) -> datetime:
        """When a working day begins."""
        return datetime.combine(day, self._hours(day).opening, VIETNAM)

    def closing(self, day: date) -> datetime:
        """When a working day ends: at noon if only the morning is worked."""
        return datetime.combine(day, self._hours(day).closing, VIETNAM)

    def sessions(self, day: date) -> tuple[tuple[datetime, datetime], ...]:
        """The working time of a day as moments; nothing on a day off."""
        hours = self.hours_on(day)
        return tuple(
            (datetime.combine(day, opens, VIETNAM), datetime.combine(day, closes, VIETNAM))
            for opens, closes in (hours.sessions if hours else ())
        )

    def is_open(self, at: datetime) -> bool:
        """Tell whether the office is between opening and closing, its break included."""
        local = at.astimezone(VIETNAM)
        hours = self.hours_on(local.date())
        return hours is not None and hours.opening <= local.time() < hours.closing

    def working_moment(self, at: datetime) -> datetime:
        """The first moment from ``at`` on that is working time: ``at`` itself, or when a session opens."""
        local = at.astimezone(VIETNAM)
        day = self.next_working(local.date())
        while True:
            for opens, closes in self.sessions(day):
                if local < closes:
                    return max(local, opens)
            day = self.next_working(_after(day))

    def working_time(self, start: datetime, end: datetime) -> timedelta:
        """The working time between two instants; zero if the second is not later."""
        first, last = start.astimezone(VIETNAM), end.astimezone(VIETNAM)
        found = timedelta()
        for day in _days_from(first.date(), (last.date() - first.date()).days + 1):
            for opens, closes in self.sessions(day):
                found += max(timedelta(), min(last, closes) - max(first, opens))
        return found

    def after(self, start: datetime, span: timedelta) -> datetime:
        """The moment when ``span`` of working time has gone by since ``start``; a whole session ends at its close."""
        begin, left = self.working_moment(start), span
        day = begin.date()
        while True:
            for opens, closes in self.sessions(day):
                from_here = max(begin, opens)
                if from_here <= closes:
                    if left <= closes - from_here:
                        return from_here + left
                    left -= closes - from_here
            day = self.next_working(_after(day))

    def after_hours(self, start: datetime, hours: int) -> datetime:
        """The moment after so many working hours; eight are a day of the usual week."""
        return self.after(start, timedelta(hours=hours))

    def _hours(self, day: date) -> WorkingHours:
        hours = self.hours_on(day)
        if hours is None:
            raise CounterError(Code.CALENDAR_CLOSED, day=f"{day:%d/%m/%Y}")
        return hours


def _days_from(day: date, count: int) -> Iterator[date]:
    for step in range(count):
        if day > date.max - timedelta(days=step):
            return
        yield day + timedelta(days=step)


def _after(day: date) -> date:
    if day == date.max:
        raise CounterError(Code.CALENDAR_CLOSED, day=f"{day:%d/%m/%Y}")
    return day + timedelta(days=1)
