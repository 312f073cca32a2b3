"""``counter-app scan``: the pages of a scanner as one PDF, without the program's windows."""

import argparse
import json
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from counter_app.cli.words import Parser, add_data, add_json
from counter_app.clocks import SystemClock
from counter_app.documents.card_page import card_page
from counter_app.documents.scan_pdf import pages_to_pdf
from counter_app.errors import Code, CounterError
from counter_app.ports import DeviceKind
from counter_app.services.output import save_file
from counter_app.services.scan_profiles import ScanProfile, scan_profile, scan_profiles
from counter_app.settings import load_settings
from counter_app.store.memory import passing_folder
from devices.registry import build_scanner
from devices.scanner.scanner_device import ScannerDevice
from devices.settings import DeviceSettings, TransportKind

_SIDES = 2


@dataclass(slots=True)
class _Taken:
    """The pages so far, and what stopped the scan, if anything did."""

    pages: list[Path] = field(default_factory=list)
    stopped: CounterError | None = None


def add_words(parser: Parser) -> None:
    """Add what ``scan`` takes."""
    add_data(parser)
    text = "a scanner of the settings, a SANE device (test:0), an eSCL address (http://...) or a watched folder"
    parser.add_argument("--device", required=True, metavar="NAME", help=text)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the PDF goes")
    text = "how it is scanned (default: plain, grey at 200 dots per inch)"
    parser.add_argument("--profile", type=_profile, default="plain", metavar="P", help=text)
    add_json(parser, "print one JSON object, also after a fault")


def _profile(key: str) -> ScanProfile:
    found = scan_profile(key)
    if found is None:
        known = ", ".join(profile.key for profile in scan_profiles())
        raise argparse.ArgumentTypeError(f"{key} is no profile ({known})")
    return found


def run(arguments: argparse.Namespace) -> int:
    """Write ``--out`` and say how many pages are in it; after a fault the pages before it are written all the same.

    Raises SETTINGS_INVALID, DEVICE_ABSENT for an unknown name, what the scanner raises, OUTPUT_NOT_WRITABLE, DISK_FULL.
    """
    profile: ScanProfile = arguments.profile
    scanner = build_scanner(_settings(arguments.data, arguments.device), SystemClock())
    if sys.stderr.isatty():
        scanner.on_progress(_show_progress)
    began = time.monotonic()
    with passing_folder() as folder:
        taken = _scan(scanner, profile, folder)
        made = _pdf(taken.pages, profile) if taken.pages else b""
    if made:
        save_file(arguments.out, made)
    if arguments.json:
        told = {
            "device": scanner.name,
            "profile": profile.key,
            "pages": len(taken.pages),
            "file": str(arguments.out) if made else None,
            "bytes": len(made),
            "seconds": round(time.monotonic() - began, 3),
            "error": taken.stopped.code.value if taken.stopped else None,
        }
        print(json.dumps(told, ensure_ascii=False), flush=True)
    elif made:
        print(f"pages={len(taken.pages)} file={arguments.out}", flush=True)
    if taken.stopped is not None:
        raise taken.stopped
    return 0


def _settings(data: Path, name: str) -> DeviceSettings:
    """Return the scanner of this name in the settings, else the one that the name itself reaches."""
    for record in load_settings(data).devices:
        if record.kind is DeviceKind.SCANNER and record.name == name:
            return record
    if name.startswith(("http://", "https://")):
        transport = TransportKind.ESCL
    elif Path(name).is_dir():
        transport = TransportKind.FOLDER
    elif ":" in name:
        transport = TransportKind.SANE
    else:
        raise CounterError(Code.DEVICE_ABSENT, device=name)
    return DeviceSettings(DeviceKind.SCANNER, name, transport, name)


def _scan(scanner: ScannerDevice, profile: ScanProfile, folder: Path) -> _Taken:
    taken = _Taken()
    try:
        scanner.open()
        for side in range(_SIDES if profile.card else 1):
            if side:
                _await_back()
            scanner.scan(profile.request, folder, taken.pages.append)
    except CounterError as error:
        taken.stopped = error
    except (KeyboardInterrupt, EOFError):
        taken.stopped = CounterError(Code.SCAN_CANCELLED, device=scanner.name, pages=len(taken.pages))
    finally:
        scanner.interrupt()
        scanner.close()
    return taken


def _await_back() -> None:
    """Let the person turn the card. Raises EOFError where nobody is at the keyboard."""
    print("Lật thẻ, đặt mặt sau lên mặt kính, rồi nhấn Enter.", file=sys.stderr, flush=True)
    if not sys.stdin.readline():
        raise EOFError


def _pdf(pages: list[Path], profile: ScanProfile) -> bytes:
    if profile.card and len(pages) == _SIDES:
        front, back = (page.read_bytes() for page in pages)
        return pages_to_pdf([card_page(front, back)])
    return pages_to_pdf(pages)


def _show_progress(page: int, share: float) -> None:
    sys.stderr.write(f"\rTrang {page}: {share:4.0%}" + ("\n" if share >= 1 else ""))
    sys.stderr.flush()
