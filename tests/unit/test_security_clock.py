"""A clock that is wrong makes the security record forget nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from counter_app.services.security_log import SecurityKind
from counter_app.services.security_watch import SecurityWatch
from counter_app.store.security_events import EventFilter
from tests.support.office import OpenOffice, open_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    with open_office(tmp_path) as office:
        yield office


def failures(office: OpenOffice) -> list[int]:
    wanted = EventFilter(kinds=frozenset({SecurityKind.SIGN_IN_FAILED}))
    return [int(event.detail["failed"]) for event in office.services.security.page(wanted, most=100)]


def fail(office: OpenOffice, number: int) -> None:
    office.services.security.note(SecurityKind.SIGN_IN_FAILED, officer="ha", failed=number)


def test_a_day_on_which_the_machine_believed_in_the_year_2000_costs_no_older_row(office: OpenOffice) -> None:
    fail(office, 1)
    now = office.clock.now()
    office.clock.jump(datetime(2000, 1, 1, tzinfo=UTC))  # its battery is flat
    fail(office, 2)
    office.clock.jump(now)
    watch = SecurityWatch(office.journal, office.services.security, keep_days=365)
    office.clock.move(timedelta(hours=2))
    watch.look()
    assert failures(office) == [2, 1]


def test_a_clock_set_two_years_on_by_hand_makes_it_forget_nothing(office: OpenOffice) -> None:
    fail(office, 1)
    fail(office, 2)
    watch = SecurityWatch(office.journal, office.services.security, keep_days=365)
    office.clock.jump(office.clock.now() + timedelta(days=730))
    watch.look()
    office.clock.move(timedelta(hours=2))
    watch.look()
    assert failures(office) == [2, 1]
