"""Which dossiers a list shows, in which order, and how a list goes on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.procedures import Channel


class DossierOrder(StrEnum):
    """How a list is sorted."""

    NEWEST = "newest"  # received last comes first
    DUE = "due"  # due first comes first; without an appointment last


@dataclass(frozen=True, slots=True)
class DossierFilter:
    """What a list asks for; everything that is given must hold, what is empty does not matter.

    ``text`` is words as for the search. Dates are local days, both ends included. ``late`` is
    :meth:`Dossier.is_late` as of now, also of what has ended; with ``open`` it is what is late and still to be done.
    ``officer`` received it, ``holder`` has to act, ``authority`` is the competent office where it is another one;
    ``giver`` and ``given_from`` are who and which department gave it on last. With ``text`` it is always newest first;
    with ``in_papers`` its words are looked for on the scanned pages, all on one page, not in the dossier's own facts.
    """

    text: str = ""
    procedure: str = ""
    field: str = ""
    states: tuple[DossierState, ...] = ()
    received_from: date | None = None
    received_to: date | None = None
    due_from: date | None = None
    due_to: date | None = None
    officer: str = ""
    holder: str = ""
    department: str = ""
    giver: str = ""
    given_from: str = ""
    late: bool = False
    open: bool = False
    channel: Channel | None = None
    office: str = ""
    authority: str = ""
    identity: str = ""
    order: DossierOrder = DossierOrder.NEWEST
    in_papers: bool = False


@dataclass(frozen=True, slots=True)
class DossierPage:
    """One page of a list; ``after`` is what the next page is asked for with, empty when this is the last one."""

    dossiers: tuple[Dossier, ...] = ()
    after: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are; with ``more`` there are more than ``number``, and nobody counted them all."""

    number: int
    more: bool = False


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter that an officer keeps under a name."""

    name: str
    filter: DossierFilter


@dataclass(frozen=True, slots=True)
class WorkBucket:
    """Dossiers of one urgency, due first comes first: the first of them, and how many there are."""

    dossiers: tuple[Dossier, ...] = ()
    count: Count = Count(0)


@dataclass(frozen=True, slots=True)
class WorkList:
    """What an officer or a department has to do.

    By the end of the present step: ``late``, ``today``, ``soon`` (within three days), ``later``. Beside these:
    ``unclaimed`` was given and not taken over yet (it is in no other bucket), ``waiting`` stands still for the
    applicant, ``ready`` has its result and is to be returned, ``given`` was given on and lies with somebody else.
    """

    late: WorkBucket = WorkBucket()
    today: WorkBucket = WorkBucket()
    soon: WorkBucket = WorkBucket()
    later: WorkBucket = WorkBucket()
    unclaimed: WorkBucket = WorkBucket()
    waiting: WorkBucket = WorkBucket()
    ready: WorkBucket = WorkBucket()
    given: WorkBucket = WorkBucket()
