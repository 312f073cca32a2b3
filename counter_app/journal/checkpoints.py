"""Checkpoints: what an upstream signed that it holds of a station, so that no station rewrites its own past unseen.

Whoever has a station's key and its database can write other entries, chain and sign them anew and fold the views again.
What an upstream countersigned with its own key stays what it was: a checkpoint says that the station's entry of a
number had a hash, and by the chain it says the same of every entry before. A station keeps those that it got, its
upstream the same ones.
"""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

import msgspec
from cryptography.exceptions import InvalidSignature
from sqlalchemy import Connection, Row, bindparam, delete, insert, select
from sqlalchemy import func as sql

from counter_app.domain.entry import Entry
from counter_app.journal.arrivals import public_key_of
from counter_app.journal.journal import Journal, head_of
from counter_app.journal.signing import StationKey, public_key
from counter_app.store import tables
from counter_app.store.codec import milliseconds

PURPOSE = "stick"
"""What the key that a province signs checkpoints with is derived for: the one that its sticks are sealed for."""

_PREFIX = "checkpoint"
_PIN = "province"
"""The row of this station's identity that has the key of its province."""
SURE = "countersigned"
"""The mark of the last own entry that the upstream countersigned as it was here then."""
_NEWEST = 16
_SPARSER = 4
_DIGEST = 64
_NOT_FOLLOWING = ("chain", "hash", "signature")
"""Why an entry is kept aside that is in the journal all the same: it does not continue what is before it."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Whoever has the key ``signer`` (Ed25519, hex) held the entry ``seq`` of ``station``, and all before it.

    ``hash`` is that entry's; ``at`` is when, by the signer's clock (milliseconds since 1970 UTC).
    """

    station: str
    seq: int
    hash: str
    at: int
    signer: str
    signature: str


class Verdict(StrEnum):
    """What a journal has under a countersigned number."""

    SAME = "same"
    OTHER = "other"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often a station's entries are countersigned: not before so many entries more, or so much time."""

    entries: int
    time: timedelta


def signed_bytes(one: Checkpoint) -> bytes:
    """Return what is signed: a JSON array that begins with its purpose, so that it can be nothing else."""
    return msgspec.json.encode((_PREFIX, one.station, one.seq, one.hash, one.at, one.signer))


def signed(station: str, seq: int, digest: str, at: datetime, key: StationKey) -> Checkpoint:
    """Return what the holder of ``key`` says of a station's entry."""
    bare = Checkpoint(station, seq, digest, milliseconds(at), key.public_hex, "")
    return replace(bare, signature=key.sign(signed_bytes(bare)).hex())


def is_signed(one: Checkpoint) -> bool:
    """Whether its signature is by its own signer; whether that one is to be believed is another question."""
    try:
        public_key(one.signer).verify(bytes.fromhex(one.signature), signed_bytes(one))
    except (InvalidSignature, ValueError):
        return False
    return True


def due(newest: Checkpoint | None, seq: int, digest: str, now: datetime, rhythm: Rhythm) -> bool:
    """Whether a station whose last entry is this one is to be countersigned; only a sound hash ever is."""
    if seq < 1 or len(digest) != _DIGEST:
        return False
    if newest is None or seq - newest.seq >= rhythm.entries:
        return True
    return seq > newest.seq and milliseconds(now) - newest.at >= rhythm.time / timedelta(milliseconds=1)


def spare(numbers: Collection[int]) -> list[int]:
    """Return which of a station's countersigned numbers need not be kept: close together near the last, then sparser.

    However many there were, some sixty stay; each says all that is before it too.
    """
    ordered = sorted(numbers, reverse=True)
    found: list[int] = []
    last = 0
    for place, seq in enumerate(ordered):
        if place >= _NEWEST and (last - seq) * _SPARSER < ordered[0] - seq:
            found.append(seq)
        else:
            last = seq
    return found


def countersign(journal: Journal, station: str, key: StationKey, rhythm: Rhythm) -> Checkpoint | None:
    """Sign how far a station's entries are here, if it is due; durable when it returns.

    From the first entry on that does not continue those before it nothing is signed: nobody vouches for those. Up to
    there it is, or who breaks the own chain once could rewrite what was not signed yet.
    """
    with journal.database.write() as connection:
        head = _last_sound(connection, station)
        if head is None:
            return None
        mine = [one for one in _of(connection, station) if one.signer == key.public_hex]
        now = journal.clock.now()
        if not due(mine[-1] if mine else None, head.seq, head.hash, now, rhythm):
            return None
        made = signed(station, head.seq, head.hash, now, key)
        keep(connection, made, replaces=False)
    return made


def keep(connection: Connection, one: Checkpoint, *, replaces: bool = True) -> None:
    """Keep a checkpoint, and only as many of this signer's and station's as are worth it.

    Of one number there is one: the newer one, or without ``replaces`` the one that is there.
    """
    table, way = tables.checkpoints, "OR REPLACE" if replaces else "OR IGNORE"
    connection.execute(insert(table).prefix_with(way), _values(one))
    numbers = [other.seq for other in _of(connection, one.station) if other.signer == one.signer]
    if gone := spare(numbers):
        theirs = (table.c.station == one.station) & (table.c.signer == one.signer)
        connection.execute(delete(table).where(theirs, table.c.seq.in_(gone)))


def keep_all(journal: Journal, ones: Sequence[Checkpoint]) -> None:
    """Keep what came and is so here, in one transaction; the province's before what an office's station signed."""
    mine = max((one.seq for one in ones if one.station == journal.key.station), default=0)
    if not ones:
        return
    further, province = mine > _sure(journal), pinned(journal)
    with journal.database.write() as connection:
        for one in ones:
            keep(connection, one, replaces=one.signer == province)
        if further:
            connection.execute(insert(tables.marks).prefix_with("OR REPLACE"), {"name": SURE, "value": mine})


def is_sure(journal: Journal, seq: int) -> bool:
    """Whether the upstream once countersigned this very journal's own entry ``seq``, or a later one.

    What acknowledged it says less: of a copy that wrote on, the upstream has all those numbers too.
    """
    return seq <= max(_sure(journal), *(one.seq for one in kept(journal, journal.key.station)), 0)


def kept(journal: Journal, station: str = "") -> tuple[Checkpoint, ...]:
    """Return the checkpoints that are here, of one station or all, in the order of their numbers."""
    with journal.database.read() as connection:
        return _of(connection, station)


def newest_of(journal: Journal, stations: Collection[str]) -> tuple[Checkpoint, ...]:
    """Return the newest checkpoint of each of these stations, by each who signed one lately."""
    found: dict[tuple[str, str], Checkpoint] = {}
    with journal.database.read() as connection:
        for station in sorted(stations):
            for row in connection.execute(_LAST, {"of": station}):
                found.setdefault((station, row.signer), Checkpoint(**row._asdict()))
    return tuple(found.values())


def judge(journal: Journal, ones: Sequence[Checkpoint]) -> tuple[Verdict, ...]:
    """Say of each checkpoint what this journal has under its number."""
    with journal.database.read() as connection:
        return tuple([verdict(connection, one) for one in ones])


def verdict(connection: Connection, one: Checkpoint) -> Verdict:
    """Say what the journal has under the number of a checkpoint."""
    found = connection.execute(_HASH, {"of": one.station, "at": one.seq}).scalar()
    if found is None:
        return Verdict.ABSENT
    return Verdict.SAME if found == one.hash else Verdict.OTHER


def first_other(journal: Journal, entries: Sequence[Entry]) -> Entry | None:
    """Return the first of these entries, as the upstream has them, that is another one here or is not here."""
    with journal.database.read() as connection:
        for entry in entries:
            if connection.execute(_HASH, {"of": entry.station, "at": entry.seq}).scalar() != entry.hash:
                return entry
    return None


def fingerprint(key: str) -> str:
    """Return what a person compares of a public key: six groups of four letters and digits."""
    digest = hashlib.sha256(bytes.fromhex(key)).hexdigest().upper()
    return " ".join(digest[at : at + 4] for at in range(0, 24, 4))


def pinned(journal: Journal) -> str:
    """Return the key of this station's province (Ed25519, hex), empty before it is known."""
    table = tables.identity
    with journal.database.read() as connection:
        found = connection.execute(select(table.c.value).where(table.c.name == _PIN)).scalar()
    return "" if found is None else bytes(found).decode()


def pin(journal: Journal, key: str) -> None:
    """Believe what is signed by this key alone to be the province's, from now on. Raises ValueError for no key.

    What another one signed before is forgotten: the new one signs all of it at the next contact.
    """
    public_key(key)
    before, table = pinned(journal), tables.checkpoints
    with journal.database.write() as connection:
        if before != key:
            connection.execute(delete(table).where(table.c.signer == before))
        values = {"name": _PIN, "value": key.encode()}
        connection.execute(insert(tables.identity).prefix_with("OR REPLACE"), values)


def believed(connection: Connection, journal: Journal, station: str, province: str) -> frozenset[str]:
    """Return whose signature counts for a checkpoint of ``station``: the province's, and the office's other machines'.

    Never its own: that is the very key that an attacker at the station has.
    """
    keys = set(connection.execute(select(tables.peers.c.public_key)).scalars()) | {journal.key.public_hex, province}
    own = journal.key.public_hex if station == journal.key.station else public_key_of(connection, station)
    return frozenset(keys - {own or "", ""})


_FEW = 8
_LAST = (
    select(tables.checkpoints)
    .where(tables.checkpoints.c.station == bindparam("of"))
    .order_by(tables.checkpoints.c.seq.desc())
    .limit(_FEW)
)
_HASH = select(tables.journal.c.hash).where(
    tables.journal.c.station == bindparam("of"), tables.journal.c.seq == bindparam("at")
)


def _sure(journal: Journal) -> int:
    table = tables.marks
    with journal.database.read() as connection:
        return connection.execute(select(table.c.value).where(table.c.name == SURE)).scalar() or 0


def _of(connection: Connection, station: str) -> tuple[Checkpoint, ...]:
    table = tables.checkpoints
    query = select(table).order_by(table.c.station, table.c.seq)
    rows = connection.execute(query.where(table.c.station == station) if station else query)
    return tuple([Checkpoint(**row._asdict()) for row in rows])


def _last_sound(connection: Connection, station: str) -> Row[Any] | None:
    """The newest entry that continues all before it."""
    aside, entries = tables.kept_aside, tables.journal
    disputed = (aside.c.station == station, aside.c.reason.in_(_NOT_FOLLOWING))
    first = connection.execute(select(sql.min(aside.c.seq)).where(*disputed)).scalar()
    if first is None:
        return head_of(connection, station)
    before = select(entries).where(entries.c.station == station, entries.c.seq == first - 1)
    return connection.execute(before).one_or_none()


def _values(one: Checkpoint) -> dict[str, object]:
    return {name: getattr(one, name) for name in Checkpoint.__slots__}
