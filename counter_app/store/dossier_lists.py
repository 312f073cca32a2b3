"""How the database is asked for a list of dossiers: which index is read is said here, never guessed from statistics.

So a list costs today what it cost when it was measured (docs/performance.md), and ``tests/unit/test_dossier_lists.py``
holds every kind of list to its plan. Only names of columns are put into the text; what anybody typed is bound.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from counter_app.domain.dossier_filter import DossierFilter, DossierOrder
from counter_app.domain.dossiers import DossierState
from counter_app.domain.working_calendar import VIETNAM
from counter_app.store import page_texts
from counter_app.store.codec import milliseconds
from counter_app.store.dossier_index import first_place
from counter_app.store.dossier_words import ENDED_LATE, FACETS, OPEN, ended, facet, question
from counter_app.store.tables import NEVER

_DAY = timedelta(days=1)
_MOST_SORTED = 92 * _DAY
"""Appointments of so many days are read by their dates and sorted; of a longer time from the newest dossier on."""

_HOLDING = ("holder", "department", "giver", "given_from")
"""Columns that are filled for open dossiers only."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a list was left off: the last dossier's place, and its due time where the list is sorted by that."""

    place: int
    due: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: which index is read, what must hold, in which order."""

    source: str
    where: tuple[str, ...]
    values: Mapping[str, Any]
    by_due: bool = False

    def places(self) -> str:
        """The SELECT of (place, due) in order, with a bound ``limit``; ``due`` is 0 where nothing is sorted by it."""
        due, order = ("d.due", "d.due, d.place") if self.by_due else ("0", f"{self.place} DESC")
        return f"{self._select(f'{self.place} AS place, {due} AS due')} ORDER BY {order} LIMIT :limit"

    def count(self) -> str:
        """The SELECT of how many there are, counted up to ``limit``."""
        return f"SELECT count(*) FROM ({self._select('1')} LIMIT :limit)"  # noqa: S608 - names of columns only

    @property
    def place(self) -> str:
        """The column that is a dossier's place in this source."""
        return "w.rowid" if self.source.startswith("dossier_words") else "d.place"

    def _select(self, columns: str) -> str:
        return f"SELECT {columns} FROM {self.source} WHERE {' AND '.join(self.where) or '1'}"  # noqa: S608 - as above


def listing(wanted: DossierFilter, now: int, after: Place | None = None) -> Listing:
    """The list that ``wanted`` asks for, late being judged by ``now`` (milliseconds), behind ``after``."""
    values = _values(wanted, now)
    by_due = wanted.order is DossierOrder.DUE and not wanted.text  # what is searched by words is always newest first
    if wanted.text and wanted.in_papers:
        source, where = _on_pages(wanted, values)
    elif wanted.text or not (index := _index(wanted, by_due=by_due)):
        source, where = _by_words(wanted, values)
    else:
        source = f"dossiers d INDEXED BY {index}"
        where = [*_equal(wanted, (*FACETS, *_HOLDING, "identity")), *_times(wanted)]
        where += _in_states(wanted) if wanted.states else ()
        where += ("d.stage > 0",) if index == "dossiers_open" else ()
    listed = Listing(source, (), values, by_due)
    where += _between(wanted, listed.place, values)
    if after is not None:
        values |= {"due_after": after.due, "place_after": after.place}
        behind = "(d.due, d.place) > (:due_after, :place_after)" if by_due else f"{listed.place} < :place_after"
        where.append(behind)
    return Listing(source, tuple(where), values, by_due)


def _index(wanted: DossierFilter, *, by_due: bool) -> str:
    """The index for a list without words; empty if the search index is the best one."""
    if wanted.identity:
        return "dossiers_identity"
    open_states = wanted.states and not any(state.ended for state in wanted.states)
    if wanted.open or open_states or any(getattr(wanted, column) for column in _HOLDING):
        return "dossiers_open"  # few, however many have ended
    if by_due or _is_short(wanted):
        return "dossiers_due"
    if any(getattr(wanted, column) for column in FACETS) or wanted.states or wanted.late:
        return ""
    return "dossiers_facets"


def _is_short(wanted: DossierFilter) -> bool:
    """Whether the days of appointment are so few that what is due then may be sorted."""
    if wanted.due_from is None or wanted.due_to is None:
        return False
    return wanted.due_to - wanted.due_from <= _MOST_SORTED


def _by_words(wanted: DossierFilter, values: dict[str, Any]) -> tuple[str, list[str]]:
    """Read the search index from the newest dossier on, and beside it what it does not know."""
    asked = question(wanted.text)
    asked += [f'"{facet(column, getattr(wanted, column))}"' for column in FACETS if getattr(wanted, column)]
    beside = [*_equal(wanted, (*_HOLDING, "identity")), *_times(wanted)]
    if wanted.open or any(getattr(wanted, column) for column in _HOLDING):
        asked.append(f'"{OPEN}"')
    if wanted.late:
        asked.append(f'("{OPEN}" OR "{ENDED_LATE}")')
    if wanted.states:
        stands = {ended(state) if state.ended else OPEN for state in wanted.states}
        quoted = (f'"{one}"' for one in sorted(stands))
        asked.append(f"({' OR '.join(quoted)})")
        beside += _in_states(wanted) if OPEN in stands else ()
    source = "dossier_words w"
    if beside:
        narrow = "" if wanted.identity else "INDEXED BY dossiers_facets"
        source = f"{source} CROSS JOIN dossiers d {narrow} ON d.place = w.rowid"
    values["asked"] = " AND ".join(asked)
    return source, ["w.dossier_words MATCH :asked", *beside]


def _on_pages(wanted: DossierFilter, values: dict[str, Any]) -> tuple[str, list[str]]:
    """Read the index of the pages' words, the newest pages first and not more of them than one search may."""
    values |= {"asked": page_texts.question(wanted.text), "most_pages": page_texts.MOST_FOUND}
    pages = "SELECT rowid FROM page_words WHERE page_words MATCH :asked ORDER BY rowid DESC LIMIT :most_pages"
    found = f"SELECT DISTINCT t.dossier FROM ({pages}) w CROSS JOIN page_texts t ON t.id = w.rowid"  # noqa: S608 - fixed
    where = [*_equal(wanted, (*FACETS, *_HOLDING, "identity")), *_times(wanted)]
    where += _in_states(wanted) if wanted.states else ()
    where += ("d.stage > 0",) if wanted.open else ()
    return f"({found}) f CROSS JOIN dossiers d INDEXED BY dossiers_id ON d.id = f.dossier", where


def _values(wanted: DossierFilter, now: int) -> dict[str, Any]:
    values: dict[str, Any] = {column: getattr(wanted, column) for column in (*FACETS, *_HOLDING, "identity")}
    values["now"] = now
    values["due_from"] = _midnight(wanted.due_from) if wanted.due_from else 0
    values["due_end"] = _midnight(wanted.due_to, after=_DAY) if wanted.due_to else NEVER
    return values


def _equal(wanted: DossierFilter, columns: tuple[str, ...]) -> list[str]:
    return [f"d.{column} = :{column}" for column in columns if getattr(wanted, column)]


def _times(wanted: DossierFilter) -> list[str]:
    where = ["d.late_from < :now"] if wanted.late else []
    return [*where, "d.due >= :due_from", "d.due < :due_end"] if wanted.due_from or wanted.due_to else where


def _in_states(wanted: DossierFilter) -> tuple[str, ...]:
    return (f"d.state IN ({', '.join(str(DossierState(state).value) for state in wanted.states)})",)


def _between(wanted: DossierFilter, place: str, values: dict[str, Any]) -> list[str]:
    """Days of reception as places: these are in the order of reception."""
    where = []
    if wanted.received_from:
        where.append(f"{place} >= :first")
        values["first"] = first_place(_midnight(wanted.received_from))
    if wanted.received_to:
        where.append(f"{place} < :last")
        values["last"] = first_place(_midnight(wanted.received_to, after=_DAY))
    return where


def _midnight(day: date, after: timedelta = timedelta()) -> int:
    return milliseconds(datetime.combine(day, time(), VIETNAM) + after)
