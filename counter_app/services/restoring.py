"""A machine goes on from a backup: all is checked aside, then put in place; never a second copy of a station.

The new machine has a data key and a name of its own. What a thief finds on the old disk opens nothing that comes after,
and nobody writes under the old name again: the old station is barred, its entries stay, and those that it had not sent
are passed on by this one (``counter_app.journal.succession``).
"""

import logging
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from filelock import FileLock, Timeout

from counter_app.crash_reports import FOLDER as CRASHES
from counter_app.domain.facts import StationBarred
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.journal.signing import is_signed
from counter_app.journal.succession import Predecessor, take_over
from counter_app.ports import Clock
from counter_app.services import setup
from counter_app.services.backup import CONTENTS, FILES, Progress, read_content, refused
from counter_app.services.security_log import SecurityKind, SecurityLog
from counter_app.services.setup import JoiningStation
from counter_app.store import old_scans
from counter_app.store.backup_file import BackupHead, BackupList, read_head, take_database
from counter_app.store.blobs import BlobCipher, blob_path
from counter_app.store.database import open_database
from counter_app.store.durable import make_folder_durably, sync_folder, write_durably
from counter_app.store.keys import load_key, load_or_make_key, open_sealed_text
from counter_app.store.recovery import keep_recovery, open_by_words, seal_by_words
from counter_app.store.snapshots import examine, give_key, is_unused

log = logging.getLogger(__name__)

_PART, _LOCK, _DATABASE, _KEY = "restore.part", "in-use.lock", "counter.db", "station.key"
_EMPTY = frozenset(
    (
        *(_PART, _LOCK, _DATABASE, f"{_DATABASE}-wal", f"{_DATABASE}-shm", _KEY, *FILES, "station.recovery"),
        *("blobs", "scans", "uploads", CRASHES),
    )
)
"""What the program makes in a folder before anybody has set it up."""
_SPARE = 16 << 20

Rejoin = Callable[[Journal, Predecessor, Mapping[str, str]], int]
"""Makes the new station known where the old one was, as the small files say; returns the least rank free there."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a backup: the words on paper, or the province's private escrow key."""

    words: str = ""
    identity: str = ""

    def key_of(self, head: BackupHead, path: Path) -> bytes:
        """Return the data key. Raises RECOVERY_WRONG, and ESCROW_ABSENT, ESCROW_NOT_OURS, ESCROW_KEY_INVALID."""
        if not self.identity:
            return open_by_words(self.words, head.by_words)
        if not head.by_escrow:
            raise CounterError(Code.ESCROW_ABSENT, path=path)
        return open_sealed_text(head.by_escrow, self.identity)


@dataclass(frozen=True, slots=True)
class Restored:
    """Whose backup it was, this machine's new id, how many entries there are, and how many contents are not."""

    head: BackupHead
    station: str
    entries: int
    lacking: int


def restore_backup(
    path: Path, folder: Path, opening: Opening, clock: Clock, rejoin: Rejoin, told: Progress = lambda done, all_: None
) -> Restored:
    """Put what is in a backup into an empty data folder, as a new station of its office; blocks.

    After a failure nothing of it is in the folder. Raises RESTORE_NOT_EMPTY, BACKUP_UNREADABLE, BACKUP_DAMAGED,
    BACKUP_TOO_NEW, BACKUP_NO_ROOM, DATA_IN_USE, STORE_TOO_NEW, what ``Opening.key_of`` and ``rejoin`` raise.
    """
    head = read_head(path)
    key = opening.key_of(head, path)
    with refused(folder):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with _locked(folder):
            _check_empty(folder)
            with _staged(folder) as staged:
                work = _Restoring(path, staged, head, key, told)
                listed = work.take()
                restored = work.become(listed, opening, clock, rejoin)
                _move_in(staged, folder)
    log.info("event=restored_from_backup entries=%d lacking=%d", restored.entries, restored.lacking)
    return restored


class _Restoring:
    """What is done aside."""

    def __init__(self, path: Path, staged: Path, head: BackupHead, key: bytes, told: Progress) -> None:
        self._path, self._staged, self._head, self._key, self._told = path, staged, head, key, told
        self._new_key = b""
        self._done, self._all = 0, head.database_size
        self._lacking: list[str] = []

    def take(self) -> BackupList:
        """Copy the database and the contents here, all of it checked, under a key of this machine's own."""
        self._need(3 * self._head.database_size)
        database = self._staged / _DATABASE
        with database.open("wb") as file:
            listed = take_database(self._path, self._key, is_signed, file, self._go_on)
        found = examine(database, self._key, self._head.station)
        if (found.end.heads, found.end.hash) != (listed.heads, listed.hash):
            raise CounterError(Code.BACKUP_DAMAGED, path=self._path, detail="journal")
        size = sum(listed.contents.values())
        self._all += size
        self._need(size)
        database.rename(database.with_suffix(".old"))  # a key is made where there is no database yet
        self._new_key = load_or_make_key(self._staged)
        database.with_suffix(".old").rename(database)
        give_key(database, self._key, self._new_key)
        self._take_contents(listed)
        return listed

    def become(self, listed: BackupList, opening: Opening, clock: Clock, rejoin: Rejoin) -> Restored:
        """Make a new station of it, which the office and the province may know at once."""
        for name in (name for name in FILES if name in listed.files):
            write_durably(self._staged / name, listed.files[name].encode())
        if opening.words:
            keep_recovery(self._staged, seal_by_words(opening.words, self._new_key))
        database = open_database(self._staged)
        try:
            with database.write() as connection:
                old_scans.mark_away(connection, self._lacking)
            before = take_over(database)
            journal = Journal(database, clock)
            rank = rejoin(journal, before, listed.files)
            _enrol(journal, replace(before, rank=max(rank, before.rank)))
            security = SecurityLog(journal)
            security.note(
                SecurityKind.RESTORED, subject=f"station/{before.station.id}", entries=sum(listed.heads.values())
            )
            security.flush()
            return Restored(self._head, journal.key.station, sum(listed.heads.values()), len(self._lacking))
        finally:
            database.close()

    def _take_contents(self, listed: BackupList) -> None:
        """One that is damaged or missing is no reason to leave the others: the province may have it.

        Where the medium went away nothing is taken: what is on it would be missing here for ever.
        """
        before, after, blobs = BlobCipher(self._key), BlobCipher(self._new_key), self._staged / "blobs"
        for name, size in listed.contents.items():
            try:
                content = before.open(name, read_content(self._path.parent / CONTENTS / blob_path(name), size))
            except (OSError, CounterError) as error:
                if isinstance(error, CounterError) and error.code is not Code.BLOB_DAMAGED:
                    raise
                read_head(self._path)
                log.warning("event=content_lacking_in_backup kind=%s", type(error).__name__)
                self._lacking.append(name)
            else:
                (blobs / name[:2]).mkdir(parents=True, exist_ok=True)
                (blobs / blob_path(name)).write_bytes(after.seal(name, content))
            self._go_on(size)
        _sync_all(blobs)

    def _need(self, size: int) -> None:
        free = shutil.disk_usage(self._staged).free
        if free < size + _SPARE:
            missing = (size + _SPARE - free) // (1 << 20) + 1
            raise CounterError(Code.BACKUP_NO_ROOM, path=self._staged.parent, megabytes=missing)

    def _go_on(self, size: int) -> None:
        self._done += size
        self._told(min(self._done, self._all), self._all)


def _enrol(journal: Journal, before: Predecessor) -> None:
    """Say who this machine is, and that the one before it writes no more."""
    old = before.station
    setup.join(journal, JoiningStation(old.office, old.name, old.roles, before.rank, succeeds=True))
    if not old.barred:
        with journal.transaction() as transaction:
            transaction.append(f"station/{old.id}", StationBarred(barred=True), "station")


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    try:
        with FileLock(folder / _LOCK, timeout=0, thread_local=False):
            yield
    except Timeout as error:
        raise CounterError(Code.DATA_IN_USE, path=folder) from error


@contextmanager
def _staged(folder: Path) -> Iterator[Path]:
    """A folder aside; the disk that holds it is the one where all will be."""
    staged = folder / _PART
    shutil.rmtree(staged, ignore_errors=True)
    staged.mkdir(mode=0o700)
    try:
        yield staged
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _check_empty(folder: Path) -> None:
    """Nothing but what the program makes by itself; or what a restoring left that was cut while it moved in."""
    if not _is_empty(folder):
        raise CounterError(Code.RESTORE_NOT_EMPTY, path=folder)


def _is_empty(folder: Path) -> bool:
    if any(path.name not in _EMPTY for path in folder.iterdir()):
        return False
    was_cut = (folder / _PART).exists()
    if not (folder / _DATABASE).exists():
        if (folder / _KEY).exists() and not was_cut:
            return False  # of a database that somebody put elsewhere, and nothing else may open it
    elif not _is_unused(folder):
        return False
    return was_cut or not any(path.is_file() for name in ("blobs", "scans") for path in (folder / name).rglob("*"))


def _is_unused(folder: Path) -> bool:
    try:
        return is_unused(folder / _DATABASE, load_key(folder))
    except CounterError:
        return False


def _sync_all(folder: Path) -> None:
    """Make thousands of new files durable at once, where the system can: nothing is promised of them before."""
    if hasattr(os, "sync"):
        os.sync()
        return
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("r+b") as file:
                os.fsync(file.fileno())


def _move_in(staged: Path, folder: Path) -> None:
    """The database comes last: until then the folder is none that a station opens, and restoring may begin again."""
    for name in (_DATABASE, f"{_DATABASE}-wal", f"{_DATABASE}-shm", _KEY, "settings.toml"):
        (folder / name).unlink(missing_ok=True)
    shutil.rmtree(folder / "blobs", ignore_errors=True)
    make_folder_durably(staged / "blobs")
    last = (_LOCK, _DATABASE)
    for path in sorted(staged.iterdir(), key=lambda path: last.index(path.name) if path.name in last else -1):
        if path.name != _LOCK:
            path.replace(folder / path.name)
            sync_folder(folder)
