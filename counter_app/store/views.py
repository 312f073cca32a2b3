"""Views of the journal: which fold makes which row. A row is always the fold of its whole stream."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, bindparam, delete, insert, select
from sqlalchemy import func as sql

from counter_app.domain import dossier_fold, dossiers, folding, places, ratings, tickets
from counter_app.domain.entry import Entry
from counter_app.domain.facts import Recorded
from counter_app.domain.folding import Folded, Refused
from counter_app.domain.hybrid_time import instant
from counter_app.domain.procedures import Procedure
from counter_app.store import dossier_index, tables
from counter_app.store.codec import fact_of, to_text
from counter_app.store.codec import milliseconds as milliseconds

Values = dict[str, Any]
_ABSURD = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a fold or a row may raise over values that are of the right types and make no sense."""
_LARGEST = 1 << 63


@dataclass(frozen=True, slots=True)
class View:
    """One view: its table, its key column, how a stream is folded and what its row holds."""

    table: Table
    key: str
    step: folding.Step[Any]
    row: Callable[[str, Any], Values]


def _ticket_row(stream: str, ticket: tickets.Ticket) -> Values:
    return {
        "id": stream.partition("/")[2],
        "office": ticket.office,
        "day": ticket.day.isoformat(),
        "group_id": ticket.group,
        "prefix": ticket.prefix,
        "number": ticket.number,
        "state": ticket.state.value,
        "urgent": int(ticket.priority is not None),
        "desk": ticket.desk,
        "waiting_since": milliseconds(ticket.waiting_since),
        "called_at": None if ticket.called_at is None else milliseconds(ticket.called_at),
        "parked_until": None if ticket.parked_until is None else milliseconds(ticket.parked_until),
        "only_desk": ticket.only_desk,
        "quick": 1 if ticket.dossier else None,
        "first_called": None if ticket.first_called_at is None else milliseconds(ticket.first_called_at),
        "body": to_text(ticket),
    }


def _call_rows(ticket: tickets.Ticket) -> tuple[Values, ...]:
    return tuple(
        {
            "office": ticket.office,
            "day": ticket.day.isoformat(),
            "time": call.time,
            "ticket": ticket.id,
            "group_id": call.group,
            "urgent": int(ticket.priority is not None),
            "desk": call.desk,
        }
        for call in ticket.line_calls
    )


def _dossier_row(stream: str, dossier: dossiers.Dossier) -> Values:
    return dossier_index.values_of(dossier)


def _rating_row(stream: str, rating: ratings.Rating) -> Values:
    return {
        "id": stream.partition("/")[2],
        "ticket": rating.ticket,
        "desk": rating.desk,
        "state": rating.state.value,
        "opened_at": milliseconds(rating.opened_at),
        "body": to_text(rating),
    }


def _place_row(stream: str, place: places.Place) -> Values:
    return {"stream": stream, "kind": type(place).__name__, "body": to_text(place)}


_PLACES = View(tables.places, "stream", places.step, _place_row)
_VIEWS: dict[str, View] = {
    "ticket": View(tables.tickets, "id", tickets.step, _ticket_row),
    "dossier": View(tables.dossiers, "id", dossier_fold.step, _dossier_row),
    "rating": View(tables.ratings, "id", ratings.step, _rating_row),
    **dict.fromkeys(("office", "station", "desk", "officer", "group", "device", "calendar", "hours"), _PLACES),
    **dict.fromkeys(("procedure", "catalogue"), _PLACES),
    **dict.fromkeys(("queueday", "seat", "queuepolicy", "tickettemplate", "board", "voice", "queuehead"), _PLACES),
    "ratingchoices": _PLACES,
    "review": _PLACES,
    "privacy": _PLACES,
    "security": _PLACES,
    **dict.fromkeys(("escrow", "key"), _PLACES),
}
PLACE_TYPES: dict[type, str] = {type_: type_.__name__ for type_ in (*places.Place.__args__,)}
assert Procedure in PLACE_TYPES  # noqa: S101 - the union and the stored names belong together


@dataclass(frozen=True, slots=True)
class Projection:
    """What the tables must hold for one stream: at most one row, the entries under review, a ticket's calls."""

    view: View
    key: str
    row: Values | None
    refused: tuple[Refused, ...]
    calls: tuple[Values, ...] = ()


def project(stream: str, entries: Sequence[Entry | Row[Any]]) -> Projection | None:
    """Fold ``stream``; None for a stream that this program does not know."""
    prefix, _, rest = stream.partition("/")
    view = _VIEWS.get(prefix)
    if view is None:
        return None
    readable, damaged = _read(stream, entries)
    try:
        folded: Folded[Any] = folding.fold(readable, view.step)
        row = _row(view, stream, folded.state)
    except _ABSURD:
        folded = _fold_cautiously(readable, view, stream)
        row = _row(view, stream, folded.state)
    key = stream if view is _PLACES else rest
    calls = _call_rows(folded.state) if isinstance(folded.state, tickets.Ticket) else ()
    return Projection(view, key, row, (*folded.refused, *damaged), calls)


def _row(view: View, stream: str, state: object) -> Values | None:
    """The row of a state. Raises one of _ABSURD where its values fit no table."""
    row = None if state is None else view.row(stream, state)
    if row is not None and any(isinstance(value, int) and not -_LARGEST <= value < _LARGEST for value in row.values()):
        raise OverflowError(stream)
    return row


def _fold_cautiously(entries: Sequence[Recorded], view: View, stream: str) -> Folded[Any]:
    """Fold a stream in which some entry has a value that nothing can be worked out from; such entries are refused.

    A station with a key of its own may sign any value: it must not hold up the others.
    """

    def step(state: object, entry: Recorded) -> object:
        try:
            outcome = view.step(state, entry)
            if not isinstance(outcome, str):
                _row(view, stream, outcome)
        except _ABSURD:
            return "unreadable"
        return outcome

    return folding.fold(entries, step)


def step_of(stream: str) -> folding.Step[Any] | None:
    """How a stream is folded; None for one that this program does not know."""
    view = _VIEWS.get(stream.partition("/")[0])
    return None if view is None else view.step


def refresh(connection: Connection, stream: str) -> Projection | None:
    """Fold ``stream`` again and replace its row and reviews, in the caller's transaction."""
    projection = project(stream, entries_of(connection, stream))
    if projection is None:
        return None
    if projection.row is not None:
        if projection.view.table is tables.dossiers:
            dossier_index.write(connection, projection.row)
        else:
            connection.execute(_REPLACE[projection.view.table.name], projection.row)
    if projection.view.table is tables.tickets:
        _refresh_calls(connection, projection)
    connection.execute(_FORGET_REVIEWS, {"of": stream})
    for refused in projection.refused:
        values = {"station": refused.station, "seq": refused.seq, "stream": stream, "reason": refused.reason}
        connection.execute(_REPLACE[tables.reviews.name], values)
    return projection


def _refresh_calls(connection: Connection, projection: Projection) -> None:
    """Replace a ticket's calls where they changed: most entries change none."""
    known = [dict(row._mapping) for row in connection.execute(_CALLS, {"of": projection.key})]
    if known == list(projection.calls):
        return
    connection.execute(_FORGET_CALLS, {"of": projection.key})
    for call in projection.calls:
        connection.execute(_REPLACE[tables.calls.name], call)


def rebuild(connection: Connection, prefix: str) -> None:
    """Fold every stream of a kind again, into an empty view: after a migration, the journal says what the rows are."""
    table = tables.journal
    begun = sql.min(table.c.time)  # in this order a second's dossiers get their places as they got them first
    within = table.c.stream.between(f"{prefix}/", f"{prefix}/\uffff")
    for stream in connection.execute(
        select(table.c.stream).where(within).group_by(table.c.stream).order_by(begun)
    ).scalars():
        refresh(connection, stream)


def recorded(connection: Connection, stream: str) -> tuple[Recorded, ...]:
    """The facts of one stream in their order, for a time line."""
    readable, _ = _read(stream, entries_of(connection, stream))
    return tuple(sorted(readable, key=lambda entry: (entry.time, entry.station, entry.seq)))


def newest_time(connection: Connection, station: str) -> int:
    """The hybrid time of the newest entry of a station, 0 without any."""
    return connection.execute(_NEWEST_OF, {"of": station}).scalar() or 0


def _read(stream: str, entries: Sequence[Entry | Row[Any]]) -> tuple[list[Recorded], list[Refused]]:
    """The facts of ``entries``, and those that cannot be read; kinds of a later program are left out."""
    readable: list[Recorded] = []
    damaged: list[Refused] = []
    for entry in entries:
        try:
            fact = fact_of(entry.kind, entry.data)
        except ValueError:
            damaged.append(Refused(entry.station, entry.seq, "unreadable"))
            continue
        if fact is not None:
            time = entry.time
            readable.append(Recorded(fact, stream, entry.station, entry.seq, time, instant(time), entry.actor))
    return readable, damaged


def entries_of(connection: Connection, stream: str) -> Sequence[Row[Any]]:
    """The entries of one stream, as rows with the fields of Entry; without those kept aside as unsound."""
    return connection.execute(_ENTRIES, {"of": stream}).all()


# Built once: every append runs them, and building them costs as much as running them.
_REPLACE = {table.name: insert(table).prefix_with("OR REPLACE") for table in tables.VIEWS}
_FORGET_REVIEWS = delete(tables.reviews).where(tables.reviews.c.stream == bindparam("of"))
_CALLS = select(tables.calls).where(tables.calls.c.ticket == bindparam("of")).order_by(tables.calls.c.time)
_FORGET_CALLS = delete(tables.calls).where(tables.calls.c.ticket == bindparam("of"))
_NEWEST_OF = (
    select(tables.journal.c.time)
    .where(tables.journal.c.station == bindparam("of"))
    .order_by(tables.journal.c.seq.desc())
    .limit(1)
)
_ENTRIES = select(tables.journal).where(
    tables.journal.c.stream == bindparam("of"), tables.journal.c.hash.not_in(select(tables.kept_aside.c.hash))
)
