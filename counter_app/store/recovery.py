"""A secret that words on paper open: Argon2id makes a key of them (RFC 9106, its second choice), AES-256-GCM seals.

The words are nowhere kept. What is sealed lies beside the data key (``station.recovery``) and in each backup.
"""

import secrets
from pathlib import Path

import msgspec
from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from counter_app.domain.text import fold
from counter_app.errors import Code, CounterError
from counter_app.store.durable import write_durably

LEAST_LETTERS = 16
"""So long must words be that a person chose; those made here have 90 bits."""
_FILE = "station.recovery"
_SYLLABLES = 10
_STARTS = ("b", "c", "d", "g", "h", "kh", "l", "m", "n", "nh", "ph", "s", "t", "th", "tr", "v")
_ENDS = (
    *("a", "ai", "am", "an", "anh", "ao", "au", "ay", "e", "em", "en", "i", "im", "in", "inh", "o"),
    *("oa", "oai", "oan", "oi", "om", "on", "ong", "u", "ua", "ui", "um", "un", "ung", "uong", "ut", "uy"),
)
_PASSES, _MEMORY_KIB, _LANES = 3, 64 << 10, 4
_MOST_PASSES, _MOST_MEMORY_KIB, _MOST_LANES = 20, 1 << 20, 16
_PURPOSE = b"counter-app recovery"


class _Sealed(msgspec.Struct, frozen=True):
    salt: str
    nonce: str
    sealed: str
    passes: int = _PASSES
    memory_kib: int = _MEMORY_KIB
    lanes: int = _LANES


def new_words() -> str:
    """Return ten syllables that nobody guesses, two by two: easy to write down, to read out and to type."""
    made = [secrets.choice(_STARTS) + secrets.choice(_ENDS) for _ in range(_SYLLABLES)]
    return " ".join("".join(made[at : at + 2]) for at in range(0, _SYLLABLES, 2))


def seal_by_words(words: str, secret: bytes) -> str:
    """Return ``secret`` sealed, as text; takes some tenths of a second. Raises RECOVERY_WEAK."""
    if len(_plain(words)) < LEAST_LETTERS:
        raise CounterError(Code.RECOVERY_WEAK, least=LEAST_LETTERS)
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    made = _Sealed(salt.hex(), nonce.hex(), "")
    sealed = AESGCM(_key(words, made)).encrypt(nonce, secret, _PURPOSE)
    return msgspec.json.encode(msgspec.structs.replace(made, sealed=sealed.hex())).decode()


def open_by_words(words: str, text: str) -> bytes:
    """Return what was sealed. Raises RECOVERY_WRONG for other words, or when there is nothing that words open."""
    try:
        made = msgspec.json.decode(text, type=_Sealed)
        bounds = ((made.passes, _MOST_PASSES), (made.memory_kib, _MOST_MEMORY_KIB), (made.lanes, _MOST_LANES))
        if not all(0 < value <= most for value, most in bounds):
            raise ValueError(bounds)
        return AESGCM(_key(words, made)).decrypt(bytes.fromhex(made.nonce), bytes.fromhex(made.sealed), _PURPOSE)
    except (InvalidTag, HashingError, ValueError, msgspec.DecodeError) as error:
        raise CounterError(Code.RECOVERY_WRONG) from error


def same_words(one: str, other: str) -> bool:
    """Whether these are the same words, however they were typed."""
    return _plain(one) == _plain(other)


def keep_recovery(folder: Path, text: str) -> None:
    """Keep what the words open beside the data key. Raises DISK_FULL, DATA_NOT_WRITABLE."""
    write_durably(folder / _FILE, text.encode())


def load_recovery(folder: Path) -> str:
    """Return what the words open, empty where no words were chosen."""
    try:
        return (folder / _FILE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _key(words: str, made: _Sealed) -> bytes:
    salt = bytes.fromhex(made.salt)
    return hash_secret_raw(
        _plain(words).encode(), salt, made.passes, made.memory_kib, made.lanes, hash_len=32, type=Type.ID
    )


def _plain(words: str) -> str:
    """Capitals, marks above letters, spaces and dashes make no difference: paper and keyboards lose them."""
    return "".join(letter for letter in fold(words) if letter.isalnum())
