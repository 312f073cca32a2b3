"""The bad line is as bad as it says, the same for the same seed, and a desk loses nothing by it."""

import contextlib
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from counter_app.clocks import SystemClock
from counter_app.errors import Code, CounterError
from counter_app.journal import enrolment, outbox
from counter_app.journal.journal import Journal
from counter_app.store.database import open_database
from sync import records
from sync.channel import Backoff
from sync.replicator import Pace
from sync.server.chaos import Chaos, Fate, Odds
from sync.server.program import ServerThread
from tests.support.chaos_line import ChaosLine
from tests.sync.stations import (
    OFFICE,
    Station,
    admit,
    all_sent,
    faults,
    held,
    replicating,
    station,
    until,
    until_journal,
)

ALWAYS = Odds(faults=1.0, restarts=0.0, pause_s=0.05, silence_s=0.05)


@pytest.fixture
def desk(tmp_path: Path, server: ServerThread) -> Iterator[Station]:
    with station(tmp_path / "desk") as made:
        admit(server, made)
        made.issue(6)
        yield made


def _seed(fate: Fate) -> int:
    """A seed whose first request meets ``fate``."""
    return next(seed for seed in count() if Chaos(("", 0), seed, ALWAYS).fate(1) is fate)


def _push(desk: Station, url: str) -> None:
    wire = desk.wire(url)
    try:
        wire.call("POST", "/v1/entries", records.pack(outbox.own_entries(desk.journal, 0, 100)), packed=True)
    finally:
        wire.close()


@pytest.mark.parametrize("fate", [Fate.DELAYED, Fate.DOUBLED, Fate.OVERTAKEN])
def test_what_only_comes_at_another_time_is_answered(server: ServerThread, desk: Station, fate: Fate) -> None:
    with ChaosLine(server.port, _seed(fate), ALWAYS) as line:
        _push(desk, line.url)
    assert line.chaos.met == {fate: 1}
    assert held(server.journal) == {desk.id: 6}


@pytest.mark.parametrize("fate", [Fate.ANSWER_LOST, Fate.CUT_IN_ANSWER, Fate.LATE])
@pytest.mark.allows_log("urllib3")
def test_what_was_done_unheard_is_done(server: ServerThread, desk: Station, fate: Fate) -> None:
    with ChaosLine(server.port, _seed(fate), ALWAYS) as line:
        with pytest.raises(CounterError) as caught:
            _push(desk, line.url)
        until_journal(server.journal, lambda: held(server.journal) == {desk.id: 6})
    assert caught.value.code is Code.LINK_DOWN


@pytest.mark.parametrize(
    "fate", [Fate.DROPPED, Fate.CUT_IN_REQUEST, Fate.SILENT, Fate.STRANGER, Fate.FAILED, Fate.BUSY]
)
def test_what_never_arrives_is_not_taken_for_done(server: ServerThread, desk: Station, fate: Fate) -> None:
    with ChaosLine(server.port, _seed(fate), ALWAYS) as line, pytest.raises(CounterError) as caught:
        _push(desk, line.url)
    wanted = {Fate.BUSY: Code.STORE_AWAY, Fate.STRANGER: Code.CAPTIVE_PAGE}
    assert caught.value.code is wanted.get(fate, Code.LINK_DOWN)
    assert held(server.journal) == {}


def test_a_seed_has_the_same_fates_each_time() -> None:
    first, second, other = (
        [Chaos(("", 0), seed, restart=lambda: None).fate(number) for number in range(1, 2000)] for seed in (7, 7, 8)
    )
    assert first == second != other
    assert set(first) == set(Fate)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def _drill(folder: Path, port: int, seed: int) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "counter_app", "province", "--data", str(folder), "--port", str(port)]
    process = subprocess.Popen([*command, f"--chaos={seed}"], stdout=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)


@pytest.mark.allows_log("urllib3")
def test_a_desk_sends_everything_to_a_province_in_a_drill(tmp_path: Path) -> None:
    folder, port = tmp_path / "province", _free_port()
    database = open_database(folder)
    code = enrolment.make_code(Journal(database, SystemClock()), OFFICE)
    database.close()
    # Its first kill comes with the 5th request, and nothing keeps silent for long.
    seed = next(seed for seed in count() if _first_kill(seed) == 5)
    with station(tmp_path / "desk") as desk:
        desk.issue(20)
        pace = Pace(backoff=Backoff(0.05, 0.5), first_batch=3, batch_s=0.001)
        with _drill(folder, port, seed) as process, replicating(desk, f"http://127.0.0.1:{port}", pace) as replicator:
            until(replicator, lambda status: bool(status.up))
            while True:
                with contextlib.suppress(CounterError):
                    replicator.enrol(code)
                    break
            until(replicator, all_sent)
    assert process.returncode == 0
    database = open_database(folder)
    journal = Journal(database, SystemClock())
    assert held(journal) == {desk.id: 20}
    assert faults(journal) == ()
    database.close()


def _first_kill(seed: int) -> int:
    chaos = Chaos(("", 0), seed, restart=lambda: None)
    fates = [chaos.fate(number) for number in range(1, 60)]
    return 0 if Fate.SILENT in fates or Fate.RESTART not in fates else fates.index(Fate.RESTART) + 1
