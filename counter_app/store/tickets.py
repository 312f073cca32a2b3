"""The day's numbers.

Who waits: issued, or put aside until a time that has come. In the order of coming, those with priority first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    Integer,
    Select,
    Text,
    and_,
    bindparam,
    literal,
    or_,
    select,
    tuple_,
)
from sqlalchemy import func as sql

from counter_app.domain.calling import InLine, PastCall
from counter_app.domain.hybrid_time import end_of
from counter_app.domain.tickets import AT_DESK, Ticket, TicketState
from counter_app.store.codec import from_text, milliseconds
from counter_app.store.tables import calls, journal, tickets

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class OfDay:
    """The numbers of one office on one business day, as of ``now``."""

    connection: Connection
    office: str
    day: date
    now: datetime

    @property
    def values(self) -> dict[str, Any]:
        """What every query asks by."""
        return {"office": self.office, "day": self.day.isoformat(), "now": milliseconds(self.now)}


@dataclass(frozen=True, slots=True)
class WaitingCount:
    """How many wait for a group, and since when the first of them."""

    group: str
    waiting: int
    longest: datetime


def ticket(connection: Connection, ticket_id: str) -> Ticket | None:
    """One ticket."""
    body = connection.execute(_TICKET, {"of": ticket_id}).scalar()
    return None if body is None else from_text(body, Ticket)


def numbered(of: OfDay, prefix: str, number: int) -> Ticket | None:
    """The ticket of a number."""
    found = _tickets(of.connection, _NUMBERED, {**of.values, "prefix": prefix, "number": number})
    return found[0] if found else None


def is_given(of: OfDay, prefix: str, number: int) -> bool:
    """Whether a number was given out."""
    values = {**of.values, "prefix": prefix, "number": number}
    return of.connection.execute(_IS_GIVEN, values).first() is not None


def free_after(of: OfDay, prefix: str, number: int) -> int:
    """The lowest number above ``number``, which is given out, that nobody has."""
    values = {**of.values, "prefix": prefix, "number": number}
    return int(of.connection.execute(_FREE, values).scalar_one())


def given_of(of: OfDay, prefix: str, group: str = "") -> int:
    """How many numbers were given out under ``prefix``, or of them to ``group`` alone."""
    if group:
        return of.connection.execute(_GIVEN_TO, {**of.values, "prefix": prefix, "group": group}).scalar_one()
    return of.connection.execute(_GIVEN, {**of.values, "prefix": prefix}).scalar_one()


def heads(of: OfDay) -> tuple[InLine, ...]:
    """Of those who wait, the first of each kind: only they can come next (see counter_app.domain.calling.heads)."""
    return tuple(
        InLine(row.id, row.group_id, bool(row.urgent), _instant(row.waiting_since), bool(row.quick), row.only_desk)
        for row in of.connection.execute(_HEADS, of.values)
    )


def in_line(of: OfDay) -> tuple[InLine, ...]:
    """All who wait, in no order."""
    return tuple(
        InLine(row.id, row.group_id, bool(row.urgent), _instant(row.waiting_since), bool(row.quick), row.only_desk)
        for row in of.connection.execute(_IN_LINE, of.values)
    )


def past_calls(of: OfDay, groups: Sequence[str], desk: int, most: int, most_here: int) -> tuple[PastCall, ...]:
    """The newest calls from the line: ``most`` of the groups that a desk serves (none: all), ``most_here`` at it."""
    values = {**of.values, "desk": desk, "most": most, "groups": list(groups)}
    found = of.connection.execute(_PAST_OF_GROUPS if groups else _PAST, values).all()
    here = of.connection.execute(_PAST_HERE, {**of.values, "desk": desk, "most": most_here}).all()
    both = {(row.time, row.ticket): row for row in (*found, *here)}
    newest = sorted(both.items(), reverse=True)
    return tuple(PastCall(row.group_id, bool(row.urgent), row.desk) for _, row in newest)


def called_since(of: OfDay, group: str, since: datetime) -> int:
    """How many of a group were called from the line after ``since``."""
    return of.connection.execute(_CALLED_SINCE, {**of.values, "group": group, "since": end_of(since)}).scalar_one()


def waiting(of: OfDay, groups: Sequence[str] = (), most: int = -1) -> tuple[Ticket, ...]:
    """Who waits, in the order of calling; ``groups`` empty means all, ``most`` below 0 all of them."""
    values = {**of.values, "groups": list(groups), "most": most}
    return _tickets(of.connection, _LINE_OF_GROUPS if groups else _LINE, values)


def coming(of: OfDay, groups: Sequence[str], desk: int, most: int) -> tuple[Ticket, ...]:
    """The first who may be called to ``desk``, which serves ``groups`` (empty: all)."""
    values = {**of.values, "groups": list(groups), "desk": desk, "most": most}
    return _tickets(of.connection, _COMING_OF_GROUPS if groups else _COMING, values)


def waiting_counts(of: OfDay) -> dict[str, WaitingCount]:
    """How many wait, by group."""
    rows = of.connection.execute(_COUNTS, of.values)
    return {row.group_id: WaitingCount(row.group_id, row.waiting, _instant(row.longest)) for row in rows}


def ahead_of(of: OfDay, one: Ticket) -> int:
    """How many of the same group wait before a waiting ticket; 0 for one that does not wait."""
    if one.state is not TicketState.ISSUED:
        return 0
    values = {
        **of.values,
        "group": one.group,
        "urgent": int(one.priority is not None),
        "since": milliseconds(one.waiting_since),
        "prefix": one.prefix,
        "number": one.number,
    }
    return of.connection.execute(_AHEAD, values).scalar_one()


def ahead_of_next(of: OfDay, group: str, *, urgent: bool) -> int:
    """How many would wait before somebody who comes now."""
    return of.connection.execute(_AHEAD_OF_NEXT, {**of.values, "group": group, "urgent": int(urgent)}).scalar_one()


def at_desks(of: OfDay) -> tuple[Ticket, ...]:
    """The tickets that were called or are served, the last call first."""
    return _tickets(of.connection, _AT_DESKS, of.values)


def at_desk(of: OfDay, desk: int) -> Ticket | None:
    """The ticket that a desk has called or serves."""
    return next((one for one in at_desks(of) if one.desk == desk), None)


def parked(of: OfDay) -> tuple[Ticket, ...]:
    """Who was put aside and does not wait yet: first those who come back soonest, then those who are held."""
    return _tickets(of.connection, _PARKED, of.values)


def missed(of: OfDay, most: int = 5) -> tuple[Ticket, ...]:
    """Who did not come, newest first."""
    return _tickets(of.connection, _MISSED, {**of.values, "most": most})


def called(of: OfDay, most: int = 6) -> tuple[Ticket, ...]:
    """The last numbers called, newest first."""
    return _tickets(of.connection, _CALLED, {**of.values, "most": most})


def of_day(of: OfDay) -> tuple[Ticket, ...]:
    """Every ticket of a day, in the order of issue."""
    return _tickets(of.connection, _ALL, of.values)


def not_ended(of: OfDay) -> tuple[Ticket, ...]:
    """Every ticket of a day that waits, is at a desk, or was put aside."""
    return _tickets(of.connection, _NOT_ENDED, of.values)


def days(connection: Connection, office: str, most: int) -> tuple[date, ...]:
    """The newest business days with numbers, newest first: one step of the index each."""
    found: list[date] = []
    before = "9999-12-31"
    while len(found) < most:
        day = connection.execute(_DAY_BEFORE, {"office": office, "before": before}).scalar()
        if day is None:
            break
        found.append(date.fromisoformat(day))
        before = day
    return tuple(found)


def last_entry(connection: Connection, office: str, day: date) -> int:
    """The hybrid time of the newest entry of a day's tickets, 0 for none."""
    values = {"office": office, "day": day.isoformat()}
    return connection.execute(_LAST_ENTRY, values).scalar() or 0


def last_entry_of(connection: Connection, streams: Iterable[str]) -> int:
    """The hybrid time of the newest entry of some streams, 0 for none."""
    return connection.execute(_LAST_OF, {"streams": list(streams)}).scalar() or 0


def _tickets(connection: Connection, query: Select[Any], values: dict[str, Any]) -> tuple[Ticket, ...]:
    return tuple(from_text(body, Ticket) for body in connection.execute(query, values).scalars())


def _instant(at: int) -> datetime:
    return _EPOCH + timedelta(milliseconds=at)


# Built once: every call runs several, and building one costs as much as running it.
_T = tickets.c
_OF_DAY = and_(_T.office == bindparam("office"), _T.day == bindparam("day"))
_ISSUED, _PARKED_STATE = TicketState.ISSUED.value, TicketState.PARKED.value
_HAS_COME = _T.parked_until <= bindparam("now")
_WAITS = and_(_OF_DAY, _T.state.in_((_ISSUED, _PARKED_STATE)), or_(_T.state == _ISSUED, _HAS_COME))
_SERVED = _T.group_id.in_(bindparam("groups", expanding=True))
_AT_DESK = and_(_OF_DAY, _T.state.in_(tuple(state.value for state in AT_DESK)))
_OPEN = and_(
    _OF_DAY,
    _T.state.in_((_ISSUED, _PARKED_STATE, *(state.value for state in AT_DESK))),
)
_IN_TURN = (_T.urgent.desc(), _T.waiting_since, _T.prefix, _T.number)
_OF_PREFIX = and_(_OF_DAY, _T.prefix == bindparam("prefix"))
_MOST: BindParameter[int] = bindparam("most")

_DAY_BEFORE = select(sql.max(_T.day)).where(_T.office == bindparam("office"), _T.day < bindparam("before"))
_TICKET = select(_T.body).where(_T.id == bindparam("of"))
_NUMBERED = select(_T.body).where(_OF_PREFIX, _T.number == bindparam("number"))
_IS_GIVEN = select(_T.number).where(_OF_PREFIX, _T.number == bindparam("number")).limit(1)
_NEXT_ONE = tickets.alias("next_one")
_FREE = (
    select(_T.number + 1)
    .where(
        _OF_PREFIX,
        _T.number >= bindparam("number"),
        ~select(_NEXT_ONE.c.number)
        .where(
            _NEXT_ONE.c.office == bindparam("office"),
            _NEXT_ONE.c.day == bindparam("day"),
            _NEXT_ONE.c.prefix == bindparam("prefix"),
            _NEXT_ONE.c.number == _T.number + 1,
        )
        .exists(),
    )
    .order_by(_T.number)
    .limit(1)
)
_GIVEN = select(sql.count()).select_from(tickets).where(_OF_PREFIX)
_GIVEN_TO = _GIVEN.where(_T.group_id == bindparam("group"))
_LINE_COLUMNS = (_T.id, _T.group_id, _T.urgent, _T.quick, _T.only_desk, _T.waiting_since)
# With one min() SQLite takes the other columns from the row that has it; the number decides within a millisecond.
_HEADS = (
    select(*_LINE_COLUMNS, sql.min(_T.waiting_since * 100_000 + _T.number))
    .where(_WAITS)
    .group_by(_T.group_id, _T.urgent, _T.quick, _T.only_desk)
)
_IN_LINE = select(*_LINE_COLUMNS).where(_WAITS)
_C = calls.c
_CALLS_OF_DAY = and_(_C.office == bindparam("office"), _C.day == bindparam("day"))
_PAST = (
    select(_C.time, _C.ticket, _C.group_id, _C.urgent, _C.desk)
    .where(_CALLS_OF_DAY)
    .order_by(_C.time.desc(), _C.ticket.desc())
    .limit(_MOST)
)
_PAST_HERE = _PAST.where(_C.desk == bindparam("desk"))
_PAST_OF_GROUPS = _PAST.where(or_(_C.group_id.in_(bindparam("groups", expanding=True)), _C.desk == bindparam("desk")))
_CALLED_SINCE = (
    select(sql.count())
    .select_from(calls)
    .where(_CALLS_OF_DAY, _C.time > bindparam("since"), _C.group_id == bindparam("group"))
)
_LINE = select(_T.body).where(_WAITS).order_by(*_IN_TURN).limit(_MOST)
_LINE_OF_GROUPS = _LINE.where(_SERVED)
_HERE = _T.only_desk == bindparam("desk")
_COMING = _LINE.where(or_(_T.only_desk.is_(None), _HERE))
_COMING_OF_GROUPS = _LINE.where(or_(and_(_T.only_desk.is_(None), _SERVED), _HERE))
_COUNTS = (
    select(_T.group_id, sql.count().label("waiting"), sql.min(_T.waiting_since).label("longest"))
    .where(_WAITS)
    .group_by(_T.group_id)
)
_WAIT_IN_GROUP = select(sql.count()).select_from(tickets).where(_WAITS, _T.group_id == bindparam("group"))
_AHEAD = _WAIT_IN_GROUP.where(
    or_(
        _T.urgent > bindparam("urgent"),
        and_(
            _T.urgent == bindparam("urgent"),
            tuple_(_T.waiting_since, _T.prefix, _T.number)
            < tuple_(
                bindparam("since", type_=Integer), bindparam("prefix", type_=Text), bindparam("number", type_=Integer)
            ),
        ),
    )
)
_AHEAD_OF_NEXT = _WAIT_IN_GROUP.where(_T.urgent >= bindparam("urgent"))
_AT_DESKS = select(_T.body).where(_AT_DESK).order_by(_T.called_at.desc())
_PARKED = (
    select(_T.body)
    .where(_OF_DAY, _T.state == _PARKED_STATE, or_(_T.parked_until.is_(None), _T.parked_until > bindparam("now")))
    .order_by(_T.parked_until.is_(None), _T.parked_until, *_IN_TURN)
)
_MISSED = (
    select(_T.body).where(_OF_DAY, _T.state == TicketState.NO_SHOW.value).order_by(_T.called_at.desc()).limit(_MOST)
)
# While a machine's clock was ahead, many calls bear one millisecond: their entries still tell which came last.
_LAST_CALL = select(sql.max(_C.time)).where(_C.ticket == _T.id).scalar_subquery()
_CALLED = (
    select(_T.body)
    .where(_OF_DAY, _T.called_at.is_not(None))
    .order_by(_T.called_at.desc(), _LAST_CALL.desc(), _T.id)
    .limit(_MOST)
)
_ALL = select(_T.body).where(_OF_DAY).order_by(_T.prefix, _T.number)
_NOT_ENDED = select(_T.body).where(_OPEN).order_by(_T.prefix, _T.number)
_LAST_ENTRY = (
    select(sql.max(journal.c.time))
    .select_from(tickets)
    .join(journal, journal.c.stream == literal("ticket/").concat(_T.id))
    .where(_OF_DAY)
)
_LAST_OF = select(sql.max(journal.c.time)).where(journal.c.stream.in_(bindparam("streams", expanding=True)))
