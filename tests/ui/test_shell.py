"""From the first picture to the clean end: what a person sees while the program opens, fails, and closes."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.bootstrap import open_counter, set_up_station
from counter_app.demo.commune import new_station
from counter_app.errors import Code, CounterError
from tests.support.waiting import Watching
from tests.ui.test_setup import ANSWERS
from ui.desk.window import DeskWindow
from ui.setup.answers import Answers
from ui.shell.display import require_display
from ui.shell.program import Shell
from ui.shell.seat import SignInWindow
from ui.shell.station import Launch, OpenStation, Role


class Program(Watching):
    """A shell over a real station in a folder."""

    def __init__(self, app: QApplication, bot: QtBot, folder: Path, roles: tuple[Role, ...], signed_in: str) -> None:
        self.folder, self.bot, self.app = folder, bot, app
        self.roles, self.signed_in = roles, signed_in
        self.refusals: list[CounterError] = []
        self.closed = 0
        self.shell = Shell(app, Launch(self._open, self._set_up))

    def show(self) -> None:
        self.shell.show()

    def _open(self) -> OpenStation:
        if self.refusals:
            raise self.refusals.pop()
        counter = open_counter(self.folder)

        def close() -> None:
            self.closed += 1
            counter.close()

        return OpenStation(
            services=counter.services,
            devices=counter.devices,
            link=None,
            roles=self.roles,
            desk=3,
            language="vi",
            contrast=False,
            text_scale=1.0,
            start=counter.start,
            close=close,
            signed_in=self.signed_in,
            keeps_hours=False,
        )

    def _set_up(self, answers: Answers) -> None:
        set_up_station(self.folder, answers.new_station())


@pytest.fixture
def start(look: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Program]]:
    programs: list[Program] = []

    def make(*roles: Role, signed_in: str = "", ready: bool = True) -> Program:
        if ready:
            set_up_station(tmp_path, new_station())
        program = Program(look, qtbot, tmp_path, roles or tuple(Role), signed_in)
        programs.append(program)
        program.show()
        return program

    yield make
    for program in programs:
        program.shell.close()
    look.setQuitOnLastWindowClosed(True)


def desk_of(program: Program) -> DeskWindow:
    windows = program.shell.windows
    assert windows is not None
    window = windows.window(Role.DESK)
    assert isinstance(window, DeskWindow)
    return window


def test_every_role_gets_its_window_and_the_first_one_goes(start: Callable[..., Program]) -> None:
    program = start()
    assert program.shell.opening.isVisible()
    program.until(lambda: program.shell.windows is not None)
    windows = program.shell.windows
    assert windows is not None
    assert all((window := windows.window(role)) is not None and window.isVisible() for role in Role)
    assert not program.shell.opening.isVisible()


@pytest.mark.parametrize("role", [Role.KIOSK, Role.BOARD, Role.RATING])
def test_a_window_of_the_hall_opens_alone_and_fills_its_screen(start: Callable[..., Program], role: Role) -> None:
    program = start(role)
    program.until(lambda: program.shell.windows is not None)
    windows = program.shell.windows
    assert windows is not None
    shown = windows.window(role)
    assert shown is not None
    assert shown.isFullScreen()
    assert all(windows.window(other) is None for other in Role if other is not role)


def test_a_refusal_is_a_sentence_with_a_way_on_and_retry_opens(start: Callable[..., Program]) -> None:
    program = start(Role.BOARD)
    program.refusals.append(CounterError(Code.DATA_IN_USE, path="/data"))
    program.until(lambda: program.shell.opening.in_trouble)
    assert "đang mở ở một cửa sổ khác" in program.shell.opening.accessibleName()
    assert "/data" in program.shell.opening.accessibleName()
    program.shell.opening.retried.emit()
    program.until(lambda: program.shell.windows is not None)
    assert program.shell.was_open


@pytest.mark.expects_log("event=crash")
def test_a_bug_while_opening_is_a_sentence_too(start: Callable[..., Program]) -> None:
    program = start(Role.BOARD)
    program.refusals.append(ValueError("no such thing"))  # type: ignore[arg-type]
    program.until(lambda: program.shell.opening.in_trouble)
    assert "lỗi bên trong" in program.shell.opening.accessibleName()


def test_a_new_machine_asks_for_its_set_up_and_then_opens(start: Callable[..., Program]) -> None:
    program = start(Role.DESK, ready=False)
    program.until(lambda: program.shell.setup is not None)
    setup = program.shell.setup
    assert setup is not None
    assert setup.isVisible()
    setup.submitted.emit(ANSWERS)
    program.until(lambda: program.shell.windows is not None)
    assert not setup.isVisible()
    assert program.shell.was_open


def test_the_desk_opens_after_the_right_pin_and_closing_it_asks_for_the_next_officer(
    start: Callable[..., Program], qtbot: QtBot
) -> None:
    program = start(Role.DESK)
    program.until(lambda: program.shell.windows is not None)
    windows = program.shell.windows
    assert windows is not None
    first = windows.window(Role.DESK)
    assert isinstance(first, SignInWindow)
    program.until(lambda: first.page.officers.count() > 0)
    first.page.pin.line.setText("1234")
    QTest.keyClick(first.page.pin.line, Qt.Key.Key_Return)
    program.until(lambda: isinstance(windows.window(Role.DESK), DeskWindow))
    desk = desk_of(program)
    assert desk.isVisible()
    assert not first.isVisible()
    assert "secret-due" in {one.id for one in desk.notices.all}  # 1234 may not stay for long
    assert desk.geometry() == first.geometry()
    desk.close()
    again = windows.window(Role.DESK)
    assert isinstance(again, SignInWindow)
    assert again.isVisible()


def test_the_officer_reads_that_the_other_machines_cannot_reach_this_one(start: Callable[..., Program]) -> None:
    program = start(Role.DESK, signed_in="ha")
    program.until(lambda: program.shell.windows is not None)
    windows, desk = program.shell.windows, desk_of(program)
    assert windows is not None
    windows.show_not_serving(CounterError(Code.PORT_TAKEN, host="127.0.0.1", port=8471))
    (notice,) = (one for one in desk.notices.all if one.id == "serving")
    assert "Cổng 8471" in notice.text
    windows.show_not_serving(None)
    assert all(one.id != "serving" for one in desk.notices.all)


def test_a_half_filled_form_is_there_again_after_closing(start: Callable[..., Program]) -> None:
    program = start(Role.DESK, signed_in="ha")
    program.until(lambda: program.shell.windows is not None and desk_of(program).receive.keeper.draft is not None)
    name = desk_of(program).receive_page.form.applicant.fields["name"].line
    name.setText("Trần Thị Hoa")
    name.textEdited.emit("Trần Thị Hoa")
    program.shell.close()
    counter = open_counter(program.folder)
    try:
        draft = counter.services.reception.draft(3)
    finally:
        counter.close()
    assert draft is not None
    assert draft.name == "Trần Thị Hoa"


def test_closing_while_the_station_opens_closes_the_station_too(
    look: QApplication, start: Callable[..., Program]
) -> None:
    program = start(Role.BOARD)
    program.shell.opening.painted.connect(program.shell.leave)
    look.exec()
    program.shell.close()
    assert program.closed == 1
    assert program.shell.windows is None
    open_counter(program.folder).close()  # the folder is free again


@pytest.mark.parametrize(
    "environment",
    [{}, {"DISPLAY": ""}, {"DISPLAY": ":987"}, {"WAYLAND_DISPLAY": "none"}, {"QT_QPA_PLATFORM": "xcb"}],
)
def test_a_session_without_a_screen_is_refused_before_qt_aborts(environment: dict[str, str]) -> None:
    with pytest.raises(CounterError) as refused:
        require_display(environment)
    assert refused.value.code is Code.NO_DISPLAY


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600"])
def test_a_platform_that_needs_no_screen_is_let_through(platform: str) -> None:
    require_display({"QT_QPA_PLATFORM": platform})


def test_nothing_heavy_is_imported_before_the_first_picture() -> None:
    script = (
        "import counter_app.cli.windows, sys;"
        "heavy = {'sqlalchemy', 'requests', 'PIL', 'reportlab', 'uvicorn', 'argon2'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"
