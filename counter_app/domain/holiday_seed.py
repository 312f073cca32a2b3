"""Public holidays to begin with; the office corrects them every year when the Government announces its swaps."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from counter_app.domain.facts import DayKind
from counter_app.domain.working_calendar import WorkingCalendar
from counter_app.domain.working_days import DayRule

_LAST = 2099  # the lunar calendar of the package ends there


def vietnam(years: Iterable[int]) -> WorkingCalendar:
    """Return Vietnam's calendar, with days in lieu and the Saturdays worked in exchange; ``years`` are loaded now.

    Labour Code 2019 art. 112, lunar dates included; swaps announced after the installed package are missing.
    The first call of a process takes a third of a second.
    """
    for year in years:
        seed_of(year)
    return WorkingCalendar(seed_of)


@cache
def seed_of(year: int) -> Mapping[date, DayRule]:
    """Return what the seed says of a year's days."""
    import holidays  # slow to import: not before the first window

    if year > _LAST:
        return {}
    known = holidays.country_holidays("VN", years=year, language="vi")
    rules = {day: DayRule(DayKind.OFF, name) for day, name in sorted(known.items())}
    worked = {day: DayRule(DayKind.WORKING) for day in known.weekend_workdays if day.year == year}
    return rules | worked


@cache
def english_names(year: int) -> Mapping[date, str]:
    """Return the English names of a year's holidays."""
    import holidays

    return dict(holidays.country_holidays("VN", years=year, language="en_US")) if year <= _LAST else {}
