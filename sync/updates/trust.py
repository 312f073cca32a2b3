"""Whose signature a machine believes: the root of the repository as it was met first, by its fingerprint."""

import hashlib

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root

from counter_app.errors import Code, CounterError
from counter_app.journal.checkpoints import fingerprint


def fingerprint_of(root: bytes) -> str:
    """Return what a person compares of a repository's first root: of its keys, in six groups. Raises UPDATE_DAMAGED."""
    try:
        keys = Metadata[Root].from_bytes(root).signed.roles[Root.type].keyids
    except (RepositoryError, KeyError) as error:
        raise CounterError(Code.UPDATE_DAMAGED) from error
    return fingerprint(hashlib.sha256(" ".join(sorted(keys)).encode()).hexdigest())


def same_fingerprint(one: str, other: str) -> bool:
    """Tell whether two fingerprints are the same, however they were typed."""
    plain, given = ("".join(text.split()).upper() for text in (one, other))
    return bool(plain) and plain == given
