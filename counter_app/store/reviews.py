"""Entries under review: refused by their stream's fold, or kept aside as unsound; and what was decided about them."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, select
from sqlalchemy import func as sql

from counter_app.domain.entry import Entry
from counter_app.domain.folding import Refused
from counter_app.domain.places import Settlement
from counter_app.domain.review_facts import Decision
from counter_app.store import places
from counter_app.store.codec import from_text
from counter_app.store.tables import journal, kept_aside, reviews

Snapshot = Connection
"""What a reader of both the entries under review and of what they are about holds while it reads."""


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One entry under review; ``unsound`` is False for one that only does not fit its place.

    ``key`` names it on every machine: station and sequence, or the hash of an entry that was kept aside.
    """

    key: str
    reason: str
    unsound: bool
    entry: Entry


def open_rows(connection: Connection) -> tuple[ReviewRow, ...]:
    """Everything under review that nobody settled, the newest first; cheap where nothing ever was."""
    rows = _all(connection)
    settled = places.by_stream(connection, Settlement) if rows else {}
    rows = [row for row in rows if not _is_settled(settled.get(stream_of(row.key)), row.reason)]
    return tuple(sorted(rows, key=lambda row: (row.entry.time, row.key), reverse=True))


def open_rows_of(connection: Connection, station: str, most: int) -> tuple[ReviewRow, ...]:
    """What is under review of one station's entries and nobody settled: the newest, at most ``most``, by number."""
    refused = _REFUSED.where(reviews.c.station == station).order_by(reviews.c.seq.desc()).limit(most)
    # One that stands under its number by now is in order: this store was restored meanwhile.
    stands = select(journal.c.hash).where(journal.c.station == kept_aside.c.station, journal.c.seq == kept_aside.c.seq)
    disputed = (kept_aside.c.reason != "conflict") | (kept_aside.c.hash != sql.coalesce(stands.scalar_subquery(), ""))
    aside = _KEPT_ASIDE.where(kept_aside.c.station == station, disputed).order_by(kept_aside.c.seq.desc()).limit(most)
    rows = _rows(connection, refused, aside)
    settled = places.by_stream(connection, Settlement) if rows else {}
    found = [row for row in rows if not _is_settled(settled.get(stream_of(row.key)), row.reason)]
    return tuple(sorted(found, key=lambda row: row.entry.seq)[-most:])


def row_of(connection: Connection, key: str) -> ReviewRow | None:
    """One entry under review, None if it is settled or fits by now."""
    return next((row for row in open_rows(connection) if row.key == key), None)


def any_row(connection: Connection, key: str) -> ReviewRow | None:
    """One entry under review, whether it is settled or not."""
    return next((row for row in _all(connection) if row.key == key), None)


def stream_of(key: str) -> str:
    """The stream in which an entry under review is settled."""
    return f"review/{key}"


def entry_at(connection: Connection, station: str, seq: int) -> Entry | None:
    """The entry that stands in the journal under a number."""
    row = connection.execute(_AT, {"of": station, "at": seq}).one_or_none()
    return None if row is None else _entry(row)


def is_settled(connection: Connection, refused: Refused) -> bool:
    """Whether somebody looked at an entry that a fold refused for this reason."""
    stream = stream_of(f"{refused.station}-{refused.seq}")
    return _is_settled(places.place(connection, stream, Settlement), refused.reason)


def is_settled_entry(connection: Connection, entry: Entry, reason: str) -> bool:
    """Whether somebody looked at an entry that another store refused, or kept aside, for this reason."""
    streams = (stream_of(f"{entry.station}-{entry.seq}"), stream_of(entry.hash))
    return any(_is_settled(places.place(connection, stream, Settlement), reason) for stream in streams)


def _all(connection: Connection) -> list[ReviewRow]:
    return _rows(connection, _REFUSED, _KEPT_ASIDE)


def _rows(connection: Connection, refused: Select[Any], aside: Select[Any]) -> list[ReviewRow]:
    unfit = [
        ReviewRow(f"{row.station}-{row.seq}", row.review_reason, False, _entry(row))
        for row in connection.execute(refused)
    ]
    return unfit + [
        ReviewRow(row.hash, row.reason, True, from_text(row.entry, Entry)) for row in connection.execute(aside)
    ]


def _is_settled(settlement: Settlement | None, reason: str) -> bool:
    if settlement is None or settlement.decision is Decision.REOPENED:
        return False
    return settlement.reason == reason


def _entry(row: Row[tuple[object, ...]]) -> Entry:
    return Entry(*(getattr(row, name) for name in Entry.__slots__))


_REFUSED = select(journal, reviews.c.reason.label("review_reason")).join(
    reviews, (reviews.c.station == journal.c.station) & (reviews.c.seq == journal.c.seq)
)
_KEPT_ASIDE = select(kept_aside)
_AT = select(journal).where(journal.c.station == bindparam("of"), journal.c.seq == bindparam("at"))
