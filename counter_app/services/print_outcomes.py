"""Writes what became of a ticket's paper: where the number has not arrived yet, as soon as it has."""

import logging
import threading
from dataclasses import dataclass
from uuid import uuid4

from counter_app.domain.facts import TicketPrinted
from counter_app.errors import CounterError
from counter_app.journal.journal import AppendRefusedError, Journal
from counter_app.store import print_journal
from counter_app.store import tickets as rows
from counter_app.store.codec import from_text, to_text
from counter_app.store.durable import write_durably

log = logging.getLogger(__name__)
_FILE = "prints-to-write.json"


@dataclass(frozen=True, slots=True)
class _Kept:
    """An outcome not written yet; ``actor`` tells it from any other, so that it is written once."""

    ticket: str
    fact: TicketPrinted
    actor: str


class PrintOutcomes:
    """Appends outcomes to their tickets.

    An entry before its number's own would be refused, and a disk may be full: what cannot be written now is kept, in a
    file too, and tried again when the number arrives, with the next outcome, and at the next start.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._path = journal.database.folder / _FILE
        self._lock = threading.Lock()
        self._kept = self._on_file = self._read()
        journal.changes.listen(self._changed)

    def write(self, ticket_id: str, fact: TicketPrinted) -> None:
        """Write an outcome, now or when it can be; never raises for a full disk or a number not yet known here."""
        with self._lock:
            self._kept = (*self._kept, _Kept(ticket_id, fact, f"device/printer#{uuid4().hex}"))
        self.settle()

    def settle(self) -> None:
        """Write what can be written by now."""
        with self._lock:
            due = self._kept
        try:
            for one in due:
                self._append(one)
        except CounterError as error:  # a full disk: those after it would fail alike
            log.info("event=print_outcome_not_written code=%s", error.code)
        self._keep()

    def _append(self, one: _Kept) -> None:
        """Write one outcome if its number is here. Two threads may try the same one. Raises what a commit raises."""
        try:
            with self._journal.transaction() as transaction:
                if rows.ticket(transaction.connection, one.ticket) is None:
                    return
                if not print_journal.is_written(transaction.connection, one.ticket, one.actor):
                    transaction.append(f"ticket/{one.ticket}", one.fact, one.actor)
                self._forget(one)  # before the commit is announced, so that our own entry does not call us again
        except AppendRefusedError:
            # The number bears a later time than this station's clock gives: another try succeeds when it has passed.
            self._remember(one)
            log.info("event=print_outcome_too_early ticket=%s", one.ticket)
        except CounterError:
            self._remember(one)
            raise

    def _forget(self, one: _Kept) -> None:
        with self._lock:
            self._kept = tuple(other for other in self._kept if other != one)

    def _remember(self, one: _Kept) -> None:
        with self._lock:
            if one not in self._kept:
                self._kept = (one, *self._kept)

    def _changed(self, streams: frozenset[str]) -> None:
        with self._lock:
            concerns = any(f"ticket/{one.ticket}" in streams for one in self._kept)
        if concerns:
            self.settle()

    def _keep(self) -> None:
        """Bring the file up to what is kept; one that cannot be written leaves the outcomes in memory."""
        with self._lock:
            if self._kept == self._on_file:
                return
            try:
                write_durably(self._path, to_text(self._kept).encode())
                self._on_file = self._kept
            except CounterError as error:
                log.info("event=print_outcomes_not_kept count=%d code=%s", len(self._kept), error.code)

    def _read(self) -> tuple[_Kept, ...]:
        try:
            return from_text(self._path.read_bytes(), tuple[_Kept, ...])
        except FileNotFoundError:
            return ()
        except (OSError, ValueError) as error:
            log.warning("event=print_outcomes_unreadable kind=%s", type(error).__name__)
            return ()
