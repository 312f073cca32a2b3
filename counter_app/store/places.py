"""Offices, stations, desks, officers, groups, procedures, devices."""

from collections.abc import Iterable
from typing import TypeVar

from sqlalchemy import Connection, bindparam, select

from counter_app.domain.places import Place
from counter_app.store.codec import from_text
from counter_app.store.tables import places

Kind = TypeVar("Kind", bound=Place)


def place(connection: Connection, stream: str, kind: type[Kind]) -> Kind | None:
    """The record of one stream."""
    body = connection.execute(_ONE, {"of": stream, "kind": kind.__name__}).scalar()
    return None if body is None else from_text(body, kind)


def all_of(connection: Connection, kind: type[Kind]) -> tuple[Kind, ...]:
    """Every record of a kind, by stream."""
    return tuple(from_text(body, kind) for body in connection.execute(_ALL, {"kind": kind.__name__}).scalars())


def these(connection: Connection, streams: Iterable[str], kind: type[Kind]) -> tuple[Kind, ...]:
    """The records of some streams, by stream; those that are not there are left out."""
    found = connection.execute(_THESE, {"streams": list(streams), "kind": kind.__name__}).scalars()
    return tuple(from_text(body, kind) for body in found)


def newest(connection: Connection, beginning: str, kind: type[Kind], most: int) -> tuple[Kind, ...]:
    """The last ``most`` records, by name of stream, of those whose stream begins so."""
    span = {"since": beginning, "until": f"{beginning}\uffff", "most": most}
    return tuple(from_text(body, kind) for body in connection.execute(_NEWEST, span).scalars())


def by_stream(connection: Connection, kind: type[Kind]) -> dict[str, Kind]:
    """Every record of a kind, under the name of its stream."""
    query = select(places.c.stream, places.c.body).where(places.c.kind == kind.__name__).order_by(places.c.stream)
    return {row.stream: from_text(row.body, kind) for row in connection.execute(query)}


# Built once: building a query costs as much as running it.
_BODY = select(places.c.body)
_ONE = _BODY.where(places.c.stream == bindparam("of"), places.c.kind == bindparam("kind"))
_ALL = _BODY.where(places.c.kind == bindparam("kind")).order_by(places.c.stream)
_THESE = (
    _BODY.where(places.c.stream.in_(bindparam("streams", expanding=True)), places.c.kind == bindparam("kind"))
).order_by(places.c.stream)
_NEWEST = (
    _BODY.where(places.c.stream.between(bindparam("since"), bindparam("until")))
    .order_by(places.c.stream.desc())
    .limit(bindparam("most"))
)
