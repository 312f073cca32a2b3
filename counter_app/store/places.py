"""Offices, stations, desks, officers, groups, procedures, devices."""

from typing import TypeVar

from sqlalchemy import Connection, select

from counter_app.domain.places import Place
from counter_app.store.codec import from_text
from counter_app.store.tables import places

Kind = TypeVar("Kind", bound=Place)


def place(connection: Connection, stream: str, kind: type[Kind]) -> Kind | None:
    """The record of one stream."""
    query = select(places.c.body).where(places.c.stream == stream, places.c.kind == kind.__name__)
    body = connection.execute(query).scalar()
    return None if body is None else from_text(body, kind)


def all_of(connection: Connection, kind: type[Kind]) -> tuple[Kind, ...]:
    """Every record of a kind, by stream."""
    query = select(places.c.body).where(places.c.kind == kind.__name__).order_by(places.c.stream)
    return tuple(from_text(body, kind) for body in connection.execute(query).scalars())


def by_stream(connection: Connection, kind: type[Kind]) -> dict[str, Kind]:
    """Every record of a kind, under the name of its stream."""
    query = select(places.c.stream, places.c.body).where(places.c.kind == kind.__name__).order_by(places.c.stream)
    return {row.stream: from_text(row.body, kind) for row in connection.execute(query)}
