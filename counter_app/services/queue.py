"""The queue as the screens have it: numbers out, numbers called, service from start to end; and what can be seen."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from counter_app.domain import queue_commands as asked
from counter_app.domain.calling import Why
from counter_app.domain.facts import Priority
from counter_app.domain.places import Desk
from counter_app.domain.procedures import ServiceGroup
from counter_app.domain.queue_commands import QueueCommand
from counter_app.domain.queue_facts import DeskState, IssueSource, KioskMode, WaitEstimate
from counter_app.domain.queue_places import QueueDay, QueueHead, Seat
from counter_app.domain.ratings import Rating
from counter_app.domain.tickets import Ticket
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.ports import QueueAuthority
from counter_app.services.queue_acting import desks_of, group_of, groups_of, policy_of, seats_of
from counter_app.services.queue_authority import LocalAuthority
from counter_app.services.queue_calls import next_at, served_by
from counter_app.services.queue_numbers import NumbersOpen, given_today
from counter_app.store import places
from counter_app.store import ratings as rating_rows
from counter_app.store import tickets as rows
from counter_app.store.database import Connection

__all__ = ["GroupWaiting", "NumberGiven", "NumbersOpen", "Queue", "QueueView"]

_SHOWN = 5  # of those who come next, on a desk's screen
_LABEL = re.compile(r"\s*([^\W\d_]+)\s*0*(\d{1,7})\s*")


@dataclass(frozen=True, slots=True)
class GroupWaiting:
    """How many wait for a group, and since when the one who has waited longest.

    ``estimate`` is for the next one to come, ``left`` how many numbers are left today (None: no limit), ``long`` says
    that the office calls this a long queue.
    """

    group: ServiceGroup
    waiting: int
    longest: datetime | None
    estimate: WaitEstimate | None = None
    left: int | None = None
    long: bool = False


@dataclass(frozen=True, slots=True)
class QueueView:
    """The queue as one desk sees it: my ticket, who waits, who was missed, who comes next and why.

    ``held`` are put aside for this desk, ``parked`` for a time; ``emergencies`` of other desks wait for somebody.
    """

    mine: Ticket | None
    waiting: tuple[GroupWaiting, ...]
    total: int
    missed: tuple[Ticket, ...]
    coming: tuple[Ticket, ...]
    seat: Seat | None = None
    held: tuple[Ticket, ...] = ()
    parked: tuple[Ticket, ...] = ()
    emergencies: tuple[Seat, ...] = ()
    seats: tuple[Seat, ...] = ()
    why: Why | None = None
    next: Ticket | None = None


@dataclass(frozen=True, slots=True)
class NumberGiven:
    """A number just given out: who waits before it, how long that may take, and where it may be called to."""

    ticket: Ticket
    group: ServiceGroup
    ahead: int
    minutes: int | None
    desks: tuple[int, ...]
    follow_url: str
    estimate: WaitEstimate | None = None


class Queue:
    """The numbers of one office on the business day in force.

    What changes something goes to ``authority``, here or at the office's own station; what is read is read here.
    Changes block, and raise what the queue refuses, or OFFICE_AWAY: then the same ``command`` may be tried again.
    """

    def __init__(
        self,
        journal: Journal,
        office: str,
        follow_base: str,
        *,
        local: LocalAuthority | None = None,
        authority: QueueAuthority | None = None,
    ) -> None:
        self._journal = journal
        self._office = office
        self._follow_base = follow_base.rstrip("/")
        self._local = local or LocalAuthority(journal, office)
        self._authority = authority or self._local

    # numbers

    def take_number(  # noqa: PLR0913 - what a ticket begins with
        self,
        group_id: str,
        priority: Priority | None = None,
        *,
        command: str,
        source: IssueSource = IssueSource.KIOSK,
        dossier: str = "",
        number: int | None = None,
        officer: str = "",
    ) -> NumberGiven:
        """Give out the next number of a group; the same ``command`` (a UUID in hex) gives the same ticket.

        Raises GROUP_UNKNOWN, NUMBERS_CLOSED, CONTINGENT_USED, NUMBER_TAKEN, NUMBER_OUT_OF_RANGE.
        """
        taken = asked.TakeNumber(group_id, priority, source, dossier, number, officer)
        return self.number_given(self._authority.submit(taken, command))

    def number_given(self, ticket_id: str) -> NumberGiven:
        """What the ticket's paper says, as of now. Raises TICKET_UNKNOWN."""
        with self._journal.database.read() as connection:
            ticket = _known(rows.ticket(connection, ticket_id), ticket_id)
            group = group_of(connection, ticket.group).group
            ahead = rows.ahead_of(rows.OfDay(connection, ticket.office, ticket.day, self._now()), ticket)
            desks = tuple(
                desk.number
                for desk in desks_of(connection, self._office)
                if not desk.groups or ticket.group in desk.groups
            )
        minutes = -(-ahead * group.minutes // len(desks)) if desks else None
        if ticket.estimate is not None:
            minutes = -(-ticket.estimate.likely_s // 60)
        url = f"{self._follow_base}/v/{ticket.id[:12]}"
        return NumberGiven(ticket, group, ahead, minutes, desks, url, ticket.estimate)

    def opening(self) -> NumbersOpen:
        """Whether numbers are given out now, and when next."""
        with self._journal.database.read() as connection:
            force = self._local.days.in_force(connection)
        return self._local.numbers.opening(force.known, force.day, self._now())

    def find(self, label: str) -> Ticket | None:
        """Today's number by its label, as people write it: ``A012``, ``a12``."""
        read = _LABEL.fullmatch(label)
        if read is None:
            return None
        with self._journal.database.read() as connection:
            return rows.numbered(self._of(connection), read[1].upper(), int(read[2]))

    # calls

    def call_next(self, desk: int, officer: str, *, command: str) -> Ticket:
        """Call who comes next to ``desk``; a second click while a ticket is open calls nobody.

        Raises DESK_BUSY, OFFICER_ELSEWHERE, DESK_NOT_OPEN, DESK_TAKEN, NOBODY_WAITING.
        """
        return self._move(asked.CallNext(desk, officer), command)

    def call_chosen(self, ticket_id: str, desk: int, officer: str, reason: str, *, command: str = "") -> Ticket:
        """Call one out of turn. Raises DUTY_MISSING, REASON_MISSING, TICKET_STATE and what call_next raises."""
        return self._move(asked.CallChosen(ticket_id, desk, officer, reason), command)

    def call_again(self, ticket_id: str, desk: int, officer: str, *, command: str = "") -> Ticket:
        """Call the same number once more. Raises TICKET_STATE, CALLED_OFTEN_ENOUGH."""
        return self._move(asked.CallAgain(ticket_id, desk, officer), command)

    def call_back(self, ticket_id: str, desk: int, officer: str, *, command: str = "") -> Ticket:
        """Call a number that was missed, parked or held.

        Raises TICKET_STATE, RECALL_TOO_LATE and what call_next raises.
        """
        return self._move(asked.CallBack(ticket_id, desk, officer), command)

    # service

    def start_service(self, ticket_id: str, desk: int, officer: str, *, command: str = "") -> Ticket:
        """The citizen is at the desk. Raises TICKET_STATE."""
        return self._move(asked.StartService(ticket_id, desk, officer), command)

    def switch_service(self, ticket_id: str, group: str, officer: str = "", *, command: str = "") -> Ticket:
        """Another matter in the same visit. Raises TICKET_STATE, GROUP_UNKNOWN."""
        return self._move(asked.SwitchService(ticket_id, group, officer), command)

    def finish(self, ticket_id: str, officer: str = "", *, command: str = "") -> Rating:
        """End the service and open the rating; a ticket that was to come back waits again. Raises TICKET_STATE."""
        rating_id = self._submit(asked.FinishService(ticket_id, officer), command)
        with self._journal.database.read() as connection:
            made = rating_rows.rating(connection, rating_id)
        if made is None:
            raise CounterError(Code.RATING_CLOSED)
        return made

    def miss(self, ticket_id: str, officer: str = "", *, command: str = "") -> Ticket:
        """Nobody came. Raises TICKET_STATE."""
        return self._move(asked.MissTicket(ticket_id, officer), command)

    def park(self, ticket_id: str, minutes: int | None, officer: str = "", *, command: str = "") -> Ticket:
        """Put aside for ``minutes``, or (None) hold for the desk. Raises TICKET_STATE, RULE_INVALID."""
        return self._move(asked.ParkTicket(ticket_id, minutes, officer), command)

    def transfer(  # noqa: PLR0913 - to a group, a desk, and back
        self,
        ticket_id: str,
        group_id: str = "",
        *,
        desk: int | None = None,
        back: bool = False,
        officer: str = "",
        command: str = "",
    ) -> Ticket:
        """Send on to a group, a desk or both; the number stays. Raises TICKET_STATE, GROUP_UNKNOWN, DESK_UNKNOWN."""
        return self._move(asked.TransferTicket(ticket_id, group_id, desk, back, officer), command)

    def cancel(self, ticket_id: str, reason: str = "", officer: str = "", *, command: str = "") -> Ticket:
        """Withdraw a number before its service. Raises TICKET_STATE."""
        return self._move(asked.CancelTicket(ticket_id, reason, officer), command)

    # desks, kiosk, day

    def set_desk(self, desk: int, officer: str, state: DeskState, *, command: str = "") -> Seat:
        """Open, pause or close a desk. Raises DESK_UNKNOWN, DESK_TAKEN, DESK_BUSY, OFFICER_ELSEWHERE."""
        return self._sit(desk, asked.SetDesk(desk, officer, state), command)

    def raise_emergency(self, desk: int, officer: str, *, command: str = "") -> Seat:
        """Ask for help at a desk, now."""
        return self._sit(desk, asked.RaiseEmergency(desk, officer), command)

    def accept_emergency(self, desk: int, by_desk: int, officer: str, *, command: str = "") -> Seat:
        """Go and help at ``desk``. Raises NO_EMERGENCY."""
        return self._sit(desk, asked.AcceptEmergency(desk, by_desk, officer), command)

    def end_emergency(self, desk: int, officer: str, *, command: str = "") -> Seat:
        """It is over. Raises NO_EMERGENCY."""
        return self._sit(desk, asked.EndEmergency(desk, officer), command)

    def switch_kiosk(self, mode: KioskMode, officer: str, note: str = "", *, command: str = "") -> QueueDay:
        """Open or close the giving out of numbers, or leave it to the hours. Raises DUTY_MISSING."""
        return self._day_of(self._submit(asked.SwitchKiosk(mode, officer, note), command))

    def close_day(self, officer: str, *, command: str = "") -> QueueDay:
        """End the business day; what is still open is ended by entries. Raises DUTY_MISSING."""
        return self._day_of(self._submit(asked.CloseDay(officer), command))

    # reading

    def day(self) -> QueueDay | None:
        """The business day in force; None before its first act."""
        with self._journal.database.read() as connection:
            return self._local.days.in_force(connection).known

    def today(self, connection: Connection) -> rows.OfDay:
        """The numbers of the business day in force, for who reads more of them."""
        return self._of(connection)

    def head(self) -> QueueHead | None:
        """Which station gives out and calls the numbers; None while it is this one alone."""
        with self._journal.database.read() as connection:
            return places.place(connection, f"queuehead/{self._office}", QueueHead)

    def ticket(self, ticket_id: str) -> Ticket:
        """One ticket. Raises TICKET_UNKNOWN."""
        with self._journal.database.read() as connection:
            return _known(rows.ticket(connection, ticket_id), ticket_id)

    def of_today(self) -> tuple[Ticket, ...]:
        """Every ticket of today."""
        with self._journal.database.read() as connection:
            return rows.of_day(self._of(connection))

    def line(self) -> tuple[Ticket, ...]:
        """Everybody who waits: those with priority first, then by the length of the wait."""
        with self._journal.database.read() as connection:
            return rows.waiting(self._of(connection))

    def passed(self, missed: Sequence[Ticket]) -> dict[str, int]:
        """How many of its group were called since each of ``missed`` did not come, by its id."""
        with self._journal.database.read() as connection:
            of = self._of(connection)
            return {one.id: rows.called_since(of, one.group, one.ended_at or one.issued_at) for one in missed}

    def waiting(self, *, foretold: bool = True) -> tuple[GroupWaiting, ...]:
        """Who waits, by group, in the kiosk's order; ``foretold`` False spares the walk that an estimate takes."""
        with self._journal.database.read() as connection:
            return self._by_group(self._of(connection), foretold=foretold)

    def view(self, desk: int) -> QueueView:
        """The queue as ``desk`` sees it."""
        with self._journal.database.read() as connection:
            of = self._of(connection)
            serves = served_by(places.place(connection, f"desk/{self._office}-{desk}", Desk), desk)
            chosen = next_at(of, serves, policy_of(connection, self._office).rule, of.now)
            following = None if chosen is None else rows.ticket(connection, chosen.id)
            line = rows.coming(of, tuple(serves.weights), desk, _SHOWN + 1)
            coming = (*((following,) if following else ()), *(one for one in line if one != following))
            waiting = self._by_group(of, foretold=False)
            seats = seats_of(connection, self._office, of.day)
            aside = rows.parked(of)
            return QueueView(
                mine=rows.at_desk(of, desk),
                waiting=waiting,
                total=sum(one.waiting for one in waiting),
                missed=rows.missed(of),
                coming=coming[:_SHOWN],
                seat=next((seat for seat in seats if seat.desk == desk), None),
                held=tuple(one for one in aside if one.parked_until is None and one.desk == desk),
                parked=tuple(one for one in aside if one.parked_until is not None),
                emergencies=tuple(seat for seat in seats if _calls_for_help(seat) and seat.desk != desk),
                seats=seats,
                why=chosen.why if chosen else None,
                next=following,
            )

    def _by_group(self, of: rows.OfDay, *, foretold: bool) -> tuple[GroupWaiting, ...]:
        placed = groups_of(of.connection)
        counts, long_queue = rows.waiting_counts(of), policy_of(of.connection, self._office).long_queue
        made = []
        for group in (one.group for one in placed):
            count = counts.get(group.id)
            number = count.waiting if count else 0
            estimate = self._local.numbers.foretell(of, group.id, False) if foretold else None  # noqa: FBT003
            left = max(0, group.contingent - given_today(of, group, placed)) if group.contingent else None
            longest = count.longest if count else None
            made.append(GroupWaiting(group, number, longest, estimate, left, 0 < long_queue <= number))
        return tuple(made)

    def _of(self, connection: Connection) -> rows.OfDay:
        return rows.OfDay(connection, self._office, self._local.days.in_force(connection).day, self._now())

    def _now(self) -> datetime:
        return self._journal.clock.now()

    def _submit(self, command: QueueCommand, command_id: str) -> str:
        return self._authority.submit(command, command_id or uuid4().hex)

    def _move(self, command: QueueCommand, command_id: str) -> Ticket:
        return self.ticket(self._submit(command, command_id))

    def _sit(self, desk: int, command: QueueCommand, command_id: str) -> Seat:
        stream = f"seat/{self._submit(command, command_id)}"
        with self._journal.database.read() as connection:
            seat = places.place(connection, stream, Seat)
        if seat is None:
            raise CounterError(Code.DESK_UNKNOWN, desk=desk)
        return seat

    def _day_of(self, key: str) -> QueueDay:
        with self._journal.database.read() as connection:
            found = places.place(connection, f"queueday/{key}", QueueDay)
        if found is None:
            raise CounterError(Code.OFFICE_AWAY)
        return found


def _calls_for_help(seat: Seat) -> bool:
    return seat.emergency_at is not None and seat.helper is None


def _known(ticket: Ticket | None, ticket_id: str) -> Ticket:
    if ticket is None:
        raise CounterError(Code.TICKET_UNKNOWN, ticket=ticket_id)
    return ticket
