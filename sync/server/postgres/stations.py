"""The stations of a province in PostgreSQL: codes that let them in, who they are, and which were revoked."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, LiteralString

from psycopg import Connection

from counter_app.errors import Code, CounterError
from counter_app.journal.enrolment import Admission, digest_of
from counter_app.journal.outbox import Peer
from counter_app.journal.signing import FIRST, is_station_id
from sync.server.postgres.batches import stations_of

_STATION = "SELECT station, public_key, office, revoked OR barred FROM stations WHERE station = %s"
_WITH_HEADS: LiteralString = """
    SELECT stations.station, stations.public_key, stations.office, stations.revoked, heads.seq
    FROM stations JOIN heads USING (office, station)
"""


def station(connection: Connection[Any], name: str) -> Peer | None:
    """Return a station without its head; one that its office barred counts as revoked."""
    row = connection.execute(_STATION, (name,)).fetchone()
    return None if row is None else Peer(row[0], row[1], row[2], row[3], 0)


def of_office(connection: Connection[Any], office: str) -> tuple[Peer, ...]:
    """Return an office's stations with their heads."""
    return _peers(connection.execute(_WITH_HEADS + "WHERE office = %s ORDER BY station", (office,)))


def all_of(connection: Connection[Any]) -> tuple[Peer, ...]:
    """Return every station with its head."""
    return _peers(connection.execute(_WITH_HEADS + "ORDER BY office, station"))


def admit(connection: Connection[Any], name: str, public_key: str, office: str) -> None:
    """Know a station. Raises ENROLMENT_REFUSED for no id, and where it is known under another key, or elsewhere."""
    if not is_station_id(name):
        raise CounterError(Code.ENROLMENT_REFUSED)
    connection.execute("INSERT INTO audiences (office) VALUES (%s) ON CONFLICT DO NOTHING", (office,))
    added = connection.execute(
        "INSERT INTO stations (office, station, public_key) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING",
        (office, name, public_key),
    )
    if added.rowcount:
        first = (office, name, FIRST)
        connection.execute("INSERT INTO heads (office, station, seq, hash) VALUES (%s, %s, 0, %s)", first)
        return
    known = station(connection, name)
    if known is None or (known.public_key, known.office) != (public_key, office):
        raise CounterError(Code.ENROLMENT_REFUSED)


def enrol(connection: Connection[Any], code: str, name: str, public_key: str, office: str, now: datetime) -> Admission:
    """Admit a station with a code; asking again gives the same answer. Raises ENROLMENT_REFUSED, STATION_REVOKED."""
    known = station(connection, name)
    if known is not None and known.public_key == public_key:
        if known.revoked:
            raise CounterError(Code.STATION_REVOKED, station=name)
        return Admission(known.office, _rank(connection, name, known.office))
    granted = _use(connection, code, office, now)
    admit(connection, name, public_key, granted)
    return Admission(granted, _rank(connection, name, granted))


def keep_code(connection: Connection[Any], code: str, office: str, good_until: datetime | None) -> None:
    """Keep a code's hash."""
    values = (office, digest_of(code), good_until)
    connection.execute("INSERT INTO codes (office, digest, good_until) VALUES (%s, %s, %s)", values)


def revoke(connection: Connection[Any], name: str) -> None:
    """Refuse a station from now on. Raises STATION_UNKNOWN."""
    if not connection.execute("UPDATE stations SET revoked = true WHERE station = %s", (name,)).rowcount:
        raise CounterError(Code.STATION_UNKNOWN, station=name)


def _peers(rows: Iterable[Sequence[Any]]) -> tuple[Peer, ...]:
    return tuple(Peer(*row) for row in rows)


def _use(connection: Connection[Any], code: str, office: str, now: datetime) -> str:
    found = connection.execute(
        "SELECT office, used, good_until FROM codes WHERE digest = %s FOR UPDATE", (digest_of(code),)
    ).fetchone()
    if found is None or office not in ("", found[0]) or found[1] or (found[2] is not None and found[2] < now):
        raise CounterError(Code.ENROLMENT_REFUSED)
    connection.execute("UPDATE codes SET used = true WHERE office = %s AND digest = %s", (found[0], digest_of(code)))
    return str(found[0])


def _rank(connection: Connection[Any], name: str, office: str) -> int:
    """The rank given to a station: the next one free in its office, and the same when it asks again."""
    # Whoever gives a rank in this office waits here for the one before.
    connection.execute("SELECT 1 FROM audiences WHERE office = %s FOR UPDATE", (office,))
    ranks = "SELECT station, rank FROM stations WHERE office = %s AND rank IS NOT NULL"
    given: dict[str, int] = dict(connection.execute(ranks, (office,)).fetchall())
    if name in given:
        return given[name]
    told = [one.rank for one in stations_of(connection, office) if one.office == office]
    rank = max([0, *given.values(), *told]) + 1
    values = (rank, office, name)
    connection.execute("UPDATE stations SET rank = %s WHERE office = %s AND station = %s", values)
    return rank
