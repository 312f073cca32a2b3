"""What the hall's board shows: numbers and fields, never a name."""

from dataclasses import dataclass

from counter_app.clocks import business_day
from counter_app.domain.places import Office
from counter_app.domain.tickets import Ticket
from counter_app.journal.journal import Journal
from counter_app.services.queue import GroupWaiting, Queue
from counter_app.store import tickets as rows

_SHOWN = 6
_LATELY = 60
"""More than an office calls between two looks of its board."""


@dataclass(frozen=True, slots=True)
class BoardView:
    """The last calls, newest first, and who waits by group; ``lately`` are more calls, to be announced."""

    office: Office
    calls: tuple[Ticket, ...]
    waiting: tuple[GroupWaiting, ...]
    lately: tuple[Ticket, ...] = ()


class Board:
    """The board of one office."""

    def __init__(self, journal: Journal, office: Office, queue: Queue) -> None:
        self._journal = journal
        self._office = office
        self._queue = queue

    def view(self) -> BoardView:
        """What the board shows now."""
        with self._journal.database.read() as connection:
            lately = rows.called(connection, self._office.id, business_day(self._journal.clock), _LATELY)
        return BoardView(self._office, lately[:_SHOWN], self._queue.waiting(), lately)
