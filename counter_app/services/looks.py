"""Who looked at a citizen's dossier though it is not his or her own work: an entry each, for those in charge."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from counter_app.domain.dossier_facts import DossierLookedAt
from counter_app.domain.dossiers import Dossier
from counter_app.domain.facts import Duty
from counter_app.domain.tickets import AT_DESK
from counter_app.journal.journal import Journal
from counter_app.services.duties import check_known_duty
from counter_app.services.security_log import SecurityKind, SecurityLog
from counter_app.store import dossiers as rows
from counter_app.store import tickets, views
from counter_app.store.database import Connection

AGAIN_AFTER = timedelta(minutes=10)
"""Going back and forth on a screen is one look."""
MAY_SEE_LOOKS = (Duty.ADMINISTRATION, Duty.APPROVAL)


@dataclass(frozen=True, slots=True)
class Look:
    """One look; ``officer`` is an id."""

    officer: str
    at: datetime


class Looks:
    """Writes the looks and tells them."""

    def __init__(self, journal: Journal, security: SecurityLog) -> None:
        self._journal = journal
        self._security = security

    def note(self, dossier_id: str, officer: str) -> bool:
        """Write that ``officer`` looked; False where it is the officer's work, or was written a moment ago.

        It takes a transaction: behind what shows the dossier, not before it.
        Raises DOSSIER_UNKNOWN, and what a transaction raises.
        """
        with self._journal.database.read() as connection:
            if self._is_known(connection, dossier_id, officer):
                return False
        with self._journal.transaction() as transaction:
            if self._is_known(transaction.connection, dossier_id, officer):  # two windows of one officer
                return False
            transaction.append(f"dossier/{dossier_id}", DossierLookedAt(officer), f"officer/{officer}")
        self._security.note(SecurityKind.LOOKED_AT, officer=officer, subject=f"dossier/{dossier_id}")
        return True

    def of(self, dossier_id: str, officer: str) -> tuple[Look, ...]:
        """Every look at a dossier, the newest first, for ``officer`` to read. Raises OFFICER_UNKNOWN, DUTY_MISSING."""
        with self._journal.database.read() as connection:
            check_known_duty(connection, officer, *MAY_SEE_LOOKS)
            return looks_at(connection, dossier_id)

    def _is_known(self, connection: Connection, dossier_id: str, officer: str) -> bool:
        dossier = rows.known_dossier(connection, dossier_id)
        if is_own_work(dossier, officer) or self._is_served(connection, dossier, officer):
            return True
        since = self._journal.clock.now() - AGAIN_AFTER
        return any(look.officer == officer and look.at > since for look in looks_at(connection, dossier_id))

    def _is_served(self, connection: Connection, dossier: Dossier, officer: str) -> bool:
        """Whether the citizen of the dossier stands at the officer's desk now."""
        ticket = tickets.ticket(connection, dossier.ticket) if dossier.ticket else None
        return ticket is not None and ticket.officer == officer and ticket.state in AT_DESK


def is_own_work(dossier: Dossier, officer: str) -> bool:
    """Whether an officer received a dossier, approved its result, or has or had it in hand."""
    hands = (one for hand in dossier.hands for one in (hand.giver, hand.taker))
    return officer in (dossier.officer, dossier.holder, dossier.approved_by, *hands)


def looks_at(connection: Connection, dossier_id: str) -> tuple[Look, ...]:
    """Every look that the journal has of a dossier, the newest first."""
    found = views.recorded(connection, f"dossier/{dossier_id}")
    return tuple(Look(one.fact.officer, one.at) for one in reversed(found) if isinstance(one.fact, DossierLookedAt))
