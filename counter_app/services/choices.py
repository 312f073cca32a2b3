"""What people last chose at this machine, so that they need not choose again: of this station, not of the journal."""

import logging
import threading
from dataclasses import dataclass
from pathlib import Path

from counter_app.store.codec import from_text, to_text
from counter_app.store.durable import write_durably

log = logging.getLogger(__name__)
_FILE = "choices.json"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The printer for sheets by its name, and the folder where files were last saved; empty: never chosen."""

    sheet_printer: str = ""
    folder: str = ""


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
        with self._lock:
            kept = self.read()
            if kept.sheet_printer != name:
                write_durably(self._path, to_text(Chosen(name, kept.folder)).encode())

    def keep_folder(self, folder: Path) -> None:
        """Remember where files are saved. Raises DISK_FULL, DATA_NOT_WRITABLE."""
        with self._lock:
            kept = self.read()
            if kept.folder != str(folder):
                write_durably(self._path, to_text(Chosen(kept.sheet_printer, str(folder))).encode())
