"""The security record of this station: who signed in, what was refused, exported, revoked or tampered with.

A row is a local one, not an entry: a failed sign-in must be written even where the journal is held, and a year of them
need not travel to every machine. ``counter_app.journal.security_seal`` puts the newest row's hash into the journal.
"""

import logging
import re
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from counter_app.domain.facts import Duty
from counter_app.domain.security_facts import SEVERITY, EventFilter, SecurityEvent
from counter_app.domain.security_facts import SecurityKind as SecurityKind
from counter_app.errors import CounterError
from counter_app.journal.journal import Journal
from counter_app.services.duties import check_known_duty
from counter_app.services.security_export import RecordFormat, write_record
from counter_app.services.tables import Watch
from counter_app.store import security_events
from counter_app.store.codec import milliseconds, to_text
from counter_app.store.security_events import Unchained

log = logging.getLogger(__name__)

_LONGEST = 200
"""Characters of one value: what is longer comes from outside, and says no more."""
_MOST_PENDING = 10_000
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class SecurityLog:
    """Writes the events and reads them; ``note`` may be called from any thread, also inside a transaction.

    Inside a transaction, and on the main thread once ``hand_over`` said who writes instead, a row waits for a moment.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._pending: deque[Unchained] = deque(maxlen=_MOST_PENDING)
        self._writing = threading.Lock()
        self._wake: threading.Event | None = None
        self._closed = False
        self._unlisten = journal.changes.listen(lambda _: self._write_if_free())

    def note(self, kind: SecurityKind, *, officer: str = "", subject: str = "", **detail: str | int) -> None:
        """Write one event; never raises, never waits for a transaction.

        ``officer`` is an id, ``subject`` a stream such as ``dossier/<id>``; no value may be of a citizen.
        """
        try:
            who, what = _text(officer.removeprefix("officer/")), _text(subject)
            plain = {name: _plain(value) for name, value in detail.items()}
            at = milliseconds(self._journal.clock.now())
            self._pending.append(Unchained(at, kind.value, SEVERITY[kind], who, what, to_text(plain)))
            log.info("event=security kind=%s officer=%r subject=%r", kind.value, who, what)
            self._write_soon()
        except Exception as error:  # whatever it is, the act that is told of goes on
            log.error("event=security_event_lost kind=%s error=%s", kind, type(error).__name__)  # noqa: TRY400

    def hand_over(self, wake: threading.Event | None) -> None:
        """Let another thread write what the main thread notes: it is woken by ``wake`` and calls ``flush``."""
        self._wake = wake

    def flush(self) -> None:
        """Write what is pending; waits for whoever writes, so never call it inside a transaction.

        Raises DISK_FULL, DATA_NOT_WRITABLE; then it is still pending.
        """
        with self._writing:
            if self._pending and not self._closed:
                with self._kept_if_it_fails() as batch, self._journal.database.write() as connection:
                    security_events.add(connection, batch)

    def page(self, wanted: EventFilter, *, most: int, before: int | None = None) -> tuple[SecurityEvent, ...]:
        """The newest events that ``wanted`` lets through, below the number ``before``; call it off the main thread."""
        self._write_if_free()
        with self._journal.database.read() as connection:
            return security_events.page(connection, wanted, most=most, before=before)

    def export(self, path: Path, wanted: EventFilter, officer: str, watch: Watch | None = None) -> int:
        """Write the events that ``wanted`` lets through as CSV, and note that; returns how many.

        Raises OFFICER_UNKNOWN, DUTY_MISSING, EXPORT_CANCELLED, DISK_FULL, OUTPUT_NOT_WRITABLE.
        """
        with self._journal.database.read() as connection:
            check_known_duty(connection, officer, Duty.ADMINISTRATION)
        count = write_record(self._journal, path, RecordFormat.CSV, wanted, watch)
        self.note(SecurityKind.EXPORTED, officer=officer, list="security", rows=count)
        return count

    def officers(self) -> tuple[str, ...]:
        """The ids of the officers who are named in the record."""
        with self._journal.database.read() as connection:
            return security_events.officers(connection)

    def waiting(self) -> int:
        """How many events no collector has yet."""
        with self._journal.database.read() as connection:
            return security_events.count_waiting(connection)

    def close(self) -> None:
        """Write what is pending; what is noted later goes to the log alone, for the database closes."""
        try:
            self.flush()
        except CounterError as error:
            log.warning("event=security_events_lost count=%d code=%s", len(self._pending), error.code.value)
        self._closed = True
        self._unlisten()

    def _write_soon(self) -> None:
        wake = self._wake
        if wake is not None and threading.current_thread() is threading.main_thread():
            wake.set()
            return
        self._write_if_free()
        if self._pending and wake is not None:
            wake.set()

    def _write_if_free(self) -> None:
        """Write what is pending unless somebody writes just now: whoever does so has this called afterwards."""
        free = True
        while free and self._pending and not self._closed and self._writing.acquire(blocking=False):
            try:
                with self._kept_if_it_fails() as batch, self._journal.database.write_if_free() as connection:
                    free = connection is not None
                    if connection is None:
                        self._pending.extendleft(reversed(batch))
                    else:
                        security_events.add(connection, batch)
            except CounterError as error:
                log.info("event=security_events_wait code=%s", error.code.value)
                free = False
            finally:
                self._writing.release()

    @contextmanager
    def _kept_if_it_fails(self) -> Iterator[list[Unchained]]:
        """Take what is pending; it is pending again, in its order, if it could not be written."""
        batch = [self._pending.popleft() for _ in range(len(self._pending))]
        try:
            yield batch
        except BaseException:
            self._pending.extendleft(reversed(batch))
            raise


def _text(value: str) -> str:
    """One line of moderate length: what comes from outside cannot make a second one."""
    return _CONTROL.sub(" ", value)[:_LONGEST]


def _plain(value: str | int) -> str | int:
    return value if isinstance(value, int) else _text(value)
