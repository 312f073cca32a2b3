"""The province's primary database is killed under load, its standby lagging: is anything lost that was acknowledged?

The deployment of docs/operations.md on one machine: etcd, two PostgreSQLs under Patroni, two servers behind haproxy,
all processes of their own; stations that send without a pause. The standby's receiver is stopped before the primary is
killed. Prints one JSON line; exit 1 if an acknowledged entry is not there.
"""

import argparse
import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from counter_app.errors import CounterError
from counter_app.journal import outbox
from sync import records
from sync.records import BatchAnswer
from sync.wire import Wire
from tests.benchmarks.measure import RESULTS
from tests.support import patroni
from tests.support.postgres import faults, held
from tests.sync.stations import OFFICE, Station

_LAG_S = 1.5


@dataclass
class Sender:
    """A station that writes and sends one small batch after another, and remembers what was acknowledged."""

    station: Station
    url: str
    acknowledged: int = 0
    at: list[float] = field(default_factory=list)

    def run(self, ended: threading.Event) -> None:
        """Send until told to end."""
        number, wire = 1, self.station.wire(self.url)
        while not ended.is_set():
            self.station.issue(5, number)
            number += 5
            while not ended.is_set() and self.acknowledged < self.station.journal.last_seq:
                entries = outbox.own_entries(self.station.journal, self.acknowledged, 200)
                try:
                    reply = wire.call("POST", "/v1/entries", records.pack(entries), packed=True)
                except CounterError:
                    ended.wait(0.2)
                    continue
                self.acknowledged = records.decode(reply.content, BatchAnswer).heads[self.station.id]
                self.at.append(time.monotonic())
        wire.close()


@contextmanager
def servers(folder: Path, deployment: patroni.Deployment, count: int) -> Iterator[list[str]]:
    """So many servers over the one database, as on as many machines."""
    ports = [patroni.free_port() for _ in range(count)]
    logs = (folder / "servers.log").open("ab")
    program = [sys.executable, "-m", "counter_app", "province", "--data", str(folder / "province")]
    made = [
        subprocess.Popen([*program, "--database", deployment.url, "--port", str(port)], stdout=logs, stderr=logs)
        for port in ports
    ]
    try:
        yield [f"127.0.0.1:{port}" for port in ports]
    finally:
        for process in made:
            process.terminate()
        for process in made:
            process.wait(timeout=30)
        logs.close()


def kill_primary(deployment: patroni.Deployment) -> float:
    """Let the standby lag, kill the primary, and return when that was."""
    primary, standby = deployment.settle()
    receiver = standby.receiver()
    assert receiver is not None
    os.kill(receiver, signal.SIGSTOP)
    threading.Event().wait(_LAG_S)
    killed = time.monotonic()
    primary.kill()
    with contextlib.suppress(ProcessLookupError):
        os.kill(receiver, signal.SIGKILL)
    return killed


def main() -> None:
    """Play one fail-over."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stations", type=int, default=8)
    parser.add_argument("--before-s", type=float, default=8.0)
    parser.add_argument("--after-s", type=float, default=8.0)
    asked = parser.parse_args()
    if lacking := patroni.missing():
        print(f"not run: {', '.join(lacking)} missing (Debian has them)")
        raise SystemExit(1)
    with tempfile.TemporaryDirectory(prefix="failover-") as name, patroni.deployment() as deployment:
        told = play(Path(name), deployment, asked)
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / "failover.json").write_text(json.dumps(told, indent=1) + "\n")
    print(json.dumps(told), flush=True)
    if told["lost"] or told["faults"]:
        raise SystemExit(1)


def play(folder: Path, deployment: patroni.Deployment, asked: argparse.Namespace) -> dict[str, object]:
    """Send, kill, send on; then count."""
    ended = threading.Event()
    with servers(folder, deployment, 2) as addresses:
        url = deployment.serve_behind(addresses)
        senders = [Sender(Station(folder / f"station{n}"), url) for n in range(asked.stations)]
        admit(folder, deployment, senders)
        threads = [threading.Thread(target=one.run, args=(ended,), name=f"sender{n}") for n, one in enumerate(senders)]
        for thread in threads:
            thread.start()
        patroni.until(lambda: all(len(one.at) > 3 for one in senders), "every station sends")
        threading.Event().wait(asked.before_s + random.random())
        killed = kill_primary(deployment)
        patroni.until(lambda: all(one.at[-1] > killed + _LAG_S for one in senders), "every station sends again")
        threading.Event().wait(asked.after_s)
        ended.set()
        for thread in threads:
            thread.join()
    kept = held(deployment.url)
    back = [min(at for at in one.at if at > killed + _LAG_S) - killed for one in senders]
    gaps = [max(b - a for a, b in zip(one.at, one.at[1:], strict=False)) for one in senders]
    told: dict[str, object] = {
        "stations": len(senders),
        "acknowledged": sum(one.acknowledged for one in senders),
        "lost": sum(max(0, one.acknowledged - kept.get(one.station.id, 0)) for one in senders),
        "faults": len(faults(deployment.url)),
        "first_back_s": round(min(back), 1),
        "last_back_s": round(max(back), 1),
        "longest_gap_s": round(max(gaps), 1),
    }
    for one in senders:
        one.station.database.close()
    return told


def admit(folder: Path, deployment: patroni.Deployment, senders: list[Sender]) -> None:
    """Let every station in by a code, as an operator and an officer do."""
    program = [sys.executable, "-m", "counter_app", "province", "enrol-code", "--office", OFFICE]
    where = ["--data", str(folder / "province"), "--database", deployment.url]
    for one in senders:
        code = subprocess.run([*program, *where], capture_output=True, text=True, check=True).stdout.strip()
        asked = records.EnrolmentRequest(code, one.station.id, one.station.journal.key.public_hex)
        wire = one.station.wire(one.url)
        patroni.until(partial(enrolled, wire, asked), "the station is let in")
        wire.close()


def enrolled(wire: Wire, asked: records.EnrolmentRequest) -> bool:
    """Whether the servers are up and let the station in."""
    try:
        wire.call("POST", "/v1/enrol", records.encode(asked))
    except CounterError:
        return False
    return True


if __name__ == "__main__":
    main()
