"""A batch of entries into PostgreSQL: checked by the rules of every journal, stored in three statements.

Positions are given by the office's counter row, which stays locked until the commit: whoever reads a position has all
before it. A sequence would give them before the commit, and a reader would skip what commits late.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, LiteralString

from psycopg import Connection

from counter_app.domain.entry import Entry
from counter_app.domain.places import Station
from counter_app.journal.arrivals import Arrival, Outcome, fault_after, repeated
from counter_app.journal.signing import FIRST
from counter_app.store import views
from counter_app.store.codec import from_text, to_text

# In the order of their names: two batches of the same stations wait for each other, and never in a circle.
_HEADS = """
    SELECT heads.station, heads.seq, heads.hash, stations.public_key
    FROM heads JOIN stations USING (office, station)
    WHERE heads.office = %s AND heads.station = ANY(%s) ORDER BY heads.station FOR UPDATE OF heads
"""
_KNOWN = """
    SELECT entries.station, entries.seq, entries.hash
    FROM unnest(%s::text[], %s::bigint[]) AS mine (station, seq)
    JOIN entries ON entries.office = %s AND entries.station = mine.station AND entries.seq = mine.seq
"""
COUNTER: LiteralString = """
    UPDATE audiences SET position = position + %(count)s WHERE office = %(office)s
    RETURNING position - %(count)s AS base
"""
STORE: LiteralString = """
    WITH counter AS (COUNTER), stored AS (
        INSERT INTO entries (office, station, seq, position, stream, kind, version, time, actor, data, previous, hash,
            signature, fault, received)
        SELECT %(office)s, one.station, one.seq, counter.base + one.place, one.stream, one.kind, one.version, one.time,
            one.actor, one.data, one.previous, one.hash, one.signature, one.fault, one.received
        FROM counter, unnest(%(station)b::text[], %(seq)b::bigint[], %(stream)b::text[], %(kind)b::text[],
            %(version)b::integer[], %(time)b::bigint[], %(actor)b::text[], %(data)b::text[], %(previous)b::text[],
            %(hash)b::text[], %(signature)b::text[], %(fault)s::text[], %(received)s::text[]) WITH ORDINALITY
            AS one (station, seq, stream, kind, version, time, actor, data, previous, hash, signature, fault, received,
                place)
    )
    UPDATE heads SET seq = last.seq, hash = last.hash
    FROM unnest(%(writers)b::text[], %(last_seq)b::bigint[], %(last_hash)b::text[]) AS last (station, seq, hash)
    WHERE heads.office = %(office)s AND heads.station = last.station
"""
_TEXTS = ("stream", "kind", "actor", "data", "previous", "hash", "signature")
_FIELDS = ("station", "seq", "version", "time", *_TEXTS)
ENTRY = ", ".join((*_FIELDS, "received"))
"""The columns that ``entry_of`` reads."""

_KEEP_ASIDE = """
    INSERT INTO kept_aside (office, station, seq, digest, reason, entry) VALUES (%s, %s, %s, %s, %s, %s)
    ON CONFLICT DO NOTHING
"""
_ASIDE = """
    SELECT station, seq, CASE reason WHEN 'conflict' THEN 'conflict' ELSE 'kept-for-review' END, reason
    FROM kept_aside WHERE office = %s AND station = %s ORDER BY seq DESC LIMIT %s
"""
_STATION_STREAMS = f"SELECT {ENTRY} FROM entries WHERE office = %s AND starts_with(stream, 'station/')"  # noqa: S608
_OF_STATIONS = f"{_STATION_STREAMS} AND fault IS NULL"
_OF_STATION = f"{_STATION_STREAMS} AND stream = ANY(%s) AND fault IS NULL"
_NUL = "\x00"  # the one character that PostgreSQL's texts cannot hold


@dataclass(slots=True)
class _Writer:
    """How far a station's entries are here, and its key."""

    seq: int = 0
    hash: str = FIRST
    public_key: str | None = None
    grown: bool = False


@dataclass(slots=True)
class _Batch:
    """A batch as it is being judged."""

    writers: dict[str, _Writer]
    known: dict[tuple[str, int], str]
    new: list[tuple[Entry, str | None]] = field(default_factory=list)
    aside: list[tuple[Entry, str]] = field(default_factory=list)

    def judge(self, entry: Entry) -> Arrival:
        """Say what becomes of the next entry. Raises SEQUENCE_GAP and STATION_UNKNOWN."""
        writer = self.writers.setdefault(entry.station, _Writer())
        known = self.known.get((entry.station, entry.seq)) if entry.seq <= writer.seq else None
        if known is not None:
            again = repeated(entry, known)
            if again.outcome is Outcome.CONFLICT:
                self.aside.append((entry, "conflict"))
            return again
        fault = fault_after(entry, writer.seq, writer.hash, writer.public_key)
        writer.seq, writer.hash, writer.grown = entry.seq, entry.hash, True
        self.known[entry.station, entry.seq] = entry.hash
        self.new.append((entry, fault))
        if fault is None:
            return Arrival(entry.station, entry.seq, Outcome.APPLIED)
        self.aside.append((entry, fault))
        return Arrival(entry.station, entry.seq, Outcome.KEPT_FOR_REVIEW, fault)


def take(
    connection: Connection[Any], office: str, entries: Sequence[Entry], counter: LiteralString = COUNTER
) -> tuple[Arrival, ...]:
    """Store a batch, in the caller's transaction; what is already there is ignored.

    Raises SEQUENCE_GAP (with the number expected) and STATION_UNKNOWN.
    """
    names = sorted({entry.station for entry in entries})
    found = connection.execute(_HEADS, (office, names))
    writers = {station: _Writer(seq, digest, key) for station, seq, digest, key in found}
    batch = _Batch(writers, _known(connection, office, entries, writers))
    arrivals = tuple([batch.judge(entry) for entry in entries])
    if batch.new:
        connection.execute(STORE.replace("COUNTER", counter), _values(office, batch))
        _know_barred(connection, office, {entry.stream for entry, fault in batch.new if fault is None})
    for entry, reason in batch.aside:
        text = to_text(entry)
        digest = hashlib.sha256(text.encode()).hexdigest()
        connection.execute(_KEEP_ASIDE, (office, entry.station, entry.seq, digest, reason, text))
    return arrivals


def entry_of(row: Sequence[Any]) -> Entry:
    """Return the entry of a row with the columns ENTRY."""
    if row[-1] is not None:
        return from_text(row[-1], Entry)
    return Entry(**dict(zip(_FIELDS, row, strict=False)))


def kept_aside(
    connection: Connection[Any], office: str, station: str, most: int
) -> tuple[tuple[str, int, str, str], ...]:
    """Return the newest entries of a station that were kept aside: station, number, outcome, reason; by number."""
    rows = connection.execute(_ASIDE, (office, station, most)).fetchall()
    return tuple((str(row[0]), int(row[1]), str(row[2]), str(row[3])) for row in reversed(rows))


def stations_of(connection: Connection[Any], office: str) -> tuple[Station, ...]:
    """Return the machines of an office as its own entries tell of them."""
    return _folded(connection.execute(_OF_STATIONS, (office,)))


def _known(
    connection: Connection[Any], office: str, entries: Sequence[Entry], writers: dict[str, _Writer]
) -> dict[tuple[str, int], str]:
    """Return the hashes of what is here under numbers of the batch: most batches bring none of those."""
    old = [one for one in entries if one.station in writers and one.seq <= writers[one.station].seq]
    if not old:
        return {}
    rows = connection.execute(_KNOWN, ([one.station for one in old], [one.seq for one in old], office))
    return {(station, seq): digest for station, seq, digest in rows}


def _values(office: str, batch: _Batch) -> dict[str, Any]:
    entries = [entry for entry, _ in batch.new]
    odd = [any(_NUL in getattr(entry, name) for name in _TEXTS) for entry in entries]
    values: dict[str, Any] = {name: [getattr(entry, name) for entry in entries] for name in _FIELDS}
    if any(odd):
        for name in _TEXTS:
            values[name] = [text.replace(_NUL, "\N{REPLACEMENT CHARACTER}") for text in values[name]]
    grown = {station: writer for station, writer in batch.writers.items() if writer.grown}
    return values | {
        "office": office,
        "count": len(entries),
        "fault": [fault for _, fault in batch.new],
        "received": [to_text(entry) if is_odd else None for entry, is_odd in zip(entries, odd, strict=True)],
        "writers": list(grown),
        "last_seq": [one.seq for one in grown.values()],
        "last_hash": [one.hash.replace(_NUL, "") for one in grown.values()],
    }


def _know_barred(connection: Connection[Any], office: str, streams: set[str]) -> None:
    """An office bars its machines by entries: the one thing that a province reads in them."""
    told = [stream for stream in streams if stream.startswith("station/") and _NUL not in stream]
    if not told:
        return
    for station in _folded(connection.execute(_OF_STATION, (office, told))):
        connection.execute(
            "UPDATE stations SET barred = %s WHERE office = %s AND station = %s", (station.barred, office, station.id)
        )


def _folded(rows: Iterable[Sequence[Any]]) -> tuple[Station, ...]:
    streams: dict[str, list[Entry]] = {}
    for entry in map(entry_of, rows):
        streams.setdefault(entry.stream, []).append(entry)
    projections = (views.project(stream, entries) for stream, entries in streams.items())
    bodies = [one.row["body"] for one in projections if one and one.row and one.row["kind"] == Station.__name__]
    return tuple(from_text(body, Station) for body in bodies)
