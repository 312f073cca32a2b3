"""What an office tells its citizens to wait: from its own services, its open desks, and scored afterwards."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from counter_app.clocks import business_day
from counter_app.domain.facts import Priority
from counter_app.domain.places import Desk
from counter_app.domain.queue_facts import DeskState, WaitEstimate
from counter_app.domain.tickets import Ticket
from counter_app.domain.waiting_time import EstimateScore
from counter_app.services.waiting_times import WaitingTimes, scores_of
from counter_app.store.tickets import OfDay
from tests.support.office import OpenOffice, open_office

CIVIL, LAND = "civil-status", "land"


@dataclass(frozen=True)
class Foretold:
    """Tells the wait of who would come now."""

    office: OpenOffice
    times: WaitingTimes

    def tell(self, group: str, urgent: bool = False, *, quick: bool = False) -> WaitEstimate | None:
        journal = self.office.journal
        with journal.database.read() as connection:
            day, now = business_day(journal.clock), journal.clock.now()
            of = OfDay(connection, self.office.services.office.id, day, now)
            return self.times.foretell(of, group, urgent, quick=quick)


@pytest.fixture(scope="module")
def set_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("set-up")
    open_office(folder).close()
    return folder


@pytest.fixture
def office(set_up: Path, tmp_path: Path) -> Iterator[OpenOffice]:
    shutil.copytree(set_up, tmp_path, dirs_exist_ok=True)
    with open_office(tmp_path) as opened:
        yield opened


@pytest.fixture
def times(office: OpenOffice) -> Foretold:
    return Foretold(office, WaitingTimes(office.journal, office.services.office.id))


class Hall:
    """Citizens and one officer at desk 1, with a clock that moves as they do."""

    def __init__(self, office: OpenOffice) -> None:
        self.office, self.count = office, 0
        self.queue = office.services.queue

    def comes(self, group: str = CIVIL, priority: Priority | None = None) -> Ticket:
        self.count += 1
        return self.queue.take_number(group, priority, command=f"{self.count:032x}").ticket

    def goes_by(self, minutes: float) -> None:
        self.office.clock.move(timedelta(minutes=minutes))

    def called(self, desk: int = 1) -> Ticket:
        self.count += 1
        officer = ("ha", "minh", "lan")[desk - 1]
        called = self.queue.call_next(desk, officer, command=f"{self.count:032x}")
        return self.queue.start_service(called.id, desk, officer)

    def served(self, minutes: float, desk: int = 1) -> None:
        ticket = self.called(desk)
        self.goes_by(minutes)
        self.queue.finish(ticket.id)


@pytest.fixture
def hall(office: OpenOffice) -> Hall:
    return Hall(office)


def only_desk_one(office: OpenOffice) -> None:
    for desk in office.services.queue_choices.desks():
        if desk.number != 1:
            office.services.queue.set_desk(desk.number, "son", DeskState.CLOSED)


def likely(times: Foretold, group: str = CIVIL, urgent: bool = False) -> float:
    told = times.tell(group, urgent)
    assert told is not None
    return told.likely_s / 60


def planned(office: OpenOffice, group: str = CIVIL) -> int:
    return next(one.group.minutes for one in office.services.queue_choices.groups() if one.group.id == group)


def test_before_anything_was_measured_the_planned_minutes_are_told(
    office: OpenOffice, hall: Hall, times: Foretold
) -> None:
    only_desk_one(office)
    hall.comes()
    hall.called()
    hall.comes()
    assert likely(times) == 2 * planned(office)


def test_what_services_really_take_is_told_from_then_on(office: OpenOffice, hall: Hall, times: Foretold) -> None:
    only_desk_one(office)
    for _ in range(21):
        hall.comes()
        likely(times)  # asked all the time, as it is in an office: each service is counted once
        hall.served(3)
    for _ in range(4):
        hall.comes()
    hall.called()
    assert likely(times) == pytest.approx(4 * 3, abs=0.5)
    again = Foretold(office, WaitingTimes(office.journal, office.services.office.id))
    assert likely(again) == likely(times)


def test_the_days_before_count_on_the_next_morning(office: OpenOffice, hall: Hall, times: Foretold) -> None:
    for _ in range(21):
        hall.comes()
        hall.served(4)
    likely(times)
    hall.goes_by(2 * 24 * 60)
    only_desk_one(office)
    for _ in range(3):
        hall.comes()
    hall.called()
    assert likely(times) == pytest.approx(3 * 4, abs=0.5)


def test_desks_shorten_the_wait_as_they_open_and_lengthen_it_as_they_close(
    office: OpenOffice, hall: Hall, times: Foretold
) -> None:
    for _ in range(6):
        hall.comes()
    all_expected = likely(times)
    only_desk_one(office)
    alone = likely(times)
    office.services.queue.set_desk(2, "minh", DeskState.OPEN)
    two = likely(times)
    office.services.queue.set_desk(2, "minh", DeskState.BREAK)
    with_a_break = likely(times)
    assert all_expected < two < with_a_break < alone
    assert alone == 6 * planned(office)


def test_nobody_is_told_a_wait_when_every_desk_has_closed(office: OpenOffice, hall: Hall, times: Foretold) -> None:
    only_desk_one(office)
    office.services.queue.set_desk(1, "ha", DeskState.CLOSED)
    assert times.tell(CIVIL) is None


def test_desks_that_nobody_opened_are_not_counted_on_later_in_the_day(
    office: OpenOffice, hall: Hall, times: Foretold
) -> None:
    office.services.queue.set_desk(1, "ha", DeskState.OPEN)
    for _ in range(6):
        hall.comes()
    expected = likely(times)
    hall.goes_by(31)
    assert likely(times) > expected


def test_a_desk_that_does_not_serve_the_group_does_not_help(office: OpenOffice, hall: Hall, times: Foretold) -> None:
    only_desk_one(office)
    office.services.queue_choices.define_desk(Desk(1, office.services.office.id, (LAND,)), "son")
    assert times.tell(CIVIL) is None
    assert times.tell(LAND) is not None


def test_those_with_priority_are_told_less(office: OpenOffice, hall: Hall, times: Foretold) -> None:
    only_desk_one(office)
    for _ in range(4):
        hall.comes()
    assert likely(times, urgent=True) < likely(times)


def test_who_collects_a_result_is_told_the_shorter_wait_where_a_desk_calls_short_matters_first(
    office: OpenOffice, hall: Hall, times: Foretold
) -> None:
    only_desk_one(office)
    hall.comes()
    hall.called()
    for _ in range(4):
        hall.comes()
    assert times.tell(CIVIL, quick=True) == times.tell(CIVIL)
    desk = next(desk for desk in office.services.queue_choices.desks() if desk.number == 1)
    office.services.queue_choices.define_desk(replace(desk, quick=True), "son")
    short = times.tell(CIVIL, quick=True)
    assert short is not None
    assert short.likely_s <= 60 * planned(office) < 60 * likely(times)
    told = office.services.queue.take_number(CIVIL, command="f" * 32, dossier="d" * 32).estimate
    assert told is not None
    assert told.likely_s == short.likely_s
    assert hall.comes().estimate != told


def test_a_board_reads_who_waits_without_working_out_how_long(office: OpenOffice, hall: Hall) -> None:
    hall.comes()
    hall.comes(LAND)
    shown, told = office.services.board.view().waiting, office.services.queue.waiting()
    assert [(one.group, one.waiting) for one in shown] == [(one.group, one.waiting) for one in told]
    assert (any(one.estimate for one in shown), all(one.estimate for one in told)) == (False, True)


def test_noon_is_counted_for_those_who_will_not_be_called_before(office: OpenOffice, hall: Hall) -> None:
    with_hours = Foretold(
        office, WaitingTimes(office.journal, office.services.office.id, office.services.calendar.calendar)
    )
    without = Foretold(office, WaitingTimes(office.journal, office.services.office.id))
    hall.goes_by(150)  # 11:25
    only_desk_one(office)
    office.services.queue.set_desk(1, "ha", DeskState.OPEN)
    for _ in range(3):
        hall.comes()
    sessions = office.services.calendar.calendar().sessions(business_day(office.clock))
    noon = (sessions[1][0] - sessions[0][1]).total_seconds() / 60
    assert likely(without) < 60 < noon < likely(with_hours) <= likely(without) + noon


def test_the_ticket_bears_what_was_told_and_the_day_scores_it(office: OpenOffice, hall: Hall) -> None:
    only_desk_one(office)
    first, second = hall.comes(), hall.comes()
    assert first.estimate is not None
    assert second.estimate is not None
    assert (first.estimate.likely_s, second.estimate.likely_s) == (0, 60 * planned(office))
    hall.served(planned(office) + 2)
    hall.served(1)
    scores = scores_of(office.services.queue.of_today())
    assert scores[CIVIL] == scores[""] == replace(scores[""], count=2, median_error_s=60, mean_error_s=60)
    assert scores[""].within == 1
    assert scores_of([]) == {"": EstimateScore()}
