"""The watched folder: what another program saves becomes pages, nothing is deleted, nothing hostile gets through."""

import re
import threading
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from counter_app.errors import Code
from counter_app.ports import DeviceKind, ScanMode, ScanRequest
from devices.registry import build_scanner
from devices.scanner.watched_folder import FolderSettings, WatchedFolder
from devices.settings import DeviceSettings, TransportKind
from tests.devices.support import PATIENCE_S, FixedClock, Notebook, refused

FEEDER = ScanRequest(resolution=100, mode=ScanMode.COLOR)
RED, GREEN, BLUE = (200, 0, 0), (0, 150, 0), (0, 0, 200)


@pytest.fixture
def watched(tmp_path: Path) -> Path:
    made = tmp_path / "from-the-scanner"
    made.mkdir()
    return made


def scanner_of(watched: Path, *, quiet: float = 0.5, settle: float = 0.3, most: int = 10_000_000) -> WatchedFolder:
    settings = FolderSettings(watched, quiet_s=quiet, patience_s=0.6, steady_s=0.1, settle_s=settle, most_bytes=most)
    scanner = WatchedFolder(settings, name="thư mục")
    scanner.open()
    return scanner


def picture(colour: tuple[int, int, int]) -> Image.Image:
    return Image.new("RGB", (80, 110), colour)


def encoded(colour: tuple[int, int, int], kind: str) -> bytes:
    made = BytesIO()
    picture(colour).save(made, kind, dpi=(100, 100))
    return made.getvalue()


def colours(pages: list[Path]) -> list[str]:
    """Return which of red, green and blue each page is."""
    found = []
    for page in pages:
        with Image.open(page) as shown:
            assert shown.format == "PNG"
            pixel = shown.convert("RGB").getpixel((40, 50))
        assert isinstance(pixel, tuple)
        found.append("RGB"[max(range(3), key=lambda band: pixel[band])])
    return found


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_files_of_every_kind_become_pages_in_order_and_are_kept_in_done(watched: Path, folder: Path) -> None:
    (watched / "1.JPG").write_bytes(encoded(RED, "JPEG"))
    picture(GREEN).save(watched / "2.tif", save_all=True, append_images=[picture(BLUE)])
    picture(RED).save(watched / "3.pdf", save_all=True, append_images=[picture(GREEN)], resolution=100)
    (watched / "4.png").write_bytes(encoded(BLUE, "PNG"))
    told: Notebook[Path] = Notebook()
    shares: list[tuple[int, float]] = []
    scanner = scanner_of(watched)
    scanner.on_progress(lambda page, share: shares.append((page, share)))

    pages = scanner.scan(FEEDER, folder, told)

    assert list(pages) == told.notes
    assert colours(told.notes) == list("RGBRGB")
    assert names(watched / "done") == ["1.JPG", "2.tif", "3.pdf", "4.png"]
    assert names(watched) == ["done", "refused"]
    assert sorted(folder.iterdir()) == sorted(told.notes)
    assert [page for page, share in shares if share == 1.0] == [1, 2, 3, 4, 5, 6]


def test_a_file_that_is_still_being_written_is_waited_for(watched: Path, folder: Path) -> None:
    content = encoded(RED, "JPEG")
    (watched / "slow.jpg").write_bytes(content[: len(content) // 2])
    (watched / "other.part").write_bytes(content)
    told: Notebook[Path] = Notebook()
    shown: Notebook[tuple[int, float]] = Notebook()
    scanner = scanner_of(watched, settle=PATIENCE_S)
    scanner.on_progress(lambda page, share: shown((page, share)))
    scan = threading.Thread(target=lambda: scanner.scan(FEEDER, folder, told))
    scan.start()

    shown.until_count(1)  # half of it was tried, and is no page yet
    (watched / "slow.jpg").write_bytes(content)

    assert colours(told.until_count(1)) == ["R"]
    scan.join(PATIENCE_S)
    assert names(watched) == ["done", "other.part", "refused"]


def test_the_glass_takes_one_file_and_leaves_the_next_where_it_is(watched: Path, folder: Path) -> None:
    (watched / "a.png").write_bytes(encoded(RED, "PNG"))
    (watched / "b.png").write_bytes(encoded(GREEN, "PNG"))
    grey = ScanRequest(resolution=100, mode=ScanMode.GRAY, feeder=False)

    (page,) = scanner_of(watched).scan(grey, folder, Notebook[Path]())

    with Image.open(page) as shown:
        assert (shown.mode, round(shown.info["dpi"][0])) == ("L", 100)
    assert names(watched) == ["b.png", "done", "refused"]


def test_a_folder_where_nothing_comes_is_an_empty_feeder(watched: Path, folder: Path) -> None:
    refused(Code.SCANNER_EMPTY, lambda: scanner_of(watched).scan(FEEDER, folder, Notebook[Path]()))


def test_cancelling_ends_the_waiting_and_keeps_the_pages(watched: Path, folder: Path) -> None:
    (watched / "a.png").write_bytes(encoded(RED, "PNG"))
    scanner = scanner_of(watched, quiet=60)
    told: Notebook[Path] = Notebook()

    def cancel() -> None:
        told.until_count(1)
        scanner.cancel()

    canceller = threading.Thread(target=cancel)
    canceller.start()

    error = refused(Code.SCAN_CANCELLED, lambda: scanner.scan(FEEDER, folder, told))

    canceller.join()
    assert error.params["pages"] == 1
    assert told.notes[0].exists()


def bomb() -> bytes:
    """A PNG of a few kilobytes that says it has 60,000 x 60,000 dots."""
    content = bytearray(encoded(RED, "PNG"))
    content[16:24] = (60_000).to_bytes(4, "big") * 2
    return bytes(content)


def endless_pdf() -> bytes:
    """A PDF whose one page is 35 metres wide and high."""
    made = BytesIO()
    picture(RED).save(made, "PDF", resolution=100)
    content, count = re.subn(rb"/MediaBox \[[^]]*\]", b"/MediaBox [ 0 0 99999 99999 ]", made.getvalue())
    assert count == 1
    return content


@pytest.mark.parametrize(
    "name, content",
    [
        pytest.param("cut.jpg", lambda: encoded(RED, "JPEG")[:-200], id="cut off"),
        pytest.param("empty.png", lambda: b"", id="empty"),
        pytest.param("program.jpg", lambda: b"MZ" + bytes(5000), id="no picture"),
        pytest.param("bomb.png", bomb, id="a bomb"),
        pytest.param("broken.pdf", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 20, id="no PDF"),
        pytest.param("huge.tif", lambda: b"II*\0" + bytes(10_000_001), id="too many bytes"),
        pytest.param("wide.pdf", endless_pdf, id="a page as large as a country"),
    ],
)
def test_a_file_that_is_no_page_is_refused_and_put_aside_and_the_pages_before_it_stay(
    watched: Path, folder: Path, name: str, content: Callable[[], bytes]
) -> None:
    (watched / "a.png").write_bytes(encoded(RED, "PNG"))
    told: Notebook[Path] = Notebook()
    made = content()

    def land(page: Path) -> None:
        told(page)
        (watched / name).write_bytes(made)

    error = refused(Code.SCAN_FILE_REFUSED, lambda: scanner_of(watched, settle=0.1).scan(FEEDER, folder, land))

    assert (error.params["name"], error.params["pages"]) == (name, 1)
    assert (watched / "refused" / name).read_bytes() == made
    assert sorted(folder.iterdir()) == told.notes


def test_a_link_out_of_the_folder_is_not_followed(watched: Path, folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(encoded(RED, "PNG"))
    (watched / "link.png").symlink_to(secret)

    refused(Code.SCANNER_EMPTY, lambda: scanner_of(watched).scan(FEEDER, folder, Notebook[Path]()))


def test_two_files_of_one_name_are_both_kept(watched: Path, folder: Path) -> None:
    scanner = scanner_of(watched)
    for colour in (RED, GREEN):
        (watched / "scan.png").write_bytes(encoded(colour, "PNG"))
        scanner.scan(ScanRequest(feeder=False), folder, Notebook[Path]())

    assert len(names(watched / "done")) == 2


def test_a_file_whose_page_could_not_be_taken_stays_for_the_next_time(watched: Path, folder: Path) -> None:
    (watched / "a.png").write_bytes(encoded(RED, "PNG"))
    scanner = scanner_of(watched)

    def fail(_: Path) -> None:
        raise OSError("the disk went away")

    refused(Code.DATA_NOT_WRITABLE, lambda: scanner.scan(FEEDER, folder, fail))

    assert (watched / "a.png").exists()
    assert colours(list(scanner.scan(ScanRequest(feeder=False), folder, Notebook[Path]()))) == ["R"]


def test_a_folder_that_went_away_is_absent(watched: Path, folder: Path) -> None:
    scanner = scanner_of(watched)
    for sub in ("done", "refused"):
        (watched / sub).rmdir()
    watched.rmdir()

    refused(Code.DEVICE_ABSENT, scanner.poll)
    refused(Code.DEVICE_ABSENT, scanner.open)
    refused(Code.DEVICE_ABSENT, lambda: scanner.scan(FEEDER, folder, Notebook[Path]()))


def test_the_settings_name_the_folder_and_how_long_it_is_waited_for(watched: Path, folder: Path) -> None:
    options = {"patience": "0.3", "quiet": "0.3", "steady": "0.1", "settle": "0.2", "most": "1"}
    record = DeviceSettings(DeviceKind.SCANNER, "f", TransportKind.FOLDER, str(watched), options=options)
    (watched / "a.png").write_bytes(encoded(RED, "PNG"))
    scanner = build_scanner(record, FixedClock())

    scanner.open()

    assert len(scanner.scan(FEEDER, folder, Notebook[Path]())) == 1
    bad = DeviceSettings(DeviceKind.SCANNER, "f", TransportKind.FOLDER, str(watched), options={"quiet": "soon"})
    refused(Code.DEVICE_SETTINGS, lambda: build_scanner(bad, FixedClock()))
