"""Signing in at a desk: secret, second factor, and whether the account may be used here and now."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from counter_app.domain.facts import Duty, OfficerRegistered, Recorded
from counter_app.domain.officer_facts import OfficerSignedIn
from counter_app.domain.places import Officer
from counter_app.domain.secret_rule import weakness
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.services.contact import Contact
from counter_app.services.duties import check_may
from counter_app.services.second_factor import SecondFactors
from counter_app.services.security_log import SecurityKind, SecurityLog
from counter_app.services.tries import Tries, check_own
from counter_app.store import local, places, views
from counter_app.store.codec import milliseconds
from counter_app.store.database import Connection

log = logging.getLogger(__name__)

UNUSED = timedelta(days=45)
"""An account that nobody used for so long is locked: level 3 of the decree on information systems."""
PUT_OFF = timedelta(days=7)
"""So long may a better secret or the second factor wait, from the first time that it was asked for."""
MOST_LOCK_MINUTES = 60
_SAID_ANEW = timedelta(days=7)
_COUNTED = "accounts-counted"


class Due(StrEnum):
    """What an officer is asked to put right."""

    SECRET = "secret"  # noqa: S105 - a word, not one of them
    SECOND_FACTOR = "second-factor"


@dataclass(frozen=True, slots=True)
class Reminder:
    """``days`` it may be put off; 0: it is done before the work begins."""

    due: Due
    days: int


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who signed in, and what is to be put right; ``offline_days``: soon only administrators may (None: not soon)."""

    officer: Officer
    reminders: tuple[Reminder, ...] = ()
    offline_days: int | None = None

    @property
    def first(self) -> Due | None:
        """What has to be done before the work begins."""
        return next((one.due for one in self.reminders if not one.days), None)


@dataclass(frozen=True, slots=True)
class Account:
    """An officer's account as an administrator sees it: ``locked_until`` in milliseconds UTC, 0 when it is not."""

    officer: Officer
    locked_until: int = 0
    unused_days: int = 0
    unused: bool = False


class SignIns:
    """The door of the desk."""

    def __init__(
        self,
        journal: Journal,
        office: str,
        contact: Contact,
        second_factors: SecondFactors,
        security: SecurityLog,
        lock_minutes: int = 15,
    ) -> None:
        self._journal, self._office = journal, office
        self.contact = contact
        self.lock_after = timedelta(minutes=min(max(lock_minutes, 1), MOST_LOCK_MINUTES))
        """So long without key or mouse, and the desk is locked."""
        self._second_factors, self._security = second_factors, security
        self._tries = Tries(journal, security)

    def sign_in(self, officer_id: str, secret: str, code: str = "") -> SignedIn:
        """Let an officer in. Raises SECOND_FACTOR_NEEDED where a ``code`` is wanted too.

        Raises OFFICER_UNKNOWN, OFFICER_DISABLED, OFFICER_UNUSED, SIGN_IN_EXPIRED, PIN_WRONG, PIN_LOCKED, CODE_WRONG.
        """

        def second(officer: Officer, typed: str) -> bool:
            self._check_usable(officer)
            return self._is_second_right(officer, typed, code)

        officer = self._tries.check(officer_id, secret, second, whole=True)
        self._security.note(SecurityKind.SIGNED_IN, officer=officer_id)
        self._say_in_use(officer)
        return SignedIn(officer, self._reminders(officer, secret), self.contact.ends_soon())

    def unlock(self, officer_id: str, secret: str) -> Officer:
        """Let the officer of a locked session back to it; who may not sign in any more is not let back either.

        Raises OFFICER_DISABLED, OFFICER_UNUSED, SIGN_IN_EXPIRED, PIN_WRONG, PIN_LOCKED, PIN_TEMPORARY.
        """

        def usable(officer: Officer, _secret: str) -> bool:
            self._check_usable(officer)
            check_own(officer)
            return True

        officer = self._tries.check(officer_id, secret, usable)
        self._security.note(SecurityKind.SESSION_UNLOCKED, officer=officer_id)
        return officer

    def give_leave(self, officer_id: str, secret: str, code: str = "") -> Officer:
        """Check that an administrator stands here and lets one act pass: as whole as signing in, but for one act.

        Raises SECOND_FACTOR_NEEDED where a ``code`` is wanted too, DUTY_MISSING, PIN_TEMPORARY, OFFICER_UNKNOWN,
        OFFICER_DISABLED, OFFICER_UNUSED, SIGN_IN_EXPIRED, PIN_WRONG, PIN_LOCKED, CODE_WRONG.
        """

        def second(officer: Officer, typed: str) -> bool:
            self._check_usable(officer)
            check_own(officer)
            check_may(officer, Duty.ADMINISTRATION)
            return self._is_second_right(officer, typed, code)

        officer = self._tries.check(officer_id, secret, second, whole=True)
        self._security.note(SecurityKind.LEAVE_GIVEN, officer=officer_id)
        return officer

    def locked(self, officer_id: str, *, idle: bool) -> None:
        """Note that a session was locked, by its officer or because nobody worked."""
        self._security.note(SecurityKind.SESSION_LOCKED, officer=officer_id, reason="idle" if idle else "key")

    def left(self, officer_id: str) -> None:
        """Note that an officer left the desk."""
        self._security.note(SecurityKind.SIGNED_OUT, officer=officer_id)

    def accounts(self) -> tuple[Account, ...]:
        """Every account of the office, by name, with what keeps it from being used here."""
        until = {one.officer: one.until for one in self._tries.locked()}
        with self._journal.database.read() as connection:
            officers = [one for one in places.all_of(connection, Officer) if one.office == self._office]
            unused = {one.id: self._unused_days(connection, one) for one in officers}
        return tuple(
            Account(one, until.get(one.id, 0), unused[one.id], self._is_unused(one, unused))
            for one in sorted(officers, key=lambda one: one.name)
        )

    def _check_usable(self, officer: Officer) -> None:
        if self.contact.left() == 0 and not officer.may(Duty.ADMINISTRATION):
            self._security.note(SecurityKind.SIGN_IN_FAILED, officer=officer.id, reason="offline")
            raise CounterError(Code.SIGN_IN_EXPIRED, days=self.contact.days)
        account = next((one for one in self.accounts() if one.officer.id == officer.id), None)
        if account is not None and account.unused:
            self._security.note(SecurityKind.SIGN_IN_FAILED, officer=officer.id, reason="unused")
            raise CounterError(Code.OFFICER_UNUSED, days=account.unused_days)

    def _is_second_right(self, officer: Officer, secret: str, code: str) -> bool:
        """Whether the code is, of whoever has to have one. Raises SECOND_FACTOR_NEEDED."""
        needed = officer.second and officer.may(Duty.ADMINISTRATION)
        return self._second_factors.checker(code)(officer, secret) if needed else True

    def _is_unused(self, officer: Officer, unused: dict[str, int]) -> bool:
        """The last administrator who could unlock the others is never locked out for having been away."""
        if officer.disabled or unused[officer.id] <= UNUSED.days:
            return False
        if not officer.may(Duty.ADMINISTRATION):
            return True
        with self._journal.database.read() as connection:
            others = [one for one in places.all_of(connection, Officer) if one.office == self._office]
        usable = [one for one in others if one.may(Duty.ADMINISTRATION) and unused.get(one.id, 0) <= UNUSED.days]
        return bool(usable)

    def _unused_days(self, connection: Connection, officer: Officer) -> int:
        """Days since anything was heard of an account, here or elsewhere; never before this machine began to count."""
        now = milliseconds(self._journal.clock.now())
        counted = local.mark(connection, _COUNTED) or now
        seen = milliseconds(officer.seen) if officer.seen is not None else 0
        last = max(counted, seen, local.mark(connection, _signed_in(officer.id)))
        return max(0, (now - last) // (timedelta(days=1) // timedelta(milliseconds=1)))

    def _say_in_use(self, officer: Officer) -> None:
        """Remember it here, and tell the other machines once a week, and when the second factor is first asked for.

        Who cannot be told of stops nobody.
        """
        now = self._journal.clock.now()
        try:
            with self._journal.database.write() as connection:
                local.save_mark(connection, _signed_in(officer.id), milliseconds(now))
                if not local.mark(connection, _COUNTED):
                    local.save_mark(connection, _COUNTED, milliseconds(now))
            if officer.seen is None or now - officer.seen >= _SAID_ANEW or self._is_first_asked(officer):
                with self._journal.transaction() as transaction:
                    transaction.append(f"officer/{officer.id}", OfficerSignedIn(), f"officer/{officer.id}")
        except CounterError as error:
            log.info("event=sign_in_not_written code=%s", error.code.value)

    def _reminders(self, officer: Officer, secret: str) -> tuple[Reminder, ...]:
        wanted: list[Reminder] = []
        if officer.temporary:
            wanted.append(Reminder(Due.SECRET, 0))
        elif weakness(secret, officer.name, officer.id) is not None:
            wanted.append(Reminder(Due.SECRET, self._days_left(Due.SECRET, officer.id)))
        if officer.may(Duty.ADMINISTRATION) and not officer.second:
            asked = self._asked(officer.id)
            wanted.append(Reminder(Due.SECOND_FACTOR, self._days_left(Due.SECOND_FACTOR, officer.id, asked)))
        return tuple(wanted)

    def _is_first_asked(self, officer: Officer) -> bool:
        """Whether the second factor is asked for, and nowhere was before."""
        return officer.may(Duty.ADMINISTRATION) and not officer.second and self._asked(officer.id) is None

    def _asked(self, officer: str) -> datetime | None:
        """When the second factor was first asked for, here or elsewhere, as far as the journal knows."""
        with self._journal.database.read() as connection:
            return _first_use(views.recorded(connection, f"officer/{officer}"))

    def _days_left(self, due: Due, officer: str, asked: datetime | None = None) -> int:
        """Days that it may still be put off, from the first time that it was asked for: ``asked``, or here."""
        now, name = milliseconds(self._journal.clock.now()), f"asked/{due}/{officer}"
        since = now if asked is None else milliseconds(asked)
        try:
            with self._journal.database.write() as connection:
                here = local.mark(connection, name)
                if not here:
                    local.save_mark(connection, name, now)
            since = min(since, here or now)
        except CounterError as error:
            log.info("event=reminder_not_written code=%s", error.code.value)
        gone = timedelta(milliseconds=max(0, now - since))
        return max(0, -(-(PUT_OFF - gone) // timedelta(days=1)))


def _first_use(entries: Iterable[Recorded]) -> datetime | None:
    """When an account was first used with the administration duty that it has now; None: not yet, or it has none."""
    used, administers = None, False
    for entry in entries:
        match entry.fact:
            case OfficerRegistered(duties=duties):
                kept = administers and Duty.ADMINISTRATION in duties
                used, administers = used if kept else None, Duty.ADMINISTRATION in duties
            case OfficerSignedIn() if administers and used is None:
                used = entry.at
    return used


def _signed_in(officer: str) -> str:
    return f"signed-in/{officer}"
