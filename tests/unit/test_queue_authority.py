"""Many ask at once, and ask again: each command is done once, and what one is refused is nobody else's matter."""

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from counter_app.bootstrap import set_up_station
from counter_app.clocks import ManualClock
from counter_app.demo.commune import new_station
from counter_app.domain import queue_commands as asked
from counter_app.domain.queue_commands import QueueCommand
from counter_app.domain.queue_facts import DeskState
from counter_app.domain.tickets import TicketState
from counter_app.errors import Code, CounterError
from counter_app.journal import arrivals, outbox
from counter_app.journal.journal import Journal
from counter_app.journal.verify import verify
from counter_app.services.queue import Queue
from counter_app.services.queue_authority import LocalAuthority
from counter_app.store.database import open_database
from tests.support.office import OpenOffice, open_office
from tests.support.waiting import until_true

CIVIL, LAND = "civil-status", "land"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    with open_office(tmp_path) as opened:
        yield opened


@pytest.fixture
def authority(office: OpenOffice) -> LocalAuthority:
    return LocalAuthority(office.journal, office.services.office.id)


def take(authority: LocalAuthority, group: str = CIVIL, command: str = "") -> str:
    return authority.submit(asked.TakeNumber(group), command or uuid4().hex)


def together(
    office: OpenOffice, authority: LocalAuthority, commands: Sequence[tuple[QueueCommand, str]]
) -> list[Future[str]]:
    """Submit all while the journal is busy: the first caller leads alone, the others come together after it."""
    with ThreadPoolExecutor(len(commands) + 1) as people:
        with office.journal.transaction():
            first = people.submit(take, authority)
            futures = [people.submit(authority.submit, *one) for one in commands]
            until_true(lambda: authority.waiting == len(commands) and not first.done())
        return futures


def test_commands_that_come_together_are_made_durable_together(office: OpenOffice, authority: LocalAuthority) -> None:
    commits: list[frozenset[str]] = []
    office.journal.changes.listen(commits.append)
    answers = together(office, authority, [(asked.TakeNumber(CIVIL), f"{number:032x}") for number in range(6)])
    assert [one.result() for one in answers] == [f"{number:032x}" for number in range(6)]
    assert [len([stream for stream in commit if stream.startswith("ticket/")]) for commit in commits] == [1, 6]
    assert sorted(ticket.number for ticket in office.services.queue.of_today()) == list(range(1, 8))
    assert verify(office.journal).faults == ()


def test_what_one_is_refused_undoes_nothing_of_those_beside_it(office: OpenOffice, authority: LocalAuthority) -> None:
    commands: list[tuple[QueueCommand, str]] = [
        (asked.TakeNumber(LAND), "1" * 32),
        (asked.CloseDay("ha"), "2" * 32),
        (asked.TakeNumber("no-such-group"), "3" * 32),
        (asked.TakeNumber(LAND), "4" * 32),
    ]
    first, refused, unknown, last = together(office, authority, commands)
    assert isinstance(error := refused.exception(), CounterError)
    assert error.code is Code.DUTY_MISSING
    assert isinstance(error := unknown.exception(), CounterError)
    assert error.code is Code.GROUP_UNKNOWN
    queue = office.services.queue
    assert {queue.ticket(one.result()).label for one in (first, last)} == {"C001", "C002"}
    assert verify(office.journal).faults == ()


def test_a_command_that_nobody_expected_takes_no_others_answer_away(
    office: OpenOffice, authority: LocalAuthority
) -> None:
    class Strange:
        """Not a command of the queue."""

    strange: QueueCommand = Strange()  # type: ignore[assignment]
    commands = [(asked.TakeNumber(CIVIL), "1" * 32), (strange, "2" * 32), (asked.TakeNumber(CIVIL), "3" * 32)]
    first, broken, last = together(office, authority, commands)
    assert isinstance(broken.exception(), KeyError)
    assert (first.result(), last.result()) == ("1" * 32, "3" * 32)
    assert sorted(ticket.number for ticket in office.services.queue.of_today()) == [1, 2, 3]


def test_the_same_command_twice_in_one_breath_is_done_once(office: OpenOffice, authority: LocalAuthority) -> None:
    take(authority)
    call = asked.CallNext(1, "ha")
    answers = together(office, authority, [(call, "c" * 32), (call, "c" * 32), (asked.TakeNumber(CIVIL), "d" * 32)])
    assert answers[0].result() == answers[1].result()
    assert len([one for one in office.services.queue.of_today() if one.state is TicketState.CALLED]) == 1


def test_each_kind_of_command_asked_again_gives_the_first_answer(office: OpenOffice, authority: LocalAuthority) -> None:
    ticket = take(authority, command="t" * 32)
    commands: list[QueueCommand] = [
        asked.TakeNumber(CIVIL),
        asked.SetDesk(1, "ha", DeskState.OPEN),
        asked.CallNext(1, "ha"),
        asked.CallAgain(ticket, 1, "ha"),
        asked.StartService(ticket, 1, "ha"),
        asked.SwitchService(ticket, LAND),
        asked.FinishService(ticket),
        asked.RaiseEmergency(1, "ha"),
        asked.AcceptEmergency(1, 2, "minh"),
        asked.EndEmergency(1, "ha"),
        asked.CloseDay("son"),
    ]
    for number, command in enumerate(commands):
        first = authority.submit(command, f"{number:032x}")
        written = office.journal.last_seq
        assert authority.submit(command, f"{number:032x}") == first
        assert office.journal.last_seq == written


def test_a_command_done_elsewhere_is_not_done_again_here(tmp_path: Path) -> None:
    with open_office(tmp_path / "first") as first, open_office(tmp_path / "second") as second:
        outbox.admit(second.journal, first.journal.key.station, first.journal.key.public_hex, "an-phuc")
        here, there = (LocalAuthority(one.journal, one.services.office.id) for one in (first, second))
        ticket = take(here)
        take(here)
        assert here.submit(asked.CallNext(1, "ha"), "c" * 32) == ticket
        arrivals.accept(second.journal, outbox.own_entries(first.journal, 0, 1000))
        assert there.submit(asked.CallNext(1, "ha"), "c" * 32) == ticket
        assert there.submit(asked.TakeNumber(CIVIL), ticket) == ticket
        with pytest.raises(CounterError) as busy:
            there.submit(asked.CallNext(1, "ha"), "d" * 32)
        assert busy.value.code is Code.DESK_BUSY


def serve(queue: Queue, desk: int, no_more: threading.Event) -> list[str]:
    """Call and serve until nobody is left, giving each command twice, as after an answer that was lost."""
    served: list[str] = []
    while True:
        last_look, command = no_more.is_set(), uuid4().hex
        try:
            ticket = queue.call_next(desk, f"officer-{desk}", command=command)
        except CounterError as error:
            assert error.code is Code.NOBODY_WAITING  # noqa: PT017 - anything else is a failure
            if last_look:
                return served
            continue
        assert queue.call_next(desk, f"officer-{desk}", command=command).id == ticket.id
        for step, done in enumerate((queue.start_service, queue.start_service)):
            done(ticket.id, desk, f"officer-{desk}", command=f"{command}-{step // 2}")
        first = queue.finish(ticket.id, command=f"{command}-end")
        assert queue.finish(ticket.id, command=f"{command}-end") == first
        served.append(ticket.id)


def test_eight_threads_that_ask_everything_twice_give_no_number_twice_and_call_nobody_twice(
    office: OpenOffice,
) -> None:
    queue, no_more = office.services.queue, threading.Event()

    def give(kiosk: int) -> list[tuple[str, str]]:
        given = []
        for index in range(12):
            command = f"{kiosk:016x}{index:016x}"
            labels = {queue.take_number(CIVIL, command=command).ticket.label for _ in range(2)}
            assert len(labels) == 1
            given.append((command, labels.pop()))
        return given

    with ThreadPoolExecutor(8) as people:
        desks = [people.submit(serve, queue, desk, no_more) for desk in range(1, 5)]
        kiosks = [people.submit(give, kiosk) for kiosk in range(4)]
        given = [one for kiosk in kiosks for one in kiosk.result()]
        no_more.set()
    served = [ticket for desk in desks for ticket in desk.result()]
    assert sorted(label for _, label in given) == [f"A{number:03d}" for number in range(1, 49)]
    assert sorted(served) == sorted(ticket for ticket, _ in given)
    assert verify(office.journal).faults == ()


def test_a_call_that_nobody_heard_of_and_another_station_made_anew_is_not_done(
    tmp_path: Path, office: OpenOffice, authority: LocalAuthority
) -> None:
    number, call = uuid4().hex, uuid4().hex
    take(authority, command=number)
    assert authority.submit(asked.CallNext(1, "ha"), call) == number
    assert authority.submit(asked.CallNext(1, "ha"), call) == number, "asked again: nobody has taken over"
    later = ManualClock(office.clock.now() + timedelta(seconds=12))
    set_up_station(tmp_path / "standby", new_station(), later)
    standby = Journal(open_database(tmp_path / "standby"), later)
    taken_over = LocalAuthority(standby, office.services.office.id, rank=1)
    take(taken_over, command=number)
    assert taken_over.submit(asked.CallNext(2, "minh"), uuid4().hex) == number
    taken_over.submit(asked.StartService(number, 2, "minh"), uuid4().hex)
    outbox.admit(office.journal, standby.key.station, standby.key.public_hex, office.services.office.id)
    arrivals.accept(office.journal, outbox.own_entries(standby, 0, 10_000))
    standby.database.close()
    assert office.services.queue.ticket(number).desk == 2
    with pytest.raises(CounterError) as refused:
        authority.submit(asked.CallNext(1, "ha"), call)
    assert refused.value.code is Code.NOBODY_WAITING
    following = take(authority)
    assert authority.submit(asked.CallNext(1, "ha"), call) == following
    assert authority.submit(asked.CallNext(1, "ha"), call) == following, "and once only"
