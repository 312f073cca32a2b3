"""What the calendar's tab shows: every day of a year with its look, the working weeks, and a day as it is typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from counter_app.clocks import VIETNAM
from counter_app.domain.facts import DayKind
from counter_app.domain.text import fold
from counter_app.domain.working_days import Origin, WorkingHours
from counter_app.services.calendar import Calendar, DayView, WeekView
from ui.desk import words


class DayLook(StrEnum):
    """How a day is drawn."""

    WORKED = "worked"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MAKE_UP = "make-up"
    MORNING = "morning"  # only the morning is worked
    AFTERNOON = "afternoon"


@dataclass(frozen=True, slots=True)
class DayShown:
    """One day: its look, what the calendar says of it, and whether this office said it."""

    view: DayView
    look: DayLook
    own: bool


@dataclass(frozen=True, slots=True)
class YearShown:
    """A year's days and the working weeks."""

    year: int
    days: Mapping[date, DayShown]
    weeks: tuple[WeekView, ...]

    def count(self, *looks: DayLook) -> int:
        """How many days look so."""
        return sum(1 for day in self.days.values() if day.look in looks)


def read_year(calendar: Calendar, year: int) -> YearShown:
    """Read a year; blocks."""
    first = date(year, 1, 1)
    length = (date(year + 1, 1, 1) - first).days
    shown = (_shown(calendar.on(first + timedelta(days=step)), calendar) for step in range(length))
    return YearShown(year, {one.view.day: one for one in shown}, calendar.weeks())


def _shown(view: DayView, calendar: Calendar) -> DayShown:
    return DayShown(view, _look(view, calendar), view.origin is Origin.OFFICE)


def _look(view: DayView, calendar: Calendar) -> DayLook:
    week = calendar.calendar().week(view.day)
    if view.hours is None:
        named = view.rule is not None and view.rule.kind is DayKind.OFF
        return DayLook.HOLIDAY if named else DayLook.WEEKEND
    if view.hours.length < week.usual.length:
        return DayLook.MORNING if view.hours.closing < week.usual.closing else DayLook.AFTERNOON
    plain = week.days[view.day.weekday()]
    return DayLook.MAKE_UP if plain is None else DayLook.WORKED


def hours_words(hours: WorkingHours | None) -> str:
    """Return ``07:00–11:30, 13:30–17:00``, or that nobody works."""
    if hours is None:
        return QCoreApplication.translate("CalendarWords", "nghỉ")
    return ", ".join(f"{opens:%H:%M}–{closes:%H:%M}" for opens, closes in hours.sessions)


def day_words(view: DayView) -> str:
    """Return what a day is: ``Nghỉ: Tết Dương lịch``, ``Làm việc 07:00–11:30``."""
    translate = QCoreApplication.translate
    name = words.holiday_name(view.rule.name) if view.rule else ""
    if view.hours is None:
        if not name:
            return translate("CalendarWords", "Nghỉ cuối tuần")
        said_already = fold(name).startswith("nghi ")
        return name if said_already else translate("CalendarWords", "Nghỉ: {name}").format(name=name)
    told = translate("CalendarWords", "Làm việc {hours}").format(hours=hours_words(view.hours))
    return f"{told} ({name})" if name else told


def origin_words(origin: Origin, source: str) -> str:
    """Return who said so, and in which paper."""
    translate = QCoreApplication.translate
    told = {
        Origin.WEEK: translate("CalendarWords", "Theo tuần làm việc"),
        Origin.SEED: translate("CalendarWords", "Theo lịch nghỉ lễ có sẵn"),
        Origin.ABOVE: translate("CalendarWords", "Cấp trên đặt"),
        Origin.OFFICE: translate("CalendarWords", "Đơn vị tự đặt"),
    }[origin]
    return f"{told} · {source}" if source else told


def typed_day(text: str) -> date | None:
    """Read ``2/1/2026``; None if it is no date."""
    try:
        return datetime.strptime(text.strip(), "%d/%m/%Y").replace(tzinfo=VIETNAM).date()
    except ValueError:
        return None


def typed_moment(text: str) -> datetime | None:
    """Read ``20/11/2026 15:20``, in Vietnam's time; a day alone is its opening at 8:00. None if it is neither."""
    day = typed_day(text)
    if day is not None:
        return datetime.combine(day, time(8), VIETNAM)
    try:
        return datetime.strptime(" ".join(text.split()), "%d/%m/%Y %H:%M").replace(tzinfo=VIETNAM)
    except ValueError:
        return None
