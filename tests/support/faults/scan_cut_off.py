"""A program that scans into its station's folder and stops before the second page is in its row; then it is killed."""

import sys
from pathlib import Path

from counter_app.ports import ScanRequest
from counter_app.services.landed_pages import LandedPages
from devices.scanner.device import SaneScanner, sane_settings
from devices.scanner.virtual import VirtualScanner

KEY = bytes(range(32))


def main(scans: Path, feeder: Path) -> None:
    """Scan all there is; the first page gets into its row, the second never."""
    landed = LandedPages(scans, KEY, scans.parent / "memory")
    scanner = SaneScanner(sane_settings(VirtualScanner(feeder).settings()), name="virtual-scanner")
    told: list[Path] = []

    def on_page(page: Path) -> None:
        told.append(page)
        sealed = landed.land(page)
        if len(told) == 1:
            landed.taken(sealed)
            return
        print("second page", flush=True)
        sys.stdin.read()  # the row would be saved here

    scanner.scan(ScanRequest(resolution=100), landed.begin("draft-1", 2), on_page)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
