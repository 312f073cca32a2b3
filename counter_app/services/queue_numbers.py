"""Giving out numbers: when, which, and how many."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from counter_app.clocks import VIETNAM
from counter_app.domain import facts
from counter_app.domain.numbering import may_be_torn, ranges
from counter_app.domain.places import PlacedGroup
from counter_app.domain.procedures import ServiceGroup
from counter_app.domain.queue_commands import TakeNumber
from counter_app.domain.queue_facts import IssueSource, KioskMode, WaitEstimate
from counter_app.domain.queue_places import QueueDay
from counter_app.domain.working_calendar import WorkingCalendar
from counter_app.errors import Code, CounterError
from counter_app.services.queue_acting import Acting, key_of, officer_actor
from counter_app.store import places
from counter_app.store import tickets as rows

_BY_OFFICERS = (IssueSource.DESK, IssueSource.ROLL)


class Foretell(Protocol):
    """What somebody who takes a number now is told to wait."""

    def __call__(self, of: rows.OfDay, group: str, urgent: bool, *, quick: bool = False) -> WaitEstimate | None:
        """Of a group, with priority or without, for a short matter or another."""
        ...


@dataclass(frozen=True, slots=True)
class NumbersOpen:
    """Whether numbers are given out now; if not, ``opens`` is when next, as far as anybody can say."""

    open: bool
    mode: KioskMode
    opens: datetime | None = None
    note: str = ""


def nothing_foretold(
    of: rows.OfDay,
    group: str,
    urgent: bool,  # noqa: FBT001 - as Foretell
    *,
    quick: bool = False,
) -> WaitEstimate | None:
    """Tell nothing."""
    return None


def numbers_open(
    known: QueueDay | None, day: date, now: datetime, calendar: Callable[[], WorkingCalendar] | None
) -> NumbersOpen:
    """Whether numbers are given out: an officer's word, an ended day, else the hours; no calendar means at any hour.

    The hours are those of the business day: a clock set to a holiday in the middle of work closes nothing.
    """
    mode, note = (known.kiosk, known.kiosk_note) if known else (KioskMode.HOURS, "")
    if mode is not KioskMode.HOURS:
        return NumbersOpen(mode is KioskMode.OPEN, mode, None, note)
    ended = known is not None and known.closed_at is not None
    if calendar is None:
        return NumbersOpen(not ended, mode, None, note)
    moment = datetime.combine(day, now.astimezone(VIETNAM).time(), VIETNAM)
    working = calendar()
    if not ended and working.is_open(moment):
        return NumbersOpen(True, mode, None, note)
    return NumbersOpen(False, mode, _opens(working, moment, ended=ended), note)


def given_today(of: rows.OfDay, group: ServiceGroup, placed: tuple[PlacedGroup, ...]) -> int:
    """How many numbers of a group were given out today."""
    shared = any(other.group.prefix == group.prefix and other.group.id != group.id for other in placed)
    return rows.given_of(of, group.prefix, group.id if shared else "")


class Numbers:
    """Gives out the numbers of one station; ``rank`` says which ranges are its own."""

    def __init__(
        self, rank: int, calendar: Callable[[], WorkingCalendar] | None, foretell: Foretell = nothing_foretold
    ) -> None:
        self._rank = rank
        self._calendar = calendar
        self.foretell = foretell
        self._reached: dict[tuple[date, str, int], int] = {}

    def opening(self, known: QueueDay | None, day: date, now: datetime) -> NumbersOpen:
        """Whether numbers are given out now."""
        return numbers_open(known, day, now, self._calendar)

    def take(self, acting: Acting, command: TakeNumber) -> str:
        """Give out a number.

        Raises GROUP_UNKNOWN, NUMBERS_CLOSED, CONTINGENT_USED, NUMBER_OUT_OF_RANGE, NUMBER_TAKEN.
        """
        placed = places.all_of(acting.connection, PlacedGroup)
        group = next((one.group for one in placed if one.group.id == command.group), None)
        if group is None:
            raise CounterError(Code.GROUP_UNKNOWN, group=command.group)
        if command.source not in _BY_OFFICERS:
            state = self.opening(acting.known, acting.day, acting.now)
            if not state.open:
                raise CounterError(Code.NUMBERS_CLOSED, opens=state.opens)
        of = acting.numbers
        if group.contingent and given_today(of, group, placed) >= group.contingent:
            raise CounterError(Code.CONTINGENT_USED, group=group.id, most=group.contingent)
        number = self._next(of, group, placed) if command.number is None else _torn(of, group, command.number)
        urgent = command.priority is not None
        fact = facts.TicketIssued(
            office=acting.office,
            day=acting.day,
            group=group.id,
            prefix=group.prefix,
            number=number,
            priority=command.priority,
            source=command.source,
            dossier=command.dossier,
            ahead=rows.ahead_of_next(of, group.id, urgent=urgent),
            estimate=self.foretell(of, group.id, urgent, quick=bool(command.dossier)),
        )
        stream = f"ticket/{acting.command}"
        acting.note(stream, fact, officer_actor(command.officer) if command.officer else "citizen")
        return key_of(stream)

    def _next(self, of: rows.OfDay, group: ServiceGroup, placed: tuple[PlacedGroup, ...]) -> int:
        """The lowest number of this station's that nobody has; groups with one letter share their sequence."""
        alike = [one.group for one in placed if one.group.prefix == group.prefix]
        first, last = min(one.first for one in alike), max(one.last for one in alike)
        for own in ranges(first, last, self._rank):
            reached = self._reached.get((of.day, group.prefix, own.first), own.first)
            # What was reached in a transaction that was undone is not there: then from the beginning.
            for start in (reached, own.first):
                if rows.is_given(of, group.prefix, start):
                    found = rows.free_after(of, group.prefix, start)
                    break
            else:
                found = own.first
            if found <= own.last:
                self._remember(of.day, group.prefix, own.first, found)
                return found
        raise CounterError(Code.CONTINGENT_USED, group=group.id, most=last)

    def _remember(self, day: date, prefix: str, first: int, reached: int) -> None:
        self._reached = {key: kept for key, kept in self._reached.items() if key[0] == day}
        self._reached[day, prefix, first] = reached


def _torn(of: rows.OfDay, group: ServiceGroup, number: int) -> int:
    """A number from a paper roll. Raises NUMBER_OUT_OF_RANGE, NUMBER_TAKEN."""
    label = f"{group.prefix}{number:03d}"
    if not may_be_torn(number):
        raise CounterError(Code.NUMBER_OUT_OF_RANGE, label=label, first=1, last=9999)
    if rows.is_given(of, group.prefix, number):
        raise CounterError(Code.NUMBER_TAKEN, label=label)
    return number


def _opens(calendar: WorkingCalendar, moment: datetime, *, ended: bool) -> datetime | None:
    """When the office opens next after ``moment``; not today any more if the day was ended."""
    day = moment.date()
    try:
        if not ended and calendar.is_working(day) and moment < calendar.opening(day):
            return calendar.opening(day)
        return calendar.opening(calendar.next_working(day + timedelta(days=1)))
    except CounterError:
        return None
