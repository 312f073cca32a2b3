"""Unfinished uploads: encrypted files that any process, on any machine that shares the folder, can go on with.

The state of an upload is in its files and nowhere else: ``.head`` (what it is), ``.bytes`` (what there is of it: its
length is the offset), ``.turn`` (who writes). Nothing is locked while bytes are awaited, only while they are written.
"""

import contextlib
import hashlib
import logging
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, CipherContext
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CTR
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from filelock import FileLock, Timeout

from counter_app.errors import Code, CounterError
from counter_app.store.blobs import is_sha256
from counter_app.store.durable import make_folder_durably, translated, write_durably
from sync import records
from sync.records import RefusedError

log = logging.getLogger(__name__)

KEPT_FOR = timedelta(days=7)
"""How long an upload is kept after the last bytes that came."""
MOST_UNFINISHED = 16
"""Unfinished uploads of one station, at most: a further one takes the place of the one that rested longest."""

_BLOCK = 16
_LOCK_S = 10.0
_LOCK_POLL_S = 0.01
_HEAD, _BYTES, _TURN = ".head", ".bytes", ".turn"
_LOCKS = "locks"


@dataclass(frozen=True, slots=True)
class Head:
    """What an upload is: the blob's name and length, and the salt (hex) of the key that its bytes are kept under."""

    sha256: str
    length: int
    salt: str


class Spool:
    """The unfinished uploads below ``folder``, by station; ``key`` (32 bytes) is what they are encrypted by.

    ``spare``: bytes that a new upload must leave free on the disk.
    """

    def __init__(self, folder: Path, key: bytes, most: int = MOST_UNFINISHED, spare: int = 32 << 20) -> None:
        self.folder = folder
        self._key = key
        self._most = most
        self._spare = spare

    def begin(self, station: str, sha256: str, length: int, now: datetime) -> "Upload":
        """Return a station's upload of a blob, as far as it is, or a new one.

        Raises DISK_FULL, DATA_NOT_WRITABLE and STORE_AWAY (its file is held by another process).
        """
        upload = upload_id(station, sha256)
        place = self._place(upload)
        self._make_folders(place)
        self._make_room(place, upload)
        with self.lock(upload), _disk(place):
            head = _read_head(place / f"{upload}{_HEAD}")
            if head is None or head.length != length or not (place / f"{upload}{_BYTES}").exists():
                head = self._make(place, upload, sha256, length)
            found = Upload(self, place, upload, head)
            found.touch(now)
        return found

    def find(self, station: str, upload: str) -> "Upload | None":
        """Return an upload of a station by its id; None where there is none."""
        if sha256_of(station, upload) is None:
            return None
        place = self._place(upload)
        head = _read_head(place / f"{upload}{_HEAD}")
        return None if head is None else Upload(self, place, upload, head)

    def sweep(self, now: datetime) -> int:
        """Give up what has rested for too long; return how many."""
        last = (now - KEPT_FOR).timestamp()
        gone = 0
        files = [path for path in self.folder.glob("*/*") if path.parent.name != _LOCKS]
        for place, upload in sorted({(path.parent, _upload_of(path)) for path in files}):
            if _rested_since(place, upload) < last:
                # What is open just now, where that keeps a file, is swept the next time.
                with self.lock(upload), contextlib.suppress(PermissionError):
                    if _rested_since(place, upload) < last:
                        gone += (place / f"{upload}{_BYTES}").exists()
                        for path in _files_of(place, upload):
                            path.unlink(missing_ok=True)
        if gone:
            log.info("event=uploads_expired count=%d", gone)
        return gone

    def stream(self, head: Head, position: int) -> CipherContext:
        """Return what encrypts, and decrypts, the bytes of an upload from ``position`` on."""
        key = HKDF(algorithm=SHA256(), length=32, salt=bytes.fromhex(head.salt), info=b"upload").derive(self._key)
        block, within = divmod(position, _BLOCK)
        context = Cipher(AES256(key), CTR(block.to_bytes(_BLOCK, "big"))).encryptor()
        context.update(bytes(within))
        return context

    @contextmanager
    def lock(self, upload: str) -> Iterator[None]:
        """Be alone with an upload's files, in every process. Raises STORE_AWAY and DATA_NOT_WRITABLE."""
        # One of 256 files that stay: a lock file that comes and goes with its upload could be held twice.
        name = hashlib.sha256(upload.encode()).hexdigest()[:2]
        lock = FileLock(self.folder / _LOCKS / f"{name}.lock", timeout=_LOCK_S, poll_interval=_LOCK_POLL_S)
        try:
            lock.acquire()
        except Timeout as error:
            raise CounterError(Code.STORE_AWAY) from error
        except (OSError, NotImplementedError) as error:  # a shared folder that cannot lock
            raise CounterError(Code.DATA_NOT_WRITABLE, path=self.folder) from error
        try:
            yield
        finally:
            lock.release()

    def _place(self, upload: str) -> Path:
        return self.folder / upload.partition("-")[2]

    def _make_folders(self, place: Path) -> None:
        if not place.exists():
            for folder in (self.folder, self.folder / _LOCKS, place):
                make_folder_durably(folder)

    def _make_room(self, place: Path, upload: str) -> None:
        others = [path for path in place.glob(f"*{_HEAD}") if path.stem != upload]
        while len(others) >= self._most:
            oldest = min(others, key=_last_touched)
            with self.lock(oldest.stem), _disk(place):
                _remove(place, oldest.stem)
            others.remove(oldest)
            log.info("event=upload_given_up reason=too-many")

    def _make(self, place: Path, upload: str, sha256: str, length: int) -> Head:
        if shutil.disk_usage(place).free < length + self._spare:
            raise CounterError(Code.DISK_FULL, path=place)
        _remove(place, upload)
        head = Head(sha256, length, secrets.token_hex(_BLOCK))
        descriptor = os.open(place / f"{upload}{_BYTES}", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        os.close(descriptor)
        write_durably(place / f"{upload}{_HEAD}", records.encode(head))
        return head


class Upload:
    """One unfinished upload."""

    def __init__(self, spool: Spool, place: Path, upload: str, head: Head) -> None:
        self.id = upload
        self.head = head
        self.bytes_path = place / f"{upload}{_BYTES}"
        self._spool = spool
        self._place = place

    def expires(self) -> datetime:
        """Return when it is given up if nothing more comes."""
        return datetime.fromtimestamp(_last_touched(self._place / f"{self.id}{_HEAD}"), UTC) + KEPT_FOR

    def touch(self, now: datetime) -> None:
        """Put off when it is given up."""
        with contextlib.suppress(FileNotFoundError):
            os.utime(self._place / f"{self.id}{_HEAD}", (now.timestamp(), now.timestamp()))

    def offset(self) -> int:
        """Return how many bytes are here; they are durable. Raises FileNotFoundError once it is finished."""
        with _disk(self._place), self.bytes_path.open("r+b") as file:
            offset = os.fstat(file.fileno()).st_size
            os.fsync(file.fileno())
        return offset

    def take_over(self, offset: int, now: datetime) -> "Turn":
        """Be the one who writes, from ``offset`` on; whoever wrote before can no more.

        Raises RefusedError (409, with the right offset), FileNotFoundError and STORE_AWAY.
        """
        with self._spool.lock(self.id), _disk(self._place):
            there = self.bytes_path.stat().st_size
            if offset != there:
                raise another_offset(there)
            name = secrets.token_hex(8)
            self._turn_path.write_text(name)
            self.touch(now)
        return Turn(self, name, offset)

    @contextmanager
    def turn_of(self, name: str) -> Iterator[None]:
        """Be alone with the files while it is still the turn of ``name``. Raises RefusedError (409)."""
        with self._spool.lock(self.id), _disk(self._place):
            if not self._turn_path.exists() or self._turn_path.read_text() != name:
                raise another_offset(self.bytes_path.stat().st_size if self.bytes_path.exists() else 0)
            yield

    def stream(self, position: int) -> CipherContext:
        """Return what encrypts and decrypts from ``position`` on."""
        return self._spool.stream(self.head, position)

    def content(self) -> bytes:
        """Return what there is. Raises FileNotFoundError."""
        with _disk(self._place):
            return self.stream(0).update(self.bytes_path.read_bytes())

    def remove(self) -> None:
        """Give it up, or be done with it."""
        with self._spool.lock(self.id), _disk(self._place):
            _remove(self._place, self.id)

    @property
    def _turn_path(self) -> Path:
        return self._place / f"{self.id}{_TURN}"


class Turn:
    """The right to write one upload, until somebody takes over."""

    def __init__(self, upload: Upload, name: str, offset: int) -> None:
        self.at = offset
        self._upload = upload
        self._name = name
        self._first = offset

    def write(self, part: bytes) -> None:
        """Add bytes; after an error those that fitted are there. Raises RefusedError (409) and DISK_FULL."""
        kept = memoryview(self._upload.stream(self.at).update(part))
        with (
            self._upload.turn_of(self._name),
            self._upload.bytes_path.open("r+b", buffering=0) as file,
        ):
            file.seek(self.at)
            while kept:
                written = file.write(kept)
                self.at += written
                kept = kept[written:]

    def undo(self) -> None:
        """Take back everything of this turn. Raises RefusedError (409)."""
        with self._upload.turn_of(self._name):
            os.truncate(self._upload.bytes_path, self._first)
            self.at = self._first

    def settle(self, now: datetime) -> int:
        """Make what was written durable and return the offset. Raises FileNotFoundError."""
        self._upload.touch(now)
        self._upload.offset()
        return self.at


def upload_id(station: str, sha256: str) -> str:
    """Return the id of a station's upload of a blob: the same whenever it asks, and the blob can be read from it."""
    return f"{sha256}-{hashlib.sha256(station.encode()).hexdigest()[:16]}"


def sha256_of(station: str, upload: str) -> str | None:
    """Return which blob an id of ``station`` is about; None for what is not its own."""
    sha256 = upload.partition("-")[0]
    return sha256 if is_sha256(sha256) and upload == upload_id(station, sha256) else None


def another_offset(there: int) -> RefusedError:
    """Return the refusal of bytes that do not begin where the upload ends."""
    return RefusedError(409, Code.SERVER_REFUSED, title="another offset", offset=there)


def _read_head(path: Path) -> Head | None:
    try:
        return records.decode(path.read_bytes(), Head)
    except (FileNotFoundError, ValueError):
        return None


def _last_touched(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def _upload_of(path: Path) -> str:
    """Return whose file it is; what a cut write left begins with a dot."""
    return path.name.lstrip(".").partition(".")[0]


def _files_of(place: Path, upload: str) -> list[Path]:
    return [path for path in place.glob(f"*{upload}.*") if _upload_of(path) == upload]


def _rested_since(place: Path, upload: str) -> float:
    """Its head tells; of one that has none any more, the newest of what is left."""
    head = place / f"{upload}{_HEAD}"
    return max(map(_last_touched, [head] if head.exists() else _files_of(place, upload)), default=0.0)


def _remove(place: Path, upload: str) -> None:
    for suffix in (_TURN, _BYTES, _HEAD):
        (place / f"{upload}{suffix}").unlink(missing_ok=True)


@contextmanager
def _disk(folder: Path) -> Iterator[None]:
    """Say what the disk refuses as an expected error; what is not there stays FileNotFoundError."""
    try:
        yield
    except FileNotFoundError:
        raise
    except OSError as error:
        raise translated(error, folder) from error
