"""Tickets of many days, for what was measured in them."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, bindparam, select

from counter_app.domain.tickets import Ticket
from counter_app.store.codec import from_text
from counter_app.store.tables import tickets


def between(connection: Connection, office: str, since: date, until: date, most: int) -> tuple[Ticket, ...]:
    """Tickets of the days from ``since`` to ``until``, the newest day first, at most ``most``."""
    values = {"office": office, "since": since.isoformat(), "until": until.isoformat(), "most": most}
    return tuple(from_text(body, Ticket) for body in connection.execute(_BETWEEN, values).scalars())


def these(connection: Connection, ids: Iterable[str]) -> tuple[Ticket, ...]:
    """The tickets of ``ids``."""
    return tuple(from_text(body, Ticket) for body in connection.execute(_THESE, {"ids": list(ids)}).scalars())


_BETWEEN = (
    select(tickets.c.body)
    .where(tickets.c.office == bindparam("office"), tickets.c.day.between(bindparam("since"), bindparam("until")))
    .order_by(tickets.c.day.desc())
    .limit(bindparam("most"))
)
_THESE = select(tickets.c.body).where(tickets.c.id.in_(bindparam("ids", expanding=True)))
