"""How a database is, looked at in a bounded time beside the program that uses it: nothing is written."""

from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from counter_app.errors import Code, CounterError
from counter_app.store.database import Database

_STEPS = 1000
"""So many of SQLite's own steps lie between two looks at the clock."""
_SHARE = 3
"""No table takes more than this part of the time, so that one large table does not keep the others from their turn."""


@dataclass(frozen=True, slots=True)
class Checked:
    """``tables`` there are; of ``unfinished`` only a part was read in the time; nothing wrong was found."""

    tables: int
    unfinished: int


def quick_check(database: Database, seconds: float) -> Checked:
    """Let SQLite look through the tables and their indexes, for so long at most; SQLCipher proves each page read.

    Raises STORE_CORRUPT, DISK_FAULT.
    """
    unfinished, end = 0, monotonic() + seconds
    try:
        with database.read() as connection:
            # Said once, in words, by whoever asked; the library would write lines for each page to stderr.
            connection.exec_driver_sql("PRAGMA cipher_log_level = NONE")
            names = _tables(connection)
            for name in names:
                until = min(end, monotonic() + seconds / _SHARE)
                unfinished += not _check(connection, name, until)
    except CounterError as error:
        if error.code is Code.KEY_WRONG:  # the key opened the first page: another one is no page any more
            raise CounterError(Code.STORE_CORRUPT, path=database.folder) from error
        raise
    except DBAPIError as error:
        raise CounterError(Code.STORE_CORRUPT, path=database.folder) from error
    return Checked(len(names), unfinished)


def _tables(connection: Connection) -> list[str]:
    """The tables that have pages, in the order in which they were made."""
    return list(
        connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY rootpage"
        ).scalars()
    )


def _check(connection: Connection, table: str, until: float) -> bool:
    """Whether the whole table was read in time. Raises STORE_CORRUPT, and what the driver says of a bad page."""
    raw: Any = connection.connection.driver_connection
    raw.set_progress_handler(lambda: int(monotonic() > until), _STEPS)
    try:
        told = connection.exec_driver_sql(f'PRAGMA quick_check("{table}")').scalars().first()
    except DBAPIError as error:
        if monotonic() > until and "interrupted" in str(error.orig):
            return False
        raise
    finally:
        raw.set_progress_handler(None, 0)
    if told != "ok":
        raise CounterError(Code.STORE_CORRUPT, path=connection.engine.url.database)
    return True


def log_megabytes(folder: Path) -> int:
    """Return the size of what was written and is not in the database's own file yet, in MB."""
    try:
        return (folder / "counter.db-wal").stat().st_size // 1_000_000
    except OSError:
        return 0


def sqlite_versions() -> tuple[str, str]:
    """Return the versions of SQLite and of SQLCipher in this process; the second is empty where it does not say."""
    connection = sqlcipher.connect(":memory:")
    try:
        told = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    return sqlcipher.sqlite_version, str(told[0]).split()[0] if told else ""
