"""The data key: 32 random bytes, wrapped by the system's keyring, or in a file that only its owner may read."""

import json
import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from counter_app.errors import Code, CounterError
from counter_app.store.durable import write_durably

_SERVICE = "counter-app"
# Only keyrings that encrypt: a plain-file backend beside the data would be no protection and would hide it.
_TRUSTED = {
    "keyring.backends.Windows": "WinVaultKeyring",
    "keyring.backends.SecretService": "Keyring",
    "keyring.backends.macOS": "Keyring",
}


def load_or_make_key(folder: Path) -> bytes:
    """Return the data key of ``folder``; makes one on the very first run. Raises KEY_MISSING, KEY_WRONG."""
    path = folder / "station.key"
    if path.exists() or (folder / "counter.db").exists():
        return load_key(folder)
    key = secrets.token_bytes(32)
    _write(path, key)
    return key


def load_key(folder: Path) -> bytes:
    """Return the data key of ``folder``. Raises KEY_MISSING, KEY_WRONG."""
    path = folder / "station.key"
    if not path.exists():
        raise CounterError(Code.KEY_MISSING, path=path)
    return _read(path)


def _write(path: Path, key: bytes) -> None:
    wrapping = _wrapping_key(str(path.resolve()), make=True)
    if wrapping is None:
        text = json.dumps({"wrapped_by": "none", "key": key.hex()})
    else:
        nonce = secrets.token_bytes(12)
        sealed = nonce + AESGCM(wrapping).encrypt(nonce, key, None)
        text = json.dumps({"wrapped_by": "keyring", "name": str(path.resolve()), "key": sealed.hex()})
    write_durably(path, text.encode(), mode=0o600)


def _read(path: Path) -> bytes:
    try:
        record = json.loads(path.read_text())
        stored = bytes.fromhex(record["key"])
        wrapped_by = record["wrapped_by"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CounterError(Code.KEY_WRONG, path=path) from error
    if wrapped_by == "none":
        if os.name == "posix" and path.stat().st_mode & 0o077:
            path.chmod(0o600)
        return stored
    wrapping = _wrapping_key(str(record.get("name", "")), make=False)
    if wrapping is None:
        raise CounterError(Code.KEY_MISSING, path=path)
    try:
        return AESGCM(wrapping).decrypt(stored[:12], stored[12:], None)
    except InvalidTag as error:
        raise CounterError(Code.KEY_WRONG, path=path) from error


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
