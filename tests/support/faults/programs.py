"""Start the fault programs: each in a process of its own, with no keyring."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parents[3]
_RECORDER = Path(__file__).with_name("recorder.c")
_MEMORY = Path("/dev/shm")  # noqa: S108


@contextmanager
def folder_in_memory() -> Iterator[Path]:
    """A folder for images that are thrown away: they need not reach a real disk."""
    with TemporaryDirectory(prefix="faults-", dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        yield Path(folder)


def build_recorder(folder: Path) -> Path:
    """Compile ``recorder.c`` into ``folder``."""
    library = folder / "recorder.so"
    command = ["gcc", "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o", str(library), str(_RECORDER)]
    subprocess.run([*command, "-ldl"], check=True)
    return library


def start(module: str, *arguments: str | Path, before: Sequence[str] = (), **environment: str) -> subprocess.Popen[str]:
    """Start ``tests.support.faults.<module>``; ``before`` is what it runs under (``unshare``)."""
    command = [*before, sys.executable, "-m", f"tests.support.faults.{module}", *map(str, arguments)]
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finished(process: subprocess.Popen[str]) -> str:
    """Wait for a program and return what it printed; its last words if it failed."""
    out, complaints = process.communicate()
    assert process.returncode == 0, complaints[-2000:]
    return out


def found_by(process: subprocess.Popen[str]) -> dict[str, Any]:
    """The JSON object that a program printed."""
    found: dict[str, Any] = json.loads(finished(process))
    return found


@cache
def why_no_mounts(kind: str) -> str:
    """Why this machine lets nobody mount ``kind`` ("tmpfs", "loop") in a namespace of its own; empty if it does."""
    if not shutil.which("unshare"):
        return "unshare (util-linux) is not installed"
    if kind == "loop":
        return _why_no_loop()
    tried = subprocess.run(
        [*PRIVATE, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, text=True, check=False
    )
    return tried.stderr.strip()


def _why_no_loop() -> str:
    if os.geteuid() != 0:
        return "mounting an ext4 image needs root"
    missing = [name for name in ("mkfs.ext4", "losetup", "mount", "umount") if not shutil.which(name)]
    if missing:
        return f"not installed: {', '.join(missing)}"
    for command in (["losetup", "--find"], [*PRIVATE_AS_ROOT, "true"]):
        tried = subprocess.run(command, capture_output=True, text=True, check=False)
        if tried.returncode != 0:
            return tried.stderr.strip()
    return ""


PRIVATE = ("unshare", "--user", "--map-root-user", "--mount", "--propagation", "private")
"""Where anybody may mount a tmpfs that nobody else sees."""
PRIVATE_AS_ROOT = ("unshare", "--mount", "--propagation", "private")
"""Where root may mount a disk image that nobody else sees."""
