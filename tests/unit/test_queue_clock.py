"""The business day: a wrong or jumping clock neither repeats a number nor skips one."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import mkdtemp
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.clocks import VIETNAM, ManualClock, SystemClock
from counter_app.domain.queue_facts import DeskState, IssueSource, KioskMode
from counter_app.domain.tickets import Ticket, TicketState
from counter_app.errors import Code, CounterError
from counter_app.services.queue import Queue
from tests.support.office import MORNING, OpenOffice, open_office

CIVIL = "civil-status"
MONDAY, WEDNESDAY = date(2026, 11, 23), date(2026, 11, 25)  # Tuesday is a holiday
doubtful = pytest.mark.expects_log("event=clock_doubtful")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    with open_office(tmp_path) as opened:
        yield opened


@pytest.fixture
def queue(office: OpenOffice) -> Queue:
    return office.services.queue


def take(queue: Queue, source: IssueSource = IssueSource.DESK) -> Ticket:
    return queue.take_number(CIVIL, command=uuid4().hex, source=source).ticket


def seen(ticket: Ticket) -> tuple[date, int]:
    return ticket.day, ticket.number


@doubtful
@pytest.mark.parametrize("days", [-400, -1, 1, 30])
def test_a_clock_set_wrong_in_the_middle_of_work_changes_nothing(office: OpenOffice, queue: Queue, days: int) -> None:
    take(queue, IssueSource.KIOSK)
    office.clock.jump(MORNING + timedelta(days=days))
    office.clock.move(timedelta(minutes=20))
    assert seen(take(queue, IssueSource.KIOSK)) == (MONDAY, 2)
    assert queue.view(1).total == 2
    office.clock.jump(MORNING + timedelta(minutes=40))
    assert seen(take(queue, IssueSource.KIOSK)) == (MONDAY, 3)


@doubtful
def test_a_clock_a_day_behind_never_takes_the_queue_back(office: OpenOffice, queue: Queue) -> None:
    take(queue)
    office.clock.jump(MORNING - timedelta(days=1))
    office.clock.move(timedelta(hours=5))
    assert seen(take(queue)) == (MONDAY, 2)


@doubtful
def test_work_through_midnight_stays_on_its_day_and_the_night_ends_it(office: OpenOffice, queue: Queue) -> None:
    for _ in range(8):  # every two hours, from 08:55 to 00:55
        take(queue)
        office.clock.move(timedelta(hours=2))
    assert seen(take(queue)) == (MONDAY, 9)
    office.clock.move(timedelta(hours=2, minutes=59))
    assert queue.view(1).total == 9
    office.clock.set(datetime(2026, 11, 25, 7, 30, tzinfo=VIETNAM))
    assert queue.view(1).total == 0
    assert seen(take(queue, IssueSource.KIOSK)) == (WEDNESDAY, 1)


@doubtful
def test_looking_on_is_no_act_that_keeps_a_day(office: OpenOffice, queue: Queue) -> None:
    take(queue)
    office.clock.jump(MORNING + timedelta(days=2))
    office.clock.move(timedelta(hours=2))
    assert queue.view(1).total == 1
    with pytest.raises(CounterError):
        queue.call_chosen("nobody", 1, "son", "vội")
    office.clock.move(timedelta(hours=1))
    assert queue.view(1).total == 0


@doubtful
def test_a_doubtful_clock_is_logged_once(office: OpenOffice, queue: Queue, caplog: pytest.LogCaptureFixture) -> None:
    take(queue)
    office.clock.jump(MORNING - timedelta(days=1))
    for _ in range(3):
        take(queue)
        queue.view(1)
    assert [record.getMessage() for record in caplog.records] == [
        "event=clock_doubtful business_day=2026-11-23 clock_day=2026-11-22"
    ]


@pytest.mark.parametrize(
    "gone_by, expected",
    [(timedelta(minutes=10), (MONDAY, 3)), (timedelta(days=2), (WEDNESDAY, 1))],
    ids=["minutes", "two-nights"],
)
def test_a_restart_goes_on_where_the_queue_was(tmp_path: Path, gone_by: timedelta, expected: tuple[date, int]) -> None:
    with open_office(tmp_path) as office:
        take(office.services.queue)
        take(office.services.queue)
    with open_office(tmp_path, clock=ManualClock(MORNING + gone_by)) as office:
        assert seen(take(office.services.queue)) == expected


@doubtful
def test_a_restart_with_a_clock_that_lost_a_day_goes_on_too(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        take(office.services.queue)
    with open_office(tmp_path, clock=ManualClock(MORNING - timedelta(days=1))) as office:
        assert seen(take(office.services.queue)) == (MONDAY, 2)


@doubtful
def test_a_restart_in_the_first_hour_after_midnight_keeps_the_day(tmp_path: Path) -> None:
    late = datetime(2026, 11, 23, 23, 30, tzinfo=VIETNAM)
    with open_office(tmp_path, clock=ManualClock(late)) as office:
        take(office.services.queue)
    with open_office(tmp_path, clock=ManualClock(late + timedelta(hours=1))) as office:
        assert seen(take(office.services.queue)) == (MONDAY, 2)


def test_at_tet_numbers_are_given_out_only_on_an_officers_word(office: OpenOffice, queue: Queue) -> None:
    office.clock.set(datetime(2027, 2, 8, 9, tzinfo=VIETNAM))  # the third day of the year of the Goat
    opening = queue.opening()
    assert not opening.open
    assert opening.opens is not None
    assert office.services.calendar.on(opening.opens.astimezone(VIETNAM).date()).hours is not None
    with pytest.raises(CounterError) as closed:
        take(queue, IssueSource.KIOSK)
    assert (closed.value.code, closed.value.params["opens"]) == (Code.NUMBERS_CLOSED, opening.opens)
    assert take(queue, IssueSource.DESK).number == 1
    queue.switch_kiosk(KioskMode.OPEN, "son", "trực Tết")
    assert (queue.opening().open, queue.opening().note) == (True, "trực Tết")
    assert seen(take(queue, IssueSource.KIOSK)) == (date(2027, 2, 8), 2)
    queue.switch_kiosk(KioskMode.CLOSED, "son")
    with pytest.raises(CounterError) as closed:
        take(queue, IssueSource.KIOSK)
    assert closed.value.params == {"opens": None}


@doubtful
def test_a_clock_set_to_a_holiday_in_the_middle_of_work_closes_no_kiosk(office: OpenOffice, queue: Queue) -> None:
    take(queue)
    office.clock.jump(MORNING + timedelta(days=1))
    assert queue.opening().open


def test_outside_the_hours_the_kiosk_says_when_it_opens(office: OpenOffice, queue: Queue) -> None:
    office.clock.set(datetime(2026, 11, 25, 6, 30, tzinfo=VIETNAM))
    assert queue.opening().opens == datetime(2026, 11, 25, 7, tzinfo=VIETNAM)
    office.clock.set(datetime(2026, 11, 27, 17, 30, tzinfo=VIETNAM))  # a Friday
    assert queue.opening().opens == datetime(2026, 11, 30, 7, tzinfo=VIETNAM)
    assert queue.day() is None


def test_an_ended_day_gives_no_number_at_the_kiosk_and_an_officer_opens_it_again(
    office: OpenOffice, queue: Queue
) -> None:
    take(queue)
    assert queue.close_day("son").closed_at == office.clock.now()
    with pytest.raises(CounterError) as closed:
        take(queue, IssueSource.KIOSK)
    assert closed.value.params["opens"] == datetime(2026, 11, 25, 7, tzinfo=VIETNAM)
    queue.set_desk(1, "ha", DeskState.CLOSED)  # going home
    day = queue.day()
    assert day is not None
    assert day.closed_at is not None
    assert seen(take(queue, IssueSource.DESK)) == (MONDAY, 2)
    assert queue.opening().open


@doubtful
def test_after_a_wrong_day_was_ended_the_right_one_goes_on_after_its_last_number(
    office: OpenOffice, queue: Queue
) -> None:
    take(queue)
    office.clock.move(timedelta(days=9))
    assert seen(take(queue)) == (date(2026, 12, 2), 1)
    office.clock.jump(MORNING + timedelta(minutes=30))
    assert seen(take(queue)) == (date(2026, 12, 2), 2)
    queue.close_day("son")
    assert seen(take(queue, IssueSource.KIOSK)) == (MONDAY, 2)
    assert seen(take(queue, IssueSource.KIOSK)) == (MONDAY, 3)


def test_a_day_that_was_forgotten_is_ended_itself_and_not_the_next_one(office: OpenOffice, queue: Queue) -> None:
    waiting = take(queue)
    office.clock.set(datetime(2026, 11, 25, 7, 5, tzinfo=VIETNAM))
    assert queue.close_day("son").day == MONDAY
    assert queue.ticket(waiting.id).state is TicketState.CANCELLED
    assert seen(take(queue, IssueSource.KIOSK)) == (WEDNESDAY, 1)


def test_the_seconds_gone_by_do_not_follow_the_clock() -> None:
    clock = ManualClock(MORNING)
    clock.jump(MORNING + timedelta(days=3))
    clock.move(timedelta(days=-1))
    assert clock.monotonic() == 0
    clock.set(datetime(2026, 11, 26, 1, 55, tzinfo=UTC))
    assert clock.monotonic() == timedelta(days=1).total_seconds()
    assert SystemClock().monotonic() <= SystemClock().monotonic()


STEPS = st.lists(
    st.one_of(
        st.just("take"),
        st.just("restart"),
        st.tuples(st.just("jump"), st.sampled_from((-40, -24, -2, 1, 13, 24, 49))),
        st.tuples(st.just("work"), st.sampled_from((1, 30, 150))),
        st.tuples(st.just("night"), st.sampled_from((4, 14, 40))),
    ),
    min_size=4,
    max_size=14,
)


@pytest.mark.allows_log("counter_app.services.queue_day")
def test_whatever_the_clock_does_each_day_has_its_numbers_from_one_on(tmp_path: Path) -> None:
    open_office(tmp_path / "new").close()

    @settings(max_examples=15, suppress_health_check=list(HealthCheck))
    @given(STEPS)
    def play(steps: list[str | tuple[str, int]]) -> None:
        folder = Path(mkdtemp(dir=tmp_path))
        shutil.copytree(tmp_path / "new", folder, dirs_exist_ok=True)
        office = open_office(folder)
        given_out: dict[date, list[int]] = {}
        order: list[date] = []
        for step in steps:
            if step == "take":
                ticket = take(office.services.queue)
                given_out.setdefault(ticket.day, []).append(ticket.number)
                order.append(ticket.day)
            elif step == "restart":
                office.close()
                office = open_office(folder, clock=office.clock)
            elif step[0] == "jump":
                office.clock.jump(office.clock.now() + timedelta(hours=int(step[1])))
            else:
                office.clock.move(timedelta(**{"minutes" if step[0] == "work" else "hours": int(step[1])}))
        office.close()
        shutil.rmtree(folder)
        assert order == sorted(order)
        assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in given_out.values())

    play()
