"""What the queue panel shows."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from counter_app.domain.facts import Priority
from counter_app.domain.tickets import TicketState

LONG_WAIT = timedelta(minutes=20)
"""From here on a wait is pointed out."""


@dataclass(frozen=True, slots=True)
class TicketFace:
    """My ticket; ``since`` is when it was called or its service began, in UTC."""

    id: str
    label: str
    state: TicketState
    group: str
    planned: int
    since: datetime
    calls: int = 1
    priority: Priority | None = None


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """How many wait in a group, and since when the one who waits longest."""

    group: str
    name: str
    count: int
    longest: datetime | None


@dataclass(frozen=True, slots=True)
class MissedRow:
    """A number that was called and did not come."""

    id: str
    label: str
    at: datetime
    calls: int


@dataclass(frozen=True, slots=True)
class ComingRow:
    """A number that will be called soon."""

    label: str
    name: str
    since: datetime
    priority: Priority | None = None


@dataclass(frozen=True, slots=True)
class QueueState:
    """The whole panel; ``as_of`` is set while the queue cannot be asked: figures are from then."""

    ticket: TicketFace | None = None
    waiting: tuple[WaitingRow, ...] = ()
    total: int = 0
    missed: tuple[MissedRow, ...] = ()
    coming: tuple[ComingRow, ...] = ()
    as_of: datetime | None = None
    loading: bool = False

    @property
    def longest(self) -> datetime | None:
        """Since when the one who waits longest of all has waited."""
        return min((row.longest for row in self.waiting if row.longest), default=None)


def priority_words(priority: Priority) -> str:
    """Return a priority as the officer reads it."""
    words = {
        Priority.ELDERLY: QCoreApplication.translate("Queue", "người cao tuổi"),
        Priority.DISABLED: QCoreApplication.translate("Queue", "người khuyết tật"),
        Priority.PREGNANT: QCoreApplication.translate("Queue", "phụ nữ mang thai"),
        Priority.SMALL_CHILD: QCoreApplication.translate("Queue", "có con nhỏ"),
        Priority.MERIT: QCoreApplication.translate("Queue", "người có công"),
    }
    return words[priority]


def priority_icon(priority: Priority) -> str:
    """Return the icon of a priority."""
    return {Priority.ELDERLY: "old", Priority.DISABLED: "wheelchair", Priority.MERIT: "star"}.get(priority, "user")
