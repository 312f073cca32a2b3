"""An officer's word on the kiosk, and the end of the day: what is still open is ended by entries, never deleted."""

from counter_app.domain import facts
from counter_app.domain.facts import Duty
from counter_app.domain.queue_commands import CloseDay, SwitchKiosk
from counter_app.domain.queue_facts import BusinessDayClosed, DeskState, DeskStateSet, KioskSwitched
from counter_app.domain.tickets import TicketState
from counter_app.services.duties import check_duty
from counter_app.services.queue_acting import Acting, officer_actor, seats_of
from counter_app.store import tickets as rows

END_OF_DAY = "end-of-day"
"""The reason of the tickets that the end of the day cancelled."""


def switch_kiosk(acting: Acting, command: SwitchKiosk) -> str:
    """Open or close the giving out of numbers, or leave it to the hours. Raises DUTY_MISSING, OFFICER_UNKNOWN."""
    check_duty(acting.transaction, command.officer, Duty.DIRECTING)
    fact = KioskSwitched(acting.office, acting.day, command.mode, command.note, command.officer)
    return acting.answer(f"queueday/{acting.office}@{acting.day}", fact, officer_actor(command.officer))


def close_day(acting: Acting, command: CloseDay) -> str:
    """End the business day. Raises DUTY_MISSING, OFFICER_UNKNOWN."""
    check_duty(acting.transaction, command.officer, Duty.DIRECTING)
    actor = officer_actor(command.officer)
    for ticket in rows.not_ended(acting.numbers):
        served = ticket.state is TicketState.SERVING
        ended = facts.TicketFinished() if served else facts.TicketCancelled(END_OF_DAY)
        acting.note(f"ticket/{ticket.id}", ended, actor)
    for seat in seats_of(acting.connection, acting.office, acting.day):
        if seat.state is not DeskState.CLOSED:
            closed = DeskStateSet(acting.office, seat.desk, acting.day, DeskState.CLOSED, seat.officer)
            acting.note(acting.seat_stream(seat.desk), closed, actor)
    fact = BusinessDayClosed(acting.office, acting.day, command.officer)
    return acting.answer(f"queueday/{acting.office}@{acting.day}", fact, actor)
