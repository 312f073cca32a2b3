"""What the kiosk shows: one frozen record a page."""

from dataclasses import dataclass
from datetime import date, datetime

from counter_app.domain.facts import Priority
from counter_app.domain.working_calendar import WorkingHours


@dataclass(frozen=True, slots=True)
class HeaderView:
    """The office as it signs itself, and the time (local)."""

    office: str
    now: datetime


@dataclass(frozen=True, slots=True)
class TileView:
    """One field: ``waiting`` is None while it is not known."""

    group: str
    name: str
    name_en: str
    icon: str
    waiting: int | None


@dataclass(frozen=True, slots=True)
class HomeView:
    """At most eight fields; ``priority`` as chosen in this visit."""

    tiles: tuple[TileView, ...]
    priority: Priority | None = None


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
    """A number given: ``matter`` is what for; ``minutes`` is None while nobody can say."""

    label: str
    matter: str
    ahead: int
    minutes: int | None
    desks: tuple[int, ...]
    follow_url: str


@dataclass(frozen=True, slots=True)
class ClosedView:
    """When to come back (local time); ``days_off`` are the named days in between."""

    opens: datetime
    hours: WorkingHours
    days_off: tuple[tuple[date, str], ...] = ()
    phone: str = ""


@dataclass(frozen=True, slots=True)
class FoundView:
    """One dossier as the kiosk may tell it: no name, no procedure. Local times."""

    id: str
    code: str
    field: str
    due: datetime
    ready: bool
    returned_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ResultView:
    """What a scan found; empty when no dossier belongs to it."""

    found: tuple[FoundView, ...]
