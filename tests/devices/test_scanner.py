"""The scanner: SANE's own test back end, and the virtual scanner through the very same code."""

import contextlib
import os
import threading
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from counter_app.errors import Code, CounterError
from counter_app.ports import DeviceKind, ScanMode, ScanRequest
from counter_app.services.landed_pages import LandedPages
from devices.scanner.device import SaneScanner, sane_settings
from devices.scanner.pages import TruncatedPage, check_pnm, keep_page
from devices.scanner.virtual import ScannerFault, VirtualScanner
from devices.settings import DeviceSettings, TransportKind
from devices.supervisor import Health
from tests.devices.support import PATIENCE_S, Notebook, refused

Sane = Callable[..., SaneScanner]
FEEDER = ScanRequest(resolution=50)
GLASS = ScanRequest(resolution=50, feeder=False)


@pytest.fixture
def sane(tmp_path: Path) -> Sane:
    """A scanner of Debian's SANE test back end; ``extra`` are its fault options."""
    config = tmp_path / "sane.d"
    config.mkdir()
    (config / "dll.conf").write_text("test\n", "ascii")

    def make(extra: str = "", silent: float = 20.0, address: str = "test:0") -> SaneScanner:
        options = {"config": str(config), "extra": extra, "silent": str(silent)}
        record = DeviceSettings(DeviceKind.SCANNER, "s", TransportKind.SANE, address, options=options)
        return SaneScanner(sane_settings(record), name="s")

    return make


def virtual(feeder: VirtualScanner, silent_s: float = 20.0) -> SaneScanner:
    return SaneScanner(sane_settings(feeder.settings("v", silent_s=silent_s)), name="v")


def only_pages_are_left(folder: Path, told: list[Path]) -> None:
    assert sorted(folder.iterdir()) == sorted(told)


def test_ten_pages_come_from_the_feeder_in_order_as_png(sane: Sane, folder: Path) -> None:
    told: Notebook[Path] = Notebook()
    scanner = sane("--test-picture 'Color pattern'")
    scanner.open()

    pages = scanner.scan(ScanRequest(resolution=75, mode=ScanMode.COLOR), folder, told)

    assert len(pages) == 10
    assert list(pages) == told.notes == sorted(pages)
    for page in pages:
        with Image.open(page) as picture:
            picture.load()
            assert picture.format == "PNG"
            assert picture.mode == "RGB"
            assert round(picture.info["dpi"][0]) == 75
    only_pages_are_left(folder, told.notes)
    assert scanner.poll() == Health()


def test_the_glass_gives_one_gray_page(sane: Sane, folder: Path) -> None:
    (page,) = sane().scan(GLASS, folder, Notebook[Path]())

    with Image.open(page) as picture:
        assert picture.mode == "L"


def test_two_scans_into_one_folder_keep_each_others_pages(sane: Sane, folder: Path) -> None:
    scanner = sane()

    first, second = scanner.scan(GLASS, folder, Notebook[Path]()), scanner.scan(GLASS, folder, Notebook[Path]())

    only_pages_are_left(folder, [*first, *second])


@pytest.mark.parametrize(
    "status, code",
    [
        ("JAMMED", Code.SCANNER_JAM),
        ("NO_DOCS", Code.SCANNER_EMPTY),
        ("COVER_OPEN", Code.SCANNER_COVER),
        ("IO_ERROR", Code.SCANNER_IO),
        ("NO_MEM", Code.SCANNER_IO),
        ("DEVICE_BUSY", Code.DEVICE_BUSY),
        ("CANCELLED", Code.SCAN_CANCELLED),
        ("ACCESS_DENIED", Code.DEVICE_DENIED),
        ("EOF", Code.SCAN_TRUNCATED),
    ],
)
def test_each_of_sanes_errors_is_told_by_its_own_code_and_leaves_nothing_behind(
    sane: Sane, folder: Path, status: str, code: Code
) -> None:
    scanner = sane(f"--read-return-value SANE_STATUS_{status}")

    refused(code, lambda: scanner.scan(FEEDER, folder, Notebook[Path]()))

    only_pages_are_left(folder, [])


def test_a_scan_cancelled_half_way_keeps_the_pages_already_told(sane: Sane, folder: Path) -> None:
    scanner = sane("--read-delay=yes --read-delay-duration 20000")
    told: Notebook[Path] = Notebook()

    def tell(page: Path) -> None:
        told(page)
        if len(told.notes) == 2:
            canceller.start()

    canceller = threading.Thread(target=scanner.cancel)

    error = refused(Code.SCAN_CANCELLED, lambda: scanner.scan(ScanRequest(resolution=150), folder, tell))

    canceller.join()
    assert error.params["pages"] == len(told.notes) < 10
    only_pages_are_left(folder, told.notes)
    assert len(scanner.scan(GLASS, folder, Notebook[Path]())) == 1


def test_an_unknown_scanner_and_a_missing_program_are_absent(sane: Sane) -> None:
    refused(Code.DEVICE_ABSENT, sane(address="nosuch:0").open)
    options = {"program": "/nowhere/scanimage"}
    record = DeviceSettings(DeviceKind.SCANNER, "s", TransportKind.SANE, "", options=options)
    refused(Code.DEVICE_ABSENT, SaneScanner(sane_settings(record), name="s").open)


@pytest.mark.parametrize(
    "fault, code",
    [
        (ScannerFault.ABSENT, Code.DEVICE_ABSENT),
        (ScannerFault.BUSY, Code.DEVICE_BUSY),
        (ScannerFault.DENIED, Code.DEVICE_DENIED),
    ],
)
def test_a_scanner_that_cannot_be_opened_says_why(feeder: VirtualScanner, fault: ScannerFault, code: Code) -> None:
    feeder.fault(fault)
    scanner = virtual(feeder)

    refused(code, scanner.open)

    feeder.repair()
    scanner.open()


def test_both_sides_of_a_sheet_come_one_after_the_other(tmp_path: Path, folder: Path) -> None:
    feeder = VirtualScanner(tmp_path / "duplex")
    sides = [Image.new("L", (80, 110), level) for level in (10, 20, 30)]
    feeder.load([sides[0], sides[2]], backs=[sides[1]])

    pages = virtual(feeder).scan(ScanRequest(resolution=100, duplex=True), folder, Notebook[Path]())

    levels = []
    for page in pages:
        with Image.open(page) as picture:
            levels.append(picture.getpixel((40, 50)))
    assert levels == [10, 20, 30, 255]  # the last sheet has nothing on its back
    assert feeder.waiting == 0


def test_a_black_and_white_page_is_ink_where_it_is_dark(tmp_path: Path, folder: Path) -> None:
    feeder = VirtualScanner(tmp_path / "text")
    text = Image.new("L", (80, 110), 220)
    text.paste(60, (0, 0, 40, 110))
    feeder.load([text])

    (page,) = virtual(feeder).scan(ScanRequest(100, ScanMode.LINEART), folder, Notebook[Path]())

    with Image.open(page) as picture:
        assert picture.mode == "1"
        assert (picture.getpixel((10, 50)), picture.getpixel((70, 50))) == (0, 255)


def test_the_virtual_scanner_gives_the_pages_laid_into_it(feeder: VirtualScanner, folder: Path) -> None:
    scanner = virtual(feeder)
    scanner.open()

    pages = scanner.scan(ScanRequest(resolution=100, mode=ScanMode.COLOR), folder, Notebook[Path]())

    assert feeder.waiting == 0
    for number, page in enumerate(pages):
        with Image.open(page) as picture:
            assert picture.size == (80, 110)
            assert picture.getpixel((40, 50)) == (40 * number, 0, 0)
    refused(Code.SCANNER_EMPTY, lambda: scanner.scan(FEEDER, folder, Notebook[Path]()))


def test_the_virtual_scanner_scales_to_the_resolution_and_leaves_the_page_on_the_glass(
    feeder: VirtualScanner, folder: Path
) -> None:
    (page,) = virtual(feeder).scan(ScanRequest(resolution=200, feeder=False), folder, Notebook[Path]())

    with Image.open(page) as picture:
        assert picture.size == (160, 220)
        assert picture.mode == "L"
    assert feeder.waiting == 3


@pytest.mark.parametrize(
    "fault, code",
    [
        (ScannerFault.JAM, Code.SCANNER_JAM),
        (ScannerFault.COVER, Code.SCANNER_COVER),
        (ScannerFault.IO, Code.SCANNER_IO),
        (ScannerFault.TRUNCATED, Code.SCAN_TRUNCATED),
        (ScannerFault.CRASH, Code.SCANNER_IO),
    ],
)
def test_a_fault_at_the_third_page_keeps_the_first_two(
    feeder: VirtualScanner, folder: Path, fault: ScannerFault, code: Code
) -> None:
    feeder.fault(fault, page=3)
    told: Notebook[Path] = Notebook()
    scanner = virtual(feeder)

    error = refused(code, lambda: scanner.scan(FEEDER, folder, told))

    assert error.params["pages"] == 2
    only_pages_are_left(folder, told.notes)
    assert scanner.poll() == Health(code)
    feeder.repair()
    feeder.load([Image.new("L", (10, 10))])
    assert scanner.scan(FEEDER, folder, Notebook[Path]())
    assert scanner.poll() == Health()


def test_a_feeder_that_runs_empty_after_a_page_is_the_end_not_an_error(feeder: VirtualScanner, folder: Path) -> None:
    feeder.fault(ScannerFault.EMPTY, page=2)

    assert len(virtual(feeder).scan(FEEDER, folder, Notebook[Path]())) == 1


def test_a_slow_page_is_waited_for_as_long_as_it_moves(feeder: VirtualScanner, folder: Path) -> None:
    feeder.fault(ScannerFault.SLOW, seconds=0.15)

    assert len(virtual(feeder, silent_s=2.5).scan(GLASS, folder, Notebook[Path]())) == 1


def test_a_scanner_that_hangs_is_killed_with_all_it_started(
    feeder: VirtualScanner, folder: Path, tmp_path: Path
) -> None:
    feeder.fault(ScannerFault.SILENT)

    began = time.monotonic()
    refused(Code.DEVICE_SILENT, lambda: virtual(feeder, silent_s=0.6).scan(FEEDER, folder, Notebook[Path]()))

    assert time.monotonic() - began < 5
    assert not _running(str(tmp_path))
    only_pages_are_left(folder, [])


def test_interrupting_a_scan_ends_it_within_seconds(feeder: VirtualScanner, folder: Path) -> None:
    feeder.fault(ScannerFault.SLOW, page=2, seconds=0.5)
    scanner = virtual(feeder)
    told: Notebook[Path] = Notebook()

    def interrupt() -> None:
        told.until_count(1)
        scanner.interrupt()

    interrupter = threading.Thread(target=interrupt)
    interrupter.start()

    refused(Code.SCAN_CANCELLED, lambda: scanner.scan(FEEDER, folder, told))

    interrupter.join(PATIENCE_S)
    only_pages_are_left(folder, told.notes)


def test_pages_that_could_not_be_stored_are_all_offered_again(feeder: VirtualScanner, tmp_path: Path) -> None:
    landed = LandedPages(tmp_path / "scans", bytes(32), tmp_path / "memory")
    folder = landed.begin("draft-1", 0)

    def full(_: Path) -> None:
        raise CounterError(Code.DISK_FULL, path="blobs")

    refused(Code.DISK_FULL, lambda: virtual(feeder).scan(ScanRequest(resolution=100), folder, full))
    landed.end(folder)

    levels = []
    for page in landed.waiting():
        with Image.open(BytesIO(landed.read(page.path))) as picture:
            levels.append(picture.convert("L").tobytes()[0])
    assert levels == sorted(set(levels))
    assert len(levels) + feeder.waiting >= 3  # a sheet may be cut off on its way out


def test_a_folder_that_is_not_there_is_told_as_such(feeder: VirtualScanner, tmp_path: Path) -> None:
    refused(Code.DATA_NOT_WRITABLE, lambda: virtual(feeder).scan(FEEDER, tmp_path / "nowhere", Notebook[Path]()))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"P5\n# SANE data follows\n157 196\n255\n", id="the 35 bytes of SANE"),
        pytest.param(b"P6\n2 2\n255\n" + bytes(11), id="a byte short"),
        pytest.param(b"P6\n2 2\n255\n" + bytes(13), id="a byte long"),
        pytest.param(b"P5\n0 0\n255\n", id="no size"),
        pytest.param(b"P5\n99999999 99999999\n255\n", id="absurd size"),
        pytest.param(b"P5\n2\n", id="half a header"),
        pytest.param(b"\x89PNG\r\n", id="another format"),
        pytest.param(b"", id="empty"),
    ],
)
def test_a_page_that_is_not_whole_is_never_kept(tmp_path: Path, data: bytes) -> None:
    raw, target = tmp_path / "raw.pnm", tmp_path / "page.png"
    raw.write_bytes(data)

    with pytest.raises(TruncatedPage):
        keep_page(raw, target, 200)

    assert list(tmp_path.iterdir()) == [raw]


@pytest.mark.parametrize(
    "data",
    [
        b"P4\n# SANE data follows\n9 2\n" + bytes(4),
        b"P5\n# SANE data follows\n3 2\n255\n" + b"#" * 6,
        b"P5 3 2 65535 " + bytes(12),
        b"P6\n3 2\n255\n" + b"\n" * 18,
    ],
)
def test_whole_pages_of_every_kind_pass(tmp_path: Path, data: bytes) -> None:
    raw = tmp_path / "raw.pnm"
    raw.write_bytes(data)

    check_pnm(raw)


def _running(words: str) -> list[str]:
    """Return the running processes whose command line has these words, but this one."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            command = (process / "cmdline").read_bytes().decode("utf-8", "replace")
            if words in command and process.name != str(os.getpid()):
                found.append(command)
    return found
