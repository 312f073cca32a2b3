"""One entry of the journal: written once, never changed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it is stored, signed and sent.

    ``data`` is the JSON text of a record of :mod:`counter_app.domain.facts`, kept exactly as it was signed.
    ``time`` is a hybrid logical time (see :mod:`counter_app.domain.hybrid_time`).
    ``previous`` and ``hash`` are SHA-256 in hex; ``signature`` is the station's Ed25519 over ``hash``, in hex.
    """

    station: str
    seq: int
    stream: str
    kind: str
    version: int
    time: int
    actor: str
    data: str
    previous: str
    hash: str
    signature: str
