"""Public holidays to begin with; the office corrects them every year when the Government announces its swaps."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from counter_app.domain.facts import DayKind
from counter_app.domain.working_calendar import WorkingCalendar
from counter_app.domain.working_days import DayRule

_NAMED = range(2025, 2029)  # the names come again and again
_IN_LIEU = " (nghỉ bù)"
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


def english(name: str) -> str:
    """Return the English name of the seed's holidays, joined or alone; any other name stays as it is."""
    return ", ".join(_english(one) for one in name.split(", "))


def _english(name: str) -> str:
    plain = name.removesuffix(_IN_LIEU)
    known = _english_names().get(plain, plain)
    return known if plain == name or known == plain else f"{known} (observed)"


@cache
def _english_names() -> Mapping[str, str]:
    import holidays

    names, other = (holidays.country_holidays("VN", years=_NAMED, language=one) for one in ("vi", "en_US"))
    return {names[day]: other[day] for day in names}
