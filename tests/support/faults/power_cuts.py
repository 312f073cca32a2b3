"""Cut the power under a counter at work: an ext4 image is shut down without flushing, mounted again and checked.

Run as root in a mount namespace of its own: ``unshare --mount --propagation private
python -m tests.support.faults.power_cuts FOLDER CUTS SEED [--pragma ...]`` prints one JSON object.
"""

import argparse
import fcntl
import json
import os
import random
import select
import signal
import struct
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from counter_app.domain.holiday_seed import vietnam
from tests.support.faults.crash_images import wrong_with, wrong_with_the_office
from tests.support.faults.workload import Acknowledged, acknowledge_to, use_pragmas, work
from tests.support.office import open_office

# EXT4_IOC_SHUTDOWN (fs/ext4/ext4.h): stop at once; 2 is NOLOGFLUSH, what is not on the disk is gone.
_SHUTDOWN, _NO_LOG_FLUSH = 0x8004587D, struct.pack("I", 2)
_IMAGE_SIZE = "256M"
_LONGEST_WORK_S = 0.4
_STEPS_A_RUN = 99_999


@dataclass(frozen=True, slots=True)
class Disk:
    """A loop-mounted ext4 image below ``folder``."""

    folder: Path
    size: str = _IMAGE_SIZE

    @property
    def mounted_at(self) -> Path:
        """Where its files are."""
        return self.folder / "disk"

    def make(self) -> None:
        """Make and mount it."""
        self.mounted_at.mkdir()
        image = str(self.folder / "image")
        _run("truncate", "-s", self.size, image)
        _run("mkfs.ext4", "-q", "-F", image)
        self.mount()

    def mount(self) -> None:
        """Mount it; the file system's own journal is replayed."""
        _run("mount", "-o", "loop", str(self.folder / "image"), str(self.mounted_at))

    def cut(self) -> None:
        """Take its power away."""
        root = os.open(self.mounted_at, os.O_RDONLY)
        fcntl.ioctl(root, _SHUTDOWN, _NO_LOG_FLUSH)
        os.close(root)

    def unmount(self) -> None:
        """Unmount it."""
        _run("umount", str(self.mounted_at))


def cut_again_and_again(disk: Disk, cuts: int, seed: int, pragmas: Sequence[str]) -> Counter[str]:
    """Count the cuts, the promises given, and what is wrong afterwards."""
    rng, found, acknowledged = random.Random(seed), Counter[str](), Acknowledged()
    data = disk.mounted_at / "data"
    for cut in range(cuts):
        if not data.exists():
            _in_a_child(partial(_set_up, data))
        steps = range(cut * _STEPS_A_RUN, (cut + 1) * _STEPS_A_RUN)
        for line in _work_until_the_cut(disk, partial(_work, data, steps, pragmas), rng):
            found["promises"] += 1
            acknowledged.take(line)
        disk.unmount()
        disk.mount()
        found["cuts"] += 1
        wrong = _in_a_child(partial(wrong_with, data, acknowledged))
        if not wrong and cut % 10 == 9:
            found["verified"] += 1
            wrong = _in_a_child(partial(wrong_with_the_office, data))
        if wrong:
            found[wrong.split(":")[0]] += 1
            # The chain went on without what is lost: from here on a new office.
            _run("rm", "-rf", str(data))
            acknowledged = Acknowledged()
    disk.unmount()
    return found


def _work_until_the_cut(disk: Disk, run: Callable[[int], None], rng: random.Random) -> list[str]:
    """Let a child work for a random time after its first promise; return its promises."""
    reading, writing = os.pipe()
    child = _child(lambda: run(writing))
    os.close(writing)
    if not select.select([reading], [], [], 20)[0]:
        raise TimeoutError("the workload acknowledged nothing")
    time.sleep(rng.uniform(0.002, _LONGEST_WORK_S))
    os.kill(child, signal.SIGSTOP)  # or it could acknowledge something after the cut
    _, status = os.waitpid(child, os.WUNTRACED)
    if not os.WIFSTOPPED(status):
        raise RuntimeError("the workload ended before the cut")
    disk.cut()
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading) as promises:
        return promises.read().splitlines()


def _set_up(data: Path) -> None:
    open_office(data, prepared=False).close()


def _work(data: Path, steps: range, pragmas: Sequence[str], acks: int) -> None:
    use_pragmas(pragmas)
    with open_office(data, prepared=False) as office:
        work(office, steps, acknowledge_to(acks))


def _in_a_child(check: Callable[[], str | None]) -> str:
    """Run ``check`` in a process of its own: this one never opens a database, so that it may fork."""
    reading, writing = os.pipe()
    child = _child(lambda: None if os.write(writing, (check() or "").encode()[:4000]) else None)
    os.close(writing)
    with os.fdopen(reading) as answer:
        said = answer.read()
    _, status = os.waitpid(child, 0)
    return said if status == 0 else "corrupt: the check failed"


def _child(run: Callable[[], None]) -> int:
    child = os.fork()
    if child:
        return child
    try:
        run()
        os._exit(0)
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


def main() -> None:
    """Cut and print the counts."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("cuts", type=int)
    parser.add_argument("seed", type=int)
    parser.add_argument("--pragma", action="append", default=[])
    wanted = parser.parse_args()
    vietnam((2026, 2027))  # loads its calendar here, and not in every child anew
    disk = Disk(wanted.folder)
    disk.make()
    print(json.dumps(cut_again_and_again(disk, wanted.cuts, wanted.seed, wanted.pragma)))


if __name__ == "__main__":
    main()
