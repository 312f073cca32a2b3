"""Folders that lie in memory: what other programs must get as a file, and no disk may keep, goes there.

Memory that the system swaps out is on a disk all the same: docs/security.md says that swap must be encrypted or off.
"""

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_MEMORY = Path("/dev/shm")  # noqa: S108 - below it only folders of this account that nobody else may enter
_MOUNTS = Path("/proc/mounts")
_ROOM = 512 << 20
"""Bytes that must be free: four colour pages of A4 at 600 dots per inch, as a scanner gives them."""


def memory_folder(name: str = "") -> Path | None:
    """Return a folder of this account in memory, made if need be; None where the system has none, or none with room.

    It survives the program, also one that was killed, and is gone when the machine goes off.
    """
    if not _is_memory() or shutil.disk_usage(_MEMORY).free < _ROOM:
        return None
    mine = _mine()
    try:
        mine.mkdir(mode=0o700, exist_ok=True)
        found = mine.lstat()
        # Anybody may make a folder of this name there before us.
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
            return None
        mine.chmod(0o700)
        made = mine / name
        made.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        return None
    return made


def kept_in_memory(name: str) -> Path | None:
    """Return the folder of this name that is there already, perhaps from before a crash; nothing is made."""
    if not _is_memory():
        return None
    kept = _mine() / name
    try:
        found = kept.lstat()
    except OSError:
        return None
    return kept if stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() else None


@contextmanager
def passing_folder() -> Iterator[Path]:
    """A folder for the length of the block, in memory where the system can."""
    with tempfile.TemporaryDirectory(prefix="passing-", dir=memory_folder()) as name:
        yield Path(name)


def leave_nothing_on_the_disk() -> None:
    """Keep what this program and those it starts write in passing in memory, and let no crash write its memory down.

    Qt and ``lp`` write each paper into a temporary file before the printer gets it. Without a folder in memory the
    system's own stays.
    """
    folder = memory_folder("passing")
    if folder is not None:
        os.environ["TMPDIR"] = str(folder)
        tempfile.tempdir = None  # Python asks once and remembers
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _mine() -> Path:
    return _MEMORY / f"counter-app-{os.getuid()}"


def _is_memory() -> bool:
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return False
    return any(line.split()[1:3] == [str(_MEMORY), "tmpfs"] for line in mounts)
