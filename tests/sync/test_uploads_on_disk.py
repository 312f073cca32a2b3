"""What is on the disk of an upload holds for every process that shares the folder, also after a kill or a full disk."""

import contextlib
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import requests

from counter_app.clocks import SystemClock
from counter_app.errors import Code, CounterError
from counter_app.journal import outbox
from counter_app.journal.journal import Journal
from counter_app.store.database import open_database
from sync.records import RefusedError
from sync.server import uploads
from sync.server.uploads import KEPT_FOR, MOST_UNFINISHED, Spool, upload_id
from tests.support.faults.programs import PRIVATE, found_by, start, why_no_mounts
from tests.sync.stations import OFFICE, station
from tests.sync.uploading import Caller, named

NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
KEY = bytes(range(32))
A_SCAN = bytes(range(251)) * 4_000
SERVE = (
    "import sys, pathlib; from sync.server.keeping import Keeping; from sync.server.program import run_province; "
    "run_province(Keeping(pathlib.Path(sys.argv[1])), '127.0.0.1', int(sys.argv[2]))"
)


@pytest.fixture
def spools(tmp_path: Path) -> tuple[Spool, Spool]:
    """What two processes make of one folder."""
    return Spool(tmp_path / "uploads", KEY), Spool(tmp_path / "uploads", KEY)


def test_one_process_goes_on_where_another_stopped(spools: tuple[Spool, Spool]) -> None:
    here, there = spools
    first = here.begin("a", named(A_SCAN), len(A_SCAN), NOW).take_over(0, NOW)
    first.write(A_SCAN[:100_001])
    assert first.settle(NOW) == 100_001
    found = there.begin("a", named(A_SCAN), len(A_SCAN), NOW)
    assert found.offset() == 100_001
    second = found.take_over(100_001, NOW)
    second.write(A_SCAN[100_001:100_003])
    second.write(A_SCAN[100_003:])
    assert found.content() == A_SCAN


def test_what_one_process_still_writes_after_another_took_over_is_refused(spools: tuple[Spool, Spool]) -> None:
    here, there = spools
    older = here.begin("a", named(A_SCAN), len(A_SCAN), NOW).take_over(0, NOW)
    older.write(A_SCAN[:10])
    found = there.begin("a", named(A_SCAN), len(A_SCAN), NOW)
    newer = found.take_over(10, NOW)
    for late in (lambda: older.write(b"late"), older.undo):
        with pytest.raises(RefusedError) as caught:
            late()
        assert (caught.value.status, caught.value.params["offset"]) == (409, 10)
    newer.write(A_SCAN[10:20])
    assert found.content() == A_SCAN[:20]


def test_an_upload_of_another_length_begins_anew(spools: tuple[Spool, Spool]) -> None:
    here, there = spools
    here.begin("a", named(A_SCAN), 10, NOW).take_over(0, NOW).write(b"0123")
    again = there.begin("a", named(A_SCAN), len(A_SCAN), NOW)
    assert (again.offset(), again.head.length) == (0, len(A_SCAN))


def test_a_further_upload_takes_the_place_of_the_one_that_rested_longest(spools: tuple[Spool, Spool]) -> None:
    here, there = spools
    names = [named(bytes([number])) for number in range(MOST_UNFINISHED + 1)]
    for number, name in enumerate(names[:-1]):
        here.begin("a", name, 10, NOW + timedelta(seconds=number))
    here.begin("a", names[0], 10, NOW + timedelta(minutes=1))
    here.begin("b", names[1], 10, NOW)
    there.begin("a", names[-1], 10, NOW + timedelta(minutes=2))
    gone = [name for name in names if here.find("a", upload_id("a", name)) is None]
    assert gone == [names[1]]
    assert here.find("b", upload_id("b", names[1])) is not None


def test_only_what_rested_too_long_is_swept(spools: tuple[Spool, Spool]) -> None:
    here, there = spools
    old = here.begin("a", named(b"1"), 10, NOW)
    old.take_over(0, NOW).write(b"01234")
    here.begin("a", named(b"2"), 10, NOW).take_over(0, NOW + timedelta(days=1)).write(b"0")
    place = old.bytes_path.parent
    cut_write = place / f".{old.id}.head.1a2b3c4d.part"
    cut_write.write_bytes(b"")
    assert there.sweep(NOW + KEPT_FOR) == 0
    assert there.sweep(NOW + KEPT_FOR + timedelta(seconds=1)) == 1
    assert {path.stem for path in place.iterdir()} == {upload_id("a", named(b"2"))}


def test_no_upload_is_begun_that_would_fill_the_disk(tmp_path: Path) -> None:
    with pytest.raises(CounterError) as caught:
        Spool(tmp_path / "uploads", KEY, spare=1 << 60).begin("a", named(A_SCAN), 10, NOW)
    assert caught.value.code is Code.DISK_FULL


def test_an_upload_that_another_process_holds_for_long_is_refused_for_now(
    monkeypatch: pytest.MonkeyPatch, spools: tuple[Spool, Spool]
) -> None:
    here, there = spools
    monkeypatch.setattr(uploads, "_LOCK_S", 0.05)
    upload = here.begin("a", named(A_SCAN), 10, NOW)
    with here.lock(upload.id), pytest.raises(CounterError) as caught:
        there.begin("a", named(A_SCAN), 10, NOW)
    assert caught.value.code is Code.STORE_AWAY
    assert there.begin("a", named(A_SCAN), 10, NOW).offset() == 0


@pytest.mark.skipif(bool(why_no_mounts("tmpfs")), reason=why_no_mounts("tmpfs"))
def test_on_a_full_disk_what_fitted_stays_and_the_upload_goes_on_when_there_is_room(tmp_path: Path) -> None:
    seen = found_by(start("full_spool", tmp_path, before=PRIVATE))
    assert seen == {"fault": Code.DISK_FULL.value, "some_fitted": True, "again": Code.DISK_FULL.value, "whole": True}


@contextmanager
def _serving(folder: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen([sys.executable, "-c", SERVE, str(folder), str(port)])
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _begun(caller: Caller, content: bytes) -> str:
    """Where an upload goes on, as soon as the server is up."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with contextlib.suppress(requests.ConnectionError):
            return caller.begun(content)
    raise AssertionError("the server did not start")


def test_after_a_kill_in_the_middle_of_a_piece_every_promised_byte_is_there(tmp_path: Path) -> None:
    folder = tmp_path / "province"
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = int(probe.getsockname()[1])
    with station(tmp_path / "desk") as desk, Caller(desk, port) as caller:
        database = open_database(folder)
        outbox.admit(Journal(database, SystemClock()), desk.id, desk.journal.key.public_hex, OFFICE)
        database.close()
        with _serving(folder, port):
            location = _begun(caller, A_SCAN)
            cut = caller.cut_patch(location, 0, len(A_SCAN), A_SCAN[:700_000])
            while (promised := caller.offset(location)) < 400_000:
                pass
        cut.close()
        with _serving(folder, port):
            assert _begun(caller, A_SCAN) == location
            offset = caller.offset(location)
            assert offset >= promised
            assert caller.patch(location, offset, A_SCAN[offset:]).status_code == 204
            assert caller.call("GET", f"/v1/blobs/{named(A_SCAN)}").content == A_SCAN
