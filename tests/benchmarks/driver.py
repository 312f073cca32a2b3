"""The baseline: the bare SQLite driver, with the program's own settings, one INSERT a transaction."""

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.schema import CreateIndex, CreateTable

from counter_app.domain.entry import Entry
from counter_app.store.database import _PRAGMAS
from counter_app.store.tables import journal

_KEY = bytes(range(32))
_INSERT = f"INSERT INTO journal VALUES ({', '.join('?' * len(Entry.__slots__))})"  # noqa: S608 - a constant


def open_bare(path: Path, key: bytes) -> Any:  # noqa: ANN401 - the driver has no types
    """Open an encrypted file as the program does, without the program: a connection of sqlcipher3."""
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    for pragma in _PRAGMAS:
        connection.execute(pragma).fetchall()
    return connection


class BareDriver:
    """A journal table of its own in ``path``; ``encrypted`` as the program's is, or not."""

    def __init__(self, path: Path, *, encrypted: bool) -> None:
        self._connection: Any = sqlcipher.connect(str(path), isolation_level=None)
        if encrypted:
            self._connection.execute(f"PRAGMA key=\"x'{_KEY.hex()}'\"")
        for pragma in _PRAGMAS:
            self._connection.execute(pragma).fetchall()
        self._connection.execute(str(CreateTable(journal).compile(dialect=dialect())))
        for index in journal.indexes:
            self._connection.execute(str(CreateIndex(index).compile(dialect=dialect())))

    def insert(self, entry: Entry, seq: int) -> None:
        """Write one row durably: ``entry`` under another number and stream."""
        row = [getattr(entry, name) for name in Entry.__slots__]
        row[1], row[2] = seq, f"dossier/{seq:032x}"
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute(_INSERT, row)
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
