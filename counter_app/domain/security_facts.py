"""What concerns the safety of an office's papers: the kinds of events, how grave each is, and the seal over them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SecurityKind(StrEnum):
    """What happened; the same words stand in the table, in the journal of the province's centre and in exports."""

    PROGRAM_STARTED = "program-started"
    PROGRAM_ENDED = "program-ended"
    STORE_MIGRATED = "store-migrated"
    SIGNED_IN = "signed-in"
    SIGN_IN_FAILED = "sign-in-failed"
    LOCKED_OUT = "locked-out"
    SESSION_LOCKED = "session-locked"
    SESSION_UNLOCKED = "session-unlocked"
    SIGNED_OUT = "signed-out"
    LEAVE_GIVEN = "leave-given"
    PASSWORD_CHANGED = "password-changed"  # noqa: S105 - the name of an event
    SECOND_FACTOR_SET = "second-factor-set"
    OFFICER_ADDED = "officer-added"
    OFFICER_CHANGED = "officer-changed"
    OFFICER_DISABLED = "officer-disabled"
    PERMISSION_REFUSED = "permission-refused"
    LOOKED_AT = "looked-at"
    EXPORTED = "exported"
    PRINTED_LIST = "printed-list"
    BACKUP_MADE = "backup-made"
    BACKUP_FAILED = "backup-failed"
    RESTORED = "restored"
    KEY_ESCROWED = "key-escrowed"
    KEY_EXPOSED = "key-exposed"
    STATION_ENROLLED = "station-enrolled"
    STATION_REVOKED = "station-revoked"
    CLOCK_WRONG = "clock-wrong"
    JOURNAL_TAMPERED = "journal-tampered"
    CHECKPOINT_BROKEN = "checkpoint-broken"
    RECORD_CUT = "record-cut"
    CERTIFICATE_REFUSED = "certificate-refused"
    INPUT_REFUSED = "input-refused"
    UPDATE_INSTALLED = "update-installed"
    UPDATE_REFUSED = "update-refused"


SEVERITY: dict[SecurityKind, int] = {
    SecurityKind.PROGRAM_STARTED: 1,
    SecurityKind.PROGRAM_ENDED: 1,
    SecurityKind.STORE_MIGRATED: 3,
    SecurityKind.SIGNED_IN: 2,
    SecurityKind.SIGN_IN_FAILED: 5,
    SecurityKind.LOCKED_OUT: 7,
    SecurityKind.SESSION_LOCKED: 1,
    SecurityKind.SESSION_UNLOCKED: 1,
    SecurityKind.SIGNED_OUT: 1,
    SecurityKind.LEAVE_GIVEN: 3,
    SecurityKind.PASSWORD_CHANGED: 4,
    SecurityKind.SECOND_FACTOR_SET: 4,
    SecurityKind.OFFICER_ADDED: 4,
    SecurityKind.OFFICER_CHANGED: 4,
    SecurityKind.OFFICER_DISABLED: 4,
    SecurityKind.PERMISSION_REFUSED: 6,
    SecurityKind.LOOKED_AT: 3,
    SecurityKind.EXPORTED: 4,
    SecurityKind.PRINTED_LIST: 3,
    SecurityKind.BACKUP_MADE: 2,
    SecurityKind.BACKUP_FAILED: 6,
    SecurityKind.RESTORED: 5,
    SecurityKind.KEY_ESCROWED: 4,
    SecurityKind.KEY_EXPOSED: 7,
    SecurityKind.STATION_ENROLLED: 4,
    SecurityKind.STATION_REVOKED: 6,
    SecurityKind.CLOCK_WRONG: 5,
    SecurityKind.JOURNAL_TAMPERED: 10,
    SecurityKind.CHECKPOINT_BROKEN: 10,
    SecurityKind.RECORD_CUT: 10,
    SecurityKind.CERTIFICATE_REFUSED: 7,
    SecurityKind.INPUT_REFUSED: 5,
    SecurityKind.UPDATE_INSTALLED: 3,
    SecurityKind.UPDATE_REFUSED: 7,
}
"""0 to 10 as in CEF: to 3 low, to 6 medium, to 8 high, above very high."""


@dataclass(frozen=True, slots=True)
class SecurityEvent:
    """One row of a station's security record.

    ``officer`` is an id and ``subject`` a stream, never a name or a number of a citizen; ``kind`` may be of a later
    program. ``chain`` is the hash over this row and the row before it.
    """

    id: int
    at: datetime
    kind: str
    severity: int
    officer: str
    subject: str
    detail: dict[str, str | int]
    chain: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word looked for: as it stands in any column, or one of what it means to whoever typed it."""

    text: str
    kinds: frozenset[str] = frozenset()
    officers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What a list shows; ``since`` and ``until`` are instants, every one of ``words`` has to be met."""

    kinds: frozenset[str] = frozenset()
    officer: str = ""
    since: datetime | None = None
    until: datetime | None = None
    words: tuple[Word, ...] = ()
    least_severity: int = 0


@dataclass(frozen=True, slots=True)
class SecuritySealed:
    """The station's security record stood so: its newest row was ``event``, with the hash ``chain``."""

    event: int
    chain: str


SECURITY_KINDS: dict[str, type] = {"security.sealed": SecuritySealed}


@dataclass(frozen=True, slots=True)
class SecuritySeal:
    """The newest seal of a station's security record."""

    event: int
    chain: str
    at: datetime
