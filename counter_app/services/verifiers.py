"""Secrets as the journal keeps them: Argon2id verifiers, and what is sealed under a secret."""

import base64
import os

from argon2 import PasswordHasher, extract_parameters
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from counter_app.domain.secret_rule import weakness
from counter_app.errors import Code, CounterError

# What guards a short secret is the encrypted store and the lock after five tries; 19 MiB costs 26 ms.
_TIME, _MEMORY_KIB = 2, 19 * 1024
_HASHER = PasswordHasher(time_cost=_TIME, memory_cost=_MEMORY_KIB, parallelism=1)
_MOST_TIME, _MOST_MEMORY_KIB, _MOST_LANES = 16, 256 * 1024, 8
"""What an entry of another machine may cost whoever signs in here."""
_SALT, _NONCE, _KEY = 16, 12, 32


def verifier(secret: str) -> str:
    """Return the Argon2id verifier of a secret."""
    return _HASHER.hash(secret)


def matches(kept: str, secret: str) -> bool:
    """Whether ``secret`` is the one of a verifier; what is none, or costs much more than one, matches nothing."""
    try:
        cost = extract_parameters(kept)
        if cost.time_cost > _MOST_TIME or cost.memory_cost > _MOST_MEMORY_KIB or cost.parallelism > _MOST_LANES:
            return False
        return _HASHER.verify(kept, secret)
    except (VerificationError, InvalidHashError):
        return False


def check_rule(secret: str, *own: str) -> str:
    """Return a secret that may be chosen anew. Raises PIN_WEAK; ``own`` are the officer's name and id."""
    why = weakness(secret, *own)
    if why is not None:
        raise CounterError(Code.PIN_WEAK, reason=why.value)
    return secret


def seal(content: bytes, secret: str, officer: str) -> str:
    """Return ``content`` encrypted under an officer's secret: AES-256-GCM by a key that costs as much as a try."""
    salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
    sealed = AESGCM(_key(secret, salt)).encrypt(nonce, content, officer.encode())
    return base64.b64encode(salt + nonce + sealed).decode()


def unseal(text: str, secret: str, officer: str) -> bytes | None:
    """Return what was sealed, None where it was sealed under another secret or for another officer."""
    try:
        whole = base64.b64decode(text, validate=True)
        nonce, sealed = whole[_SALT : _SALT + _NONCE], whole[_SALT + _NONCE :]
        return AESGCM(_key(secret, whole[:_SALT])).decrypt(nonce, sealed, officer.encode())
    except (InvalidTag, ValueError):
        return None


def _key(secret: str, salt: bytes) -> bytes:
    return hash_secret_raw(secret.encode(), salt, _TIME, _MEMORY_KIB, 1, _KEY, Type.ID)
