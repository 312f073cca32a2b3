"""The province's primary database is killed under load, its standby lagging: is anything lost that was acknowledged?

The deployment of docs/operations.md on one machine: etcd, two PostgreSQLs under Patroni, two servers behind haproxy,
all processes of their own; stations that send without a pause. The standby's receiver is stopped before the primary is
killed. Every wire is encrypted, and every door is knocked at in plain. Prints one JSON line; exit 1 if an acknowledged
entry is not there, or anything crosses in plain.
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
from pathlib import Path

from tests.benchmarks.measure import RESULTS
from tests.support import patroni, plain_doors
from tests.support.postgres import faults
from tests.support.senders import Sender, admit, lost
from tests.sync.stations import Station

_LAG_S = 1.5


@contextmanager
def servers(folder: Path, deployment: patroni.Deployment, count: int) -> Iterator[dict[str, int]]:
    """So many servers over the one database, as on as many machines: the ports by the names in their certificates."""
    ports = {f"server{number}": patroni.free_port() for number in range(count)}
    logs = (folder / "servers.log").open("ab")
    program = [sys.executable, "-m", "counter_app", "province", "--data", str(folder / "province")]
    program += ["--database", deployment.url]
    made = []
    for name, port in ports.items():
        tls = patroni.certified(deployment.folder, deployment.authority, name)
        shown = ["--tls-cert", str(tls / "machine.pem"), "--tls-key", str(tls / "machine.key")]
        made.append(subprocess.Popen([*program, "--port", str(port), *shown], stdout=logs, stderr=logs))
    try:
        yield ports
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
    if told["lost"] or told["faults"] or told["plain_connections"] or told["left_open"]:
        raise SystemExit(1)


def play(folder: Path, deployment: patroni.Deployment, asked: argparse.Namespace) -> dict[str, object]:
    """Send, kill, send on; then count."""
    ended = threading.Event()
    ca = deployment.authority.ca_file
    with servers(folder, deployment, 2) as ports:
        url = deployment.serve_behind(ports)
        senders = [Sender(Station(folder / f"station{n}"), url, ca) for n in range(asked.stations)]
        admit(folder, deployment.url, senders)
        threads = [threading.Thread(target=one.run, args=(ended,), name=f"sender{n}") for n, one in enumerate(senders)]
        for thread in threads:
            thread.start()
        patroni.until(lambda: all(len(one.at) > 3 for one in senders), "every station sends")
        threading.Event().wait(asked.before_s + random.random())
        wires, left_open = plain_doors.wires(deployment), plain_doors.left_open(deployment, url, ports.values())
        killed = kill_primary(deployment)
        patroni.until(lambda: all(one.at[-1] > killed + _LAG_S for one in senders), "every station sends again")
        threading.Event().wait(asked.after_s)
        ended.set()
        for thread in threads:
            thread.join()
    back = [min(at for at in one.at if at > killed + _LAG_S) - killed for one in senders]
    gaps = [max(b - a for a, b in zip(one.at, one.at[1:], strict=False)) for one in senders]
    told: dict[str, object] = {
        "stations": len(senders),
        "acknowledged": sum(one.acknowledged for one in senders),
        "lost": lost(senders, deployment.url),
        "faults": len(faults(deployment.url)),
        "first_back_s": round(min(back), 1),
        "last_back_s": round(max(back), 1),
        "longest_gap_s": round(max(gaps), 1),
        **wires,
        "left_open": left_open,
    }
    for one in senders:
        one.station.database.close()
    return told


if __name__ == "__main__":
    main()
