"""Public holidays to begin with; the office corrects them every year when the Government announces its swaps."""

from collections.abc import Iterable
from functools import cache

from counter_app.domain.working_calendar import WorkingCalendar


def vietnam(years: Iterable[int]) -> WorkingCalendar:
    """Return Vietnam's calendar of some years, with days in lieu and the Saturdays worked in exchange.

    Labour Code 2019 art. 112, lunar dates included; swaps announced after the installed package are missing.
    The first call of a process takes a third of a second.
    """
    return _calendar(tuple(sorted(set(years))))


@cache
def _calendar(years: tuple[int, ...]) -> WorkingCalendar:
    import holidays  # slow to import: not before the first window

    known = holidays.country_holidays("VN", years=years, language="vi")
    make_up = frozenset(day for day in known.weekend_workdays if day.year in years)
    return WorkingCalendar(dict(sorted(known.items())), make_up)
