"""Many machines at one queue, each a process: nothing twice and nothing lost, through retries, kills and a cut."""

import os
from pathlib import Path

from tests.benchmarks.queue import Size, run
from tests.support.office_load_takeover import Play, play

KILLS = int(os.environ.get("COUNTER_APP_OFFICE_KILLS", "1"))
"""One in every run; COUNTER_APP_OFFICE_KILLS=20 for all (also ``make bench NAME=queue_takeover ARGS="--kills 20"``)."""


def test_machines_that_retry_everything_get_each_number_and_each_call_once(tmp_path: Path) -> None:
    told = run(Size(desks=2, kiosks=1, tickets=24, seed=7))
    assert told["tickets"] == 24
    assert told["sent_twice"]
    assert (told["duplicates"], told["two_desks"], told["lost"], told["unsound"]) == (0, 0, 0, [])


def test_an_office_that_is_killed_loses_nothing_that_was_answered(tmp_path: Path) -> None:
    made = play(tmp_path, Play(desks=2, kills=KILLS, splits=int(KILLS > 1), seed=20_261_123, takeover_s=2))
    assert made.verdict.is_good, made.verdict
    assert len(made.killed) == KILLS
    assert made.tickets > 10 * KILLS
