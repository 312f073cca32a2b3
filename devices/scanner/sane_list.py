"""What SANE finds: ``scanimage -f``, which loads every driver and asks every bus and network for seconds."""

import logging
import subprocess
from collections.abc import Mapping

from counter_app.errors import Code, DeviceError
from devices.scanner.scanimage import ScanimageRun
from devices.scanner.scanner_device import FoundScanner
from devices.settings import TransportKind

log = logging.getLogger(__name__)

PROGRAM = "scanimage"
_FORMAT = "%d\t%v\t%m%n"  # scanimage's own %t is the type of the device, not a tab
_ENVIRONMENT: Mapping[str, str] = {}


def list_sane(
    seconds: float, *, program: str = PROGRAM, environment: Mapping[str, str] = _ENVIRONMENT
) -> tuple[FoundScanner, ...]:
    """Return the scanners that SANE finds within so many seconds; blocks, so never on the main thread.

    What was found before the time ran out is returned. Raises DEVICE_ABSENT where SANE is not installed.
    """
    try:
        run = ScanimageRun([program, "-f", _FORMAT], environment, silent_s=seconds)
    except (OSError, subprocess.SubprocessError):
        raise DeviceError(Code.DEVICE_ABSENT, device=program) from None
    lines: list[str] = []
    try:
        lines.extend(run.lines())
    finally:
        result = run.finish()
    found = tuple(scanner for line in lines if (scanner := read_line(line)) is not None)
    log.info("event=sane_listed count=%d outcome=%s", len(found), result.outcome.name.lower())
    return found


def read_line(line: str) -> FoundScanner | None:
    """Read one line of the list: device, vendor, model. None for what is no line of it."""
    device, *words = line.split("\t")
    if len(words) != 2 or not device.strip():
        return None
    name = " ".join(word.strip() for word in words if word.strip())
    return FoundScanner(name or device, TransportKind.SANE, device.strip())
