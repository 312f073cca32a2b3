"""The kiosk reads a new number aloud, by the station's own speaker."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.bootstrap import VOICE, open_counter, set_up_station
from counter_app.clocks import ManualClock
from counter_app.demo.commune import new_station
from counter_app.domain.spoken import kiosk_words, ticket_words
from counter_app.ports import DeviceKind
from counter_app.settings import Settings
from devices.settings import DeviceSettings, TransportKind
from devices.speaker.clips import ClipBank
from tests.support.office import MORNING
from tests.ui.station_kit import station_of
from ui.kiosk.home import HomePage
from ui.kiosk.number import NumberPage
from ui.kiosk.page import Page
from ui.kiosk.procedures import ProceduresPage
from ui.kiosk.window import KioskWindow
from ui.shell.station import Role
from ui.shell.windows import StationWindows

WAIT_MS = 10_000
LEFT = Qt.MouseButton.LeftButton
P = TypeVar("P", bound=Page)


def page_of(kiosk: KioskWindow, kind: type[P]) -> P:
    """Return the page at the front, which is of this kind."""
    assert isinstance(kiosk.page, kind)
    return kiosk.page


def test_the_kiosk_says_what_to_do_and_then_the_number_with_its_desks(
    look: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    clock = ManualClock(MORNING)
    set_up_station(tmp_path, new_station(), clock)
    heard = tmp_path / "heard"
    speaker = DeviceSettings(DeviceKind.SPEAKER, "loa", TransportKind.FILE, str(heard))
    counter = open_counter(tmp_path, Settings(devices=(speaker,)), clock)
    windows = StationWindows(station_of(counter, Role.KIOSK, desk=3))
    try:
        counter.devices.start()
        kiosk = windows.window(Role.KIOSK)
        assert isinstance(kiosk, KioskWindow)
        kiosk.show()
        kiosk.listen_wanted.emit()
        bank = ClipBank(tmp_path / VOICE)
        qtbot.waitUntil((heard / "0001.wav").exists, timeout=WAIT_MS)
        assert (heard / "0001.wav").read_bytes() == bank.join(["-", *kiosk_words("")]).wav

        qtbot.waitUntil(lambda: isinstance(kiosk.page, HomePage) and len(kiosk.page.tiles) == 8, timeout=WAIT_MS)
        QTest.mouseClick(page_of(kiosk, HomePage).tiles[0], LEFT)
        qtbot.waitUntil(lambda: isinstance(kiosk.page, ProceduresPage), timeout=WAIT_MS)
        QTest.mouseClick(page_of(kiosk, ProceduresPage).lines[0], LEFT)
        qtbot.waitUntil(lambda: isinstance(kiosk.page, NumberPage), timeout=WAIT_MS)
        ticket = counter.services.queue.of_today()[0]
        kiosk.read_wanted.emit()
        qtbot.waitUntil((heard / "0002.wav").exists, timeout=WAIT_MS)
        desks = counter.services.queue.number_given(ticket.id).desks
        said = ticket_words(ticket.label, desks if len(desks) <= 3 else ())
        assert (heard / "0002.wav").read_bytes() == bank.join(["-", *said]).wav
    finally:
        windows.close()
        counter.close()
