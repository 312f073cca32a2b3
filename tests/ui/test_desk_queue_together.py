"""Several desks on one queue: sent on and back, help in an emergency, an office that does not answer, going home."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter_app.demo.commune import FOLLOW_BASE
from counter_app.domain.queue_commands import QueueCommand
from counter_app.domain.queue_facts import DeskState, QueueTaken
from counter_app.domain.tickets import TicketState
from counter_app.errors import Code, CounterError
from counter_app.services.bundle import make_services
from counter_app.services.queue_authority import LocalAuthority
from counter_app.services.setup import office_of
from tests.support.office import NoPrinter, OpenOffice
from tests.support.typing import press
from tests.ui.desk_kit import Desk, open_desk, take_numbers
from tests.ui.queue_kit import call, choices, choose, labels, sheet, shown, state, told
from ui.components.banner import Banner
from ui.components.key_button import KeyButton
from ui.tasks import Tasks

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ENTER, F2, F6 = Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_F6


@pytest.fixture
def two(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> Iterator[tuple[Desk, Desk]]:
    """Desk 3 of Hà and desk 2 of Lan, on one journal."""
    take_numbers(office, 4)
    other = Tasks(office.services.changes)
    with (
        open_desk(qtbot, office, other, officer_id="lan", number=2) as second,
        open_desk(qtbot, office, tasks) as first,
    ):
        first.until(lambda: shown(first) != "" and shown(second) != "")
        yield first, second
    other.close()


def turn_to(desk: Desk) -> None:
    """Sit down at a desk."""
    desk.window.activateWindow()
    desk.until(desk.window.isActiveWindow)
    desk.window.receive_page.form.procedure.line.setFocus()


def test_a_number_sent_to_one_desk_comes_back_afterwards(two: tuple[Desk, Desk]) -> None:
    first, second = two
    queue = first.office.services.queue
    called = call(first)
    press(F6)
    first.until(lambda: sheet(first) == "transfer")
    choose(first, "desk:2")
    first.window.frame.queue.sheet.tick.setChecked(True)
    press(ENTER)
    first.until(lambda: state(first, called) is TicketState.ISSUED)
    second.until(lambda: shown(second) == f"Tiếp: {called.label} · được chuyển đến quầy này")
    turn_to(second)
    assert call(second).id == called.id
    second.window.queue.finish()
    first.until(lambda: state(first, called) is TicketState.ISSUED)
    assert queue.ticket(called.id).only_desk == 3
    first.until(lambda: shown(first) == f"Tiếp: {called.label} · được chuyển đến quầy này")


def test_a_closed_desk_is_not_offered(two: tuple[Desk, Desk]) -> None:
    first, second = two
    call(first)
    second.window.queue.seat.set_state(DeskState.CLOSED)
    first.until(lambda: any(seat.desk == 2 for seat in first.office.services.queue.view(3).seats))
    first.until(lambda: offered(first) == {1: True, 2: False})


def offered(desk: Desk) -> dict[int, bool]:
    """Which desks F6 offers."""
    desk.window.queue.ask_transfer()
    found = {int(id_[5:]): one.enabled for id_, one in choices(desk).items() if id_.startswith("desk:")}
    desk.window.frame.queue.sheet.leave()
    return found


def test_help_is_asked_for_seen_elsewhere_accepted_and_over(two: tuple[Desk, Desk]) -> None:
    first, second = two
    turn_to(first)
    press(Qt.Key.Key_H, CTRL_SHIFT)
    second.until(lambda: "Quầy 3 cần hỗ trợ gấp!" in told(second))
    first.until(lambda: any(title.startswith("Đã báo các quầy khác") for title in told(first)))
    turn_to(second)
    press(Qt.Key.Key_A, CTRL_SHIFT)
    first.until(lambda: "Quầy 2 đang đến hỗ trợ." in told(first))
    second.until(lambda: told(second) == ["Đang hỗ trợ quầy 3."])
    turn_to(first)
    press(Qt.Key.Key_H, CTRL_SHIFT)
    first.until(lambda: told(first) == [] and told(second) == [])


def test_the_banner_of_an_emergency_cannot_be_waved_away(two: tuple[Desk, Desk]) -> None:
    first, second = two
    turn_to(first)
    press(Qt.Key.Key_H, CTRL_SHIFT)
    second.until(lambda: "Quầy 3 cần hỗ trợ gấp!" in told(second))
    second.until(lambda: len(second.window.receive_page.head.banners.findChildren(Banner)) == 1)
    buttons = second.window.receive_page.head.banners.findChildren(KeyButton)
    assert [one.text() for one in buttons] == ["Tôi đến"]


def test_another_station_that_keeps_the_queue_is_told(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    here = office.services.office.id

    def taken(term: int, rank: int) -> None:
        with office.journal.transaction() as transaction:
            transaction.append(f"queuehead/{here}", QueueTaken(here, term, rank), "station")

    taken(1, 0)
    with open_desk(qtbot, office, tasks) as desk:
        desk.until(lambda: "Không còn ai chờ ở quầy này." in [label.text() for label in labels(desk)])
        taken(2, 1)
        desk.until(lambda: told(desk) == ["Một máy khác đã tiếp quản hàng chờ lúc 08:55."])
        taken(3, 0)
        desk.until(lambda: told(desk) == ["Máy chính đã giữ lại hàng chờ lúc 08:55."])


@dataclass
class FarOffice:
    """The office's station over a bad line: it hears nothing, or does it and is not heard, or takes its time."""

    inner: LocalAuthority
    ids: list[str]
    lost: int = 0
    deaf: int = 0
    gate: threading.Event | None = None

    def submit(self, command: QueueCommand, command_id: str) -> str:
        self.ids.append(command_id)
        if self.gate is not None:
            self.gate.wait(9)
        if self.deaf:
            self.deaf -= 1
            raise CounterError(Code.OFFICE_AWAY)
        done = self.inner.submit(command, command_id)
        if self.lost:
            self.lost -= 1
            raise CounterError(Code.OFFICE_AWAY)
        return done


@pytest.fixture
def far(office: OpenOffice) -> tuple[OpenOffice, FarOffice]:
    made: list[FarOffice] = []

    def authority(local: LocalAuthority) -> FarOffice:
        made.append(FarOffice(local, []))
        return made[0]

    journal = office.journal
    services = make_services(journal, office_of(journal), NoPrinter(), FOLLOW_BASE, authority=authority)
    return OpenOffice(services, journal, office.clock), made[0]


def test_what_got_no_answer_is_tried_again_under_its_id_and_done_once(
    qtbot: QtBot, far: tuple[OpenOffice, FarOffice], tasks: Tasks
) -> None:
    office, line = far
    take_numbers(office, 3)
    with open_desk(qtbot, office, tasks) as desk:
        desk.until(lambda: shown(desk) != "")
        line.ids.clear()
        line.lost = 1
        press(F2)
        desk.until(lambda: told(desk) == ["Máy giữ hàng chờ không trả lời từ 08:55."])
        (banner,) = desk.window.receive_page.head.banners.findChildren(Banner)
        next(one for one in banner.findChildren(KeyButton) if one.text() == "Thử lại").click()
        desk.until(lambda: told(desk) == [] and desk.window.queue.mine is not None)
        assert len(line.ids) == 2
        assert len(set(line.ids)) == 1
        assert sum(one.calls for one in office.services.queue.of_today()) == 1


def test_an_office_that_answers_again_is_not_said_to_be_silent(
    qtbot: QtBot, far: tuple[OpenOffice, FarOffice], tasks: Tasks
) -> None:
    office, line = far
    take_numbers(office, 1)
    with open_desk(qtbot, office, tasks) as desk:
        desk.until(lambda: shown(desk) != "")
        line.deaf = 1
        press(F2)
        desk.until(lambda: told(desk) == ["Máy giữ hàng chờ không trả lời từ 08:55."])
        office.services.queue.take_number(office.services.catalogue.groups()[0].id, command="later")
        desk.until(lambda: told(desk) == ["Máy giữ hàng chờ đã trả lời lại."])
        *_, banner = desk.window.receive_page.head.banners.findChildren(Banner)
        next(one for one in banner.findChildren(KeyButton) if one.text() == "Thử lại").click()
        desk.until(lambda: told(desk) == [] and desk.window.queue.mine is not None)


def test_the_same_key_again_keeps_the_id_too(qtbot: QtBot, far: tuple[OpenOffice, FarOffice], tasks: Tasks) -> None:
    office, line = far
    take_numbers(office, 1)
    with open_desk(qtbot, office, tasks) as desk:
        desk.until(lambda: shown(desk) != "")
        line.ids.clear()
        line.deaf = 1
        for count in (1, 2):
            press(F2)
            desk.until(lambda: not desk.window.queue.asking.busy)
            assert len(line.ids) == count
        assert len(set(line.ids)) == 1
        desk.until(lambda: desk.window.queue.mine is not None)


def test_a_slow_office_holds_up_no_form(qtbot: QtBot, far: tuple[OpenOffice, FarOffice], tasks: Tasks) -> None:
    office, line = far
    take_numbers(office, 2)
    with open_desk(qtbot, office, tasks) as desk:
        desk.until(lambda: shown(desk) != "")
        line.gate = threading.Event()
        press(F2)
        desk.window.receive.choose("1.004873")
        desk.until(lambda: saved(office) == "1.004873")
        assert desk.window.queue.asking.busy
        line.gate.set()
        desk.until(lambda: desk.window.queue.mine is not None)


def saved(office: OpenOffice) -> str:
    """The procedure of the half-filled form, as it is on the disk."""
    draft = office.services.reception.draft(3)
    return draft.procedure if draft is not None else ""


def desk_state(office: OpenOffice) -> DeskState | None:
    """What desk 3 is doing, as the queue knows it."""
    seat = office.services.queue.view(3).seat
    return seat.state if seat is not None else None


def go_home(desk: Desk) -> None:
    """Close the window as a person does."""
    desk.window.asks_to_leave = True
    desk.window.close()


def test_whoever_goes_home_leaves_no_open_desk_behind(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    queue = office.services.queue
    queue.set_desk(3, "ha", DeskState.OPEN)
    with open_desk(qtbot, office, tasks) as desk:
        desk.until(lambda: desk.window.frame.queue.panel.foot.state.text() == "Đang mở")
        desk.until(lambda: desk.window.queue.seat.officer == "ha")
        with qtbot.waitSignal(desk.window.signed_out):
            go_home(desk)
        desk.until(lambda: desk_state(office) is DeskState.CLOSED)


def test_a_number_still_open_is_asked_about_before_going_home(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    take_numbers(office, 2)
    with open_desk(qtbot, office, tasks) as desk:
        called = call(desk)
        go_home(desk)
        assert desk.window.isVisible()
        desk.until(lambda: told(desk) == [f"Quầy còn số {called.label} chưa xong."])
        (banner,) = desk.window.receive_page.head.banners.findChildren(Banner)
        with qtbot.waitSignal(desk.window.signed_out):
            next(one for one in banner.findChildren(KeyButton) if one.text() == "Kết thúc và ra về").click()
        desk.until(lambda: state(desk, called) is TicketState.FINISHED)
        desk.until(lambda: desk_state(office) is DeskState.CLOSED)


def test_a_desk_that_another_officer_left_open_is_taken_over(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    take_numbers(office, 2)
    office.services.queue.set_desk(3, "lan", DeskState.OPEN)
    with open_desk(qtbot, office, tasks) as desk:
        desk.until(lambda: shown(desk) != "")
        press(F2)
        desk.until(lambda: told(desk) == ["Quầy 3 đang có cán bộ khác ngồi."])
        (banner,) = desk.window.receive_page.head.banners.findChildren(Banner)
        next(one for one in banner.findChildren(KeyButton) if one.text() == "Nhận quầy này").click()
        desk.until(lambda: desk.window.queue.mine is not None and desk.window.queue.seat.officer == "ha")
