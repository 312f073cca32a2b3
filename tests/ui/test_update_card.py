"""Quản trị → Máy trạm → Phiên bản chương trình: what runs, what waits, what was refused, and looking for a new one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app import __version__
from counter_app.errors import Code
from counter_app.services.updates import (
    Installed,
    InstallRecord,
    Refusal,
    Release,
    UpdateState,
    keep_record,
    keep_state,
)
from counter_app.settings import Settings, save_settings
from sync.server.program import ServerThread
from tests.support.office import OpenOffice
from tests.support.updates import ARCHITECTURE, Province, now
from tests.support.waiting import WAIT_MS
from ui.components.tone import Tone
from ui.desk.admin.machines.version import VersionBox, VersionController
from ui.desk.context import DeskContext
from ui.desk.notices import Notices
from ui.machine import Machine
from ui.tasks import Tasks

NEW = "999.0.0"
RELEASE = Release(NEW, ARCHITECTURE, f"counter-app_{NEW}_{ARCHITECTURE}.deb", 1, "0" * 64)


class Bench:
    """The card of one machine."""

    def __init__(self, bot: QtBot, office: OpenOffice, tasks: Tasks, folder: Path) -> None:
        me = next(one for one in office.services.officers.all() if one.id == "son")
        self.notices, self.box = Notices(), VersionBox()
        context = DeskContext(office.services, tasks, self.notices, 3, me, None, Machine(folder))
        self.controller = VersionController(context, self.box, self.box, system=folder)
        bot.addWidget(self.box)
        self.box.resize(480, 360)
        self.box.show()
        self.box.activateWindow()
        self.controller.refresh()
        bot.waitUntil(lambda: bool(self.box.own.text()), timeout=WAIT_MS)


@pytest.fixture
def bench(qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path) -> Callable[[], Bench]:
    save_settings(tmp_path, Settings(province_url="https://tinh.example"))
    return lambda: Bench(qtbot, office, tasks, tmp_path)


def test_it_says_which_version_runs_and_that_nobody_looked_yet(bench: Callable[[], Bench]) -> None:
    box = bench().box
    assert __version__ in box.own.text()
    assert "Chưa tìm" in box.newest.text()
    assert box.button.isEnabled()
    assert not any(part.isVisible() for part in (box.fault, box.command, box.mark))


def test_a_machine_without_a_province_says_why_it_finds_nothing(bench: Callable[[], Bench], tmp_path: Path) -> None:
    save_settings(tmp_path, Settings())
    box = bench().box
    assert "chưa nối" in box.newest.text()
    assert not box.button.isEnabled()


def test_a_version_that_waits_comes_with_the_line_that_installs_it(bench: Callable[[], Bench], tmp_path: Path) -> None:
    keep_state(tmp_path, UpdateState(now(), RELEASE, now(), None, "0011 2233"))
    keep_record(InstallRecord(Installed(now(), __version__, "0.5.0")), tmp_path)
    box = bench().box
    assert "0.5.0" in box.own.text()
    assert NEW in box.newest.text()
    assert box.command.text() == f"sudo counter-app update install --data {tmp_path}"
    assert box.command.isVisible()
    assert "0011 2233" in box.mark.text()
    assert not box.fault.isVisible()


def test_a_version_that_did_not_work_here_and_a_refused_list_are_said_in_words(
    bench: Callable[[], Bench], tmp_path: Path
) -> None:
    params = {"version": NEW, "former": __version__}
    bad = Refusal(now(), Code.UPDATE_TRIAL_FAILED, params, NEW)
    keep_record(InstallRecord(bad=(bad,)), tmp_path)
    keep_state(tmp_path, UpdateState(now(), RELEASE, now()))
    box = bench().box
    assert NEW in box.fault.text()
    assert not box.command.isVisible()
    keep_state(tmp_path, UpdateState(now(), RELEASE, now(), Refusal(now(), Code.UPDATE_UNSIGNED)))
    assert "chữ ký" in bench().box.fault.text()


def test_a_search_by_keyboard_fetches_what_the_province_publishes(
    bench: Callable[[], Bench], tmp_path: Path, qtbot: QtBot
) -> None:
    province = Province(tmp_path / "province")
    province.publish(NEW)
    server = ServerThread(tmp_path / "server", updates=province.updates)
    server.start()
    try:
        save_settings(tmp_path, Settings(province_url=server.url))
        seen = bench()
        seen.box.button.setFocus()
        QTest.keyClick(seen.box.button, Qt.Key.Key_Space)
        assert not seen.box.button.isEnabled()
        qtbot.waitUntil(lambda: NEW in seen.box.newest.text(), timeout=WAIT_MS)
    finally:
        server.stop()
    assert seen.box.button.isEnabled()
    assert seen.notices.all[-1].tone is Tone.SUCCESS


def test_a_search_without_a_link_says_so_and_can_be_repeated(
    bench: Callable[[], Bench], tmp_path: Path, qtbot: QtBot
) -> None:
    save_settings(tmp_path, Settings(province_url="http://127.0.0.1:1"))
    seen = bench()
    seen.box.button.click()
    qtbot.waitUntil(lambda: seen.box.fault.isVisible(), timeout=WAIT_MS)
    assert seen.box.button.isEnabled()
    assert "kết nối" in seen.notices.all[-1].title.lower()
