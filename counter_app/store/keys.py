"""The data key: 32 random bytes, wrapped by the system's keyring, or in a file that only its owner may read.

Beside it may lie ``station.escrow``: the same key sealed for the province, which opens the disk of a dead machine.
"""

import base64
import json
import logging
import os
import secrets
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from counter_app.errors import Code, CounterError
from counter_app.store import escrow
from counter_app.store.durable import write_durably

log = logging.getLogger(__name__)

KEY_FILE, ESCROW_FILE = "station.key", "station.escrow"
_SERVICE = "counter-app"
# Only keyrings that encrypt: a plain-file backend beside the data would be no protection and would hide it.
_TRUSTED = {
    "keyring.backends.Windows": "WinVaultKeyring",
    "keyring.backends.SecretService": "Keyring",
    "keyring.backends.macOS": "Keyring",
}
_KEY_BYTES = 32


class Wrapping(StrEnum):
    """What keeps a data key from whoever has the disk."""

    KEYRING = "keyring"
    NONE = "none"  # a file for its owner only: it lies on the disk that it opens


@dataclass(frozen=True, slots=True)
class Protection:
    """How a folder's key is kept; ``recipient`` is whom it is sealed for (age), empty for nobody."""

    wrapping: Wrapping
    recipient: str

    @property
    def fingerprint(self) -> str:
        """The recipient as people compare it; empty for nobody."""
        return escrow.fingerprint_of(self.recipient) if self.recipient else ""


def load_or_make_key(folder: Path) -> bytes:
    """Return the data key of ``folder``; makes one on the very first run. Raises KEY_MISSING, KEY_WRONG."""
    path = folder / KEY_FILE
    if path.exists() or (folder / "counter.db").exists():
        return load_key(folder)
    key = secrets.token_bytes(_KEY_BYTES)
    _write(path, key)
    return key


def load_key(folder: Path) -> bytes:
    """Return the data key of ``folder``. Raises KEY_MISSING, KEY_WRONG."""
    path = folder / KEY_FILE
    if not path.exists():
        raise CounterError(Code.KEY_MISSING, path=path)
    return _read(path)


def protection(folder: Path) -> Protection:
    """Tell how the key of ``folder`` is kept, without opening it. Raises KEY_MISSING, KEY_WRONG."""
    path = folder / KEY_FILE
    if not path.exists():
        raise CounterError(Code.KEY_MISSING, path=path)
    return Protection(_record(path)[0], escrowed_for(folder))


def is_open_to_others(folder: Path) -> bool:
    """Whether others of this machine may read the key file; Windows keeps folders of an account apart by itself."""
    path = folder / KEY_FILE
    return os.name == "posix" and path.exists() and bool(path.stat().st_mode & 0o077)


def close_to_others(folder: Path) -> bool:
    """Let nobody but its owner read the key file; tells whether others could."""
    path = folder / KEY_FILE
    if not is_open_to_others(folder):
        return False
    path.chmod(0o600)
    log.info("event=key_file_was_open path=%s", path)
    return True


def seal_key(folder: Path, recipient: str) -> str:
    """Seal the data key for ``recipient`` into ``station.escrow``; returns the sealed key in base64.

    Raises ESCROW_KEY_INVALID, KEY_MISSING, KEY_WRONG, DISK_FULL, DATA_NOT_WRITABLE.
    """
    sealed = base64.b64encode(escrow.seal_for(recipient, load_key(folder))).decode()
    keep_sealed_key(folder / ESCROW_FILE, recipient, sealed)
    return sealed


def keep_sealed_key(path: Path, recipient: str, sealed: str) -> None:
    """Write a sealed key (base64) as such a file. Raises DISK_FULL, DATA_NOT_WRITABLE."""
    write_durably(path, json.dumps({"recipient": recipient, "sealed": sealed}).encode())


def forget_sealed_key(folder: Path) -> None:
    """Remove ``station.escrow``: the office named nobody any more."""
    (folder / ESCROW_FILE).unlink(missing_ok=True)


def escrowed_for(folder: Path) -> str:
    """Return whom the key of ``folder`` is sealed for, empty for nobody."""
    try:
        return _sealed(folder / ESCROW_FILE)[0]
    except CounterError:
        return ""


def open_sealed_key(path: Path, identity: str) -> bytes:
    """Return the data key of a ``station.escrow``, opened by the private escrow key.

    Raises ESCROW_ABSENT, ESCROW_DAMAGED, ESCROW_NOT_OURS, ESCROW_KEY_INVALID.
    """
    return _opened(_sealed(path)[1], identity)


def open_sealed_text(text: str, identity: str) -> bytes:
    """Return the data key of what such a file says, as a backup has it. Raises as ``open_sealed_key``."""
    return _opened(_parts(text)[1], identity)


def _opened(sealed: bytes, identity: str) -> bytes:
    key = escrow.open_sealed(identity, sealed)
    if len(key) != _KEY_BYTES:
        raise CounterError(Code.ESCROW_DAMAGED)
    return key


def replace_key(folder: Path, key: bytes) -> None:
    """Keep ``key`` as the key of ``folder``, wrapped by this machine; a key file that is there is put aside.

    Raises DISK_FULL, DATA_NOT_WRITABLE.
    """
    path = folder / KEY_FILE
    if path.exists():
        path.replace(path.with_name(f"{KEY_FILE}.{secrets.token_hex(3)}.old"))
    _write(path, key)


def _write(path: Path, key: bytes) -> None:
    wrapping = _wrapping_key(str(path.resolve()), make=True)
    if wrapping is None:
        text = json.dumps({"wrapped_by": Wrapping.NONE, "key": key.hex()})
    else:
        nonce = secrets.token_bytes(12)
        sealed = nonce + AESGCM(wrapping).encrypt(nonce, key, None)
        text = json.dumps({"wrapped_by": Wrapping.KEYRING, "name": str(path.resolve()), "key": sealed.hex()})
    write_durably(path, text.encode(), mode=0o600)


def _read(path: Path) -> bytes:
    wrapped_by, stored, name = _record(path)
    if wrapped_by is Wrapping.NONE:
        close_to_others(path.parent)
        key = stored
    else:
        key = _unwrapped(path, stored, name)
    if len(key) != _KEY_BYTES:
        raise CounterError(Code.KEY_WRONG, path=path)
    return key


def _unwrapped(path: Path, stored: bytes, name: str) -> bytes:
    try:
        wrapping = _wrapping_key(name, make=False)
        if wrapping is None:
            raise CounterError(Code.KEY_MISSING, path=path)
        return AESGCM(wrapping).decrypt(stored[:12], stored[12:], None)
    except (InvalidTag, ValueError) as error:  # another's, or what is no key at all
        raise CounterError(Code.KEY_WRONG, path=path) from error


def _record(path: Path) -> tuple[Wrapping, bytes, str]:
    """What a key file says: how it is wrapped, the bytes, the keyring's name for what opens them."""
    try:
        record = json.loads(path.read_text())
        return Wrapping(record["wrapped_by"]), bytes.fromhex(record["key"]), str(record.get("name", ""))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise CounterError(Code.KEY_WRONG, path=path) from error


def _sealed(path: Path) -> tuple[str, bytes]:
    """What a ``station.escrow`` says: the recipient and the sealed key."""
    try:
        return _parts(path.read_text())
    except FileNotFoundError as error:
        raise CounterError(Code.ESCROW_ABSENT, path=path) from error
    except (OSError, ValueError) as error:
        raise CounterError(Code.ESCROW_DAMAGED) from error


def _parts(text: str) -> tuple[str, bytes]:
    try:
        record = json.loads(text)
        return str(record["recipient"]), base64.b64decode(record["sealed"], validate=True)
    except (ValueError, KeyError, TypeError) as error:
        raise CounterError(Code.ESCROW_DAMAGED) from error


def _wrapping_key(name: str, *, make: bool) -> bytes | None:
    """Return the keyring's key for ``name``, or None where there is no keyring to trust."""
    import keyring  # 110 ms: only where a key is read or made
    from keyring.errors import KeyringError

    backend = keyring.get_keyring()
    if _TRUSTED.get(type(backend).__module__) != type(backend).__name__:
        return None
    try:
        found = backend.get_password(_SERVICE, name)
        if found is None and make:
            found = secrets.token_hex(32)
            backend.set_password(_SERVICE, name, found)
    except KeyringError:
        return None
    return bytes.fromhex(found) if found else None
