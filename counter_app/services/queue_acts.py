"""What each command of the queue does: its rules are checked and its entries appended, in the caller's transaction."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from counter_app.domain import facts
from counter_app.domain import queue_commands as asked
from counter_app.domain.facts import Duty, Fact
from counter_app.domain.places import Officer
from counter_app.domain.queue_commands import QueueCommand
from counter_app.domain.queue_facts import DeskState, ServiceSwitched, TicketParked
from counter_app.domain.tickets import AT_DESK, Ticket, TicketState, WayBack
from counter_app.errors import Code, CounterError
from counter_app.services import queue_closing, queue_seats
from counter_app.services.duties import AT_COUNTER, check_duty, check_may
from counter_app.services.queue_acting import Acting, officer_actor, wrong_state
from counter_app.services.queue_calls import next_at, served_by
from counter_app.services.queue_numbers import Numbers
from counter_app.store import places
from counter_app.store import ratings as rating_rows
from counter_app.store import tickets as rows

_LONGEST_PAUSE = 600  # minutes that a ticket may be put aside for
_BEFORE_SERVICE = (TicketState.ISSUED, TicketState.CALLED, TicketState.PARKED)


def do(acting: Acting, command: QueueCommand, numbers: Numbers) -> str:
    """Do one command; returns the key of what it concerns. Raises CounterError if its rules forbid it."""
    if isinstance(command, asked.TakeNumber):
        return numbers.take(acting, command)
    return _ACTS[type(command)](acting, command)


def call_next(acting: Acting, command: asked.CallNext) -> str:
    """Call who comes next by the rule.

    Raises DUTY_MISSING, DESK_BUSY, OFFICER_ELSEWHERE, DESK_NOT_OPEN, NOBODY_WAITING.
    """
    _check_counter(acting, command.officer)
    queue_seats.check_free(acting, command.desk, command.officer)
    serves = served_by(acting.desk(command.desk), command.desk)
    chosen = next_at(acting.numbers, serves, acting.policy().rule, acting.now)
    queue_seats.take_seat(acting, command.desk, command.officer)
    if chosen is None:
        raise CounterError(Code.NOBODY_WAITING)
    return _call(acting, chosen.id, command.desk, command.officer)


def call_chosen(acting: Acting, command: asked.CallChosen) -> str:
    """Call one out of turn. Raises DUTY_MISSING, REASON_MISSING, TICKET_STATE and what call_next raises."""
    check_duty(acting.transaction, command.officer, Duty.DIRECTING)
    if not command.reason.strip():
        raise CounterError(Code.REASON_MISSING)
    ticket = acting.ticket(command.ticket, TicketState.ISSUED, TicketState.PARKED)
    queue_seats.check_free(acting, command.desk, command.officer)
    queue_seats.take_seat(acting, command.desk, command.officer)
    return _call(acting, ticket.id, command.desk, command.officer, command.reason.strip())


def call_again(acting: Acting, command: asked.CallAgain) -> str:
    """Call the desk's number once more. Raises TICKET_STATE, CALLED_OFTEN_ENOUGH."""
    ticket = _mine(acting, command.ticket, command.desk, TicketState.CALLED)
    most = acting.policy().most_calls
    if ticket.calls >= most:
        raise CounterError(Code.CALLED_OFTEN_ENOUGH, label=ticket.label, most=most)
    return _call(acting, ticket.id, command.desk, command.officer)


def call_back(acting: Acting, command: asked.CallBack) -> str:
    """Call one who did not come, or was put aside; one held only to its own desk.

    Raises TICKET_STATE, RECALL_TOO_LATE and what call_next raises.
    """
    _check_counter(acting, command.officer)
    ticket = acting.ticket(command.ticket, TicketState.NO_SHOW, TicketState.PARKED)
    held = ticket.state is TicketState.PARKED and ticket.parked_until is None
    if held and ticket.desk != command.desk:
        raise wrong_state(ticket, (TicketState.ISSUED,))
    if ticket.state is TicketState.NO_SHOW and ticket.ended_at is not None:
        within = acting.policy().recall_within
        since = rows.called_since(acting.numbers, ticket.group, ticket.ended_at)
        if since > within:
            raise CounterError(Code.RECALL_TOO_LATE, label=ticket.label, since=since, within=within)
    queue_seats.check_free(acting, command.desk, command.officer)
    queue_seats.take_seat(acting, command.desk, command.officer)
    return _call(acting, ticket.id, command.desk, command.officer)


def start_service(acting: Acting, command: asked.StartService) -> str:
    """The citizen is at the desk. Raises TICKET_STATE."""
    ticket = _mine(acting, command.ticket, command.desk, TicketState.CALLED)
    return _move(acting, ticket, facts.ServiceStarted(command.desk, command.officer), command.officer)


def switch_service(acting: Acting, command: asked.SwitchService) -> str:
    """Another matter in the same visit. Raises TICKET_STATE, GROUP_UNKNOWN."""
    ticket = acting.ticket(command.ticket, TicketState.SERVING)
    acting.group(command.group)
    return _move(acting, ticket, ServiceSwitched(command.group), command.officer)


def finish_service(acting: Acting, command: asked.FinishService) -> str:
    """End the service, or send it back where it came from, and open the rating. Raises TICKET_STATE."""
    ticket = acting.ticket(command.ticket, TicketState.SERVING)
    desk, officer = ticket.desk or 0, command.officer or ticket.officer or ""
    actor = officer_actor(officer)
    for rating in rating_rows.open_at(acting.connection, desk):
        acting.note(f"rating/{rating.id}", facts.RatingClosed(), "station")
    back = ticket.way_back
    acting.note(f"ticket/{ticket.id}", facts.TicketFinished() if back is None else _sent_back(acting, back), actor)
    # The command's id is the rating's: asked again at another station, it opens no second one.
    opened = facts.RatingOpened(ticket.id, desk, ticket.officer or officer, ticket.group)
    return acting.answer(f"rating/{acting.command}", opened, actor)


def miss_ticket(acting: Acting, command: asked.MissTicket) -> str:
    """Nobody came. Raises TICKET_STATE."""
    ticket = acting.ticket(command.ticket, TicketState.CALLED)
    return _move(acting, ticket, facts.TicketMissed(), command.officer)


def park_ticket(acting: Acting, command: asked.ParkTicket) -> str:
    """Put aside, for a time or held at the desk. Raises TICKET_STATE, RULE_INVALID."""
    ticket = acting.ticket(command.ticket, *AT_DESK)
    if command.minutes is not None and not 1 <= command.minutes <= _LONGEST_PAUSE:
        raise CounterError(Code.RULE_INVALID, field="minutes")
    until = None if command.minutes is None else acting.now + timedelta(minutes=command.minutes)
    return _move(acting, ticket, TicketParked(until), command.officer)


def transfer_ticket(acting: Acting, command: asked.TransferTicket) -> str:
    """Send on to a group, a desk or both. Raises TICKET_STATE, GROUP_UNKNOWN, DESK_UNKNOWN."""
    ticket = acting.ticket(command.ticket, *AT_DESK)
    if command.group or command.desk is None:
        acting.group(command.group)
    if command.desk is not None and acting.desk(command.desk) is None:
        raise CounterError(Code.DESK_UNKNOWN, desk=command.desk)
    fact = facts.TicketTransferred(command.group or ticket.group, command.desk, command.back)
    return _move(acting, ticket, fact, command.officer)


def cancel_ticket(acting: Acting, command: asked.CancelTicket) -> str:
    """Withdraw a number before its service. Raises TICKET_STATE."""
    ticket = acting.ticket(command.ticket, *_BEFORE_SERVICE)
    return _move(acting, ticket, facts.TicketCancelled(command.reason), command.officer)


def _check_counter(acting: Acting, officer: str) -> None:
    """Who calls works at a counter; an id that this station has no account of yet is let through: it may be new."""
    known = places.place(acting.connection, f"officer/{officer}", Officer)
    if known is not None:
        check_may(known, *AT_COUNTER)


def _call(acting: Acting, ticket_id: str, desk: int, officer: str, reason: str = "") -> str:
    return acting.answer(f"ticket/{ticket_id}", facts.TicketCalled(desk, officer, reason), officer_actor(officer))


def _move(acting: Acting, ticket: Ticket, fact: Fact, officer: str) -> str:
    return acting.answer(f"ticket/{ticket.id}", fact, officer_actor(officer or ticket.officer or ""))


def _mine(acting: Acting, ticket_id: str, desk: int, state: TicketState) -> Ticket:
    """A ticket in ``state`` at ``desk``. Raises TICKET_STATE."""
    ticket = acting.ticket(ticket_id, state)
    if ticket.desk != desk:
        raise CounterError(Code.DESK_BUSY, desk=ticket.desk, label=ticket.label)
    return ticket


def _sent_back(acting: Acting, back: WayBack) -> facts.TicketTransferred:
    """To the desk it came from; to its group where that desk has closed meanwhile."""
    seat = None if back.desk is None else acting.seat(back.desk)
    closed = seat is not None and seat.state is DeskState.CLOSED
    return facts.TicketTransferred(back.group, None if closed else back.desk)


_ACTS: dict[type, Callable[[Acting, Any], str]] = {
    asked.CallNext: call_next,
    asked.CallChosen: call_chosen,
    asked.CallAgain: call_again,
    asked.CallBack: call_back,
    asked.StartService: start_service,
    asked.SwitchService: switch_service,
    asked.FinishService: finish_service,
    asked.MissTicket: miss_ticket,
    asked.ParkTicket: park_ticket,
    asked.TransferTicket: transfer_ticket,
    asked.CancelTicket: cancel_ticket,
    asked.SetDesk: queue_seats.set_desk,
    asked.RaiseEmergency: queue_seats.raise_emergency,
    asked.AcceptEmergency: queue_seats.accept_emergency,
    asked.EndEmergency: queue_seats.end_emergency,
    asked.SwitchKiosk: queue_closing.switch_kiosk,
    asked.CloseDay: queue_closing.close_day,
}
