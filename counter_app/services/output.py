"""Files that a person asks for: whole under their name, or not there at all."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from counter_app.errors import Code, CounterError


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
        handle, made = tempfile.mkstemp(prefix=".", suffix=path.suffix, dir=path.parent)
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


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
