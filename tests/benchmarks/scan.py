"""Ten A4 pages from the feeder to a PDF: our path against bare scanimage and img2pdf; memory after 1,000 pages.

The scanner is the test back end of Debian's SANE, whose feeder needs no time: what is measured is the program.
"""

import gc
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

import img2pdf  # type: ignore[import-untyped]

from counter_app.documents.scan_pdf import pages_to_pdf
from counter_app.ports import DeviceKind, ScanMode, ScanRequest
from counter_app.services.landed_pages import LandedPages
from devices.scanner.device import SaneScanner, sane_settings
from devices.settings import DeviceSettings, TransportKind
from tests.benchmarks.measure import Case, measure, report

PAGES = 10
PICTURE = "Color pattern"
COLOUR = ScanRequest(300, ScanMode.COLOR)
GREY = ScanRequest(200, ScanMode.GRAY)
MANY = 1_000


def make_scanner(folder: Path) -> SaneScanner:
    """Return the test back end's scanner, open."""
    (folder / "dll.conf").write_text("test\n", "ascii")
    (folder / "test.conf").write_text("geometry_max 300.0\n", "ascii")
    options = {"config": str(folder), "extra": f"--test-picture '{PICTURE}'"}
    record = DeviceSettings(DeviceKind.SCANNER, "test", TransportKind.SANE, "test:0", options=options)
    scanner = SaneScanner(sane_settings(record), name="test")
    scanner.open()
    return scanner


def bare(folder: Path, request: ScanRequest, pages: Path) -> bytes:
    """Scan and make the PDF with the two programs alone, nothing checked and nothing synced."""
    source = ["--source", "Automatic Document Feeder", "--test-picture", PICTURE]
    kind = ["--mode", request.mode.value, "--resolution", str(request.resolution), "-x", "210", "-y", "297"]
    subprocess.run(
        ["scanimage", "-d", "test:0", *source, *kind, "--format=png", f"--batch={pages / 'p%04d.png'}"],
        env={**os.environ, "SANE_CONFIG_DIR": str(folder)},
        capture_output=True,
        check=False,  # an empty feeder is exit code 7
    )
    made: bytes = img2pdf.convert([str(page) for page in sorted(pages.glob("*.png"))])
    return made


def ours(scanner: SaneScanner, request: ScanRequest, landed: LandedPages) -> bytes:
    """Scan durably, each page checked, and make the PDF/A."""
    folder = landed.begin("draft", 0)
    try:
        return pages_to_pdf(scanner.scan(request, folder, lambda _: None))
    finally:
        landed.end(folder)
        rmtree(folder, ignore_errors=True)


def resident_mb() -> float:
    """Return the memory of this process in megabytes."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def memory_of(scanner: SaneScanner, landed: LandedPages, pages: int) -> Sequence[float]:
    """Return the megabytes after the first hundred pages and after all of them."""
    told = []
    for done in range(PAGES, pages + 1, PAGES):
        ours(scanner, GREY, landed)
        if done in (100, pages):
            gc.collect()
            told.append(round(resident_mb(), 1))
    return told


def main() -> None:
    """Measure and report."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        scanner, landed = make_scanner(folder), LandedPages(folder / "scans", bytes(32))

        def by_programs(request: ScanRequest) -> None:
            with TemporaryDirectory(dir=folder) as pages:
                assert bare(folder, request, Path(pages)).startswith(b"%PDF")

        cases = (
            Case("scanimage + img2pdf, colour 300", lambda _: by_programs(COLOUR)),
            Case("ours, colour 300", lambda _: ours(scanner, COLOUR, landed)),
            Case("scanimage + img2pdf, grey 200", lambda _: by_programs(GREY)),
            Case("ours, grey 200", lambda _: ours(scanner, GREY, landed)),
        )
        figures = measure(cases, rounds=3, calls=2)
        after = memory_of(scanner, landed, MANY)
    grey = round(figures[3].p50_ms / figures[2].p50_ms, 2)
    report("scan", figures, pages=PAGES, grey_ratio=grey, mb_after_100_pages=after[0], mb_after_1000_pages=after[-1])
    print(f"grey: x{grey}; memory: {after[0]} MB after 100 pages, {after[-1]} MB after {MANY}")


if __name__ == "__main__":
    main()
