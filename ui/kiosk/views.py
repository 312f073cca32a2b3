"""What the kiosk shows: one frozen record a page."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from counter_app.domain.facts import Priority
from counter_app.domain.working_calendar import WorkingHours


@dataclass(frozen=True, slots=True)
class HeaderView:
    """The office as it signs itself, and the time (local)."""

    office: str
    now: datetime


@dataclass(frozen=True, slots=True)
class WaitView:
    """How long one waits, in minutes: most likely, and the measured range."""

    low: int
    likely: int
    high: int


@dataclass(frozen=True, slots=True)
class TileView:
    """One field: ``waiting`` is None while it is not known; ``left`` numbers of today, None for no limit."""

    group: str
    name: str
    name_en: str
    icon: str
    waiting: int | None
    wait: WaitView | None = None
    left: int | None = None
    long: bool = False

    @property
    def used(self) -> bool:
        """Whether today's numbers of this field are all given out."""
        return self.left is not None and self.left <= 0


@dataclass(frozen=True, slots=True)
class HomeView:
    """At most eight fields; ``priority`` and ``by_card`` (an identity card was read) as in this visit.

    ``lost_since`` (local): the office cannot be asked since then, so nobody knows how many wait.
    """

    tiles: tuple[TileView, ...]
    priority: Priority | None = None
    by_card: bool = False
    lost_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class AskView:
    """A question with two large answers."""

    icon: str
    title: str
    detail: str
    yes: str
    no: str


@dataclass(frozen=True, slots=True)
class ProcedureView:
    """One procedure in everyday words; ``bring`` are the papers to have at hand."""

    code: str
    name: str
    bring: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProceduresView:
    """At most six procedures of one field."""

    tile: TileView
    procedures: tuple[ProcedureView, ...]
    priority: Priority | None = None


@dataclass(frozen=True, slots=True)
class NumberView:
    """A number given: ``matter`` is what for; ``wait`` is None while nobody can say."""

    label: str
    matter: str
    ahead: int
    wait: WaitView | None
    desks: tuple[int, ...]
    follow_url: str


@dataclass(frozen=True, slots=True)
class ClosedView:
    """When to come back (local time; None: nobody knows); ``days_off`` are the named days in between.

    ``note`` is what the officer who closed it says to the citizens; ``ended``: today's hours are over.
    """

    opens: datetime | None
    hours: WorkingHours
    days_off: tuple[tuple[date, str], ...] = ()
    phone: str = ""
    note: str = ""
    ended: bool = False


class Standing(StrEnum):
    """How a dossier stands, as far as a kiosk may tell."""

    READY = "ready"
    NOT_YET = "not-yet"
    LATE = "late"  # past its appointment without a result
    SUPPLEMENT = "supplement"  # papers of the citizen are waited for
    PAYMENT = "payment"
    REFUSED = "refused"
    STOPPED = "stopped"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class FoundView:
    """One dossier as the kiosk may tell it: no name, no procedure. Local times; no ``due`` while none was named."""

    id: str
    code: str
    field: str
    due: datetime | None
    standing: Standing
    returned_at: datetime | None = None

    @property
    def ready(self) -> bool:
        """Whether the result can be fetched now."""
        return self.standing is Standing.READY

    @property
    def wants_desk(self) -> bool:
        """Whether there is something to do at a desk: fetch, bring, pay, ask why."""
        return self.standing not in (Standing.NOT_YET, Standing.RETURNED)


@dataclass(frozen=True, slots=True)
class ResultView:
    """What a scan found; empty when no dossier belongs to it. ``takes``: numbers are given out now."""

    found: tuple[FoundView, ...]
    takes: bool = True
