"""Dossiers in the order of their reception, read page by page: for registers and lists of any length."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import func as sql
from sqlalchemy import select, tuple_

from counter_app.domain.dossiers import Dossier
from counter_app.store.codec import from_text
from counter_app.store.database import Database
from counter_app.store.tables import dossiers
from counter_app.store.views import milliseconds

_PAGE = 500


def received_between(database: Database, since: datetime, until: datetime, field: str = "") -> Iterator[Dossier]:
    """Dossiers received from ``since`` to before ``until``, of one field or of all; the oldest first.

    Each page is a short read of its own, so that a long export never keeps the store from tidying its log.
    """
    at = dossiers.c.received_at
    query = select(dossiers.c.id, at, dossiers.c.body).where(at >= milliseconds(since), at < milliseconds(until))
    if field:
        query = query.where(sql.json_extract(dossiers.c.body, "$.field") == field)
    query = query.order_by(at, dossiers.c.id).limit(_PAGE)
    after = (milliseconds(since), "")
    while True:
        with database.read() as connection:
            page = connection.execute(query.where(tuple_(at, dossiers.c.id) > after)).all()
        for row in page:
            yield from_text(row.body, Dossier)
        if len(page) < _PAGE:
            return
        after = (page[-1].received_at, page[-1].id)


def fields(database: Database) -> tuple[str, ...]:
    """The fields in which there are dossiers, by name."""
    field = sql.json_extract(dossiers.c.body, "$.field")
    with database.read() as connection:
        return tuple(sorted(filter(None, connection.execute(select(field).distinct()).scalars())))
