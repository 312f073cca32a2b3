"""A machine that goes on from the backup of another: the same journal, another station.

Whoever wrote on under the old name would write numbers that the old machine may have written already, after its backup
was made. So the old station becomes one of the others, with all that it wrote, and this machine a new one. The old
key is kept just until an upstream knows the new station on its word.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, or_, select
from sqlalchemy import func as sql

from counter_app.domain.places import Station
from counter_app.errors import Code, CounterError
from counter_app.journal import arrivals, checkpoints, outbox
from counter_app.journal.journal import HOLDING, Journal
from counter_app.journal.signing import StationKey, load_station_key
from counter_app.store import places, tables
from counter_app.store.database import Database

SUCCEEDS = "succeeds-by-backup"
"""The mark of a machine that passes on what the one before it had not sent."""
_OWN_MARKS = (outbox.PUSHED, *HOLDING, checkpoints.SURE, "successor", SUCCEEDS)
"""What the old station knew of itself alone."""
_STATION, _KEY = "predecessor", "predecessor-key"


@dataclass(frozen=True, slots=True)
class Predecessor:
    """The station that a backup was made by, as its office knew it; ``rank`` is a free one, for its successor."""

    station: Station
    rank: int


def take_over(database: Database) -> Predecessor:
    """Make the journal of a backup one that another station goes on with: open it as a Journal after this.

    Raises BACKUP_DAMAGED where the station of the backup does not know itself.
    """
    with database.write() as connection:
        key = _identity(connection, "station", "key")
        own = places.place(connection, f"station/{key.station}", Station) if key else None
        if key is None or own is None or own.public_key != key.public_hex:
            raise CounterError(Code.BACKUP_DAMAGED, path=database.folder, detail="station")
        pushed = _mark(connection, outbox.PUSHED)
        _forget_own(connection)
        arrivals.admit(connection, key.station, key.public_hex, own.office)
        values = [{"name": f"relayed/{key.station}", "value": pushed}, {"name": SUCCEEDS, "value": 1}]
        connection.execute(insert(tables.marks).prefix_with("OR REPLACE"), values)
        kept = [
            {"name": _STATION, "value": key.station.encode()},
            {"name": _KEY, "value": key.private.private_bytes_raw()},
        ]
        connection.execute(delete(tables.identity).where(tables.identity.c.name.in_(("station", "key"))))
        connection.execute(insert(tables.identity), kept)
        return Predecessor(own, _free_rank(connection, own.office))


def predecessor_key(journal: Journal) -> StationKey | None:
    """The key of the machine whose place this one took, until an upstream knows this one."""
    with journal.database.read() as connection:
        return _identity(connection, _STATION, _KEY)


def is_known_now(journal: Journal) -> None:
    """An upstream knows this station: the other's key is not needed any more."""
    with journal.database.write() as connection:
        connection.execute(delete(tables.identity).where(tables.identity.c.name.in_((_STATION, _KEY))))


def passes_on(journal: Journal) -> bool:
    """Whether this machine sends what the one before it had not sent."""
    return bool(outbox.mark(journal, SUCCEEDS))


def _identity(connection: Connection, station: str, key: str) -> StationKey | None:
    table = tables.identity
    kept = {row.name: row.value for row in connection.execute(select(table).where(table.c.name.in_((station, key))))}
    return load_station_key(kept[station].decode(), kept[key]) if len(kept) == 2 else None


def _mark(connection: Connection, name: str) -> int:
    return connection.execute(select(tables.marks.c.value).where(tables.marks.c.name == name)).scalar() or 0


def _forget_own(connection: Connection) -> None:
    """Marks that say what an upstream has of the old station, and codes that let others in at the old machine."""
    name = tables.marks.c.name
    others = (name.startswith("pushed/"), name.startswith("enrolment/"))
    connection.execute(delete(tables.marks).where(or_(name.in_(_OWN_MARKS), *others)))


def _free_rank(connection: Connection, office: str) -> int:
    """A rank above all that the office's machines have: its ranges of numbers are nobody else's."""
    marks = tables.marks
    given = connection.execute(select(sql.max(marks.c.value)).where(marks.c.name.startswith("rank/"))).scalar() or 0
    known = max((one.rank for one in places.all_of(connection, Station) if one.office == office), default=0)
    return max(int(given), known) + 1
