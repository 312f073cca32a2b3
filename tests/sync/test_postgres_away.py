"""A database that goes away in mid-sync, and server processes that are killed: nothing is lost, nothing doubled."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from counter_app.errors import Code, CounterError
from counter_app.journal import outbox
from sync import records
from sync.channel import Backoff
from sync.replicator import Pace
from sync.server.keeping import Keeping, open_store
from sync.server.store import Introduced, ServerStore
from tests.support import postgres
from tests.support.postgres import Cluster, cluster
from tests.sync.stations import (
    OFFICE,
    Station,
    admit,
    all_sent,
    faults,
    held,
    province,
    replicating,
    station,
    until,
)

SMALL_BATCHES = Pace(backoff=Backoff(0.05, 0.3), first_batch=3, batch_s=0.001)
PROGRAM = """
import sys, pathlib
from sync.server.keeping import Keeping
from sync.server.program import run_province
if __name__ == "__main__":
    up = lambda port: print(port, flush=True)
    run_province(Keeping(pathlib.Path(sys.argv[1]), sys.argv[2]), "127.0.0.1", 0, workers=2, up=up)
"""


@pytest.fixture
def own_cluster() -> Iterator[Cluster]:
    with cluster() as running:
        yield running


@contextmanager
def _store(folder: Path, url: str) -> Iterator[ServerStore]:
    store = open_store(Keeping(folder, url))
    try:
        yield store
    finally:
        store.close()


class Processes:
    """A province of two processes, started by a third."""

    def __init__(self, folder: Path, url: str) -> None:
        script = folder.parent / "serve.py"
        script.write_text(PROGRAM)
        command = [sys.executable, str(script), str(folder), url]
        self.first = subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(Path.cwd())})
        assert self.first.stdout is not None
        self.url = f"http://127.0.0.1:{int(self.first.stdout.readline())}"

    def workers(self) -> list[int]:
        """The processes that serve now."""
        children = Path(f"/proc/{self.first.pid}/task/{self.first.pid}/children").read_text().split()
        return [int(one) for one in children if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]

    def end(self) -> int:
        """Tell it to stop; returns its exit code."""
        self.first.terminate()
        return self.first.wait(20)


@contextmanager
def processes(folder: Path, url: str) -> Iterator[Processes]:
    made = Processes(folder, url)
    try:
        yield made
    finally:
        made.first.kill()
        made.first.wait()
        assert made.first.stdout is not None
        made.first.stdout.close()


def _admit(store: ServerStore, one: Station) -> None:
    store.introduce(OFFICE, [Introduced(one.id, one.journal.key.public_hex)])


@pytest.mark.allows_log("psycopg.pool", "event=database_away")
def test_a_database_that_crashes_in_mid_sync_gets_the_rest_when_it_is_back(
    tmp_path: Path, own_cluster: Cluster
) -> None:
    url = own_cluster.create()
    with province(tmp_path / "province", database=url) as server, station(tmp_path / "desk") as desk:
        admit(server, desk)
        desk.issue(60)
        with replicating(desk, server.url, SMALL_BATCHES) as replicator:
            until(replicator, lambda status: 0 < status.waiting < 50)
            own_cluster.stop(kill=True)
            status = until(replicator, lambda one: one.fault is Code.STORE_AWAY)
            assert status.waiting > 0
            desk.issue(10, first=61)
            own_cluster.start()
            replicator.wake()
            until(replicator, all_sent)
        assert held(server) == {desk.id: 70}
        assert faults(server) == ()


@pytest.mark.allows_log("psycopg.pool", "event=database_away")
def test_while_the_database_is_away_who_asks_is_told_at_once_and_it_is_found_again(
    tmp_path: Path, own_cluster: Cluster
) -> None:
    heard = threading.Event()
    with _store(tmp_path, own_cluster.create()) as store:
        store.listen(lambda _audience: heard.set())
        assert heard.wait(10)
        own_cluster.stop()
        with pytest.raises(CounterError) as first:
            store.heads(["one"])
        began = time.monotonic()
        with pytest.raises(CounterError) as second:
            store.heads(["one"])
        assert time.monotonic() - began < 1.5
        assert {first.value.code, second.value.code} == {Code.STORE_AWAY}
        heard.clear()
        own_cluster.start()
        assert heard.wait(20)  # what it may have missed is told as something that grew
        _until_answered(store)


def _until_answered(store: ServerStore) -> None:
    end = time.monotonic() + 20
    pause = threading.Event()
    while True:
        try:
            assert store.heads(["one"]) == {"one": 0}
            return
        except CounterError:
            assert time.monotonic() < end
            pause.wait(0.05)


@pytest.mark.allows_log("psycopg.pool", "event=database_away")
def test_a_database_that_is_away_at_the_start_is_said(tmp_path: Path) -> None:
    with pytest.raises(CounterError) as caught:
        open_store(Keeping(tmp_path, "postgresql://nobody@127.0.0.1:9/nowhere"))
    assert caught.value.code is Code.STORE_AWAY


def test_killed_server_processes_are_replaced_and_lose_and_double_nothing(tmp_path: Path, postgres_url: str) -> None:
    folder = tmp_path / "province"
    with processes(folder, postgres_url) as running, station(tmp_path / "desk") as desk:
        with _store(folder, postgres_url) as store:
            _admit(store, desk)
        desk.issue(70)
        with replicating(desk, running.url, SMALL_BATCHES) as replicator:
            for most in (65, 40):
                until(replicator, lambda status, most=most: status.waiting < most)  # type: ignore[misc]
                killed = running.workers()
                os.kill(killed[0], signal.SIGKILL)
            until(replicator, all_sent)
            assert running.end() == 0
        assert outbox.mark(desk.journal, outbox.PUSHED) == 70
        assert postgres.held(postgres_url) == {desk.id: 70}
        assert postgres.faults(postgres_url) == ()


def test_told_to_stop_the_processes_answer_their_long_polls_and_end(tmp_path: Path, postgres_url: str) -> None:
    folder = tmp_path / "province"
    answered: list[int] = []
    with processes(folder, postgres_url) as running, station(tmp_path / "desk") as desk:
        with _store(folder, postgres_url) as store:
            _admit(store, desk)
        wires = [desk.wire(running.url) for _ in range(4)]
        for wire in wires:
            wire.call("GET", "/v1/feed?after=0&wait=0")
        workers = running.workers()

        def poll(number: int) -> None:
            answered.append(wires[number].call("GET", "/v1/feed?after=0&wait=25").status)

        polling = [threading.Thread(target=poll, args=(number,)) for number in range(4)]
        for one in polling:
            one.start()
        _until_polling(running, 4)
        began = time.monotonic()
        assert running.end() == 0
        for one in polling:
            one.join(10)
        assert (answered, time.monotonic() - began < 10) == ([200] * 4, True)
        for wire in wires:
            wire.close()
        assert not any(Path(f"/proc/{one}").exists() for one in workers)


def _until_polling(running: Processes, count: int) -> None:
    """Wait until that many connections are at the server's port and nothing on them is unread."""
    port = int(running.url.rpartition(":")[2])
    pause = threading.Event()
    quiet = 0
    for _ in range(400):
        lines = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
        theirs = [one for one in lines if int(one[1].rpartition(":")[2], 16) == port and one[3] == "01"]
        read = [one for one in theirs if one[4] == "00000000:00000000"]
        quiet = quiet + 1 if len(read) >= count else 0
        if quiet > 20:
            return
        pause.wait(0.02)
    raise AssertionError("the long polls did not come")


def test_processes_whose_starter_is_killed_end_too(tmp_path: Path, postgres_url: str) -> None:
    with processes(tmp_path / "province", postgres_url) as running, station(tmp_path / "desk") as desk:
        wire = desk.wire(running.url)
        assert wire.call("GET", "/v1/health").status == 200
        wire.close()
        workers = running.workers()
        running.first.kill()
        pause = threading.Event()
        for _ in range(400):
            if not any(_serves(one) for one in workers):
                return
            pause.wait(0.05)
    raise AssertionError("they go on without anybody who could stop them")


def _serves(process: int) -> bool:
    """Whether a process is there, and not only what is left of it until somebody asks."""
    try:
        return "State:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return False


def test_both_processes_take_entries_and_each_tells_the_readers_of_the_other(tmp_path: Path, postgres_url: str) -> None:
    with (
        province(tmp_path / "one", database=postgres_url) as one,
        province(tmp_path / "two", database=postgres_url) as two,
        station(tmp_path / "desk") as desk,
        station(tmp_path / "kiosk") as kiosk,
    ):
        admit(one, desk, kiosk)
        desk.issue(1)
        listener, writer = kiosk.wire(one.url), desk.wire(two.url)
        entries = outbox.own_entries(desk.journal, 0, 10)
        assert records.read_feed(listener.call("GET", "/v1/feed?after=0&wait=0").content)[1] == ()
        answered: list[int] = []

        def poll() -> None:
            answered.append(len(records.read_feed(listener.call("GET", "/v1/feed?after=0&wait=20").content)[1]))

        polling = threading.Thread(target=poll)
        began = time.monotonic()
        polling.start()
        writer.call("POST", "/v1/entries", records.pack(entries), packed=True)
        polling.join(20)
        assert (answered, time.monotonic() - began < 8) == ([1], True)
        listener.close()
        writer.close()
