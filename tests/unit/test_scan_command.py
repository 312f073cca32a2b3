"""`counter-app scan`: a PDF without windows, and what came before a fault is in it."""

import io
import json
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image

from counter_app.cli.run import main
from counter_app.settings import Settings, save_settings
from devices.scanner.virtual import ScannerFault, VirtualScanner


@pytest.fixture
def feeder(tmp_path: Path) -> VirtualScanner:
    """A scanner with three sheets, in the settings as ``quét``."""
    device = VirtualScanner(tmp_path / "feeder")
    device.load(Image.new("RGB", (827, 1169), (70 * number, 90, 90)) for number in range(3))
    save_settings(tmp_path, Settings(devices=(device.settings("quét"),)))
    return device


def scan(tmp_path: Path, *words: str) -> int:
    return main(["scan", "--data", str(tmp_path), "--device", "quét", "--out", str(tmp_path / "a.pdf"), *words])


def pages_of(pdf: Path) -> list[tuple[float, float]]:
    document = pypdfium2.PdfDocument(pdf)
    sizes = [document.get_page_size(index) for index in range(len(document))]
    document.close()
    return sizes


@pytest.mark.usefixtures("feeder")
def test_the_pages_of_a_scanner_of_the_settings_become_one_pdf(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert scan(tmp_path, "--json") == 0

    told = json.loads(capsys.readouterr().out)
    assert (told["device"], told["profile"], told["pages"], told["error"]) == ("quét", "plain", 3, None)
    assert told["bytes"] == (tmp_path / "a.pdf").stat().st_size
    assert pages_of(tmp_path / "a.pdf") == [pytest.approx((595, 842), abs=2)] * 3


def test_after_a_jam_the_pages_before_it_are_written_and_the_fault_is_said(
    tmp_path: Path, feeder: VirtualScanner, capsys: pytest.CaptureFixture[str]
) -> None:
    feeder.fault(ScannerFault.JAM, page=3)

    assert scan(tmp_path, "--json") == 1

    out, err = capsys.readouterr()
    assert (json.loads(out)["pages"], json.loads(out)["error"]) == (2, "scanner-jam")
    assert err.count("\n") == 1
    assert len(pages_of(tmp_path / "a.pdf")) == 2


def test_both_sides_of_a_card_become_one_page(
    tmp_path: Path, feeder: VirtualScanner, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))

    assert scan(tmp_path, "--profile", "card") == 0

    assert "Lật thẻ" in capsys.readouterr().err
    assert pages_of(tmp_path / "a.pdf") == [pytest.approx((595, 842), abs=2)]
    assert feeder.waiting == 3  # the glass


@pytest.mark.usefixtures("feeder")
def test_a_card_whose_back_never_came_keeps_the_front(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))

    assert scan(tmp_path, "--profile", "card") == 1

    assert len(pages_of(tmp_path / "a.pdf")) == 1


def test_a_watched_folder_needs_no_settings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "from-the-scanner"
    folder.mkdir()
    Image.new("L", (827, 1169), 200).save(folder / "a.jpg", dpi=(100, 100))

    words = ["--device", str(folder), "--out", str(tmp_path / "a.pdf"), "--profile", "glass"]
    assert main(["scan", "--data", str(tmp_path), *words]) == 0

    assert capsys.readouterr().out == f"pages=1 file={tmp_path / 'a.pdf'}\n"
    assert (folder / "done" / "a.jpg").exists()


def test_a_scanner_that_nobody_knows_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert scan(tmp_path) == 1

    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "a.pdf").exists()


def test_a_profile_that_nobody_knows_makes_no_sense(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        scan(tmp_path, "--profile", "nosuch")

    assert ended.value.code == 2
    assert "plain, both_sides, seal" in capsys.readouterr().err
