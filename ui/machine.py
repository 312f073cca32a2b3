"""This machine as the screens see it: its settings, and its part among the office's machines."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # heavy: only passed on
    from sync.office.node import OfficeNode


@dataclass(frozen=True, slots=True)
class Machine:
    """``folder`` holds the data and the settings; ``node`` is None in an office of one machine."""

    folder: Path
    node: OfficeNode | None = None
