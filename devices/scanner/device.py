"""The document scanner, by SANE.

Options of the settings: ``program`` (default ``scanimage``), ``config`` (a folder for SANE_CONFIG_DIR), ``feeder``,
``duplex`` and ``glass`` (what the driver calls its sources, where resources/devices/scanners.json does not know its
words; empty for none), ``extra`` (more options of scanimage), ``silent`` (seconds without progress after which it is
given up).
"""

import logging
import secrets
import shlex
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from counter_app.errors import Code, DeviceError
from counter_app.ports import DeviceKind, ScanMode, ScanRequest
from devices.scanner.pages import TruncatedPage, keep_page
from devices.scanner.profiles import driver_words
from devices.scanner.sane_command import SILENT_S, SaneSettings, feeder_source, plan_scan
from devices.scanner.sane_options import SaneOptions, parse_options
from devices.scanner.scanimage import Outcome, Result, ScanimageRun
from devices.scanner.scanner_device import storage_error
from devices.settings import DeviceSettings, TransportKind
from devices.supervisor import Health
from devices.transport.line import absent, silent

log = logging.getLogger(__name__)

PRESENT_S = 20.0  # a network scanner that sleeps takes a while to say that it is there
POLL_S = 60.0
VIRTUAL_PROGRAM = Path(__file__).with_name("virtual_program.py")

_CODES = {
    Outcome.JAMMED: Code.SCANNER_JAM,
    Outcome.COVER_OPEN: Code.SCANNER_COVER,
    Outcome.CANCELLED: Code.SCAN_CANCELLED,
    Outcome.BUSY: Code.DEVICE_BUSY,
    Outcome.DENIED: Code.DEVICE_DENIED,
}


def sane_settings(settings: DeviceSettings) -> SaneSettings:
    """Read the settings record. Raises DEVICE_SETTINGS."""
    options = settings.options
    if settings.transport is TransportKind.VIRTUAL:
        # -P: the folder of the program is no place to import from.
        command = [sys.executable, "-P", str(VIRTUAL_PROGRAM), "--pages", settings.address]
    else:
        device = ["-d", settings.address] if settings.address else []
        command = [options.get("program", "scanimage"), *device]
    try:
        extra = tuple(shlex.split(options.get("extra", "")))
    except ValueError:
        raise settings.nonsense("extra") from None
    environment = {"SANE_CONFIG_DIR": options["config"]} if "config" in options else {}
    return SaneSettings(
        tuple(command),
        environment,
        feeder=options.get("feeder"),
        duplex=options.get("duplex"),
        glass=options.get("glass"),
        extra=extra,
        silent_s=settings.number("silent", SILENT_S),
    )


class SaneScanner:
    """A scanner that scanimage can drive. ``scan`` runs on one thread, ``cancel`` on any."""

    kind = DeviceKind.SCANNER
    poll_seconds = POLL_S

    def __init__(self, settings: SaneSettings, *, name: str) -> None:
        self.name = name
        self._settings = settings
        self._lock = threading.Lock()
        self._run: ScanimageRun | None = None
        self._cancelled = False
        self._closed = threading.Event()
        self._warning: Code | None = None
        self._options: SaneOptions | None = None
        self._progress: Callable[[int, float], None] | None = None

    def on_progress(self, told: Callable[[int, float], None]) -> None:
        """Set who is told of the page under way (from 1) and its share done (0 to 1)."""
        self._progress = told

    def open(self) -> None:
        """Look whether the scanner is there and what it can do. Raises DEVICE_ABSENT, DEVICE_BUSY, DEVICE_DENIED."""
        self._options = None
        self._offers()
        self._warning = None  # it was away: that is why the last scan failed

    def poll(self) -> Health:
        """Say what went wrong at the last scan, if anything. Raises DEVICE_ABSENT."""
        if self._warning is None:
            return Health()
        self._asked("-n")
        return Health(self._warning)

    def _offers(self) -> SaneOptions:
        """Return what the scanner can do; asked once a connection, it takes a driver seconds."""
        if self._options is None:
            options = parse_options(self._asked("-A"))
            feeder = feeder_source(self._settings, options)
            if feeder and options.sleeping(name for name, *_ in driver_words().duplex_options):
                options = parse_options(self._asked("--source", feeder, "-A"))
            self._options = options
        return self._options

    def _asked(self, *question: str) -> list[str]:
        """Return what scanimage answers without scanning. Raises DEVICE_ABSENT, DEVICE_BUSY, DEVICE_DENIED."""
        run = self._start([*self._settings.command, *question], PRESENT_S, scans=False)
        lines, result = self._drained(run)
        if result.outcome is Outcome.SILENT:
            raise silent(self.name, PRESENT_S)
        if result.outcome is not Outcome.GOOD:
            log.debug("event=scanner_absent device=%r detail=%r", self.name, result.detail)
            raise self._away(result)
        return lines

    def _away(self, result: Result) -> DeviceError:
        """Read from its last words why it could not be opened: the exit code is 1 whatever the reason."""
        if "busy" in result.detail.lower():
            return DeviceError(Code.DEVICE_BUSY, retryable=True, device=self.name)
        if "denied" in result.detail.lower():
            return DeviceError(Code.DEVICE_DENIED, device=self.name)
        return absent(self.name)

    def _drained(self, run: ScanimageRun) -> tuple[list[str], Result]:
        lines: list[str] = []
        try:
            lines.extend(run.lines())
        finally:
            result = self._end(run)
        return lines, result

    def scan(self, request: ScanRequest, folder: Path, on_page: Callable[[Path], None]) -> Sequence[Path]:
        """Scan into ``folder`` as PNG, telling each whole page as it lands; see ports.Scanner."""
        try:
            raw = Path(tempfile.mkdtemp(prefix=f".scan-{request.resolution}-", dir=folder))
        except OSError as error:
            raise storage_error(error, folder) from error
        over = False
        try:
            pages = self._scan_through(request, raw, folder, on_page)
            over = True
        except DeviceError as error:
            over = True
            self._warning = None if error.code in {Code.SCAN_CANCELLED, Code.SCANNER_EMPTY} else error.code
            log.info("event=scan_failed device=%r code=%s", self.name, error.code)
            raise
        except OSError as error:
            raise storage_error(error, folder) from error
        finally:
            if over:  # else whole pages may be left that could not be kept: services.landed_pages finds them
                shutil.rmtree(raw, ignore_errors=True)
            self.forget_cancel()
        self._warning = None
        log.info("event=scan_finished device=%r pages=%d", self.name, len(pages))
        return pages

    def cancel(self) -> None:
        """Stop the scan under way, from any thread; the pages already told stay."""
        with self._lock:
            self._cancelled = True
            if self._run is not None:
                self._run.stop()

    def forget_cancel(self) -> None:
        """Let a cancel that came too late for the last scan not stop the next."""
        with self._lock:
            self._cancelled = False

    def interrupt(self) -> None:
        """Stop whatever runs, for closing."""
        self._closed.set()
        self.cancel()

    def close(self) -> None:
        """Do nothing: between two runs nothing is held."""

    def _scan_through(
        self, request: ScanRequest, raw: Path, folder: Path, on_page: Callable[[Path], None]
    ) -> list[Path]:
        try:
            options = self._offers()
        except DeviceError:
            if self._cancelled:
                raise DeviceError(Code.SCAN_CANCELLED, device=self.name, pages=0) from None
            raise
        plan = plan_scan(self._settings, options, request, raw)
        run = self._start(plan.words, self._settings.silent_s)
        pages: list[Path] = []
        try:
            self._keep(run.lines(), request.mode, plan.resolution, folder, pages, on_page)
        except TruncatedPage:
            raise DeviceError(Code.SCAN_TRUNCATED, device=self.name, pages=len(pages)) from None
        finally:
            result = self._end(run)
        self._judge(result, len(pages))
        return pages

    def _keep(
        self,
        printed: Iterable[str],
        mode: ScanMode,
        resolution: int,
        folder: Path,
        pages: list[Path],
        on_page: Callable[[Path], None],
    ) -> None:
        # A name that no other scan has: a page is never written over another one.
        prefix = f"scan-{secrets.token_hex(4)}"
        for line in printed:
            source = Path(line)
            target = folder / f"{prefix}-{len(pages) + 1:04d}.png"
            try:
                keep_page(source, target, resolution, mode)
            except FileNotFoundError:
                raise TruncatedPage from None
            source.unlink(missing_ok=True)
            pages.append(target)
            on_page(target)

    def _start(self, command: Sequence[str], silent_s: float, *, scans: bool = True) -> ScanimageRun:
        try:
            run = ScanimageRun(command, self._settings.environment, silent_s=silent_s, on_progress=self._progress)
        except (OSError, subprocess.SubprocessError):
            raise absent(self.name) from None
        with self._lock:
            self._run = run
            if (self._cancelled and scans) or self._closed.is_set():  # it came while this was starting
                run.stop()
        return run

    def _end(self, run: ScanimageRun) -> Result:
        """Wait for the end of the process; afterwards a cancel has nothing left to stop."""
        result = run.finish()
        with self._lock:
            self._run = None
        return result

    def _judge(self, result: Result, pages: int) -> None:
        if self._cancelled:
            raise DeviceError(Code.SCAN_CANCELLED, device=self.name, pages=pages)
        outcome = result.outcome
        if outcome is Outcome.NO_DOCUMENTS and not pages:
            raise DeviceError(Code.SCANNER_EMPTY, device=self.name)
        if outcome is Outcome.SILENT:
            raise DeviceError(
                Code.DEVICE_SILENT, retryable=True, device=self.name, seconds=self._settings.silent_s, pages=pages
            )
        if outcome in _CODES:
            raise DeviceError(_CODES[outcome], device=self.name, pages=pages)
        if outcome not in {Outcome.GOOD, Outcome.NO_DOCUMENTS} or not pages:
            detail = result.detail or outcome.name.lower()
            raise DeviceError(Code.SCANNER_IO, device=self.name, detail=detail, pages=pages)
