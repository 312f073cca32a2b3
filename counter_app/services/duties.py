"""Who may do what: asked in the transaction that does it."""

from counter_app.domain.facts import Duty
from counter_app.domain.places import Officer
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Transaction
from counter_app.store import places


def known_officer(transaction: Transaction, officer: str) -> Officer:
    """The officer of an id. Raises OFFICER_UNKNOWN."""
    found = places.place(transaction.connection, f"officer/{officer}", Officer)
    if found is None:
        raise CounterError(Code.OFFICER_UNKNOWN, officer=officer)
    return found


def check_duty(transaction: Transaction, officer: str, duty: Duty) -> None:
    """Go on only if ``officer`` has ``duty``. Raises OFFICER_UNKNOWN, DUTY_MISSING."""
    if not known_officer(transaction, officer).may(duty):
        raise CounterError(Code.DUTY_MISSING, duty=duty.value)
