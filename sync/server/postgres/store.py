"""The server's store over PostgreSQL: what a province keeps, shared by any number of processes and machines."""

import logging
import threading
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Any

from psycopg import Connection

from counter_app.clocks import SystemClock
from counter_app.domain.entry import Entry
from counter_app.errors import Code, CounterError
from counter_app.journal.arrivals import Arrival, Outcome
from counter_app.journal.checkpoints import Checkpoint, Rhythm
from counter_app.journal.enrolment import Admission, new_code
from counter_app.journal.outbox import FeedPage, FeedStart, Peer
from counter_app.journal.province_escrow import ProvinceEscrow
from counter_app.journal.signing import StationKey
from counter_app.ports import Clock
from counter_app.store.blobs import Blobs
from counter_app.store.upstream_aside import MOST
from sync.records import EntryAnswer
from sync.server.escrow_file import EscrowFile
from sync.server.postgres import batches, blobs, checkpoints, schema, stations
from sync.server.postgres.connections import Connections, connect
from sync.server.postgres.listening import FEED, STATIONS, Listening
from sync.server.store import Introduced
from sync.server.uploads import Spool

log = logging.getLogger(__name__)

KNOWN_FOR_S = 2.0
"""How long a station is remembered as it was: a revocation holds in every process after so long, told or not."""

_CONNECTIONS = 16
_MOST_REMEMBERED = 50_000

# In one statement, so of one moment: the newest position, and how far each station is.
_STATE = """
    SELECT audiences.position, stations.station, stations.public_key, stations.office, stations.revoked, heads.seq
    FROM audiences JOIN stations USING (office) JOIN heads USING (office, station)
    WHERE office = %s ORDER BY station
"""
_PAGE = f"""
    SELECT position, {batches.ENTRY} FROM entries
    WHERE office = %s AND position > %s AND position <= %s ORDER BY position LIMIT %s
"""  # noqa: S608 - the columns are this program's own
_FIRST_MISSING = """
    SELECT min(missing.position)
    FROM unnest(%s::text[], %s::bigint[]) AS mine (station, seq)
    JOIN entries AS missing ON missing.office = %s AND missing.station = mine.station AND missing.seq = mine.seq + 1
"""


class PostgresStore:
    """A ServerStore; ``blobs`` keeps the blobs, ``spool`` the uploads that are not whole yet; ``key`` countersigns.

    ``escrow`` has the escrow key that the operator named; without it stations are told of none.
    """

    def __init__(
        self,
        url: str,
        blobs: Blobs,
        spool: Spool,
        clock: Clock | None = None,
        connections: int = _CONNECTIONS,
        *,
        key: StationKey,
        escrow: EscrowFile | None = None,
    ) -> None:
        self.blobs = blobs
        self._escrow = escrow
        self._key = key
        self._url = url
        self._spool = spool
        self._clock = clock or SystemClock()
        self._connections = Connections(url, connections)
        self._known: dict[str, tuple[Peer, float]] = {}
        self._listeners: list[Callable[[str], None]] = []
        self._lock = threading.Lock()
        self._listening: Listening | None = None

    def open(self) -> None:
        """Make the tables, or bring them up to date. Raises STORE_AWAY, DATABASE_STRANGE and STORE_TOO_NEW."""
        self._connections.open()
        try:
            self._connections.run(schema.upgrade)
        except CounterError as error:
            if error.code is Code.STORE_AWAY:
                connect(self._url).close()  # which knows why, where it is not believed
            raise

    @property
    def clock(self) -> Clock:
        """Return the clock that requests and codes are judged by."""
        return self._clock

    @property
    def spool(self) -> Spool:
        """Return where uploads are until they are whole."""
        return self._spool

    @property
    def signing_key(self) -> str:
        """Return the public key of what it countersigns."""
        return self._key.public_hex

    def station(self, station: str) -> Peer | None:
        """Return a station that was admitted, as it was at most KNOWN_FOR_S ago."""
        now = time.monotonic()
        known = self._known.get(station)
        if known is not None and now - known[1] < KNOWN_FOR_S:
            return known[0]
        found = None if "\0" in station else self._connections.run(lambda one: stations.station(one, station))
        if found is not None:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known = {}
            self._known[station] = (found, now)
        return found

    def stations(self, office: str = "") -> tuple[Peer, ...]:
        """Return the stations of an office, or all."""
        if not office:
            return self._connections.run(stations.all_of)
        return self._connections.run(lambda one: stations.of_office(one, office))

    def enrol(self, code: str, station: str, public_key: str, office: str) -> Admission:
        """Admit a station with a code."""
        if "\0" in f"{station}{public_key}{office}":
            raise CounterError(Code.ENROLMENT_REFUSED)
        now = self._clock.now()
        return self._connections.transaction(lambda one: stations.enrol(one, code, station, public_key, office, now))

    def introduce(self, office: str, newcomers: Sequence[Introduced]) -> None:
        """Know further stations of an office: all of them, or none."""

        def work(connection: Connection[Any]) -> None:
            for one in sorted(newcomers, key=lambda one: one.station):
                stations.admit(connection, one.station, one.public_key, office)

        if any("\0" in f"{one.station}{one.public_key}" for one in newcomers):
            raise CounterError(Code.ENROLMENT_REFUSED)
        self._connections.transaction(work)

    def make_code(self, office: str, good_for: timedelta | None = None) -> str:
        """Make a one-time code."""
        code = new_code()
        good_until = None if good_for is None else self._clock.now() + good_for
        self._connections.transaction(lambda one: stations.keep_code(one, code, office, good_until))
        return code

    def revoke(self, station: str) -> None:
        """Refuse a station from now on."""
        self._connections.transaction(lambda one: stations.revoke(one, station))
        self._known.pop(station, None)
        self._tell(STATIONS, station)

    def accept(self, entries: Sequence[Entry], audience: str) -> tuple[Arrival, ...]:
        """Store a batch; nothing is folded."""
        if not entries:
            return ()
        arrivals = self._connections.transaction(partial(self._take, entries=entries, audience=audience))
        if any(one.outcome in (Outcome.APPLIED, Outcome.KEPT_FOR_REVIEW) for one in arrivals):
            # After the commit, and not within it: PostgreSQL lets only one that tells something commit at a time.
            self._tell(FEED, audience)
        if any(entry.kind == "station.barred" for entry in entries):
            self._known = {}
            self._tell(STATIONS, "")
        return arrivals

    def province_key(self) -> str:
        """Return nothing: this is the province."""
        return ""

    def escrow(self) -> ProvinceEscrow | None:
        """Return the escrow key that the operator named."""
        return None if self._escrow is None else self._escrow.said(self._key)

    def aside(self, station: str) -> tuple[EntryAnswer, ...]:
        """Return which entries of a station were kept aside; nothing is folded here, so none for what it says."""
        peer = self.station(station)
        if peer is None:
            return ()
        rows = self._connections.run(lambda one: batches.kept_aside(one, peer.office, station, MOST))
        return tuple(EntryAnswer(*row) for row in rows)

    def countersign(self, station: str, rhythm: Rhythm) -> Checkpoint | None:
        """Sign how far a station's entries are here, if it is due: of several processes, one."""
        now = self._clock.now()
        work = partial(checkpoints.countersign, station=station, key=self._key, now=now, rhythm=rhythm)
        return self._connections.transaction(work)

    def checkpoints(self, station: str) -> tuple[Checkpoint, ...]:
        """Return what was countersigned of a station and is still kept."""
        peer = self.station(station)
        if peer is None:
            return ()
        return self._connections.run(lambda one: checkpoints.of_station(one, peer.office, station))

    def newest_checkpoints(self, audience: str, stations: Collection[str]) -> tuple[Checkpoint, ...]:
        """Return the newest checkpoints of these stations."""
        return self._connections.run(lambda one: checkpoints.newest_of(one, audience, stations))

    def compared_checkpoints(self) -> tuple[tuple[Checkpoint, str | None], ...]:
        """Return every checkpoint with the hash of the entry that is here under its number."""
        return self._connections.run(checkpoints.with_hashes)

    def heads(self, stations: Sequence[str]) -> dict[str, int]:
        """Return the highest sequence number of each station."""
        query = "SELECT station, seq FROM heads WHERE station = ANY(%s)"
        found = self._connections.run(lambda one: one.execute(query, (list(stations),)).fetchall())
        return dict.fromkeys(stations, 0) | dict(found)

    def feed_page(self, audience: str, after: int, limit: int) -> FeedPage:
        """Return a page of the feed: what is not newer than the newest position has been committed before it."""

        def work(connection: Connection[Any]) -> FeedPage:
            newest, peers = _state(connection, audience)
            if newest <= after or not limit:
                return FeedPage((), after, newest, newest > after, peers)
            rows = connection.execute(_PAGE, (audience, after, newest, limit + 1)).fetchall()
            entries = tuple(batches.entry_of(row[1:]) for row in rows[:limit])
            return FeedPage(entries, rows[:limit][-1][0] if rows else after, newest, len(rows) > limit, peers)

        return self._connections.run(work)

    def feed_start(self, audience: str, heads: Mapping[str, int], reader: str) -> FeedStart:
        """Return where a reader begins."""

        def work(connection: Connection[Any]) -> FeedStart:
            newest, peers = _state(connection, audience)
            held = {one.station: min(heads.get(one.station, 0), one.head) for one in peers}
            theirs = {station: seq for station, seq in held.items() if station != reader}
            values = (list(theirs), list(theirs.values()), audience)
            found = connection.execute(_FIRST_MISSING, values).fetchone()
            first = newest + 1 if found is None or found[0] is None else min(int(found[0]), newest + 1)
            return FeedStart(first - 1, {one.station: one.head for one in peers})

        return self._connections.run(work)

    def has_blob(self, sha256: str, office: str = "") -> bool:
        """Whether a blob is here: a file whose row was never written does not count."""
        if "\0" in sha256:
            return False
        query = blobs.HAS_OF if office else blobs.HAS
        values = {"sha256": sha256, "office": office}
        return self._connections.run(lambda one: one.execute(query, values).fetchone()) is not None

    def blob(self, sha256: str, office: str = "") -> bytes:
        """Return a blob."""
        if office and not self.has_blob(sha256, office):
            raise CounterError(Code.BLOB_MISSING, sha256=sha256)
        return self.blobs.get(sha256)

    def keep_blob(self, content: bytes, office: str = "") -> str:
        """Keep a blob: first its content, then its row."""
        sha256 = self.blobs.put(content)
        self._connections.transaction(lambda one: blobs.keep(one, sha256, len(content), office))
        return sha256

    def listen(self, changed: Callable[[str], None]) -> Callable[[], None]:
        """Hear of every feed that grows, whichever process made it grow."""
        with self._lock:
            self._listeners = [*self._listeners, changed]
            if self._listening is None:
                self._listening = Listening(self._url, self._hear)
        return lambda: self._unlisten(changed)

    def close(self) -> None:
        """Give every connection back."""
        with self._lock:
            listening, self._listening = self._listening, None
        if listening is not None:
            listening.close()
        self._connections.close()

    def _take(self, connection: Connection[Any], *, entries: Sequence[Entry], audience: str) -> tuple[Arrival, ...]:
        return batches.take(connection, audience, entries)

    def _unlisten(self, changed: Callable[[str], None]) -> None:
        with self._lock:
            self._listeners = [one for one in self._listeners if one is not changed]

    def _hear(self, channel: str, told: str) -> None:
        if channel == FEED:
            for changed in self._listeners:
                changed(told)
        elif told:
            self._known.pop(told, None)
        else:
            self._known = {}

    def _tell(self, channel: str, what: str) -> None:
        """Tell the other processes; what they do not hear now they find out a little later."""
        try:
            self._connections.run(lambda one: one.execute("SELECT pg_notify(%s, %s)", (channel, what)).rowcount)
        except CounterError as error:
            log.info("event=not_told channel=%s code=%s", channel, error.code)


def _state(connection: Connection[Any], audience: str) -> tuple[int, tuple[Peer, ...]]:
    rows = connection.execute(_STATE, (audience,)).fetchall()
    return (int(rows[0][0]) if rows else 0), tuple(Peer(*row[1:]) for row in rows)
