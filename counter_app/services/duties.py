"""Who may do what: asked in the transaction that does it."""

from counter_app.domain.facts import Duty
from counter_app.domain.places import Officer
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Transaction
from counter_app.store import places
from counter_app.store.database import Connection

SEES_DOSSIERS = (Duty.RECEPTION, Duty.PROCESSING, Duty.APPROVAL, Duty.REPORTS, Duty.ADMINISTRATION)
"""Who needs citizens' dossiers for his or her work; who only directs the queue does not."""
WORKS_ON_DOSSIERS = (Duty.RECEPTION, Duty.PROCESSING, Duty.APPROVAL)
AT_COUNTER = (Duty.RECEPTION, Duty.PROCESSING, Duty.DIRECTING)
"""Who calls citizens to a desk."""


def known_officer(transaction: Transaction, officer: str) -> Officer:
    """The officer of an id. Raises OFFICER_UNKNOWN."""
    return _known(transaction.connection, officer)


def check_duty(transaction: Transaction, officer: str, *duties: Duty) -> None:
    """Go on only if ``officer`` has one of ``duties``. Raises OFFICER_UNKNOWN, OFFICER_DISABLED, DUTY_MISSING."""
    check_known_duty(transaction.connection, officer, *duties)


def check_known(connection: Connection, officer: str) -> None:
    """Go on only if ``officer`` has an account that is not barred. Raises OFFICER_UNKNOWN, OFFICER_DISABLED."""
    if _known(connection, officer).disabled:
        raise CounterError(Code.OFFICER_DISABLED, officer=officer)


def check_known_duty(connection: Connection, officer: str, *duties: Duty) -> None:
    """The same where nothing is written. Raises OFFICER_UNKNOWN, OFFICER_DISABLED, DUTY_MISSING."""
    check_may(_known(connection, officer), *duties)


def check_may(known: Officer, *duties: Duty) -> None:
    """The same of an officer who was read already. Raises OFFICER_DISABLED, DUTY_MISSING."""
    if known.disabled:
        raise CounterError(Code.OFFICER_DISABLED, officer=known.id)
    if not any(known.may(duty) for duty in duties):
        wanted = tuple(duty.value for duty in duties)
        raise CounterError(Code.DUTY_MISSING, duty=wanted if len(wanted) > 1 else wanted[0])


def _known(connection: Connection, officer: str) -> Officer:
    found = places.place(connection, f"officer/{officer}", Officer)
    if found is None:
        raise CounterError(Code.OFFICER_UNKNOWN, officer=officer)
    return found
