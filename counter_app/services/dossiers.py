"""Dossiers found again, and their time lines."""

from counter_app.domain.dossiers import Dossier
from counter_app.domain.facts import Recorded
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.store import dossiers as rows
from counter_app.store import views


class Dossiers:
    """The dossiers that this station knows."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def find(self, text: str, limit: int = 50) -> tuple[Dossier, ...]:
        """Dossiers with every word of ``text`` in code, name, identity, phone or procedure; no text: the newest."""
        with self._journal.database.read() as connection:
            return rows.find(connection, text, limit)

    def dossier(self, dossier_id: str) -> Dossier:
        """One dossier. Raises DOSSIER_UNKNOWN."""
        with self._journal.database.read() as connection:
            found = rows.dossier(connection, dossier_id)
        if found is None:
            raise CounterError(Code.DOSSIER_UNKNOWN, dossier=dossier_id)
        return found

    def earlier(self, identity: str) -> tuple[Dossier, ...]:
        """A person's dossiers, newest first."""
        with self._journal.database.read() as connection:
            return rows.of_person(connection, identity) if identity else ()

    def history(self, dossier_id: str) -> tuple[Recorded, ...]:
        """Everything that was recorded of a dossier, in order: its time line. Raises DOSSIER_UNKNOWN."""
        with self._journal.database.read() as connection:
            found = views.recorded(connection, f"dossier/{dossier_id}")
        if not found:
            raise CounterError(Code.DOSSIER_UNKNOWN, dossier=dossier_id)
        return found
