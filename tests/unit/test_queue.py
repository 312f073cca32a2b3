"""The queue: no number twice, none left out, one citizen a desk, priority first."""

import shutil
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import timedelta
from pathlib import Path
from tempfile import mkdtemp
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from counter_app.domain.facts import Priority
from counter_app.domain.queue_facts import IssueSource
from counter_app.domain.queue_policy import CallingRule, QueuePolicy
from counter_app.domain.ratings import RatingState
from counter_app.domain.tickets import Ticket, TicketState
from counter_app.errors import Code, CounterError
from counter_app.journal.verify import verify
from counter_app.services.queue import Queue
from tests.support.office import OpenOffice, open_office

CIVIL, LAND, OTHER = "civil-status", "land", "other"
DESKS = (1, 2, 3)
AT_DESK = {1: "ha", 2: "minh", 3: "lan", 4: "son"}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    with open_office(tmp_path) as opened:
        yield opened


@pytest.fixture
def queue(office: OpenOffice) -> Queue:
    return office.services.queue


def take(queue: Queue, number: int, group: str = CIVIL, priority: Priority | None = None) -> Ticket:
    return queue.take_number(group, priority, command=f"{number:032x}").ticket


def call(queue: Queue, desk: int = 1) -> Ticket:
    return queue.call_next(desk, AT_DESK[desk], command=uuid4().hex)


def serve(queue: Queue, desk: int = 1) -> Ticket:
    return queue.start_service(call(queue, desk).id, desk, AT_DESK[desk])


def test_numbers_of_a_letter_count_up_from_one_whatever_the_other_letters_do(queue: Queue) -> None:
    labels = [take(queue, index, group).label for index, group in enumerate((CIVIL, LAND, CIVIL, OTHER, LAND))]
    assert labels == ["A001", "C001", "A002", "H001", "C002"]


def test_the_same_command_twice_gives_the_same_ticket(office: OpenOffice, queue: Queue) -> None:
    first = queue.take_number(CIVIL, Priority.ELDERLY, command="a" * 32)
    assert queue.take_number(CIVIL, Priority.ELDERLY, command="a" * 32) == first
    assert len(queue.of_today()) == 1
    assert take(queue, 1).number == 2


def test_a_group_that_does_not_exist_gives_no_number(queue: Queue) -> None:
    with pytest.raises(CounterError) as refused:
        take(queue, 1, "no-such-group")
    assert refused.value.code is Code.GROUP_UNKNOWN
    assert queue.of_today() == ()


def test_a_number_says_who_waits_before_it_and_about_how_long(queue: Queue) -> None:
    given = [queue.take_number(CIVIL, command=f"{index:032x}") for index in range(5)]
    assert [one.ahead for one in given] == [0, 1, 2, 3, 4]
    # Three desks are free, and ten minutes each is what the office planned.
    assert [one.minutes for one in given] == [0, 0, 0, 10, 10]
    assert given[0].desks == DESKS


def test_a_desk_calls_in_the_order_of_coming_with_priority_first(office: OpenOffice, queue: Queue) -> None:
    for number, priority in enumerate((None, None, Priority.PREGNANT, Priority.MERIT)):
        office.clock.move(timedelta(minutes=1))
        take(queue, number, priority=priority)
    called = []
    for _ in range(4):
        ticket = serve(queue)
        called.append(ticket.label)
        queue.finish(ticket.id)
    assert called == ["A003", "A004", "A001", "A002"]


def test_a_second_click_while_a_citizen_is_at_the_desk_calls_nobody(queue: Queue) -> None:
    for number in range(2):
        take(queue, number)
    mine = call(queue)
    with pytest.raises(CounterError) as busy:
        call(queue)
    assert (busy.value.code, busy.value.params) == (Code.DESK_BUSY, {"desk": 1, "label": mine.label})
    assert queue.view(1).total == 1


def test_calling_an_empty_line_says_that_nobody_waits(queue: Queue) -> None:
    with pytest.raises(CounterError) as nobody:
        call(queue)
    assert nobody.value.code is Code.NOBODY_WAITING


def test_calling_again_counts_and_keeps_the_desk(queue: Queue) -> None:
    take(queue, 1)
    ticket = queue.call_again(call(queue, 2).id, 2, "minh")
    assert (ticket.state, ticket.desk, ticket.calls, ticket.officer) == (TicketState.CALLED, 2, 2, "minh")


def test_who_did_not_come_frees_the_desk_and_can_be_called_back(queue: Queue) -> None:
    take(queue, 1)
    missed = queue.miss(call(queue).id)
    assert missed.state is TicketState.NO_SHOW
    assert (queue.view(1).mine, queue.view(1).missed) == (None, (missed,))
    back = queue.call_back(missed.id, 2, "minh")
    assert (back.label, back.state, back.desk) == (missed.label, TicketState.CALLED, 2)
    assert queue.view(2).missed == ()


def test_nobody_is_called_back_to_a_busy_desk(queue: Queue) -> None:
    for number in range(2):
        take(queue, number)
    missed = queue.miss(call(queue).id)
    call(queue)
    with pytest.raises(CounterError) as busy:
        queue.call_back(missed.id, 1, "ha")
    assert busy.value.code is Code.DESK_BUSY


def test_a_transfer_keeps_the_number_and_waits_in_the_other_line(queue: Queue) -> None:
    take(queue, 1)
    sent_on = queue.transfer(serve(queue).id, LAND)
    assert (sent_on.label, sent_on.group, sent_on.state, sent_on.desk) == ("A001", LAND, TicketState.ISSUED, None)
    assert {one.group.id: one.waiting for one in queue.waiting() if one.waiting} == {LAND: 1}
    assert call(queue, 3).label == "A001"


def test_a_transferred_number_is_never_given_out_again(queue: Queue) -> None:
    take(queue, 1)
    queue.transfer(serve(queue).id, LAND)
    assert [take(queue, 2).label, take(queue, 3, LAND).label] == ["A002", "C001"]


def test_a_new_day_begins_with_one_and_an_empty_line(office: OpenOffice, queue: Queue) -> None:
    yesterday = [take(queue, number) for number in range(3)]
    office.clock.move(timedelta(days=2))
    assert queue.view(1).total == 0
    assert take(queue, 9).number == 1
    assert queue.ticket(yesterday[0].id) == yesterday[0]


def test_the_day_is_that_of_vietnam(office: OpenOffice, queue: Queue) -> None:
    first = queue.take_number(CIVIL, command="1" * 32, source=IssueSource.DESK).ticket
    office.clock.move(timedelta(hours=15, minutes=30))  # 00:25 in Vietnam, still the 23rd in UTC
    night = queue.take_number(CIVIL, command="2" * 32, source=IssueSource.DESK).ticket
    assert ((night.day - first.day).days, night.number) == (1, 1)


def test_finishing_ends_the_service_and_opens_its_rating(queue: Queue) -> None:
    take(queue, 1)
    ticket = serve(queue, 2)
    rating = queue.finish(ticket.id)
    assert (rating.ticket, rating.desk, rating.officer, rating.state) == (ticket.id, 2, "minh", RatingState.OPEN)
    assert queue.ticket(ticket.id).state is TicketState.FINISHED


@pytest.mark.parametrize("act", ["finish", "miss", "cancel", "call_again", "start_service", "transfer"])
def test_what_does_not_fit_a_finished_number_is_refused_and_leaves_nothing(queue: Queue, act: str) -> None:
    take(queue, 1)
    ticket = serve(queue)
    queue.finish(ticket.id)
    more = {"call_again": (1, "ha"), "start_service": (1, "ha"), "transfer": (LAND,)}.get(act, ())
    with pytest.raises(CounterError) as refused:
        getattr(queue, act)(ticket.id, *more)
    assert (refused.value.code, refused.value.params["label"]) == (Code.TICKET_STATE, "A001")
    assert queue.ticket(ticket.id).state is TicketState.FINISHED


def test_a_number_that_nobody_gave_out_is_unknown(queue: Queue) -> None:
    with pytest.raises(CounterError) as unknown:
        queue.ticket("f" * 32)
    assert unknown.value.code is Code.TICKET_UNKNOWN


def test_a_cancelled_number_is_not_called(queue: Queue) -> None:
    first, second = take(queue, 1), take(queue, 2)
    queue.cancel(first.id, "left")
    assert call(queue).id == second.id


def serve_until(queue: Queue, desk: int, no_more: threading.Event) -> list[str]:
    """Serve whoever comes; return the tickets served when ``no_more`` come and nobody waits."""
    served: list[str] = []
    while True:
        last_look = no_more.is_set()
        try:
            ticket = serve(queue, desk)
        except CounterError as error:
            assert error.code is Code.NOBODY_WAITING  # noqa: PT017 - anything else is a failure
            if last_look:
                return served
            continue
        served.append(ticket.id)
        queue.finish(ticket.id)


def test_eight_people_at_once_give_no_number_twice_and_call_nobody_twice(office: OpenOffice, queue: Queue) -> None:
    no_more = threading.Event()
    with ThreadPoolExecutor(8) as people:
        desks = [people.submit(serve_until, queue, desk, no_more) for desk in range(1, 5)]
        kiosks = [
            people.submit(lambda kiosk: [take(queue, kiosk * 100 + index) for index in range(10)], kiosk)
            for kiosk in range(4)
        ]
        wait(kiosks)
        no_more.set()
    given = [ticket for kiosk in kiosks for ticket in kiosk.result()]
    served = [ticket for desk in desks for ticket in desk.result()]
    assert sorted(ticket.number for ticket in given) == list(range(1, 41))
    assert sorted(served) == sorted(ticket.id for ticket in given)
    assert verify(office.journal).faults == ()


class QueueDay(RuleBasedStateMachine):
    """Anything that kiosk and desks may do in any order, against a plain model."""

    template: Path
    tickets = Bundle("tickets")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp())
        shutil.copytree(self.template, self.folder, dirs_exist_ok=True)
        self.office = open_office(self.folder)
        self.queue = self.office.services.queue
        self.commands = 0
        self.given: dict[str, int] = {CIVIL: 0, LAND: 0}
        self.line: list[tuple[bool, int, str]] = []  # whether without priority, turn, ticket
        self.open: dict[int, str] = {}

    def teardown(self) -> None:
        assert verify(self.office.journal).faults == ()
        self.office.close()
        shutil.rmtree(self.folder)

    @initialize(target=tickets)
    def start(self) -> object:
        return multiple()

    @rule(target=tickets, group=st.sampled_from((CIVIL, LAND)), priority=st.sampled_from((None, None, *Priority)))
    def a_citizen_takes_a_number(self, group: str, priority: Priority | None) -> str:
        self.commands += 1
        self.office.clock.move(timedelta(seconds=1))
        ticket = take(self.queue, self.commands, group, priority)
        self.given[group] += 1
        assert ticket.number == self.given[group]
        self.line.append((priority is None, self.commands, ticket.id))
        return ticket.id

    @rule(desk=st.sampled_from(DESKS))
    def an_officer_calls(self, desk: int) -> None:
        if desk in self.open or not self.line:
            with pytest.raises(CounterError) as refused:
                call(self.queue, desk)
            assert refused.value.code is (Code.DESK_BUSY if desk in self.open else Code.NOBODY_WAITING)
            return
        wanted = min(self.line)
        assert call(self.queue, desk).id == wanted[2]
        self.line.remove(wanted)
        self.open[desk] = wanted[2]

    @rule(desk=st.sampled_from(DESKS), how=st.sampled_from(("finish", "miss", "transfer")))
    def a_desk_is_free_again(self, desk: int, how: str) -> None:
        ticket = self.open.get(desk)
        if ticket is None:
            return
        self.office.clock.move(timedelta(seconds=1))
        if how == "miss" and self.queue.ticket(ticket).state is TicketState.CALLED:
            self.queue.miss(ticket)
        elif how == "transfer":
            moved = self.queue.transfer(ticket, LAND)
            self.commands += 1
            self.line.append((moved.priority is None, self.commands, ticket))
        else:
            if self.queue.ticket(ticket).state is TicketState.CALLED:
                self.queue.start_service(ticket, desk, AT_DESK[desk])
            self.queue.finish(ticket)
        del self.open[desk]

    @rule(ticket=tickets, desk=st.sampled_from(DESKS))
    def somebody_missed_comes_after_all(self, ticket: str, desk: int) -> None:
        if desk in self.open or self.queue.ticket(ticket).state is not TicketState.NO_SHOW:
            return
        assert self.queue.call_back(ticket, desk, AT_DESK[desk]).state is TicketState.CALLED
        self.open[desk] = ticket

    @invariant()
    def numbers_are_whole_and_each_desk_has_its_one_citizen(self) -> None:
        today = self.queue.of_today()
        for group, prefix in ((CIVIL, "A"), (LAND, "C")):
            numbers = [ticket.number for ticket in today if ticket.prefix == prefix]
            assert numbers == list(range(1, self.given[group] + 1))
        at_desks = [ticket for ticket in today if ticket.state in (TicketState.CALLED, TicketState.SERVING)]
        assert {ticket.desk: ticket.id for ticket in at_desks} == self.open
        assert len(at_desks) == len(self.open)
        assert self.queue.view(1).total == len(self.line)


def test_whatever_kiosk_and_desks_do_the_queue_stays_whole(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:  # all with priority first, as the model has it
        rule_ = CallingRule(priority_run=1, other_run=0, most_wait_minutes=0)
        office.services.queue_choices.set_policy(QueuePolicy(rule_), "son")
    day = type("Day", (QueueDay,), {"template": tmp_path})
    tried = settings(max_examples=25, stateful_step_count=25, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(day, settings=tried)
