"""One wrong clock is nobody's time: an office's machines date what they write by the time they agree on."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.clocks import ManualClock, OfficeClock, SystemClock
from counter_app.domain.hybrid_time import instant
from sync.office.clocks import SETTLED, OfficeClocks, middle
from sync.records import OfficeAnswer
from tests.sync.offices import command, first_station, group_of, joined

MORNING = datetime(2026, 11, 23, 1, 55, tzinfo=UTC)
HOUR = timedelta(hours=1)
STEP = timedelta(seconds=5)

RIGHT = st.integers(-2000, 2000).map(lambda ms: timedelta(milliseconds=ms))
WRONG = st.timedeltas(min_value=timedelta(days=-9000), max_value=timedelta(days=9000))


class HourAhead(SystemClock):
    """Somebody set this machine's clock to the wrong hour."""

    def now(self) -> datetime:
        return super().now() + HOUR


def answer(office: OfficeClocks) -> OfficeAnswer:
    return OfficeAnswer("head", "Máy chính", 0, "run", 0, 1, True, clock=office.own_ms, time=office.office_ms)


@given(st.lists(RIGHT, min_size=1, max_size=9), st.lists(WRONG, max_size=8))
def test_fewer_wrong_clocks_than_right_ones_never_make_the_time(
    right: Sequence[timedelta], wrong: Sequence[timedelta]
) -> None:
    wrong = wrong[: len(right)]  # the own clock is one more that is right
    agreed = middle([*right, *wrong])
    assert min([*right, timedelta()]) <= agreed <= max([*right, timedelta()])


def test_two_clocks_that_differ_prove_nothing_so_the_one_in_charge_goes_by_its_own() -> None:
    assert middle([HOUR]) == timedelta()
    assert middle([-HOUR]) == timedelta()


@pytest.mark.expects_log("event=office_time")
def test_a_machine_in_charge_whose_own_clock_is_wrong_goes_by_the_others() -> None:
    clock = OfficeClock(ManualClock(MORNING + HOUR))
    office = OfficeClocks(clock)
    for station in ("desk-1", "desk-2"):
        office.said(station, OfficeClocks(ManualClock(MORNING)).own_ms, now=10.0)
    office.lead(now=11.0)
    assert clock.now() == MORNING
    assert office.wrong_by("head") == {"head": HOUR, "desk-1": timedelta(), "desk-2": timedelta()}
    office.lead(now=11.0 + 700)
    assert clock.now() == MORNING + HOUR, "those that were not heard for long say nothing any more"


def test_a_machine_that_follows_keeps_the_offices_time_when_it_hears_nobody() -> None:
    office, own = OfficeClocks(ManualClock(MORNING)), ManualClock(MORNING + timedelta(seconds=30))
    clock = OfficeClock(own)
    desk = OfficeClocks(clock)
    desk.answered(answer(office), asked=5.0, now=5.2, followed=True)
    assert abs(clock.now() - MORNING) <= SETTLED
    own.move(STEP)
    assert abs(clock.now() - MORNING - STEP) <= SETTLED
    assert clock.monotonic() == STEP.total_seconds()


def test_small_differences_and_answers_of_others_move_nothing() -> None:
    clock = OfficeClock(ManualClock(MORNING))
    desk = OfficeClocks(clock)
    desk.answered(answer(OfficeClocks(ManualClock(MORNING + SETTLED / 2))), asked=5.0, now=5.0, followed=True)
    desk.answered(answer(OfficeClocks(ManualClock(MORNING + HOUR))), asked=5.0, now=5.0, followed=False)
    assert clock.now() == MORNING


def test_a_version_that_says_no_time_is_heard_and_not_believed_to_live_in_1970() -> None:
    clock = OfficeClock(ManualClock(MORNING))
    desk = OfficeClocks(clock)
    desk.answered(OfficeAnswer("head", "Máy chính", 0, "run", 0, 1, True), asked=5.0, now=5.0, followed=True)
    desk.lead(now=5.0)
    assert clock.now() == MORNING
    assert desk.contacts(6.0) == {"head": MORNING - timedelta(seconds=1)}


@pytest.mark.expects_log("event=office_time")
@pytest.mark.allows_log("event=clock_wrong")
def test_a_desk_an_hour_ahead_writes_in_the_offices_time_and_pulls_nobody_along(tmp_path: Path) -> None:
    with (
        first_station(tmp_path / "office") as office,
        joined(office, tmp_path / "desk", 2, clock=HourAhead()) as desk,
    ):
        ticket = desk.services.queue.take_number(group_of(office), command=command()).ticket
        now = datetime.now(UTC)
        assert abs(ticket.issued_at - now) < timedelta(minutes=1)
        assert abs(desk.services.clock.now() - now) < timedelta(minutes=1)
        assert abs(instant(office.journal.last_time) - now) < timedelta(minutes=1)
        assert desk.office is not None
        wrong = desk.office.wrong_clocks()
        assert abs(wrong[desk.journal.key.station] - HOUR) < timedelta(minutes=1)
        assert abs(wrong[office.journal.key.station]) < timedelta(minutes=1)
