"""Who wrote an entry: the station's Ed25519 key, and the hash that chains a station's entries."""

import hashlib
import re
import secrets
from dataclasses import dataclass, replace
from functools import lru_cache

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from counter_app.domain.entry import Entry

FIRST = "0" * 64
"""What the first entry of a station has as ``previous``."""

_STATION_ID = re.compile(r"[0-9A-Za-z-]{1,64}")


@dataclass(frozen=True, slots=True)
class StationKey:
    """A station's identity: its id and its private key."""

    station: str
    private: Ed25519PrivateKey

    @property
    def public_hex(self) -> str:
        """The public key, 32 bytes in hex."""
        return self.private.public_key().public_bytes_raw().hex()

    def sign(self, message: bytes) -> bytes:
        """Sign with Ed25519 (RFC 8032)."""
        return self.private.sign(message)


def is_station_id(text: str) -> bool:
    """Whether a station may be called so: 1 to 64 letters, digits and ``-``; ids become parts of names of files."""
    return _STATION_ID.fullmatch(text) is not None


def make_station_key() -> StationKey:
    """Make a new identity; the id is 16 hex digits."""
    return StationKey(secrets.token_hex(8), Ed25519PrivateKey.generate())


def load_station_key(station: str, raw: bytes) -> StationKey:
    """Return the identity kept as 32 private bytes."""
    return StationKey(station, Ed25519PrivateKey.from_private_bytes(raw))


def entry_hash(entry: Entry) -> str:
    """SHA-256 over every field but hash and signature, in hex; ``data`` goes in exactly as it stands."""
    fields = (
        entry.station,
        entry.seq,
        entry.stream,
        entry.kind,
        entry.version,
        entry.time,
        entry.actor,
        entry.data,
        entry.previous,
    )
    return hashlib.sha256(msgspec.json.encode(fields)).hexdigest()


@lru_cache(maxsize=1024)
def public_key(public_hex: str) -> Ed25519PublicKey:
    """The key of 32 bytes in hex. Raises ValueError."""
    return Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_hex))


def seal(entry: Entry, key: StationKey) -> Entry:
    """Return ``entry`` with its hash and signature."""
    digest = entry_hash(entry)
    return replace(entry, hash=digest, signature=key.sign(bytes.fromhex(digest)).hex())


def fault_of(entry: Entry, public_hex: str) -> str | None:
    """Say what is wrong with an entry's hash or signature, None when it is sound."""
    if entry_hash(entry) != entry.hash:
        return "hash"
    try:
        public_key(public_hex).verify(bytes.fromhex(entry.signature), bytes.fromhex(entry.hash))
    except (InvalidSignature, ValueError):
        return "signature"
    return None


def is_signed(public_hex: str, signature: bytes, message: bytes) -> bool:
    """Whether a signature (Ed25519) of the public key fits a message."""
    try:
        public_key(public_hex).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
