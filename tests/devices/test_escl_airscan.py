"""A client that nobody here wrote, Debian's sane-airscan, scans from our virtual network scanner."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from devices.scanner.escl_virtual import EsclFault, VirtualEsclScanner
from devices.scanner.escl_virtual_xml import Model

PAGES = 10
DEVICE = "airscan:e0:Sim"


@pytest.fixture
def virtual() -> Iterator[VirtualEsclScanner]:
    made = VirtualEsclScanner()
    made.load(Image.new("RGB", (800, 1100), (20 * number, 0, 0)) for number in range(PAGES))
    yield made
    made.close()


def scanimage(virtual: VirtualEsclScanner, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run it with nothing but AirScan and this one scanner."""
    config = folder / "sane.d"
    config.mkdir()
    (config / "dll.conf").write_text("airscan\n", "ascii")
    known = f'[devices]\n"Sim" = {virtual.url}\n[options]\ndiscovery = disable\nsocket_dir = {folder}\n'
    (config / "airscan.conf").write_text(known, "ascii")
    command = ["scanimage", "-d", DEVICE, "--resolution", "75", "--format=pnm", f"--batch={folder}/p%02d.pnm", *options]
    environment = {**os.environ, "SANE_CONFIG_DIR": str(config)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


def reds(folder: Path) -> list[int]:
    """Return what tells the pages apart."""
    found = []
    for page in sorted(folder.glob("p*.pnm")):
        with Image.open(page) as picture:
            dot = picture.convert("RGB").getpixel((30, 30))
            assert isinstance(dot, tuple)
            found.append(round(dot[0] / 20) * 20)
    return found


@pytest.mark.parametrize("not_yet", [0, 1, 3])
def test_ten_pages_come_from_the_feeder_also_where_the_scanner_says_not_yet_first(
    virtual: VirtualEsclScanner, tmp_path: Path, not_yet: int
) -> None:
    if not_yet:
        virtual.fault(EsclFault.NOT_YET, times=not_yet)

    done = scanimage(virtual, tmp_path, "--source", "ADF", "--mode", "Color")

    assert reds(tmp_path) == [20 * number for number in range(PAGES)], done.stderr
    assert virtual.jobs_asked[0].format == "image/png"
    assert virtual.waiting == 0


def test_the_glass_gives_one_page_as_jpeg_where_nothing_else_is_offered(tmp_path: Path) -> None:
    virtual = VirtualEsclScanner(Model(formats=("image/jpeg",), tells_length=False))
    try:
        virtual.place(Image.new("RGB", (800, 1100), (180, 0, 0)))
        done = scanimage(virtual, tmp_path, "--source", "Flatbed", "--mode", "Color", "--batch-count=1")
    finally:
        virtual.close()

    assert reds(tmp_path) == [180], done.stderr


def test_a_jam_at_the_third_page_leaves_two(virtual: VirtualEsclScanner, tmp_path: Path) -> None:
    virtual.fault(EsclFault.JAM, 3)

    done = scanimage(virtual, tmp_path, "--source", "ADF", "--mode", "Color")

    assert reds(tmp_path) == [0, 20]
    assert "jam" in done.stderr.lower()
