"""The accounts of an office: added, corrected, reset, barred by an administrator; one's own secret by oneself.

The console of the machine itself (``by`` None) may do what an administrator may: whoever sits there has the data.
"""

from dataclasses import dataclass

from counter_app.domain.facts import Duty, OfficerRegistered
from counter_app.domain.officer_facts import OfficerBarred, OfficerFact, SecretSet
from counter_app.domain.places import Officer
from counter_app.domain.text import tidy
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal, Transaction
from counter_app.services.duties import check_duty, known_officer
from counter_app.services.security_log import SecurityKind, SecurityLog
from counter_app.services.tries import LOCKS, Tries
from counter_app.services.tries import MOST_TRIES as MOST_TRIES
from counter_app.services.verifiers import check_rule, seal, unseal, verifier
from counter_app.store import local, places

LOCKED = LOCKS[0]
"""How long the first five wrong tries lock an account."""


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

    def __init__(self, journal: Journal, office: str, security: SecurityLog) -> None:
        self._journal = journal
        self._office = office
        self._security = security
        self._tries = Tries(journal, security)

    def all(self) -> tuple[Officer, ...]:
        """Every officer of the office, by name, also those who may not sign in any more."""
        with self._journal.database.read() as connection:
            found = places.all_of(connection, Officer)
        return tuple(sorted((one for one in found if one.office == self._office), key=lambda one: one.name))

    def register(self, officer: NewOfficer, by: str | None, *, temporary: bool = False) -> None:
        """Add an officer, whose secret is ``temporary`` where another chose it.

        Raises DUTY_MISSING, OFFICER_NAME_MISSING, PIN_WEAK.
        """
        check_rule(officer.pin, officer.name, officer.id)
        fact = registered(officer, self._office)
        with self._journal.transaction() as transaction:
            _check(transaction, by)
            transaction.append(f"officer/{officer.id}", fact, _actor(by))
            if temporary:
                transaction.append(f"officer/{officer.id}", SecretSet(fact.pin, temporary=True), _actor(by))
        self._note(SecurityKind.OFFICER_ADDED, by, officer.id, duties=" ".join(officer.duties))

    def change(
        self, officer_id: str, *, name: str, title: str, department: str, duties: tuple[Duty, ...], by: str | None
    ) -> None:
        """Correct an officer; the secret stays. Raises DUTY_MISSING, OFFICER_UNKNOWN, LAST_ADMINISTRATOR."""
        with self._journal.transaction() as transaction:
            _check(transaction, by)
            before = known_officer(transaction, officer_id)
            if before.may(Duty.ADMINISTRATION) and Duty.ADMINISTRATION not in duties:
                self._check_another(transaction, officer_id)
            fact = OfficerRegistered(_name(name), tidy(title), before.pin, before.office, duties, tidy(department))
            transaction.append(f"officer/{officer_id}", fact, _actor(by))
        if set(duties) != set(before.duties):
            self._note(SecurityKind.OFFICER_CHANGED, by, officer_id, duties=" ".join(duties))

    def reset_pin(self, officer_id: str, pin: str, by: str | None) -> None:
        """Give an officer a secret for one sign-in, and the tries back; the second factor is set up anew.

        Raises DUTY_MISSING, OFFICER_UNKNOWN, OWN_PIN (one changes one's own by the old one), PIN_WEAK.
        """
        if by == officer_id:
            raise CounterError(Code.OWN_PIN)
        with self._journal.database.read() as connection:
            known = places.place(connection, f"officer/{officer_id}", Officer)
        check_rule(pin, known.name if known else "", officer_id)
        fact = SecretSet(verifier(pin), temporary=True)
        with self._journal.transaction() as transaction:
            _check(transaction, by)
            known_officer(transaction, officer_id)
            transaction.append(f"officer/{officer_id}", fact, _actor(by))
            local.save_sign_in_tries(transaction.connection, officer_id, local.SignInTries())
        self._note(SecurityKind.PASSWORD_CHANGED, by, officer_id, how="reset")

    def change_own(self, officer_id: str, old: str, new: str) -> None:
        """Choose a secret of one's own, for which the second factor is sealed anew.

        Raises PIN_WRONG, PIN_LOCKED, PIN_WEAK, PIN_SAME, PIN_CHANGED, OFFICER_DISABLED, OFFICER_UNKNOWN.
        """
        officer = self._tries.check(officer_id, old)
        check_rule(new, officer.name, officer.id)
        if new == old:
            raise CounterError(Code.PIN_SAME)
        fact = SecretSet(verifier(new), second=_resealed(officer, old, new))
        self._append_if_same(officer, fact)
        self._note(SecurityKind.PASSWORD_CHANGED, officer_id, officer_id, how="own")

    def bar(self, officer_id: str, reason: str, by: str | None) -> None:
        """Let an account sign in nowhere any more, once the other machines have heard of it.

        Raises DUTY_MISSING, OFFICER_UNKNOWN, LAST_ADMINISTRATOR, REASON_MISSING.
        """
        if not tidy(reason):
            raise CounterError(Code.REASON_MISSING)
        with self._journal.transaction() as transaction:
            _check(transaction, by)
            before = known_officer(transaction, officer_id)
            if before.may(Duty.ADMINISTRATION):
                self._check_another(transaction, officer_id)
            transaction.append(f"officer/{officer_id}", OfficerBarred(True, tidy(reason)), _actor(by))
        self._note(SecurityKind.OFFICER_DISABLED, by, officer_id)

    def admit(self, officer_id: str, by: str | None) -> None:
        """Let a barred, unused or locked account sign in again. Raises DUTY_MISSING, OFFICER_UNKNOWN."""
        with self._journal.transaction() as transaction:
            _check(transaction, by)
            known_officer(transaction, officer_id)
            transaction.append(f"officer/{officer_id}", OfficerBarred(False), _actor(by))
            local.save_sign_in_tries(transaction.connection, officer_id, local.SignInTries())
        self._note(SecurityKind.OFFICER_CHANGED, by, officer_id, how="admitted")

    def _append_if_same(self, officer: Officer, fact: OfficerFact) -> None:
        """Write what was worked out for the secret that was checked, unless it was changed this very moment."""
        with self._journal.transaction() as transaction:
            known = known_officer(transaction, officer.id)
            if (known.pin, known.second) != (officer.pin, officer.second):
                raise CounterError(Code.PIN_CHANGED)
            transaction.append(f"officer/{officer.id}", fact, f"officer/{officer.id}")

    def _check_another(self, transaction: Transaction, officer_id: str) -> None:
        """An office without an administrator could never have one again."""
        known = places.all_of(transaction.connection, Officer)
        others = [one for one in known if one.office == self._office and one.id != officer_id]
        if not any(one.may(Duty.ADMINISTRATION) for one in others):
            raise CounterError(Code.LAST_ADMINISTRATOR)

    def _note(self, kind: SecurityKind, by: str | None, officer_id: str, **detail: str) -> None:
        self._security.note(kind, officer=by or "", subject=f"officer/{officer_id}", **detail)


def registered(officer: NewOfficer, office: str) -> OfficerRegistered:
    """Return what the journal keeps of a new officer, never the secret. Raises OFFICER_NAME_MISSING.

    Whoever lets a person choose the secret has asked ``check_rule`` before.
    """
    title, department = tidy(officer.title), tidy(officer.department)
    return OfficerRegistered(_name(officer.name), title, verifier(officer.pin), office, officer.duties, department)


def _resealed(officer: Officer, old: str, new: str) -> str:
    """The second factor under the new secret; one that the old secret does not open is gone with it."""
    key = unseal(officer.second, old, officer.id) if officer.second else None
    return "" if key is None else seal(key, new, officer.id)


def _check(transaction: Transaction, by: str | None) -> None:
    if by is not None:
        check_duty(transaction, by, Duty.ADMINISTRATION)


def _actor(by: str | None) -> str:
    return "station" if by is None else f"officer/{by}"


def _name(text: str) -> str:
    if not tidy(text):
        raise CounterError(Code.OFFICER_NAME_MISSING)
    return tidy(text)
