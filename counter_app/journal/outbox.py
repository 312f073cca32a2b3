"""What sync asks of the journal: what still waits for the upstream, and what an audience may see.

The outbox is not a table: it is this station's entries above the mark that the upstream has acknowledged.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, insert, select, update
from sqlalchemy import func as sql

from counter_app.domain.entry import Entry
from counter_app.journal import arrivals
from counter_app.journal.journal import Journal, entry_of
from counter_app.store import tables

PUSHED = "pushed"
"""The mark of this station's last entry that the upstream acknowledged."""
PULLED = "pulled"
"""The mark of the last position read from the upstream's feed."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many entries and blobs the upstream has not acknowledged."""

    entries: int
    blobs: int


@dataclass(frozen=True, slots=True)
class BlobRow:
    """A blob that entries refer to; size in bytes."""

    sha256: str
    size: int


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
    table = tables.journal
    mine = select(table).where(table.c.station == journal.key.station, table.c.seq > after)
    with journal.database.read() as connection:
        return tuple(entry_of(row) for row in connection.execute(mine.order_by(table.c.seq).limit(limit)))


def waiting(journal: Journal) -> Waiting:
    """Count what the upstream has not acknowledged."""
    with journal.database.read() as connection:
        newest = arrivals.heads(connection, (journal.key.station,))[journal.key.station]
        entries = max(0, newest - _mark(connection, PUSHED))
        blobs = connection.execute(select(sql.count()).where(tables.blobs.c.at_upstream == 0)).scalar_one()
    return Waiting(entries, blobs)


def next_blob(journal: Journal, skipped: Collection[str] = ()) -> BlobRow | None:
    """Return the next blob to send, small before large; those ``skipped`` stay waiting."""
    table = tables.blobs
    lacking = select(table.c.sha256, table.c.size).where(table.c.at_upstream == 0, table.c.sha256.not_in(skipped))
    with journal.database.read() as connection:
        row = connection.execute(lacking.order_by(table.c.size, table.c.sha256).limit(1)).one_or_none()
    return None if row is None else BlobRow(row.sha256, row.size)


def blob_is_upstream(journal: Journal, sha256: str) -> None:
    """Remember that the upstream has the blob."""
    table = tables.blobs
    with journal.database.write() as connection:
        connection.execute(update(table).where(table.c.sha256 == sha256).values(at_upstream=1))


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


def feed_page(journal: Journal, audience: str, after: int, limit: int) -> FeedPage:
    """Return at most ``limit`` entries of ``audience`` after position ``after``."""
    feed, entries = tables.feed, tables.journal
    both = feed.join(entries, (feed.c.station == entries.c.station) & (feed.c.seq == entries.c.seq))
    page = select(feed.c.position, entries).select_from(both)
    page = page.where(feed.c.audience == audience, feed.c.position > after).order_by(feed.c.position).limit(limit + 1)
    with journal.database.read() as connection:
        found = connection.execute(page).all()
        newest = connection.execute(select(sql.max(feed.c.position)).where(feed.c.audience == audience)).scalar() or 0
        peers = _peers(connection, tables.peers.c.office == audience)
    rows = found[:limit]
    position = rows[-1].position if rows else after
    return FeedPage(tuple(entry_of(row) for row in rows), position, newest, len(found) > limit, peers)


def peer(journal: Journal, station: str) -> Peer | None:
    """Return a station that was admitted here."""
    with journal.database.read() as connection:
        found = _peers(connection, tables.peers.c.station == station)
    return found[0] if found else None


def admit(journal: Journal, station: str, public_key: str, office: str) -> None:
    """Know a station on an authority's word. Raises ENROLMENT_REFUSED if it is known under another key."""
    with journal.database.write() as connection:
        arrivals.admit(connection, station, public_key, office)


def revoke(journal: Journal, station: str) -> None:
    """Refuse a station's requests from now on; what it wrote stays."""
    with journal.database.write() as connection:
        connection.execute(update(tables.peers).where(tables.peers.c.station == station).values(revoked=1))


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


def _peers(connection: Connection, condition: ColumnElement[bool]) -> tuple[Peer, ...]:
    table = tables.peers
    rows = connection.execute(select(table).where(condition).order_by(table.c.station)).all()
    known = arrivals.heads(connection, [row.station for row in rows])
    return tuple(Peer(row.station, row.public_key, row.office, bool(row.revoked), known[row.station]) for row in rows)
