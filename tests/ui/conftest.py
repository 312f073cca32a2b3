"""What the tests of the screens share: the look, an open office on a real file, the bridge to it."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import resources
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.ports import DeviceKind
from devices.finding.found import Findings
from devices.fleet import Devices
from devices.patience import Backoff
from devices.virtual import VirtualStation
from tests.support.office import OpenOffice, open_office
from tests.ui.desk_kit import Desk, open_desk
from tests.ui.devices_kit import Bench
from ui import language, theme
from ui.desk.context import DeskContext
from ui.desk.notices import Notices
from ui.machine import Machine
from ui.tasks import Tasks


@pytest.fixture
def look(qapp: QApplication) -> Iterator[QApplication]:
    """Return the application in its ordinary look, and in Vietnamese."""
    if theme.look() != theme.Look() or not qapp.styleSheet():
        theme.apply(qapp)
    yield qapp
    # A window that waits for its end would be dressed anew before it.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    language.set_language(qapp, "vi")
    if theme.look() != theme.Look():
        theme.apply(qapp)


@pytest.fixture(scope="session")
def catalogues() -> None:
    """Compile the translations, as setting up the project does."""
    folder = Path(str(resources.files("resources"))) / "translations"
    for source in folder.glob("*.ts"):
        compiled = source.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            program = Path(sys.executable).parent / "pyside6-lrelease"
            subprocess.run([str(program), "-silent", str(source)], check=True, timeout=60)
    language.forget_catalogues()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    """Open an office without a printer."""
    with open_office(tmp_path) as opened:
        yield opened


@pytest.fixture
def tasks(look: QApplication, office: OpenOffice) -> Iterator[Tasks]:
    """Return the bridge to the office; closed before it."""
    made = Tasks(office.services.changes)
    crashes: list[str] = []
    made.crashed.connect(crashes.append)
    yield made
    made.close()
    assert crashes == []


@pytest.fixture
def station(tmp_path: Path, office: OpenOffice) -> Iterator[tuple[VirtualStation, Devices]]:
    """Plug in virtual devices."""
    virtual = VirtualStation(tmp_path / "devices")
    devices = Devices(virtual.settings(), clock=office.clock)
    devices.start()
    yield virtual, devices
    devices.close()
    virtual.close()


@pytest.fixture
def desk(qtbot: QtBot, office: OpenOffice, tasks: Tasks, station: tuple[VirtualStation, Devices]) -> Iterator[Desk]:
    """Open a desk whose card reader is ready; a module may have a plainer one of its own."""
    with open_desk(qtbot, office, tasks, station[1]) as opened:
        opened.until(lambda: opened.window.receive.reader_ready())
        yield opened


@pytest.fixture
def virtual(station: tuple[VirtualStation, Devices]) -> VirtualStation:
    """Return what a person does to the virtual devices."""
    return station[0]


@pytest.fixture
def bare_station(tmp_path: Path, office: OpenOffice) -> Iterator[tuple[VirtualStation, Devices]]:
    """Have virtual devices that nobody has set up yet."""
    virtual = VirtualStation(tmp_path / "devices")
    devices = Devices((), clock=office.clock, backoff=Backoff(steps=(0.01,), jitter=0))
    devices.start()
    yield virtual, devices
    devices.close()
    virtual.close()


@pytest.fixture
def devices_bench(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, bare_station: tuple[VirtualStation, Devices], tmp_path: Path
) -> Callable[..., Bench]:
    """Open the devices' tab for an officer, with some of the virtual devices, and what a search will find."""

    def made(officer: str = "son", findings: Findings | None = None, plugged: Sequence[DeviceKind] = ()) -> Bench:
        virtual, devices = bare_station
        devices.replace([record for record in virtual.settings() if record.kind in plugged])
        me = next(one for one in office.services.officers.all() if one.id == officer)
        context = DeskContext(office.services, tasks, Notices(), 3, me, None, Machine(tmp_path), devices)
        return Bench(qtbot, context, findings or Findings())

    return made
