"""Secrets sealed for whoever has the province's escrow key: it opens them when the machine is gone.

The age format (age-encryption.org/v1) with X25519 keys: any program that speaks it opens them too, also in ten years.
"""

import hashlib
from pathlib import Path

import pyrage

from counter_app.errors import Code, CounterError
from counter_app.store.durable import write_durably

_PRIVATE = "AGE-SECRET-KEY-1"
_PUBLIC = "age1"
_LARGEST_FILE = 64 << 10


def make_identity() -> str:
    """Return a new private escrow key: one line of letters, ``AGE-SECRET-KEY-1…``."""
    return str(pyrage.x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """Return the public part of a private key, ``age1…``. Raises ESCROW_KEY_INVALID."""
    return str(_identity(identity).to_public())


def checked_recipient(text: str) -> str:
    """Return a recipient as it is kept, without the spaces around it. Raises ESCROW_KEY_INVALID."""
    return str(_recipient(text))


def fingerprint_of(recipient: str) -> str:
    """Return what two people compare by telephone: six groups of four letters and digits."""
    digest = hashlib.sha256(recipient.encode()).hexdigest().upper()
    return " ".join(digest[at : at + 4] for at in range(0, 24, 4))


def seal_for(recipient: str, secret: bytes) -> bytes:
    """Return ``secret`` so that only the private key of ``recipient`` opens it. Raises ESCROW_KEY_INVALID."""
    sealed: bytes = pyrage.encrypt(secret, [_recipient(recipient)])
    return sealed


def open_sealed(identity: str, sealed: bytes) -> bytes:
    """Return what was sealed. Raises ESCROW_KEY_INVALID, ESCROW_NOT_OURS (for another key), ESCROW_DAMAGED."""
    private = _identity(identity)
    try:
        secret: bytes = pyrage.decrypt(sealed, [private])
    except pyrage.DecryptError as error:
        ours = "No matching keys" not in str(error)
        raise CounterError(Code.ESCROW_DAMAGED if ours else Code.ESCROW_NOT_OURS) from error
    return secret


def write_identity(path: Path, identity: str) -> None:
    """Keep a private key in a file for its owner only, as age's own programs do.

    Raises ESCROW_KEY_INVALID, DISK_FULL, DATA_NOT_WRITABLE.
    """
    public = recipient_of(identity)
    write_durably(path, f"# public key: {public}\n{identity.strip()}\n".encode(), mode=0o600)


def read_identity(path: Path) -> str:
    """Return the private key of a file, also of one typed in from paper. Raises ESCROW_KEY_INVALID."""
    try:
        with path.open("rb") as file:
            lines = file.read(_LARGEST_FILE).decode().splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CounterError(Code.ESCROW_KEY_INVALID) from error
    found = next((line.strip() for line in lines if line.strip().upper().startswith(_PRIVATE)), "")
    recipient_of(found)
    return found


def read_recipient(path: Path) -> str:
    """Return the public key of a file: alone on its line, or where age's own programs note it.

    Raises ESCROW_KEY_INVALID.
    """
    try:
        with path.open("rb") as file:
            words = file.read(_LARGEST_FILE).decode().split()
    except (OSError, UnicodeDecodeError) as error:
        raise CounterError(Code.ESCROW_KEY_INVALID) from error
    return checked_recipient(next((word for word in words if word.startswith(_PUBLIC)), ""))


def _identity(text: str) -> pyrage.x25519.Identity:
    try:
        return pyrage.x25519.Identity.from_str(text.strip().upper())
    except pyrage.IdentityError as error:
        raise CounterError(Code.ESCROW_KEY_INVALID) from error


def _recipient(text: str) -> pyrage.x25519.Recipient:
    try:
        return pyrage.x25519.Recipient.from_str(text.strip())
    except pyrage.RecipientError as error:
        raise CounterError(Code.ESCROW_KEY_INVALID) from error
