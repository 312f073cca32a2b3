"""A scanner that is not there: a folder of page pictures, read by a stand-in for scanimage."""

import json
from collections.abc import Iterable
from enum import StrEnum
from itertools import chain, repeat
from pathlib import Path

from PIL import Image

from counter_app.ports import DeviceKind
from devices.settings import DeviceSettings, TransportKind


class ScannerFault(StrEnum):
    """What the virtual scanner can be made to do."""

    JAM = "jam"
    EMPTY = "empty"
    COVER = "cover"
    IO = "io"
    TRUNCATED = "truncated"
    SLOW = "slow"
    SILENT = "silent"
    CRASH = "crash"
    ABSENT = "absent"
    BUSY = "busy"
    DENIED = "denied"


class VirtualScanner:
    """Pages are laid into its feeder with ``load``; ``fault`` takes effect at the next page."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._loaded = max((int(page.stem[5:]) for page in folder.rglob("page-*.png")), default=0)

    def settings(self, name: str = "Máy quét ảo", *, silent_s: float = 60.0) -> DeviceSettings:
        """Return the settings that reach this scanner."""
        options = {"silent": str(silent_s)}
        return DeviceSettings(DeviceKind.SCANNER, name, TransportKind.VIRTUAL, str(self.folder), options=options)

    def load(
        self, pages: Iterable[Image.Image], resolution: int = 100, backs: Iterable[Image.Image | None] = ()
    ) -> None:
        """Lay sheets into the feeder, behind those that wait there; one without a back is blank there."""
        for page, back in zip(pages, chain(backs, repeat(None)), strict=False):
            self._loaded += 1
            if back is not None:
                self._lay(back, f"back-{self._loaded:05d}.part", resolution)
            self._lay(page, f"page-{self._loaded:05d}.part", resolution)

    def _lay(self, side: Image.Image, name: str, resolution: int) -> None:
        part = self.folder / name
        side.save(part, "PNG", dpi=(resolution, resolution))
        part.replace(part.with_suffix(".png"))

    @property
    def waiting(self) -> int:
        """Return the sheets in the feeder."""
        return len(list(self.folder.glob("page-*.png")))

    def fault(self, fault: ScannerFault, page: int = 1, seconds: float = 0.2) -> None:
        """Fail from this page of a scan on; ``seconds`` is the pause between pieces of a slow page."""
        part = self.folder / "fault.part"
        part.write_text(json.dumps({"fault": fault.value, "page": page, "seconds": seconds}), "utf-8")
        part.replace(self.folder / "fault.json")

    def repair(self) -> None:
        """Take the fault away."""
        (self.folder / "fault.json").unlink(missing_ok=True)

    def unplug(self) -> None:
        """Pull the plug."""
        self.fault(ScannerFault.ABSENT)

    def plug(self) -> None:
        """Put the plug back in."""
        self.repair()

    def close(self) -> None:
        """Do nothing: the program runs only while it scans."""
