"""Two printers at one desk: the one that needs a hand is seen and named, though the other prints in its place."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from devices.fleet import Devices
from devices.printer.virtual import VirtualPrinter
from tests.support.office import OpenOffice
from tests.ui.desk_kit import Desk, open_desk
from ui.tasks import Tasks


def seen(desk: Desk) -> str:
    """Return what strip and banners say."""
    frame = desk.window.frame
    labels = [*frame.strip.findChildren(QLabel), *desk.window.receive_page.head.banners.findChildren(QLabel)]
    return " | ".join(label.text() for label in labels if label.isVisible())


def test_the_one_without_paper_is_named_whichever_it_is(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    printers = {"Máy A": VirtualPrinter(), "Máy B": VirtualPrinter()}
    settings = [printer.settings(name) for name, printer in printers.items()]
    devices = Devices(settings, clock=office.clock)
    devices.start()
    try:
        with open_desk(qtbot, office, tasks, devices) as desk:
            for name, printer in printers.items():
                desk.until(lambda: "Sẵn sàng" in seen(desk))
                printer.take_paper()
                desk.until(lambda name=name: f"({name})" in seen(desk))
                assert "Hết giấy" in seen(desk)
                printer.load_paper()
                desk.until(lambda name=name: f"({name})" not in seen(desk))
    finally:
        devices.close()
        for printer in printers.values():
            printer.close()
