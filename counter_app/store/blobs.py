"""Scans, receipts and results: files named by the SHA-256 of their content, encrypted with AES-256-GCM."""

import hashlib
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from counter_app.errors import Code, CounterError
from counter_app.store.durable import make_folder_durably, sync_folder, write_durably

_NONCE = 12


class BlobStore:
    """Content-addressed files below ``folder``; the same content is kept once."""

    def __init__(self, folder: Path, data_key: bytes) -> None:
        self._folder = folder
        derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"counter-app blobs").derive(data_key)
        self._cipher = AESGCM(derived)
        folder.parent.mkdir(parents=True, exist_ok=True)
        make_folder_durably(folder)

    def put(self, content: bytes) -> str:
        """Keep ``content`` durably and return its SHA-256 in hex. Raises DISK_FULL."""
        sha256 = hashlib.sha256(content).hexdigest()
        path = self._path(sha256)
        if path.exists():
            sync_folder(path.parent)  # whoever renamed it here may have died before the folder was synced
            return sha256
        make_folder_durably(path.parent)
        nonce = secrets.token_bytes(_NONCE)
        write_durably(path, nonce + self._cipher.encrypt(nonce, content, sha256.encode()))
        return sha256

    def get(self, sha256: str) -> bytes:
        """Return the content. Raises BLOB_MISSING, or BLOB_DAMAGED when the file is not what its name says."""
        try:
            stored = self._path(sha256).read_bytes()
        except FileNotFoundError as error:
            raise CounterError(Code.BLOB_MISSING, sha256=sha256) from error
        try:
            content = self._cipher.decrypt(stored[:_NONCE], stored[_NONCE:], sha256.encode())
        except (InvalidTag, ValueError) as error:
            raise CounterError(Code.BLOB_DAMAGED, sha256=sha256) from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise CounterError(Code.BLOB_DAMAGED, sha256=sha256)
        return content

    def has(self, sha256: str) -> bool:
        """Whether the content is here."""
        return self._path(sha256).exists()

    def remove(self, sha256: str) -> None:
        """Forget a content that no entry refers to (an abandoned draft)."""
        self._path(sha256).unlink(missing_ok=True)

    def _path(self, sha256: str) -> Path:
        if len(sha256) != 64 or not all(letter in "0123456789abcdef" for letter in sha256):
            raise CounterError(Code.BLOB_MISSING, sha256=sha256)
        return self._folder / sha256[:2] / sha256
