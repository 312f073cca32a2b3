"""Entries that arrive from elsewhere: checked, stored as received, folded; one bad entry never blocks the rest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, bindparam, insert, select

from counter_app.domain.entry import Entry
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal, head_of, values_of
from counter_app.journal.signing import FIRST, StationKey, fault_of, is_station_id
from counter_app.store import commands, tables, views
from counter_app.store.codec import to_text

_HASH = select(tables.journal.c.hash).where(
    tables.journal.c.station == bindparam("from"), tables.journal.c.seq == bindparam("at")
)


_INSERT = insert(tables.journal)
_INSERT_FEED = insert(tables.feed)
_KEY = select(tables.peers.c.public_key).where(tables.peers.c.station == bindparam("of"))


class Outcome(StrEnum):
    """What became of an arriving entry."""

    APPLIED = "applied"
    DUPLICATE = "duplicate"
    KEPT_FOR_REVIEW = "kept-for-review"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Arrival:
    """One entry's outcome; ``reason`` says why it is under review or in conflict."""

    station: str
    seq: int
    outcome: Outcome
    reason: str = ""


def accept(
    journal: Journal,
    entries: Sequence[Entry],
    *,
    audience: str | None = None,
    moved: tuple[str, int] | None = None,
) -> tuple[Arrival, ...]:
    """Store a batch in one durable transaction; what is already there is ignored.

    With ``audience`` (or the journal's own) each new entry gets a position in that audience's feed, whatever the way
    it came; ``moved`` is a mark and its new value, set in the same transaction.
    Raises SEQUENCE_GAP (with the number expected) when an entry before is missing, STATION_UNKNOWN without a key.
    """
    streams: dict[str, None] = {}
    with journal.database.write() as connection:
        heard_by = audience or journal.audience
        writers = _Writers(connection, journal.key)
        arrivals = [_accept_one(writers, entry, heard_by, streams) for entry in entries]
        if moved is not None:
            values = {"name": moved[0], "value": moved[1]}
            connection.execute(insert(tables.marks).prefix_with("OR REPLACE"), values)
        reviewed = {
            (one.station, one.seq): one.reason
            for stream in streams
            if (projection := views.refresh(connection, stream))
            for one in projection.refused
        }
    if entries:
        journal.saw(max(entry.time for entry in entries))
    if streams:
        journal.changes.publish(frozenset(streams))
    return tuple(_with_review(arrival, reviewed.get((arrival.station, arrival.seq))) for arrival in arrivals)


def fault_after(entry: Entry, seq: int, digest: str, public_key: str | None) -> str | None:
    """Say what is wrong with an entry that comes after number ``seq`` of its station, whose hash is ``digest``.

    None when it is sound. Raises SEQUENCE_GAP (with the number expected) and STATION_UNKNOWN.
    """
    if entry.seq != seq + 1:
        raise CounterError(Code.SEQUENCE_GAP, station=entry.station, expected=seq + 1)
    if public_key is None:
        raise CounterError(Code.STATION_UNKNOWN, station=entry.station)
    if entry.previous != digest:
        return "chain"
    return fault_of(entry, public_key)


def repeated(entry: Entry, known: str) -> Arrival:
    """Say what becomes of an entry whose number is taken by one with the hash ``known``."""
    if known == entry.hash:
        return Arrival(entry.station, entry.seq, Outcome.DUPLICATE)
    return Arrival(entry.station, entry.seq, Outcome.CONFLICT, "another entry has this number")


def are_here(journal: Journal, entries: Sequence[Entry]) -> bool:
    """Whether these very entries are here already; reads only."""
    with journal.database.read() as connection:
        return all(
            connection.execute(_HASH, {"from": entry.station, "at": entry.seq}).scalar() == entry.hash
            for entry in entries
        )


def heads(connection: Connection, stations: Iterable[str]) -> dict[str, int]:
    """The highest contiguous sequence number of each station, 0 where none is known."""
    return {station: head.seq if (head := head_of(connection, station)) else 0 for station in stations}


def admit(connection: Connection, station: str, public_key: str, office: str) -> None:
    """Know a station by its public key. Raises ENROLMENT_REFUSED for no id, and one known under another key."""
    table = tables.peers
    known = connection.execute(select(table.c.public_key).where(table.c.station == station)).scalar()
    if not is_station_id(station) or (known is not None and known != public_key):
        raise CounterError(Code.ENROLMENT_REFUSED)
    values = {"station": station, "public_key": public_key, "office": office, "revoked": 0}
    connection.execute(insert(table).prefix_with("OR IGNORE"), values)


def public_key_of(connection: Connection, station: str) -> str | None:
    """The public key that ``station`` was admitted with."""
    return connection.execute(_KEY, {"of": station}).scalar()


class _Writers:
    """The stations that wrote a batch: their heads and keys, read once for all their entries."""

    def __init__(self, connection: Connection, own: StationKey) -> None:
        self.connection = connection
        self._heads: dict[str, tuple[int, str]] = {}
        self._keys: dict[str, str | None] = {own.station: own.public_hex}

    def head(self, station: str) -> tuple[int, str]:
        """The number and hash of the last entry that is here, as of now."""
        if station not in self._heads:
            row = head_of(self.connection, station)
            self._heads[station] = (0, FIRST) if row is None else (row.seq, row.hash)
        return self._heads[station]

    def went_on(self, entry: Entry) -> None:
        """This entry is the last one now."""
        self._heads[entry.station] = (entry.seq, entry.hash)

    def key(self, station: str) -> str | None:
        """The public key."""
        if station not in self._keys:
            self._keys[station] = public_key_of(self.connection, station)
        return self._keys[station]


def _accept_one(writers: _Writers, entry: Entry, audience: str | None, streams: dict[str, None]) -> Arrival:
    connection = writers.connection
    known = None
    if entry.seq <= writers.head(entry.station)[0]:
        known = connection.execute(_HASH, {"from": entry.station, "at": entry.seq}).scalar()
    if known is not None:
        again = repeated(entry, known)
        if again.outcome is Outcome.CONFLICT:
            _keep_aside(connection, entry, "conflict")
        return again
    fault = fault_after(entry, *writers.head(entry.station), writers.key(entry.station))
    connection.execute(_INSERT, values_of(entry))
    writers.went_on(entry)
    if audience is not None:
        values = {"audience": audience, "station": entry.station, "seq": entry.seq}
        connection.execute(_INSERT_FEED, values)
    if fault is not None:
        _keep_aside(connection, entry, fault)
        return Arrival(entry.station, entry.seq, Outcome.KEPT_FOR_REVIEW, fault)
    if command := commands.command_in(entry.actor):
        # Whoever gives the same command again, here after a change of hands, gets the first answer.
        commands.remember(connection, command, entry.stream)
    streams[entry.stream] = None
    return Arrival(entry.station, entry.seq, Outcome.APPLIED)


def _keep_aside(connection: Connection, entry: Entry, reason: str) -> None:
    values = {
        "hash": entry.hash,
        "station": entry.station,
        "seq": entry.seq,
        "reason": reason,
        "entry": to_text(entry),
    }
    connection.execute(insert(tables.kept_aside).prefix_with("OR IGNORE"), values)


def _with_review(arrival: Arrival, reason: str | None) -> Arrival:
    """An entry that its stream's state machine refused is stored, and marked."""
    if reason is None or arrival.outcome is not Outcome.APPLIED:
        return arrival
    return Arrival(arrival.station, arrival.seq, Outcome.KEPT_FOR_REVIEW, reason)
