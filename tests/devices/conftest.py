"""What the device tests share: virtual devices that are closed again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from devices.printer.virtual import VirtualPrinter
from devices.scanner.virtual import VirtualScanner
from tests.devices.support import FixedClock


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def printer() -> Iterator[VirtualPrinter]:
    device = VirtualPrinter()
    yield device
    device.close()


@pytest.fixture
def feeder(tmp_path: Path) -> VirtualScanner:
    device = VirtualScanner(tmp_path / "feeder")
    device.load(Image.new("RGB", (80, 110), (40 * number, 0, 0)) for number in range(3))
    return device
