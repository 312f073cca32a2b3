"""What an office holds of one person, ready to be put on paper."""

from dataclasses import dataclass
from datetime import datetime

from counter_app.documents.receipt_form import Issuer


@dataclass(frozen=True, slots=True)
class HeldEntry:
    """One thing that was done: when, by whom, in words."""

    at: datetime
    who: str
    words: str


@dataclass(frozen=True, slots=True)
class HeldDossier:
    """One dossier: code, procedure, state, what the person gave, the papers, what was done."""

    code: str
    procedure: str
    state: str
    received: datetime
    given: tuple[tuple[str, str], ...]
    papers: tuple[str, ...]
    entries: tuple[HeldEntry, ...]


@dataclass(frozen=True, slots=True)
class CitizenSheet:
    """Everything, as it stood when it was ``made``; ``officer`` gave it out."""

    issuer: Issuer
    made: datetime
    name: str
    identity: str
    reason: str
    officer: str
    dossiers: tuple[HeldDossier, ...]
