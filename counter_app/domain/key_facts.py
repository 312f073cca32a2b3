"""Who could open a machine's data if the machine were gone: the office's escrow key, and each machine's sealed key."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class EscrowNamed:
    """The machines of this office seal their data keys for ``recipient`` (age, X25519); empty: for nobody any more."""

    recipient: str


@dataclass(frozen=True, slots=True)
class KeyEscrowed:
    """A machine's data key, sealed for ``recipient``: ``sealed`` is an age file in base64."""

    recipient: str
    sealed: str


KeyFact = EscrowNamed | KeyEscrowed
KEY_KINDS: dict[str, type] = {"office.escrow_named": EscrowNamed, "station.key_escrowed": KeyEscrowed}


@dataclass(frozen=True, slots=True)
class OfficeEscrow:
    """For whom an office's machines seal their keys, and since when."""

    office: str
    recipient: str
    at: datetime


@dataclass(frozen=True, slots=True)
class EscrowedKey:
    """The newest sealed key of a machine."""

    station: str
    recipient: str
    sealed: str
    at: datetime
