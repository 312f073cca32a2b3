"""``kill -9`` of desk and province at any moment of their sync: what was acknowledged is there, once, on both sides."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import select

from counter_app.clocks import SystemClock
from counter_app.journal import enrolment
from counter_app.journal.journal import Journal
from counter_app.store import tables
from counter_app.store.database import open_database
from tests.support.writing_desk import PACE
from tests.sync.stations import OFFICE, all_sent, faults, held, replicating, station, until
from tests.sync.test_killed_server import SERVE, _free_port

KILLS = int(os.environ.get("COUNTER_APP_SYNC_KILLS", "5"))
"""A few in every run; COUNTER_APP_SYNC_KILLS=100 in the nightly run."""
SEED = 20_261_123
DESK = "tests.support.writing_desk"


def _acknowledged(path: Path) -> int:
    lines = path.read_text().split() if path.exists() else []
    return max(map(int, lines[:-1] or ["0"]), default=0)


class Pair:
    """A desk and its province, each a process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.acknowledged = folder / "acknowledged.log"
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.running: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, name: str) -> None:
        commands = {
            "province": ["-c", SERVE, str(self.folder / "province"), str(self.port)],
            "desk": ["-m", DESK, str(self.folder / "desk"), self.url, str(self.acknowledged)],
        }
        self.running[name] = subprocess.Popen([sys.executable, *commands[name]])

    def kill(self, name: str) -> None:
        process = self.running.pop(name)
        assert process.poll() is None, f"{name} ended by itself: {process.returncode}"
        process.kill()
        process.wait()

    def until_more_is_acknowledged(self) -> None:
        """Return when the desk writes again, after at most half a minute."""
        before, end = _acknowledged(self.acknowledged), time.monotonic() + 30
        while _acknowledged(self.acknowledged) <= before:
            assert time.monotonic() < end
            with pytest.raises(subprocess.TimeoutExpired):
                self.running["desk"].wait(0.02)

    def close(self) -> None:
        for process in self.running.values():
            process.kill()
            process.wait()


@pytest.mark.timeout(60 + 10 * KILLS)
@pytest.mark.allows_log("urllib3", "event=upstream_behind")
def test_kills_of_desk_and_province_at_any_moment_lose_and_double_nothing(tmp_path: Path) -> None:
    pair, chance = Pair(tmp_path), random.Random(SEED)
    database = open_database(tmp_path / "province")
    code = enrolment.make_code(Journal(database, SystemClock()), OFFICE)
    database.close()
    pair.start("province")
    try:
        with station(tmp_path / "desk") as desk, replicating(desk, pair.url, PACE) as replicator:
            until(replicator, lambda status: bool(status.up))
            replicator.enrol(code)
        pair.start("desk")
        for _ in range(KILLS):
            pair.until_more_is_acknowledged()
            victim = chance.choice(("desk", "province"))
            with pytest.raises(subprocess.TimeoutExpired):
                pair.running[victim].wait(chance.uniform(0.0, 0.6))
            pair.kill(victim)
            pair.start(victim)
        pair.until_more_is_acknowledged()
        pair.kill("desk")
        with station(tmp_path / "desk") as desk:
            assert desk.journal.last_seq >= _acknowledged(pair.acknowledged) > KILLS
            assert desk.journal.held is None
            with replicating(desk, pair.url, PACE) as replicator:
                until(replicator, all_sent, 60)
            wanted, blobs = {desk.id: desk.journal.last_seq}, _blobs(desk.journal)
            assert faults(desk.journal) == ()
            assert blobs
    finally:
        pair.close()
    database = open_database(tmp_path / "province")
    journal = Journal(database, SystemClock())
    assert held(journal) == wanted
    assert _blobs(journal) == blobs
    assert faults(journal) == ()
    database.close()


def _blobs(journal: Journal) -> set[str]:
    with journal.database.read() as connection:
        return set(connection.execute(select(tables.blobs.c.sha256)).scalars())
