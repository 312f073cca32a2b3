"""A desk on a real office, for the desk's tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from devices.fleet import Devices
from sync.replicator import Replicator
from tests.support.office import OpenOffice
from tests.support.waiting import Watching
from ui.desk.window import DeskWindow
from ui.tasks import Tasks


@dataclass
class Desk(Watching):
    """A window with an office behind it."""

    window: DeskWindow
    office: OpenOffice
    tasks: Tasks
    bot: QtBot


@contextmanager
def open_desk(
    bot: QtBot,
    office: OpenOffice,
    tasks: Tasks,
    devices: Devices | None = None,
    folder: Path | None = None,
    link: Replicator | None = None,
    officer_id: str = "ha",
    number: int = 3,
) -> Iterator[Desk]:
    """Open desk 3 (or another) for officer Hà (or another), with focus, as after signing in."""
    officer = next(one for one in office.services.officers.all() if one.id == officer_id)
    window = DeskWindow(office.services, tasks, devices, link, number, officer, choose_folder=lambda _: folder)
    try:
        window.show()
        window.activateWindow()
        desk = Desk(window, office, tasks, bot)
        desk.until(lambda: window.receive.keeper.draft is not None)
        desk.until(lambda: window.receive_page.form.procedure.line.hasFocus())
        yield desk
    finally:
        window.close()
        window.deleteLater()


def nameless(page: QWidget) -> list[QWidget]:
    """What Tab reaches in a page, and a screen reader has no name for."""
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not widget.objectName().startswith("qt_")
        and (parent := widget.parentWidget()) is not None
        and parent.focusProxy() is not widget
    ]


def take_numbers(office: OpenOffice, count: int) -> None:
    """Let people take numbers at the kiosk."""
    groups = office.services.catalogue.groups()
    for number in range(count):
        office.services.queue.take_number(groups[number % 2].id, command=f"number-{number}")
