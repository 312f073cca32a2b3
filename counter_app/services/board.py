"""What a board of the hall shows: numbers and fields, never a name."""

from dataclasses import dataclass

from counter_app.domain.places import Office
from counter_app.domain.queue_facts import DeskState
from counter_app.domain.queue_places import BoardRecord
from counter_app.domain.queue_policy import BoardChoices
from counter_app.domain.tickets import Ticket
from counter_app.journal.journal import Journal
from counter_app.services.queue import GroupWaiting, Queue
from counter_app.services.queue_acting import seats_of
from counter_app.store import places
from counter_app.store import tickets as rows

_SHOWN = 6
_LATELY = 60
"""More than an office calls between two looks of its board."""


@dataclass(frozen=True, slots=True)
class BoardView:
    """The last calls of a board's groups, newest first, and who waits by group, without estimates.

    ``lately`` are more calls, to be announced; ``resting`` are the desks on a break; ``choices`` is how it is set.
    """

    office: Office
    calls: tuple[Ticket, ...]
    waiting: tuple[GroupWaiting, ...]
    lately: tuple[Ticket, ...] = ()
    resting: tuple[int, ...] = ()
    choices: BoardChoices = BoardChoices()


class Board:
    """The boards of one office."""

    def __init__(self, journal: Journal, office: Office, queue: Queue) -> None:
        self._journal = journal
        self._office = office
        self._queue = queue

    def view(self, number: int = 1) -> BoardView:
        """What one board shows now."""
        with self._journal.database.read() as connection:
            today = self._queue.today(connection)
            kept = places.place(connection, f"board/{self._office.id}-{number}", BoardRecord)
            choices = kept.choices if kept else BoardChoices()
            lately = rows.called(today, _LATELY)
            seats = seats_of(connection, self._office.id, today.day)
            resting = tuple(seat.desk for seat in seats if seat.state is DeskState.BREAK)
        groups = choices.groups
        lately = tuple(one for one in lately if not groups or one.group in groups)
        waiting = tuple(one for one in self._queue.waiting(foretold=False) if not groups or one.group.id in groups)
        return BoardView(self._office, lately[:_SHOWN], waiting, lately, resting, choices)

    def picture(self, name: str) -> bytes:
        """The content of one of a board's pictures, which may have to come from another machine; blocks.

        Raises BLOB_MISSING, BLOB_DAMAGED, BLOB_AWAY.
        """
        return self._journal.database.blobs.get(name)
