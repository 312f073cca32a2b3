"""What no clock shows is nobody's time, and what can be no name is an address where nobody answers."""

from datetime import UTC, datetime, timedelta

import pytest

from counter_app.clocks import ManualClock, OfficeClock, SystemClock
from counter_app.errors import Code, CounterError
from counter_app.journal.signing import make_station_key
from sync.office.clocks import OfficeClocks
from sync.records import OfficeAnswer
from sync.signing import ServerTime
from sync.wire import Upstream, Wire

MORNING = datetime(2026, 11, 23, 1, 55, tzinfo=UTC)
ABSURD = [2**61, -(2**61), 253_402_300_800_000, 10**15]


@pytest.mark.parametrize("ms", ABSURD)
def test_a_time_that_no_clock_shows_leaves_this_machine_its_own(ms: int) -> None:
    clock = OfficeClock(ManualClock(MORNING))
    office = OfficeClocks(clock)
    head = OfficeAnswer("head", "Máy chính", 0, "run", 0, 1, True, clock=ms, time=ms)
    office.answered(head, 1.0, 1.2, followed=True)
    office.said("desk-1", ms, 2.0)
    office.lead(3.0)
    assert clock.now() == MORNING
    assert office.wrong_by("me") == {"me": timedelta()}
    assert set(office.contacts(3.0)) == {"head", "desk-1"}, "they were heard all the same"


@pytest.mark.parametrize("host", ["a..b", f"{'x' * 70}.example", "."])
def test_at_a_name_that_can_be_none_nobody_answers(host: str) -> None:
    wire = Wire(Upstream(f"https://{host}:8471"), make_station_key(), ServerTime(SystemClock()))
    with pytest.raises(CounterError) as caught:
        wire.call("GET", "/v1/health")
    wire.close()
    assert caught.value.code is Code.LINK_DOWN
