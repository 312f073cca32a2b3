"""How the queue of one office stands, in one look."""

from dataclasses import dataclass
from datetime import date, datetime

from counter_app.domain.places import Office
from counter_app.domain.queue_places import QueueHead
from counter_app.journal.journal import Journal
from counter_app.services.queue_acting import desks_of, groups_of, seats_of
from counter_app.services.queue_day import BusinessDays
from counter_app.store import places
from counter_app.store import tickets as rows


@dataclass(frozen=True, slots=True)
class GroupStatus:
    """How many wait for a group, and since when the first of them."""

    group: str
    waiting: int
    longest: datetime | None


@dataclass(frozen=True, slots=True)
class DeskStatus:
    """One desk: its state ("" until somebody opened it today), the officer's id, the number that it has."""

    desk: int
    state: str
    officer: str
    label: str


@dataclass(frozen=True, slots=True)
class QueueStatus:
    """The queue of an office; ``in_charge`` is the station that gives out and calls the numbers, "" for this one."""

    office: str
    day: date
    ended: bool
    in_charge: str
    waiting: int
    groups: tuple[GroupStatus, ...]
    desks: tuple[DeskStatus, ...]


def status(journal: Journal, office: Office) -> QueueStatus:
    """How the queue stands, by what this station knows."""
    days = BusinessDays(journal, office.id)
    with journal.database.read() as connection:
        force = days.in_force(connection)
        day, known = force.day, force.known
        of = rows.OfDay(connection, office.id, day, journal.clock.now())
        line, at_desks = rows.in_line(of), {ticket.desk: ticket for ticket in rows.at_desks(of)}
        groups, desks = groups_of(connection), desks_of(connection, office.id)
        seats = {seat.desk: seat for seat in seats_of(connection, office.id, day)}
        head = places.place(connection, f"queuehead/{office.id}", QueueHead)
    waiting = {placed.group.id: [one.since for one in line if one.group == placed.group.id] for placed in groups}
    made = []
    for desk in desks:
        seat, ticket = seats.get(desk.number), at_desks.get(desk.number)
        state, officer = (seat.state.value, seat.officer) if seat else ("", "")
        made.append(DeskStatus(desk.number, state, officer, ticket.label if ticket else ""))
    return QueueStatus(
        office=office.name,
        day=day,
        ended=known is not None and known.closed_at is not None,
        in_charge=head.station if head and head.station != journal.key.station else "",
        waiting=len(line),
        groups=tuple(GroupStatus(group, len(since), min(since, default=None)) for group, since in waiting.items()),
        desks=tuple(made),
    )
