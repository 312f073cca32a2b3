"""The rules of the desks: calls, pauses, ways on and back, one desk one officer, and the end of the day."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from counter_app.domain.calling import Why
from counter_app.domain.facts import Priority
from counter_app.domain.places import Desk
from counter_app.domain.queue_facts import DeskState, IssueSource
from counter_app.domain.queue_policy import CallingRule, QueuePolicy
from counter_app.domain.ratings import RatingState
from counter_app.domain.tickets import Ticket, TicketState
from counter_app.errors import Code, CounterError
from counter_app.journal.verify import verify
from counter_app.services.queue import Queue
from tests.support.office import OpenOffice, open_office

CIVIL, LAND = "civil-status", "land"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    with open_office(tmp_path) as opened:
        yield opened
        assert verify(opened.journal).faults == ()


@pytest.fixture
def queue(office: OpenOffice) -> Queue:
    return office.services.queue


def take(queue: Queue, group: str = CIVIL, priority: Priority | None = None, dossier: str = "") -> Ticket:
    return queue.take_number(group, priority, command=uuid4().hex, dossier=dossier).ticket


def call(queue: Queue, desk: int = 1, officer: str = "ha") -> Ticket:
    return queue.call_next(desk, officer, command=uuid4().hex)


def serve(queue: Queue, desk: int = 1, officer: str = "ha") -> Ticket:
    return queue.start_service(call(queue, desk, officer).id, desk, officer)


def refusal(act: Callable[[], object]) -> tuple[Code, dict[str, object]]:
    with pytest.raises(CounterError) as refused:
        act()
    return refused.value.code, refused.value.params


def minutes(office: OpenOffice, count: float) -> None:
    office.clock.move(timedelta(minutes=count))


# who comes next


def test_the_offices_rule_decides_and_says_why(office: OpenOffice, queue: Queue) -> None:
    rule = CallingRule(priority_run=1, other_run=1, most_wait_minutes=30)
    office.services.queue_choices.set_policy(QueuePolicy(rule), "son")
    plain = [take(queue) for _ in range(3)]
    minutes(office, 1)
    urgent = [take(queue, priority=Priority.ELDERLY) for _ in range(3)]
    called = []
    for _ in range(4):
        view = queue.view(1)
        assert view.next is not None
        ticket = serve(queue)
        assert ticket.id == view.next.id == view.coming[0].id
        called.append((ticket.label, view.why))
        queue.finish(ticket.id)
    assert called == [
        (urgent[0].label, Why.PRIORITY),
        (plain[0].label, Why.TURN),
        (urgent[1].label, Why.PRIORITY),
        (plain[1].label, Why.TURN),
    ]
    minutes(office, 30)
    assert (queue.view(1).why, call(queue).label) == (Why.OVERDUE, plain[2].label)


def test_a_desk_calls_its_own_groups_and_a_quick_one_short_matters_first(office: OpenOffice, queue: Queue) -> None:
    office.services.queue_choices.define_desk(Desk(1, "an-phuc", (LAND,)), "son")
    office.services.queue_choices.define_desk(Desk(2, "an-phuc", (), quick=True), "son")
    take(queue)
    land, short = take(queue, LAND), take(queue, dossier="a-dossier")
    assert call(queue, 1).id == land.id
    assert call(queue, 2, "minh").id == short.id


def test_a_chosen_ticket_needs_the_duty_and_a_reason_and_keeps_it(queue: Queue) -> None:
    take(queue)
    late = take(queue)
    assert refusal(lambda: queue.call_chosen(late.id, 1, "ha", "vội"))[0] is Code.DUTY_MISSING
    assert refusal(lambda: queue.call_chosen(late.id, 1, "son", "  "))[0] is Code.REASON_MISSING
    chosen = queue.call_chosen(late.id, 4, "son", "sắp ra xe")
    assert (chosen.state, chosen.desk, chosen.out_of_turn) == (TicketState.CALLED, 4, "sắp ra xe")


def test_a_number_is_called_as_often_as_the_policy_says(queue: Queue) -> None:
    take(queue)
    ticket = call(queue)
    for _ in range(2):
        ticket = queue.call_again(ticket.id, 1, "ha")
    assert refusal(lambda: queue.call_again(ticket.id, 1, "ha")) == (
        Code.CALLED_OFTEN_ENOUGH,
        {"label": "A001", "most": 3},
    )


def test_no_other_desk_calls_or_serves_what_one_has_called(queue: Queue) -> None:
    take(queue)
    ticket = call(queue)
    assert refusal(lambda: queue.call_again(ticket.id, 2, "minh"))[0] is Code.DESK_BUSY
    assert refusal(lambda: queue.start_service(ticket.id, 2, "minh"))[0] is Code.DESK_BUSY
    assert refusal(lambda: queue.call_back(ticket.id, 2, "minh"))[0] is Code.TICKET_STATE


def test_who_did_not_come_is_called_back_within_so_many_numbers(office: OpenOffice, queue: Queue) -> None:
    office.services.queue_choices.set_policy(QueuePolicy(recall_within=2), "son")
    take(queue)
    missed = queue.miss(call(queue).id)
    for _ in range(2):
        minutes(office, 1)
        take(queue)
        take(queue, LAND)  # another line: its calls do not count
        queue.finish(serve(queue).id)
        queue.finish(serve(queue).id)
    queue.miss(queue.call_back(missed.id, 1, "ha").id)
    for _ in range(3):
        minutes(office, 1)
        take(queue)
        queue.finish(serve(queue).id)
    assert refusal(lambda: queue.call_back(missed.id, 1, "ha")) == (
        Code.RECALL_TOO_LATE,
        {"label": "A001", "since": 3, "within": 2},
    )


def test_who_is_called_back_is_called_as_often_as_anybody(queue: Queue) -> None:
    take(queue)
    ticket = call(queue)
    for _ in range(2):
        queue.call_again(ticket.id, 1, "ha")
    queue.miss(ticket.id)
    assert queue.call_back(ticket.id, 1, "ha").calls == 1
    assert queue.call_again(ticket.id, 1, "ha").calls == 2


# put aside, sent on, more matters


def test_a_held_number_comes_back_to_its_own_desk_alone(queue: Queue) -> None:
    take(queue)
    held = queue.park(serve(queue).id, None)
    assert (held.state, queue.view(1).held, queue.view(2).held) == (TicketState.PARKED, (held,), ())
    assert queue.view(1).total == 0
    assert refusal(lambda: queue.call_back(held.id, 2, "minh"))[0] is Code.TICKET_STATE
    assert queue.call_back(held.id, 1, "ha").state is TicketState.CALLED


def test_a_number_put_aside_for_a_time_is_in_line_again_where_it_was(office: OpenOffice, queue: Queue) -> None:
    first = take(queue)
    minutes(office, 1)
    take(queue)
    parked = queue.park(serve(queue).id, 10)
    assert queue.view(1).parked == (parked,)
    minutes(office, 9.9)
    assert (queue.view(1).total, queue.view(1).parked) == (1, (parked,))
    minutes(office, 0.1)
    assert (queue.view(1).total, queue.view(1).parked) == (2, ())
    assert call(queue, 2, "minh").id == first.id


@pytest.mark.parametrize("wrong", [0, -5, 601])
def test_nobody_is_put_aside_for_no_time_or_for_a_day(queue: Queue, wrong: int) -> None:
    take(queue)
    ticket = serve(queue)
    assert refusal(lambda: queue.park(ticket.id, wrong)) == (Code.RULE_INVALID, {"field": "minutes"})


def test_a_number_sent_to_a_desk_is_called_there_alone(queue: Queue) -> None:
    take(queue)
    sent = queue.transfer(serve(queue).id, desk=3)
    assert (sent.group, sent.only_desk, sent.label) == (CIVIL, 3, "A001")
    assert refusal(lambda: call(queue, 2, "minh"))[0] is Code.NOBODY_WAITING
    assert queue.view(2).coming == ()
    assert (queue.view(3).why, call(queue, 3, "lan").id) == (Why.ONLY_HERE, sent.id)


def test_a_number_that_was_to_come_back_goes_to_its_first_desk_and_is_rated_twice(queue: Queue) -> None:
    take(queue)
    sent = queue.transfer(serve(queue).id, LAND, back=True)
    queue.start_service(call(queue, 2, "minh").id, 2, "minh")
    rating = queue.finish(sent.id)
    assert (rating.desk, rating.group, rating.state) == (2, LAND, RatingState.OPEN)
    back = queue.ticket(sent.id)
    assert (back.state, back.group, back.only_desk) == (TicketState.ISSUED, CIVIL, 1)
    assert serve(queue).id == sent.id
    assert queue.finish(sent.id).group == CIVIL
    assert queue.ticket(sent.id).state is TicketState.FINISHED


def test_a_number_comes_back_to_the_group_when_its_first_desk_has_closed(queue: Queue) -> None:
    take(queue)
    sent = queue.transfer(serve(queue).id, LAND, back=True)
    queue.set_desk(1, "ha", DeskState.CLOSED)
    queue.start_service(call(queue, 2, "minh").id, 2, "minh")
    queue.finish(sent.id)
    assert call(queue, 3, "lan").id == sent.id


def test_nobody_is_sent_where_nothing_is(queue: Queue) -> None:
    take(queue)
    ticket = serve(queue)
    assert refusal(lambda: queue.transfer(ticket.id))[0] is Code.GROUP_UNKNOWN
    assert refusal(lambda: queue.transfer(ticket.id, "nowhere"))[0] is Code.GROUP_UNKNOWN
    assert refusal(lambda: queue.transfer(ticket.id, desk=77))[0] is Code.DESK_UNKNOWN
    assert refusal(lambda: queue.switch_service(ticket.id, "nowhere"))[0] is Code.GROUP_UNKNOWN
    assert queue.ticket(ticket.id) == ticket


def test_several_matters_of_one_visit_are_kept_with_their_times(office: OpenOffice, queue: Queue) -> None:
    take(queue)
    ticket = serve(queue)
    minutes(office, 5)
    queue.switch_service(ticket.id, LAND)
    minutes(office, 3)
    queue.finish(ticket.id)
    periods = queue.ticket(ticket.id).services
    lengths = [(one.group, (one.ended_at - one.started_at).seconds if one.ended_at else None) for one in periods]
    assert lengths == [(CIVIL, 300), (LAND, 180)]


# numbers


def test_numbers_torn_from_a_roll_are_skipped_and_none_is_left_out(queue: Queue) -> None:
    def torn(number: int) -> Ticket:
        source = IssueSource.ROLL
        return queue.take_number(CIVIL, command=uuid4().hex, source=source, number=number, officer="ha").ticket

    assert take(queue).number == 1
    assert [torn(number).label for number in (3, 4, 900)] == ["A003", "A004", "A900"]
    assert [take(queue).number for _ in range(3)] == [2, 5, 6]
    assert refusal(lambda: torn(2)) == (Code.NUMBER_TAKEN, {"label": "A002"})
    assert refusal(lambda: torn(0))[0] is refusal(lambda: torn(10_000))[0] is Code.NUMBER_OUT_OF_RANGE


def test_a_contingent_is_kept_and_said(office: OpenOffice, queue: Queue) -> None:
    choices = office.services.queue_choices
    land = next(one for one in choices.groups() if one.group.id == LAND)
    choices.define_group(replace(land, group=replace(land.group, contingent=2)), "son")
    left = {one.group.id: one.left for one in queue.waiting()}
    assert (left[LAND], left[CIVIL]) == (2, None)
    take(queue, LAND)
    queue.transfer(serve(queue).id, CIVIL)  # it was given out all the same
    take(queue, LAND)
    assert refusal(lambda: take(queue, LAND)) == (Code.CONTINGENT_USED, {"group": LAND, "most": 2})
    assert {one.group.id: one.left for one in queue.waiting()}[LAND] == 0


def test_two_groups_of_one_letter_share_their_sequence(office: OpenOffice, queue: Queue) -> None:
    choices = office.services.queue_choices
    land = next(one for one in choices.groups() if one.group.id == LAND)
    choices.define_group(replace(land, group=replace(land.group, prefix="A")), "son")
    assert [take(queue, group).label for group in (CIVIL, LAND, LAND, CIVIL)] == ["A001", "A002", "A003", "A004"]


def test_after_the_last_number_the_day_goes_on_far_above(office: OpenOffice, queue: Queue) -> None:
    choices = office.services.queue_choices
    civil = next(one for one in choices.groups() if one.group.id == CIVIL)
    choices.define_group(replace(civil, group=replace(civil.group, first=8, last=9)), "son")
    assert [take(queue).number for _ in range(4)] == [8, 9, 10_000, 10_001]


@pytest.mark.parametrize("label", ["A012", "a12", " A 12 ", "A0012"])
def test_a_number_is_found_as_people_write_it(queue: Queue, label: str) -> None:
    tickets = [take(queue) for _ in range(12)]
    assert queue.find(label) == queue.ticket(tickets[11].id)
    assert queue.find("A013") is None
    assert queue.find("12") is None


def test_a_number_says_who_waited_when_it_was_given_out(queue: Queue) -> None:
    take(queue, priority=Priority.MERIT)
    assert [take(queue).ahead for _ in range(2)] == [1, 2]
    assert take(queue, priority=Priority.MERIT).ahead == 1


# desks and officers


def test_the_first_call_opens_a_desk_and_a_pause_is_kept(queue: Queue) -> None:
    take(queue)
    assert queue.view(1).seat is None
    queue.miss(call(queue).id)
    seat = queue.view(1).seat
    assert seat is not None
    assert (seat.state, seat.officer) == (DeskState.OPEN, "ha")
    queue.set_desk(1, "ha", DeskState.BREAK)
    take(queue)
    assert refusal(lambda: call(queue)) == (Code.DESK_NOT_OPEN, {"desk": 1, "state": "break"})
    queue.set_desk(1, "ha", DeskState.OPEN)
    assert call(queue).label == "A002"


def test_one_officer_has_one_open_ticket(queue: Queue) -> None:
    for _ in range(2):
        take(queue)
    call(queue)
    assert refusal(lambda: call(queue, 2, "ha")) == (Code.OFFICER_ELSEWHERE, {"desk": 1})
    assert refusal(lambda: queue.set_desk(2, "ha", DeskState.OPEN)) == (Code.OFFICER_ELSEWHERE, {"desk": 1})
    assert call(queue, 2, "minh").label == "A002"


def test_one_desk_has_one_officer_and_who_moves_leaves_the_first(queue: Queue) -> None:
    queue.set_desk(1, "ha", DeskState.OPEN)
    assert refusal(lambda: queue.set_desk(1, "minh", DeskState.OPEN)) == (Code.DESK_TAKEN, {"desk": 1, "officer": "ha"})
    take(queue)
    assert refusal(lambda: call(queue, 1, "minh"))[0] is Code.DESK_TAKEN
    queue.set_desk(2, "ha", DeskState.OPEN)
    assert [(seat.desk, seat.state) for seat in queue.view(1).seats] == [(1, DeskState.CLOSED), (2, DeskState.OPEN)]
    assert queue.set_desk(1, "minh", DeskState.OPEN).officer == "minh"


def test_a_desk_that_was_left_can_be_closed_by_whoever_comes_but_not_with_a_citizen_at_it(queue: Queue) -> None:
    take(queue)
    ticket = serve(queue)
    assert refusal(lambda: queue.set_desk(1, "ha", DeskState.CLOSED)) == (Code.DESK_BUSY, {"desk": 1, "label": "A001"})
    assert refusal(lambda: queue.set_desk(1, "minh", DeskState.CLOSED))[0] is Code.DESK_BUSY
    queue.finish(ticket.id)
    assert queue.set_desk(1, "minh", DeskState.CLOSED).state is DeskState.CLOSED
    assert refusal(lambda: queue.set_desk(99, "minh", DeskState.OPEN))[0] is Code.DESK_UNKNOWN


def test_an_emergency_is_accepted_by_one_other_desk(queue: Queue) -> None:
    assert refusal(lambda: queue.accept_emergency(3, 1, "ha"))[0] is Code.NO_EMERGENCY
    seat = queue.raise_emergency(3, "lan")
    assert (queue.view(1).emergencies, queue.view(3).emergencies) == ((seat,), ())
    assert refusal(lambda: queue.accept_emergency(3, 3, "lan"))[0] is Code.NO_EMERGENCY
    assert queue.accept_emergency(3, 1, "ha").helper == 1
    assert queue.view(2).emergencies == ()
    assert refusal(lambda: queue.accept_emergency(3, 2, "minh"))[0] is Code.NO_EMERGENCY
    assert queue.end_emergency(3, "lan").emergency_at is None
    assert refusal(lambda: queue.end_emergency(3, "lan"))[0] is Code.NO_EMERGENCY


def test_the_end_of_the_day_ends_what_is_open_by_entries(queue: Queue) -> None:
    tickets = [take(queue) for _ in range(6)]
    served, missed, parked, called = serve(queue), call(queue, 2, "minh"), serve(queue, 3, "lan"), call(queue, 4, "son")
    queue.miss(missed.id)
    queue.park(parked.id, 30)
    assert refusal(lambda: queue.close_day("ha"))[0] is Code.DUTY_MISSING
    queue.close_day("son")
    states = {ticket.id: queue.ticket(ticket.id).state for ticket in tickets}
    assert states == {
        served.id: TicketState.FINISHED,
        missed.id: TicketState.NO_SHOW,
        parked.id: TicketState.CANCELLED,
        called.id: TicketState.CANCELLED,
        tickets[4].id: TicketState.CANCELLED,
        tickets[5].id: TicketState.CANCELLED,
    }
    assert len(queue.of_today()) == 6
    assert {seat.state for seat in queue.view(1).seats} == {DeskState.CLOSED}


def test_a_long_queue_is_said(office: OpenOffice, queue: Queue) -> None:
    office.services.queue_choices.set_policy(QueuePolicy(long_queue=2), "son")
    take(queue)
    assert not any(one.long for one in queue.waiting())
    take(queue)
    assert [one.group.id for one in queue.waiting() if one.long] == [CIVIL]
