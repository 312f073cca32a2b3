"""Priority is offered by what the card says: from sixty full years on."""

from datetime import date

import pytest

from counter_app.domain.facts import Priority
from counter_app.domain.priority import offered_priority, years_old


@pytest.mark.parametrize(
    "birth, day, offered",
    [
        (date(1966, 11, 24), date(2026, 11, 23), None),
        (date(1966, 11, 23), date(2026, 11, 23), Priority.ELDERLY),
        (date(1936, 1, 1), date(2026, 11, 23), Priority.ELDERLY),
        (date(2030, 1, 1), date(2026, 11, 23), None),
    ],
)
def test_sixty_full_years_are_offered_priority(birth: date, day: date, offered: Priority | None) -> None:
    assert offered_priority(birth, day) is offered


def test_one_born_on_a_leap_day_is_a_year_older_on_the_first_of_march() -> None:
    assert years_old(date(1964, 2, 29), date(2025, 2, 28)) == 60
    assert years_old(date(1964, 2, 29), date(2025, 3, 1)) == 61
