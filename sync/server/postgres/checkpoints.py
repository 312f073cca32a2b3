"""What a province countersigned, in PostgreSQL: kept beside the entries, and compared with them."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, LiteralString

from psycopg import Connection

from counter_app.journal import checkpoints
from counter_app.journal.checkpoints import Checkpoint, Rhythm
from counter_app.journal.signing import StationKey

_COLUMNS: LiteralString = "station, seq, hash, at, signer, signature"
# The row of its head is locked: two processes do not sign the same, and what is signed is committed.
_HEAD = """
    SELECT heads.office, heads.seq, heads.hash FROM heads JOIN stations USING (office, station)
    WHERE stations.station = %s FOR UPDATE OF heads
"""
# The last entry before the first that does not continue those before it: from there on nobody vouches.
_SOUND = """
    SELECT seq, hash FROM entries WHERE office = %(office)s AND station = %(station)s AND seq = (
        SELECT min(seq) - 1 FROM kept_aside
        WHERE office = %(office)s AND station = %(station)s AND reason IN ('chain', 'hash', 'signature')
    )
"""
_DISPUTED = """
    SELECT 1 FROM kept_aside WHERE office = %s AND station = %s AND reason IN ('chain', 'hash', 'signature') LIMIT 1
"""
_OF_STATION: LiteralString = f"SELECT {_COLUMNS} FROM checkpoints WHERE office = %s AND station = %s ORDER BY seq"  # noqa: S608
_NEWEST: LiteralString = f"""
    SELECT DISTINCT ON (station) {_COLUMNS} FROM checkpoints
    WHERE office = %s AND station = ANY(%s) ORDER BY station, seq DESC
"""  # noqa: S608
_KEEP = """
    INSERT INTO checkpoints (office, station, seq, hash, at, signer, signature) VALUES (%s, %s, %s, %s, %s, %s, %s)
    ON CONFLICT (office, station, seq) DO UPDATE
    SET hash = excluded.hash, at = excluded.at, signer = excluded.signer, signature = excluded.signature
"""
_DROP = "DELETE FROM checkpoints WHERE office = %s AND station = %s AND seq = ANY(%s)"
_OTHER: LiteralString = """
    SELECT checkpoints.station, checkpoints.seq, checkpoints.hash, checkpoints.at, checkpoints.signer,
        checkpoints.signature, entries.hash
    FROM checkpoints LEFT JOIN entries USING (office, station, seq) ORDER BY office, station, seq
"""


def countersign(
    connection: Connection[Any], station: str, key: StationKey, now: datetime, rhythm: Rhythm
) -> Checkpoint | None:
    """Sign how far a station's entries are here and keep that, in the caller's transaction; None if it is not due."""
    head = connection.execute(_HEAD, (station,)).fetchone()
    if head is None:
        return None
    office, seq, digest = head
    if connection.execute(_DISPUTED, (office, station)).fetchone() is not None:
        sound = connection.execute(_SOUND, {"office": office, "station": station}).fetchone()
        if sound is None:
            return None
        seq, digest = sound
    before = _read(connection.execute(_OF_STATION, (office, station)))
    mine = [one for one in before if one.signer == key.public_hex]
    if not checkpoints.due(mine[-1] if mine else None, seq, digest, now, rhythm):
        return None
    made = checkpoints.signed(station, seq, digest, now, key)
    connection.execute(_KEEP, (office, made.station, made.seq, made.hash, made.at, made.signer, made.signature))
    if gone := checkpoints.spare([one.seq for one in mine] + [made.seq]):
        connection.execute(_DROP, (office, station, gone))
    return made


def of_station(connection: Connection[Any], office: str, station: str) -> tuple[Checkpoint, ...]:
    """Return what is kept of a station, in the order of the numbers."""
    return _read(connection.execute(_OF_STATION, (office, station)))


def newest_of(connection: Connection[Any], office: str, stations: Collection[str]) -> tuple[Checkpoint, ...]:
    """Return the newest of each of these stations."""
    return _read(connection.execute(_NEWEST, (office, list(stations))))


def with_hashes(connection: Connection[Any]) -> tuple[tuple[Checkpoint, str | None], ...]:
    """Return every checkpoint with the hash of the entry that is here under its number, None where there is none."""
    return tuple((Checkpoint(*row[:6]), row[6]) for row in connection.execute(_OTHER))


def _read(rows: Iterable[Any]) -> tuple[Checkpoint, ...]:
    return tuple(Checkpoint(*row) for row in rows)
