"""Debian's own SANE test back end through the real scanimage: a real feeder, real errors, a driver that hangs."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from PIL import Image

from counter_app.errors import Code
from counter_app.ports import DeviceKind, ScanMode, ScanRequest, SheetSize
from devices.scanner.device import SaneScanner, sane_settings
from devices.scanner.sane_list import list_sane
from devices.scanner.scanner_device import FoundScanner
from devices.settings import DeviceSettings, TransportKind
from devices.supervisor import Health
from tests.devices.support import PATIENCE_S, Notebook, refused

Sane = Callable[..., SaneScanner]
A4_COLOUR = ScanRequest(resolution=75, mode=ScanMode.COLOR)
SLOWLY = "--read-delay=yes --read-delay-duration 30000"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    made = tmp_path / "sane.d"
    made.mkdir()
    (made / "dll.conf").write_text("test\n", "ascii")
    (made / "test.conf").write_text("geometry_max 300.0\nresolution_max 400.0\n", "ascii")
    return made


@pytest.fixture
def sane(config: Path) -> Sane:
    """A scanner of the back end; ``extra`` are its fault options."""

    def make(extra: str = "", silent: float = 20.0, program: str = "scanimage") -> SaneScanner:
        options = {"config": str(config), "extra": extra, "silent": str(silent), "program": program}
        record = DeviceSettings(DeviceKind.SCANNER, "s", TransportKind.SANE, "test:0", options=options)
        return SaneScanner(sane_settings(record), name="s")

    return make


def size_mm(page: Path) -> tuple[float, float]:
    with Image.open(page) as picture:
        dots = picture.info["dpi"][0]
        return picture.width / dots * 25.4, picture.height / dots * 25.4


def running(words: str) -> list[int]:
    """Return the scanimage processes whose command line has these words."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes().decode("utf-8", "replace")
        except OSError:
            continue
        if command.startswith("scanimage") and words in command:
            found.append(int(process.name))
    return found


def only_pages_are_left(folder: Path, told: Iterable[Path]) -> None:
    assert sorted(folder.iterdir()) == sorted(told)


def test_ten_a4_pages_in_colour_come_from_the_feeder_and_each_tells_how_far_it_is(sane: Sane, folder: Path) -> None:
    told: Notebook[Path] = Notebook()
    shares: list[tuple[int, float]] = []
    scanner = sane("--test-picture 'Color pattern'")
    scanner.on_progress(lambda page, share: shares.append((page, share)))
    scanner.open()

    pages = scanner.scan(A4_COLOUR, folder, told)

    assert list(pages) == told.notes
    assert len(pages) == 10
    for page in pages:
        assert size_mm(page) == pytest.approx((210, 297), abs=1)
        with Image.open(page) as picture:
            assert picture.mode == "RGB"
    assert shares == sorted(shares)
    assert [page for page, share in shares if share == 1.0] == list(range(1, 11))
    assert any(0 < share < 1 for _, share in shares)
    assert scanner.poll() == Health()


@pytest.mark.parametrize(
    "status, code",
    [
        ("JAMMED", Code.SCANNER_JAM),
        ("NO_DOCS", None),  # after a page an empty feeder is the end
        ("COVER_OPEN", Code.SCANNER_COVER),
        ("IO_ERROR", Code.SCANNER_IO),
        ("DEVICE_BUSY", Code.DEVICE_BUSY),
        ("ACCESS_DENIED", Code.DEVICE_DENIED),
        ("UNSUPPORTED", Code.SCANNER_IO),
    ],
)
def test_an_error_after_three_pages_has_its_own_code_and_keeps_them(
    sane: Sane, folder: Path, tmp_path: Path, status: str, code: Code | None
) -> None:
    program = tmp_path / "three-pages-then-trouble"
    # The back end fails at the first page or at none: three good pages of one run, and the error of the next.
    program.write_text(
        "#!/bin/sh\n"
        'case "$*" in *--batch=*) ;; *) exec scanimage "$@" ;; esac\n'
        'scanimage "$@" --batch-count=3 2>/dev/null\n'
        f'exec scanimage "$@" --batch-start=4 --read-return-value SANE_STATUS_{status}\n',
        "ascii",
    )
    program.chmod(0o755)
    told: Notebook[Path] = Notebook()
    scanner = sane(program=str(program))

    if code is None:
        assert len(scanner.scan(A4_COLOUR, folder, told)) == 3
    else:
        assert refused(code, lambda: scanner.scan(A4_COLOUR, folder, told)).params["pages"] == 3
        assert scanner.poll() == Health(code)

    assert len(told.notes) == 3
    only_pages_are_left(folder, told.notes)


@pytest.mark.parametrize(
    "blow, silent, code",
    [
        pytest.param(signal.SIGSTOP, 2.0, Code.DEVICE_SILENT, id="it hangs"),
        pytest.param(signal.SIGSEGV, 20.0, Code.SCANNER_IO, id="it crashes"),
    ],
)
def test_a_driver_that_dies_in_mid_batch_takes_nothing_along(
    sane: Sane, folder: Path, blow: signal.Signals, silent: float, code: Code
) -> None:
    told: Notebook[Path] = Notebook()

    def tell(page: Path) -> None:
        told(page)
        if len(told.notes) == 2:
            (driver,) = running(str(folder))
            os.kill(driver, blow)

    scanner = sane(SLOWLY, silent=silent)

    began = time.monotonic()
    error = refused(code, lambda: scanner.scan(A4_COLOUR, folder, tell))

    assert time.monotonic() - began < PATIENCE_S
    assert error.params["pages"] == len(told.notes) == 2
    assert running(str(folder)) == []
    only_pages_are_left(folder, told.notes)
    assert len(sane().scan(A4_COLOUR, folder, Notebook[Path]())) == 10


def test_a_batch_cancelled_in_the_middle_keeps_its_pages_and_the_next_scan_works(sane: Sane, folder: Path) -> None:
    scanner = sane(SLOWLY)
    told: Notebook[Path] = Notebook()

    def cancel() -> None:
        told.until_count(2)
        scanner.cancel()

    canceller = threading.Thread(target=cancel)
    canceller.start()

    error = refused(Code.SCAN_CANCELLED, lambda: scanner.scan(A4_COLOUR, folder, told))

    canceller.join()
    assert error.params["pages"] == len(told.notes) < 10
    only_pages_are_left(folder, told.notes)
    assert running(str(folder)) == []
    assert len(scanner.scan(ScanRequest(resolution=50, feeder=False), folder, Notebook[Path]())) == 1


def test_the_sheet_is_as_large_as_asked_and_a_card_gets_some_room_around_it(sane: Sane, folder: Path) -> None:
    scanner = sane()

    (half,) = scanner.scan(ScanRequest(100, feeder=False, size=SheetSize.A5), folder, Notebook[Path]())
    (card,) = scanner.scan(ScanRequest(100, feeder=False, size=SheetSize.CARD), folder, Notebook[Path]())

    assert size_mm(half) == pytest.approx((148, 210), abs=1)
    assert size_mm(card) == pytest.approx((95.6, 64), abs=1)


def test_what_the_scanner_lacks_is_made_from_what_it_has(sane: Sane, folder: Path) -> None:
    grid = sane("--test-picture Grid")  # knows grey and colour, and no more than 400 dots per inch

    (page,) = grid.scan(ScanRequest(600, ScanMode.LINEART, feeder=False, size=SheetSize.CARD), folder, Notebook[Path]())

    with Image.open(page) as picture:
        assert picture.mode == "1"
        assert picture.getextrema() == (0, 255)
        assert round(picture.info["dpi"][0]) == 400
    duplex = ScanRequest(resolution=50, duplex=True)
    assert len(grid.scan(duplex, folder, Notebook[Path]())) == 10  # the fronts alone


def test_the_scanners_that_sane_finds_are_listed_by_name(config: Path) -> None:
    found = list_sane(20.0, environment={"SANE_CONFIG_DIR": str(config)})

    assert found == tuple(
        FoundScanner("Noname frontend-tester", TransportKind.SANE, f"test:{number}") for number in range(2)
    )
    refused(Code.DEVICE_ABSENT, lambda: list_sane(1.0, program="/nowhere/scanimage"))
