"""Desks and who sits there: one desk one officer, one officer one open ticket; calls for help."""

from counter_app.domain.queue_commands import AcceptEmergency, EndEmergency, RaiseEmergency, SetDesk
from counter_app.domain.queue_facts import (
    DeskState,
    DeskStateSet,
    EmergencyAccepted,
    EmergencyEnded,
    EmergencyRaised,
)
from counter_app.domain.queue_places import Seat
from counter_app.errors import Code, CounterError
from counter_app.services.queue_acting import Acting, officer_actor, seats_of
from counter_app.store import tickets as rows


def check_free(acting: Acting, desk: int, officer: str, ticket: str = "") -> None:
    """Go on only if neither the desk nor the officer has an open ticket other than ``ticket``.

    Raises DESK_BUSY, OFFICER_ELSEWHERE.
    """
    for open_one in rows.at_desks(acting.numbers):
        if open_one.id == ticket:
            continue
        if open_one.desk == desk:
            raise CounterError(Code.DESK_BUSY, desk=desk, label=open_one.label)
        if officer and open_one.officer == officer:
            raise CounterError(Code.OFFICER_ELSEWHERE, desk=open_one.desk)


def take_seat(acting: Acting, desk: int, officer: str) -> None:
    """Be at ``desk`` to call: its first call of the day opens it.

    Raises DESK_NOT_OPEN for one that was set to something else, DESK_TAKEN by another officer.
    """
    seat = acting.seat(desk)
    if seat is None:
        _leave_others(acting, desk, officer)
        acting.note(acting.seat_stream(desk), _state(acting, desk, DeskState.OPEN, officer), officer_actor(officer))
        return
    if seat.state is not DeskState.OPEN:
        raise CounterError(Code.DESK_NOT_OPEN, desk=desk, state=seat.state.value)
    if officer and seat.officer not in ("", officer):
        raise CounterError(Code.DESK_TAKEN, desk=desk, officer=seat.officer)


def set_desk(acting: Acting, command: SetDesk) -> str:
    """Open, pause or close a desk. Whoever comes may close one that was left, if nobody is at it.

    Raises DESK_UNKNOWN, DESK_TAKEN, DESK_BUSY, OFFICER_ELSEWHERE.
    """
    desk, officer, state = command.desk, command.officer, command.state
    if acting.desk(desk) is None:
        raise CounterError(Code.DESK_UNKNOWN, desk=desk)
    seat = acting.seat(desk)
    others = seat is not None and seat.state is not DeskState.CLOSED and seat.officer not in ("", officer)
    if others and seat is not None and state is not DeskState.CLOSED:
        raise CounterError(Code.DESK_TAKEN, desk=desk, officer=seat.officer)
    if state is DeskState.OPEN:
        mine = next((one.id for one in rows.at_desks(acting.numbers) if one.desk == desk), "")
        check_free(acting, desk, officer, mine)
    else:
        check_free(acting, desk, "")
    if state is not DeskState.CLOSED:
        _leave_others(acting, desk, officer)
    return acting.answer(acting.seat_stream(desk), _state(acting, desk, state, officer), officer_actor(officer))


def raise_emergency(acting: Acting, command: RaiseEmergency) -> str:
    """Ask for help at a desk; asked again, whoever comes must accept again."""
    fact = EmergencyRaised(acting.office, command.desk, acting.day, command.officer)
    return acting.answer(acting.seat_stream(command.desk), fact, officer_actor(command.officer))


def accept_emergency(acting: Acting, command: AcceptEmergency) -> str:
    """Go and help. Raises NO_EMERGENCY: none, or another desk has accepted."""
    seat = _in_need(acting, command.desk)
    if seat.helper is not None or command.by_desk == command.desk:
        raise CounterError(Code.NO_EMERGENCY, desk=command.desk)
    fact = EmergencyAccepted(command.by_desk, command.officer)
    return acting.answer(acting.seat_stream(command.desk), fact, officer_actor(command.officer))


def end_emergency(acting: Acting, command: EndEmergency) -> str:
    """It is over. Raises NO_EMERGENCY."""
    _in_need(acting, command.desk)
    fact = EmergencyEnded(command.officer)
    return acting.answer(acting.seat_stream(command.desk), fact, officer_actor(command.officer))


def _in_need(acting: Acting, desk: int) -> Seat:
    seat = acting.seat(desk)
    if seat is None or seat.emergency_at is None:
        raise CounterError(Code.NO_EMERGENCY, desk=desk)
    return seat


def _leave_others(acting: Acting, desk: int, officer: str) -> None:
    """Close the desks where the officer sat before; an open ticket there was refused already."""
    if not officer:
        return
    for seat in seats_of(acting.connection, acting.office, acting.day):
        if seat.desk != desk and seat.officer == officer and seat.state is not DeskState.CLOSED:
            left = _state(acting, seat.desk, DeskState.CLOSED, officer)
            acting.note(acting.seat_stream(seat.desk), left, officer_actor(officer))


def _state(acting: Acting, desk: int, state: DeskState, officer: str) -> DeskStateSet:
    return DeskStateSet(acting.office, desk, acting.day, state, officer)
