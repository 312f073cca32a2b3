"""`kill -9` in the middle of a scan: every page that the scanner gave is there after a restart."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image

from counter_app.services.landed_pages import LandedPages
from devices.scanner.virtual import VirtualScanner
from tests.support.faults.scan_cut_off import KEY
from tests.support.waiting import until_true

PAGES = 5


def test_pages_that_were_in_no_row_yet_are_offered_after_a_restart(tmp_path: Path) -> None:
    feeder = VirtualScanner(tmp_path / "feeder")
    feeder.load(Image.new("L", (80, 110), 40 * number) for number in range(PAGES))
    command = [sys.executable, "-m", "tests.support.faults.scan_cut_off", str(tmp_path / "scans"), str(feeder.folder)]

    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "second page\n"
        until_true(lambda: feeder.waiting == 0)  # the scanner has put out every sheet
        program.kill()

    def restarted() -> LandedPages:
        return LandedPages(tmp_path / "scans", KEY, tmp_path / "memory")

    offered = restarted().waiting()
    levels = []
    for page in offered:
        with Image.open(BytesIO(restarted().read(page.path))) as picture:
            levels.append(picture.getpixel((40, 50)))
    assert levels == [40 * number for number in range(1, PAGES)]
    assert {(page.draft, page.paper) for page in offered} == {("draft-1", 2)}
    assert restarted().waiting() == offered
