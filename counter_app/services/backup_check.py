"""Tries a backup without restoring it: every byte of it is read, the database opened, every content decrypted."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.journal.signing import is_signed
from counter_app.services.backup import CONTENTS, Cut, Progress, read_content, refused, scratch_in
from counter_app.store.backup_file import read_head, take_database
from counter_app.store.blobs import BlobCipher, blob_path
from counter_app.store.keys import load_key
from counter_app.store.snapshots import examine


@dataclass(frozen=True, slots=True)
class Checked:
    """A backup that is sound: of when, how many entries and contents it has, and how many contents are not whole."""

    taken_at: datetime
    entries: int
    contents: int
    lacking: int


def check_backup(journal: Journal, path: Path, told: Progress, cut: Cut) -> Checked:
    """Read a whole backup of this station; blocks.

    A content that does not open there and is whole here is taken away: the next backup writes it anew.
    Raises BACKUP_UNREADABLE, BACKUP_DAMAGED, BACKUP_TOO_NEW, BACKUP_NOT_OURS, BACKUP_NO_ROOM, BACKUP_STOPPED.
    """
    head, folder = read_head(path), journal.database.folder
    if head.station != journal.key.station:
        raise CounterError(Code.BACKUP_NOT_OURS, path=path, owner=f"{head.office_name}, {head.station_name}")
    key, done, all_ = load_key(folder), 0, head.database_size

    def go_on(size: int) -> None:
        nonlocal done
        if cut():
            raise CounterError(Code.BACKUP_STOPPED)
        done += size
        told(min(done, all_), all_)

    with refused(folder), scratch_in(folder) as scratch:
        with (scratch / "counter.db").open("wb") as file:
            listed = take_database(path, key, is_signed, file, go_on)
        found = examine(scratch / "counter.db", key, head.station)
    if (found.end.heads, found.end.hash) != (listed.heads, listed.hash):
        raise CounterError(Code.BACKUP_DAMAGED, path=path, detail="journal")
    all_ += sum(listed.contents.values())
    lacking, cipher = 0, BlobCipher(key)
    for name, size in listed.contents.items():
        content = path.parent / CONTENTS / blob_path(name)
        if not _opens(cipher, name, content, size):
            lacking += 1
            if _is_here(journal, name):
                with suppress(OSError):
                    content.unlink(missing_ok=True)
        go_on(size)
    return Checked(head.taken_at, found.end.entries, len(listed.contents), lacking)


def _is_here(journal: Journal, name: str) -> bool:
    try:
        journal.database.blobs.here(name)
    except CounterError:
        return False
    return True


def _opens(cipher: BlobCipher, name: str, path: Path, size: int) -> bool:
    try:
        cipher.open(name, read_content(path, size))
    except (OSError, CounterError):
        return False
    return True
