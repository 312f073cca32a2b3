"""Dossiers in the order of their reception, read page by page: for registers and lists of any length."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, select, tuple_
from sqlalchemy import func as sql

from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.store.codec import from_text
from counter_app.store.database import Database
from counter_app.store.tables import dossiers
from counter_app.store.views import milliseconds

_PAGE = 500
_NOT_RECEIVED = (DossierState.NEW.value, DossierState.REFUSED.value)
_SECOND = timedelta(seconds=1)


def received_between(database: Database, since: datetime, until: datetime, field: str = "") -> Iterator[Dossier]:
    """Dossiers received from ``since`` to before ``until``, of one field or of all; the oldest first."""
    query = _received_before(until).where(dossiers.c.received_at >= milliseconds(since))
    if field:
        query = query.where(sql.json_extract(dossiers.c.body, "$.field") == field)
    return _paged(database, query)


def in_hands_between(database: Database, since: datetime, until: datetime) -> Iterator[Dossier]:
    """Dossiers that may have changed hands from ``since`` to before ``until``; the oldest reception first."""
    handed = sql.json_array_length(dossiers.c.body, "$.hands") > 0
    # Texts of instants sort as the instants do, but for parts of a second.
    ended = sql.coalesce(sql.json_extract(dossiers.c.body, "$.ended_at"), "9")
    query = _received_before(until).where(handed, ended >= (since - _SECOND).strftime("%Y-%m-%dT%H:%M:%S"))
    return _paged(database, query)


def fields(database: Database) -> tuple[str, ...]:
    """The fields in which there are dossiers, by name."""
    field = sql.json_extract(dossiers.c.body, "$.field")
    with database.read() as connection:
        return tuple(sorted(filter(None, connection.execute(select(field).distinct()).scalars())))


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
