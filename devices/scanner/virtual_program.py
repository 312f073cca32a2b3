"""A stand-in for ``scanimage``: same options, same output, same exit codes, fed from a folder of page pictures.

Runs as a program of its own, so that the real code around scanimage runs too. The folder holds ``*.png`` or ``*.jpg``
in the order of their names, the back of ``page-00001.png`` in ``back-00001.png``; what went through the feeder is moved
to ``done/``. ``fault.json`` may hold ``{"fault": "jam" | "empty" | "cover" | "io" | "truncated" | "slow" | "silent" |
"crash" | "absent" | "busy" | "denied", "page": 2, "seconds": 0.2}``: from that page on; the last three at once.
"""

import argparse
import json
import os
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import Any

EXIT = {"cancelled": 2, "jam": 6, "empty": 7, "cover": 8, "io": 9}
WORDS = {
    "jam": "Document feeder jammed",
    "empty": "Document feeder out of documents",
    "cover": "Scanner cover is open",
    "io": "Error during device I/O",
}
AWAY = {
    "absent": "Invalid argument",
    "busy": "Device busy",
    "denied": "Access to resource has been denied",
}
MODES = {"Lineart": ("1", b"P4"), "Gray": ("L", b"P5"), "Color": ("RGB", b"P6")}
DUPLEX = "ADF Duplex"
OFFERS = """
All options specific to device `virtual':
  Scan Mode:
    --mode Lineart|Gray|Color [Gray]
        Selects the scan mode.
    --resolution 50..600dpi (in steps of 1) [200]
        Sets the resolution of the scanned image.
    --source Flatbed|Automatic Document Feeder|ADF Duplex [Flatbed]
        Selects the scan source.
  Geometry:
    -l 0..216mm (in steps of 0.1) [0]
        Top-left x position of scan area.
    -t 0..356mm (in steps of 0.1) [0]
        Top-left y position of scan area.
    -x 0..216mm (in steps of 0.1) [216]
        Width of scan-area.
    -y 0..356mm (in steps of 0.1) [356]
        Height of scan-area.
"""
PIECES = 20
stopped = threading.Event()


def main(arguments: Sequence[str] | None = None) -> int:
    """Scan as told and return the exit code."""
    options = _parse(arguments)
    signal.signal(signal.SIGINT, _stop)
    away = AWAY.get(str(_fault(options.pages).get("fault", "")))
    if away or not options.pages.is_dir():
        return _fail("open of device virtual failed", away or AWAY["absent"], 1)
    if options.all_options:
        sys.stdout.write(OFFERS)
    if options.dont_scan or options.all_options:
        return 0
    number = 0
    while options.batch_count is None or number < options.batch_count:
        number += 1
        code = _scan_page(options, number)
        if code:
            _say(f"Batch terminated, {number - 1} pages scanned")
            return code
    return 0


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scanimage", allow_abbrev=False)
    parser.add_argument("--pages", type=Path, required=True)
    parser.add_argument("-n", "--dont-scan", action="store_true")
    parser.add_argument("-A", "--all-options", action="store_true")
    parser.add_argument("--source", default="Automatic Document Feeder")
    parser.add_argument("--mode", choices=list(MODES), default="Gray")
    parser.add_argument("--resolution", type=int, default=200)
    for name, most in (("l", 216.0), ("t", 356.0), ("x", 216.0), ("y", 356.0)):
        parser.add_argument(f"-{name}", type=float, default=most)
    parser.add_argument("--format", choices=["pnm"], default="pnm")
    parser.add_argument("--batch", default="out%d.pnm")
    parser.add_argument("--batch-count", type=int)
    parser.add_argument("--batch-print", action="store_true")
    parser.add_argument("--progress", action="store_true")
    return parser.parse_args(arguments)


def _stop(_number: int, _frame: FrameType | None) -> None:
    stopped.set()


def _fault(folder: Path) -> dict[str, Any]:
    try:
        fault = json.loads((folder / "fault.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return fault if isinstance(fault, dict) else {}


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def _fail(call: str, words: str, code: int) -> int:
    _say(f"scanimage: {call}: {words}")
    return code


def _scan_page(options: argparse.Namespace, number: int) -> int:
    _say(f"Scanning page {number}")
    fault = _fault(options.pages)
    kind = str(fault.get("fault", "")) if number >= int(fault.get("page", 1)) else ""
    turned = options.source == DUPLEX and number % 2 == 0
    sheet = _sheet(options.pages)
    if sheet is None or kind == "empty":
        return _fail("sane_start", WORDS["empty"], EXIT["empty"])
    if kind in WORDS:
        return _fail("sane_read", WORDS[kind], EXIT[kind])
    if kind == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    data = _picture(sheet, options, turned=turned)
    pause = float(fault.get("seconds", 0.2)) if kind == "slow" else 0.0
    path = Path(options.batch % number)
    if kind == "truncated":
        data = data[: len(data) // 2]
    if not _transfer(path, data, options, pause, hangs=kind == "silent"):
        return _fail("sane_read", "Operation was canceled", EXIT["cancelled"])
    if "flatbed" not in options.source.lower() and (turned or options.source != DUPLEX):
        _put_out(sheet)
    _say(f"Scanned page {number}. (scanner status = 5)")
    if options.batch_print:
        sys.stdout.write(f"{path}\n")
        sys.stdout.flush()
    return 0


def _sheet(folder: Path) -> Path | None:
    """Return the front of the sheet that is next."""
    pages = sorted(path for path in folder.iterdir() if path.suffix in {".png", ".jpg"})
    return next((path for path in pages if not path.name.startswith("back-")), None)


def _back(sheet: Path) -> Path:
    return sheet.with_name(sheet.name.replace("page-", "back-", 1))


def _put_out(sheet: Path) -> None:
    done = sheet.parent / "done"
    done.mkdir(exist_ok=True)
    for side in (sheet, _back(sheet)):
        if side.exists():
            side.replace(done / side.name)


def _picture(sheet: Path, options: argparse.Namespace, *, turned: bool) -> bytes:
    """Return a side of the sheet as PNM at the resolution asked for, if the picture knows its own."""
    from PIL import Image

    back = _back(sheet)
    mode, kind = MODES[options.mode]
    with Image.open(back if turned and back.exists() else sheet) as page:
        picture = page.convert("L" if mode == "1" else mode)
        dots = float(page.info.get("dpi", (options.resolution,))[0]) or options.resolution
    if turned and not back.exists():
        picture = Image.new(picture.mode, picture.size, "white")
    scale = options.resolution / dots
    if abs(scale - 1) > 0.01:
        picture = picture.resize((max(1, round(picture.width * scale)), max(1, round(picture.height * scale))))
    area = (round(millimetres / 25.4 * options.resolution) for millimetres in (options.x, options.y))
    picture = picture.crop((0, 0, *(min(most, own) for most, own in zip(area, picture.size, strict=True))))
    if mode == "1":  # in PNM a set bit is ink
        return kind + b"\n# SANE data follows\n%d %d\n" % picture.size + picture.point(_inked, "1").tobytes()
    return kind + b"\n# SANE data follows\n%d %d\n255\n" % picture.size + picture.tobytes()


def _inked(dot: int) -> int:
    return 0 if dot > 127 else 255


def _transfer(path: Path, data: bytes, options: argparse.Namespace, pause: float, *, hangs: bool) -> bool:
    """Write the page piece by piece; False when stopped on the way."""
    part = path.with_name(path.name + ".part")
    step = -(-len(data) // PIECES)
    with part.open("wb") as file:
        for at in range(0, len(data), step):
            if stopped.wait(pause) if not hangs else stopped.wait():
                break
            file.write(data[at : at + step])
            if options.progress:
                sys.stderr.write(f"Progress: {min(100.0, 100 * (at + step) / len(data)):.1f}%\r")
                sys.stderr.flush()
    if stopped.is_set():
        part.unlink()
        return False
    part.replace(path)
    return True


if __name__ == "__main__":
    sys.exit(main())
