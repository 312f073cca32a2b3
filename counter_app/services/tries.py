"""Tries at a secret: five that fail lock the account on this machine, each time for longer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from counter_app.domain.facts import Duty
from counter_app.domain.places import Officer
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.services.security_log import SecurityKind, SecurityLog
from counter_app.services.verifiers import matches
from counter_app.store import local, places
from counter_app.store.codec import milliseconds

MOST_TRIES = 5
LOCKS = (timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1), timedelta(hours=4))
"""How long the first, the second, the third and every later lock in a row lasts."""
_MINUTE_MS = 60_000

SecondCheck = Callable[[Officer, str], bool]
"""Whether the second thing is right, once the secret is; raises SECOND_FACTOR_NEEDED where it was not given."""


@dataclass(frozen=True, slots=True)
class Locked:
    """An account that is locked here until then, in milliseconds UTC."""

    officer: str
    until: int


class Tries:
    """Checks secrets and counts what fails, whichever screen asked."""

    def __init__(self, journal: Journal, security: SecurityLog) -> None:
        self._journal = journal
        self._security = security
        self._unwritten: dict[str, int] = {}
        """Failures that a full disk did not keep."""

    def check(self, officer_id: str, secret: str, second: SecondCheck | None = None, *, whole: bool = False) -> Officer:
        """Return the officer whose secret it is, and whose second thing is right where one is asked for.

        ``whole``: the code of the telephone is asked for too, of whoever has one. A success ends the row of failures;
        for who has a code, only such a one does, or codes could be tried without end between two unlockings.

        Raises OFFICER_UNKNOWN, OFFICER_DISABLED, PIN_WRONG (tries left), PIN_LOCKED (minutes), CODE_WRONG (tries left)
        and SECOND_FACTOR_NEEDED.
        """
        officer = self._known(officer_id)
        now = milliseconds(self._journal.clock.now())
        if not self._is_locked(officer_id, now) and self._unwritten.get(officer_id, 0) < MOST_TRIES:
            first = matches(officer.pin, secret)
            right = first and (second is None or second(officer, secret))
        else:
            first = right = False
        before, after = self._count(officer, now, right=right, ends=whole or not _has_code(officer))
        if after.locked_until > now:
            self._tell_lock(officer_id, before, after, now)
            raise CounterError(Code.PIN_LOCKED, minutes=-(-(after.locked_until - now) // _MINUTE_MS))
        if not right:
            self._security.note(SecurityKind.SIGN_IN_FAILED, officer=officer_id, tries=after.failed)
            raise CounterError(Code.CODE_WRONG if first else Code.PIN_WRONG, left=MOST_TRIES - after.failed)
        return officer

    def locked(self) -> tuple[Locked, ...]:
        """The accounts that are locked on this machine now."""
        now = milliseconds(self._journal.clock.now())
        with self._journal.database.read() as connection:
            kept = local.locked_sign_ins(connection, now)
        return tuple(Locked(officer, until) for officer, until in kept)

    def _count(
        self, officer: Officer, now: int, *, right: bool, ends: bool
    ) -> tuple[local.SignInTries, local.SignInTries]:
        """Return the tries before and after this one. Where they cannot be kept, a failure counts all the same."""
        missed = 0 if right and ends else self._unwritten.get(officer.id, 0)
        try:
            # One transaction from reading the tries to keeping them: tries side by side are all counted.
            with self._journal.database.write() as connection:
                before = after = local.sign_in_tries(connection, officer.id)
                for _ in range(missed):
                    after = _after(after, now, right=False, ends=ends)
                after = _after(after, now, right=right, ends=ends)
                if after != before:
                    local.save_sign_in_tries(connection, officer.id, after)
        except CounterError:
            if not right:
                self._unwritten[officer.id] = self._unwritten.get(officer.id, 0) + 1
            raise
        self._unwritten.pop(officer.id, None)
        return before, after

    def _known(self, officer_id: str) -> Officer:
        with self._journal.database.read() as connection:
            officer = places.place(connection, f"officer/{officer_id}", Officer)
        if officer is None:
            raise CounterError(Code.OFFICER_UNKNOWN, officer=officer_id)
        if officer.disabled:
            self._security.note(SecurityKind.SIGN_IN_FAILED, officer=officer_id, reason="disabled")
            raise CounterError(Code.OFFICER_DISABLED, officer=officer_id)
        return officer

    def _is_locked(self, officer_id: str, now: int) -> bool:
        """While locked nothing is worked out: not even the right secret opens."""
        with self._journal.database.read() as connection:
            return local.sign_in_tries(connection, officer_id).locked_until > now

    def _tell_lock(self, officer: str, before: local.SignInTries, after: local.SignInTries, now: int) -> None:
        if before.locked_until > now:
            self._security.note(SecurityKind.SIGN_IN_FAILED, officer=officer, reason="locked")
        else:
            minutes = _length(after.locks) // _MINUTE_MS
            self._security.note(SecurityKind.LOCKED_OUT, officer=officer, tries=MOST_TRIES, minutes=minutes)


def check_own(officer: Officer) -> None:
    """Go on only with a secret that its officer chose: one that somebody else typed is for signing in and no more.

    Raises PIN_TEMPORARY.
    """
    if officer.temporary:
        raise CounterError(Code.PIN_TEMPORARY)


def _has_code(officer: Officer) -> bool:
    return bool(officer.second) and officer.may(Duty.ADMINISTRATION)


def _after(tries: local.SignInTries, now: int, *, right: bool, ends: bool) -> local.SignInTries:
    """The tries after one more; while locked, not even the right secret opens."""
    if tries.locked_until > now:
        # A clock that was set back must neither open a lock nor make one of minutes last for years.
        return local.SignInTries(0, min(tries.locked_until, now + _length(tries.locks)), tries.locks)
    if right:
        return local.SignInTries() if ends else tries
    failed = tries.failed + 1
    if failed < MOST_TRIES:
        return local.SignInTries(failed, 0, tries.locks)
    return local.SignInTries(0, now + _length(tries.locks + 1), tries.locks + 1)


def _length(locks: int) -> int:
    """How long the ``locks``-th lock in a row lasts, in milliseconds."""
    return LOCKS[min(max(locks, 1), len(LOCKS)) - 1] // timedelta(milliseconds=1)
