"""Append to the journal: one use case, one transaction, any number of entries."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select
from sqlalchemy import func as sql

from counter_app.domain.entry import Entry
from counter_app.domain.facts import KIND_OF, Fact
from counter_app.domain.hybrid_time import advance, instant
from counter_app.errors import Code, CounterError
from counter_app.journal.changes import Changes
from counter_app.journal.signing import FIRST, StationKey, load_station_key, make_station_key, seal
from counter_app.ports import Clock
from counter_app.store import commands, tables, views
from counter_app.store.codec import to_text
from counter_app.store.database import Database

_AHEAD = timedelta(minutes=10)
_BEHIND = "station-behind"
"""The mark of how many entries of this station its upstream holds, once that was more than are here."""
_COPIED = "station-copied"
"""The mark of the first number under which its upstream has another entry of this station."""
_REWRITTEN = "checkpoint-broken"
"""The mark of a number that the upstream countersigned and under which this journal has something else."""

HOLDING = (_BEHIND, _COPIED, _REWRITTEN)
"""The marks that say why this station may not write, or should not have."""

_INSERT = insert(tables.journal)
_INSERT_FEED = insert(tables.feed)
_NEWEST = (
    select(tables.journal)
    .where(tables.journal.c.station == bindparam("of"))
    .order_by(tables.journal.c.seq.desc())
    .limit(1)
)


class AppendRefusedError(RuntimeError):
    """A bug: a service appended what its own state machine does not allow. The transaction is undone."""


@dataclass(frozen=True, slots=True)
class Head:
    """Last sequence number and hash of this station, and the last hybrid time seen from anybody."""

    seq: int
    hash: str
    time: int


class Transaction:
    """What a use case does in one transaction."""

    def __init__(
        self, connection: Connection, key: StationKey, clock: Clock, head: "Head", audience: str | None = None
    ) -> None:
        self.connection = connection
        self.head = head
        self._key = key
        self._clock = clock
        self._audience = audience
        self._pending: dict[str, list[int]] = {}
        self._settled: frozenset[str] = frozenset()

    @property
    def streams(self) -> frozenset[str]:
        """The streams appended to so far."""
        return self._settled.union(self._pending)

    @property
    def now(self) -> datetime:
        """The time that the next entry will bear."""
        return instant(advance(self.head.time, self._clock.now()))

    def append(self, stream: str, fact: Fact, actor: str, command: str = "") -> Entry:
        """Write one entry; its stream's row follows at the end of the transaction, or at ``settle``.

        ``command`` is the id that its caller made: written after ``#`` in the actor, so that it is known everywhere.
        """
        unsealed = Entry(
            station=self._key.station,
            seq=self.head.seq + 1,
            stream=stream,
            kind=KIND_OF[type(fact)],
            version=1,
            time=advance(self.head.time, self._clock.now()),
            actor=f"{actor}#{command}" if command else actor,
            data=to_text(fact),
            previous=self.head.hash,
            hash="",
            signature="",
        )
        entry = seal(unsealed, self._key)
        self.connection.execute(_INSERT, values_of(entry))
        if self._audience is not None:
            values = {"audience": self._audience, "station": entry.station, "seq": entry.seq}
            self.connection.execute(_INSERT_FEED, values)
        if command:
            commands.remember(self.connection, command, stream)
        self.head = Head(entry.seq, entry.hash, entry.time)
        self._pending.setdefault(stream, []).append(entry.seq)
        return entry

    def settle(self) -> None:
        """Refold the streams appended to. Raises AppendRefusedError if an entry of this transaction does not fit.

        A use case of several acts settles between them, to read the state that the next one is judged by.
        """
        for stream, mine in self._pending.items():
            projection = views.refresh(self.connection, stream)
            refused = projection.refused if projection else ()
            for one in refused:
                if one.station == self._key.station and one.seq in mine:
                    raise AppendRefusedError(f"{stream}: {one.reason}")
        self._settled, self._pending = self.streams, {}

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """A part that is undone alone if it raises: several commands share one transaction, each for itself."""
        head, settled = self.head, self._settled
        pending = {stream: list(mine) for stream, mine in self._pending.items()}
        try:
            with self.connection.begin_nested():
                yield
        except BaseException:
            self.head, self._settled, self._pending = head, settled, pending
            raise

    def add_blob(self, sha256: str, size: int, *, scan: bool = False) -> None:
        """Say that the entries of this transaction refer to a blob, so that it travels; a ``scan`` after the others."""
        since = advance(self.head.time, self._clock.now())
        values = {"sha256": sha256, "size": size, "at_upstream": 0, "scan": int(scan), "since": since}
        self.connection.execute(insert(tables.blobs).prefix_with("OR IGNORE"), values)


class KnownPeers:
    """What was read of the stations that were admitted; forgotten whenever that changes."""

    def __init__(self) -> None:
        self.version = 0
        self._known: dict[str, Any] = {}
        self._lock = threading.Lock()

    def get(self, station: str) -> Any:  # noqa: ANN401 - journal.outbox knows the record
        """Return what was kept of a station, None if nothing was."""
        return self._known.get(station)

    def keep(self, station: str, peer: object, version: int) -> None:
        """Keep what was read when ``version`` was the present one."""
        with self._lock:
            if version == self.version:
                self._known[station] = peer

    def forget(self) -> None:
        """Read them anew."""
        with self._lock:
            self.version += 1
            self._known = {}


class Journal:
    """The journal of one data folder and the station that writes it."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self.clock = clock
        self.changes = Changes()
        self.key = _identity(database)
        # Set where this station serves its office: whatever is written or arrives gets a position in that feed.
        self.audience: str | None = None
        self.peers = KnownPeers()
        self.changes.listen(self._know_anew)
        self._one_at_a_time = threading.Lock()
        self._head = _head(database, self.key.station)
        self.held: CounterError | None = None
        """Why nothing may be written (journal.twins); what others wrote is still taken."""
        self.rewritten: CounterError | None = None
        """Where this journal is not what its upstream countersigned (journal.checkpoints); work goes on."""
        self._hold(_marks(database))

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """One durable unit: when the block has ended, its entries are acknowledged.

        Raises STATION_BEHIND and SEQUENCE_CONFLICT while nothing may be written.
        """
        with self._one_at_a_time:
            if self.held is not None:
                raise CounterError(self.held.code, **self.held.params)
            with self.database.write() as connection:
                transaction = Transaction(connection, self.key, self.clock, self._head, self.audience)
                yield transaction
                transaction.settle()
            self._head = transaction.head
        if transaction.streams:
            self.changes.publish(transaction.streams)

    @property
    def last_seq(self) -> int:
        """The number of this station's last durable entry."""
        return self._head.seq

    @property
    def last_time(self) -> int:
        """The last hybrid time written or seen."""
        return self._head.time

    def hold_behind(self, head: int) -> int:
        """Write nothing until this station's entries up to ``head`` are here; return how many are not."""
        return self._mark(_BEHIND, head, only=lambda: head > self._head.seq)

    def hold_copied(self, seq: int) -> None:
        """Write nothing any more, also after a restart: another entry of this station has the number ``seq``."""
        self._mark(_COPIED, seq, only=lambda: self.held is None or self.held.code is not Code.SEQUENCE_CONFLICT)

    def note_rewritten(self, seq: int) -> None:
        """Remember, also after a restart, that the entry ``seq`` is not the one that the upstream countersigned."""
        self._mark(_REWRITTEN, seq, only=lambda: self.rewritten is None)

    def is_restored(self) -> None:
        """Forget that: this journal is again what the upstream countersigned."""
        with self._one_at_a_time:
            with self.database.write() as connection:
                connection.execute(delete(tables.marks).where(tables.marks.c.name == _REWRITTEN))
            self._hold(_marks(self.database))

    def go_on_if_whole(self) -> None:
        """Write again, if what was missing is here."""
        with self._one_at_a_time:
            self._hold(_marks(self.database))

    def read_head(self) -> None:
        """Go on after what arrived of this station's own entries; only while nothing may be written."""
        with self._one_at_a_time:
            head = _head(self.database, self.key.station)
            self._head = replace(head, time=max(head.time, self._head.time))

    def _mark(self, name: str, value: int, only: Callable[[], bool]) -> int:
        """Keep a mark that holds this journal, unless there is no reason any more; return how many entries lack."""
        with self._one_at_a_time:
            if only():
                with self.database.write() as connection:
                    values = {"name": name, "value": value}
                    connection.execute(insert(tables.marks).prefix_with("OR REPLACE"), values)
                self._hold(_marks(self.database))
            return max(0, value - self._head.seq)

    def _hold(self, marks: dict[str, int]) -> None:
        missing = marks.get(_BEHIND, 0) - self._head.seq
        self.held = self.rewritten = None
        if _REWRITTEN in marks:
            self.rewritten = CounterError(Code.CHECKPOINT_BROKEN, station=self.key.station, seq=marks[_REWRITTEN])
        if _COPIED in marks:
            self.held = CounterError(Code.SEQUENCE_CONFLICT, station=self.key.station, seq=marks[_COPIED])
        elif missing > 0:
            self.held = CounterError(Code.STATION_BEHIND, missing=missing)

    def _know_anew(self, streams: frozenset[str]) -> None:
        if any(stream.startswith("station/") for stream in streams):
            self.peers.forget()

    def saw(self, time: int) -> None:
        """Remember the time of an entry from elsewhere, so that what is written next comes after it.

        A clock that is far ahead is not obeyed: it would pull everybody's time along.
        """
        latest = advance(0, self.clock.now() + _AHEAD)
        with self._one_at_a_time:
            self._head = replace(self._head, time=max(self._head.time, min(time, latest)))


def values_of(entry: Entry) -> dict[str, Any]:
    """An entry as column values."""
    return {name: getattr(entry, name) for name in Entry.__slots__}


def entry_of(row: Row[Any]) -> Entry:
    """A journal row as an entry."""
    return Entry(*(getattr(row, name) for name in Entry.__slots__))


def head_of(connection: Connection, station: str) -> Row[Any] | None:
    """The newest entry of ``station``."""
    return connection.execute(_NEWEST, {"of": station}).one_or_none()


def _marks(database: Database) -> dict[str, int]:
    table = tables.marks
    with database.read() as connection:
        rows = connection.execute(select(table).where(table.c.name.in_(HOLDING)))
        return {row.name: row.value for row in rows}


def _stations(connection: Connection) -> list[str]:
    """Who wrote what is here; each is found by one step in the key, however long the journal is."""
    table, found = tables.journal, [""]
    next_one = select(sql.min(table.c.station)).where(table.c.station > bindparam("after"))
    while (station := connection.execute(next_one, {"after": found[-1]}).scalar()) is not None:
        found.append(station)
    return found[1:]


def _head(database: Database, station: str) -> Head:
    with database.read() as connection:
        seen = max((row.time for known in _stations(connection) if (row := head_of(connection, known))), default=0)
        newest = head_of(connection, station)
    return Head(0, FIRST, seen) if newest is None else Head(newest.seq, newest.hash, seen)


def _identity(database: Database) -> StationKey:
    table = tables.identity
    with database.read() as connection:
        kept = {row.name: row.value for row in connection.execute(select(table))}
    if "station" in kept:
        return load_station_key(kept["station"].decode(), kept["key"])
    with database.write() as connection:
        key = make_station_key()
        rows = [
            {"name": "station", "value": key.station.encode()},
            {"name": "key", "value": key.private.private_bytes_raw()},
        ]
        connection.execute(insert(table), rows)
        return key
