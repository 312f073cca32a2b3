"""When a result is due: working days, holidays, working hours.

A period in days begins on the day after reception (Civil Code 2015 art. 147) and ends at closing time. What comes
in after closing or on a day off counts as received on the next working day. Eight working hours are a day.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum
from itertools import pairwise

from counter_app.domain.procedures import Term, TermUnit
from counter_app.errors import Code, CounterError

VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")  # no summer time, and no zone data needed on Windows
LONGEST_CLOSURE = 60  # days on end; more is a mistake in the table of days off

_SATURDAY = 5


class DayRole(StrEnum):
    """What a day between reception and result is."""

    RECEIVED = "received"
    OFF = "off"
    COUNTED = "counted"
    DUE = "due"


class DueReason(StrEnum):
    """Why a due date is not what plain counting gives."""

    RECEIVED_AFTER_CLOSING = "received-after-closing"
    RECEIVED_ON_DAY_OFF = "received-on-day-off"
    AFTER_SAME_DAY_HOUR = "after-same-day-hour"
    MOVED_OFF_DAY_OFF = "moved-off-day-off"


@dataclass(frozen=True, slots=True)
class DayMark:
    """One day box: ``label`` is the count of a counted day, or the name of a holiday ("" for a weekend)."""

    date: date
    role: DayRole
    label: str = ""


@dataclass(frozen=True, slots=True)
class Appointment:
    """When the result is due (aware, Vietnam's time) and every day from reception to then.

    What came in outside working time has two RECEIVED days: the real one (OFF on a day off) and the one it counts as.
    """

    due: datetime
    days: tuple[DayMark, ...]
    reasons: tuple[DueReason, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """The sessions of a working day in order, local time."""

    sessions: tuple[tuple[time, time], ...] = ((time(7), time(11, 30)), (time(13, 30), time(17)))

    def __post_init__(self) -> None:
        turns = [moment for session in self.sessions for moment in session]
        if not turns or any(later <= earlier for earlier, later in pairwise(turns)):
            raise CounterError(Code.SETTINGS_INVALID, path="working_hours", detail="not in order")

    @property
    def opening(self) -> time:
        """When the first session begins."""
        return self.sessions[0][0]

    @property
    def closing(self) -> time:
        """When the last session ends."""
        return self.sessions[-1][1]


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Days off with their names, and weekend days worked in exchange (these win over everything)."""

    days_off: Mapping[date, str]
    make_up: frozenset[date] = frozenset()
    hours: WorkingHours = WorkingHours()

    def is_working(self, day: date) -> bool:
        """Tell whether the office works on a day."""
        return day in self.make_up or (day.weekday() < _SATURDAY and day not in self.days_off)

    def name_of(self, day: date) -> str:
        """Return the holiday's name, "" for a working day or a plain weekend."""
        return "" if day in self.make_up else self.days_off.get(day, "")

    def next_working(self, day: date) -> date:
        """Return ``day`` or the first working day after it. Raises CounterError SETTINGS_INVALID if there is none."""
        for step in range(LONGEST_CLOSURE):
            candidate = day + timedelta(days=step)
            if self.is_working(candidate):
                return candidate
        raise CounterError(Code.SETTINGS_INVALID, path="days_off", detail=f"no working day after {day}")

    def appointment(self, received: datetime, term: Term) -> Appointment:
        """Return when the result of something received at ``received`` (aware) is due by ``term``."""
        local = received.astimezone(VIETNAM)
        start, reasons = self._reception(local)
        if term.unit is TermUnit.HOUR:
            due = self._after_hours(start, term.amount)
        elif term.unit is TermUnit.CALENDAR_DAY:
            plain = start.date() + timedelta(days=term.amount)
            due = self._closing(self.next_working(plain))
            if due.date() != plain:
                reasons = (*reasons, DueReason.MOVED_OFF_DAY_OFF)
        elif term.same_day_until is not None and term.amount <= 1:
            late = start.time() >= time(term.same_day_until)
            due = self._closing(self._working_days_after(start.date(), int(late)))
            reasons = (*reasons, DueReason.AFTER_SAME_DAY_HOUR) if late else reasons
        else:
            due = self._closing(self._working_days_after(start.date(), term.amount))
        days = tuple(self._marks(local.date(), start.date(), due.date(), term))
        return Appointment(due, days, reasons)

    def _reception(self, local: datetime) -> tuple[datetime, tuple[DueReason, ...]]:
        """Return the working moment that counts as reception, and why if it is another day."""
        day = local.date()
        if not self.is_working(day):
            return self._opening(self.next_working(day)), (DueReason.RECEIVED_ON_DAY_OFF,)
        if local.time() >= self.hours.closing:
            following = self.next_working(day + timedelta(days=1))
            return self._opening(following), (DueReason.RECEIVED_AFTER_CLOSING,)
        return local, ()

    def _working_days_after(self, day: date, amount: int) -> date:
        for _ in range(amount):
            day = self.next_working(day + timedelta(days=1))
        return day

    def _after_hours(self, start: datetime, amount: int) -> datetime:
        """Return the moment after ``amount`` working hours from a moment on a working day."""
        left = timedelta(hours=amount)
        day = start.date()
        while True:
            for opens, closes in self.hours.sessions:
                begin = max(start, datetime.combine(day, opens, VIETNAM))
                end = datetime.combine(day, closes, VIETNAM)
                if begin <= end:
                    if left <= end - begin:
                        return begin + left
                    left -= end - begin
            day = self.next_working(day + timedelta(days=1))

    def _marks(self, received: date, start: date, due: date, term: Term) -> Iterator[DayMark]:
        count = 0
        for offset in range((due - received).days + 1):
            day = received + timedelta(days=offset)
            # A calendar period counts days off as well, up to its amount; the days it is moved over are not counted.
            in_period = count < term.amount if term.unit is TermUnit.CALENDAR_DAY else self.is_working(day)
            counted = day > start and in_period
            count += counted
            if day == due:
                yield DayMark(day, DayRole.DUE, str(count) if count else "")
            elif counted:
                yield DayMark(day, DayRole.COUNTED, str(count))
            elif self.is_working(day):
                yield DayMark(day, DayRole.RECEIVED)
            else:
                yield DayMark(day, DayRole.OFF, self.name_of(day))

    def _opening(self, day: date) -> datetime:
        return datetime.combine(day, self.hours.opening, VIETNAM)

    def _closing(self, day: date) -> datetime:
        return datetime.combine(day, self.hours.closing, VIETNAM)
