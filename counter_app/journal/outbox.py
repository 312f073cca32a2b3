"""What sync asks of the journal: what still waits for the upstream, and what an audience may see.

The outbox is not a table: it is this station's entries above the mark that the upstream has acknowledged.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Row, bindparam, insert, literal, select, update
from sqlalchemy import func as sql

from counter_app.domain.entry import Entry
from counter_app.domain.hybrid_time import instant
from counter_app.domain.places import Station
from counter_app.errors import Code, CounterError
from counter_app.journal import arrivals
from counter_app.journal.journal import Journal, entry_of
from counter_app.store import old_scans, places, tables

PUSHED = "pushed"
"""The mark of this station's last entry that the upstream acknowledged."""
PULLED = "pulled"
"""The mark of the last position read from the upstream's feed."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The names of one upstream's two marks; the province's are the ones without a station."""

    pushed: str = PUSHED
    pulled: str = PULLED


def marks_of(station: str) -> Marks:
    """Return the marks of an upstream other than the province."""
    return Marks(f"{PUSHED}/{station}", f"{PULLED}/{station}")


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many entries and blobs (and their bytes) the upstream has not acknowledged; when the oldest was written."""

    entries: int
    blobs: int
    bytes: int = 0
    oldest: datetime | None = None


@dataclass(frozen=True, slots=True)
class BlobRow:
    """A blob that entries refer to; size in bytes. Nobody waits for a ``scan``, as somebody does for a receipt."""

    sha256: str
    size: int
    scan: bool = False


@dataclass(frozen=True, slots=True)
class Peer:
    """A station as it was admitted; ``head`` is its highest contiguous sequence number here."""

    station: str
    public_key: str
    office: str
    revoked: bool
    head: int


@dataclass(frozen=True, slots=True)
class FeedPage:
    """Entries of one audience in feed order, read in one snapshot with the stations' heads.

    ``position`` is where to go on; ``newest`` the audience's last position; ``more`` says that entries remain.
    """

    entries: tuple[Entry, ...]
    position: int
    newest: int
    more: bool
    peers: tuple[Peer, ...]


@dataclass(frozen=True, slots=True)
class FeedStart:
    """Where a reader of the feed begins, and how much the node holds of each station."""

    position: int
    heads: dict[str, int]


@dataclass(frozen=True, slots=True)
class Counts:
    """What a node holds: entries by station, and blobs."""

    entries: dict[str, int]
    blobs: int


def mark(journal: Journal, name: str) -> int:
    """Return a mark, 0 when it was never set."""
    with journal.database.read() as connection:
        return _mark(connection, name)


def set_mark(journal: Journal, name: str, value: int) -> None:
    """Move a mark, durably."""
    with journal.database.write() as connection:
        connection.execute(insert(tables.marks).prefix_with("OR REPLACE"), {"name": name, "value": value})


def own_entries(journal: Journal, after: int, limit: int) -> tuple[Entry, ...]:
    """Return this station's next entries above ``after``, in order."""
    return entries_of(journal, journal.key.station, after, limit)


def entries_of(journal: Journal, station: str, after: int, limit: int) -> tuple[Entry, ...]:
    """Return the next entries of ``station`` above ``after``, in order."""
    table = tables.journal
    theirs = select(table).where(table.c.station == station, table.c.seq > after)
    with journal.database.read() as connection:
        return tuple(entry_of(row) for row in connection.execute(theirs.order_by(table.c.seq).limit(limit)))


def waiting_entries(journal: Journal, marks: Marks) -> Waiting:
    """Count the entries alone that the upstream of ``marks`` has not acknowledged."""
    with journal.database.read() as connection:
        newest = arrivals.heads(connection, (journal.key.station,))[journal.key.station]
        return Waiting(max(0, newest - _mark(connection, marks.pushed)), 0)


def waiting(journal: Journal) -> Waiting:
    """Count what the upstream has not acknowledged."""
    with journal.database.read() as connection:
        newest = arrivals.heads(connection, (journal.key.station,))[journal.key.station]
        pushed = _mark(connection, PUSHED)
        first = {"from": journal.key.station, "at": pushed + 1}
        since = connection.execute(_TIME, first).scalar() if newest > pushed else None
        blobs = connection.execute(_BLOBS_WAITING).one()
    oldest = min((time for time in (since, blobs.since) if time), default=None)
    waits = None if oldest is None else instant(oldest)
    return Waiting(max(0, newest - pushed), int(blobs.number), int(blobs.bytes or 0), waits)


def next_blobs(journal: Journal, most: int) -> tuple[BlobRow, ...]:
    """Return the blobs to send first: those that somebody waits for before scans, small before large."""
    table = tables.blobs
    lacking = select(table.c.sha256, table.c.size, table.c.scan).where(table.c.at_upstream == 0)
    with journal.database.read() as connection:
        rows = connection.execute(lacking.order_by(table.c.scan, table.c.size, table.c.sha256).limit(most)).all()
    return tuple(BlobRow(row.sha256, row.size, bool(row.scan)) for row in rows)


def blobs_are_upstream(journal: Journal, names: Collection[str]) -> None:
    """Remember that the upstream has these blobs, all in one transaction."""
    if not names:
        return
    table = tables.blobs
    marked = update(table).where(table.c.sha256 == bindparam("name")).values(at_upstream=1)
    with journal.database.write() as connection:
        connection.execute(marked, [{"name": name} for name in names])


def blob_is_kept(journal: Journal, sha256: str) -> bool:
    """Whether this node answers for a blob: a file whose row was never written does not count."""
    query = select(tables.blobs.c.sha256).where(tables.blobs.c.sha256 == sha256)
    with journal.database.read() as connection:
        return connection.execute(query).first() is not None


def blob_arrived(journal: Journal, sha256: str, size: int) -> None:
    """Remember a blob that came from elsewhere; its content is already durable."""
    values = {"sha256": sha256, "size": size, "at_upstream": 1}
    with journal.database.write() as connection:
        connection.execute(insert(tables.blobs).prefix_with("OR IGNORE"), values)
        came_back(connection, journal, sha256)


def came_back(connection: Connection, journal: Journal, sha256: str) -> None:
    """Remember that a blob that was given away is here again, where it is.

    Files are removed within a write transaction too, so what is here now is here when this one ends.
    """
    if journal.database.blobs.has(sha256):
        old_scans.came_back(connection, sha256)


def feed_page(journal: Journal, audience: str, after: int, limit: int) -> FeedPage:
    """Return at most ``limit`` entries of ``audience`` after position ``after``."""
    with journal.database.read() as connection:
        rows = _feed_rows(connection, audience, after, limit + 1)
        newest = _newest(connection, audience)
        peers = _peers(connection, tables.peers.c.office == audience) + _self(connection, journal, audience)
    page = rows[:limit]
    position = page[-1].position if page else after
    return FeedPage(tuple(entry_of(row) for row in page), position, newest, len(rows) > limit, peers)


def feed_entries(journal: Journal, audience: str, after: int, limit: int) -> FeedPage:
    """Return a page without its stations: what comes with the answer to a command."""
    with journal.database.read() as connection:
        rows = _feed_rows(connection, audience, after, limit)
    position = rows[-1].position if rows else after
    return FeedPage(tuple(entry_of(row) for row in rows), position, position, False, ())


def fill_feed(journal: Journal, audience: str) -> int:
    """Serve ``audience`` from now on: give every entry without a position one, in each station's order.

    Returns how many those were.
    """
    feed, table = tables.feed, tables.journal
    known = select(feed.c.position).where(feed.c.station == table.c.station, feed.c.seq == table.c.seq)
    lacking = select(literal(audience), table.c.station, table.c.seq).where(~known.exists())
    lacking = lacking.order_by(table.c.station, table.c.seq)
    with journal.database.write() as connection:
        journal.audience = audience  # here, where nobody else writes: what comes next has its place after these
        count = [connection.execute(select(sql.count()).select_from(one)).scalar_one() for one in (feed, table)]
        if count[0] == count[1]:
            return 0
        names = ["audience", "station", "seq"]
        return connection.execute(insert(feed).from_select(names, lacking)).rowcount


def feed_start(journal: Journal, audience: str, heads: Mapping[str, int], reader: str) -> FeedStart:
    """Return from which position ``reader``, who holds each station's entries up to ``heads``, misses nothing."""
    feed = tables.feed
    with journal.database.read() as connection:
        newest = _newest(connection, audience)
        peers = _peers(connection, tables.peers.c.office == audience) + _self(connection, journal, audience)
        first = newest + 1
        for one in peers:
            if one.station == reader or one.head <= heads.get(one.station, 0):
                continue
            missing = select(sql.min(feed.c.position)).where(
                feed.c.station == one.station, feed.c.seq > heads.get(one.station, 0), feed.c.audience == audience
            )
            first = min(first, connection.execute(missing).scalar() or first)
    return FeedStart(first - 1, {one.station: one.head for one in peers})


def position_of(journal: Journal, seq: int) -> int:
    """Return the position of this station's own entry in its feed, 0 where it has none."""
    feed = tables.feed
    query = select(feed.c.position).where(feed.c.station == journal.key.station, feed.c.seq == seq)
    with journal.database.read() as connection:
        return connection.execute(query).scalar() or 0


def all_heads(journal: Journal) -> dict[str, int]:
    """Return the highest contiguous sequence number of every station known here."""
    with journal.database.read() as connection:
        peers = _peers(connection, tables.peers.c.station != journal.key.station)
        own = arrivals.heads(connection, (journal.key.station,))
    return {one.station: one.head for one in peers} | own


def peers(journal: Journal) -> tuple[Peer, ...]:
    """Return every station that was admitted here."""
    with journal.database.read() as connection:
        return _peers(connection, tables.peers.c.station != "")


def peer(journal: Journal, station: str) -> Peer | None:
    """Return a station that was admitted here."""
    with journal.database.read() as connection:
        found = _peers(connection, tables.peers.c.station == station)
    return found[0] if found else None


def peer_of(journal: Journal, station: str) -> Peer | None:
    """Return a station that was admitted here, without its head: remembered until somebody is admitted or revoked."""
    known: Peer | None = journal.peers.get(station)
    if known is None:
        version = journal.peers.version
        with journal.database.read() as connection:
            row = connection.execute(_PEER, {"of": station}).one_or_none()
            enrolled = places.place(connection, f"station/{station}", Station)
        if row is None:
            return None
        revoked = bool(row.revoked) or (enrolled is not None and enrolled.barred)
        known = Peer(row.station, row.public_key, row.office, revoked, 0)
        journal.peers.keep(station, known, version)
    return known


def admit(journal: Journal, station: str, public_key: str, office: str) -> None:
    """Know a station on an authority's word. Raises ENROLMENT_REFUSED as ``arrivals.admit``, and for another "me"."""
    if station == journal.key.station:
        if public_key != journal.key.public_hex:
            raise CounterError(Code.ENROLMENT_REFUSED)
        return
    with journal.database.write() as connection:
        arrivals.admit(connection, station, public_key, office)
    journal.peers.forget()


def revoke(journal: Journal, station: str) -> None:
    """Refuse a station's requests from now on; what it wrote stays."""
    with journal.database.write() as connection:
        connection.execute(update(tables.peers).where(tables.peers.c.station == station).values(revoked=1))
    journal.peers.forget()


def heads(journal: Journal, stations: Iterable[str]) -> dict[str, int]:
    """Return the highest contiguous sequence number of each station."""
    with journal.database.read() as connection:
        return arrivals.heads(connection, stations)


def counts(journal: Journal) -> Counts:
    """Count what this node holds."""
    table = tables.journal
    with journal.database.read() as connection:
        rows = connection.execute(select(table.c.station, sql.count()).group_by(table.c.station)).all()
        blobs = connection.execute(select(sql.count()).select_from(tables.blobs)).scalar_one()
    return Counts({station: count for station, count in rows}, blobs)


def _mark(connection: Connection, name: str) -> int:
    return connection.execute(select(tables.marks.c.value).where(tables.marks.c.name == name)).scalar() or 0


_both = tables.feed.join(
    tables.journal, (tables.feed.c.station == tables.journal.c.station) & (tables.feed.c.seq == tables.journal.c.seq)
)
_FEED_PAGE = (
    select(tables.feed.c.position, tables.journal)
    .select_from(_both)
    .where(tables.feed.c.audience == bindparam("audience"), tables.feed.c.position > bindparam("after"))
    .order_by(tables.feed.c.position)
    .limit(bindparam("most", type_=Integer))
)
_TIME = select(tables.journal.c.time).where(
    tables.journal.c.station == bindparam("from"), tables.journal.c.seq == bindparam("at")
)
_BLOBS_WAITING = select(
    sql.count().label("number"),
    sql.sum(tables.blobs.c.size).label("bytes"),
    sql.min(sql.nullif(tables.blobs.c.since, 0)).label("since"),
).where(tables.blobs.c.at_upstream == 0)
_PEER = select(tables.peers).where(tables.peers.c.station == bindparam("of"))


def _feed_rows(connection: Connection, audience: str, after: int, most: int) -> Sequence[Row[Any]]:
    return connection.execute(_FEED_PAGE, {"audience": audience, "after": after, "most": most}).all()


def _newest(connection: Connection, audience: str) -> int:
    feed = tables.feed
    return connection.execute(select(sql.max(feed.c.position)).where(feed.c.audience == audience)).scalar() or 0


def _peers(connection: Connection, condition: ColumnElement[bool]) -> tuple[Peer, ...]:
    """One query, however many: each head is the last step in the journal's key."""
    table, entries = tables.peers, tables.journal
    head = select(sql.max(entries.c.seq)).where(entries.c.station == table.c.station).scalar_subquery()
    rows = connection.execute(select(table, head.label("head")).where(condition).order_by(table.c.station)).all()
    return tuple(Peer(row.station, row.public_key, row.office, bool(row.revoked), int(row.head or 0)) for row in rows)


def _self(connection: Connection, journal: Journal, audience: str) -> tuple[Peer, ...]:
    """This station among those of the feed that it serves itself."""
    if journal.audience != audience:
        return ()
    key = journal.key
    return (
        Peer(key.station, key.public_hex, audience, False, arrivals.heads(connection, (key.station,))[key.station]),
    )
