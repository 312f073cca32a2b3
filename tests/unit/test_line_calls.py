"""The calls from the line, which the rule of calling looks back on: by the desk and for the group of each."""

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import event, text

from counter_app.domain.calling import PastCall
from counter_app.domain.facts import Priority
from counter_app.domain.queue_policy import CallingRule, QueuePolicy
from counter_app.domain.tickets import Ticket
from counter_app.journal.verify import verify
from counter_app.services.queue import Queue
from counter_app.store import migrations
from counter_app.store import tickets as rows
from tests.support.office import OpenOffice, open_office

CIVIL, LAND = "civil-status", "land"


@pytest.fixture
def queue(office: OpenOffice) -> Queue:
    return office.services.queue


def take(queue: Queue, group: str = CIVIL, priority: Priority | None = None) -> Ticket:
    return queue.take_number(group, priority, command=uuid4().hex).ticket


def serve(queue: Queue, desk: int, officer: str) -> Ticket:
    called = queue.call_next(desk, officer, command=uuid4().hex)
    return queue.start_service(called.id, desk, officer)


def past(office: OpenOffice) -> tuple[PastCall, ...]:
    with office.journal.database.read() as connection:
        return rows.past_calls(office.services.queue.today(connection), (), 1, 20, 20)


def test_a_call_after_a_transfer_counts_at_the_desk_and_for_the_group_it_was_sent_to(
    office: OpenOffice, queue: Queue
) -> None:
    take(queue)
    sent = queue.transfer(serve(queue, 1, "ha").id, LAND, back=True)
    assert past(office) == (PastCall(CIVIL, False, 1),)
    serve(queue, 2, "minh")
    queue.finish(sent.id)
    assert past(office) == (PastCall(LAND, False, 2), PastCall(CIVIL, False, 1))
    serve(queue, 1, "ha")
    queue.finish(sent.id)
    assert past(office)[0] == PastCall(CIVIL, False, 1)
    assert len(past(office)) == 3
    assert verify(office.journal).faults == ()


def test_the_run_goes_on_after_who_was_sent_on_with_priority(office: OpenOffice, queue: Queue) -> None:
    office.services.queue_choices.set_policy(QueuePolicy(CallingRule(1, 1, 0)), "son")
    take(queue, priority=Priority.ELDERLY)
    sent = queue.transfer(serve(queue, 1, "ha").id, LAND, desk=3)
    first = take(queue, LAND)
    assert serve(queue, 3, "lan").id == first.id  # the call before was one of priority
    queue.finish(first.id)
    office.clock.move(timedelta(seconds=1))
    second, urgent = take(queue, LAND), take(queue, LAND, Priority.ELDERLY)
    assert serve(queue, 3, "lan").id == sent.id
    queue.finish(sent.id)
    assert [serve(queue, desk, officer).id for desk, officer in ((3, "lan"), (2, "minh"))] == [second.id, urgent.id]


def test_what_is_said_again_or_called_back_is_no_call_from_the_line(office: OpenOffice, queue: Queue) -> None:
    ticket = take(queue)
    called = queue.call_next(1, "ha", command=uuid4().hex)
    queue.call_again(called.id, 1, "ha")
    queue.miss(called.id)
    queue.call_back(called.id, 1, "ha")
    queue.park(called.id, None)
    queue.call_back(called.id, 1, "ha")
    assert past(office) == (PastCall(CIVIL, False, 1),)
    queue.park(called.id, 10)
    office.clock.move(timedelta(minutes=10))
    assert queue.call_next(2, "minh", command=uuid4().hex).id == ticket.id
    assert past(office) == (PastCall(CIVIL, False, 2), PastCall(CIVIL, False, 1))


def test_calls_within_one_millisecond_stand_on_the_board_in_their_order(office: OpenOffice, queue: Queue) -> None:
    labels = [take(queue).label for _ in range(6)]
    for _ in labels:
        queue.miss(queue.call_next(1, "ha", command=uuid4().hex).id)
    of_now = office.services.board.view().lately
    assert len({one.called_at for one in of_now}) == 1
    assert [one.label for one in of_now] == labels[::-1]


def test_the_history_is_read_from_its_table_alone_and_in_its_order(office: OpenOffice, queue: Queue) -> None:
    asked: list[tuple[str, tuple[object, ...]]] = []
    with office.journal.database.read() as connection:
        of = queue.today(connection)
        event.listen(connection, "before_cursor_execute", lambda *said: asked.append(said[2:4]))
        for groups in ((), (CIVIL, LAND)):
            rows.past_calls(of, groups, 1, 7, 7)
        for query, values in asked[:4]:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", values).all()
            assert [row.detail for row in plan] == ["SEARCH calls USING PRIMARY KEY (office=? AND day=?)"]
    assert len(asked) > 4


def test_a_store_from_before_gets_its_calls_from_the_journal(tmp_path: Path) -> None:
    with open_office(tmp_path / "old") as office:
        take(office.services.queue)
        office.services.queue.transfer(serve(office.services.queue, 1, "ha").id, LAND)
        serve(office.services.queue, 2, "minh")
        before = past(office)
        migrations.migrate(office.journal.database._engine, "0003")
    with open_office(tmp_path / "old") as office:
        assert past(office) == before == (PastCall(LAND, False, 2), PastCall(CIVIL, False, 1))
        assert verify(office.journal).faults == ()


def test_a_call_that_no_entry_tells_of_is_found_by_the_check(office: OpenOffice, queue: Queue) -> None:
    take(queue)
    serve(queue, 1, "ha")
    with office.journal.database.write() as connection:
        connection.execute(text("UPDATE calls SET desk = 7"))
    assert [fault.what for fault in verify(office.journal).faults] == ["the row of calls differs in desk"]
