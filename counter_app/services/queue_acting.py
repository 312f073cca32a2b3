"""One command of the queue being done: its transaction, its business day, and what every act checks."""

from dataclasses import dataclass
from datetime import date, datetime

from counter_app.domain.facts import Fact
from counter_app.domain.places import Desk, PlacedGroup
from counter_app.domain.queue_places import OfficePolicy, QueueDay, Seat
from counter_app.domain.queue_policy import QueuePolicy
from counter_app.domain.tickets import Ticket, TicketState
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Transaction
from counter_app.store import places
from counter_app.store import tickets as rows
from counter_app.store.database import Connection


@dataclass(frozen=True, slots=True)
class Acting:
    """``known`` is what is known of the business day ``day``; None before its first act."""

    transaction: Transaction
    office: str
    day: date
    known: QueueDay | None
    command: str

    @property
    def connection(self) -> Connection:
        """Where the act reads."""
        return self.transaction.connection

    @property
    def now(self) -> datetime:
        """The time of the act."""
        return self.transaction.now

    @property
    def numbers(self) -> rows.OfDay:
        """The numbers of the day."""
        return rows.OfDay(self.connection, self.office, self.day, self.now)

    def note(self, stream: str, fact: Fact, actor: str) -> None:
        """Append what goes with the act."""
        self.transaction.append(stream, fact, actor)

    def answer(self, stream: str, fact: Fact, actor: str) -> str:
        """Append what the command asked for; its stream's key is the command's answer, now and when asked again."""
        self.transaction.append(stream, fact, actor, self.command)
        return key_of(stream)

    def ticket(self, ticket_id: str, *states: TicketState) -> Ticket:
        """A ticket in one of ``states``. Raises TICKET_UNKNOWN, TICKET_STATE."""
        found = rows.ticket(self.connection, ticket_id)
        if found is None:
            raise CounterError(Code.TICKET_UNKNOWN, ticket=ticket_id)
        if found.state not in states:
            raise wrong_state(found, states)
        return found

    def group(self, group_id: str) -> PlacedGroup:
        """A group. Raises GROUP_UNKNOWN."""
        return group_of(self.connection, group_id)

    def desk(self, number: int) -> Desk | None:
        """A desk as it was defined."""
        return places.place(self.connection, f"desk/{self.office}-{number}", Desk)

    def seat(self, desk: int) -> Seat | None:
        """A desk's seat today; None while nobody has sat there."""
        return places.place(self.connection, self.seat_stream(desk), Seat)

    def seat_stream(self, desk: int) -> str:
        """The stream of a desk's seat today."""
        return seat_stream(self.office, desk, self.day)

    def policy(self) -> QueuePolicy:
        """How the office calls."""
        return policy_of(self.connection, self.office)


def officer_actor(officer: str) -> str:
    """An officer as the actor of an entry."""
    return f"officer/{officer}"


def key_of(stream: str) -> str:
    """A stream without its kind: the key of what it is about."""
    return stream.partition("/")[2]


def seat_stream(office: str, desk: int, day: date) -> str:
    """The stream of a desk's seat on a day."""
    return f"seat/{office}-{desk}@{day}"


def wrong_state(ticket: Ticket, wanted: tuple[TicketState, ...]) -> CounterError:
    """Why an act does not fit a ticket."""
    words = ", ".join(state.value for state in wanted)
    return CounterError(Code.TICKET_STATE, label=ticket.label, state=ticket.state.value, wanted=words)


def group_of(connection: Connection, group_id: str) -> PlacedGroup:
    """A group. Raises GROUP_UNKNOWN."""
    placed = places.place(connection, f"group/{group_id}", PlacedGroup)
    if placed is None:
        raise CounterError(Code.GROUP_UNKNOWN, group=group_id)
    return placed


def policy_of(connection: Connection, office: str) -> QueuePolicy:
    """How an office calls; the program's own policy until one was set."""
    kept = places.place(connection, f"queuepolicy/{office}", OfficePolicy)
    return kept.policy if kept else QueuePolicy()


def desks_of(connection: Connection, office: str) -> tuple[Desk, ...]:
    """The desks of an office, by number."""
    found = [desk for desk in places.all_of(connection, Desk) if desk.office == office]
    return tuple(sorted(found, key=lambda desk: desk.number))


def groups_of(connection: Connection) -> tuple[PlacedGroup, ...]:
    """The service groups in the kiosk's order."""
    return tuple(sorted(places.all_of(connection, PlacedGroup), key=lambda placed: placed.place))


def seats_of(connection: Connection, office: str, day: date) -> tuple[Seat, ...]:
    """The seats of an office's desks on a day, by number."""
    streams = [seat_stream(office, desk.number, day) for desk in desks_of(connection, office)]
    return tuple(sorted(places.these(connection, streams, Seat), key=lambda seat: seat.desk))
