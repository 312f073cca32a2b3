"""What the tests of network scanners share: sheets of one grey each, and a client of our own."""

import threading
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from counter_app.ports import ScanRequest, SheetSize
from devices.scanner.escl import EsclScanner, escl_settings
from devices.scanner.escl_virtual import VirtualEsclScanner

FEEDER = ScanRequest(resolution=50, size=SheetSize.CARD)
GLASS = ScanRequest(resolution=50, size=SheetSize.CARD, feeder=False)
SHADES = (40, 80, 120, 160, 200)

Make = Callable[..., VirtualEsclScanner]


def sheet(shade: int) -> Image.Image:
    return Image.new("RGB", (400, 300), (shade, shade, shade))


def client(virtual: VirtualEsclScanner, silent_s: float = 5.0) -> EsclScanner:
    return EsclScanner(escl_settings(virtual.settings(silent_s=silent_s)), name="s")


def shades(pages: list[Path]) -> list[int]:
    """Return the grey of each page, to the nearest of those that were laid in."""
    found = []
    for page in pages:
        with Image.open(page) as picture:
            grey = picture.convert("L").getpixel((20, 20))
            assert isinstance(grey, int)
            found.append(min((*SHADES, 255), key=lambda shade: abs(shade - grey)))
    return found


def cancel_at_page_2(scanner: EsclScanner) -> None:
    """Cancel from another thread, soon after the second page began."""
    scanner.on_progress(lambda *at: threading.Timer(0.2, scanner.cancel).start() if at == (2, 0.0) else None)


def only_pages_are_left(folder: Path, told: list[Path]) -> None:
    assert sorted(folder.iterdir()) == sorted(told)
