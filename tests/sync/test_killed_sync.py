"""``kill -9`` of desk, office and province at any moment of their sync: what was promised is there once, everywhere."""

import os
import random
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import select

from counter_app.clocks import SystemClock
from counter_app.journal import outbox
from counter_app.journal.journal import Journal
from counter_app.store import tables
from counter_app.store.database import open_database
from sync.server.program import ServerThread
from tests.support.office_middle import Middle
from tests.support.waiting import until_true
from tests.support.writing_desk import link_of
from tests.sync.stations import OFFICE, Station, faults, held
from tests.sync.test_killed_server import SERVE, _free_port

KILLS = int(os.environ.get("COUNTER_APP_SYNC_KILLS", "6"))
"""A few in every run, half of them with an office; COUNTER_APP_SYNC_KILLS=200 in the nightly run."""
SEED = 20_261_123
OFFICE_STATION = (
    "import sys, pathlib, threading; from tests.support.office_middle import Middle; "
    "Middle(pathlib.Path(sys.argv[1]), sys.argv[2], port=int(sys.argv[3])); threading.Event().wait()"
)


def _acknowledged(path: Path) -> int:
    lines = path.read_text().split() if path.exists() else []
    return max(map(int, lines[:-1] or ["0"]), default=0)


class Line:
    """A desk, perhaps its office's station, and their province, each a process."""

    def __init__(self, folder: Path, *, with_office: bool) -> None:
        self.folder = folder
        self.names = ("desk", "office", "province") if with_office else ("desk", "province")
        self.acknowledged = folder / "acknowledged.log"
        self.ports = {name: _free_port() for name in self.names}
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.ids: dict[str, str] = {}
        keys = {}
        for name in self.names:
            one = Station(folder / name)
            self.ids[name], keys[name] = one.id, one.journal.key.public_hex
            one.database.close()
        for below, above in zip(self.names, self.names[1:], strict=False):
            database = open_database(folder / above)
            outbox.admit(Journal(database, SystemClock()), self.ids[below], keys[below], OFFICE)
            database.close()

    def url(self, name: str) -> str:
        """Where the next one up answers."""
        above = self.names[self.names.index(name) + 1]
        return f"http://127.0.0.1:{self.ports[above]}"

    def start(self, name: str) -> None:
        folder, port = str(self.folder / name), str(self.ports[name])
        if name == "province":
            words = ["-c", SERVE, folder, port]
        elif name == "office":
            words = ["-c", OFFICE_STATION, folder, self.url(name), port]
        else:
            words = ["-m", "tests.support.writing_desk", folder, self.url(name), str(self.acknowledged)]
            words += [self.ids["office"]] if "office" in self.ids else []
        self.running[name] = subprocess.Popen([sys.executable, *words])

    def kill(self, name: str) -> None:
        process = self.running.pop(name)
        assert process.poll() is None, f"{name} ended by itself: {process.returncode}"
        process.kill()
        process.wait()

    def until_more_is_acknowledged(self) -> None:
        """Return when the desk writes again; programs start slowly where much else runs."""
        before, end = _acknowledged(self.acknowledged), time.monotonic() + 120
        while _acknowledged(self.acknowledged) <= before:
            assert time.monotonic() < end
            self.runs_for("desk", 0.02)

    def runs_for(self, name: str, seconds: float) -> None:
        """A process goes on for so long."""
        with pytest.raises(subprocess.TimeoutExpired):
            self.running[name].wait(seconds)

    def close(self) -> None:
        for process in self.running.values():
            process.kill()
            process.wait()


@pytest.mark.timeout(120 + 10 * KILLS)
@pytest.mark.allows_log("urllib3", "event=upstream_behind", "event=feed_rewound", "event=clock_wrong", "event=relay_")
@pytest.mark.parametrize("with_office", [False, True], ids=["straight", "by the office"])
def test_kills_at_any_moment_lose_and_double_nothing(tmp_path: Path, with_office: bool) -> None:
    line, chance = Line(tmp_path, with_office=with_office), random.Random(SEED)
    try:
        for name in reversed(line.names):
            line.start(name)
        for _ in range(KILLS // 2):
            line.until_more_is_acknowledged()
            victim = chance.choice(line.names)
            line.runs_for(victim, chance.uniform(0.0, 0.6))
            line.kill(victim)
            line.start(victim)
        line.until_more_is_acknowledged()
        for name in line.names:
            line.kill(name)
    finally:
        line.close()
    _all_arrives(line)


def _all_arrives(line: Line) -> None:
    """Everything is started once more, here, and left in peace."""
    with ExitStack() as closing:
        province = ServerThread(line.folder / "province", port=line.ports["province"])
        province.start()
        closing.callback(province.stop)
        nodes = [province.journal]
        if "office" in line.names:
            middle = Middle(line.folder / "office", line.url("office"), port=line.ports["office"])
            closing.callback(middle.end)
            nodes.append(middle.station.journal)
        desk = Station(line.folder / "desk")
        closing.callback(desk.database.close)
        nodes.append(desk.journal)
        assert desk.journal.held is None
        assert desk.journal.last_seq >= _acknowledged(line.acknowledged) > 0
        link = link_of(desk.journal, line.url("desk"), line.ids.get("office", ""))
        link.start()
        closing.callback(link.close)
        wanted = {desk.id: desk.journal.last_seq}
        for node in nodes:
            until_true(lambda node=node: held(node) == wanted)  # type: ignore[misc]
        until_true(lambda: _blobs(province.journal) == _blobs(desk.journal) != set())
        assert [faults(node) for node in nodes] == [()] * len(nodes)


def _blobs(journal: Journal) -> set[str]:
    with journal.database.read() as connection:
        return set(connection.execute(select(tables.blobs.c.sha256)).scalars())
