"""The queue: numbers out, numbers called, service from start to end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from counter_app.clocks import business_day
from counter_app.domain import facts
from counter_app.domain.facts import Fact, Priority
from counter_app.domain.places import Desk, PlacedGroup
from counter_app.domain.procedures import ServiceGroup
from counter_app.domain.ratings import Rating
from counter_app.domain.tickets import Ticket, TicketState
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal, Transaction
from counter_app.store import places
from counter_app.store import ratings as rating_rows
from counter_app.store import tickets as rows

_CALLED_BACK = (TicketState.CALLED, TicketState.NO_SHOW)


@dataclass(frozen=True, slots=True)
class GroupWaiting:
    """How many wait for a group, and since when the one who has waited longest."""

    group: ServiceGroup
    waiting: int
    longest: datetime | None


@dataclass(frozen=True, slots=True)
class QueueView:
    """The queue as one desk sees it: my ticket, who waits, who was missed, who comes next."""

    mine: Ticket | None
    waiting: tuple[GroupWaiting, ...]
    total: int
    missed: tuple[Ticket, ...]
    coming: tuple[Ticket, ...]


@dataclass(frozen=True, slots=True)
class NumberGiven:
    """A number just given out: who waits before it, a first estimate in minutes, and where it may be called to."""

    ticket: Ticket
    group: ServiceGroup
    ahead: int
    minutes: int | None
    desks: tuple[int, ...]
    follow_url: str


class Queue:
    """The numbers of one office today."""

    def __init__(self, journal: Journal, office: str, follow_base: str) -> None:
        self._journal = journal
        self._office = office
        self._follow_base = follow_base.rstrip("/")

    def take_number(self, group_id: str, priority: Priority | None = None, *, command: str) -> NumberGiven:
        """Give out the next number of a group; the same ``command`` (a UUID in hex) gives the same ticket.

        Raises GROUP_UNKNOWN.
        """
        with self._journal.transaction() as transaction:
            connection = transaction.connection
            if rows.ticket(connection, command) is None:
                placed = places.place(connection, f"group/{group_id}", PlacedGroup)
                if placed is None:
                    raise CounterError(Code.GROUP_UNKNOWN, group=group_id)
                prefix, day = placed.group.prefix, self._today()
                number = rows.last_number(connection, self._office, day, prefix) + 1
                fact = facts.TicketIssued(self._office, day, group_id, prefix, number, priority)
                transaction.append(f"ticket/{command}", fact, "citizen")
        return self.number_given(command)

    def number_given(self, ticket_id: str) -> NumberGiven:
        """What the ticket's paper says, as of now. Raises TICKET_UNKNOWN."""
        with self._journal.database.read() as connection:
            ticket = _known(rows.ticket(connection, ticket_id), ticket_id)
            placed = places.place(connection, f"group/{ticket.group}", PlacedGroup)
            if placed is None:
                raise CounterError(Code.GROUP_UNKNOWN, group=ticket.group)
            desks = tuple(
                sorted(
                    desk.number
                    for desk in places.all_of(connection, Desk)
                    if desk.office == self._office and (not desk.groups or ticket.group in desk.groups)
                )
            )
            ahead = rows.ahead_of(connection, ticket)
        minutes = -(-ahead * placed.group.minutes // len(desks)) if desks else None
        url = f"{self._follow_base}/v/{ticket.id[:12]}"
        return NumberGiven(ticket, placed.group, ahead, minutes, desks, url)

    def call_next(self, desk: int, officer: str, *, command: str) -> Ticket:
        """Call who comes next to ``desk``; a second click while a ticket is open calls nobody.

        Raises DESK_BUSY, NOBODY_WAITING.
        """
        with self._journal.transaction() as transaction:
            connection, today = transaction.connection, self._today()
            mine = rows.at_desk(connection, self._office, today, desk)
            if mine is not None:
                raise CounterError(Code.DESK_BUSY, desk=desk, label=mine.label)
            defined = places.place(connection, f"desk/{self._office}-{desk}", Desk)
            first = rows.next_in_line(connection, self._office, today, defined.groups if defined else ())
            if first is None:
                raise CounterError(Code.NOBODY_WAITING)
            actor = f"officer/{officer}#{command}"
            transaction.append(f"ticket/{first.id}", facts.TicketCalled(desk, officer), actor)
        return self.ticket(first.id)

    def call_again(self, ticket_id: str, desk: int, officer: str) -> Ticket:
        """Call the same number once more. Raises TICKET_STATE."""
        return self._move(ticket_id, facts.TicketCalled(desk, officer), officer, (TicketState.CALLED,))

    def call_back(self, ticket_id: str, desk: int, officer: str) -> Ticket:
        """Call a number that was missed. Raises TICKET_STATE, DESK_BUSY."""
        with self._journal.transaction() as transaction:
            mine = rows.at_desk(transaction.connection, self._office, self._today(), desk)
            if mine is not None and mine.id != ticket_id:
                raise CounterError(Code.DESK_BUSY, desk=desk, label=mine.label)
            _expect(transaction, ticket_id, _CALLED_BACK)
            transaction.append(f"ticket/{ticket_id}", facts.TicketCalled(desk, officer), f"officer/{officer}")
        return self.ticket(ticket_id)

    def start_service(self, ticket_id: str, desk: int, officer: str) -> Ticket:
        """The citizen is at the desk. Raises TICKET_STATE."""
        return self._move(ticket_id, facts.ServiceStarted(desk, officer), officer, (TicketState.CALLED,))

    def finish(self, ticket_id: str) -> Rating:
        """End the service and open the rating, in one. Raises TICKET_STATE."""
        rating_id = uuid4().hex
        with self._journal.transaction() as transaction:
            ticket = _expect(transaction, ticket_id, (TicketState.SERVING,))
            desk, officer = ticket.desk or 0, ticket.officer or ""
            actor = f"officer/{officer}"
            for rating in rating_rows.open_at(transaction.connection, desk):
                transaction.append(f"rating/{rating.id}", facts.RatingClosed(), "station")
            transaction.append(f"ticket/{ticket_id}", facts.TicketFinished(), actor)
            opened = facts.RatingOpened(ticket_id, desk, officer, ticket.group)
            transaction.append(f"rating/{rating_id}", opened, actor)
        with self._journal.database.read() as connection:
            made = rating_rows.rating(connection, rating_id)
        if made is None:
            raise CounterError(Code.RATING_CLOSED)
        return made

    def miss(self, ticket_id: str) -> Ticket:
        """Nobody came. Raises TICKET_STATE."""
        return self._move(ticket_id, facts.TicketMissed(), "", (TicketState.CALLED,))

    def cancel(self, ticket_id: str, reason: str = "") -> Ticket:
        """Withdraw a number before its service. Raises TICKET_STATE."""
        states = (TicketState.ISSUED, TicketState.CALLED)
        return self._move(ticket_id, facts.TicketCancelled(reason), "", states)

    def transfer(self, ticket_id: str, group_id: str) -> Ticket:
        """Send on to another group; the number stays. Raises TICKET_STATE."""
        states = (TicketState.CALLED, TicketState.SERVING)
        return self._move(ticket_id, facts.TicketTransferred(group_id), "", states)

    def ticket(self, ticket_id: str) -> Ticket:
        """One ticket. Raises TICKET_UNKNOWN."""
        with self._journal.database.read() as connection:
            return _known(rows.ticket(connection, ticket_id), ticket_id)

    def of_today(self) -> tuple[Ticket, ...]:
        """Every ticket of today."""
        with self._journal.database.read() as connection:
            return rows.of_day(connection, self._office, self._today())

    def view(self, desk: int) -> QueueView:
        """The queue as ``desk`` sees it."""
        with self._journal.database.read() as connection:
            today = self._today()
            defined = places.place(connection, f"desk/{self._office}-{desk}", Desk)
            line = rows.waiting(connection, self._office, today)
            groups = places.all_of(connection, PlacedGroup)
            mine = rows.at_desk(connection, self._office, today, desk)
            missed = rows.missed(connection, self._office, today)
        served = defined.groups if defined else ()
        coming = tuple(ticket for ticket in line if not served or ticket.group in served)
        return QueueView(mine, _by_group(groups, line), len(line), missed, coming[:5])

    def waiting(self) -> tuple[GroupWaiting, ...]:
        """Who waits, by group, in the kiosk's order."""
        with self._journal.database.read() as connection:
            line = rows.waiting(connection, self._office, self._today())
            return _by_group(places.all_of(connection, PlacedGroup), line)

    def _move(self, ticket_id: str, fact: Fact, officer: str, states: tuple[TicketState, ...]) -> Ticket:
        with self._journal.transaction() as transaction:
            ticket = _expect(transaction, ticket_id, states)
            transaction.append(f"ticket/{ticket_id}", fact, f"officer/{officer or ticket.officer or ''}")
        return self.ticket(ticket_id)

    def _today(self) -> date:
        return business_day(self._journal.clock)


def _known(ticket: Ticket | None, ticket_id: str) -> Ticket:
    if ticket is None:
        raise CounterError(Code.TICKET_UNKNOWN, ticket=ticket_id)
    return ticket


def _expect(transaction: Transaction, ticket_id: str, states: tuple[TicketState, ...]) -> Ticket:
    ticket = _known(rows.ticket(transaction.connection, ticket_id), ticket_id)
    if ticket.state not in states:
        wanted = ", ".join(state.value for state in states)
        raise CounterError(Code.TICKET_STATE, label=ticket.label, state=ticket.state.value, wanted=wanted)
    return ticket


def _by_group(groups: Sequence[PlacedGroup], line: Sequence[Ticket]) -> tuple[GroupWaiting, ...]:
    made = []
    for placed in sorted(groups, key=lambda placed: placed.place):
        since = [ticket.waiting_since for ticket in line if ticket.group == placed.group.id]
        made.append(GroupWaiting(placed.group, len(since), min(since, default=None)))
    return tuple(made)
