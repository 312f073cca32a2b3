"""A copy of the database that nobody writes: what is in it, whether it is sound, and another key for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select, text
from sqlalchemy import func as sql
from sqlalchemy.exc import DBAPIError

from counter_app.errors import Code, CounterError
from counter_app.store import tables
from counter_app.store.database import connect
from counter_app.store.migrations import HEAD, schema_version


@dataclass(frozen=True, slots=True)
class JournalEnd:
    """Where the journal of a copy ends: the last number of each station, and the own one's last hash."""

    heads: dict[str, int]
    hash: str

    @property
    def entries(self) -> int:
        """How many entries there are."""
        return sum(self.heads.values())


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A sound copy: its schema, where its journal ends, and which contents its entries and forms name."""

    schema: str
    end: JournalEnd


def examine(path: Path, key: bytes, station: str) -> Snapshot:
    """Look through a whole copy, every page of it.

    Raises STORE_TOO_NEW for one of a later program, STORE_CORRUPT for one that is damaged or does not open.
    """
    engine = connect(path, key, to_read=True)
    try:
        with _refused(path):
            schema = schema_version(engine) or ""
            if schema > HEAD:
                raise CounterError(Code.STORE_TOO_NEW, path=path)
            with engine.connect() as connection:
                if connection.execute(text("PRAGMA quick_check")).scalar() != "ok":
                    raise CounterError(Code.STORE_CORRUPT, path=path)
                return Snapshot(schema, _end(connection, station))
    finally:
        engine.dispose()


def give_key(path: Path, key: bytes, new: bytes) -> None:
    """Encrypt a copy anew. Raises STORE_CORRUPT."""
    engine = connect(path, key)
    try:
        with _refused(path), engine.execution_options(copies=True).connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode=DELETE")
            connection.exec_driver_sql(f"PRAGMA rekey=\"x'{new.hex()}'\"")
    finally:
        engine.dispose()


def is_unused(path: Path, key: bytes) -> bool:
    """Whether a database has no entry yet: the program made it when it was opened first."""
    engine = connect(path, key, to_read=True)
    try:
        with _refused(path), engine.connect() as connection:
            return connection.execute(select(tables.journal.c.seq).limit(1)).first() is None
    finally:
        engine.dispose()


def _end(connection: Connection, station: str) -> JournalEnd:
    journal = tables.journal
    newest = select(journal.c.station, sql.max(journal.c.seq)).group_by(journal.c.station)
    heads = {str(name): int(seq) for name, seq in connection.execute(newest)}
    own = select(journal.c.hash).where(journal.c.station == station, journal.c.seq == heads.get(station, 0))
    return JournalEnd(heads, connection.execute(own).scalar() or "")


@contextmanager
def _refused(path: Path) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise CounterError(Code.STORE_CORRUPT, path=path) from error
