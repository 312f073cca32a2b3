"""Makes one backup, beside whoever works: a copy of the database, and of the contents those that are not there yet.

``QuayMotCua-<office>-<station>/`` at the chosen place holds a file ``….backup`` a time and, for all of them together,
the folder ``contents``. All of it is encrypted: by the data key, which lies in each file sealed for the words on paper
and for the province. What is written gets a temporary name, is synced, read back from the medium and compared; only
then it bears its own name, and only after that old ones go. The copy is looked through before it is written, so that
the digest read back says that the very bytes are there that were sound.
"""

import errno
import logging
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from counter_app import __version__
from counter_app.domain.working_calendar import VIETNAM
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.journal.signing import is_signed
from counter_app.services.setup import office_of, station_of
from counter_app.store.backup_file import (
    SUFFIX,
    BackupHead,
    BackupList,
    Signer,
    digest_of,
    read_list,
    take_database,
    write_backup,
)
from counter_app.store.blobs import BlobCipher, blob_path, is_sha256
from counter_app.store.durable import sync_folder
from counter_app.store.keys import ESCROW_FILE, load_key
from counter_app.store.recovery import load_recovery
from counter_app.store.snapshots import Snapshot, examine

log = logging.getLogger(__name__)

CONTENTS = "contents"
FILES = ("settings.toml", "choices.json")
"""Small files of the data folder that a restored machine needs too."""
OFFICE_FILE = "office.json"
"""Where the office's other machines answered: who restores asks there."""
_SCRATCH = "backup.part"
_PART = ".part"
_MB = 1 << 20
_SPARE = _MB
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

Progress = Callable[[int, int], None]
"""Is told how many bytes are done, and how many there are to do."""
Cut = Callable[[], bool]
"""Whether it is not wanted any more; asked after each piece."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was made and read back; sizes in bytes. ``entries`` is how far the journal went."""

    path: str
    taken_at: datetime
    size: int
    contents: int
    contents_size: int
    entries: int


def place_of(journal: Journal, root: Path) -> Path:
    """Return where this station's backups are below the chosen folder."""
    return root / f"QuayMotCua-{office_of(journal).code}-{journal.key.station}"


def backups_in(place: Path) -> tuple[Path, ...]:
    """Return the backups of one station, the newest first: by how much was written, for clocks may lie."""
    found = [path for path in place.glob(f"*{SUFFIX}") if path.is_file()]
    return tuple(sorted(found, key=_order, reverse=True))


def sealed_keys(folder: Path) -> tuple[str, str]:
    """Return the data key sealed by the words, and for the province; empty where there is no such."""
    try:
        escrow = (folder / ESCROW_FILE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        escrow = ""
    return load_recovery(folder), escrow


def check_place(folder: Path, root: Path) -> None:
    """Go on only if backups of the data folder can lie there. Raises BACKUP_PLACE_ABSENT, BACKUP_PLACE_INSIDE."""
    if not root.is_dir():
        raise CounterError(Code.BACKUP_PLACE_ABSENT, path=root)
    if root.resolve().is_relative_to(folder.resolve()):
        raise CounterError(Code.BACKUP_PLACE_INSIDE, path=root)


def make_backup(
    journal: Journal, root: Path, keep: int, told: Progress = lambda done, all_: None, cut: Cut = lambda: False
) -> Backup:
    """Make a backup below ``root``, and let go of all but the ``keep`` newest; blocks.

    Raises RECOVERY_UNSET, BACKUP_PLACE_ABSENT, BACKUP_PLACE_INSIDE, BACKUP_NO_ROOM, BACKUP_NOT_WRITTEN,
    BACKUP_RUNNING, BACKUP_STOPPED, STORE_CORRUPT; what was there before is untouched then.
    """
    folder = journal.database.folder.resolve()
    if not any(sealed_keys(folder)):
        raise CounterError(Code.RECOVERY_UNSET)
    check_place(folder, root)
    place = place_of(journal, root)
    with refused(folder), scratch_in(folder) as scratch, refused(root), _alone(place):
        made = _Making(journal, place, scratch, told, cut).run()
        _forget_old(place, Path(made.path), keep, load_key(folder))
    return made


class _Making:
    """One backup under way."""

    def __init__(self, journal: Journal, place: Path, scratch: Path, told: Progress, cut: Cut) -> None:
        self._journal, self._place, self._scratch = journal, place, scratch
        self._folder = journal.database.folder
        self._key = load_key(self._folder)
        self._told, self._cut = told, cut
        self._done = self._all = 0

    def run(self) -> Backup:
        """Copy, look through, write, read back."""
        copy = self._scratch / "counter.db"
        self._copy_database(copy)
        found = examine(copy, self._key, self._journal.key.station)
        contents = self._contents()
        lacking = [name for name, size in contents.items() if not _is_whole(self._content(name), size)]
        self._check_room(copy, contents, lacking)
        self._copy_contents(contents, lacking)
        return self._write(copy, found, contents)

    def _copy_database(self, copy: Path) -> None:
        size = sum(path.stat().st_size for path in self._folder.glob("counter.db*"))
        _need(self._folder, size + _SPARE)
        try:
            self._journal.database.copy_to(copy, self._cut)
        except CounterError as error:
            if error.code is Code.DISK_FULL:
                raise CounterError(Code.BACKUP_NO_ROOM, path=self._folder, megabytes=size // _MB + 1) from error
            raise

    def _contents(self) -> dict[str, int]:
        """What is here, read after the copy was made: what its entries name is there, or was given away."""
        blobs, found = self._journal.database.blobs, {}
        for name in blobs.names():
            size = blobs.size_of(name)
            if size:
                found[name] = size
        return found

    def _content(self, name: str) -> Path:
        return self._place / CONTENTS / blob_path(name)

    def _check_room(self, copy: Path, contents: dict[str, int], lacking: list[str]) -> None:
        size, more = copy.stat().st_size, sum(contents[name] for name in lacking)
        _need(self._place, size + more + _SPARE)
        self._all = 3 * size + more
        self._go_on(0)

    def _copy_contents(self, contents: dict[str, int], lacking: list[str]) -> None:
        cipher, touched = BlobCipher(self._key), set()
        for name in lacking:
            try:
                sealed = self._journal.database.blobs.sealed(name)
                cipher.open(name, sealed)
            except CounterError as error:  # given away meanwhile; or damaged here, where verify says so
                log.warning("event=content_not_backed_up code=%s", error.code.value)
                del contents[name]
                continue
            path = self._content(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_checked(path, sealed)
            touched.add(path.parent)
            self._go_on(len(sealed))
        for folder in touched:
            sync_folder(folder)

    def _write(self, copy: Path, found: Snapshot, contents: dict[str, int]) -> Backup:
        listed = BackupList(
            digest_of(copy, self._go_on), found.schema, found.end.heads, found.end.hash, contents, self._files()
        )
        taken_at = self._journal.clock.now()
        name = f"{taken_at.astimezone(VIETNAM):%Y%m%d-%H%M%S}-{found.end.entries:09d}{SUFFIX}"
        path, key = self._place / name, self._journal.key
        part = path.with_name(name + _PART)
        with part.open("wb") as file:
            signer = Signer(key.public_hex, key.sign)
            write_backup(file, self._head(taken_at), listed, copy, self._key, signer, self._go_on)
            file.flush()
            os.fsync(file.fileno())
            _drop_cache(file.fileno())
        if take_database(part, self._key, is_signed, None, self._go_on) != listed:
            raise CounterError(Code.BACKUP_DAMAGED, path=part, detail="list")
        part.replace(path)
        sync_folder(self._place)
        size = path.stat().st_size
        return Backup(str(path), taken_at, size, len(contents), sum(contents.values()), found.end.entries)

    def _head(self, taken_at: datetime) -> BackupHead:
        office, station = office_of(self._journal), station_of(self._journal)
        words, escrow = sealed_keys(self._folder)
        return BackupHead(office.id, office.name, station.id, station.name, taken_at, __version__, 0, 0, words, escrow)

    def _files(self) -> dict[str, str]:
        there = [self._folder / name for name in (*FILES, OFFICE_FILE) if (self._folder / name).is_file()]
        return {path.name: path.read_text(encoding="utf-8", errors="replace") for path in there}

    def _go_on(self, size: int) -> None:
        if self._cut():
            raise CounterError(Code.BACKUP_STOPPED)
        self._done += size
        self._told(min(self._done, self._all), self._all)


def read_content(path: Path, size: int) -> bytes:
    """Return a content as a backup keeps it; nothing is read of what has another size. Raises OSError."""
    if not _is_whole(path, size):
        raise OSError(errno.ENOENT, os.strerror(errno.ENOENT), path)
    return path.read_bytes()


@contextmanager
def refused(root: Path) -> Iterator[None]:
    """Turn what a medium does (full, unplugged, broken) into codes."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise CounterError(Code.BACKUP_NO_ROOM, path=root, megabytes=1) from error
        if not root.is_dir():
            raise CounterError(Code.BACKUP_PLACE_ABSENT, path=root) from error
        raise CounterError(Code.BACKUP_NOT_WRITTEN, path=root, detail=os.strerror(error.errno or errno.EIO)) from error


@contextmanager
def scratch_in(folder: Path) -> Iterator[Path]:
    """A folder for what is encrypted and needed for a moment; one that a killed program left behind goes first.

    Raises BACKUP_RUNNING while another program has it.
    """
    scratch = folder / _SCRATCH
    with _only_one(folder / "backup.lock"):
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir(mode=0o700)
        try:
            yield scratch
        finally:
            shutil.rmtree(scratch, ignore_errors=True)


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """One program at a time writes there; what an earlier one left half-written goes."""
    place.mkdir(exist_ok=True)
    _check_own(place)
    with _only_one(place / "in-use.lock"):
        _remove((*place.glob(f"*{_PART}"), *place.glob(f"{CONTENTS}/??/*{_PART}")))
        try:
            yield
        except BaseException:
            _remove(place.glob(f"*{_PART}"))
            raise


def _check_own(place: Path) -> None:
    """What is cleared away lies there itself: a stick with folders that lead elsewhere is not followed."""
    contents = place / CONTENTS
    leads_away = place.is_symlink() or contents.is_symlink()
    if leads_away or (contents.is_dir() and any(one.is_symlink() for one in contents.iterdir())):
        raise CounterError(Code.BACKUP_NOT_WRITTEN, path=place, detail=os.strerror(errno.ELOOP))


@contextmanager
def _only_one(path: Path) -> Iterator[None]:
    try:
        with FileLock(path, timeout=0, thread_local=False):
            yield
    except Timeout as error:
        raise CounterError(Code.BACKUP_RUNNING, path=path.parent) from error


def _need(folder: Path, size: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < size:
        raise CounterError(Code.BACKUP_NO_ROOM, path=folder, megabytes=(size - free) // _MB + 1)


def _write_checked(path: Path, content: bytes) -> None:
    """Write a file whole, and read it back from the medium before it gets its name. Raises OSError."""
    part = path.with_name(path.name + _PART)
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
        _drop_cache(file.fileno())
    if part.read_bytes() != content:
        raise OSError(errno.EIO, os.strerror(errno.EIO))
    part.replace(path)


def _drop_cache(descriptor: int) -> None:
    """What is read next comes from the medium, where the system can be asked for that."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def _is_whole(path: Path, size: int) -> bool:
    try:
        return path.stat().st_size == size
    except OSError:
        return False


def _order(path: Path) -> tuple[str, str]:
    stem = path.name.removesuffix(SUFFIX)
    return stem.rpartition("-")[2], stem


def _forget_old(place: Path, made: Path, keep: int, key: bytes) -> None:
    """Remove old backups, then the contents that no other names; where one cannot be read, all contents stay.

    The one just made stays whatever its number: data put back from an old copy has fewer entries than its backups.
    """
    others = [path for path in backups_in(place) if path != made]
    for path in others[keep - 1 :]:
        path.unlink(missing_ok=True)
    try:
        named = {name for path in (made, *others[: keep - 1]) for name in read_list(path, key, is_signed).contents}
    except CounterError as error:
        log.warning("event=old_contents_kept code=%s", error.code.value)
        return
    _remove(path for path in (place / CONTENTS).glob("??/*") if is_sha256(path.name) and path.name not in named)


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
