"""Files that are whole or absent after a power cut: temporary name, fsync, rename, fsync of the folder."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from counter_app.errors import Code, CounterError


def write_durably(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Write ``content`` to ``path``, whole or not at all. Raises DISK_FULL, DATA_NOT_WRITABLE."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise translated(error, path.parent) from error


@contextmanager
def durable_file(path: Path) -> Iterator[IO[bytes]]:
    """Write ``path`` piece by piece: at the end of the block it is there, entirely or not at all. Raises OSError."""
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    try:
        # Made anew: a link of this name, left on a stick by somebody, would lead the bytes into another file.
        with part.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(path.parent)


def make_folder_durably(folder: Path) -> None:
    """Make ``folder`` if it is not there; its name survives a power cut. Raises DISK_FULL, DATA_NOT_WRITABLE."""
    try:
        folder.mkdir(exist_ok=True)
        # Even if it was there: who made it may have died before its sync.
        sync_folder(folder.parent)
    except OSError as error:
        raise translated(error, folder.parent) from error


def sync_folder(folder: Path) -> None:
    """Make renames in ``folder`` durable; Windows has no such call and orders its own metadata."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def translated(error: OSError, folder: Path) -> CounterError:
    """Return DISK_FULL or DATA_NOT_WRITABLE for what the system says of a write below ``folder``."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    return CounterError(Code.DISK_FULL if full else Code.DATA_NOT_WRITABLE, path=folder)
