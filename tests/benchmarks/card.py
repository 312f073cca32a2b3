"""From the burst of an identity card on the reader's line to the applicant on screen, against bare pyserial.

Both take the same bytes from a pseudo-terminal; ours is the desk's window with its driver, its form and its checks.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import serial
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from devices.fleet import Devices
from devices.transport.pseudo_terminal import PseudoTerminal
from devices.virtual import VirtualStation
from tests.benchmarks.measure import Case, measure, report
from tests.support.office import open_office
from ui import theme
from ui.desk.receive.state import ApplicantField
from ui.desk.window import DeskWindow
from ui.language import set_language
from ui.tasks import Tasks

ROUNDS, CARDS = 5, 20
PATIENCE_S = 30.0


def card(number: int) -> str:
    """Another invented person each time: a woman born in 1952."""
    return f"000152{number:06d}||{name_of(number)}|14031952|Nữ|Thôn Phú Hòa, xã An Phúc|10052021"


def name_of(number: int) -> str:
    """Return a name that no other number has; cards hold no digits in it."""
    return "Trần Thị " + "".join("ABCDEFGHIK"[int(digit)] for digit in f"{number:03d}").capitalize()


def until(app: QApplication, seen: Callable[[], bool]) -> None:
    """Let the event loop run until a person would see it."""
    end = time.monotonic() + PATIENCE_S
    while not seen():
        if time.monotonic() > end:
            raise TimeoutError
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)


def main() -> None:
    """Measure and report."""
    app = QApplication([])
    theme.apply(app)
    set_language(app, "vi")
    bare = PseudoTerminal()
    with TemporaryDirectory() as name, open_office(Path(name) / "data") as office, serial.Serial(bare.port) as port:
        virtual = VirtualStation(Path(name) / "devices")
        devices = Devices(virtual.settings(), clock=office.clock)
        tasks = Tasks(office.services.changes)
        officer = next(one for one in office.services.officers.all() if one.id == "ha")
        window = DeskWindow(office.services, tasks, devices, None, 3, officer, choose_folder=lambda _: None)
        window.show()
        window.activateWindow()
        devices.start()
        until(app, window.receive.reader_ready)
        shown = window.receive_page.form.applicant.fields[ApplicantField.NAME].line

        def fill(number: int) -> None:
            virtual.reader.scan(card(number))
            until(app, lambda: shown.text() == name_of(number))

        def read(number: int) -> None:
            bare.send(card(number).encode() + b"\r")
            port.read_until(b"\r")

        figures = measure(
            [Case("the bytes by pyserial", read), Case("the applicant on screen", fill)], rounds=ROUNDS, calls=CARDS
        )
        report("card", figures, cards=ROUNDS * CARDS)
        window.close()
        tasks.close()
        devices.close()
        virtual.close()
    bare.close()


if __name__ == "__main__":
    main()
