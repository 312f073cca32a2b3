"""What the device tests share: virtual devices that are closed again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from devices.printer.device import EscPosPrinter
from devices.printer.virtual import VirtualPrinter
from devices.scanner.escl_virtual import VirtualEsclScanner
from devices.scanner.escl_virtual_xml import Model
from devices.scanner.virtual import VirtualScanner
from devices.transport.tcp import TcpTransport
from tests.devices.escl_kit import SHADES, Make, sheet
from tests.devices.support import FixedClock, Notebook


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def printer() -> Iterator[VirtualPrinter]:
    device = VirtualPrinter()
    yield device
    device.close()


@pytest.fixture
def device(printer: VirtualPrinter) -> Iterator[EscPosPrinter]:
    made = EscPosPrinter(TcpTransport("p", printer.address), name="p", answer_s=0.3, finish_s=1.0)
    made.open()
    yield made
    made.close()


@pytest.fixture
def tickets(printer: VirtualPrinter) -> Notebook[Image.Image]:
    notebook: Notebook[Image.Image] = Notebook()
    printer.on_ticket(notebook)
    return notebook


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder for scanned pages."""
    made = tmp_path / "pages"
    made.mkdir()
    return made


@pytest.fixture
def feeder(tmp_path: Path) -> VirtualScanner:
    device = VirtualScanner(tmp_path / "feeder")
    device.load(Image.new("RGB", (80, 110), (40 * number, 0, 0)) for number in range(3))
    return device


@pytest.fixture
def escl() -> Iterator[Make]:
    """Return a maker of virtual network scanners with three sheets, which are closed at the end."""
    made: list[VirtualEsclScanner] = []

    def make_one(model: Model | None = None, sheets: int = 3) -> VirtualEsclScanner:
        scanner = VirtualEsclScanner(model or Model())
        made.append(scanner)
        scanner.load(sheet(shade) for shade in SHADES[:sheets])
        return scanner

    yield make_one
    for one in made:
        one.close()
