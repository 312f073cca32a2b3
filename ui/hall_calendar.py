"""Keeps a screen of the hall at the office's hours as they are now, not as they were when it opened."""

from typing import Protocol

from PySide6.QtCore import QObject

from counter_app.domain.working_calendar import WorkingCalendar
from counter_app.services.bundle import Services
from counter_app.services.calendar import STREAMS
from ui.tasks import Tasks


class KeepsHours(Protocol):
    """A screen that opens and closes with the office."""

    def set_calendar(self, calendar: WorkingCalendar) -> None:
        """Take another calendar."""
        ...


def follow_calendar(screen: KeepsHours, services: Services, tasks: Tasks, owner: QObject) -> None:
    """Give ``screen`` the calendar again whenever a day or the hours change; ``owner`` is the screen's object."""

    def changed(streams: frozenset[str]) -> None:
        if any(stream.startswith(STREAMS) for stream in streams):
            tasks.read(services.calendar.calendar, screen.set_calendar, owner=owner, topic="calendar")

    tasks.streams_changed.connect(changed)
