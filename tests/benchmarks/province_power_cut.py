"""The power of a province's database is cut again and again under load: is anything lost that was acknowledged?

PostgreSQL on an ext4 image that is shut down without flushing, mounted again and started; the server before it goes on.
As root in a mount namespace of its own (``unshare --mount --propagation private``). Prints one JSON line.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from tests.benchmarks.measure import RESULTS
from tests.support import senders as sending
from tests.support.faults.power_cuts import Disk
from tests.support.patroni import family, free_port, until
from tests.support.postgres import Cluster, faults
from tests.support.senders import Sender
from tests.sync.stations import Station

_DURABLE = {"fsync": "on", "full_page_writes": "on", "max_wal_size": "256MB", "checkpoint_timeout": "30s"}


def cut(disk: Disk, cluster: Cluster) -> None:
    """Stop everything, take the power away, and start again."""
    processes = family(cluster.process.pid)
    for pid in processes:
        os.kill(pid, signal.SIGSTOP)  # or it could acknowledge something after the cut
    disk.cut()
    for pid in processes:
        os.kill(pid, signal.SIGKILL)
    cluster.process.wait()
    until(lambda: _unmounted(disk), "the disk is free")
    disk.mount()
    (cluster.folder / "data/postmaster.pid").unlink(missing_ok=True)
    cluster.start()


def _unmounted(disk: Disk) -> bool:
    try:
        disk.unmount()
    except subprocess.CalledProcessError:
        return False
    return True


def play(folder: Path, asked: argparse.Namespace) -> dict[str, object]:
    """Send, cut, send on; then count."""
    disk, ended, rng = Disk(folder, "1G"), threading.Event(), random.Random(asked.seed)
    disk.make()
    home = disk.mounted_at / "pg"
    home.mkdir()
    cluster = Cluster(home, **_DURABLE)
    cluster.start()
    database, port = cluster.create(), free_port()
    os.sync()  # what initdb left to the system; from here on PostgreSQL answers for itself
    program = [sys.executable, "-m", "counter_app", "province", "--data", str(folder / "province")]
    server = subprocess.Popen([*program, "--database", database, "--port", str(port)], stdout=subprocess.DEVNULL)
    senders = [Sender(Station(folder / f"station{n}"), f"http://127.0.0.1:{port}") for n in range(asked.stations)]
    try:
        sending.admit(folder, database, senders)
        threads = [threading.Thread(target=one.run, args=(ended,)) for one in senders]
        for thread in threads:
            thread.start()
        lost = 0
        for _ in range(asked.cuts):
            begun = time.monotonic()
            until(lambda begun=begun: all(one.at and one.at[-1] > begun for one in senders), "every station sends")  # type: ignore[misc]
            threading.Event().wait(rng.uniform(0.3, 2.0))
            cut(disk, cluster)
            lost += sending.lost(senders, database)
        ended.set()
        for thread in threads:
            thread.join()
        told = {
            "cuts": asked.cuts,
            "acknowledged": sum(one.acknowledged for one in senders),
            "lost": lost + sending.lost(senders, database),
            "faults": len(faults(database)),
        }
    finally:
        ended.set()
        server.terminate()
        server.wait(timeout=30)
        cluster.stop(kill=True)
        disk.unmount()
    for one in senders:
        one.station.database.close()
    return told


def main() -> None:
    """Cut and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cuts", type=int, default=10)
    parser.add_argument("--stations", type=int, default=6)
    parser.add_argument("--seed", type=int, default=20_261_123)
    asked = parser.parse_args()
    if os.geteuid() != 0:
        print("not run: a disk whose power is cut needs root")
        raise SystemExit(1)
    with tempfile.TemporaryDirectory(prefix="province-power-") as name:
        Path(name).chmod(0o755)
        told = play(Path(name), asked)
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / "province_power_cut.json").write_text(json.dumps(told, indent=1) + "\n")
    print(json.dumps(told), flush=True)
    if told["lost"] or told["faults"]:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
