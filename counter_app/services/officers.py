"""Officers: choose the name, type the PIN; an administrator gives out duties."""

import re
from dataclasses import dataclass
from datetime import timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from counter_app.domain.facts import Duty, OfficerRegistered
from counter_app.domain.places import Officer
from counter_app.domain.text import tidy
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal, Transaction
from counter_app.services.duties import check_duty, known_officer
from counter_app.store import local, places
from counter_app.store.views import milliseconds

MOST_TRIES = 5
LOCKED = timedelta(minutes=5)
# A PIN is short: what guards it is the encrypted store and the lock after five tries; 19 MiB costs 26 ms.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


@dataclass(frozen=True, slots=True)
class NewOfficer:
    """An officer as typed at set-up; ``pin`` is turned into a verifier at once."""

    id: str
    name: str
    title: str
    pin: str
    duties: tuple[Duty, ...] = (Duty.RECEPTION, Duty.PROCESSING)
    department: str = ""


class Officers:
    """The officers of one office."""

    def __init__(self, journal: Journal, office: str) -> None:
        self._journal = journal
        self._office = office

    def all(self) -> tuple[Officer, ...]:
        """Every officer of the office, by name."""
        with self._journal.database.read() as connection:
            found = places.all_of(connection, Officer)
        return tuple(sorted((one for one in found if one.office == self._office), key=lambda one: one.name))

    def register(self, officer: NewOfficer, by: str) -> None:
        """Add an officer. Raises DUTY_MISSING, OFFICER_NAME_MISSING, PIN_SHAPE."""
        fact = registered(officer, self._office)
        with self._journal.transaction() as transaction:
            check_duty(transaction, by, Duty.ADMINISTRATION)
            transaction.append(f"officer/{officer.id}", fact, f"officer/{by}")

    def change(
        self, officer_id: str, *, name: str, title: str, department: str, duties: tuple[Duty, ...], by: str
    ) -> None:
        """Correct an officer; the PIN stays. Raises DUTY_MISSING, OFFICER_UNKNOWN, LAST_ADMINISTRATOR."""
        with self._journal.transaction() as transaction:
            check_duty(transaction, by, Duty.ADMINISTRATION)
            before = known_officer(transaction, officer_id)
            if before.may(Duty.ADMINISTRATION) and Duty.ADMINISTRATION not in duties:
                self._check_another(transaction, officer_id)
            fact = OfficerRegistered(_name(name), tidy(title), before.pin, before.office, duties, tidy(department))
            transaction.append(f"officer/{officer_id}", fact, f"officer/{by}")

    def reset_pin(self, officer_id: str, pin: str, by: str) -> None:
        """Give an officer a new PIN, and the tries back. Raises DUTY_MISSING, OFFICER_UNKNOWN, PIN_SHAPE."""
        verifier = pin_verifier(_shaped(pin))
        with self._journal.transaction() as transaction:
            check_duty(transaction, by, Duty.ADMINISTRATION)
            one = known_officer(transaction, officer_id)
            fact = OfficerRegistered(one.name, one.title, verifier, one.office, one.duties, one.department)
            transaction.append(f"officer/{officer_id}", fact, f"officer/{by}")
            local.save_sign_in_tries(transaction.connection, officer_id, local.SignInTries())

    def _check_another(self, transaction: Transaction, officer_id: str) -> None:
        """An office without an administrator could never have one again."""
        known = places.all_of(transaction.connection, Officer)
        others = [one for one in known if one.office == self._office and one.id != officer_id]
        if not any(one.may(Duty.ADMINISTRATION) for one in others):
            raise CounterError(Code.LAST_ADMINISTRATOR)

    def sign_in(self, officer_id: str, pin: str) -> Officer:
        """Check the PIN. Raises OFFICER_UNKNOWN, PIN_WRONG (tries left), PIN_LOCKED (minutes)."""
        now = milliseconds(self._journal.clock.now())
        with self._journal.database.read() as connection:
            officer = places.place(connection, f"officer/{officer_id}", Officer)
        if officer is None:
            raise CounterError(Code.OFFICER_UNKNOWN, officer=officer_id)
        right = _matches(officer.pin, pin)
        # One transaction from reading the tries to keeping them: tries side by side are all counted.
        with self._journal.database.write() as connection:
            tries = local.sign_in_tries(connection, officer_id)
            after = _after(tries, now, right=right)
            local.save_sign_in_tries(connection, officer_id, after)
        if after.locked_until > now:
            raise CounterError(Code.PIN_LOCKED, minutes=-(-(after.locked_until - now) // 60_000))
        if not right:
            raise CounterError(Code.PIN_WRONG, left=MOST_TRIES - after.failed)
        return officer


def registered(officer: NewOfficer, office: str) -> OfficerRegistered:
    """Return what the journal keeps of a new officer: never the PIN."""
    verifier = pin_verifier(_shaped(officer.pin))
    title, department = tidy(officer.title), tidy(officer.department)
    return OfficerRegistered(_name(officer.name), title, verifier, office, officer.duties, department)


def pin_verifier(pin: str) -> str:
    """Return the Argon2id verifier of a PIN."""
    return _HASHER.hash(pin)


def milliseconds_of(span: timedelta) -> int:
    """A span in milliseconds."""
    return span // timedelta(milliseconds=1)


def _shaped(pin: str) -> str:
    if re.fullmatch(r"[0-9]{4,8}", pin) is None:
        raise CounterError(Code.PIN_SHAPE)
    return pin


def _name(text: str) -> str:
    if not tidy(text):
        raise CounterError(Code.OFFICER_NAME_MISSING)
    return tidy(text)


def _after(tries: local.SignInTries, now: int, *, right: bool) -> local.SignInTries:
    """The tries after one more; while locked, not even the right PIN opens."""
    if tries.locked_until > now:
        return tries
    if right:
        return local.SignInTries()
    failed = tries.failed + 1
    if failed >= MOST_TRIES:
        return local.SignInTries(0, now + milliseconds_of(LOCKED))
    return local.SignInTries(failed, 0)


def _matches(verifier: str, pin: str) -> bool:
    try:
        return _HASHER.verify(verifier, pin)
    except (VerifyMismatchError, InvalidHashError):
        return False
