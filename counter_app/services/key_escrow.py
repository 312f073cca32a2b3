"""The second way to this machine's data: its key sealed for the province, for the day when the machine is dead.

An administrator names the province's escrow key once for the office; the entry reaches every machine, and each seals
its own key: into ``station.escrow`` beside its data, and into the journal, so that the province has it too.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.facts import Duty
from counter_app.domain.key_facts import EscrowedKey, EscrowNamed, KeyEscrowed, OfficeEscrow
from counter_app.errors import CounterError
from counter_app.journal.journal import Journal
from counter_app.services.duties import check_duty
from counter_app.services.security_log import SecurityKind, SecurityLog
from counter_app.store import keys, places
from counter_app.store.escrow import checked_recipient, fingerprint_of

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KeyState:
    """How this machine's data key is kept; ``sealed_at`` is None while it is sealed for nobody.

    ``named`` is the escrow key (age) that the office chose, ``fingerprint`` how people compare it; empty for none.
    """

    wrapping: keys.Wrapping
    named: str
    fingerprint: str
    sealed_at: datetime | None


class KeyEscrow:
    """Seals this machine's key for whom its office named; ``preset`` (of the settings) where it named nobody."""

    def __init__(self, journal: Journal, office: str, security: SecurityLog, preset: str = "") -> None:
        self._journal = journal
        self._office = office
        self._security = security
        self._preset = preset
        self._woken = threading.Condition()
        self._wanted, self._closing = True, False
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
        named = self._named()
        at = sealed.at if sealed is not None and named and sealed.recipient == named == kept.recipient else None
        return KeyState(kept.wrapping, named, fingerprint_of(named) if named else "", at)

    def name(self, recipient: str, officer: str) -> str:
        """Name the escrow key of the office, empty for none; returns its fingerprint.

        Raises ESCROW_KEY_INVALID, DUTY_MISSING, OFFICER_UNKNOWN.
        """
        checked = checked_recipient(recipient) if recipient.strip() else ""
        with self._journal.transaction() as transaction:
            check_duty(transaction, officer, Duty.ADMINISTRATION)
            if checked != self._named():
                transaction.append(f"escrow/{self._office}", EscrowNamed(checked), f"officer/{officer}")
        return fingerprint_of(checked) if checked else ""

    def seal_now(self) -> bool:
        """Seal the key if it is not sealed for whom the office named; tells whether it did anything.

        Raises ESCROW_KEY_INVALID, KEY_MISSING, KEY_WRONG, DISK_FULL, DATA_NOT_WRITABLE.
        """
        folder, named = self._journal.database.folder, self._named()
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
        self._security.note(SecurityKind.KEY_ESCROWED, subject=self._stream, recipient=fingerprint_of(named))
        return True

    @property
    def _stream(self) -> str:
        return f"key/{self._journal.key.station}"

    def _named(self) -> str:
        with self._journal.database.read() as connection:
            chosen = places.place(connection, f"escrow/{self._office}", OfficeEscrow)
        return self._preset.strip() if chosen is None else chosen.recipient

    def _hear(self, streams: frozenset[str]) -> None:
        if f"escrow/{self._office}" in streams:
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
            try:
                self.seal_now()
            except CounterError as error:  # a full disk, or no key in the settings' field: told by the doctor
                log.info("event=key_not_escrowed code=%s", error.code.value)
            except Exception:
                log.exception("event=key_escrow_failed")
