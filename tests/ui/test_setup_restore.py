"""A machine takes the place of one that is gone: typed, checked in place, copied from a real province, opened."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.bootstrap import enrol_station, open_counter, restore_station, set_up_station
from counter_app.demo.commune import new_station
from counter_app.errors import Code, CounterError
from counter_app.settings import Settings, load_settings
from sync.office.joining import Progress
from sync.office.restoring import Restoring
from sync.server.program import ServerThread
from tests.support.waiting import WAIT_MS
from tests.sync.stations import make_code, province
from tests.sync.test_office_relay import until_there
from tests.ui.setup_kit import NewMachine, first_start, type_into
from tests.ui.test_desk_layout import cut
from ui import theme
from ui.setup.answers import Asked, RestoreAnswers, Wrong
from ui.setup.window import SetupWindow
from ui.setup.words import restore_refusal
from ui.shell.seat import SignInWindow
from ui.shell.station import Role

TYPED = RestoreAnswers("https://tinh.example", "ABCD-EFGH-2345", "Máy trạm quầy 3", 3)
_RESTORE = 2


@pytest.mark.parametrize(
    "change, field, wrong",
    [
        ({"url": ""}, Asked.RESTORE_URL, Wrong.EMPTY),
        ({"url": "tinh.example"}, Asked.RESTORE_URL, Wrong.ADDRESS),
        ({"code": ""}, Asked.RESTORE_CODE, Wrong.EMPTY),
        ({"code": "ABCD"}, Asked.RESTORE_CODE, Wrong.ENROLMENT),
        ({"name": ""}, Asked.RESTORE_NAME, Wrong.EMPTY),
    ],
)
def test_each_wrong_answer_is_named(change: dict[str, str], field: Asked, wrong: Wrong) -> None:
    values = {name: getattr(TYPED, name) for name in RestoreAnswers.__slots__} | change
    assert [(one.field, one.wrong) for one in RestoreAnswers(**values).problems()] == [(field, wrong)]
    assert TYPED.problems() == ()


@pytest.mark.parametrize("code, said", [(Code.ENROLMENT_REFUSED, "Mã ghi danh"), (Code.NOTHING_TO_RESTORE, "Máy chủ")])
def test_what_went_wrong_is_said_with_what_to_do(look: QApplication, code: Code, said: str) -> None:
    title, step = restore_refusal(CounterError(code))
    assert title.startswith(said)
    assert step


@pytest.mark.parametrize("scale, width, height", [(1.0, 1040, 720), (2.0, 1872, 1008)])
def test_no_word_is_cut(look: QApplication, qtbot: QtBot, scale: float, width: int, height: int) -> None:
    theme.apply(look, scale=scale)
    window = SetupWindow(joins=True, restores=True)
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    window.choose_way(_RESTORE)
    window.submit()
    qtbot.waitUntil(lambda: cut(window) == [], timeout=WAIT_MS)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerThread]:
    """A province to which an office of one machine, which is no more, has sent everything."""
    with province(tmp_path / "province") as running_one:
        set_up_station(tmp_path / "old", new_station())
        enrol_station(tmp_path / "old", running_one.url, make_code(running_one, "an-phuc"))
        old = open_counter(tmp_path / "old", Settings(province_url=running_one.url))
        try:
            old.start()
            until_there(running_one, old)
        finally:
            old.close()
        yield running_one


@pytest.fixture
def machine(look: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[NewMachine]:
    def copy(restoring: Restoring, told: Progress) -> None:
        restore_station(tmp_path / "new", restoring, told=told)

    with first_start(look, qtbot, tmp_path / "new", restore=copy) as made:
        yield made


def test_a_new_machine_is_restored_by_keyboard_and_opens_at_its_desk(server: ServerThread, machine: NewMachine) -> None:
    setup = machine.setup
    button = setup.ways.button(_RESTORE)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    type_into(setup.restoring.fields[Asked.RESTORE_URL].line, server.url)
    type_into(setup.restoring.fields[Asked.RESTORE_CODE].line, "aaaa-bbbb-cccc")
    setup.restoring.desk.setValue(3)
    QTest.keyClick(setup, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    machine.until(lambda: any(one.title.startswith("Mã ghi danh") for one in setup.banners.shown))
    type_into(setup.restoring.fields[Asked.RESTORE_CODE].line, make_code(server, "an-phuc"))
    QTest.keyClick(setup, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    machine.until(lambda: machine.shell.windows is not None)
    windows = machine.shell.windows
    assert windows is not None
    window = windows.window(Role.DESK)
    assert isinstance(window, SignInWindow)
    machine.until(lambda: window.page.officers.count() == 4)
    kept = load_settings(machine.folder)
    assert (kept.desk, kept.province_url) == (3, server.url)
