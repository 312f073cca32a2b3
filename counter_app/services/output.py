"""Files that a person asks for: whole under their name, or not there at all."""

import errno
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from counter_app.errors import Code, CounterError

_PARTIAL = ".quay-mot-cua-"
_STALE_S = 3600.0
"""No file takes that long to write."""


def save_file(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``. Raises DISK_FULL, OUTPUT_NOT_WRITABLE."""
    with whole_file(path) as partial:
        partial.write_bytes(content)


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Lend a hidden file beside ``path``; it takes the name when the block ends, and is gone if the block raises.

    Raises DISK_FULL, OUTPUT_NOT_WRITABLE, also for an OSError of the block.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _clear_leftovers(path.parent)
        handle, made = tempfile.mkstemp(prefix=_PARTIAL, suffix=path.suffix, dir=path.parent)
        os.close(handle)
        partial = Path(made)
        try:
            yield partial
            _sync(partial)
            partial.replace(path)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise CounterError(Code.DISK_FULL if full else Code.OUTPUT_NOT_WRITABLE, path=path) from error


def _clear_leftovers(folder: Path) -> None:
    """Remove halves that a killed program left there: they hold what the whole file would, and nobody sees them."""
    before = time.time() - _STALE_S
    for left in folder.glob(f"{_PARTIAL}*"):
        with suppress(OSError):
            if left.stat().st_mtime < before:
                left.unlink()


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
