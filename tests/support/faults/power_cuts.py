"""Cut the power under a counter at work: an ext4 image is shut down without flushing, mounted again and checked.

Run as root in a mount namespace of its own: ``unshare --mount --propagation private
python -m tests.support.faults.power_cuts FOLDER CUTS SEED [--pragma ...]`` prints one JSON object.
"""

import argparse
import fcntl
import json
import os
import random
import struct
import subprocess
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from counter_app.domain.holiday_seed import vietnam
from tests.support.faults.children import in_a_child, promises_until_the_end, set_up, work_on
from tests.support.faults.crash_images import wrong_with, wrong_with_the_office
from tests.support.faults.workload import Acknowledged

# EXT4_IOC_SHUTDOWN (fs/ext4/ext4.h): stop at once; 2 is NOLOGFLUSH, what is not on the disk is gone.
_SHUTDOWN, _NO_LOG_FLUSH = 0x8004587D, struct.pack("I", 2)
_IMAGE_SIZE = "256M"
_CUTS_AN_OFFICE = 50
"""Then a new one: each check reads everything, which must not become all of the time."""


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
        if cut % _CUTS_AN_OFFICE == 0:
            _run("rm", "-rf", str(data))
            acknowledged = Acknowledged()
        if not data.exists():
            in_a_child(partial(set_up, data))
        for line in promises_until_the_end(partial(work_on, data, cut, pragmas), rng, disk.cut):
            found["promises"] += 1
            acknowledged.take(line)
        disk.unmount()
        disk.mount()
        found["cuts"] += 1
        wrong = in_a_child(partial(wrong_with, data, acknowledged))
        if not wrong and cut % 10 == 9:
            found["verified"] += 1
            wrong = in_a_child(partial(wrong_with_the_office, data))
        if wrong:
            found[wrong.split(":")[0]] += 1
            # The chain went on without what is lost: from here on a new office.
            _run("rm", "-rf", str(data))
            acknowledged = Acknowledged()
    disk.unmount()
    return found


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
