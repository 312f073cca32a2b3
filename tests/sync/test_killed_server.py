"""The server as a program of its own, killed without warning."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from counter_app.clocks import SystemClock
from counter_app.journal import enrolment
from counter_app.journal.journal import Journal
from counter_app.store.database import open_database
from sync.channel import Backoff
from sync.replicator import Pace
from tests.sync.stations import OFFICE, all_sent, faults, held, replicating, station, until

SMALL_BATCHES = Pace(backoff=Backoff(0.05, 0.5), first_batch=3, batch_s=0.001)
PROGRAM = "import sys, pathlib; from sync.server.keeping import Keeping; from sync.server.program import run_province; "
SERVE = PROGRAM + "run_province(Keeping(pathlib.Path(sys.argv[1])), '127.0.0.1', int(sys.argv[2]))"


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@contextmanager
def _server(folder: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen([sys.executable, "-c", SERVE, str(folder), str(port)])
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def test_a_server_killed_while_it_takes_entries_loses_and_doubles_none(tmp_path: Path) -> None:
    folder, port = tmp_path / "province", _free_port()
    database = open_database(folder)
    code = enrolment.make_code(Journal(database, SystemClock()), OFFICE)
    database.close()
    with station(tmp_path / "desk") as desk:
        desk.issue(120)
        with replicating(desk, f"http://127.0.0.1:{port}", SMALL_BATCHES) as replicator:
            with _server(folder, port):
                until(replicator, lambda status: bool(status.up))
                replicator.enrol(code)
                until(replicator, lambda status: status.waiting < 80)
            until(replicator, lambda status: status.up is False)
            with _server(folder, port):
                until(replicator, all_sent)
    database = open_database(folder)
    journal = Journal(database, SystemClock())
    assert held(journal) == {desk.id: 120}
    assert faults(journal) == ()
    database.close()
