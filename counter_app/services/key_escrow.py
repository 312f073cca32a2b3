"""The second way to this machine's data: its key sealed for the province, for the day when the machine is dead.

The province says for whom, under its own signature (journal.province_escrow). In an office that never heard it, without
a link or of an older province, an administrator types the escrow key once: the entry reaches every machine. Each seals
its own key: into ``station.escrow`` beside its data, and into the journal, so that the province has it too.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.facts import Duty
from counter_app.domain.key_facts import EscrowedKey, EscrowNamed, KeyEscrowed, OfficeEscrow
from counter_app.errors import Code, CounterError
from counter_app.journal import province_escrow
from counter_app.journal.journal import Journal
from counter_app.services.duties import check_duty
from counter_app.services.security_log import SecurityKind, SecurityLog
from counter_app.store import keys, places, views
from counter_app.store.escrow import checked_recipient, fingerprint_of

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ChangedRecipient:
    """This machine's key was sealed for another than before: both as people compare them, and since when."""

    before: str
    now: str
    at: datetime


@dataclass(frozen=True, slots=True)
class KeyState:
    """How this machine's data key is kept; ``sealed_at`` is None while it is sealed for nobody.

    ``named`` is the escrow key (age) that the province signed (``by_province``) or the office chose, ``fingerprint``
    how people compare it; empty for none. ``changed`` is the last change of whom it is sealed for.
    """

    wrapping: keys.Wrapping
    named: str
    fingerprint: str
    sealed_at: datetime | None
    by_province: bool = False
    changed: ChangedRecipient | None = None


class KeyEscrow:
    """Seals this machine's key for whom its province named; else its office; else the settings (``preset``)."""

    def __init__(self, journal: Journal, office: str, security: SecurityLog, preset: str = "") -> None:
        self._journal = journal
        self._office = office
        self._security = security
        self._preset = preset
        self._woken = threading.Condition()
        self._wanted, self._closing = True, False
        self._failed = False  # what is tried again with the next entry: a full disk, a journal that is held
        self._unlisten: Callable[[], None] = lambda: None
        self._thread = threading.Thread(target=self._run, name="key-escrow", daemon=True)

    def start(self) -> None:
        """Seal the key if it is not yet, and again whenever the office names another escrow key."""
        self._unlisten = self._journal.changes.listen(self._hear)
        self._thread.start()

    def close(self) -> None:
        """End."""
        self._unlisten()
        with self._woken:
            self._closing = True
            self._woken.notify_all()
        if self._thread.ident is not None:
            self._thread.join()

    def state(self) -> KeyState:
        """Tell how the key is kept. Raises KEY_MISSING, KEY_WRONG."""
        kept = keys.protection(self._journal.database.folder)
        with self._journal.database.read() as connection:
            sealed = places.place(connection, self._stream, EscrowedKey)
        named, by_province = self._naming()
        at = sealed.at if sealed is not None and named and sealed.recipient == named == kept.recipient else None
        mark = fingerprint_of(named) if named else ""
        return KeyState(kept.wrapping, named, mark, at, by_province, self._changed() if sealed else None)

    def name(self, recipient: str, officer: str) -> str:
        """Name the escrow key of the office, empty for none; returns its fingerprint.

        Raises ESCROW_KEY_INVALID, DUTY_MISSING, OFFICER_UNKNOWN, ESCROW_BY_PROVINCE where the province said it.
        """
        checked = checked_recipient(recipient) if recipient.strip() else ""
        signed = province_escrow.kept(self._journal)
        with self._journal.transaction() as transaction:
            check_duty(transaction, officer, Duty.ADMINISTRATION)
            if signed is not None:
                raise CounterError(Code.ESCROW_BY_PROVINCE, fingerprint=fingerprint_of(signed.recipient))
            if checked != self._naming()[0]:
                transaction.append(f"escrow/{self._office}", EscrowNamed(checked), f"officer/{officer}")
        return fingerprint_of(checked) if checked else ""

    def seal_now(self) -> bool:
        """Seal the key if it is not sealed for whom the office named; tells whether it did anything.

        Raises ESCROW_KEY_INVALID, KEY_MISSING, KEY_WRONG, DISK_FULL, DATA_NOT_WRITABLE.
        """
        folder, (named, _) = self._journal.database.folder, self._naming()
        with self._journal.database.read() as connection:
            written = places.place(connection, self._stream, EscrowedKey)
        if not named:
            keys.forget_sealed_key(folder)
            return False
        if written is not None and written.recipient == named == keys.escrowed_for(folder):
            return False
        sealed = keys.seal_key(folder, named)
        with self._journal.transaction() as transaction:
            transaction.append(self._stream, KeyEscrowed(named, sealed), "station")
        told = {"recipient": fingerprint_of(named)}
        if written is not None and written.recipient != named:
            told["instead_of"] = fingerprint_of(written.recipient)
        self._security.note(SecurityKind.KEY_ESCROWED, subject=self._stream, **told)
        return True

    @property
    def _stream(self) -> str:
        return f"key/{self._journal.key.station}"

    def _naming(self) -> tuple[str, bool]:
        """For whom the key is to be sealed, empty for nobody, and whether the province said so itself.

        Any machine of the office may write an entry that names another: it counts only where no province ever signed.
        """
        signed = province_escrow.kept(self._journal)
        if signed is not None:
            return signed.recipient, True
        with self._journal.database.read() as connection:
            chosen = places.place(connection, f"escrow/{self._office}", OfficeEscrow)
        return self._preset.strip() if chosen is None else chosen.recipient, False

    def _changed(self) -> ChangedRecipient | None:
        """The last time that this machine's own entries went over to another recipient."""
        with self._journal.database.read() as connection:
            told = views.recorded(connection, self._stream)
        sealed = [(one.fact, one.at) for one in told if isinstance(one.fact, KeyEscrowed)]
        for (older, _), (newer, at) in zip(reversed(sealed[:-1]), reversed(sealed[1:]), strict=True):
            if older.recipient != newer.recipient:
                return ChangedRecipient(fingerprint_of(older.recipient), fingerprint_of(newer.recipient), at)
        return None

    def _hear(self, streams: frozenset[str]) -> None:
        if self._failed or not streams.isdisjoint((f"escrow/{self._office}", province_escrow.STREAM)):
            with self._woken:
                self._wanted = True
                self._woken.notify_all()

    def _run(self) -> None:
        while True:
            with self._woken:
                self._woken.wait_for(lambda: self._wanted or self._closing)
                if self._closing:
                    return
                self._wanted = False
            self._failed = False
            try:
                self.seal_now()
            except CounterError as error:  # a full disk, or no key in the settings' field: told by the doctor
                self._failed = error.code is not Code.ESCROW_KEY_INVALID
                log.info("event=key_not_escrowed code=%s", error.code.value)
            except Exception:
                log.exception("event=key_escrow_failed")
