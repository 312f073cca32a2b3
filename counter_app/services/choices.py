"""What people last chose at this machine, so that they need not choose again: of this station, not of the journal."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from counter_app.store.codec import from_text, to_text
from counter_app.store.durable import write_durably

log = logging.getLogger(__name__)
_FILE = "choices.json"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The printer for sheets by its name, and the folder where files were last saved; empty: never chosen.

    ``receipt_two_up``: both copies of form 01 side by side on one landscape sheet, where they fit. ``scan_days``: so
    long scans stay at this machine after their dossier ended, however short the disk.
    """

    sheet_printer: str = ""
    folder: str = ""
    receipt_two_up: bool = False
    scan_days: int = 90


class Choices:
    """Keeps them in a small file of the data folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _FILE
        self._lock = threading.Lock()

    def read(self) -> Chosen:
        """What was chosen; a file that is not there or damaged is as if nothing had been."""
        try:
            return from_text(self._path.read_bytes(), Chosen)
        except FileNotFoundError:
            return Chosen()
        except (OSError, ValueError) as error:
            log.warning("event=choices_unreadable kind=%s", type(error).__name__)
            return Chosen()

    def keep_printer(self, name: str) -> None:
        """Remember the printer for sheets. Raises DISK_FULL, DATA_NOT_WRITABLE."""
        self._keep(lambda kept: replace(kept, sheet_printer=name))

    def keep_folder(self, folder: Path) -> None:
        """Remember where files are saved. Raises DISK_FULL, DATA_NOT_WRITABLE."""
        self._keep(lambda kept: replace(kept, folder=str(folder)))

    def keep_receipt_two_up(self, two_up: bool) -> None:
        """Remember how form 01 is laid out. Raises DISK_FULL, DATA_NOT_WRITABLE."""
        self._keep(lambda kept: replace(kept, receipt_two_up=two_up))

    def keep_scan_days(self, days: int) -> None:
        """Remember how long scans stay at this machine. Raises DISK_FULL, DATA_NOT_WRITABLE."""
        self._keep(lambda kept: replace(kept, scan_days=days))

    def _keep(self, change: Callable[[Chosen], Chosen]) -> None:
        with self._lock:
            kept = self.read()
            changed = change(kept)
            if changed != kept:
                write_durably(self._path, to_text(changed).encode())
