"""A printer that answers nothing keeps no screen waiting: the kiosk moves on, the number is there without paper."""

import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.clocks import ManualClock
from counter_app.domain.facts import PrintOutcome
from counter_app.domain.holiday_seed import vietnam
from counter_app.ports import DeviceState
from devices.fleet import Devices
from devices.printer.virtual import VirtualPrinter
from tests.support.office import MORNING, open_office
from ui.kiosk.home import HomePage
from ui.kiosk.number import PaperlessPage
from ui.kiosk.procedures import ProceduresPage
from ui.kiosk.window import KioskWindow
from ui.tasks import Tasks

LEFT = Qt.MouseButton.LeftButton
LONGEST_S = 0.5
"""Between two turns of the window's loop, on a machine that does other things too: the printer is waited for longer."""


def test_a_mute_printer_never_holds_the_kiosk_up(qtbot: QtBot, tmp_path: Path, look: QApplication) -> None:
    printer = VirtualPrinter()
    devices = Devices([printer.settings()], clock=ManualClock(MORNING))
    with open_office(tmp_path / "data", printer=devices.printer) as office:
        tasks = Tasks(office.services.changes)
        devices.start()
        try:
            window = KioskWindow(office.services, tasks, calendar=vietnam((2026, 2027)))
            qtbot.addWidget(window)
            window.show()
            qtbot.waitUntil(lambda: isinstance(window.page, HomePage) and len(window.page.tiles) == 8)
            qtbot.waitUntil(lambda: devices.statuses()[0].state is DeviceState.READY)
            qtbot.mouseClick(window.page.tiles[0], LEFT)
            qtbot.waitUntil(lambda: isinstance(window.page, ProceduresPage))
            turns: list[float] = []
            beat = QTimer(window)
            beat.timeout.connect(lambda: turns.append(time.monotonic()))
            printer.faults.silent = True

            beat.start(10)
            tapped = time.monotonic()
            qtbot.mouseClick(window.page.unsure, LEFT)
            qtbot.waitUntil(lambda: isinstance(window.page, PaperlessPage), timeout=10_000)
            shown = time.monotonic()
            beat.stop()

            assert shown - tapped > LONGEST_S, "nobody waited for the printer"
            assert max(later - sooner for sooner, later in zip(turns, turns[1:], strict=False)) < LONGEST_S
            assert window.page.number.text() == "A001"
            assert office.services.queue.of_today()[0].printed is PrintOutcome.FAILED
            assert len(printer.tickets) == 0
        finally:
            tasks.close()
            devices.close()
            printer.close()
