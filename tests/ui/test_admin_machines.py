"""Quản trị → Máy trạm, and taking the queue over: real machines on loopback, acted on at the screen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.bootstrap import Counter, join_office
from counter_app.errors import Code
from counter_app.settings import OfficeSettings, Settings, load_settings, save_settings
from sync.office.joining import Joining
from tests.devices.support import refused
from tests.support.office import OpenOffice
from tests.support.waiting import WAIT_MS, Watching
from tests.sync.offices import command, first_station, group_of, joined, until
from tests.sync.test_office_clocks import HourAhead
from tests.ui.test_desk_layout import cut
from ui import theme
from ui.desk.admin.machines.controller import MachinesController
from ui.desk.admin.machines.tab import MachinesTab
from ui.desk.context import DeskContext
from ui.desk.live.controller import LiveController
from ui.desk.live.page import LivePage
from ui.desk.notices import Notices
from ui.machine import Machine
from ui.tasks import Tasks


class Bench(Watching):
    """The tab of one officer at one machine."""

    def __init__(self, bot: QtBot, context: DeskContext) -> None:
        self.bot, self.context = bot, context
        self.tab = MachinesTab()
        self.controller = MachinesController(context, self.tab, self.tab)
        bot.addWidget(self.tab)
        self.tab.resize(1200, 600)
        self.tab.show()
        self.tab.activateWindow()
        self.controller.refresh()
        self.until(lambda: bool(self.tab.table.rows))

    @property
    def said(self) -> str:
        return self.context.notices.all[-1].title if self.context.notices.all else ""

    def cells(self, row: int) -> list[str]:
        return [cell.first for cell in self.tab.table.rows[row]]


def alone(office: OpenOffice, tasks: Tasks, folder: Path, officer: str = "son") -> DeskContext:
    me = next(one for one in office.services.officers.all() if one.id == officer)
    return DeskContext(office.services, tasks, Notices(), 3, me, None, Machine(folder))


def of_counter(counter: Counter, tasks: Tasks) -> DeskContext:
    me = next(one for one in counter.services.officers.all() if one.id == "son")
    return DeskContext(counter.services, tasks, Notices(), 3, me, None, Machine(counter.folder, counter.office))


@pytest.fixture
def first(tmp_path: Path) -> Iterator[Counter]:
    with first_station(tmp_path / "first") as counter:
        yield counter


@pytest.fixture
def many(look: QApplication) -> Iterator[Callable[[Counter], Tasks]]:
    """Make the bridge to a machine; all are closed before the machines."""
    made: list[Tasks] = []

    def make(counter: Counter) -> Tasks:
        made.append(Tasks(counter.services.changes))
        return made[-1]

    yield make
    for tasks in made:
        tasks.close()


def test_the_only_machine_begins_to_keep_the_queue_for_others_from_its_next_start(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path
) -> None:
    save_settings(tmp_path, Settings(desk=3, province_url="https://tinh.example"))
    bench = Bench(qtbot, alone(office, tasks, tmp_path))
    assert bench.cells(0)[1:] == ["Giữ hàng chờ", "đang mở"]
    assert not bench.tab.code_button.isEnabled()
    assert "Muốn thêm máy" in bench.tab.code_note.text()
    bench.controller.focus()
    bench.until(bench.tab.serve.hasFocus)
    QTest.keyClick(bench.tab.serve, Qt.Key.Key_Space)
    bench.tab.board.setFocus()
    bench.tab.board.selectAll()
    QTest.keyClicks(bench.tab.board, "2")
    bench.controller.act()
    bench.until(lambda: "mở lại" in bench.tab.restart.text())
    kept = load_settings(tmp_path)
    assert kept == Settings(desk=3, province_url="https://tinh.example", board=2, office=OfficeSettings(serve=True))


def test_an_address_that_is_none_is_marked_and_a_short_one_is_understood(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path
) -> None:
    bench = Bench(qtbot, alone(office, tasks, tmp_path))
    bench.tab.urls.line.setFocus()
    QTest.keyClicks(bench.tab.urls.line, "http://")
    bench.controller.act()
    assert bench.tab.urls.line.property("wrong") is True
    assert load_settings(tmp_path) == Settings()
    bench.tab.urls.set_text("192.168.1.10 may-2:9000")
    bench.controller.act()
    bench.until(lambda: bool(load_settings(tmp_path).office.urls))
    assert load_settings(tmp_path).office.urls == ("https://192.168.1.10:8471", "https://may-2:9000")


def test_a_desk_may_be_let_go_straight_to_the_province(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path
) -> None:
    bench = Bench(qtbot, alone(office, tasks, tmp_path))
    bench.until(bench.tab.direct.isEnabled)
    bench.tab.direct.setFocus()
    QTest.keyClick(bench.tab.direct, Qt.Key.Key_Space)
    bench.controller.act()
    bench.until(lambda: load_settings(tmp_path).office.direct)


def test_settings_that_cannot_be_read_are_said(qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path) -> None:
    bench = Bench(qtbot, alone(office, tasks, tmp_path))
    (tmp_path / "settings.toml").write_text("desk = [", encoding="utf-8")
    bench.controller.save()
    bench.until(lambda: bench.said.startswith("Tệp cài đặt có chỗ chưa đúng"))


def test_without_the_duty_it_is_only_read(qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path) -> None:
    bench = Bench(qtbot, alone(office, tasks, tmp_path, "ha"))
    tab = bench.tab
    assert tab.locked.isVisible()
    assert not any(part.isEnabled() for part in (tab.serve, tab.urls.line, tab.board, tab.save_button, tab.code_button))


def test_a_code_made_at_the_screen_lets_a_machine_in_and_the_list_shows_it(
    qtbot: QtBot, first: Counter, many: Callable[[Counter], Tasks], tmp_path: Path
) -> None:
    bench = Bench(qtbot, of_counter(first, many(first)))
    assert bench.cells(0)[1] == "Đang giữ hàng chờ"
    assert first.office is not None
    assert first.office.url in bench.tab.facts.text()
    bench.until(bench.tab.code_button.isEnabled)
    QTest.keyClick(bench.tab.code_button, Qt.Key.Key_Return)
    bench.until(bench.tab.code.isVisible)
    assert bench.tab.code.good.text().startswith("Dùng một lần, đến ")
    code = bench.tab.code.code.text().replace(" ", "").replace("–", "-")
    join_office(tmp_path / "second", Joining(first.office.url, code, "Máy quầy 7", ("desk",), 7, find=False))
    assert load_settings(tmp_path / "second").office.urls == (first.office.url,)


def test_each_machine_is_listed_with_its_part_and_its_last_contact(
    qtbot: QtBot, first: Counter, many: Callable[[Counter], Tasks], tmp_path: Path
) -> None:
    bench = Bench(qtbot, of_counter(first, many(first)))
    with joined(first, tmp_path / "second", 7, serve=True):

        def read() -> list[str]:
            bench.controller.refresh()
            return bench.cells(1) if len(bench.tab.table.rows) > 1 else []

        bench.until(lambda: read() == ["Máy quầy 7", "Dự phòng thứ 1", "đang liên lạc"])


def test_a_machine_is_let_in_no_more_and_again_from_the_screen(
    qtbot: QtBot, first: Counter, many: Callable[[Counter], Tasks], tmp_path: Path
) -> None:
    bench = Bench(qtbot, of_counter(first, many(first)))
    with joined(first, tmp_path / "second", 7) as second:
        bench.controller.refresh()
        bench.until(lambda: len(bench.tab.table.rows) == 2)
        bench.tab.table.choose(0)
        assert bench.tab.bar_button.isHidden(), "this machine keeps the queue"
        bench.tab.table.choose(1)
        assert bench.tab.bar_button.text() == "Ngừng cho Máy quầy 7 vào"
        QTest.keyClick(bench.tab.bar_button, Qt.Key.Key_Space)
        bench.until(lambda: bench.cells(1)[2] == "đã ngừng")
        assert second.office is not None
        refused(Code.STATION_REVOKED, lambda: second.services.queue.take_number(group_of(second), command=command()))
        assert first.services.queue.of_today() == ()
        bench.until(lambda: bench.tab.bar_button.text() == "Cho Máy quầy 7 vào lại")
        QTest.keyClick(bench.tab.bar_button, Qt.Key.Key_Space)
        bench.until(lambda: bench.cells(1)[2] != "đã ngừng")
        until(second, lambda status: status.reachable)
        assert second.services.queue.take_number(group_of(second), command=command()).ticket.label


@pytest.mark.expects_log("event=office_time")
@pytest.mark.allows_log("event=clock_wrong")
def test_a_machine_whose_clock_is_wrong_is_named_here_and_told_there(
    qtbot: QtBot, first: Counter, many: Callable[[Counter], Tasks], tmp_path: Path
) -> None:
    bench = Bench(qtbot, of_counter(first, many(first)))
    with joined(first, tmp_path / "second", 7, clock=HourAhead()) as second:

        def read() -> str:
            bench.controller.refresh()
            return bench.tab.table.rows[1][2].second if len(bench.tab.table.rows) > 1 else ""

        bench.until(lambda: read() == "đồng hồ nhanh 60 phút")
        assert "Đồng hồ" not in bench.tab.facts.text()
        there = Bench(qtbot, of_counter(second, many(second)))
        there.until(lambda: "Đồng hồ máy này nhanh 60 phút" in there.tab.facts.text())


def test_the_queue_is_taken_over_at_the_screen_after_a_warning(
    qtbot: QtBot, many: Callable[[Counter], Tasks], tmp_path: Path
) -> None:
    with first_station(tmp_path / "first") as first, joined(first, tmp_path / "second", 7, serve=True) as second:
        first_name = first.office.status().name if first.office else ""
        page = LivePage()
        context = of_counter(second, many(second))
        live = LiveController(context, page, page)
        qtbot.addWidget(page)
        page.resize(1200, 640)
        page.show()
        live.refresh()
        qtbot.waitUntil(page.takeover.isVisible, timeout=WAIT_MS)
        assert page.head_words.text() == f"{first_name} đang giữ hàng chờ."
        QTest.keyClick(page.takeover, Qt.Key.Key_Return)
        assert f"Chỉ tiếp quản khi {first_name} đã tắt hẳn" in page.question.text
        QTest.keyClick(page.question.no, Qt.Key.Key_Escape)
        assert not page.asking
        first.close()
        QTest.keyClick(page.takeover, Qt.Key.Key_Return)
        live.act()
        assert second.office is not None
        node = second.office
        qtbot.waitUntil(lambda: node.status().in_charge, timeout=WAIT_MS)

        def told() -> bool:
            live.refresh()
            return page.head_words.text().startswith("Máy này đang giữ hàng chờ")

        qtbot.waitUntil(told, timeout=WAIT_MS)
        assert not page.takeover.isVisible()


def test_who_may_not_direct_the_queue_may_not_take_it_over(first: Counter) -> None:
    node, before = first.office, first.journal.last_seq
    assert node is not None
    refused(Code.DUTY_MISSING, lambda: node.take_over("ha"))
    assert first.journal.last_seq == before


def test_a_machine_that_falls_silent_is_seen_without_asking(
    qtbot: QtBot, many: Callable[[Counter], Tasks], tmp_path: Path
) -> None:
    with first_station(tmp_path / "first") as first, joined(first, tmp_path / "second", 7) as second:
        page = LivePage()
        live = LiveController(of_counter(second, many(second)), page, page)
        qtbot.addWidget(page)
        page.show()
        live.refresh()
        qtbot.waitUntil(lambda: page.head_words.text().endswith("đang giữ hàng chờ."), timeout=WAIT_MS)
        first.close()
        qtbot.waitUntil(lambda: page.head_words.text().startswith("Không máy nào giữ hàng chờ"), timeout=WAIT_MS)


@pytest.mark.parametrize("width, height, scale", [(1269, 600, 1.0), (1173, 560, 2.0)])
def test_no_word_is_cut(
    qtbot: QtBot,
    office: OpenOffice,
    tasks: Tasks,
    tmp_path: Path,
    look: QApplication,
    width: int,
    height: int,
    scale: float,
) -> None:
    theme.apply(look, scale=scale)
    bench = Bench(qtbot, alone(office, tasks, tmp_path))
    bench.tab.resize(width, height)
    bench.tab.code.present("ABCD-EF2H-JK7M-K7QM-4TXA", "Dùng một lần, đến 11:08.", "Ở máy mới: ghi mã này.")
    bench.tab.restart.setText("Đã lưu. Đóng chương trình rồi mở lại ở máy này để áp dụng.")
    bench.until(lambda: cut(bench.tab) == [])
