"""One file on the stick: a tar in the age format (age-encryption.org/v1), sealed for one reader by its Ed25519 key.

Members in their order: ``head.json``, ``head.sig`` (Ed25519 of the head by its station), ``entries.jsonl.gz``, then one
blob each under its SHA-256. Nothing lies unencrypted on the stick or beside it: everything goes through a pipe.
"""

import contextlib
import hashlib
import io
import os
import stat
import tarfile
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import IO

import msgspec
import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization

from counter_app.errors import Code, CounterError
from counter_app.journal.checkpoints import Checkpoint
from counter_app.journal.signing import StationKey, public_key
from counter_app.store.durable import durable_file
from sync import records

FORMAT = 1
SUFFIX = ".age"
_HEAD, _SIGNATURE, _LINES = "head.json", "head.sig", "entries.jsonl.gz"
_LARGEST_HEAD = 8 << 20
_LARGEST = 1 << 30
"""Bytes of a packet: with all that a station writes into one, some 600 MB."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a packet is and holds. ``digest`` is the SHA-256 of its entries as packed; sizes in bytes.

    Up (a station to its province): ``office`` and ``stations`` (id to public key) whose entries come; ``code`` lets
    the writer in; ``heads`` is what it holds of each station. Down: ``reader`` is the station that it is for,
    ``heads`` what the province has of each, ``position`` the place in the feed after these entries, ``kept`` the blobs
    that have arrived, ``checkpoints`` what the province countersigned of the reader.
    """

    format: int
    station: str
    public_key: str
    office: str
    made: int
    stations: dict[str, str]
    heads: dict[str, int]
    digest: str
    blobs: dict[str, int]
    code: str = ""
    reader: str = ""
    position: int = 0
    kept: tuple[str, ...] = field(default=())
    checkpoints: tuple[Checkpoint, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Packet:
    """An open packet; ``blobs`` gives each content once, checked, in the order of the file."""

    head: Head
    lines: bytes
    blobs: Iterator[tuple[str, bytes]]


def write_packet(
    path: Path, head: Head, lines: bytes, content: Callable[[str], bytes], key: StationKey, to: str
) -> None:
    """Write a packet for whoever has the private key of ``to`` (Ed25519, hex): whole, or not at all.

    Raises STICK_NOT_WRITABLE, and what ``content`` raises.
    """
    plain = msgspec.json.encode(head)
    members: Iterable[tuple[str, Callable[[], bytes]]] = (
        (_HEAD, lambda: plain),
        (_SIGNATURE, lambda: key.sign(plain)),
        (_LINES, lambda: lines),
        *((sha256, partial(content, sha256)) for sha256 in head.blobs),
    )
    recipient = pyrage.ssh.Recipient.from_str(ssh_line(to))
    try:
        with durable_file(path) as file, _source(members) as source:
            pyrage.encrypt_io(source, file, [recipient])
    except (OSError, pyrage.EncryptError) as error:
        raise CounterError(Code.STICK_NOT_WRITABLE, path=path.parent, detail=str(error)) from error


@contextlib.contextmanager
def open_packet(path: Path, key: StationKey, of: str | None = None) -> Iterator[Packet]:
    """Open a packet that was sealed for ``key`` and signed by the key ``of`` (hex; None: by its own head's).

    Raises STICK_NOT_OURS, STICK_DAMAGED (also while the blobs are read) and STICK_UNREADABLE.
    """
    _check_file(path)
    opened = _opened(path, key)
    try:
        with opened as plain, tarfile.open(fileobj=plain, mode="r|") as tar:
            members = _members(tar)
            text = _next(members, _HEAD, _LARGEST_HEAD)
            head = records.decode(text, Head)
            if head.format != FORMAT or (of is not None and head.public_key != of):
                raise CounterError(Code.STICK_NOT_OURS, path=path.name)
            public_key(head.public_key).verify(_next(members, _SIGNATURE, 64), text)
            lines = _next(members, _LINES, records.MOST_UNPACKED)
            if hashlib.sha256(lines).hexdigest() != head.digest:
                raise ValueError("not the entries of the head")
            yield Packet(head, lines, _blobs(members, head))
    except (tarfile.TarError, ValueError, InvalidSignature, EOFError) as error:
        raise CounterError(Code.STICK_DAMAGED, path=path.name, detail=type(error).__name__) from error


def _check_file(path: Path) -> None:
    """Whoever had the stick may have left a pipe, a way out of it, or more than fits into memory."""
    try:
        found = path.lstat()
    except OSError as error:
        raise CounterError(Code.STICK_UNREADABLE, path=path.name, detail=type(error).__name__) from error
    if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST:
        raise CounterError(Code.STICK_DAMAGED, path=path.name, detail="no packet")


def ssh_line(public_hex: str) -> str:
    """Return an Ed25519 public key as OpenSSH writes it: what age takes for a recipient."""
    form = serialization.PublicFormat.OpenSSH
    return public_key(public_hex).public_bytes(serialization.Encoding.OpenSSH, form).decode()


@contextlib.contextmanager
def _source(members: Iterable[tuple[str, Callable[[], bytes]]]) -> Iterator[IO[bytes]]:
    """The reading end of a tar that another thread writes."""
    reading, writing = os.pipe()
    failed: list[BaseException] = []

    def write() -> None:
        try:
            with os.fdopen(writing, "wb") as pipe, tarfile.open(fileobj=pipe, mode="w|") as tar:
                for name, made in members:
                    content = made()
                    info = tarfile.TarInfo(name)
                    info.size = len(content)
                    tar.addfile(info, io.BytesIO(content))
        except BrokenPipeError:
            pass  # who reads has a reason of its own
        except BaseException as error:  # told where the file is written
            failed.append(error)

    thread = threading.Thread(target=write, name="stick-tar")
    thread.start()
    try:
        with os.fdopen(reading, "rb") as pipe:
            yield pipe
    finally:
        thread.join()
    if failed:
        raise failed[0]


@contextlib.contextmanager
def _opened(path: Path, key: StationKey) -> Iterator[IO[bytes]]:
    """The reading end of what another thread decrypts."""
    form = serialization.PrivateFormat.OpenSSH
    private = key.private.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
    reading, writing = os.pipe()
    failed: list[Exception] = []

    def decrypt() -> None:
        try:
            with os.fdopen(writing, "wb") as pipe, path.open("rb") as file:
                pyrage.decrypt_io(file, pipe, [pyrage.ssh.Identity.from_buffer(private)])
        except BrokenPipeError:
            pass  # who reads has enough
        except Exception as error:
            failed.append(error)

    thread = threading.Thread(target=decrypt, name="stick-age")
    thread.start()
    try:
        with os.fdopen(reading, "rb") as pipe:
            yield pipe
    except (tarfile.TarError, ValueError, EOFError) as error:
        thread.join()
        raise (_said(path, failed[0]) if failed else error) from error
    finally:
        thread.join()


def _said(path: Path, error: Exception) -> CounterError:
    if isinstance(error, OSError) and error.errno is not None:  # without one it is what was cut off
        return CounterError(Code.STICK_UNREADABLE, path=path.name, detail=type(error).__name__)
    if "No matching keys" in str(error):
        return CounterError(Code.STICK_NOT_OURS, path=path.name)
    return CounterError(Code.STICK_DAMAGED, path=path.name, detail=type(error).__name__)


def _members(tar: tarfile.TarFile) -> Iterator[tuple[tarfile.TarInfo, IO[bytes]]]:
    for info in tar:
        file = tar.extractfile(info) if info.isfile() else None
        if file is None:
            raise ValueError("a member that is no file")
        yield info, file


def _next(members: Iterator[tuple[tarfile.TarInfo, IO[bytes]]], name: str, most: int) -> bytes:
    info, file = next(members, (None, None))
    if info is None or file is None or info.name != name or info.size > most:
        raise ValueError(f"no {name}")
    content = file.read()
    if len(content) != info.size:
        raise EOFError(name)
    return content


def _blobs(members: Iterator[tuple[tarfile.TarInfo, IO[bytes]]], head: Head) -> Iterator[tuple[str, bytes]]:
    for sha256, size in head.blobs.items():
        content = _next(members, sha256, min(size, records.LARGEST_BLOB))
        if hashlib.sha256(content).hexdigest() != sha256:
            raise ValueError("not the content of its name")
        yield sha256, content
