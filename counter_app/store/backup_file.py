"""The file of a backup: a head that anybody may read, a list that the data key opens, the encrypted database.

Nothing in it is plain but whose it is, of when, and the data key sealed for those who may open it: by the words on
paper, and by the province's escrow key. The head is bound to the list, the list is signed by the station that made it,
and names the digest of the database, so a changed byte anywhere is noticed.
"""

import hashlib
import os
import secrets
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import IO

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from counter_app.errors import Code, CounterError
from counter_app.store.blobs import derive_key

MAGIC = b"QuayMotCua backup\n"
FORMAT = 1
SUFFIX = ".backup"
PIECE = 1 << 20
_LENGTH = struct.Struct(">I")
_NONCE, _TAG = 12, 16
_PURPOSE = "backup"
_LARGEST_HEAD = 1 << 20
_LARGEST_LIST = 1 << 30


@dataclass(frozen=True, slots=True)
class BackupHead:
    """Whose backup it is and of when; sizes in bytes, of the sealed list and of the database that follow.

    ``by_words`` and ``by_escrow`` are the data key, sealed, as the data folder keeps it; empty where it is not.
    """

    office: str
    office_name: str
    station: str
    station_name: str
    taken_at: datetime
    program: str
    list_size: int
    database_size: int
    by_words: str = ""
    by_escrow: str = ""
    format: int = FORMAT

    @property
    def size(self) -> int:
        """How much of the file comes after the head."""
        return self.list_size + self.database_size


@dataclass(frozen=True, slots=True)
class BackupList:
    """What is in a backup: the digest of its database, where the journal ends, the contents beside it, small files.

    ``contents`` are names with the sizes of their sealed files.
    """

    database: str
    schema: str
    heads: dict[str, int]
    hash: str
    contents: dict[str, int] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)


class _Signed(msgspec.Struct, frozen=True):
    list: str
    public_key: str
    signature: str


class _Format(msgspec.Struct, frozen=True):
    format: int = 0


@dataclass(frozen=True, slots=True)
class Signer:
    """The station's public key (hex), and what signs with the private one."""

    public_key: str
    sign: Callable[[bytes], bytes]


Verify = Callable[[str, bytes, bytes], bool]
"""Whether a signature (first) of some bytes (last) is of a public key (hex, between): key, signature, bytes."""
Told = Callable[[int], None]
"""Is told how many bytes more are done; raises to stop."""


def write_backup(
    file: IO[bytes], head: BackupHead, listed: BackupList, database: Path, key: bytes, signer: Signer, told: Told
) -> None:
    """Write a backup; the sizes in ``head`` are filled in here. Raises OSError."""
    body = msgspec.json.encode(listed).decode()
    plain = msgspec.json.encode(_Signed(body, signer.public_key, signer.sign(_bound(head, body)).hex()))
    size = database.stat().st_size
    raw = msgspec.json.encode(replace(head, list_size=_NONCE + len(plain) + _TAG, database_size=size))
    nonce = secrets.token_bytes(_NONCE)
    file.write(MAGIC + _LENGTH.pack(len(raw)) + raw)
    file.write(nonce + AESGCM(derive_key(key, _PURPOSE)).encrypt(nonce, plain, raw))
    with database.open("rb") as source:
        for piece in pieces(source, size):
            file.write(piece)
            told(len(piece))


def read_head(path: Path) -> BackupHead:
    """Say whose backup it is; no key is needed. Raises BACKUP_UNREADABLE, BACKUP_DAMAGED, BACKUP_TOO_NEW."""
    with _opened(path) as file:
        return _head(file, path)[0]


def read_list(path: Path, key: bytes, verify: Verify) -> BackupList:
    """Open the list. Raises BACKUP_DAMAGED, also for another data key, and as ``read_head``."""
    with _opened(path) as file:
        return _list(file, path, key, verify)[1]


def take_database(path: Path, key: bytes, verify: Verify, target: IO[bytes] | None, told: Told) -> BackupList:
    """Read the whole file, and write its database to ``target`` if that is one; return the list.

    Raises BACKUP_DAMAGED where a byte is another, OSError where ``target`` cannot be written, and as ``read_list``.
    """
    digest = hashlib.sha256()
    with _opened(path) as file:
        head, listed = _list(file, path, key, verify)
        for piece in _read(file, path, head.database_size):
            digest.update(piece)
            if target is not None:
                target.write(piece)
            told(len(piece))
    if digest.hexdigest() != listed.database:
        raise CounterError(Code.BACKUP_DAMAGED, path=path, detail="database")
    return listed


def pieces(file: IO[bytes], size: int) -> Iterator[bytes]:
    """Read so many bytes, or as many as there are, piece by piece."""
    while size > 0 and (piece := file.read(min(size, PIECE))):
        size -= len(piece)
        yield piece


def digest_of(path: Path, told: Told) -> str:
    """Return the SHA-256 of a file in hex. Raises OSError."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for piece in pieces(file, path.stat().st_size):
            digest.update(piece)
            told(len(piece))
    return digest.hexdigest()


def _head(file: IO[bytes], path: Path) -> tuple[BackupHead, bytes]:
    if file.read(len(MAGIC)) != MAGIC:
        raise CounterError(Code.BACKUP_UNREADABLE, path=path)
    length = file.read(_LENGTH.size)
    size = _LENGTH.unpack(length)[0] if len(length) == _LENGTH.size else 0
    raw = file.read(size) if 0 < size <= _LARGEST_HEAD else b""
    try:
        if msgspec.json.decode(raw, type=_Format).format > FORMAT:
            raise CounterError(Code.BACKUP_TOO_NEW, path=path)
        head = msgspec.json.decode(raw, type=BackupHead)
    except (msgspec.DecodeError, ValueError) as error:
        raise CounterError(Code.BACKUP_DAMAGED, path=path, detail="head") from error
    sound = 0 < head.list_size <= _LARGEST_LIST and head.database_size > 0
    if not sound or os.fstat(file.fileno()).st_size != file.tell() + head.size:
        raise CounterError(Code.BACKUP_DAMAGED, path=path, detail="size")
    return head, raw


def _list(file: IO[bytes], path: Path, key: bytes, verify: Verify) -> tuple[BackupHead, BackupList]:
    head, raw = _head(file, path)
    sealed = b"".join(_read(file, path, head.list_size))
    try:
        plain = AESGCM(derive_key(key, _PURPOSE)).decrypt(sealed[:_NONCE], sealed[_NONCE:], raw)
        signed = msgspec.json.decode(plain, type=_Signed)
        if not verify(signed.public_key, bytes.fromhex(signed.signature), _bound(head, signed.list)):
            raise ValueError("signature")
        return head, msgspec.json.decode(signed.list, type=BackupList)
    except (InvalidTag, msgspec.DecodeError, ValueError) as error:
        raise CounterError(Code.BACKUP_DAMAGED, path=path, detail="list") from error


def _read(file: IO[bytes], path: Path, size: int) -> Iterator[bytes]:
    """Read so many bytes; a medium that fails or goes away in between is an expected error."""
    while size > 0:
        try:
            piece = file.read(min(size, PIECE))
        except OSError as error:
            raise CounterError(Code.BACKUP_UNREADABLE, path=path) from error
        if not piece:
            raise CounterError(Code.BACKUP_DAMAGED, path=path, detail="size")
        size -= len(piece)
        yield piece


def _bound(head: BackupHead, body: str) -> bytes:
    """What is signed: the head, but for the sizes, which the signature itself changes, and the list."""
    return MAGIC + msgspec.json.encode(replace(head, list_size=0, database_size=0)) + body.encode()


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    try:
        file = path.open("rb")
    except OSError as error:
        raise CounterError(Code.BACKUP_UNREADABLE, path=path) from error
    with file:
        yield file
