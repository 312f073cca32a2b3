"""In an office of many machines the hall says when whoever keeps the queue cannot be found."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.bootstrap import open_counter, set_up_station
from counter_app.demo.commune import new_station
from counter_app.settings import OfficeSettings, Settings
from tests.ui.station_kit import station_of
from ui.board.window import BoardWindow
from ui.kiosk.home import HomePage
from ui.kiosk.window import KioskWindow
from ui.shell.station import Role
from ui.shell.windows import StationWindows


@pytest.fixture
def nobody() -> Iterator[str]:
    """Return an address where nobody answers."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{bound.getsockname()[1]}"


def test_kiosk_and_board_say_that_the_office_is_not_there(
    qtbot: QtBot, look: QApplication, tmp_path: Path, nobody: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.shell.windows._FOUND_MS", 50)
    set_up_station(tmp_path, new_station())
    counter = open_counter(tmp_path, Settings(office=OfficeSettings(urls=(nobody,))), keeps_hours=False)
    windows = StationWindows(station_of(counter, Role.KIOSK, Role.BOARD))
    try:
        counter.start()
        windows.show()
        kiosk, board = windows.window(Role.KIOSK), windows.window(Role.BOARD)
        assert isinstance(kiosk, KioskWindow)
        assert isinstance(board, BoardWindow)
        qtbot.waitUntil(lambda: isinstance(kiosk.page, HomePage) and "Mất kết nối từ" in kiosk.page.hint.text())
        qtbot.waitUntil(board.notice.isVisible)
        assert kiosk.page.tiles[0].waiting.text() == ""
    finally:
        windows.close()
        counter.close()
