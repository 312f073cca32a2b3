"""What foretelling a wait asks: who waits by kinds, who was called, and the tickets of many days."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, and_, bindparam, or_, select
from sqlalchemy import func as sql

from counter_app.domain.calling import InLine, PastCall
from counter_app.domain.tickets import Ticket, TicketState
from counter_app.domain.waiting_time import Alike
from counter_app.store.codec import from_text
from counter_app.store.tables import calls, tickets
from counter_app.store.tickets import OfDay

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def line(of: OfDay) -> tuple[Alike, ...]:
    """Who waits, those who differ only in age together: a few rows, however long the line is."""
    return tuple(
        Alike(
            InLine("", row.group_id, bool(row.urgent), _instant(row.oldest), bool(row.quick), row.only_desk),
            row.together,
            _instant(row.youngest),
        )
        for row in of.connection.execute(_LINE, of.values)
    )


def past(of: OfDay, most: int) -> tuple[PastCall, ...]:
    """The newest calls from the line, newest first."""
    found = of.connection.execute(_PAST, {**of.values, "most": most})
    return tuple(PastCall(row.group_id, bool(row.urgent), row.desk) for row in found)


def between(connection: Connection, office: str, since: date, until: date, most: int) -> tuple[Ticket, ...]:
    """Tickets of the days from ``since`` to ``until``, the newest day first, at most ``most``."""
    values = {"office": office, "since": since.isoformat(), "until": until.isoformat(), "most": most}
    return tuple(from_text(body, Ticket) for body in connection.execute(_BETWEEN, values).scalars())


def telling(connection: Connection, ids: Iterable[str]) -> tuple[Ticket, ...]:
    """Of the tickets of ``ids`` those that something can be learned from: called, ended, or with priority."""
    return tuple(from_text(body, Ticket) for body in connection.execute(_TELLING, {"ids": list(ids)}).scalars())


def _instant(at: int) -> datetime:
    return _EPOCH + timedelta(milliseconds=at)


_BETWEEN = (
    select(tickets.c.body)
    .where(tickets.c.office == bindparam("office"), tickets.c.day.between(bindparam("since"), bindparam("until")))
    .order_by(tickets.c.day.desc())
    .limit(bindparam("most"))
)
_TELLING = select(tickets.c.body).where(
    tickets.c.id.in_(bindparam("ids", expanding=True)),
    or_(tickets.c.urgent == 1, tickets.c.first_called.is_not(None), tickets.c.state == TicketState.FINISHED.value),
)
_OF_DAY = and_(tickets.c.office == bindparam("office"), tickets.c.day == bindparam("day"))
_KIND = (tickets.c.group_id, tickets.c.urgent, tickets.c.quick, tickets.c.only_desk)
_WAITS = or_(
    tickets.c.state == TicketState.ISSUED.value,
    and_(tickets.c.state == TicketState.PARKED.value, tickets.c.parked_until <= bindparam("now")),
)
_SINCE = tickets.c.waiting_since
_LINE = (
    select(*_KIND, sql.count().label("together"), sql.min(_SINCE).label("oldest"), sql.max(_SINCE).label("youngest"))
    .where(_OF_DAY, tickets.c.state.in_((TicketState.ISSUED.value, TicketState.PARKED.value)), _WAITS)
    .group_by(*_KIND)
)
_PAST = (
    select(calls.c.group_id, calls.c.urgent, calls.c.desk)
    .where(calls.c.office == bindparam("office"), calls.c.day == bindparam("day"))
    .order_by(calls.c.time.desc())
    .limit(bindparam("most"))
)
