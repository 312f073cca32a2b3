"""The administrator's second factor: a code of the telephone, or one of ten codes kept on paper.

The key of the codes is in the officer's entries, sealed under the officer's own secret: it works at any desk without a
network, and a stolen journal shows neither.
"""

import base64
import os
import re
from dataclasses import dataclass

from counter_app.domain import totp
from counter_app.domain.officer_facts import RecoveryCodeUsed, SecondFactorSet
from counter_app.domain.places import Officer
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.services.duties import known_officer
from counter_app.services.security_log import SecurityKind, SecurityLog
from counter_app.services.tries import SecondCheck, Tries
from counter_app.services.verifiers import matches, seal, unseal, verifier
from counter_app.store import local

RECOVERY_CODES = 10
_RECOVERY_BYTES = 10
"""80 bits: nobody guesses one, and nothing but the lock guards it."""
_NOT_TYPED = re.compile(r"[\s-]+")


@dataclass(frozen=True, slots=True)
class NewSecondFactor:
    """What is shown once: ``address`` as a QR code, ``typed`` for who cannot read it, the codes for the paper."""

    key: bytes
    address: str
    typed: str
    codes: tuple[str, ...]


class SecondFactors:
    """Sets the second factor up and checks it."""

    def __init__(self, journal: Journal, tries: Tries, security: SecurityLog, office: str) -> None:
        self._journal, self._tries, self._security = journal, tries, security
        self._office = office

    def propose(self, officer: Officer) -> NewSecondFactor:
        """Make a key and recovery codes; nothing is kept before ``confirm``."""
        key = os.urandom(totp.KEY_BYTES)
        codes = tuple(_recovery_code() for _ in range(RECOVERY_CODES))
        return NewSecondFactor(key, totp.address(key, officer.name, self._office), totp.typed_key(key), codes)

    def confirm(self, officer_id: str, secret: str, new: NewSecondFactor, code: str) -> None:
        """Keep it, once the telephone shows the right code; the officer's own secret seals it.

        Raises CODE_NOT_SHOWN, PIN_CHANGED, PIN_WRONG, PIN_LOCKED, OFFICER_DISABLED, OFFICER_UNKNOWN.
        """
        officer = self._tries.check(officer_id, secret)
        step = totp.matching_step(new.key, plain_code(code), self._journal.clock.now())
        if step is None:
            raise CounterError(Code.CODE_NOT_SHOWN)
        sealed = seal(new.key, secret, officer_id)
        verifiers = tuple(verifier(plain_code(one)) for one in new.codes)
        with self._journal.transaction() as transaction:
            known = known_officer(transaction, officer_id)
            if known.pin != officer.pin:  # changed this very moment, elsewhere
                raise CounterError(Code.PIN_CHANGED)
            fact = SecondFactorSet(officer.pin, sealed, verifiers)
            transaction.append(f"officer/{officer_id}", fact, f"officer/{officer_id}")
            local.save_mark(transaction.connection, _used(officer_id), step)
        self._security.note(SecurityKind.SECOND_FACTOR_SET, officer=officer_id, subject=f"officer/{officer_id}")

    def checker(self, code: str) -> SecondCheck:
        """Return what checks ``code``, typed from the telephone or from the paper."""

        def right(officer: Officer, secret: str) -> bool:
            typed = plain_code(code)
            if not typed:
                raise CounterError(Code.SECOND_FACTOR_NEEDED)
            if len(typed) == totp.DIGITS and typed.isdecimal():
                return self._is_shown(officer, secret, typed)
            return self._is_on_paper(officer, typed)

        return right

    def _is_shown(self, officer: Officer, secret: str, code: str) -> bool:
        """Whether the telephone shows it now; a code that let somebody in is refused."""
        key = unseal(officer.second, secret, officer.id)
        if key is None:
            return False
        with self._journal.database.write() as connection:
            used = local.mark(connection, _used(officer.id))
            step = totp.matching_step(key, code, self._journal.clock.now(), used)
            if step is not None:
                local.save_mark(connection, _used(officer.id), step)
        return step is not None

    def _is_on_paper(self, officer: Officer, code: str) -> bool:
        found = next((one for one in officer.recovery if matches(one, code)), None)
        if found is None:
            return False
        with self._journal.transaction() as transaction:
            if found not in known_officer(transaction, officer.id).recovery:
                return False
            transaction.append(f"officer/{officer.id}", RecoveryCodeUsed(found), f"officer/{officer.id}")
        return True


def plain_code(typed: str) -> str:
    """Return a code without the spaces and dashes that make it readable."""
    return _NOT_TYPED.sub("", typed).upper()


def _recovery_code() -> str:
    text = base64.b32encode(os.urandom(_RECOVERY_BYTES)).decode()
    return "-".join(text[place : place + 4] for place in range(0, len(text), 4))


def _used(officer: str) -> str:
    return f"code-used/{officer}"
