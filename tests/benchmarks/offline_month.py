"""Thirty days without a link, then the link: what goes up, in which order, and whether the desk notices.

A desk's folder with 300 dossiers a day and two scans each, a real province (TLS), and the desk's program, which calls
the next all the while: before anybody answers, while everything goes up, and afterwards. Prints one JSON line. With
``--mbit`` there is a link between the two (needs root); without, both are on one machine and as fast as that can.
"""

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

from counter_app.store.database import open_database
from sync.server.keeping import Keeping, open_store
from sync.server.store import Introduced
from tests.benchmarks.measure import RESULTS
from tests.support.authority import Authority
from tests.support.offline_desk import memory_mb
from tests.support.offline_folder import LARGEST_SCAN, SMALLEST_SCAN, Filled, fill
from tests.support.slow_link import SERVER, SlowLink, reason_not_to

OFFICE = "H99.17"
PATIENCE_S = 30.0


def main() -> None:
    """Fill, let the desk work with and without the province, and check what the province has."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--dossiers", type=int, default=300, help="a day")
    parser.add_argument("--calls", type=int, default=120, help="of the next, without a link and after all is up")
    parser.add_argument("--dir", type=Path, default=None, help="where the folders are kept for as long as it runs")
    parser.add_argument(
        "--mbit", type=float, default=0.0, help="of the link, which also takes 30 ms and loses 1 in 100"
    )
    asked = parser.parse_args()
    if asked.mbit and (reason := reason_not_to()):
        raise SystemExit(reason)
    with tempfile.TemporaryDirectory(prefix="offline-", dir=asked.dir) as name:
        told = _run(Path(name), asked.days, asked.dossiers, asked.calls, asked.mbit)
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / "offline_month.json").write_text(json.dumps(told, indent=1) + "\n")
    print(json.dumps(told))


def _run(folder: Path, days: int, dossiers: int, calls: int, mbit: float) -> dict[str, object]:
    began = time.monotonic()
    filled = fill(folder / "desk", days, dossiers, datetime.now(UTC))
    filling = time.monotonic() - began
    _say(f"filled in {filling:.0f} s: {filled.entries} entries, {filled.scans} scans, {filled.scan_bytes} bytes")
    store = open_store(Keeping(folder / "province"))
    with closing(store):
        store.introduce(OFFICE, [Introduced(filled.station, filled.public_key)])
    with _line(mbit) as line:
        measured, provinces_memory = _worked(folder, calls, line)
    _say("worked; now everything is verified")
    return {
        "days": days,
        "dossiers_a_day": dossiers,
        "link_mbit": mbit,
        "scan_bytes": [SMALLEST_SCAN, LARGEST_SCAN],
        "scans": filled.scans,
        "scan_bytes_in_all": filled.scan_bytes,
        "entries_waiting": filled.entries,
        "filling_seconds": round(filling),
        **measured,
        "province_memory_max_mb": provinces_memory,
        "load_average": [round(one, 1) for one in os.getloadavg()],
        **_checked(folder, filled, int(str(measured["entries"]))),
    }


@dataclass(frozen=True, slots=True)
class Line:
    """Where the province listens, and what puts a program at each end of the link."""

    host: str = "127.0.0.1"
    to_desk: tuple[str, ...] = ()
    to_province: tuple[str, ...] = ()


@contextmanager
def _line(mbit: float) -> Iterator[Line]:
    if not mbit:
        yield Line()
        return
    with SlowLink(mbit * 1e6) as link:
        inside = ("ip", "netns", "exec")
        yield Line(SERVER, (*inside, link.desk), (*inside, link.server))


def _worked(folder: Path, calls: int, line: Line) -> tuple[dict[str, object], float]:
    """Let the desk work; the province comes up when it has worked alone for a while."""
    authority = Authority(folder / "ca")
    tls = authority.issue(line.host)
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    url = f"https://{line.host}:{port}"
    words = ["tests.support.offline_desk", str(folder / "desk"), url, str(calls), str(authority.ca_file)]
    with _running(line.to_desk, *words) as desk:
        assert desk.stdout is not None
        assert desk.stdout.readline() == "worked alone\n"
        _say("worked alone; now the link is up")
        serve = [
            "counter_app",
            "province",
            "--data",
            str(folder / "province"),
            "--host",
            line.host,
            "--port",
            str(port),
        ]
        certificate = ["--tls-cert", str(tls.chain), "--tls-key", str(tls.key)]
        with _running(line.to_province, *serve, *certificate) as province, _watched(province.pid) as memory:
            measured = json.loads(desk.stdout.readline())
            assert desk.wait(PATIENCE_S) == 0
    return measured, max(memory)


@contextmanager
def _running(place: Sequence[str], *words: str) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen([*place, sys.executable, "-m", *words], stdout=subprocess.PIPE, text=True)  # noqa: S603
    try:
        yield process
    finally:
        process.terminate()
        process.wait(PATIENCE_S)
        assert process.stdout is not None
        process.stdout.close()


@contextmanager
def _watched(process: int) -> Iterator[list[float]]:
    """Look at a process's memory each second; megabytes."""
    seen, over = [memory_mb(process)], threading.Event()

    def look() -> None:
        while not over.wait(1.0):
            seen.append(memory_mb(process))

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield seen
    finally:
        over.set()
        thread.join()


def _checked(folder: Path, filled: Filled, entries: int) -> dict[str, object]:
    """Look at both folders; stops with what is wrong."""
    with closing(open_database(folder / "province")) as database, database.read() as connection:
        query = text("SELECT seq FROM feed WHERE station = :station ORDER BY position")
        order = connection.execute(query, {"station": filled.station}).scalars().all()
        scans = connection.execute(text("SELECT count(*), sum(size) FROM blobs")).one()
    if order != list(range(1, entries + 1)):
        raise SystemExit(f"the province has {len(order)} of {entries} entries, or in another order")
    if tuple(scans) != (filled.scans, filled.scan_bytes):
        raise SystemExit(f"the province has {scans[0]} of {filled.scans} scans")
    return {"in_order": True, "verified": {name: _verified(folder / name) for name in ("desk", "province")}}


def _verified(folder: Path) -> str:
    words = [sys.executable, "-m", "counter_app", "verify", "--data", str(folder)]
    told = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603
    if told.returncode:
        raise SystemExit(f"{folder.name}: {told.stderr[:500]}")
    return told.stdout.strip()


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
