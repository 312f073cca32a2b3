"""Uploads at a province of several processes, its entries in PostgreSQL and its blobs in S3: the program itself."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import obstore

from counter_app.store.blobs import blob_path
from sync.server.keeping import Keeping, open_store
from sync.server.store import Introduced
from tests.support import s3_server
from tests.support.postgres import blobs_held
from tests.sync.stations import OFFICE, Station, station
from tests.sync.uploading import Caller, named

A_SCAN = bytes(range(249)) * 8_000
WORKERS = 2
PIECE = 300_000


@contextmanager
def _program(folder: Path, database: str, blobs: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The program and its port."""
    command = [sys.executable, "-m", "counter_app", "province", "--data", str(folder), "--port", "0"]
    command += ["--database", database, "--blobs", blobs, "--workers", str(WORKERS)]
    program = subprocess.Popen(command, env=os.environ | s3_server.KEYS, stdout=subprocess.PIPE, text=True)
    try:
        assert program.stdout is not None
        found = re.match(r"http://127\.0\.0\.1:([0-9]+) ", program.stdout.readline())
        assert found is not None
        yield program, int(found[1])
    finally:
        program.send_signal(signal.SIGTERM)
        program.communicate()
    assert program.returncode == 0


def _workers(program: subprocess.Popen[str]) -> set[int]:
    children = Path(f"/proc/{program.pid}/task/{program.pid}/children").read_text().split()
    serving = (int(child) for child in children)
    return {child for child in serving if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()}


def _holds(worker: int, opened: socket.socket) -> bool:
    """Whether this process has the other end of a connection."""
    ends = [f":{one[1]:04X}" for one in (opened.getpeername(), opened.getsockname())]
    rows = (line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:])
    inodes = {row[9] for row in rows if row[1].endswith(ends[0]) and row[2].endswith(ends[1])}
    held = {str(path.readlink()) for path in Path(f"/proc/{worker}/fd").iterdir()}
    return any(f"socket:[{inode}]" in held for inode in inodes)


def _in_pieces(desk: Station, port: int, location: str, first: int) -> None:
    """Send the rest, each piece on a connection of its own: the system deals them out among the processes."""
    for offset in range(first, len(A_SCAN), PIECE):
        with Caller(desk, port) as caller:
            answer = caller.patch(location, offset, A_SCAN[offset : offset + PIECE])
            assert answer.status_code == 204, answer.text


def test_any_process_goes_on_with_an_upload_also_of_one_that_was_killed(tmp_path: Path, postgres_url: str) -> None:
    with s3_server.s3_server() as s3_port, station(tmp_path / "desk") as desk:
        store = open_store(Keeping(tmp_path / "province", postgres_url))
        store.introduce(OFFICE, [Introduced(desk.id, desk.journal.key.public_hex)])
        store.close()
        with _program(tmp_path / "province", postgres_url, s3_server.address(s3_port)) as (program, port):
            with Caller(desk, port) as caller:
                location = caller.begun(A_SCAN)
                cut = caller.cut_patch(location, 0, len(A_SCAN), A_SCAN[:700_000])
                while caller.offset(location) < 400_000:
                    pass
            (holder,) = (worker for worker in _workers(program) if _holds(worker, cut))
            os.kill(holder, signal.SIGKILL)
            cut.close()
            with Caller(desk, port) as caller:
                promised = caller.offset(location)
                assert promised >= 400_000
                _in_pieces(desk, port, location, promised)
                rest = caller.call("GET", f"/v1/blobs/{named(A_SCAN)}", Range="bytes=1000000-")
                assert (rest.status_code, rest.content) == (206, A_SCAN[1_000_000:])
        assert blobs_held(postgres_url) == 1
        kept = obstore.head(s3_server.objects(s3_port), blob_path(named(A_SCAN)))
        assert kept["size"] > len(A_SCAN)
    assert not list((tmp_path / "province").glob("uploads/*/*.bytes"))
