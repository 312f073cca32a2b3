"""Dossiers found again, and results handed over."""

from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.dossier_facts import DossierReturned
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.store import dossiers as rows


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

    def return_result(self, dossier_id: str, officer: str, taker: str) -> Dossier:
        """Hand the result to ``taker``. Raises DOSSIER_UNKNOWN, DOSSIER_STATE."""
        with self._journal.transaction() as transaction:
            found = rows.dossier(transaction.connection, dossier_id)
            if found is None:
                raise CounterError(Code.DOSSIER_UNKNOWN, dossier=dossier_id)
            if found.state is not DossierState.RECEIVED:
                raise CounterError(Code.DOSSIER_STATE, code=found.code, state=found.state.name.lower())
            fact = DossierReturned(officer, taker)
            transaction.append(f"dossier/{dossier_id}", fact, f"officer/{officer}")
        return self.dossier(dossier_id)
