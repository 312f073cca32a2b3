"""When a result is due: by working days, calendar days or working hours, with the reason of every date.

A period in days begins on the day after reception (Civil Code 2015 art. 147) and ends at closing time. What comes
in after closing or on a day off counts as received on the next working day. Eight working hours are a day.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from counter_app.domain.appointments import (
    Appointment,
    DayMark,
    DayRole,
    DueReason,
    Part,
    Point,
    runs_of_days_off,
)
from counter_app.domain.facts import DayKind
from counter_app.domain.procedures import Term, TermUnit
from counter_app.domain.working_days import LONGEST_CLOSURE, VIETNAM, DayRule, WorkingDays, WorkingHours
from counter_app.errors import Code, CounterError

__all__ = [
    "LONGEST_CLOSURE",
    "VIETNAM",
    "Appointment",
    "DayMark",
    "DayRole",
    "DueReason",
    "WorkingCalendar",
    "WorkingHours",
]

_MOST = 3660  # days or hours; a longer term is a mistake in the catalogue
_DAY_HOURS = 8
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkingCalendar(WorkingDays):
    """Appointments by an office's working days."""

    def with_rules(self, rules: Mapping[date, DayRule]) -> "WorkingCalendar":
        """Return this calendar with some days said otherwise."""
        return replace(self, rules={**self.rules, **rules})

    def appointment(self, received: datetime, term: Term) -> Appointment:
        """Return when the result of something received at ``received`` (aware) is due by ``term``.

        Raises TERM_UNSET for a term that gives no date, CALENDAR_CLOSED where no working day is left.
        """
        if term.unit is TermUnit.UNSET or not 0 <= term.amount <= _MOST:
            raise CounterError(Code.TERM_UNSET)
        local = received.astimezone(VIETNAM)
        start, shift, shift_reason = self._reception(local)
        reasons: tuple[DueReason, ...] = (shift_reason,) if shift_reason else ()
        if _same_day(term):
            limit = time(term.same_day_until or 0)
            late = start.time() >= limit
            due = self.closing(self._working_days_after(start.date(), int(late)))
            reasons += (DueReason.AFTER_SAME_DAY_HOUR,) if late else ()
            rule: tuple[Part, ...] = (Part(Point.LATE_SAME_DAY, amount=limit.hour) if late else Part(Point.SAME_DAY),)
        else:
            due, rule = self._counted(start, term)
            reasons += (DueReason.MOVED_OFF_DAY_OFF,) if rule[-1].point is Point.MOVED else ()
        if term.unit is not TermUnit.HOUR and shift and not shift_reason:
            shift = ()  # before opening, or in the break: nothing comes of it for a term in days
        told = (*self._days_told(local, due, term.unit),)
        begins = tuple(part for part in rule if part.point is Point.BEGINS)
        rest = tuple(part for part in rule if part.point is not Point.BEGINS)
        explanation = (Part(Point.RECEIVED, local), *shift, *begins, *told, *rest, Part(Point.DUE, due))
        days = tuple(self._marks(local.date(), start.date(), due.date(), term))
        return Appointment(due, days, reasons, explanation)

    def resume(
        self, paused_at: datetime, due: datetime, resumed_at: datetime, unit: TermUnit = TermUnit.WORKING_DAY
    ) -> datetime:
        """Return the new due time of what stood still between two instants: what was left then goes on now."""
        return self.resumption(paused_at, due, resumed_at, unit).due

    def resumption(
        self, paused_at: datetime, due: datetime, resumed_at: datetime, unit: TermUnit = TermUnit.WORKING_DAY
    ) -> Appointment:
        """Return the new due time with its reason.

        Left is the working time between pause and due time; of a term in calendar days, the days. A pause without
        working time changes nothing, and what was late already stays late.
        """
        paused, was_due, resumed = (at.astimezone(VIETNAM) for at in (paused_at, due, resumed_at))
        moved: tuple[Part, ...] = ()
        if paused >= was_due or not self.working_time(paused, resumed):
            new, left = was_due, Part(Point.KEPT)
        elif unit is TermUnit.CALENDAR_DAY:
            amount = max(0, (was_due.date() - self.working_moment(paused).date()).days)
            new, moved = self._calendar_days_after(self.working_moment(resumed).date(), amount)
            left = Part(Point.LEFT, amount=amount, unit=unit)
        else:
            span = self.working_time(paused, was_due)
            new = self.after(resumed, span)
            left = Part(Point.LEFT, amount=span // timedelta(minutes=1), unit=TermUnit.HOUR)
        told = self._days_told(resumed, new, unit)
        parts = (Part(Point.PAUSED, paused), left, Part(Point.RESUMED, resumed), *told, *moved, Part(Point.DUE, new))
        term = Term(left.amount, unit if unit is TermUnit.CALENDAR_DAY else TermUnit.WORKING_DAY)
        start = min(self.working_moment(resumed), new)
        days = tuple(self._marks(min(resumed, new).date(), start.date(), new.date(), term))
        return Appointment(new, days, (), parts)

    def _reception(self, local: datetime) -> tuple[datetime, tuple[Part, ...], DueReason | None]:
        """Return the working moment that counts as reception, and why if it is another one."""
        moment = self.working_moment(local)
        if moment == local:
            return moment, (), None
        hours = self.hours_on(local.date())
        if hours is None:
            name = self.name_of(local.date())
            return moment, (Part(Point.ON_DAY_OFF, moment, name=name),), DueReason.RECEIVED_ON_DAY_OFF
        if moment.date() > local.date():
            return moment, (Part(Point.AFTER_CLOSING, moment),), DueReason.RECEIVED_AFTER_CLOSING
        point = Point.BEFORE_OPENING if local.time() < hours.opening else Point.IN_BREAK
        return moment, (Part(point, moment),), None

    def _counted(self, start: datetime, term: Term) -> tuple[datetime, tuple[Part, ...]]:
        """Return the due time from a working moment on, and the parts that say how it was counted."""
        said = Part(Point.TERM, amount=term.amount, unit=term.unit)
        if term.unit is TermUnit.HOUR:
            return self.after_hours(start, term.amount), (said,)
        if not term.amount:
            return self.closing(start.date()), (said,)
        if term.unit is TermUnit.CALENDAR_DAY:
            due, moved = self._calendar_days_after(start.date(), term.amount)
            return due, (Part(Point.BEGINS, day=start.date() + _ONE_DAY), said, *moved)
        first = self._working_days_after(start.date(), 1)
        due = self.closing(self._working_days_after(first, term.amount - 1))
        return due, (Part(Point.BEGINS, day=first), said)

    def _calendar_days_after(self, day: date, amount: int) -> tuple[datetime, tuple[Part, ...]]:
        plain = day + timedelta(days=amount)
        due = self.closing(self.next_working(plain))
        if due.date() == plain:
            return due, ()
        return due, (Part(Point.MOVED, day=plain, name=self.name_of(plain)),)

    def _working_days_after(self, day: date, amount: int) -> date:
        for _ in range(amount):
            day = self.next_working(day + _ONE_DAY)
        return day

    def _days_told(self, since: datetime, due: datetime, unit: TermUnit) -> tuple[Part, ...]:
        """What is worth a word between two days: holidays, weekend days worked, days worked in part."""
        days = [since.date() + timedelta(days=step) for step in range(1, (due.date() - since.date()).days + 1)]
        parts: list[Part] = []
        if unit is not TermUnit.CALENDAR_DAY:
            parts += runs_of_days_off((day, self.name_of(day)) for day in days if self.name_of(day))
            parts += [Part(Point.WORKED, day=day, name=name) for day in days if (name := self._worked(day)) is not None]
        shortened = [since.date(), *days] if unit is TermUnit.HOUR else [due.date()]
        return (*parts, *(part for day in shortened for part in self._short_day(day)))

    def _worked(self, day: date) -> str | None:
        """The name of a weekday off that is worked; None for any other day."""
        rule = self.rule(day)
        worked = rule is not None and rule.kind is DayKind.WORKING and self.week(day).days[day.weekday()] is None
        return rule.name if rule is not None and worked else None

    def _short_day(self, day: date) -> Iterator[Part]:
        """Say that a day is worked in part."""
        hours, usual = self.hours_on(day), self.week(day).usual
        if hours is None or hours.length >= usual.length:
            return
        if hours.closing < usual.closing:
            yield Part(Point.CLOSES_EARLY, self.closing(day))
        else:
            yield Part(Point.OPENS_LATE, self.opening(day))

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


def _same_day(term: Term) -> bool:
    """Whether the result is due on the day of reception itself, up to an hour of it."""
    longest = _DAY_HOURS if term.unit is TermUnit.HOUR else 1
    return term.same_day_until is not None and term.amount <= longest
