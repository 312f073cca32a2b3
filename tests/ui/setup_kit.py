"""A new machine at its first start, for the tests of set-up."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.bootstrap import open_counter
from tests.support.typing import type_text
from tests.support.waiting import Watching
from tests.ui.station_kit import station_of
from ui.components.line_edit import LineEdit
from ui.setup.window import SetupWindow
from ui.shell.program import Shell
from ui.shell.station import Launch, OpenStation, Role


class NewMachine(Watching):
    """Its program, which may go some ways into its office; any other fails the test."""

    def __init__(self, app: QApplication, bot: QtBot, folder: Path, ways: dict[str, Callable[..., Any]]) -> None:
        self.folder, self.bot = folder, bot
        closed = dict.fromkeys(("set_up", "join", "restore", "from_backup"), _never)
        self.shell = Shell(app, Launch(self._open, **closed | ways))

    @property
    def setup(self) -> SetupWindow:
        assert self.shell.setup is not None
        return self.shell.setup

    def _open(self) -> OpenStation:
        counter = open_counter(self.folder)
        return station_of(counter, Role.DESK, desk=counter.settings.desk)


@contextmanager
def first_start(app: QApplication, bot: QtBot, folder: Path, **ways: Callable[..., Any]) -> Iterator[NewMachine]:
    """A machine without data, whose set-up is on screen; ``ways`` are those of Launch, by name."""
    made = NewMachine(app, bot, folder, ways)
    made.shell.show()
    made.until(lambda: made.shell.setup is not None and made.setup.isVisible())
    yield made
    made.shell.close()
    app.setQuitOnLastWindowClosed(True)


def type_into(line: LineEdit, text: str) -> None:
    """Write a line anew, key by key."""
    line.setFocus()
    line.selectAll()
    type_text(text)


def _never(*_: object) -> None:
    raise AssertionError("another way was taken")
