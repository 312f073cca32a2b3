"""What an office's station passes on for the others: how far the province has their entries, and which blobs wait."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Integer, insert, literal_column, select, update

from counter_app.domain.entry import Entry
from counter_app.domain.hybrid_time import instant
from counter_app.journal import outbox
from counter_app.journal.journal import Journal
from counter_app.journal.outbox import BlobRow, Peer, Waiting
from counter_app.store import tables

_MARK = "relayed/"
_AT_ONCE = 500  # names in one question: SQLite takes some thousand


def others(journal: Journal, office: str) -> tuple[Peer, ...]:
    """Return the office's other stations, with how much of each is here."""
    known = outbox.feed_page(journal, office, 0, 0).peers
    return tuple(one for one in known if one.station != journal.key.station)


def reached(journal: Journal) -> dict[str, int]:
    """Return up to which entry of each other station the province has everything."""
    marks = tables.marks
    with journal.database.read() as connection:
        rows = connection.execute(select(marks).where(marks.c.name.startswith(_MARK, autoescape=True))).all()
    return {str(row.name).removeprefix(_MARK): int(row.value) for row in rows}


def set_reached(journal: Journal, heads: Mapping[str, int]) -> None:
    """Move those marks, durably; the own station's is not among them."""
    values = [{"name": _MARK + station, "value": head} for station, head in heads.items()]
    if values:
        with journal.database.write() as connection:
            connection.execute(insert(tables.marks).prefix_with("OR REPLACE"), values)


def waiting(journal: Journal, office: str) -> Waiting:
    """Count the entries of the office's other stations that are here and not at the province, and since when."""
    there = reached(journal)
    behind = [one for one in others(journal, office) if one.head > there.get(one.station, 0)]
    first = [outbox.entries_of(journal, one.station, there.get(one.station, 0), 1) for one in behind]
    oldest = min((entries[0].time for entries in first if entries), default=None)
    count = sum(one.head - there.get(one.station, 0) for one in behind)
    return Waiting(count, 0, oldest=None if oldest is None else instant(oldest))


def next_entries(
    journal: Journal, office: str, there: Mapping[str, int], limit: int, skipped: Collection[str] = ()
) -> tuple[Entry, ...]:
    """Return at most ``limit`` entries above the marks ``there``, each station's in its order."""
    found: list[Entry] = []
    for one in others(journal, office):
        after = there.get(one.station, 0)
        if one.head > after and one.station not in skipped and len(found) < limit:
            found += outbox.entries_of(journal, one.station, after, limit - len(found))
    return tuple(found)


def waiting_blobs(journal: Journal, after: int = 0) -> tuple[int, tuple[BlobRow, ...]]:
    """Return the blobs that are not known to be at the end of the line, small before large.

    Only those that came after the place ``after``; the first value is the place of the last.
    """
    table, place = tables.blobs, literal_column("rowid", Integer)
    query = select(place.label("place"), table.c.sha256, table.c.size)
    query = query.where(table.c.at_upstream == 0, place > after).order_by(table.c.size, table.c.sha256)
    with journal.database.read() as connection:
        rows = connection.execute(query).all()
    return max((row.place for row in rows), default=after), tuple(BlobRow(row.sha256, row.size) for row in rows)


def blob_waits(journal: Journal, sha256: str, content: bytes) -> None:
    """Remember a blob that came from another station and may not be at the province; its content is durable.

    A PDF is somebody's receipt or result; what is none is a scan, for which nobody waits.
    """
    scan = not content.startswith(b"%PDF")
    values = {"sha256": sha256, "size": len(content), "at_upstream": 0, "scan": int(scan), "since": journal.last_time}
    with journal.database.write() as connection:
        connection.execute(insert(tables.blobs).prefix_with("OR IGNORE"), values)
        outbox.came_back(connection, journal, sha256)


def settled(journal: Journal, names: Sequence[str]) -> tuple[str, ...]:
    """Return which of these blobs are known to be at the province."""
    table = tables.blobs
    found: list[str] = []
    with journal.database.read() as connection:
        for first in range(0, len(names), _AT_ONCE):
            these = table.c.sha256.in_(names[first : first + _AT_ONCE])
            found += connection.execute(select(table.c.sha256).where(these, table.c.at_upstream == 1)).scalars()
    return tuple(found)


def blobs_are_settled(journal: Journal, names: Sequence[str]) -> None:
    """Remember that these blobs need nothing more from this station."""
    if not names:
        return
    table = tables.blobs
    with journal.database.write() as connection:
        for first in range(0, len(names), _AT_ONCE):
            these = table.c.sha256.in_(names[first : first + _AT_ONCE])
            connection.execute(update(table).where(these).values(at_upstream=1))
