"""Real stations and a real province on loopback, for the tests of sync."""

import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from counter_app.clocks import SystemClock
from counter_app.domain.facts import StationEnrolled, TicketIssued
from counter_app.journal import outbox
from counter_app.journal.journal import Journal
from counter_app.journal.verify import verify
from counter_app.ports import Clock
from counter_app.store.blobs import Blobs
from counter_app.store.database import open_database
from sync.channel import Backoff
from sync.link import SyncStatus
from sync.replicator import Pace, Replicator
from sync.server.postgres.store import PostgresStore
from sync.server.program import ServerThread
from sync.server.store import Introduced
from sync.signing import ServerTime
from sync.wire import Upstream, Wire
from tests.support import postgres

OFFICE = "H99.1"
PATIENCE_S = 30.0
QUICK = Pace(backoff=Backoff(first_s=0.02, longest_s=0.2))


class Station:
    """A data folder with its journal."""

    def __init__(self, folder: Path, clock: Clock | None = None) -> None:
        self.folder = folder
        self.database = open_database(folder)
        self.journal = Journal(self.database, clock or SystemClock())
        self.id = self.journal.key.station

    def register(self) -> None:
        """Write who this station is."""
        fact = StationEnrolled(self.id, OFFICE, self.journal.key.public_hex, ("desk",))
        with self.journal.transaction() as transaction:
            transaction.append(f"station/{self.id}", fact, "administrator")

    def issue(self, count: int, first: int = 1) -> None:
        """Issue numbers, one transaction each."""
        for number in range(first, first + count):
            with self.journal.transaction() as transaction:
                fact = TicketIssued(OFFICE, date(2026, 11, 23), "land", "A", number)
                transaction.append(f"ticket/{uuid.uuid4()}", fact, "kiosk")

    def attach(self, content: bytes) -> str:
        """Keep a blob that has to travel."""
        sha256 = self.database.blobs.put(content)
        with self.journal.transaction() as transaction:
            transaction.add_blob(sha256, len(content))
            fact = TicketIssued(OFFICE, date(2026, 11, 23), "land", "B", 1)
            transaction.append(f"ticket/{uuid.uuid4()}", fact, "kiosk")
        return sha256

    def wire(self, url: str, authority: Path | None = None) -> Wire:
        """A conversation signed by this station, which believes the system's authorities or this one alone."""
        return Wire(
            Upstream(url, authority=str(authority) if authority else None),
            self.journal.key,
            ServerTime(self.journal.clock),
        )


@contextmanager
def station(folder: Path, clock: Clock | None = None) -> Iterator[Station]:
    """A station whose folder is closed at the end."""
    made = Station(folder, clock)
    try:
        yield made
    finally:
        made.database.close()


@contextmanager
def province(folder: Path, clock: Clock | None = None, *, database: str = "") -> Iterator[ServerThread]:
    """A running server that is stopped at the end; it keeps what it gets in PostgreSQL where a database is named."""
    server = ServerThread(folder, clock=clock, database=database)
    server.start()
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def replicating(one: Station, url: str, pace: Pace = QUICK, **limits: float) -> Iterator[Replicator]:
    """A running replicator that is closed at the end."""
    replicator = Replicator(one.journal, Upstream(url, **limits), pace=pace)  # type: ignore[arg-type]
    replicator.start()
    try:
        yield replicator
    finally:
        replicator.close()


def admit(server: ServerThread, *stations: Station, office: str = OFFICE) -> None:
    """Let stations in without a code."""
    server.store.introduce(office, [Introduced(one.id, one.journal.key.public_hex) for one in stations])


def make_code(server: ServerThread, office: str = OFFICE) -> str:
    """A one-time code of the province."""
    return server.store.make_code(office)


def until(replicator: Replicator, promise: Callable[[SyncStatus], bool], seconds: float = PATIENCE_S) -> SyncStatus:
    """Wait until the replicator tells a status that keeps the promise."""
    told = threading.Condition()
    statuses: list[SyncStatus] = []

    def tell(status: SyncStatus) -> None:
        with told:
            statuses.append(status)
            told.notify_all()

    unlisten = replicator.listen(tell)
    try:
        with told:
            statuses.append(replicator.status())
            kept = told.wait_for(lambda: any(promise(status) for status in statuses), seconds)
            assert kept, f"last status: {statuses[-1]}"
            return next(status for status in reversed(statuses) if promise(status))
    finally:
        unlisten()


def until_journal(journal: Journal, promise: Callable[[], bool], seconds: float = PATIENCE_S) -> None:
    """Wait until the journal keeps the promise; looks after each of its changes."""
    changed = threading.Condition()

    def tell(_streams: frozenset[str]) -> None:
        with changed:
            changed.notify_all()

    unlisten = journal.changes.listen(tell)
    try:
        with changed:
            assert changed.wait_for(promise, seconds), outbox.counts(journal)
    finally:
        unlisten()


def all_sent(status: SyncStatus) -> bool:
    """The link is up and nothing waits."""
    return bool(status.up) and not status.waiting and not status.blobs_waiting and status.fault is None


def held(node: Journal | ServerThread) -> dict[str, int]:
    """How many entries of each station a node holds."""
    if isinstance(node, ServerThread) and node.keeping.database:
        return postgres.held(node.keeping.database)
    return outbox.counts(_journal(node)).entries


def blobs_held(server: ServerThread) -> int:
    """How many blobs a server answers for."""
    if server.keeping.database:
        return postgres.blobs_held(server.keeping.database)
    return outbox.counts(server.journal).blobs


def blobs_of(server: ServerThread) -> Blobs:
    """Where a server's blobs are, counted or not."""
    store = server.store
    return store.blobs if isinstance(store, PostgresStore) else server.journal.database.blobs


def faults(node: Journal | ServerThread) -> tuple[object, ...]:
    """What verification finds."""
    if isinstance(node, ServerThread) and node.keeping.database:
        return postgres.faults(node.keeping.database)
    return verify(_journal(node)).faults


def until_held(server: ServerThread, wanted: dict[str, int], seconds: float = PATIENCE_S) -> None:
    """Wait until a server holds so many entries of each station; looks whenever its feeds grow."""
    grown = threading.Condition()

    def tell(_audience: str) -> None:
        with grown:
            grown.notify_all()

    unlisten = server.store.listen(tell)
    try:
        with grown:
            assert grown.wait_for(lambda: held(server) == wanted, seconds), held(server)
    finally:
        unlisten()


def _journal(node: Journal | ServerThread) -> Journal:
    return node.journal if isinstance(node, ServerThread) else node
