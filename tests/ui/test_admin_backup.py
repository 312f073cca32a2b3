"""Quản trị → Sao lưu: the words made and typed again, a place chosen, a backup made and tried, by keyboard."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.domain.backup_plan import BackupPlan
from counter_app.domain.facts import DayKind
from counter_app.settings import load_settings
from counter_app.store.keys import load_key
from counter_app.store.recovery import keep_recovery, load_recovery, open_by_words, seal_by_words
from tests.support.office import OpenOffice
from tests.support.waiting import WAIT_MS, Watching
from tests.ui.desk_kit import nameless
from tests.ui.test_desk_layout import cut
from ui import theme
from ui.desk.admin.backup.controller import BackupController
from ui.desk.admin.backup.tab import BackupTab
from ui.desk.backup_badge import BackupBadge, BackupWatch
from ui.desk.context import DeskContext
from ui.desk.notices import Notices
from ui.machine import Machine
from ui.tasks import Tasks

WORDS = "khentun phonsui nagai khayvung nunham"


class Bench(Watching):
    """The tab of one officer."""

    def __init__(self, bot: QtBot, office: OpenOffice, tasks: Tasks, stick: Path, officer: str = "son") -> None:
        self.bot, self.office, self.stick = bot, office, stick
        stick.mkdir()
        me = next(one for one in office.services.officers.all() if one.id == officer)
        folder = office.journal.database.folder
        self.context = DeskContext(office.services, tasks, Notices(), 3, me, None, Machine(folder))
        self.tab = BackupTab()
        self.controller = BackupController(self.context, self.tab, self.tab, lambda _start: stick)
        bot.addWidget(self.tab)
        self.tab.resize(1200, 640)
        self.tab.show()
        self.tab.activateWindow()
        self.controller.refresh()
        self.until(lambda: bool(self.tab.title.text()))

    @property
    def folder(self) -> Path:
        return self.office.journal.database.folder

    @property
    def said(self) -> str:
        return self.context.notices.all[-1].title if self.context.notices.all else ""


@pytest.fixture
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("usb") / "stick"


@pytest.fixture
def bench(qtbot: QtBot, office: OpenOffice, tasks: Tasks, stick: Path) -> Bench:
    return Bench(qtbot, office, tasks, stick)


def worded(office: OpenOffice) -> None:
    folder = office.journal.database.folder
    keep_recovery(folder, seal_by_words(WORDS, load_key(folder)))


def test_from_nothing_to_a_backup_that_was_tried_by_keyboard_alone(bench: Bench) -> None:
    tab = bench.tab
    assert "chưa có cụm từ khôi phục" in tab.title.text()
    tab.recovery.make.setFocus()
    QTest.keyClick(tab.recovery.make, Qt.Key.Key_Space)
    words = tab.recovery.words.accessibleName()
    assert tab.recovery.again.line.hasFocus()
    QTest.keyClicks(tab.recovery.again.line, words[:-1])
    QTest.keyClick(tab.recovery.again.line, Qt.Key.Key_Return)
    assert tab.recovery.again.line.property("wrong") is True
    assert load_recovery(bench.folder) == ""
    QTest.keyClicks(tab.recovery.again.line, words[-1])
    QTest.keyClick(tab.recovery.again.line, Qt.Key.Key_Return)
    bench.until(lambda: load_recovery(bench.folder) != "")
    assert open_by_words(words, load_recovery(bench.folder)) == load_key(bench.folder)
    bench.until(lambda: "chưa chọn nơi" in tab.title.text())
    assert words not in tab.recovery.words.text()
    QTest.keyClick(tab.browse, Qt.Key.Key_Space)
    assert tab.folder.text == str(bench.stick)
    QTest.keyClick(tab.save, Qt.Key.Key_Space)
    bench.until(lambda: "Chưa có bản sao lưu nào" in tab.title.text())
    assert load_settings(bench.folder).backup == BackupPlan(str(bench.stick))
    bench.controller.act()
    bench.until(lambda: len(tab.table.rows) == 1 and not tab.bar.isVisible())
    assert "Đã sao lưu lúc" in tab.title.text()
    bench.controller.check()
    bench.until(lambda: "tốt: mở được" in tab.found.text())


def test_what_went_wrong_is_said_with_what_to_do_and_the_old_backup_stays(bench: Bench) -> None:
    worded(bench.office)
    backups = bench.office.services.backups
    backups.follow(BackupPlan(str(bench.stick)))
    made = Path(backups.make("son").path)
    bench.stick.rename(bench.stick.with_name("pulled"))
    bench.controller.make()
    bench.until(lambda: bool(bench.said))
    assert "Không thấy nơi để bản sao lưu" in bench.said
    bench.until(lambda: "Không thấy nơi" in bench.tab.title.text())
    bench.stick.with_name("pulled").rename(bench.stick)
    made.write_bytes(made.read_bytes()[:-9])
    bench.controller.refresh()
    bench.until(lambda: len(bench.tab.table.rows) == 1)
    bench.controller.check()
    bench.until(lambda: "bị hỏng" in bench.tab.found.text())


def test_a_place_within_the_data_is_not_taken(bench: Bench) -> None:
    bench.tab.folder.set_text(str(bench.folder / "blobs"))
    bench.controller.save()
    bench.until(lambda: bench.tab.folder.line.property("wrong") is True)
    assert load_settings(bench.folder).backup == BackupPlan()


def test_who_is_no_administrator_only_looks(qtbot: QtBot, office: OpenOffice, tasks: Tasks, stick: Path) -> None:
    bench = Bench(qtbot, office, tasks, stick, "ha")
    assert bench.tab.locked.isVisible()
    assert not any(part.isEnabled() for part in (bench.tab.now, bench.tab.save, bench.tab.recovery.make))


def test_the_strip_tells_administrators_of_a_day_without_a_backup_and_nobody_else(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks
) -> None:
    office.clock.move(timedelta(hours=25))
    office.services.calendar.set_day(date(2026, 12, 30), DayKind.OFF, "Nghỉ", "Quyết định", "son")
    badges = {}
    for officer in ("son", "ha"):
        me = next(one for one in office.services.officers.all() if one.id == officer)
        badge = badges[officer] = BackupBadge()
        qtbot.addWidget(badge)
        context = DeskContext(office.services, tasks, Notices(), 3, me)
        watch = BackupWatch(context, badge, badge)
        if officer == "son":
            watch.refresh()
    qtbot.waitUntil(lambda: badges["son"].text() == "Chưa sao lưu", timeout=WAIT_MS)
    assert badges["ha"].isHidden()
    badges["son"].set_brief(True)
    assert badges["son"].accessibleName().startswith("Chưa sao lưu")


@pytest.mark.parametrize("scale, width, height", [(1.0, 1200, 640), (2.0, 1700, 900)])
def test_no_word_is_cut_and_everything_has_a_name(
    look: QApplication,
    qtbot: QtBot,
    office: OpenOffice,
    tasks: Tasks,
    stick: Path,
    scale: float,
    width: int,
    height: int,
) -> None:
    theme.apply(look, scale=scale)
    bench = Bench(qtbot, office, tasks, stick)
    bench.tab.resize(width, height)
    bench.tab.recovery.show_words(WORDS)
    bench.until(lambda: cut(bench.tab) == [])
    assert nameless(bench.tab) == []
