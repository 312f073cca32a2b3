"""Each driver has its own words: what is asked becomes what this scanner understands, and nothing else."""

from pathlib import Path

import pytest

from counter_app.ports import ScanMode, ScanRequest, SheetSize
from devices.scanner.sane_command import SaneSettings, plan_scan
from devices.scanner.sane_list import read_line
from devices.scanner.sane_options import Range, parse_options

RAW = Path("raw")
# Shaped like the drivers' own answers, shortened.
BROTHER = """
All options specific to device `brother4:net1;dev0':
  Mode:
    --mode Black & White|Gray[Error Diffusion]|True Gray|24bit Color[Fast] [24bit Color[Fast]]
        Select the scan mode
    --resolution 100|150|200|300|400|600|1200dpi [200]
        Sets the resolution of the scanned image.
    --source FlatBed|Automatic Document Feeder(left aligned)|Automatic Document Feeder(left aligned,Duplex) [FlatBed]
        Selects the scan source (such as a document-feeder).
    --brightness -50..50% (in steps of 1) [inactive]
        Controls the brightness of the acquired image.
  Geometry:
    -l 0..211.9mm (in steps of 0.0999908) [0]
    -t 0..297.9mm (in steps of 0.0999908) [0]
    -x 0..211.9mm (in steps of 0.0999908) [211.881]
    -y 0..297.9mm (in steps of 0.0999908) [297.863]
"""
FUJITSU = """
    --source ADF Front|ADF Back|ADF Duplex [ADF Front]
    --mode Lineart|Halftone|Gray|Color [Lineart]
    --resolution 50..600dpi (in steps of 1) [600]
    --page-width 0..221.121mm (in steps of 0.0211639) [215.872]
    --page-height 0..863.489mm (in steps of 0.0211639) [279.364]
    -l 0..215.872mm (in steps of 0.0211639) [0]
    -t 0..279.364mm (in steps of 0.0211639) [0]
    -x 0..215.872mm (in steps of 0.0211639) [215.872]
    -y 0..279.364mm (in steps of 0.0211639) [279.364]
"""
EPSON = """
    --mode Binary|Gray|Color [Binary]
    --resolution 75|150|300|600dpi [75]
    --source Flatbed|Automatic Document Feeder [Flatbed]
    --adf-mode Simplex|Duplex [Simplex]
"""
BARE = """
    --mode Color [Color]
    --resolution 75..600dpi [75]
    --source Flatbed [Flatbed]
"""


def words(offered: str, request: ScanRequest, settings: SaneSettings | None = None) -> str:
    plan = plan_scan(settings or SaneSettings(("scanimage",)), parse_options(offered.splitlines()), request, RAW)
    return " ".join(plan.words).partition(" --format")[0].removeprefix("scanimage ")


@pytest.mark.parametrize(
    "offered, request_, wanted",
    [
        pytest.param(
            BROTHER,
            ScanRequest(),
            "--source Automatic Document Feeder(left aligned) --mode True Gray --resolution 200"
            " -l 0 -t 0 -x 210 -y 297",
            id="brother, feeder",
        ),
        pytest.param(
            BROTHER,
            ScanRequest(250, ScanMode.COLOR, duplex=True),
            "--source Automatic Document Feeder(left aligned,Duplex) --mode 24bit Color[Fast] --resolution 300"
            " -l 0 -t 0 -x 210 -y 297",
            id="brother, both sides",
        ),
        pytest.param(
            BROTHER,
            ScanRequest(1600, ScanMode.LINEART, feeder=False, size=SheetSize.A5),
            "--source FlatBed --mode Black & White --resolution 1200 -l 0 -t 0 -x 148 -y 210",
            id="brother, glass",
        ),
        pytest.param(
            FUJITSU,
            ScanRequest(duplex=True),
            "--source ADF Duplex --mode Gray --resolution 200 --page-width 210 --page-height 297"
            " -l 0 -t 0 -x 210 -y 297",
            id="fujitsu, whose area is bounded by the sheet",
        ),
        pytest.param(
            EPSON,
            ScanRequest(duplex=True, mode=ScanMode.LINEART),
            "--source Automatic Document Feeder --adf-mode=Duplex --mode Binary --resolution 300",
            id="epson, whose feeder has a mode of its own",
        ),
        pytest.param(
            EPSON,
            ScanRequest(),
            "--source Automatic Document Feeder --adf-mode=Simplex --mode Gray --resolution 300",
            id="epson, one side",
        ),
        pytest.param(BARE, ScanRequest(), "--source Flatbed --mode Color --resolution 200", id="a glass alone"),
    ],
)
def test_a_request_becomes_the_words_of_the_driver(offered: str, request_: ScanRequest, wanted: str) -> None:
    assert words(offered, request_) == wanted


def test_a_scanner_without_a_feeder_is_asked_for_one_page() -> None:
    plan = plan_scan(SaneSettings(("scanimage",)), parse_options(BARE.splitlines()), ScanRequest(), RAW)

    assert "--batch-count=1" in plan.words


def test_sources_that_the_settings_name_go_before_those_that_are_known() -> None:
    settings = SaneSettings(("scanimage",), feeder="Tray 2", duplex="", glass="")

    assert words(EPSON, ScanRequest(), settings).startswith("--source Tray 2")
    assert "--source" not in words(EPSON, ScanRequest(feeder=False), settings)


@pytest.mark.parametrize(
    "limits, wanted, nearest",
    [
        (Range(50, 600, 50), 210, 250),
        (Range(50, 600, 1), 200, 200),
        (Range(50, 600), 210.5, 210.5),
        (Range(50, 150), 300, 150),
        (Range(300, 600), 200, 300),
    ],
)
def test_the_nearest_of_a_range_is_no_smaller_where_it_can_be(limits: Range, wanted: float, nearest: float) -> None:
    assert limits.nearest(wanted) == nearest


@pytest.mark.parametrize("line", ["", "test:0", "\tvendor\tmodel", "a\tb\tc\td", "Output format is not set"])
def test_a_line_that_lists_no_scanner_is_none(line: str) -> None:
    assert read_line(line) is None
