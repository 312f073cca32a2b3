"""The province is away for half of the day: work goes on, and when it returns it has everything by itself."""

from datetime import datetime, time
from pathlib import Path

from counter_app.clocks import VIETNAM, ManualClock
from counter_app.demo.office import DemoOffice
from counter_app.demo.plan import DAY
from counter_app.demo.play import PlayedDay
from devices.settings import TransportKind

CITIZENS = 30


def test_a_day_with_the_province_away_for_half_of_it_ends_with_equal_counts(tmp_path: Path) -> None:
    clock = ManualClock(datetime.combine(DAY, time(7, 15), VIETNAM))
    office = DemoOffice(tmp_path, clock, speaker=TransportKind.FILE)  # which keeps no pace: no test has to hear it
    (tmp_path / "paper").mkdir()
    waiting = []

    def between(gone: int) -> None:
        if gone >= 8 and office.province.is_running and not waiting:
            office.province.stop()
        elif not office.province.is_running:
            replicator = office.counter.replicator
            assert replicator is not None
            waiting.append(replicator.status().waiting)
            if gone >= 22:
                office.province.start()

    try:
        office.start()
        office.counter.services.recognition.pause()  # half of a played day, and no part of this promise
        day = PlayedDay(office, clock, seed=5, paper=tmp_path / "paper", citizens=CITIZENS)
        day.run(between)
        office.wait_until_sent(60)
        summary = day.summary(0)
    finally:
        office.close()
    assert max(waiting) > 100, "what is not sent waits and is counted"
    assert summary.served + summary.no_shows == summary.tickets == CITIZENS
    assert (summary.province_entries, summary.province_blobs) == (summary.entries, summary.blobs)
