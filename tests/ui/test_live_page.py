"""Điều hành: the office as it is now, kept fresh, and what a manager does about it, by keyboard."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from counter_app.domain.facts import RatingSource
from counter_app.domain.queue_facts import DeskState, KioskMode
from counter_app.domain.tickets import TicketState
from counter_app.domain.waiting_time import EstimateScore
from counter_app.errors import Code
from counter_app.ports import DeviceKind, DeviceState, DeviceStatus
from tests.support.office import OpenOffice
from tests.support.typing import press, type_text
from tests.ui.desk_kit import Desk, open_desk
from tests.ui.test_desk_layout import cut
from ui import theme
from ui.desk.live import words
from ui.desk.live.controller import LiveController
from ui.desk.page_keys import LIVE
from ui.tasks import Tasks

CTRL = Qt.KeyboardModifier.ControlModifier


class Manager:
    """The page at one officer's desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.office = desk, desk.office
        press(Qt.Key.Key_6, CTRL)
        assert desk.window.page == LIVE
        live = desk.window.live
        assert live is not None
        self.live: LiveController = live
        self.page = live.page
        desk.until(lambda: self.live.seen is not None)

    def until_desk(self, row: int, words_: str) -> None:
        self.desk.until(lambda: any(words_ in f"{cell.first} {cell.second}" for cell in self.page.desks.rows[row]))

    @property
    def said(self) -> list[str]:
        return [notice.title for notice in self.desk.window.notices.all]


def take(office: OpenOffice, count: int) -> None:
    group = office.services.queue_choices.groups()[0].group.id
    for number in range(count):
        office.services.queue.take_number(group, command=f"{number:032x}")


@pytest.fixture
def manager(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> Iterator[Manager]:
    with open_desk(qtbot, office, tasks, officer_id="son") as desk:
        yield Manager(desk)


def test_what_happens_at_the_desks_is_seen_without_asking(manager: Manager) -> None:
    office, queue = manager.office, manager.office.services.queue
    take(office, 2)
    ticket = queue.call_next(1, "ha", command="a" * 32)
    manager.until_desk(0, ticket.label)
    assert manager.page.figures["waiting"].text == "1"
    queue.start_service(ticket.id, 1, "ha")
    office.clock.move(timedelta(minutes=8))
    rating = queue.finish(ticket.id, "ha")
    office.services.ratings.give(rating.id, 4, RatingSource.SCREEN)
    manager.until_desk(0, "TB 8,0 phút")
    manager.until_desk(0, "4,0/5")
    queue.set_desk(2, "minh", DeskState.BREAK)
    manager.until_desk(1, "Đang nghỉ từ")


def test_who_waits_longer_than_the_rule_allows_stands_out_by_a_sign(manager: Manager) -> None:
    take(manager.office, 1)
    manager.desk.until(lambda: manager.page.groups.rows[0][1].first == "1 người")
    manager.office.clock.move(timedelta(minutes=46))
    manager.live.refresh()  # as its clock does each minute
    manager.desk.until(lambda: manager.page.groups.rows[0][1].second == "lâu nhất 46 phút")
    assert manager.page.groups.rows[0][1].tone.icon == "alert-octagon"


def test_a_device_that_fails_is_said_first_and_in_words(manager: Manager) -> None:
    log, now = manager.office.services.fleet_log, manager.office.clock.now()
    log.record(DeviceStatus(DeviceKind.KEYPAD, "K", DeviceState.READY, None, now))
    log.record(DeviceStatus(DeviceKind.PRINTER, "P", DeviceState.FAULTY, Code.PAPER_OUT, now))
    manager.desk.until(lambda: manager.page.figures["faults"].text == "1")

    def shown() -> list[str]:
        return [label.text() for label in manager.page.findChildren(QLabel) if label.isVisible()]

    manager.desk.until(lambda: "Hết giấy từ 08:55" in shown())
    assert shown().index("Hết giấy từ 08:55") < shown().index("Sẵn sàng")


def test_giving_out_numbers_is_stopped_with_a_word_to_citizens_and_begun_again(manager: Manager) -> None:
    foot, queue = manager.page.foot, manager.office.services.queue
    foot.mode.button(2).setFocus()
    press(Qt.Key.Key_Space)
    foot.note.line.setFocus()
    type_text("Mat dien")
    press(Qt.Key.Key_Return, CTRL)
    manager.desk.until(lambda: queue.opening().mode is KioskMode.CLOSED)
    assert queue.opening().note == "Mat dien"
    manager.desk.until(lambda: manager.page.head.chip.text.startswith("Ngừng phát số"))
    manager.desk.until(lambda: not foot.apply.isEnabled())
    foot.mode.button(1).click()
    press(Qt.Key.Key_Return, CTRL)
    manager.desk.until(lambda: queue.opening().open)
    manager.desk.until(lambda: "Đã mở phát số, cho đến khi ông/bà đổi lại." in manager.said)


def test_what_is_being_typed_stays_while_the_office_goes_on(manager: Manager) -> None:
    manager.page.foot.note.line.setFocus()
    type_text("Mat")
    take(manager.office, 1)
    manager.desk.until(lambda: manager.page.figures["waiting"].text == "1")
    assert manager.page.foot.note.text == "Mat"


def test_the_end_of_the_day_says_what_it_ends_and_asks_once(manager: Manager) -> None:
    office, queue = manager.office, manager.office.services.queue
    take(office, 3)
    first = queue.call_next(1, "ha", command="a" * 32)
    queue.start_service(first.id, 1, "ha")
    manager.desk.until(lambda: manager.page.figures["at_desks"].text == "1" and manager.page.foot.end_day.isEnabled())
    manager.page.foot.end_day.click()
    assert "2 số đang chờ bị hủy, 1 số đang phục vụ được kết thúc" in manager.page.question.text
    manager.desk.until(manager.page.question.no.hasFocus)
    press(Qt.Key.Key_Escape)
    assert not manager.page.asking
    assert queue.ticket(first.id).state is TicketState.SERVING

    manager.page.foot.end_day.click()
    press(Qt.Key.Key_Return, CTRL)
    manager.desk.until(lambda: queue.ticket(first.id).state is TicketState.FINISHED)
    manager.desk.until(lambda: manager.page.head.chip.text == "Đã kết thúc ngày")
    assert {one.state for one in queue.of_today()} == {TicketState.FINISHED, TicketState.CANCELLED}
    manager.desk.until(lambda: not manager.page.foot.end_day.isEnabled())


def test_without_the_duty_it_is_only_read(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    take(office, 1)
    with open_desk(qtbot, office, tasks, officer_id="ha") as desk:
        page = Manager(desk).page
        desk.until(page.locked.isVisible)
        acts = (page.foot.apply, page.foot.end_day, page.foot.note.line, page.foot.mode.button(1))
        assert not any(act.isEnabled() for act in acts)


@pytest.mark.parametrize("width, height, scale", [(1366, 768, 1.0), (1920, 1080, 2.0), (1366, 768, 2.0)])
def test_no_word_is_cut_and_no_column_hides(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, look: QApplication, width: int, height: int, scale: float
) -> None:
    theme.apply(look, scale=scale)
    take(office, 2)
    with open_desk(qtbot, office, tasks, officer_id="son") as desk:
        desk.window.resize(width, height)
        page = Manager(desk).page
        desk.until(lambda: page.width() > 0 and page.groups.width() <= page.width())
        desk.until(lambda: cut(page) == [])  # the parts find their places when the window has drawn
        for table in (page.desks, page.groups):
            assert table.horizontalHeader().length() <= table.viewport().width() + 1
        assert page.groups.height() >= page.groups.rowHeight(0) * len(page.groups.rows)


def test_how_good_the_foretold_waits_were_is_said_as_a_person_reads_it() -> None:
    assert words.score_words(EstimateScore(20, 240.0, 350.0, 0.8)) == (
        "Thời gian chờ báo trước lệch trung bình 6 phút; 8/10 người chờ trong khoảng đã báo (20 người)."
    )
    assert words.score_words(EstimateScore()).startswith("Hôm nay chưa có ai")


def test_a_row_that_is_chosen_stays_chosen_through_fresh_figures(manager: Manager) -> None:
    manager.page.desks.choose(1)
    take(manager.office, 1)
    queue = manager.office.services.queue
    queue.call_next(1, "ha", command="a" * 32)
    manager.until_desk(0, "gọi lần 1")
    assert manager.page.desks.current == 1
    QTest.keyClick(manager.page.desks, Qt.Key.Key_Down)
    assert manager.page.desks.current == 2


def test_answers_that_look_odd_are_said_and_count_all_the_same(manager: Manager) -> None:
    office, queue = manager.office, manager.office.services.queue
    take(office, 2)
    for place, command in enumerate("ab"):
        ticket = queue.call_next(1, "ha", command=command * 32)
        queue.start_service(ticket.id, 1, "ha")
        rating = queue.finish(ticket.id, "ha")
        office.clock.move(timedelta(seconds=5 * place))
        office.services.ratings.press(1, 4)
        assert rating.desk == 1
    manager.desk.until(lambda: manager.page.odd.isVisible())
    assert manager.page.odd.text().endswith("Quầy 1: 1 ý kiến đến trong vòng 1 giây sau câu hỏi.")
    manager.until_desk(0, "4,0/5")
