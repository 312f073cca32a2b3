"""Dossiers in the order of their reception, read page by page: for registers and lists of any length."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, select, text, tuple_
from sqlalchemy import func as sql

from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.store.codec import from_text
from counter_app.store.database import Database
from counter_app.store.dossiers import rows_of
from counter_app.store.tables import dossiers
from counter_app.store.views import milliseconds

_PAGE = 500
_NOT_RECEIVED = (DossierState.NEW.value, DossierState.REFUSED.value)
_ENDED_SINCE = text(
    "SELECT place FROM dossiers INDEXED BY dossiers_ended "
    "WHERE ended_at >= :since AND received_at < :until ORDER BY place"
)


def received_between(database: Database, since: datetime, until: datetime, field: str = "") -> Iterator[Dossier]:
    """Dossiers received from ``since`` to before ``until``, of one field or of all; the oldest first."""
    query = _received_before(until).where(dossiers.c.received_at >= milliseconds(since))
    if field:
        query = query.where(dossiers.c.field == field)
    return _paged(database, query)


def in_hands_between(database: Database, since: datetime, until: datetime) -> Iterator[Dossier]:
    """Dossiers that may have changed hands from ``since`` to before ``until``; the oldest reception first."""
    # What had ended before is left out by its index, so that a month's list does not read the years before it.
    values = {"since": milliseconds(since), "until": milliseconds(until)}
    with database.read() as connection:
        places = connection.execute(_ENDED_SINCE, values).scalars().all()
    for start in range(0, len(places), _PAGE):
        with database.read() as connection:
            found = rows_of(connection, places[start : start + _PAGE])
        yield from (one for one in found if one.hands and one.state.value not in _NOT_RECEIVED)


def fields(database: Database) -> tuple[str, ...]:
    """The fields in which there are dossiers, by name."""
    found = [""]
    next_one = select(sql.min(dossiers.c.field)).where(dossiers.c.field > bindparam("after"))
    with database.read() as connection:
        while (field := connection.execute(next_one, {"after": found[-1]}).scalar()) is not None:
            found.append(field)
    return tuple(found[1:])


def _received_before(until: datetime) -> Select[Any]:
    return select(dossiers.c.id, dossiers.c.received_at, dossiers.c.body).where(
        dossiers.c.received_at < milliseconds(until), dossiers.c.state.not_in(_NOT_RECEIVED)
    )


def _paged(database: Database, query: Select[Any]) -> Iterator[Dossier]:
    """Read in short reads of their own, so that a long export never keeps the store from tidying its log."""
    place = tuple_(dossiers.c.received_at, dossiers.c.id)
    ordered = query.order_by(dossiers.c.received_at, dossiers.c.id).limit(_PAGE)
    after = (-1, "")
    while True:
        with database.read() as connection:
            page = connection.execute(ordered.where(place > after)).all()
        for row in page:
            yield from_text(row.body, Dossier)
        if len(page) < _PAGE:
            return
        after = (page[-1].received_at, page[-1].id)
