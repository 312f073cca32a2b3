"""How long a desk's work takes over a bad line, and what it puts on the wire: real stations, a simulated link.

``wire_bytes`` are those of every packet upwards; ``content_bytes`` the entries compressed in one piece, and the files;
``floor_seconds`` what the content takes at the link's rate. Needs root (two network namespaces).
"""

import json
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from counter_app.clocks import SystemClock
from counter_app.domain.dossier_facts import PageScanned
from counter_app.journal import outbox
from counter_app.journal.journal import Journal
from counter_app.store.database import open_database
from sync import records
from sync.link import SyncStatus
from sync.replicator import Replicator
from sync.server.program import ServerThread
from sync.wire import Upstream
from tests.benchmarks.measure import RESULTS
from tests.support.authority import Authority
from tests.support.dossier_entries import RECEIVED
from tests.support.slow_link import SERVER, SlowLink, reason_not_to

OFFICE = "H99.1"
PORT = 8470
FAST, SLOW = 4e6, 48e3
DOSSIERS, FILES, FILE_BYTES = 2000, 20, 1 << 20
DAY, SCAN_BYTES = 60, 5 << 20
CUT_EVERY_S, CUT_S = 25.0, 1.5
PATIENCE_S = 120.0
_CA = "ca"
_NAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Thị", "Văn", "Minh", "Hoa", "Lan", "Sơn", "Hùng", "Mai", "Tâm", "Quân")
_WORDS = (
    "thửa",
    "đất",
    "số",
    "tờ",
    "bản đồ",
    "xác nhận",
    "hộ khẩu",
    "thôn",
    "tạm trú",
    "khai sinh",
    "bản sao",
    "chứng thực",
)


@dataclass(frozen=True, slots=True)
class Run:
    """One measurement, as it is kept."""

    case: str
    congestion: str
    seconds: float
    entries_seconds: float
    wire_bytes: int
    content_bytes: int
    floor_seconds: float
    resets: int


def main() -> None:
    """Measure all cases, one after another, or those whose names are given."""
    reason = reason_not_to()
    if reason is not None:
        print(f"not measured: {reason}")
        return
    wanted = sys.argv[1:]
    runs: list[Run] = []
    with tempfile.TemporaryDirectory() as name:
        full, day = _prepared(Path(name) / "full", fast=True), _prepared(Path(name) / "day", fast=False)
        for congestion in ("cubic", "bbr"):
            for case, prepared, rate in (("plain", full, FAST), ("resets", full, FAST), ("modem", day, SLOW)):
                if not wanted or f"{case}-{congestion}" in wanted:
                    runs.append(_measure(case, congestion, prepared, rate))
                    print(" ".join(f"{key}={value}" for key, value in asdict(runs[-1]).items()), flush=True)
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / "sync.json").write_text(json.dumps([asdict(run) for run in runs], indent=1) + "\n")


def _prepared(folder: Path, *, fast: bool) -> Path:
    """Make a desk with what it has to send, and a province that knows it."""
    chance = random.Random(1)
    folder.mkdir()
    with _journal(folder / "desk") as desk, _journal(folder / "province") as province:
        outbox.admit(province, desk.key.station, desk.key.public_hex, OFFICE)
        if fast:
            _receive(desk, DOSSIERS, chance)
        _scan(desk, *((FILES, FILE_BYTES) if fast else (1, SCAN_BYTES)), chance)
    return folder


def _receive(desk: Journal, count: int, chance: random.Random) -> None:
    """Receive dossiers of about 2 kB, each with words of its own."""
    for number in range(count):
        name = " ".join(chance.choices(_NAMES, k=4))
        text = " ".join(f"{chance.choice(_WORDS)} {chance.randrange(2000)}" for _ in range(85))
        person = replace(RECEIVED.applicant, name=name, identity=f"000{chance.randrange(10**9):09d}", residence=text)
        code = f"H99.17-261123-{chance.randrange(10**6):06d}"
        with desk.transaction() as transaction:
            fact = replace(RECEIVED, code=code, applicant=person)
            transaction.append(f"dossier/{number:08x}{chance.randrange(16**24):024x}", fact, "officer/ha")


def _scan(desk: Journal, count: int, size: int, chance: random.Random) -> None:
    for _ in range(count):
        content = chance.randbytes(size)
        with desk.transaction() as transaction:
            sha256 = desk.database.blobs.put(content)
            stream = f"dossier/{chance.randrange(16**32):032x}"
            transaction.append(stream, RECEIVED, "officer/ha")
            transaction.append(stream, PageScanned(0, 1, sha256, size), "officer/ha")
            transaction.add_blob(sha256, size, scan=True)


def _measure(case: str, congestion: str, prepared: Path, rate: float) -> Run:
    with tempfile.TemporaryDirectory() as name, SlowLink(rate, congestion="cubic") as link:
        folder = Path(name)
        shutil.copytree(prepared, folder, dirs_exist_ok=True)
        server = _python(link.server, "serve", folder / "province")
        assert server.stdout is not None
        server.stdout.readline()
        desk = _python(link.desk, case, folder / "desk", congestion)
        ended = threading.Event()
        cutting = threading.Thread(target=_cut, args=(link, ended))
        if case == "resets":
            cutting.start()
        told = json.loads(desk.communicate()[0])
        ended.set()
        if case == "resets":
            cutting.join()
        figures = link.figures()
        server.communicate("")
        content = _content(folder / "desk")
        floor = content * 8 / rate
    return Run(
        case,
        congestion,
        round(told["seconds"], 1),
        round(told["entries_seconds"], 1),
        figures.wire_bytes,
        content,
        round(floor, 1),
        figures.resets,
    )


def _cut(link: SlowLink, ended: threading.Event) -> None:
    while not ended.wait(CUT_EVERY_S):
        link.cut(CUT_S)


def _content(folder: Path) -> int:
    with _journal(folder) as desk:
        entries = outbox.own_entries(desk, 0, 1 << 20)
        with desk.database.read() as connection:
            blobs = connection.exec_driver_sql("SELECT sum(size) FROM blobs").scalar_one()
    return len(records.pack(entries)) + int(blobs)


def _python(namespace: str, *arguments: object) -> "subprocess.Popen[str]":
    command = ["ip", "netns", "exec", namespace, sys.executable, "-m", __spec__.name, *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603


def _serve(folder: Path) -> None:
    """The province, until the standard input ends."""
    server = ServerThread(folder, host=SERVER, port=PORT, tls=Authority(folder.parent / _CA).issue(SERVER))
    server.start()
    print("ready", flush=True)
    sys.stdin.read()
    server.stop()


def _work(case: str, folder: Path, congestion: str) -> None:
    """The desk: send what is there, or a day's work while a scan is on its way; say how long it took."""
    asked = "" if congestion == "cubic" else congestion
    authority = str(folder.parent / _CA / "ca.pem")
    upstream = Upstream(f"https://{SERVER}:{PORT}", connect_s=15, authority=authority, congestion=asked)
    with _journal(folder) as journal:
        replicator = Replicator(journal, upstream)
        seen = _Seen(replicator)
        began = time.monotonic()
        replicator.start()
        try:
            if case == "modem":
                seen.until(lambda status: status.bytes_sent > 0 and not status.waiting)
                began = time.monotonic()
                _receive(journal, DAY, random.Random(2))
            entries = seen.until(lambda status: bool(status.up) and not status.waiting) - began
            done = lambda status: case == "modem" or not status.blobs_waiting  # noqa: E731
            seconds = seen.until(done) - began
        finally:
            replicator.close()
    print(json.dumps({"seconds": seconds, "entries_seconds": entries}))


class _Seen:
    """Waits for statuses."""

    def __init__(self, replicator: Replicator) -> None:
        self._told = threading.Condition()
        self._status = replicator.status()
        replicator.listen(self._tell)

    def until(self, promise: Callable[[SyncStatus], bool]) -> float:
        """Return the moment at which the status keeps the promise."""
        with self._told:
            if not self._told.wait_for(lambda: promise(self._status), PATIENCE_S):
                raise TimeoutError(str(self._status))
        return time.monotonic()

    def _tell(self, status: SyncStatus) -> None:
        with self._told:
            self._status = status
            self._told.notify_all()


@contextmanager
def _journal(folder: Path) -> Iterator[Journal]:
    database = open_database(folder)
    try:
        yield Journal(database, SystemClock())
    finally:
        database.close()


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        _serve(Path(sys.argv[2]))
    elif len(sys.argv) == 4:
        _work(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
    else:
        main()
