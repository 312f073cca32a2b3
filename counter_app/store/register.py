"""Dossiers of a period, read page by page: for registers and lists of any length."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, select, tuple_
from sqlalchemy import func as sql

from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.store.codec import from_text, milliseconds
from counter_app.store.database import Database
from counter_app.store.tables import dossiers

_PAGE = 500
_NOT_RECEIVED = (DossierState.NEW.value, DossierState.REFUSED.value)
# Each order is that of an index, so that a page costs what it holds.
_BY_RECEPTION = (dossiers.c.received_at, dossiers.c.id)
_BY_END = (dossiers.c.ended_at, dossiers.c.received_at, dossiers.c.place)


def received_between(database: Database, since: datetime, until: datetime, field: str = "") -> Iterator[Dossier]:
    """Dossiers received from ``since`` to before ``until``, of one field or of all; the oldest first."""
    at = dossiers.c.received_at
    query = select(dossiers.c.body, *_BY_RECEPTION).where(at >= milliseconds(since), at < milliseconds(until))
    if field:
        # A sum has no index: the period narrows more, and the index of the period has the order.
        query = query.where(dossiers.c.field + "" == field)
    return _paged(database, query, _BY_RECEPTION)


def in_hands_between(database: Database, since: datetime, until: datetime) -> Iterator[Dossier]:
    """Dossiers that may have changed hands from ``since`` to before ``until``; what ended first comes first."""
    query = select(dossiers.c.body, *_BY_END).where(
        dossiers.c.ended_at >= milliseconds(since),  # what has not ended ends in a far future
        dossiers.c.received_at < milliseconds(until),
        sql.json_array_length(dossiers.c.body, "$.hands") > 0,
    )
    return _paged(database, query, _BY_END)


def fields(database: Database) -> tuple[str, ...]:
    """The fields in which there are dossiers, by name."""
    with database.read() as connection:
        return tuple(sorted(filter(None, connection.execute(select(dossiers.c.field).distinct()).scalars())))


def _paged(database: Database, query: Select[Any], order: Sequence[ColumnElement[Any]]) -> Iterator[Dossier]:
    """Read in short reads of their own, so that a long export never keeps the store from tidying its log."""
    page_of = query.where(dossiers.c.state.not_in(_NOT_RECEIVED)).order_by(*order).limit(_PAGE)
    following = page_of
    while True:
        with database.read() as connection:
            page = connection.execute(following).all()
        for row in page:
            yield from_text(row.body, Dossier)
        if len(page) < _PAGE:
            return
        following = page_of.where(tuple_(*order) > tuple(page[-1])[1:])
