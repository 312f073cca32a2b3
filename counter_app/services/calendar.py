"""The office's working calendar: the seed of public holidays, what the offices above it set, what it set itself."""

import logging
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from counter_app.clocks import business_day
from counter_app.domain.facts import CalendarDaySet, DayKind, Duty, Session, WorkingHoursSet
from counter_app.domain.holiday_seed import seed_of
from counter_app.domain.places import CalendarDay, Office, OfficeHours
from counter_app.domain.procedures import Channel, Procedure
from counter_app.domain.text import tidy
from counter_app.domain.working_calendar import LONGEST_CLOSURE, Appointment, WorkingCalendar
from counter_app.domain.working_days import DayRule, Origin, WorkingHours, WorkingWeek
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.services.duties import check_duty
from counter_app.store import places

log = logging.getLogger(__name__)

STREAMS = ("calendar/", "hours/", "office/")
"""Beginnings of the streams that a calendar is made of."""


@dataclass(frozen=True, slots=True)
class DayView:
    """One day as the table shows it: its rule (None: as the week has it), its hours, and whether it differs."""

    day: date
    rule: DayRule | None
    hours: WorkingHours | None

    @property
    def origin(self) -> Origin:
        """Who said what the day is."""
        return Origin.WEEK if self.rule is None else self.rule.origin


@dataclass(frozen=True, slots=True)
class WeekView:
    """A working week, since when, and by whom."""

    since: date
    week: WorkingWeek
    source: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Changed:
    """What was written; ``past`` are the days gone by: appointments given before stay as they were printed."""

    days: tuple[date, ...]
    past: tuple[date, ...] = ()


class Calendar:
    """The calendar of one office, read once and again when an entry changes it."""

    def __init__(self, journal: Journal, office: Office) -> None:
        self._journal = journal
        self._office = office
        self._lock = threading.Lock()
        self._read: _Read | None = None
        journal.changes.listen(self._forget)

    def calendar(self) -> WorkingCalendar:
        """The calendar as it stands now."""
        return self._load().calendar

    def on(self, day: date) -> DayView:
        """What a day is."""
        calendar = self.calendar()
        return DayView(day, calendar.rule(day), calendar.hours_on(day))

    def appointment(
        self, procedure: Procedure, received: datetime, channel: Channel = Channel.IN_PERSON
    ) -> Appointment:
        """When the result is due of what came in by ``channel``, and why. Raises TERM_UNSET, CALENDAR_CLOSED."""
        return self.calendar().appointment(received, procedure.term_for(channel))

    def table(self, year: int) -> tuple[DayView, ...]:
        """The days of a year that are not as the week has them: the seed and the corrections over it, in order."""
        read = self._load()
        days = {day for day in (*read.calendar.rules, *seed_of(year)) if day.year == year}
        return tuple(self.on(day) for day in sorted(days))

    def weeks(self) -> tuple[WeekView, ...]:
        """The working weeks with their dates of effect, the oldest first."""
        return self._load().weeks

    def warm_up(self) -> None:
        """Load what the first appointment would wait for."""
        year = business_day(self._journal.clock).year
        for one in (year, year + 1):
            seed_of(one)
        self.calendar()

    def set_day(self, day: date, kind: DayKind, name: str, source: str, officer: str) -> Changed:
        """Say what a day is, from now on.

        Raises DUTY_MISSING, DAY_NAME_MISSING, DAY_UNCHANGED (it is so without the entry), CALENDAR_CLOSED.
        """
        return self._set((_Wish(day, kind, name),), source, officer)

    def swap(self, day_off: date, worked_day: date, name: str, source: str, officer: str) -> Changed:
        """Take ``day_off`` off and work on ``worked_day`` for it; both or neither. Raises what set_day raises."""
        wishes = (_Wish(day_off, DayKind.OFF, name), _Wish(worked_day, DayKind.WORKING, name))
        return self._set(wishes, source, officer)

    def set_hours(self, since: date, sessions: Sequence[Session], source: str, officer: str) -> Changed:
        """Set the working week from ``since`` on. Raises DUTY_MISSING, HOURS_INVALID, DAY_UNCHANGED."""
        fact = WorkingHoursSet(self._office.id, since, tuple(sessions), tidy(source))
        with self._journal.transaction() as transaction:
            check_duty(transaction, officer, Duty.ADMINISTRATION)
            if self.calendar().week(since) == week_of(sessions):
                raise CounterError(Code.DAY_UNCHANGED, day=_written(since))
            transaction.append(f"hours/{self._office.id}@{since}", fact, f"officer/{officer}")
        return self._changed((since,))

    def _set(self, wishes: tuple["_Wish", ...], source: str, officer: str) -> Changed:
        tidied = tuple(_Wish(wish.day, wish.kind, tidy(wish.name)) for wish in wishes)
        facts = [CalendarDaySet(self._office.id, one.day, one.kind, one.name, tidy(source)) for one in tidied]
        with self._journal.transaction() as transaction:
            check_duty(transaction, officer, Duty.ADMINISTRATION)
            for wish in tidied:
                self._check_change(wish)
            self._check_open(facts)
            for fact in facts:
                transaction.append(f"calendar/{self._office.id}/{fact.day}", fact, f"officer/{officer}")
        return self._changed(tuple(fact.day for fact in facts))

    def _changed(self, days: tuple[date, ...]) -> Changed:
        today = business_day(self._journal.clock)
        return Changed(days, tuple(day for day in days if day < today))

    def _check_change(self, wish: "_Wish") -> None:
        """Refuse what says nothing new: a working day made a working day, an entry taken back that is not there."""
        if wish.kind is DayKind.OFF and not wish.name:
            raise CounterError(Code.DAY_NAME_MISSING, day=_written(wish.day))
        read = self._load()
        now = read.calendar.rule(wish.day)
        own = now is not None and now.origin is Origin.OFFICE
        if wish.kind is DayKind.AS_SEEDED:
            pointless = not own
        elif own and now is not None and (now.kind, now.name) != (wish.kind, wish.name):
            pointless = False
        elif wish.kind is DayKind.OFF:
            pointless = now is not None and (now.kind, now.name) == (wish.kind, wish.name)
        else:
            wished = read.calendar.with_rules({wish.day: DayRule(wish.kind, wish.name)})
            pointless = wished.hours_on(wish.day) == read.calendar.hours_on(wish.day)
        if pointless:
            raise CounterError(Code.DAY_UNCHANGED, day=_written(wish.day))

    def _check_open(self, facts: Iterable[CalendarDaySet]) -> None:
        """Refuse a day off that leaves no working day for longer than any closure. Raises CALENDAR_CLOSED."""
        days = {fact.day: DayRule(fact.kind, fact.name) for fact in facts if fact.kind is not DayKind.AS_SEEDED}
        wished = self.calendar().with_rules(days)
        for day, rule in days.items():
            if rule.kind is DayKind.OFF:
                first = day
                while not wished.is_working(first) and (day - first).days < LONGEST_CLOSURE:
                    first -= timedelta(days=1)
                wished.next_working(first + timedelta(days=1))

    def _load(self) -> "_Read":
        with self._lock:
            if self._read is None:
                with self._journal.database.read() as connection:
                    offices = {one.id: one for one in places.all_of(connection, Office)}
                    days = places.all_of(connection, CalendarDay)
                    hours = places.all_of(connection, OfficeHours)
                self._read = _merged(_chain(self._office, offices), days, hours)
            return self._read

    def _forget(self, streams: frozenset[str]) -> None:
        if any(stream.startswith(STREAMS) for stream in streams):
            with self._lock:
                self._read = None


@dataclass(frozen=True, slots=True)
class _Wish:
    day: date
    kind: DayKind
    name: str


@dataclass(frozen=True, slots=True)
class _Read:
    calendar: WorkingCalendar
    weeks: tuple[WeekView, ...]


def week_of(sessions: Iterable[Session]) -> WorkingWeek:
    """The week that some sessions make up. Raises HOURS_INVALID if one cannot be read or they overlap."""
    days: list[list[tuple[time, time]]] = [[] for _ in range(7)]
    for session in sessions:
        if not 0 <= session.weekday < len(days):
            raise CounterError(Code.HOURS_INVALID)
        days[session.weekday].append((_time(session.opens), _time(session.closes)))
    return WorkingWeek(tuple(WorkingHours(tuple(sorted(day))) if day else None for day in days))


def _time(text: str) -> time:
    """A time as ``HH:MM``. Raises HOURS_INVALID."""
    try:
        return datetime.strptime(text, "%H:%M").time()
    except ValueError as error:
        raise CounterError(Code.HOURS_INVALID) from error


def _chain(office: Office, offices: Mapping[str, Office]) -> tuple[str, ...]:
    """The ids of an office and of those above it, the highest first; a ring of parents is cut."""
    chain, above = [office.id], offices.get(office.id, office).parent
    while above and above not in chain:
        chain.append(above)
        above = offices[above].parent if above in offices else ""
    return tuple(reversed(chain))


def _merged(chain: tuple[str, ...], days: Iterable[CalendarDay], hours: Iterable[OfficeHours]) -> _Read:
    """Lay what each office of the chain said over what those above it said; the last of the chain is the own one."""
    rank = {office: place for place, office in enumerate(chain)}
    rules: dict[date, DayRule] = {}
    for one in sorted((one for one in days if one.office in rank), key=lambda one: rank[one.office]):
        if one.kind is not DayKind.AS_SEEDED:
            rules[one.day] = DayRule(one.kind, one.name, one.source, _origin(one.office, chain), one.office)
    weeks = _merged_weeks(chain, [one for one in hours if one.office in rank])
    return _Read(WorkingCalendar(seed_of, rules, tuple((one.since, one.week) for one in weeks)), weeks)


def _merged_weeks(chain: tuple[str, ...], hours: Sequence[OfficeHours]) -> tuple[WeekView, ...]:
    """The week in effect from each date of effect on: the nearest office's that has begun by then."""
    known = [view for one in hours if (view := _week_view(one, chain))]
    found: list[WeekView] = []
    for since in sorted({view.since for _, view in known}):
        begun = [(rank, view) for rank, view in known if view.since <= since]
        _, now = max(begun, key=lambda one: (one[0], one[1].since))
        if not found or (found[-1].week, found[-1].source) != (now.week, now.source):
            found.append(WeekView(since, now.week, now.source, now.origin))
    return tuple(found)


def _week_view(one: OfficeHours, chain: tuple[str, ...]) -> tuple[int, WeekView] | None:
    try:
        week = week_of(one.sessions)
    except CounterError:
        log.info("event=hours_unreadable office=%s since=%s", one.office, one.since)
        return None
    return chain.index(one.office), WeekView(one.since, week, one.source, _origin(one.office, chain))


def _origin(office: str, chain: tuple[str, ...]) -> Origin:
    return Origin.OFFICE if office == chain[-1] else Origin.ABOVE


def _written(day: date) -> str:
    return f"{day:%d/%m/%Y}"
