"""The document scanner, by SANE.

Options of the settings: ``program`` (default ``scanimage``), ``config`` (a folder for SANE_CONFIG_DIR), ``feeder`` and
``glass`` (what the driver calls its sources; empty where it has none), ``extra`` (more options of scanimage),
``silent`` (seconds without progress after which it is given up).
"""

import contextlib
import errno
import logging
import secrets
import shlex
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from counter_app.errors import Code, CounterError, DeviceError
from counter_app.ports import DeviceKind, ScanRequest
from devices.scanner.pages import TruncatedPage, keep_page
from devices.scanner.scanimage import Outcome, Result, ScanimageRun
from devices.settings import DeviceSettings, TransportKind
from devices.supervisor import Health
from devices.transport.line import absent, silent

log = logging.getLogger(__name__)

SILENT_S = 60.0
PRESENT_S = 20.0  # a network scanner that sleeps takes a while to say that it is there
POLL_S = 60.0
FEEDER = "Automatic Document Feeder"
GLASS = "Flatbed"
VIRTUAL_PROGRAM = Path(__file__).with_name("virtual_program.py")

_CODES = {
    Outcome.JAMMED: Code.SCANNER_JAM,
    Outcome.COVER_OPEN: Code.SCANNER_COVER,
    Outcome.CANCELLED: Code.SCAN_CANCELLED,
    Outcome.BUSY: Code.DEVICE_BUSY,
}


@dataclass(frozen=True, slots=True)
class SaneSettings:
    """A scanner as scanimage is told of it; ``command`` is the program, with the device."""

    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    feeder: str = FEEDER
    glass: str = GLASS
    extra: tuple[str, ...] = ()
    silent_s: float = SILENT_S


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
    feeder, glass = options.get("feeder", FEEDER), options.get("glass", GLASS)
    return SaneSettings(tuple(command), environment, feeder, glass, extra, settings.number("silent", SILENT_S))


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
        self._progress: Callable[[int, float], None] | None = None

    def on_progress(self, told: Callable[[int, float], None]) -> None:
        """Set who is told of the page under way (from 1) and its share done (0 to 1)."""
        self._progress = told

    def open(self) -> None:
        """Look whether the scanner is there. Raises DEVICE_ABSENT or DEVICE_BUSY."""
        self._present()

    def poll(self) -> Health:
        """Say what went wrong at the last scan, if anything. Raises DEVICE_ABSENT."""
        if self._warning is None:
            return Health()
        self._present()
        return Health(self._warning)

    def _present(self) -> None:
        run = self._start([*self._settings.command, "-n"], PRESENT_S)
        result = self._drained(run)
        if result.outcome is Outcome.SILENT:
            raise silent(self.name, PRESENT_S)
        if "busy" in result.detail.lower():
            raise DeviceError(Code.DEVICE_BUSY, retryable=True, device=self.name)
        if result.outcome is not Outcome.GOOD:
            log.debug("event=scanner_absent device=%s detail=%r", self.name, result.detail)
            raise absent(self.name)

    def _drained(self, run: ScanimageRun) -> Result:
        try:
            for _ in run.lines():
                pass
        finally:
            result = self._end(run)
        return result

    def scan(self, request: ScanRequest, folder: Path, on_page: Callable[[Path], None]) -> Sequence[Path]:
        """Scan into ``folder`` as PNG, telling each whole page as it lands; see ports.Scanner."""
        try:
            raw = Path(tempfile.mkdtemp(prefix=".scan-", dir=folder))
        except OSError as error:
            raise _storage_error(error, folder) from error
        try:
            pages = self._scan_through(request, raw, folder, on_page)
        except DeviceError as error:
            self._warning = None if error.code in {Code.SCAN_CANCELLED, Code.SCANNER_EMPTY} else error.code
            log.info("event=scan_failed device=%s code=%s", self.name, error.code)
            raise
        except OSError as error:
            raise _storage_error(error, folder) from error
        finally:
            shutil.rmtree(raw, ignore_errors=True)
            self.forget_cancel()
        self._warning = None
        log.info("event=scan_finished device=%s pages=%d", self.name, len(pages))
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
        run = self._start(self._command(request, raw), self._settings.silent_s)
        pages: list[Path] = []
        try:
            self._keep(run.lines(), request, folder, pages, on_page)
        except TruncatedPage:
            raise DeviceError(Code.SCAN_TRUNCATED, device=self.name, pages=len(pages)) from None
        finally:
            result = self._end(run)
        self._judge(result, len(pages))
        return pages

    def _keep(
        self,
        printed: Iterable[str],
        request: ScanRequest,
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
                keep_page(source, target, request.resolution)
            except FileNotFoundError:
                raise TruncatedPage from None
            source.unlink(missing_ok=True)
            pages.append(target)
            on_page(target)

    def _command(self, request: ScanRequest, raw: Path) -> list[str]:
        source = self._settings.feeder if request.feeder else self._settings.glass
        return [
            *self._settings.command,
            *(["--source", source] if source else []),
            "--mode",
            request.mode.value,
            "--resolution",
            str(request.resolution),
            *self._settings.extra,
            "--format=pnm",
            f"--batch={raw / 'page-%04d.pnm'}",
            *([] if request.feeder else ["--batch-count=1"]),
            "--batch-print",
            "--progress",
        ]

    def _start(self, command: Sequence[str], silent_s: float) -> ScanimageRun:
        try:
            run = ScanimageRun(command, self._settings.environment, silent_s=silent_s)
        except (OSError, subprocess.SubprocessError):
            raise absent(self.name) from None
        with self._lock:
            self._run = run
            if (self._cancelled and "-n" not in command) or self._closed.is_set():  # it came while this was starting
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


def _storage_error(error: OSError, folder: Path) -> CounterError:
    full = error.errno in {errno.ENOSPC, errno.EDQUOT}
    with contextlib.suppress(OSError):
        full = full or shutil.disk_usage(folder).free < 1_000_000
    return CounterError(Code.DISK_FULL if full else Code.DATA_NOT_WRITABLE, path=str(folder))
