"""What every part of a desk works with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from counter_app.domain.places import Officer
from counter_app.services.bundle import Services
from ui.desk.notices import Notices
from ui.machine import Machine
from ui.tasks import Tasks

if TYPE_CHECKING:  # only passed on
    from devices.fleet import Devices
    from devices.speaker.studio import Studio


@dataclass(frozen=True, slots=True)
class DeskContext:
    """Services, tasks, notices, who sits where, and at which machine (None: its settings are nobody's business).

    ``devices`` are this machine's, None where the window has none to do with.
    """

    services: Services
    tasks: Tasks
    notices: Notices
    desk: int
    officer: Officer
    voice: Studio | None = None
    machine: Machine | None = None
    devices: Devices | None = None

    def now(self) -> datetime:
        """Return the present instant, in UTC."""
        return self.services.clock.now()
