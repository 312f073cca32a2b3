"""Quản trị → Máy trạm → Khóa dữ liệu: how the key is kept is said, and an administrator names the escrow key."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app.store import escrow
from tests.support.office import OpenOffice
from tests.support.waiting import Watching
from ui.desk.admin.machines.controller import MachinesController
from ui.desk.admin.machines.tab import MachinesTab
from ui.desk.context import DeskContext
from ui.desk.notices import Notices
from ui.machine import Machine
from ui.tasks import Tasks

RECIPIENT = escrow.recipient_of(escrow.make_identity())


class Bench(Watching):
    """The box of one officer."""

    def __init__(self, bot: QtBot, office: OpenOffice, tasks: Tasks, folder: Path, officer: str) -> None:
        me = next(one for one in office.services.officers.all() if one.id == officer)
        self.bot, self.notices = bot, Notices()
        context = DeskContext(office.services, tasks, self.notices, 3, me, None, Machine(folder))
        tab = MachinesTab()
        self.controller = MachinesController(context, tab, tab)
        self.box = tab.key
        bot.addWidget(tab)
        tab.resize(1200, 700)
        tab.show()
        tab.activateWindow()
        self.controller.refresh()
        self.until(lambda: bool(self.box.kept.text()))


@pytest.fixture
def bench(qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path) -> Callable[[str], Bench]:
    return lambda officer: Bench(qtbot, office, tasks, tmp_path, officer)


def test_it_says_where_the_key_is_and_that_nobody_else_could_open_the_data(bench: Callable[[str], Bench]) -> None:
    box = bench("son").box
    assert "tệp riêng" in box.kept.text()
    assert "chưa có" in box.sealed.text()
    assert box.button.isEnabled()


def test_an_administrator_names_the_escrow_key_by_keyboard_and_sees_when_this_machine_has_sealed_its_own(
    bench: Callable[[str], Bench], office: OpenOffice
) -> None:
    seen = bench("son")
    line = seen.box.recipient.line
    line.setFocus()
    QTest.keyClicks(line, RECIPIENT)
    assert escrow.fingerprint_of(RECIPIENT) in seen.box.fingerprint.text()
    seen.box.button.setFocus()
    QTest.keyClick(seen.box.button, Qt.Key.Key_Space)
    seen.until(lambda: "chưa xong" in seen.box.sealed.text())
    office.services.key_escrow.seal_now()
    seen.controller.refresh()
    seen.until(lambda: "đã có" in seen.box.sealed.text())
    assert escrow.fingerprint_of(RECIPIENT) in seen.notices.all[-1].title


def test_what_is_no_key_is_marked_and_not_kept(bench: Callable[[str], Bench], office: OpenOffice) -> None:
    seen = bench("son")
    QTest.keyClicks(seen.box.recipient.line, "age1xyz")
    assert "age1xyz" not in seen.box.fingerprint.text()
    seen.box.button.click()
    assert seen.box.recipient.line.accessibleDescription()
    assert office.services.key_escrow.state().named == ""


def test_an_officer_without_the_duty_only_reads(bench: Callable[[str], Bench]) -> None:
    box = bench("ha").box
    assert not box.button.isEnabled()
    assert not box.recipient.line.isEnabled()
