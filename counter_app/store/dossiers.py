"""Dossiers by id, code and person, in lists of any length, and as somebody's work.

A list is read in two steps: the places of one page from an index, then the rows of these places.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, bindparam, select, text
from sqlalchemy import func as sql

from counter_app.domain.dossier_filter import Count, DossierFilter, DossierOrder, WorkBucket
from counter_app.domain.dossiers import Dossier
from counter_app.domain.text import fold
from counter_app.errors import Code, CounterError
from counter_app.store.codec import from_text
from counter_app.store.dossier_index import READY, TO_DO, UNCLAIMED, WAITING
from counter_app.store.dossier_lists import Place, listing
from counter_app.store.tables import NEVER, dossiers

MOST_COUNTED = 1000

_BY_ID = select(dossiers.c.body).where(dossiers.c.id == bindparam("of"))
_BY_PLACES = select(dossiers.c.place, dossiers.c.body).where(dossiers.c.place.in_(bindparam("places", expanding=True)))


def known_dossier(connection: Connection, dossier_id: str) -> Dossier:
    """One dossier that must be there. Raises DOSSIER_UNKNOWN."""
    found = dossier(connection, dossier_id)
    if found is None:
        raise CounterError(Code.DOSSIER_UNKNOWN, dossier=dossier_id)
    return found


def dossier(connection: Connection, dossier_id: str) -> Dossier | None:
    """One dossier."""
    body = connection.execute(_BY_ID, {"of": dossier_id}).scalar()
    return None if body is None else from_text(body, Dossier)


def count_codes(connection: Connection, start: str) -> int:
    """How many codes begin with ``start``."""
    between = dossiers.c.code.between(start, start + "\uffff")
    return connection.execute(select(sql.count()).where(between)).scalar_one()


def gave_codes(connection: Connection, desk: int) -> bool:
    """Whether a dossier's code names this desk, on whatever day."""
    named = select(dossiers.c.code).where(dossiers.c.code.like(f"%-______-{desk:02d}%")).limit(1)
    return connection.execute(named).first() is not None


def find(connection: Connection, typed: str, most: int) -> tuple[Dossier, ...]:
    """Dossiers that have every word of ``typed`` (code, persons, numbers, procedure), newest first."""
    return page(connection, DossierFilter(text=typed), 0, most)[0]


def of_person(connection: Connection, identity: str, most: int = 20) -> tuple[Dossier, ...]:
    """A person's dossiers, newest first."""
    return page(connection, DossierFilter(identity=identity), 0, most)[0]


def same_person(
    connection: Connection, identity: str, name: str, birth: date | None, procedure: str
) -> tuple[Dossier, ...]:
    """Open dossiers of one procedure and applicant: by number, or else by name and day of birth together."""
    query = select(dossiers.c.place).where(dossiers.c.procedure == procedure, text("stage > 0"))
    who = dossiers.c.identity == identity if identity else dossiers.c.name == fold(name)
    places = connection.execute(query.where(who).order_by(dossiers.c.place.desc()).limit(50)).scalars().all()
    found = rows_of(connection, places)
    return found if identity else tuple(one for one in found if birth and one.applicant.birth == birth)


def page(
    connection: Connection, wanted: DossierFilter, now: int, most: int, after: Place | None = None
) -> tuple[tuple[Dossier, ...], Place | None]:
    """The first ``most`` dossiers that ``wanted`` asks for (behind ``after``), and where it goes on if it does.

    ``now`` (milliseconds) is what lateness is judged by.
    """
    asked = listing(wanted, now, after)
    found = connection.execute(text(asked.places()), {**asked.values, "limit": most + 1}).all()
    shown = found[:most]
    goes_on = Place(shown[-1].place, shown[-1].due) if shown and len(found) > most else None
    return rows_of(connection, [row.place for row in shown]), goes_on


def count(connection: Connection, wanted: DossierFilter, now: int, most: int) -> Count:
    """How many ``wanted`` asks for; behind ``most`` nobody counts on."""
    asked = listing(replace(wanted, order=DossierOrder.NEWEST), now)
    number = connection.execute(text(asked.count()), {**asked.values, "limit": most + 1}).scalar_one()
    return Count(min(number, most), number > most)


def rows_of(connection: Connection, places: Sequence[int]) -> tuple[Dossier, ...]:
    """The dossiers of ``places``, in that order."""
    if not places:
        return ()
    bodies = {row.place: row.body for row in connection.execute(_BY_PLACES, {"places": places})}
    return tuple(from_text(bodies[place], Dossier) for place in places if place in bodies)


@dataclass(frozen=True, slots=True)
class Days:
    """The ends of lateness in milliseconds: now, the end of today, the end of what is soon."""

    now: int
    today: int
    soon: int


def work(connection: Connection, column: str, who: str, days: Days, most: int) -> Iterator[tuple[str, WorkBucket]]:
    """What lies with ``who`` (``column`` is ``holder`` or ``department``), bucket by bucket of a work list."""
    to_do = {"late": (0, days.now), "today": (days.now, days.today), "soon": (days.today, days.soon)}
    for name, (first, end) in {**to_do, "later": (days.soon, NEVER + 1)}.items():
        yield name, _bucket(connection, column, who, TO_DO, first, end, most)
    for name, stage in (("unclaimed", UNCLAIMED), ("waiting", WAITING), ("ready", READY)):
        yield name, _bucket(connection, column, who, stage, 0, NEVER + 1, most)


def given_on(connection: Connection, column: str, who: str, most: int) -> WorkBucket:
    """What ``who`` gave on (``column`` is ``giver`` or ``given_from``) and somebody else has now, by its due time."""
    now_with = {"giver": "holder", "given_from": "department"}[column]
    held = f"{column} = :who AND {now_with} <> :who AND stage > 0"
    query = f"SELECT place FROM dossiers INDEXED BY dossiers_open WHERE {held} ORDER BY due, place LIMIT :limit"  # noqa: S608 - names of columns only
    places = connection.execute(text(query), {"who": who, "limit": MOST_COUNTED + 1}).scalars().all()
    return _shown(connection, places, most)


def _bucket(connection: Connection, column: str, who: str, stage: int, first: int, end: int, most: int) -> WorkBucket:
    held = f"{column} = :who AND stage = :stage AND stage > 0 AND work_due >= :first AND work_due < :end"
    query = f"SELECT place FROM dossiers INDEXED BY dossiers_{column} WHERE {held} ORDER BY work_due LIMIT :limit"  # noqa: S608 - names of columns only
    values = {"who": who, "stage": stage, "first": first, "end": end, "limit": MOST_COUNTED + 1}
    return _shown(connection, connection.execute(text(query), values).scalars().all(), most)


def _shown(connection: Connection, places: Sequence[int], most: int) -> WorkBucket:
    number = Count(min(len(places), MOST_COUNTED), len(places) > MOST_COUNTED)
    return WorkBucket(rows_of(connection, places[:most]), number)
