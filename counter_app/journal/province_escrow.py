"""For whom a province wants its stations' data keys sealed, in its own hand: a station believes its signature alone.

TLS says who answers, and an office's station passes on what it was told. So the province signs the escrow key with the
key that it countersigns with, which each station knows since it was let in; nobody else names one for others.
"""

import logging
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec
from cryptography.exceptions import InvalidSignature
from sqlalchemy import Connection, insert, select

from counter_app.errors import CounterError
from counter_app.journal.checkpoints import pinned
from counter_app.journal.journal import Journal
from counter_app.journal.signing import StationKey, public_key
from counter_app.store import tables
from counter_app.store.codec import from_text, milliseconds, to_text
from counter_app.store.escrow import checked_recipient, fingerprint_of

log = logging.getLogger(__name__)

STREAM = "escrow/province"
"""What a change of it is announced as, to whoever seals the key: no entry is written."""

_PREFIX = "escrow"
_ROW = "province-escrow"
"""The row of this station's identity that has it."""


@dataclass(frozen=True, slots=True)
class ProvinceEscrow:
    """Since ``at`` (its clock, milliseconds since 1970 UTC) the province ``signer`` (Ed25519, hex) has this escrow key.

    ``recipient`` is its public part (age, X25519).
    """

    recipient: str
    at: int
    signer: str
    signature: str


def signed_bytes(one: ProvinceEscrow) -> bytes:
    """Return what is signed: a JSON array that begins with its purpose, so that it can be nothing else."""
    return msgspec.json.encode((_PREFIX, one.recipient, one.at, one.signer))


def signed(recipient: str, at: datetime, key: StationKey) -> ProvinceEscrow:
    """Return what the holder of ``key`` says."""
    bare = ProvinceEscrow(recipient, milliseconds(at), key.public_hex, "")
    return replace(bare, signature=key.sign(signed_bytes(bare)).hex())


def is_signed(one: ProvinceEscrow) -> bool:
    """Whether its signature is by its own signer; whether that one is to be believed is another question."""
    try:
        public_key(one.signer).verify(bytes.fromhex(one.signature), signed_bytes(one))
    except (InvalidSignature, ValueError):
        return False
    return True


def kept(journal: Journal) -> ProvinceEscrow | None:
    """Return what the province said last, None if it never said anything."""
    with journal.database.read() as connection:
        return _kept(connection)


def take(journal: Journal, one: ProvinceEscrow) -> bool:
    """Keep what the province that this station knows says, if it is newer; tells whether it did.

    Older words are not taken back: whoever passes them on could bring a key back that the province gave up.
    """
    before = kept(journal)
    if one == before or not _counts(journal, one, before):
        return False
    with journal.database.write() as connection:
        if _kept(connection) != before:
            return False  # by another way meanwhile; what is still newer than that is said again
        values = {"name": _ROW, "value": to_text(one).encode()}
        connection.execute(insert(tables.identity).prefix_with("OR REPLACE"), values)
    log.info("event=province_escrow recipient=%r", fingerprint_of(one.recipient))
    journal.changes.publish(frozenset({STREAM}))
    return True


def _kept(connection: Connection) -> ProvinceEscrow | None:
    table = tables.identity
    found = connection.execute(select(table.c.value).where(table.c.name == _ROW)).scalar()
    return None if found is None else from_text(bytes(found), ProvinceEscrow)


def _counts(journal: Journal, one: ProvinceEscrow, before: ProvinceEscrow | None) -> bool:
    key = pinned(journal)
    if not key or one.signer != key or not is_signed(one):
        log.warning("event=province_escrow_not_believed")
        return False
    try:
        checked_recipient(one.recipient)
    except CounterError:
        log.warning("event=province_escrow_unreadable")
        return False
    # What another key signed before (the province's was replaced, and compared) says nothing of what is newer.
    return before is None or before.signer != one.signer or one.at > before.at
