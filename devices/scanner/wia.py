"""A scanner of Windows by WIA 2.0: PowerShell runs resources/devices/wia_scan.ps1, so that a crash stays outside.

Unverified: no Windows was at hand. The lines that the script prints, the faults and the watchdog were tried with a
stand-in for PowerShell; the script itself never ran. Options of the settings: ``program`` (default: PowerShell, on
Windows only), ``silent`` (seconds without a page after which it is given up).
"""

import logging
import queue
import secrets
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from counter_app.errors import Code, CounterError, DeviceError
from counter_app.ports import SHEET_MM, DeviceKind, ScanMode, ScanRequest
from devices.scanner.pages import MAX_PIXELS, in_mode, write_page
from devices.scanner.scanner_device import FoundScanner, storage_error
from devices.settings import DeviceSettings, TransportKind
from devices.supervisor import Health
from devices.transport.line import absent, silent

log = logging.getLogger(__name__)

SILENT_S = 120.0  # WIA tells no progress: a page in colour at 300 dots per inch takes its time
PRESENT_S = 20.0
POLL_S = 60.0
LOOK_S = 0.2
POWERSHELL = "powershell.exe"
_SCRIPT = files("resources") / "devices" / "wia_scan.ps1"
_INTENTS = {ScanMode.COLOR: 1, ScanMode.GRAY: 2, ScanMode.LINEART: 4}
_GLASS, _FEEDER, _BOTH_SIDES = 2, 1, 5
# WIA_ERROR_... of wiadef.h, and E_ACCESSDENIED
_CODES = {
    0x80210002: Code.SCANNER_JAM,
    0x80210003: Code.SCANNER_EMPTY,
    0x80210004: Code.SCANNER_JAM,  # "paper problem"
    0x80210005: Code.DEVICE_ABSENT,  # offline
    0x80210006: Code.DEVICE_BUSY,
    0x80210009: Code.DEVICE_ABSENT,  # the item is gone
    0x80210015: Code.DEVICE_ABSENT,  # no scanner
    0x80210016: Code.SCANNER_COVER,
    0x80070005: Code.DEVICE_DENIED,
}
_RETRYABLE = frozenset({Code.DEVICE_ABSENT, Code.DEVICE_BUSY})


@dataclass(frozen=True, slots=True)
class WiaSettings:
    """How PowerShell is called (none where there is no Windows), and the id of the scanner, empty for the first."""

    command: tuple[str, ...]
    device: str = ""
    silent_s: float = SILENT_S


def wia_settings(settings: DeviceSettings) -> WiaSettings:
    """Read the settings record. Raises DEVICE_SETTINGS."""
    program = settings.options.get("program", POWERSHELL if sys.platform == "win32" else "")
    command = (program, "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-File") if program else ()
    return WiaSettings(command, settings.address, settings.number("silent", SILENT_S))


def list_wia() -> tuple[FoundScanner, ...]:
    """Return the scanners that Windows knows; blocks for seconds. Raises DEVICE_ABSENT where there is no WIA."""
    record = DeviceSettings(DeviceKind.SCANNER, "WIA", TransportKind.WIA)
    return WiaScanner(wia_settings(record), name=record.name).found()


class _Run:
    """One run of the script; a thread reads its lines, because Windows cannot wait for a pipe and a clock at once."""

    def __init__(self, command: Sequence[str]) -> None:
        # What it says on the error output is for nobody: the script says in its own lines what went wrong.
        self._process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._lines: queue.Queue[str | None] = queue.Queue()
        self._stopped = threading.Event()
        self.timed_out = False
        self._reader = threading.Thread(target=self._read, name="wia-lines", daemon=True)
        self._reader.start()

    def _read(self) -> None:
        if self._process.stdout is not None:
            for line in self._process.stdout:
                self._lines.put(line.decode("utf-8", "replace").rstrip("\r\n"))
        self._lines.put(None)

    def lines(self, silent_s: float) -> Iterator[str]:
        """Yield what it says until it ends, is silent for too long, or is stopped."""
        heard = time.monotonic()
        while not self._stopped.is_set():
            try:
                line = self._lines.get(timeout=LOOK_S)
            except queue.Empty:
                if time.monotonic() - heard > silent_s:
                    self.timed_out = True
                    return
                continue
            if line is None:
                return
            yield line
            heard = time.monotonic()

    def stop(self) -> None:
        """Stop reading; from any thread."""
        self._stopped.set()

    def finish(self) -> None:
        """End it by force if it has not ended."""
        with suppress(subprocess.TimeoutExpired):
            if not (self._stopped.is_set() or self.timed_out):
                self._process.wait(PRESENT_S)
        self._process.kill()
        self._process.wait()
        self._reader.join()
        if self._process.stdout is not None:
            self._process.stdout.close()


class WiaScanner:
    """A scanner that Windows drives, as a ScannerDevice. ``scan`` runs on one thread, ``cancel`` on any."""

    kind = DeviceKind.SCANNER
    poll_seconds = POLL_S

    def __init__(self, settings: WiaSettings, *, name: str) -> None:
        self.name = name
        self._settings = settings
        self._lock = threading.Lock()
        self._run: _Run | None = None
        self._cancelled = False
        self._closed = False
        self._warning: Code | None = None
        self._progress: Callable[[int, float], None] | None = None

    def on_progress(self, told: Callable[[int, float], None]) -> None:
        """Set who is told of the page under way (from 1) and its share done (0 or 1: WIA tells no more)."""
        self._progress = told

    def open(self) -> None:
        """Look whether the scanner is there. Raises DEVICE_ABSENT, DEVICE_BUSY, DEVICE_DENIED."""
        self._said_all([], PRESENT_S)

    def poll(self) -> Health:
        """Say what went wrong at the last scan, if anything. Raises DEVICE_ABSENT."""
        if self._warning is not None:
            self.open()
        return Health(self._warning)

    def found(self) -> tuple[FoundScanner, ...]:
        """Return all the scanners that Windows knows. Raises DEVICE_ABSENT where there is no WIA."""
        lines = self._said_all(["-List"], PRESENT_S)
        pairs = (line.removeprefix("DEVICE ").partition("\t") for line in lines if line.startswith("DEVICE "))
        return tuple(FoundScanner(name.strip() or id_, TransportKind.WIA, id_) for id_, _, name in pairs)

    def cancel(self) -> None:
        """Stop the scan under way, from any thread; the pages already told stay."""
        with self._lock:
            self._cancelled = True
            if self._run is not None:
                self._run.stop()

    def forget_cancel(self) -> None:
        """Let a cancel that came too late for the last scan not stop the next."""
        with self._lock:
            self._cancelled = self._closed

    def interrupt(self) -> None:
        """Stop whatever runs, for closing."""
        self._closed = True
        self.cancel()

    def close(self) -> None:
        """Do nothing: between two runs nothing is held."""

    def scan(self, request: ScanRequest, folder: Path, on_page: Callable[[Path], None]) -> Sequence[Path]:
        """Scan into ``folder`` as PNG, telling each whole page as it lands; see ports.Scanner."""
        pages: list[Path] = []
        try:
            raw = Path(tempfile.mkdtemp(prefix=f".scan-{request.resolution}-", dir=folder))
        except OSError as error:
            raise storage_error(error, folder) from error
        try:
            self._scan_through(request, raw, folder, pages, on_page)
        except DeviceError as error:
            quiet = {Code.SCAN_CANCELLED, Code.SCANNER_EMPTY}
            self._warning = None if error.code in quiet else error.code
            log.info("event=scan_failed device=%r code=%s", self.name, error.code)
            raise
        except OSError as error:
            raise storage_error(error, folder) from error
        finally:
            shutil.rmtree(raw, ignore_errors=True)
            self.forget_cancel()
        self._warning = None
        log.info("event=scan_finished device=%r pages=%d", self.name, len(pages))
        return pages

    def _scan_through(
        self, request: ScanRequest, raw: Path, folder: Path, pages: list[Path], on_page: Callable[[Path], None]
    ) -> None:
        prefix = f"scan-{secrets.token_hex(4)}"
        self._tell(1, 0.0)
        with closing(self._said(_words(request, raw), self._settings.silent_s, pages)) as said:
            for line in said:
                if not line.startswith("PAGE "):
                    continue
                target = folder / f"{prefix}-{len(pages) + 1:04d}.png"
                self._keep(Path(line.removeprefix("PAGE ")), target, request, len(pages))
                pages.append(target)
                self._tell(len(pages), 1.0)
                on_page(target)
        if not pages:
            raise DeviceError(Code.SCANNER_EMPTY, device=self.name)

    def _keep(self, source: Path, target: Path, request: ScanRequest, pages: int) -> None:
        """Keep a page as PNG. Raises SCAN_TRUNCATED, OSError."""
        try:
            with Image.open(source, formats=["BMP"]) as picture:
                if picture.width * picture.height > MAX_PIXELS:
                    raise DeviceError(Code.SCAN_TRUNCATED, device=self.name, pages=pages)
                picture.load()
                page = in_mode(picture, request.mode)
        except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
            raise DeviceError(Code.SCAN_TRUNCATED, device=self.name, pages=pages) from None
        write_page(page, target, request.resolution)
        source.unlink(missing_ok=True)

    def _said_all(self, words: Sequence[str], silent_s: float) -> list[str]:
        return list(self._said(words, silent_s, []))

    def _said(self, words: Sequence[str], silent_s: float, pages: Sequence[Path]) -> Generator[str, None, None]:
        """Yield what the script says. Raises what its FAULT line means, DEVICE_SILENT, SCAN_CANCELLED."""
        ended = False
        with as_file(_SCRIPT) as script:
            run = self._start(script, words)
            try:
                for line in run.lines(silent_s):
                    if line.startswith("FAULT "):
                        raise self._fault(line.removeprefix("FAULT "), len(pages))
                    ended = ended or line == "DONE"
                    yield line
            finally:
                with self._lock:
                    self._run = None
                run.finish()
        if self._cancelled:
            raise DeviceError(Code.SCAN_CANCELLED, device=self.name, pages=len(pages))
        if run.timed_out:
            error = silent(self.name, silent_s)
            error.params["pages"] = len(pages)
            raise error
        if not ended:
            raise DeviceError(Code.SCANNER_IO, device=self.name, detail="crashed", pages=len(pages))

    def _start(self, script: Path, words: Sequence[str]) -> _Run:
        device = ["-Device", self._settings.device] if self._settings.device else []
        if not self._settings.command:
            raise absent(self.name)
        try:
            run = _Run([*self._settings.command, str(script), *device, *words])
        except (OSError, subprocess.SubprocessError):
            raise absent(self.name) from None
        with self._lock:
            self._run = run
            if self._cancelled or self._closed:
                run.stop()
        return run

    def _fault(self, number: str, pages: int) -> CounterError:
        try:
            code = _CODES.get(int(number, 16), Code.SCANNER_IO)
        except ValueError:
            code = Code.SCANNER_IO
        if code is Code.DEVICE_ABSENT:
            return absent(self.name)
        return DeviceError(code, retryable=code in _RETRYABLE, device=self.name, detail=number[:20], pages=pages)

    def _tell(self, page: int, share: float) -> None:
        if self._progress is not None:
            self._progress(page, share)


def _words(request: ScanRequest, raw: Path) -> list[str]:
    handling = _GLASS if not request.feeder else _BOTH_SIDES if request.duplex else _FEEDER
    width, height = (round(millimetres / 25.4 * request.resolution) for millimetres in SHEET_MM[request.size])
    options = {
        "Folder": raw,
        "Resolution": request.resolution,
        "Intent": _INTENTS[request.mode],
        "Handling": handling,
        "Width": width,
        "Height": height,
    }
    return [word for name, value in options.items() for word in (f"-{name}", str(value))]
