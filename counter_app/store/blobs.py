"""Scans, receipts and results: named by the SHA-256 of their content, encrypted with AES-256-GCM."""

import hashlib
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from counter_app.errors import Code, CounterError
from counter_app.store.durable import make_folder_durably, sync_folder, write_durably

_NONCE = 12


class Blobs(Protocol):
    """Where blobs are kept; each call blocks. Raises CounterError where the place cannot be reached or is full."""

    def put(self, content: bytes) -> str:
        """Keep ``content``; its SHA-256 in hex is returned when it is durable."""
        ...

    def get(self, sha256: str) -> bytes:
        """Return the content. Raises BLOB_MISSING and BLOB_DAMAGED."""
        ...

    def has(self, sha256: str) -> bool:
        """Whether the content is here, whole and durable. Raises BLOB_MISSING for what is no SHA-256 in hex."""
        ...


class BlobCipher:
    """Seals a content under its name, so that neither can be changed or exchanged unseen."""

    def __init__(self, data_key: bytes) -> None:
        self._cipher = AESGCM(derive_key(data_key, "blobs"))

    def seal(self, sha256: str, content: bytes) -> bytes:
        """Return what is to be kept of ``content``."""
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._cipher.encrypt(nonce, content, sha256.encode())

    def open(self, sha256: str, sealed: bytes) -> bytes:
        """Return the content. Raises BLOB_DAMAGED when it is not what its name says."""
        try:
            content = self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], sha256.encode())
        except (InvalidTag, ValueError) as error:
            raise CounterError(Code.BLOB_DAMAGED, sha256=sha256) from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise CounterError(Code.BLOB_DAMAGED, sha256=sha256)
        return content


class BlobStore:
    """Content-addressed files below ``folder``; the same content is kept once."""

    def __init__(self, folder: Path, data_key: bytes) -> None:
        self._folder = folder
        self._data_key = data_key
        self._cipher = BlobCipher(data_key)
        self.elsewhere: Callable[[str], bytes] | None = None  # brings here what another machine or the province has
        folder.parent.mkdir(parents=True, exist_ok=True)
        make_folder_durably(folder)

    def key_for(self, purpose: str) -> bytes:
        """Return a key for something else that is kept beside the blobs."""
        return derive_key(self._data_key, purpose)

    def put(self, content: bytes) -> str:
        """Keep ``content`` durably and return its SHA-256 in hex. Raises DISK_FULL."""
        sha256 = hashlib.sha256(content).hexdigest()
        path = self._path(sha256)
        if path.exists():
            sync_folder(path.parent)  # whoever renamed it here may have died before the folder was synced
            return sha256
        make_folder_durably(path.parent)
        write_durably(path, self._cipher.seal(sha256, content))
        return sha256

    def get(self, sha256: str) -> bytes:
        """Return the content, from elsewhere if it is not here; that blocks.

        Raises BLOB_MISSING, BLOB_DAMAGED when the file is not what its name says, BLOB_AWAY while nobody can be asked.
        """
        try:
            return self.here(sha256)
        except CounterError as error:
            if error.code is not Code.BLOB_MISSING or self.elsewhere is None:
                raise
        try:
            return self.elsewhere(sha256)
        except CounterError as away:
            if away.code is not Code.LINK_DOWN:
                raise
            raise CounterError(Code.BLOB_AWAY, sha256=sha256) from away

    def here(self, sha256: str) -> bytes:
        """Return the content if this machine has it. Raises BLOB_MISSING, BLOB_DAMAGED."""
        try:
            stored = self._path(sha256).read_bytes()
        except FileNotFoundError as error:
            raise CounterError(Code.BLOB_MISSING, sha256=sha256) from error
        return self._cipher.open(sha256, stored)

    def has(self, sha256: str) -> bool:
        """Whether the content is here."""
        return self._path(sha256).exists()

    def names(self) -> Iterator[str]:
        """Name every content that is here, in the order of the names."""
        for part in sorted(self._folder.glob("??")):
            yield from sorted(path.name for path in part.iterdir() if is_sha256(path.name))

    def sealed(self, sha256: str) -> bytes:
        """Return a content as it is kept: a backup takes it so. Raises BLOB_MISSING."""
        try:
            return self._path(sha256).read_bytes()
        except FileNotFoundError as error:
            raise CounterError(Code.BLOB_MISSING, sha256=sha256) from error

    def size_of(self, sha256: str) -> int:
        """Return the bytes of the file of a content, 0 where it is not here."""
        try:
            return self._path(sha256).stat().st_size
        except FileNotFoundError:
            return 0

    def remove(self, sha256: str) -> None:
        """Forget a content that no entry refers to (an abandoned draft), or that was given away."""
        self._path(sha256).unlink(missing_ok=True)

    def _path(self, sha256: str) -> Path:
        return self._folder / blob_path(sha256)


def blob_path(sha256: str) -> str:
    """Return where a blob is below its folder or prefix. Raises BLOB_MISSING for what is no SHA-256 in hex."""
    if not is_sha256(sha256):
        raise CounterError(Code.BLOB_MISSING, sha256=sha256)
    return f"{sha256[:2]}/{sha256}"


def is_sha256(text: str) -> bool:
    """Whether ``text`` is a SHA-256 in hex, in small letters."""
    return len(text) == 64 and all(letter in "0123456789abcdef" for letter in text)


def derive_key(data_key: bytes, purpose: str) -> bytes:
    """Return the key (32 bytes) that a data key gives for one purpose."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=f"counter-app {purpose}".encode()).derive(data_key)
