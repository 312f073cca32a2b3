"""A stand-in for ``scanimage``: same options, same output, same exit codes, fed from a folder of page pictures.

Runs as a program of its own, so that the real code around scanimage runs too. The folder holds ``*.png`` or ``*.jpg``
in the order of their names; what went through the feeder is moved to ``done/``. ``fault.json`` may hold
``{"fault": "jam" | "empty" | "cover" | "io" | "truncated" | "slow" | "silent" | "crash" | "absent",
"page": 2, "seconds": 0.2}``: from that page on.
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
PIECES = 20
stopped = threading.Event()


def main(arguments: Sequence[str] | None = None) -> int:
    """Scan as told and return the exit code."""
    options = _parse(arguments)
    signal.signal(signal.SIGINT, _stop)
    fault = _fault(options.pages)
    if fault.get("fault") == "absent" or not options.pages.is_dir():
        return _fail("open of device virtual failed", "Invalid argument", 1)
    if options.dont_scan:
        return 0
    feeder = "flatbed" not in options.source.lower()
    number = 0
    while options.batch_count is None or number < options.batch_count:
        number += 1
        code = _scan_page(options, number, feeder)
        if code:
            _say(f"Batch terminated, {number - 1} pages scanned")
            return code
    return 0


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scanimage", allow_abbrev=False)
    parser.add_argument("--pages", type=Path, required=True)
    parser.add_argument("-n", "--dont-scan", action="store_true")
    parser.add_argument("--source", default="Automatic Document Feeder")
    parser.add_argument("--mode", choices=["Gray", "Color"], default="Gray")
    parser.add_argument("--resolution", type=int, default=200)
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


def _scan_page(options: argparse.Namespace, number: int, feeder: bool) -> int:
    _say(f"Scanning page {number}")
    fault = _fault(options.pages)
    kind = str(fault.get("fault", "")) if number >= int(fault.get("page", 1)) else ""
    source = next(iter(sorted(path for path in options.pages.iterdir() if path.suffix in {".png", ".jpg"})), None)
    if source is None or kind == "empty":
        return _fail("sane_start", WORDS["empty"], EXIT["empty"])
    if kind in WORDS:
        return _fail("sane_read", WORDS[kind], EXIT[kind])
    if kind == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    data = _picture(source, options)
    pause = float(fault.get("seconds", 0.2)) if kind == "slow" else 0.0
    path = Path(options.batch % number)
    if kind == "truncated":
        data = data[: len(data) // 2]
    if not _transfer(path, data, options, pause, hangs=kind == "silent"):
        return _fail("sane_read", "Operation was canceled", EXIT["cancelled"])
    if feeder:
        (options.pages / "done").mkdir(exist_ok=True)
        source.replace(options.pages / "done" / source.name)
    _say(f"Scanned page {number}. (scanner status = 5)")
    if options.batch_print:
        sys.stdout.write(f"{path}\n")
        sys.stdout.flush()
    return 0


def _picture(source: Path, options: argparse.Namespace) -> bytes:
    """Return the page as PNM at the resolution asked for, if the picture knows its own."""
    from PIL import Image

    with Image.open(source) as page:
        picture = page.convert("L" if options.mode == "Gray" else "RGB")
        dots = float(page.info.get("dpi", (options.resolution,))[0]) or options.resolution
    scale = options.resolution / dots
    if abs(scale - 1) > 0.01:
        picture = picture.resize((max(1, round(picture.width * scale)), max(1, round(picture.height * scale))))
    kind = b"P5" if options.mode == "Gray" else b"P6"
    head = kind + b"\n# SANE data follows\n%d %d\n255\n" % picture.size
    return head + picture.tobytes()


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
