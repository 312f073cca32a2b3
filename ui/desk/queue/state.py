"""What the queue panel shows."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from counter_app.domain.calling import Why
from counter_app.domain.facts import Priority
from counter_app.domain.queue_facts import DeskState
from counter_app.domain.tickets import TicketState

LONG_WAIT = timedelta(minutes=20)
"""From here on a wait is pointed out."""


@dataclass(frozen=True, slots=True)
class MatterRow:
    """One matter of a visit; ``until`` is None while it is under way."""

    name: str
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class TicketFace:
    """My ticket; ``since`` is when it was called or its service began, in UTC.

    ``most_calls``: so often it may be called; ``out_of_turn`` is why it was called before others, ``collects`` the
    dossier whose result is fetched, ``returns`` says that it goes back to another desk afterwards.
    """

    id: str
    label: str
    state: TicketState
    group: str
    planned: int
    since: datetime
    calls: int = 1
    priority: Priority | None = None
    most_calls: int = 3
    out_of_turn: str = ""
    collects: str = ""
    returns: str = ""
    matters: tuple[MatterRow, ...] = ()

    @property
    def called_enough(self) -> bool:
        """Whether it was called as often as it may be."""
        return self.state is TicketState.CALLED and self.calls >= self.most_calls


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """How many wait in a group, and since when the one who waits longest."""

    group: str
    name: str
    count: int
    longest: datetime | None


@dataclass(frozen=True, slots=True)
class MissedRow:
    """A number that was called and did not come; ``passed`` others were called since, ``within`` may be."""

    id: str
    label: str
    at: datetime
    calls: int
    passed: int | None = None
    within: int = 0

    @property
    def too_late(self) -> bool:
        """Whether it can no longer be called back."""
        return self.passed is not None and self.passed > self.within


@dataclass(frozen=True, slots=True)
class AsideRow:
    """A number put aside: ``until`` a time, or without one held at this desk."""

    id: str
    label: str
    name: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class ComingRow:
    """A number that will be called soon."""

    label: str
    name: str
    since: datetime
    priority: Priority | None = None


@dataclass(frozen=True, slots=True)
class NextFace:
    """Who comes next here by the rule, and why; ``bound`` is the rule's longest wait in minutes."""

    label: str
    why: Why
    since: datetime
    priority: Priority | None = None
    bound: int = 0


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
    desk: DeskState = DeskState.OPEN
    next_up: NextFace | None = None
    held: tuple[AsideRow, ...] = ()
    parked: tuple[AsideRow, ...] = ()
    emergency: bool = False

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
