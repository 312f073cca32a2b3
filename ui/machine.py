"""This machine as the screens see it: its settings, and its part among the office's machines."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.settings import Settings, load_settings, save_settings

if TYPE_CHECKING:  # heavy: only passed on
    from sync.by_hand import SyncByHand
    from sync.office.node import OfficeNode


@dataclass(frozen=True, slots=True)
class Machine:
    """``folder`` holds the data and the settings; ``node`` is None in an office of one machine.

    ``sync`` is None where nobody does anything about sync by hand.
    """

    folder: Path
    node: OfficeNode | None = None
    sync: SyncByHand | None = None

    def settings(self) -> Settings:
        """What is chosen for this machine, as the file says now. Raises SETTINGS_INVALID."""
        return load_settings(self.folder)

    def keep(self, settings: Settings) -> None:
        """Choose otherwise, from the next start on. Raises DISK_FULL, DATA_NOT_WRITABLE."""
        save_settings(self.folder, settings)
