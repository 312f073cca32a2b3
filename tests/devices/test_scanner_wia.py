"""Windows' scanners, as far as they can be tried without Windows: what the script says, and what becomes of it.

A stand-in for PowerShell says the lines of resources/devices/wia_scan.ps1; the script itself needs Windows.
"""

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from counter_app.errors import Code
from counter_app.ports import DeviceKind, ScanMode, ScanRequest, SheetSize
from devices.registry import build_scanner
from devices.scanner.scanner_device import FoundScanner
from devices.scanner.wia import WiaScanner, WiaSettings
from devices.settings import DeviceSettings, TransportKind
from devices.supervisor import Health
from tests.devices.support import PATIENCE_S, FixedClock, Notebook, refused

Stand = Callable[..., WiaScanner]
HEAD = """
import sys, time
from pathlib import Path
from PIL import Image
words = sys.argv[2:]
def of(name):
    return words[words.index("-" + name) + 1]
def say(line):
    print(line, flush=True)
def page(number, level=90):
    path = Path(of("Folder")) / f"page-{number}.bmp"
    Image.new("RGB", (int(of("Width")), int(of("Height"))), (level, level, level)).save(path)
    say(f"PAGE {path}")
if "-Folder" not in words and "-List" not in words:
    say("DONE"); sys.exit()
"""


@pytest.fixture
def stand(tmp_path: Path) -> Stand:
    """A scanner whose PowerShell says what ``program`` makes it say."""

    def make(program: str, silent_s: float = 20.0, device: str = "{wia}\\0001") -> WiaScanner:
        script = tmp_path / "powershell.py"
        script.write_text(HEAD + program, "utf-8")
        return WiaScanner(WiaSettings((sys.executable, "-P", str(script)), device, silent_s), name="w")

    return make


def test_pages_land_in_the_size_and_mode_that_were_asked_for(stand: Stand, folder: Path) -> None:
    told: Notebook[Path] = Notebook()
    shares: list[tuple[int, float]] = []
    scanner = stand("page(1); page(2); say('DONE')")
    scanner.on_progress(lambda page, share: shares.append((page, share)))
    scanner.open()

    pages = scanner.scan(ScanRequest(100, ScanMode.GRAY, size=SheetSize.A5), folder, told)

    assert list(pages) == told.notes == sorted(folder.iterdir())
    assert len(pages) == 2
    with Image.open(pages[0]) as picture:
        assert (picture.size, picture.mode) == ((583, 827), "L")
        assert round(picture.info["dpi"][0]) == 100
    assert shares == [(1, 0.0), (1, 1.0), (2, 1.0)]
    assert scanner.poll() == Health()


@pytest.mark.parametrize(
    "request_, wanted",
    [
        (ScanRequest(), "['1', '2', '200']"),
        (ScanRequest(300, ScanMode.COLOR, duplex=True), "['5', '1', '300']"),
        (ScanRequest(300, ScanMode.LINEART, feeder=False), "['2', '4', '300']"),
    ],
)
def test_the_script_is_told_source_mode_resolution_and_scanner(
    stand: Stand, folder: Path, request_: ScanRequest, wanted: str
) -> None:
    scanner = stand(
        f"assert [of('Handling'), of('Intent'), of('Resolution')] == {wanted}, words\n"
        "assert of('Device') == '{wia}\\\\0001'\n"
        "page(1); say('DONE')"
    )

    assert len(scanner.scan(request_, folder, Notebook[Path]())) == 1


@pytest.mark.parametrize(
    "end, code",
    [
        ("say('FAULT 80210002')", Code.SCANNER_JAM),
        ("say('FAULT 80210016')", Code.SCANNER_COVER),
        ("say('FAULT 80210006')", Code.DEVICE_BUSY),
        ("say('FAULT 80070005')", Code.DEVICE_DENIED),
        ("say('FAULT 8021000A')", Code.SCANNER_IO),
        ("say('FAULT nonsense')", Code.SCANNER_IO),
        ("sys.exit(3)", Code.SCANNER_IO),
        ("import os; os.abort()", Code.SCANNER_IO),
        ("say('PAGE ' + __file__)", Code.SCAN_TRUNCATED),
        ("time.sleep(60)", Code.DEVICE_SILENT),
    ],
)
def test_a_fault_after_a_page_has_its_code_and_keeps_the_page(stand: Stand, folder: Path, end: str, code: Code) -> None:
    told: Notebook[Path] = Notebook()
    scanner = stand(f"page(1); {end}", silent_s=4.0 if code is Code.DEVICE_SILENT else 20.0)

    began = time.monotonic()
    error = refused(code, lambda: scanner.scan(ScanRequest(100), folder, told))

    assert time.monotonic() - began < 2 * PATIENCE_S
    assert error.params["pages"] == 1
    assert sorted(folder.iterdir()) == told.notes
    assert scanner.poll() == Health(code)


def test_an_empty_feeder_is_said(stand: Stand, folder: Path) -> None:
    scanner = stand("say('FAULT 80210003')")

    refused(Code.SCANNER_EMPTY, lambda: scanner.scan(ScanRequest(100), folder, Notebook[Path]()))

    assert scanner.poll() == Health()


def test_cancelling_keeps_the_pages_that_came(stand: Stand, folder: Path) -> None:
    scanner = stand("page(1); time.sleep(60)")
    told: Notebook[Path] = Notebook()

    def cancel() -> None:
        told.until_count(1)
        scanner.cancel()

    canceller = threading.Thread(target=cancel)
    canceller.start()

    error = refused(Code.SCAN_CANCELLED, lambda: scanner.scan(ScanRequest(100), folder, told))

    canceller.join()
    assert error.params["pages"] == 1


def test_the_scanners_of_windows_are_listed(stand: Stand) -> None:
    scanner = stand("say('DEVICE {a}\\\\0001\\tCanon'); say('DEVICE {b}\\\\0002\\t'); say('DONE')")

    assert scanner.found() == (
        FoundScanner("Canon", TransportKind.WIA, "{a}\\0001"),
        FoundScanner("{b}\\0002", TransportKind.WIA, "{b}\\0002"),
    )


def test_without_windows_the_scanner_is_absent(folder: Path) -> None:
    scanner = build_scanner(DeviceSettings(DeviceKind.SCANNER, "w", TransportKind.WIA), FixedClock())

    refused(Code.DEVICE_ABSENT, scanner.open)
    refused(Code.DEVICE_ABSENT, lambda: scanner.scan(ScanRequest(), folder, Notebook[Path]()))
