"""Where a province keeps what it gets: SQLite in its folder, or PostgreSQL with the blobs beside it or elsewhere."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from filelock import FileLock

from counter_app.clocks import SystemClock
from counter_app.errors import Code, CounterError
from counter_app.journal.arrivals import Outcome
from counter_app.journal.checkpoints import PURPOSE
from counter_app.journal.journal import Journal
from counter_app.journal.province_escrow import ProvinceEscrow
from counter_app.journal.signing import StationKey
from counter_app.ports import Clock
from counter_app.store import reviews
from counter_app.store.blobs import Blobs, BlobStore, derive_key
from counter_app.store.database import Database, open_database
from counter_app.store.keys import load_or_make_key
from counter_app.store.upstream_aside import MOST
from sync.records import EntryAnswer
from sync.server.escrow_file import EscrowFile
from sync.server.journal_store import JournalStore
from sync.server.store import ServerStore
from sync.server.uploads import Spool

if TYPE_CHECKING:
    from sync.server.postgres.store import PostgresStore

STICK_READER = "province"
"""How the province is named in packets on a stick: its key says who it is."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """The folder of a province; ``database`` is the URL of its PostgreSQL, ``blobs`` a folder or ``s3://…``.

    The folder has the key of the blobs, and the uploads that are not whole yet: the processes of one database share it.
    ``updates`` is the folder of published packages, None where this province publishes none.
    """

    folder: Path
    database: str = ""
    blobs: str = ""
    updates: Path | None = None


class FolderStore(JournalStore):
    """SQLite in a folder that belongs to this process alone."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._signing = _signing_key(database.blobs.key_for(PURPOSE))
        super().__init__(Journal(database, clock), key=self._signing)
        self._database = database
        self._escrow = EscrowFile(database.folder)

    def escrow(self) -> ProvinceEscrow | None:
        """Return the escrow key that the operator named."""
        return self._escrow.said(self._signing)

    def aside(self, station: str) -> tuple[EntryAnswer, ...]:
        """Return what the fold refused of a station's entries, or was kept aside, and nobody settled."""
        with self._database.read() as connection:
            rows = reviews.open_rows_of(connection, station, MOST)
        return tuple(EntryAnswer(station, row.entry.seq, _outcome(row.reason).value, row.reason) for row in rows)

    def close(self) -> None:
        """Give the folder free."""
        self._database.close()


def open_store(keeping: Keeping, clock: Clock | None = None) -> ServerStore:
    """Open what a province keeps; on the first run it is made.

    Raises what open_database raises; with a database STORE_AWAY, STORE_TOO_NEW, DATA_NOT_WRITABLE, KEY_MISSING,
    KEY_WRONG, BLOBS_ADDRESS, DATABASE_STRANGE and what ``check_address`` raises.
    """
    if not keeping.database:
        return FolderStore(open_database(keeping.folder), clock or SystemClock())
    return open_province(keeping, clock)


def open_province(keeping: Keeping, clock: Clock | None = None) -> "PostgresStore":
    """Open what a province keeps in PostgreSQL. Raises as ``open_store`` with a database."""
    from sync.server.postgres.address import check_address  # psycopg: only where it is used
    from sync.server.postgres.store import PostgresStore

    check_address(keeping.database)
    key = data_key(keeping.folder)
    spool = Spool(keeping.folder / "uploads", derive_key(key, "uploads"))
    signing = _signing_key(derive_key(key, PURPOSE))
    escrow = EscrowFile(keeping.folder)
    store = PostgresStore(keeping.database, _open_blobs(keeping, key), spool, clock, key=signing, escrow=escrow)
    try:
        store.open()
    except BaseException:
        store.close()
        raise
    return store


def data_key(folder: Path) -> bytes:
    """Return the key of a folder that several processes share; the first one makes it.

    Raises DATA_NOT_WRITABLE, KEY_MISSING and KEY_WRONG.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / "key.lock"):
            return load_or_make_key(folder)
    except OSError as error:
        raise CounterError(Code.DATA_NOT_WRITABLE, path=folder) from error


def stick_key(folder: Path) -> StationKey:
    """Return the province's key, the same as long as the folder has its data key.

    Packets on a stick are sealed for it, and it countersigns what stations sent. Raises as ``data_key`` does.
    """
    return _signing_key(derive_key(data_key(folder), PURPOSE))


def _outcome(reason: str) -> Outcome:
    """What a batch with such an entry was answered."""
    return Outcome.CONFLICT if reason == "conflict" else Outcome.KEPT_FOR_REVIEW


def _signing_key(seed: bytes) -> StationKey:
    return StationKey(STICK_READER, Ed25519PrivateKey.from_private_bytes(seed))


def _open_blobs(keeping: Keeping, key: bytes) -> Blobs:
    if keeping.blobs.startswith("s3://"):
        from sync.server.s3_blobs import S3Blobs, read_address  # obstore: only where it is used

        return S3Blobs(read_address(keeping.blobs), key)
    folder = Path(keeping.blobs) if keeping.blobs else keeping.folder / "blobs"
    return BlobStore(folder, key)
