"""What a screen reader is told of sign-in and lock: ``python -m tests.support.spoken_tree FOLDER FILE``, on X.

A second process reads the tree as a screen reader does: over the accessibility bus (AT-SPI), from outside.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

_FOCUSABLE, _SHOWING = 11, 25
"""Places in the set of states (AtspiStateType)."""
_PASSWORD = 40
"""ATSPI_ROLE_PASSWORD_TEXT: what is typed is not read aloud."""
_LOOK_MS = 20
_ACCESSIBLE = "org.a11y.atspi.Accessible"
CITIZEN = "Trần Thị Hoa"


def read() -> list[dict[str, Any]]:
    """Read every object of every program on the accessibility bus."""
    session = open_dbus_connection()
    bus = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
    (address,) = session.send_and_get_reply(new_method_call(bus, "GetAddress")).body
    with open_dbus_connection(address) as reader:
        root = DBusAddress("/org/a11y/atspi/accessible/root", "org.a11y.atspi.Registry", _ACCESSIBLE)
        programs: list[tuple[str, str]] = []
        while not programs:  # until the program has said that it is there; whoever waits for us has a time-out
            (programs,) = _ask(reader, new_method_call(root, "GetChildren"))
        windows = [
            window
            for name, path in programs
            for window in _ask(reader, new_method_call(DBusAddress(path, name, _ACCESSIBLE), "GetChildren"))[0]
        ]
        return [one for name, path in windows for one in _walk(reader, name, path)]


def _walk(reader: DBusConnection, name: str, path: str) -> Iterator[dict[str, Any]]:
    """An object and what is in it; nobody gets to what is in something that does not show."""
    accessible = DBusAddress(path, name, _ACCESSIBLE)
    states = _ask(reader, new_method_call(accessible, "GetState"))[0]
    if not states[0] >> _SHOWING & 1:
        return
    (role,) = _ask(reader, new_method_call(accessible, "GetRole"))
    yield {
        "role": "password" if role == _PASSWORD else _ask(reader, new_method_call(accessible, "GetRoleName"))[0],
        "name": _property(reader, name, path),
        "focusable": bool(states[0] >> _FOCUSABLE & 1),
    }
    for child, place in _ask(reader, new_method_call(accessible, "GetChildren"))[0]:
        yield from _walk(reader, child, place)


def _property(reader: DBusConnection, name: str, path: str) -> str:
    where = DBusAddress(path, name, "org.freedesktop.DBus.Properties")
    return str(_ask(reader, new_method_call(where, "Get", "ss", (_ACCESSIBLE, "Name")))[0][1])


def _ask(reader: DBusConnection, message: Any) -> Any:  # noqa: ANN401 - of jeepney
    return reader.send_and_get_reply(message, timeout=20).body


def show(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Show the sign-in, then a locked desk with a half-filled form, and let each be read."""
    from PySide6.QtWidgets import QApplication

    from tests.support.office import open_office
    from ui import theme
    from ui.desk.receive.state import ApplicantField
    from ui.desk.sign_in import SignIn
    from ui.desk.window import DeskWindow
    from ui.tasks import Tasks

    app = QApplication([])
    theme.apply(app)
    found = {}
    with open_office(folder) as office:
        tasks = Tasks(office.services.changes)
        page = SignIn(office.services, tasks, 3)
        page.show()
        while not page.officers.count():
            app.processEvents()
        page.code.show()
        found["sign-in"] = _read_apart(app)
        page.close()
        officer = office.services.officers.all()[0]
        window = DeskWindow(office.services, tasks, None, None, 3, officer)
        window.show()
        while window.receive.keeper.draft is None:
            app.processEvents()
        window.receive_page.form.applicant.fields[ApplicantField.NAME].line.setText(CITIZEN)
        window.session.lock()
        found["lock"] = _read_apart(app)
        window.close()
        tasks.close()
        page.deleteLater()
        window.deleteLater()
    return found


def _read_apart(app: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - Qt is imported late
    """Read the tree from another process, while this one answers."""
    from PySide6.QtCore import QEventLoop, QTimer

    command = [sys.executable, "-m", __spec__.name, "--read"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as reader:
        loop, timer = QEventLoop(), QTimer()
        timer.timeout.connect(lambda: None if reader.poll() is None else loop.quit())
        timer.start(_LOOK_MS)
        loop.exec()
        assert reader.stdout is not None
        found: list[dict[str, Any]] = json.loads(reader.stdout.read())
    return found


if __name__ == "__main__":
    if sys.argv[1] == "--read":
        print(json.dumps(read()))
    else:
        Path(sys.argv[2]).write_text(json.dumps(show(Path(sys.argv[1]))))
