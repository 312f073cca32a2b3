"""The day's numbers."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select
from sqlalchemy import func as sql

from counter_app.domain.tickets import Ticket, TicketState
from counter_app.store.codec import from_text
from counter_app.store.tables import tickets

_WAITING = tickets.c.state == TicketState.ISSUED.value
_AT_DESK = tickets.c.state.in_((TicketState.CALLED.value, TicketState.SERVING.value))


def _of(office: str, day: date) -> tuple[ColumnElement[bool], ...]:
    return tickets.c.office == office, tickets.c.day == day.isoformat()


def _line(office: str, day: date, groups: Sequence[str]) -> Select[Any]:
    """The order of calling: priority first, then who has waited longest."""
    query = select(tickets.c.body).where(*_of(office, day), _WAITING)
    if groups:
        query = query.where(tickets.c.group_id.in_(groups))
    return query.order_by(tickets.c.urgent.desc(), tickets.c.waiting_since, tickets.c.prefix, tickets.c.number)


def ticket(connection: Connection, ticket_id: str) -> Ticket | None:
    """One ticket."""
    body = connection.execute(select(tickets.c.body).where(tickets.c.id == ticket_id)).scalar()
    return None if body is None else from_text(body, Ticket)


def last_number(connection: Connection, office: str, day: date, prefix: str) -> int:
    """The highest number given out under ``prefix`` that day, 0 for none."""
    highest = select(sql.max(tickets.c.number)).where(*_of(office, day), tickets.c.prefix == prefix)
    return connection.execute(highest).scalar() or 0


def waiting(connection: Connection, office: str, day: date, groups: Sequence[str] = ()) -> tuple[Ticket, ...]:
    """Who waits, in the order of calling: priority first, then who has waited longest; ``groups`` empty means all."""
    return _tickets(connection, _line(office, day, groups))


def next_in_line(connection: Connection, office: str, day: date, groups: Sequence[str] = ()) -> Ticket | None:
    """Who comes next for a desk that serves ``groups`` (empty: all)."""
    found = _tickets(connection, _line(office, day, groups).limit(1))
    return found[0] if found else None


def ahead_of(connection: Connection, ticket: Ticket) -> int:
    """How many of the same group are called before a waiting ticket; 0 for one that does not wait."""
    if ticket.state is not TicketState.ISSUED:
        return 0
    query = _line(ticket.office, ticket.day, (ticket.group,)).with_only_columns(tickets.c.id)
    line = list(connection.execute(query).scalars())
    return line.index(ticket.id)


def at_desk(connection: Connection, office: str, day: date, desk: int) -> Ticket | None:
    """The ticket that a desk has called or serves."""
    query = select(tickets.c.body).where(*_of(office, day), _AT_DESK, tickets.c.desk == desk)
    found = _tickets(connection, query.order_by(tickets.c.called_at.desc()).limit(1))
    return found[0] if found else None


def missed(connection: Connection, office: str, day: date, most: int = 5) -> tuple[Ticket, ...]:
    """Who did not come, newest first."""
    query = select(tickets.c.body).where(*_of(office, day), tickets.c.state == TicketState.NO_SHOW.value)
    return _tickets(connection, query.order_by(tickets.c.called_at.desc()).limit(most))


def called(connection: Connection, office: str, day: date, most: int = 6) -> tuple[Ticket, ...]:
    """The last numbers called, newest first."""
    query = select(tickets.c.body).where(*_of(office, day), tickets.c.called_at.is_not(None))
    return _tickets(connection, query.order_by(tickets.c.called_at.desc(), tickets.c.id).limit(most))


def of_day(connection: Connection, office: str, day: date) -> tuple[Ticket, ...]:
    """Every ticket of a day, in the order of issue."""
    query = select(tickets.c.body).where(*_of(office, day))
    return _tickets(connection, query.order_by(tickets.c.prefix, tickets.c.number))


def _tickets(connection: Connection, query: Select[Any]) -> tuple[Ticket, ...]:
    return tuple(from_text(body, Ticket) for body in connection.execute(query).scalars())
