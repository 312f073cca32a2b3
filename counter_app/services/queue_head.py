"""Which station keeps the queue, as the journal says: read, and written when it changes hands."""

from counter_app.domain.facts import Duty
from counter_app.domain.places import Station
from counter_app.domain.queue_facts import QueueTaken
from counter_app.domain.queue_places import QueueHead
from counter_app.journal.journal import Journal
from counter_app.services.duties import check_duty
from counter_app.services.queue_acting import policy_of
from counter_app.store import places


class QueueHeads:
    """The changes of hands of one office's queue."""

    def __init__(self, journal: Journal, office: str) -> None:
        self._journal = journal
        self._office = office
        self._stream = f"queuehead/{office}"

    def head(self) -> QueueHead | None:
        """Who took the queue last; None in an office of one machine."""
        with self._journal.database.read() as connection:
            return places.place(connection, self._stream, QueueHead)

    def take(self, term: int, rank: int, officer: str) -> int:
        """Write that this station keeps the queue, and return the term: a later one if that was taken meanwhile.

        ``officer`` is who takes it by hand. Raises OFFICER_UNKNOWN, DUTY_MISSING.
        """
        with self._journal.transaction() as transaction:
            if officer:
                check_duty(transaction, officer, Duty.DIRECTING)
            last = places.place(transaction.connection, self._stream, QueueHead)
            mine = max(term, last.term + 1 if last else 1)
            actor = f"officer/{officer}" if officer else "station"
            transaction.append(self._stream, QueueTaken(self._office, mine, rank, officer), actor)
        return mine

    def rank_of(self, station: str) -> int | None:
        """The rank of a station of the office, None for one that is not known."""
        with self._journal.database.read() as connection:
            known = places.place(connection, f"station/{station}", Station)
        return known.rank if known else None

    def takeover_s(self) -> float:
        """How long the one in charge may be silent."""
        with self._journal.database.read() as connection:
            return float(policy_of(connection, self._office).takeover_s)
