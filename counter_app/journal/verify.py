"""Replay the whole journal and say what differs: chains, signatures, every row of every view, every blob.

A blob that this machine gave away to make room (``counter_app.services.housekeeping``) may be missing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, Row, Table, select
from sqlalchemy import func as sql

from counter_app.domain.entry import Entry
from counter_app.errors import Code, CounterError
from counter_app.journal.arrivals import public_key_of
from counter_app.journal.journal import Journal, entry_of
from counter_app.journal.security_seal import record_faults
from counter_app.journal.signing import FIRST, fault_of
from counter_app.store import dossier_index, tables, views
from counter_app.store.views import Values

_Wanted = dict[tuple[object, ...], tuple[str, Values]]
"""Rows by key, each with the stream that it comes from."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that differs: ``where`` is ``station/seq``, a stream, or a blob; ``what`` says how."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was counted and what differs; nothing differs when ``faults`` is empty."""

    entries: int
    stations: int
    streams: int
    blobs: int
    reviews: int
    faults: tuple[Fault, ...]


def verify(journal: Journal) -> Report:
    """Check everything that this data folder holds; reads only."""
    database = journal.database
    with database.read() as connection:
        faults = [*_chains(connection, journal), *_marks(connection, journal)]
        faults += (Fault(*one) for one in record_faults(connection, journal.key.station))
        streams = _streams(connection)
        faults += _views(connection, streams)
        kept = connection.execute(select(tables.blobs.c.sha256, tables.blobs.c.away)).all()
        reviews = connection.execute(select(sql.count()).select_from(tables.reviews)).scalar_one()
        entries = connection.execute(select(sql.count()).select_from(tables.journal)).scalar_one()
        stations = connection.execute(select(sql.count(tables.journal.c.station.distinct()))).scalar_one()
    for sha256, away in kept:
        try:
            database.blobs.here(sha256)
        except CounterError as error:
            if not (away and error.code is Code.BLOB_MISSING):
                faults.append(Fault(f"blob/{sha256}", error.code.value))
    return Report(entries, stations, len(streams), len(kept), reviews, tuple(faults))


def _chains(connection: Connection, journal: Journal) -> Iterator[Fault]:
    table = tables.journal
    previous: Entry | None = None
    public_key = ""
    for row in connection.execute(select(table).order_by(table.c.station, table.c.seq)):
        entry = entry_of(row)
        if previous is None or previous.station != entry.station:
            previous, public_key = None, _key(connection, journal, entry.station)
        what = _entry_fault(entry, previous, public_key)
        if what is not None:
            yield Fault(f"{entry.station}/{entry.seq}", f"{what} ({entry.kind} of {entry.stream})")
        previous = entry


def _key(connection: Connection, journal: Journal, station: str) -> str:
    if station == journal.key.station:
        return journal.key.public_hex
    return public_key_of(connection, station) or ""


def _entry_fault(entry: Entry, previous: Entry | None, public_key: str) -> str | None:
    if entry.seq != (1 if previous is None else previous.seq + 1):
        return "an entry before is missing"
    if not public_key:
        return "the station is unknown"
    fault = fault_of(entry, public_key)
    if fault is not None:
        return f"the {fault} does not match"
    if entry.previous != (FIRST if previous is None else previous.hash):
        return "the chain is broken"
    return None


def _marks(connection: Connection, journal: Journal) -> Iterator[Fault]:
    """A journal cut at its end still chains; what the upstream acknowledged shows that something is gone."""
    table = tables.marks
    pushed = connection.execute(select(table.c.value).where(table.c.name == "pushed")).scalar() or 0
    own = tables.journal.c.station == journal.key.station
    newest = connection.execute(select(sql.max(tables.journal.c.seq)).where(own)).scalar() or 0
    if pushed > newest:
        yield Fault(f"{journal.key.station}/{newest + 1}", f"entries up to {pushed} were sent and are gone")


def _streams(connection: Connection) -> dict[str, list[Row[tuple[object, ...]]]]:
    aside = set(connection.execute(select(tables.kept_aside.c.hash)).scalars())
    streams: dict[str, list[Row[tuple[object, ...]]]] = {}
    for row in connection.execute(select(tables.journal)):
        if row.hash not in aside:
            streams.setdefault(row.stream, []).append(row)
    return streams


def _views(connection: Connection, streams: dict[str, list[Row[tuple[object, ...]]]]) -> Iterator[Fault]:
    wanted: dict[str, _Wanted] = {table.name: {} for table in tables.VIEWS}
    for stream, entries in streams.items():
        projection = views.project(stream, entries)
        if projection is None:
            continue
        if projection.row is not None:
            wanted[projection.view.table.name][(projection.key,)] = (stream, projection.row)
        for call in projection.calls:
            wanted[tables.calls.name][tuple(call[column.name] for column in tables.calls.primary_key)] = (stream, call)
        for one in projection.refused:
            row = {"station": one.station, "seq": one.seq, "stream": stream, "reason": one.reason}
            wanted[tables.reviews.name][(one.station, one.seq)] = (stream, row)
    for table in tables.VIEWS:
        yield from _table(connection, table, wanted[table.name])
    for dossier, what in dossier_index.faults(connection):
        yield Fault(f"dossier/{dossier}", what)


def _table(
    connection: Connection, table: Table, wanted: dict[tuple[object, ...], tuple[str, Values]]
) -> Iterator[Fault]:
    keys = ("id",) if table is tables.dossiers else tuple(table.primary_key.columns.keys())
    # A dossier's place is the store's own: the order in which it came to know the dossiers of one second.
    columns = [column for column in table.columns if column is not tables.dossiers.c.place]
    for row in connection.execute(select(*columns)):
        found = row._asdict()
        stream, values = wanted.pop(tuple(found[key] for key in keys), ("", {}))
        if not stream:
            yield Fault(f"{table.name}/{found[keys[0]]}", "no entry of the journal says so")
        elif found != values:
            names = ", ".join(name for name in found if found[name] != values[name])
            yield Fault(stream, f"the row of {table.name} differs in {names}")
    for stream, _ in wanted.values():
        yield Fault(stream, f"its row in {table.name} is missing")
