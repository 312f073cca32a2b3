"""Quản trị → Nhật ký an toàn: the reports of bugs, seen and saved by whoever administers."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app.crash_reports import FOLDER, CrashReport, keep
from tests.support.office import OpenOffice
from tests.support.waiting import Watching
from ui.desk.admin.security.controller import SecurityController
from ui.desk.admin.security.tab import SecurityTab
from ui.desk.context import DeskContext
from ui.desk.notices import Notices
from ui.machine import Machine
from ui.tasks import Tasks

AT = datetime(2026, 11, 23, 1, 55, tzinfo=UTC)


class Bench(Watching):
    """The tab of one officer."""

    def __init__(
        self, bot: QtBot, office: OpenOffice, tasks: Tasks, folder: Path, officer: str = "son", file: Path | None = None
    ) -> None:
        me = next(one for one in office.services.officers.all() if one.id == officer)
        self.bot, self.context = bot, DeskContext(office.services, tasks, Notices(), 3, me, None, Machine(folder))
        self.tab = SecurityTab()
        self.controller = SecurityController(self.context, self.tab, self.tab)
        self.controller.crashes.choose_file = lambda _: file
        self.part = self.tab.crashes
        bot.addWidget(self.tab)
        self.tab.resize(1200, 640)
        self.tab.show()
        self.tab.activateWindow()
        self.controller.refresh()


def two_reports(folder: Path) -> None:
    keep(folder, CrashReport("9b01e77c", "KeyError", False, AT, AT, 14, ""), {}, {"error": ["ui/x.py:1:f"]})
    later = AT + timedelta(hours=1)
    keep(folder, CrashReport("3fa8c1d2", "Segmentation fault", True, later, later, 1, ""), {}, {})


def test_without_a_report_nothing_is_said(qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path) -> None:
    bench = Bench(qtbot, office, tasks, tmp_path)
    bench.until(lambda: bool(bench.tab.state.text()))
    assert not bench.part.isVisible()


def test_reports_are_told_in_one_line_and_listed_by_keyboard(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path
) -> None:
    two_reports(tmp_path)
    bench = Bench(qtbot, office, tasks, tmp_path)
    bench.until(bench.part.isVisible)
    assert "2 lỗi, gần nhất lúc 09:55 23/11/2026, mã 3fa8c1d2" in bench.part.told.text()
    assert not bench.part.table.isVisible()
    bench.part.show_button.setFocus()
    QTest.keyClick(bench.part.show_button, Qt.Key.Key_Space)
    assert bench.part.table.isVisible()
    assert bench.part.words(0) == (
        "09:55:00, 23/11/2026",
        "Chương trình bị đóng đột ngột, Segmentation fault",
        "3fa8c1d2",
        "1 lần",
    )
    assert bench.part.words(1)[1:] == ("Lỗi khi đang làm một việc, KeyError", "9b01e77c", "14 lần")


def test_all_reports_are_saved_to_one_file(qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path) -> None:
    two_reports(tmp_path)
    path = tmp_path / "stick" / "bao-cao-loi.txt"
    bench = Bench(qtbot, office, tasks, tmp_path, file=path)
    bench.until(bench.part.isVisible)
    bench.part.save_button.click()
    bench.until(lambda: bool(bench.context.notices.all))
    assert "2 báo cáo" in bench.context.notices.all[0].title
    text = path.read_text(encoding="utf-8")
    assert text.index("number: 3fa8c1d2") < text.index("number: 9b01e77c") < text.index("ui/x.py:1:f")


def test_a_stick_that_takes_nothing_is_said(qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path) -> None:
    two_reports(tmp_path)
    (tmp_path / "file").write_text("x")
    bench = Bench(qtbot, office, tasks, tmp_path, file=tmp_path / "file" / "x.txt")
    bench.until(bench.part.isVisible)
    bench.part.save_button.click()
    bench.until(lambda: bool(bench.context.notices.all))
    assert "Không ghi được" in bench.context.notices.all[0].title
    assert bench.part.save_button.isEnabled()


def test_nobody_but_an_administrator_sees_them(qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path) -> None:
    two_reports(tmp_path)
    bench = Bench(qtbot, office, tasks, tmp_path, officer="ha")
    bench.controller.crashes.refresh()
    assert bench.part.reports == ()
    assert (tmp_path / FOLDER).exists()
    assert not bench.part.isVisible()
