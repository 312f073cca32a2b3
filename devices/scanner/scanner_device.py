"""What every way to a scanner has in common: SANE, eSCL, a watched folder, Windows."""

import contextlib
import errno
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from counter_app.errors import Code, CounterError
from counter_app.ports import ScanRequest
from devices.settings import TransportKind
from devices.supervisor import Supervisable


class ScannerDevice(Supervisable, Protocol):
    """A scanner with a supervisor. ``scan`` runs on the supervisor's thread, ``cancel`` on any."""

    def scan(self, request: ScanRequest, folder: Path, on_page: Callable[[Path], None]) -> Sequence[Path]:
        """Scan into ``folder`` as PNG, telling each whole page as it lands; see ports.Scanner."""
        ...

    def cancel(self) -> None:
        """Stop the scan under way, or the next one; the pages already told stay."""
        ...

    def forget_cancel(self) -> None:
        """Let a cancel that came too late for the last scan not stop the next."""
        ...

    def on_progress(self, told: Callable[[int, float], None]) -> None:
        """Set who is told, on the scanning thread, of the page under way (from 1) and its share done (0 to 1)."""
        ...


@dataclass(frozen=True, slots=True)
class FoundScanner:
    """A scanner that answered a search: what settings need to reach it, and what a person calls it.

    ``identity`` tells two of the same name apart and stays when the address changes (a UUID of eSCL), else empty.
    """

    name: str
    transport: TransportKind
    address: str
    identity: str = ""


def storage_error(error: OSError, folder: Path) -> CounterError:
    """Return what to say when pages cannot be written into ``folder``: DISK_FULL or DATA_NOT_WRITABLE."""
    full = error.errno in {errno.ENOSPC, errno.EDQUOT}
    with contextlib.suppress(OSError):
        full = full or shutil.disk_usage(folder).free < 1_000_000
    return CounterError(Code.DISK_FULL if full else Code.DATA_NOT_WRITABLE, path=str(folder))
