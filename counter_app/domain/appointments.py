"""An appointment: when the result is due, the days that lead there, and why, in parts that a screen puts into words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from counter_app.domain.procedures import TermUnit


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


class Point(StrEnum):
    """What a part of an explanation says, and which of its fields it uses."""

    RECEIVED = "received"  # at
    AFTER_CLOSING = "after-closing"  # at: the moment that it counts as
    ON_DAY_OFF = "on-day-off"  # at, name
    BEFORE_OPENING = "before-opening"  # at
    IN_BREAK = "in-break"  # at
    BEGINS = "begins"  # day: the first one counted
    OFF = "off"  # day, until, name
    WORKED = "worked"  # day, name: a day off that is worked
    CLOSES_EARLY = "closes-early"  # at
    OPENS_LATE = "opens-late"  # at
    TERM = "term"  # amount, unit
    SAME_DAY = "same-day"
    LATE_SAME_DAY = "late-same-day"  # amount: the hour
    MOVED = "moved"  # day, name: the day off that the term ended on
    PAUSED = "paused"  # at
    LEFT = "left"  # amount, unit: minutes of working time, or days
    KEPT = "kept"  # the pause took no working time, or the time was over before it
    RESUMED = "resumed"  # at
    DUE = "due"  # at


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an explanation; times are Vietnam's."""

    point: Point
    at: datetime | None = None
    day: date | None = None
    until: date | None = None
    name: str = ""
    amount: int = 0
    unit: TermUnit = TermUnit.WORKING_DAY


@dataclass(frozen=True, slots=True)
class Appointment:
    """When the result is due (aware, Vietnam's time), every day from reception to then, and the parts of its reason.

    What came in outside working time has two RECEIVED days: the real one (OFF on a day off) and the one it counts as.
    """

    due: datetime
    days: tuple[DayMark, ...]
    reasons: tuple[DueReason, ...] = ()
    explanation: tuple[Part, ...] = ()


def runs_of_days_off(named: Iterable[tuple[date, str]]) -> tuple[Part, ...]:
    """Join days off that follow each other into one part each, with their names."""
    runs: list[tuple[date, date, list[str]]] = []
    for day, name in named:
        if runs and (day - runs[-1][1]).days == 1:
            first, _, names = runs.pop()
            runs.append((first, day, [*names, name]))
        else:
            runs.append((day, day, [name]))
    return tuple(Part(Point.OFF, day=first, until=last, name=_one_name(names)) for first, last, names in runs)


def _one_name(names: list[str]) -> str:
    """One name for a holiday of several days: what its days' names share ("Mùng hai Tết …", "Mùng ba Tết …")."""
    kept = list(dict.fromkeys(name for name in names if not any(other != name and other in name for other in names)))
    shared: list[str] = []
    for words in zip(*(reversed(name.split()) for name in kept), strict=False):
        if len(set(words)) > 1:
            break
        shared.insert(0, words[0])
    return " ".join(shared) if len(shared) > 1 else ", ".join(kept)
