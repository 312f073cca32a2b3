"""The rows of the security record: each has the hash of the one before it in its own."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select, and_, bindparam, delete, insert, or_, select, update
from sqlalchemy import func as sql

from counter_app.domain.security_facts import EventFilter as EventFilter
from counter_app.domain.security_facts import SecurityEvent, Word
from counter_app.store.codec import milliseconds
from counter_app.store.tables import security_events as table

FIRST = "0" * 64
"""What the first row ever chains to."""
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Unchained:
    """An event that has no number yet; ``at`` in milliseconds UTC, ``detail`` is JSON."""

    at: int
    kind: str
    severity: int
    officer: str
    subject: str
    detail: str


def chain_hash(previous: str, number: int, event: Unchained) -> str:
    """SHA-256 over a row and the hash of the row before it, in hex."""
    fields = (previous, number, event.at, event.kind, event.severity, event.officer, event.subject, event.detail)
    return hashlib.sha256(msgspec.json.encode(fields)).hexdigest()


def add(connection: Connection, events: Sequence[Unchained]) -> None:
    """Write ``events`` after the newest row, in their order."""
    number, chain = newest(connection)
    for event in events:
        number += 1
        chain = chain_hash(chain, number, event)
        values = {name: getattr(event, name) for name in Unchained.__slots__}
        connection.execute(_ADD, {"id": number, **values, "chain": chain})


def newest(connection: Connection) -> tuple[int, str]:
    """Number and hash of the newest row; 0 and FIRST without any."""
    row = connection.execute(_NEWEST).one_or_none()
    return (0, FIRST) if row is None else (row.id, row.chain)


def chain_at(connection: Connection, number: int) -> str | None:
    """The hash of one row, None if it is not there."""
    return connection.execute(_CHAIN, {"of": number}).scalar()


def oldest(connection: Connection) -> int:
    """The number of the oldest row that is still kept; 0 without any."""
    return connection.execute(select(sql.min(table.c.id))).scalar() or 0


def in_order(connection: Connection, after: int = 0) -> Iterator[Row[Any]]:
    """Every row above a number, the oldest first."""
    yield from connection.execute(select(table).where(table.c.id > after).order_by(table.c.id))


def of_kinds(connection: Connection, kinds: frozenset[str], most: int = 100) -> tuple[SecurityEvent, ...]:
    """The newest events of some kinds."""
    return page(connection, EventFilter(kinds=kinds), most=most)


def unchained(row: Row[Any]) -> Unchained:
    """What a row's hash is made over, but its number."""
    return Unchained(*(getattr(row, name) for name in Unchained.__slots__))


def page(
    connection: Connection, wanted: EventFilter, *, most: int, before: int | None = None
) -> tuple[SecurityEvent, ...]:
    """The newest events that ``wanted`` lets through, below the number ``before``."""
    query = _filtered(wanted).order_by(table.c.id.desc()).limit(most)
    if before is not None:
        query = query.where(table.c.id < before)
    return tuple(_event(row) for row in connection.execute(query))


def each(connection: Connection, wanted: EventFilter) -> Iterator[SecurityEvent]:
    """Every event that ``wanted`` lets through, the oldest first, read as it is asked for."""
    query = _filtered(wanted).order_by(table.c.id).execution_options(yield_per=_AT_ONCE)
    for row in connection.execute(query):
        yield _event(row)


def waiting(connection: Connection, most: int) -> tuple[SecurityEvent, ...]:
    """The oldest events that no collector has."""
    return tuple(_event(row) for row in connection.execute(_WAITING, {"most": most}))


def count_waiting(connection: Connection) -> int:
    """How many events no collector has."""
    return connection.execute(_COUNT_WAITING).scalar_one()


def mark_sent(connection: Connection, until: int) -> None:
    """The collector has everything up to the number ``until``."""
    connection.execute(_SENT, {"until": until})


def prune(connection: Connection, before: datetime) -> int:
    """Remove what is older; the last of it stays, for the next row's hash goes over its own. Returns how many went.

    Only from the oldest row on: one that a wrong clock dated years back takes none away that was written before it.
    """
    kept = connection.execute(select(sql.min(table.c.id)).where(table.c.at >= milliseconds(before))).scalar()
    old = select(sql.max(table.c.id))
    anchor = connection.execute(old if kept is None else old.where(table.c.id < kept)).scalar()
    if anchor is None:
        return 0
    return connection.execute(delete(table).where(table.c.id < anchor)).rowcount


def officers(connection: Connection) -> tuple[str, ...]:
    """The ids of those who are named."""
    return tuple(connection.execute(_OFFICERS).scalars())


def _filtered(wanted: EventFilter) -> Select[Any]:
    query = select(table)
    if wanted.kinds:
        query = query.where(table.c.kind.in_(sorted(wanted.kinds)))
    if wanted.officer:
        query = query.where(or_(table.c.officer == wanted.officer, table.c.subject == f"officer/{wanted.officer}"))
    if wanted.since is not None:
        query = query.where(table.c.at >= milliseconds(wanted.since))
    if wanted.until is not None:
        query = query.where(table.c.at < milliseconds(wanted.until))
    if wanted.least_severity:
        query = query.where(table.c.severity >= wanted.least_severity)
    return query.where(and_(True, *map(_met, wanted.words)))


def _met(word: Word) -> ColumnElement[bool]:
    columns = (table.c.kind, table.c.officer, table.c.subject, table.c.detail)
    return or_(
        *(column.contains(word.text, autoescape=True) for column in columns),
        table.c.kind.in_(sorted(word.kinds)),
        table.c.officer.in_(sorted(word.officers)),
    )


def _event(row: Row[Any]) -> SecurityEvent:
    return SecurityEvent(
        row.id,
        datetime.fromtimestamp(row.at / 1000, UTC),
        row.kind,
        row.severity,
        row.officer,
        row.subject,
        _detail(row.detail),
        row.chain,
    )


def _detail(text: str) -> dict[str, str | int]:
    """A row that somebody changed by hand is still shown."""
    try:
        return msgspec.json.decode(text, type=dict[str, str | int])
    except (msgspec.DecodeError, ValueError):
        return {"unreadable": text}


# Built once: building a query costs as much as running it.
_ADD = insert(table)
_NEWEST = select(table.c.id, table.c.chain).order_by(table.c.id.desc()).limit(1)
_CHAIN = select(table.c.chain).where(table.c.id == bindparam("of"))
_WAITING = select(table).where(table.c.sent == 0).order_by(table.c.id).limit(bindparam("most"))
_COUNT_WAITING = select(sql.count()).select_from(table).where(table.c.sent == 0)
_SENT = update(table).where(table.c.sent == 0, table.c.id <= bindparam("until")).values(sent=1)
_OFFICERS = select(table.c.officer).where(table.c.officer != "").distinct().order_by(table.c.officer)
