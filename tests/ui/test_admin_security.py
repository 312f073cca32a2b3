"""Quản trị → Nhật ký an toàn: read, narrowed, exported and sent away at the screen."""

import csv
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app.domain.places import Officer
from counter_app.services.security_log import SecurityKind
from counter_app.settings import load_settings
from tests.support.collector import CollectorServer
from tests.support.office import OpenOffice
from tests.support.waiting import Watching
from ui.desk.admin.security import words as security_words
from ui.desk.admin.security.controller import PAGE, SecurityController
from ui.desk.admin.security.tab import SecurityTab
from ui.desk.admin.security.words import KindGroup
from ui.desk.context import DeskContext
from ui.desk.notices import Notices
from ui.machine import Machine
from ui.tasks import Tasks


class Bench(Watching):
    """The tab of one officer."""

    def __init__(self, bot: QtBot, context: DeskContext, file: Path | None = None) -> None:
        self.bot, self.context = bot, context
        self.tab = SecurityTab()
        self.controller = SecurityController(context, self.tab, self.tab, lambda _: file)
        bot.addWidget(self.tab)
        self.tab.resize(1200, 600)
        self.tab.show()
        self.tab.activateWindow()
        self.controller.refresh()

    @property
    def kinds(self) -> list[str]:
        return [event.kind for event in self.tab.table.events]

    def choose(self, group: KindGroup) -> None:
        box = self.tab.group
        box.setCurrentIndex(box.findData(group.value))
        box.activated.emit(box.currentIndex())


def context(office: OpenOffice, tasks: Tasks, folder: Path, officer: str = "son") -> DeskContext:
    me: Officer = next(one for one in office.services.officers.all() if one.id == officer)
    return DeskContext(office.services, tasks, Notices(), 3, me, None, Machine(folder))


def some_events(office: OpenOffice) -> None:
    security = office.services.security
    security.note(SecurityKind.SIGNED_IN, officer="lan")
    office.clock.move(timedelta(days=1))
    security.note(SecurityKind.SIGN_IN_FAILED, officer="ha", tries=3)
    security.note(SecurityKind.EXPORTED, officer="ha", list="dossiers", rows=12, whole="no")
    security.note(SecurityKind.JOURNAL_TAMPERED, subject="x/1", what="the hash does not match")


def test_the_newest_row_is_the_first_and_says_who_what_and_how_grave(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path
) -> None:
    some_events(office)
    bench = Bench(qtbot, context(office, tasks, tmp_path))
    bench.until(lambda: len(bench.kinds) == 4)
    assert bench.kinds == ["journal-tampered", "exported", "sign-in-failed", "signed-in"]
    time, event, who, severity = bench.tab.table.words(2)
    assert (time, event) == ("08:55:00, 24/11/2026", "Sai mật khẩu hoặc mã lần 3")
    assert (who, severity) == ("Lê Thị Thu Hà, ha", "Chú ý")
    assert bench.tab.table.words(1)[1].startswith("Xuất danh sách ra tệp, 12 dòng, danh sách: hồ sơ")
    assert bench.tab.table.words(0)[2:] == ("Máy tự ghi", "Nghiêm trọng")
    assert bench.tab.count.text() == "4 dòng"


def test_it_is_narrowed_by_group_officer_day_and_words_without_marks(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path
) -> None:
    some_events(office)
    bench = Bench(qtbot, context(office, tasks, tmp_path))
    bench.until(lambda: len(bench.kinds) == 4)
    bench.choose(KindGroup.SIGN_IN)
    bench.until(lambda: bench.kinds == ["sign-in-failed", "signed-in"])
    bench.tab.day.setFocus()
    QTest.keyClicks(bench.tab.day, "23/11")
    bench.until(lambda: bench.kinds == ["signed-in"])
    bench.tab.day.selectAll()
    QTest.keyClicks(bench.tab.day, "x")
    bench.until(lambda: bench.tab.day.property("wrong") is True)
    QTest.keyClick(bench.tab.day, Qt.Key.Key_Backspace)
    bench.choose(KindGroup.ALL)
    QTest.keyClicks(bench.tab.line, "xuat thu ha")
    bench.until(lambda: bench.kinds == ["exported"])
    bench.tab.line.setText("xyzw")
    bench.controller.read()
    bench.until(lambda: "Không có dòng nào" in bench.tab.words.text() and bench.tab.words.isVisible())
    bench.tab.line.setText("")
    box = bench.tab.officer
    box.setCurrentIndex(box.findData("lan"))
    box.activated.emit(box.currentIndex())
    bench.until(lambda: bench.kinds == ["signed-in"])


def test_a_long_record_is_read_page_by_page(qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path) -> None:
    with office.journal.transaction():  # all of them in one commit
        for _ in range(PAGE + 30):
            office.services.security.note(SecurityKind.LOOKED_AT, officer="ha", subject="dossier/1")
    office.services.security.flush()
    bench = Bench(qtbot, context(office, tasks, tmp_path))
    bench.until(lambda: len(bench.kinds) == PAGE)
    assert "còn nữa" in bench.tab.count.text()
    bench.controller.focus()
    QTest.keyClick(bench.tab.table, Qt.Key.Key_End)
    bench.until(lambda: len(bench.kinds) == PAGE + 30)
    assert [event.id for event in bench.tab.table.events] == list(range(PAGE + 30, 0, -1))
    assert bench.tab.count.text() == f"{PAGE + 30} dòng"


def test_what_is_seen_is_written_to_a_file_and_that_is_an_event(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path
) -> None:
    some_events(office)
    path = tmp_path / "record.csv"
    bench = Bench(qtbot, context(office, tasks, tmp_path), path)
    bench.until(lambda: len(bench.kinds) == 4)
    bench.choose(KindGroup.SIGN_IN)
    bench.tab.export_button.click()
    bench.until(lambda: bool(bench.context.notices.all))
    assert bench.context.notices.all[-1].title == f"Đã ghi 2 dòng vào {path}"
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert [row[4] for row in csv.reader(file)][1:] == ["signed-in", "sign-in-failed"]
    bench.choose(KindGroup.DATA)
    bench.until(lambda: bench.kinds == ["exported", "exported"])
    assert bench.tab.table.events[0].officer == "son"


def test_who_does_not_administer_sees_nothing_of_it(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path
) -> None:
    some_events(office)
    bench = Bench(qtbot, context(office, tasks, tmp_path, "ha"))
    assert "Chỉ người có quyền quản trị" in bench.tab.words.text()
    assert bench.kinds == []
    assert not bench.tab.export_button.isEnabled()
    assert not bench.tab.keep_button.isEnabled()


def test_an_address_typed_here_is_kept_and_sent_to_at_once(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path
) -> None:
    some_events(office)
    bench = Bench(qtbot, context(office, tasks, tmp_path))
    bench.until(lambda: "Chưa gửi đi đâu" in bench.tab.state.text())
    with CollectorServer() as collector:
        bench.tab.address.setFocus()
        QTest.keyClicks(bench.tab.address, "http://x")
        bench.controller.act()
        bench.until(lambda: bench.tab.address.property("wrong") is True)
        assert load_settings(tmp_path).security.syslog == ""
        address = f"tcp://127.0.0.1:{collector.port}"
        bench.tab.address.selectAll()
        QTest.keyClicks(bench.tab.address, address)
        bench.controller.act()
        bench.until(lambda: len(collector.messages) == 4)
        assert load_settings(tmp_path).security.syslog == address
        bench.tab.address.clear()
        bench.controller.act()
        bench.until(lambda: load_settings(tmp_path).security.syslog == "")
        bench.until(lambda: not office.services.forwarding.status().address)


def test_every_kind_has_a_sentence_and_a_group() -> None:
    groups = [group.kinds for group in KindGroup if group is not KindGroup.ALL]
    assert sorted(kind for group in groups for kind in group) == sorted(SecurityKind)
    assert security_words._NAMES.keys() == set(SecurityKind)
