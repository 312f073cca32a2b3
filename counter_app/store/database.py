"""Opens the encrypted database of a data folder: one program, one SQLite copy, one writer; others may only read."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from filelock import FileLock, Timeout
from sqlalchemy import Connection as Connection
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from counter_app.errors import Code, CounterError
from counter_app.store.blobs import BlobStore
from counter_app.store.keys import close_to_others, load_key, load_or_make_key

SQLITE_NEEDED = (3, 51, 3)
"""The first release without the WAL-reset corruption bug of 3.7.0–3.51.2."""

# synchronous=FULL: with NORMAL a power cut loses acknowledged rows (tests/e2e/test_power_cut.py shows it).
_PRAGMAS: tuple[str, ...] = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=5000",
    "PRAGMA wal_autocheckpoint=1000",
    "PRAGMA journal_size_limit=67108864",
    "PRAGMA cache_size=-16384",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA mmap_size=0",
)
_STEPS = 100
"""So many of SQLite's own steps lie between two questions whether a copy is wanted; each statement counts anew."""
_PRAGMAS_TO_READ: tuple[str, ...] = (
    "PRAGMA query_only=ON",
    "PRAGMA busy_timeout=5000",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA mmap_size=0",
)


def check_sqlite(version: str = sqlcipher.sqlite_version) -> None:
    """Refuse an SQLite that may corrupt a WAL database. Raises SQLITE_TOO_OLD."""
    if tuple(int(part) for part in version.split(".")) < SQLITE_NEEDED:
        raise CounterError(Code.SQLITE_TOO_OLD, found=version, needed=".".join(map(str, SQLITE_NEEDED)))


class Database:
    """The database of one data folder; ``read`` from any thread, ``write`` by one thread at a time."""

    def __init__(self, folder: Path, engine: Engine, blobs: BlobStore, lock: FileLock | None) -> None:
        self.folder = folder
        self.blobs = blobs
        self.key_was_open = False  # others of this machine could read the key file until now
        self._engine = engine
        self._writing = engine.execution_options(write=True)
        self._write_lock = threading.Lock()
        self._lock = lock

    @property
    def only_read(self) -> bool:
        """Whether another program has the folder in use: nothing can be written here."""
        return self._lock is None

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A snapshot; never waits for the writer."""
        with _translated(self.folder), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: durable when the block ends, gone if it raises. Raises DISK_FULL, DATA_NOT_WRITABLE."""
        with self._write_lock, _translated(self.folder), self._writing.begin() as connection:
            yield connection

    @contextmanager
    def write_if_free(self) -> Iterator[Connection | None]:
        """As ``write``, but None while a transaction is under way, be it the caller's own: it never waits for one."""
        if not self._write_lock.acquire(blocking=False):
            yield None
            return
        try:
            with _translated(self.folder), self._writing.begin() as connection:
                yield connection
        finally:
            self._write_lock.release()

    def copy_to(self, path: Path, cut: Callable[[], bool] = lambda: False) -> None:
        """Write a copy as of one moment, under the same key, beside whoever writes; blocks, and holds no lock.

        Raises BACKUP_STOPPED soon after ``cut`` says so, and DISK_FULL.
        """
        engine = self._engine.execution_options(copies=True)
        with _translated(self.folder), engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            raw.set_progress_handler(lambda: int(cut()), _STEPS)
            try:
                connection.exec_driver_sql("PRAGMA query_only=OFF")  # a file opened to be read stays so all the same
                connection.exec_driver_sql("VACUUM INTO ?", (str(path),))
            except DBAPIError as error:
                if cut():
                    raise CounterError(Code.BACKUP_STOPPED) from error
                raise
            finally:
                raw.set_progress_handler(None, 0)
                connection.exec_driver_sql(f"PRAGMA query_only={'ON' if self._lock is None else 'OFF'}")

    def close(self) -> None:
        """Close every connection and give the folder free."""
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()


def open_database(folder: Path) -> Database:
    """Open (and on the first run make) the database of ``folder``.

    Raises DATA_IN_USE, DATA_NOT_WRITABLE, DISK_FULL, SQLITE_TOO_OLD, KEY_MISSING, KEY_WRONG, STORE_TOO_NEW,
    STORE_CORRUPT.
    """
    check_sqlite()
    lock = _lock(folder)
    try:
        was_open = close_to_others(folder)
        key = load_or_make_key(folder)
        engine = connect(folder / "counter.db", key)
        with _translated(folder):
            from counter_app.store.migrations import upgrade

            upgrade(engine)
        database = Database(folder, engine, BlobStore(folder / "blobs", key), lock)
        database.key_was_open = was_open
        return database
    except BaseException:
        lock.release()
        raise


def open_to_read(folder: Path) -> Database:
    """Open the database of ``folder`` beside the program that has it in use: nothing is locked, written or migrated.

    Raises NOT_SET_UP, SQLITE_TOO_OLD, KEY_MISSING, KEY_WRONG, STORE_TOO_NEW, STORE_TOO_OLD, STORE_CORRUPT.
    """
    check_sqlite()
    path = folder / "counter.db"
    if not path.exists():
        raise CounterError(Code.NOT_SET_UP, path=folder)
    key = load_key(folder)
    engine = connect(path, key, to_read=True)
    try:
        with _translated(folder):
            from counter_app.store.migrations import check_version

            check_version(engine, folder)
        return Database(folder, engine, BlobStore(folder / "blobs", key), None)
    except BaseException:
        engine.dispose()
        raise


def check_key(folder: Path, key: bytes) -> None:
    """Try ``key`` on the database of ``folder``; nothing is written. Raises KEY_WRONG, DATA_IN_USE, STORE_CORRUPT."""
    lock = _lock(folder)
    engine = connect(folder / "counter.db", key, to_read=True)
    try:
        with _translated(folder), engine.connect() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
    finally:
        engine.dispose()
        lock.release()


def connect(path: Path, key: bytes, *, to_read: bool = False) -> Engine:
    """Return an engine on the encrypted file ``path``; ``key`` is the raw 32-byte key.

    ``to_read`` opens it so that nothing can be written: readers of a WAL file may be of any process.
    """
    engine = create_engine(
        f"sqlite:///{path.absolute().as_uri()}?mode=ro&uri=true" if to_read else f"sqlite:///{path}",
        module=sqlcipher,
        poolclass=QueuePool,
        pool_size=6,
        max_overflow=10,
        pool_use_lifo=True,  # who wrote last still has its pages; each commit makes the others drop theirs
        connect_args={"check_same_thread": False},
        hide_parameters=True,  # an error's text goes to the log: no personal data there
    )

    @event.listens_for(engine, "connect")
    def prepare(raw: Any, _record: object) -> None:  # noqa: ANN401 - the driver has no types
        raw.isolation_level = None
        raw.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        for pragma in _PRAGMAS_TO_READ if to_read else _PRAGMAS:
            raw.execute(pragma).fetchall()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("copies"):
            return  # VACUUM INTO is a transaction of its own
        # A deferred BEGIN that writes later fails at once with SQLITE_BUSY_SNAPSHOT, whatever the time-out.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("write") else "BEGIN")

    return engine


def _lock(folder: Path) -> FileLock:
    # Opened on a worker and closed on the main thread: the lock is the process's, not a thread's.
    lock = FileLock(folder / "in-use.lock", thread_local=False)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise CounterError(Code.DATA_IN_USE, path=folder) from error
    except OSError as error:
        raise CounterError(Code.DATA_NOT_WRITABLE, path=folder) from error
    return lock


@contextmanager
def _translated(folder: Path) -> Iterator[None]:
    """Turn the driver's errors that a user can do something about into codes."""
    try:
        yield
    except DBAPIError as error:
        code = _code(str(error.orig))
        if code is None:
            raise
        raise CounterError(code, path=folder) from error


def _code(text: str) -> Code | None:
    known = {
        "full": Code.DISK_FULL,
        "disk I/O error": Code.DISK_FAULT,
        "readonly": Code.DATA_NOT_WRITABLE,
        "unable to open": Code.DATA_NOT_WRITABLE,
        "malformed": Code.STORE_CORRUPT,
        "not a database": Code.KEY_WRONG,
    }
    return next((code for part, code in known.items() if part in text), None)
