"""What every part of a desk works with."""

from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.places import Officer
from counter_app.services.bundle import Services
from ui.desk.notices import Notices
from ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class DeskContext:
    """Services, tasks, notices, and who sits where."""

    services: Services
    tasks: Tasks
    notices: Notices
    desk: int
    officer: Officer

    def now(self) -> datetime:
        """Return the present instant, in UTC."""
        return self.services.clock.now()
