"""A scanner on the network that speaks eSCL (AirPrint, Mopria): driverless, on every system.

The address is its URL, ``http://192.168.1.20/eSCL``, or only its host; the identity is its UUID, by which it is found
again when the network gave it another address. Option of the settings: ``silent`` (seconds without a byte after which
it is given up).
"""

import logging
import secrets
import shutil
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from counter_app.errors import Code, CounterError, DeviceError
from counter_app.ports import SHEET_MM, DeviceKind, ScanMode, ScanRequest
from devices.scanner.escl_finding import find_escl
from devices.scanner.escl_http import BrokenOff, EsclHttp, EsclUrl, TooLarge, Unreachable, parse_url
from devices.scanner.escl_job import ASK_S, EsclJob, Link, fault_of
from devices.scanner.escl_pages import keep_picture
from devices.scanner.escl_xml import (
    MAX_BYTES,
    UNITS_AN_INCH,
    BadAnswer,
    Capabilities,
    JobSettings,
    Source,
    parse_capabilities,
    parse_status,
)
from devices.scanner.pages import TruncatedPage
from devices.scanner.scanner_device import FoundScanner, storage_error
from devices.settings import DeviceSettings
from devices.supervisor import Health
from devices.transport.line import absent, lost, silent

log = logging.getLogger(__name__)

SILENT_S = 60.0
POLL_S = 60.0
FAREWELL_S = 2.0
FIND_S = 3.0
MM_AN_INCH = 25.4
_PNG, _JPEG = "image/png", "image/jpeg"
_STOPPED = frozenset({"Stopped", "Down"})


@dataclass(frozen=True, slots=True)
class EsclSettings:
    """A network scanner as its settings record names it."""

    url: EsclUrl
    silent_s: float = SILENT_S
    uuid: str = ""


def escl_settings(settings: DeviceSettings) -> EsclSettings:
    """Read the settings record. Raises DEVICE_SETTINGS."""
    try:
        url = parse_url(settings.address)
    except ValueError:
        raise settings.nonsense("address") from None
    return EsclSettings(url, settings.number("silent", SILENT_S), settings.identity)


class EsclScanner:
    """A scanner on the network. ``scan`` runs on one thread, ``cancel`` on any."""

    kind = DeviceKind.SCANNER
    poll_seconds = POLL_S

    def __init__(
        self, settings: EsclSettings, *, name: str, find: Callable[[float], Sequence[FoundScanner]] = find_escl
    ) -> None:
        """``find`` searches the network for so many seconds."""
        self.name = name
        self._uuid = settings.uuid
        self._find = find
        self._http = EsclHttp(settings.url)
        self._farewell = EsclHttp(settings.url, connect_s=FAREWELL_S)
        self._stopped = threading.Event()
        self._link = Link(name, self._http, self._farewell, self._stopped, settings.silent_s)
        self._lock = threading.Lock()
        self._scanning = False
        self._closed = False
        self._can: Capabilities | None = None
        self._progress: Callable[[int, float], None] | None = None

    def on_progress(self, told: Callable[[int, float], None]) -> None:
        """Set who is told of the page under way (from 1) and its share done (0 to 1)."""
        self._progress = told

    def open(self) -> None:
        """Ask what it can do, where it is now. Raises DEVICE_ABSENT, _LOST, _SILENT, _DENIED, _BUSY, SCANNER_ANSWER."""
        self._can = None
        try:
            if self._abilities().uuid in {"", self._uuid} or not self._uuid:
                return
        except DeviceError:
            if not self._uuid or not self._follow():
                raise
        else:
            if not self._follow():  # a scanner whose two UUIDs differ, rather than another one at its address
                return
        self._can = None
        self._abilities()

    def poll(self) -> Health:
        """Ask how it is: a jam stays said until somebody cleared it. Raises as ``open``."""
        try:
            status = parse_status(self._asked("ScannerStatus"))
        except BadAnswer as error:
            raise self._answer(str(error)) from None
        if status.state in _STOPPED:
            return Health(fault_of(status) or Code.SCANNER_IO)
        return Health(fault_of(status))

    def scan(self, request: ScanRequest, folder: Path, on_page: Callable[[Path], None]) -> Sequence[Path]:
        """Scan into ``folder`` as PNG, telling each whole page as it lands; see ports.Scanner.

        A scanner without a feeder takes the page on its glass, one without a glass what is in its feeder.
        """
        with self._lock:
            self._scanning = True
        pages: list[Path] = []
        try:
            raw = Path(tempfile.mkdtemp(prefix=f".scan-{request.resolution}-", dir=folder))
            try:
                self._scan_through(request, raw, folder, pages, on_page)
            finally:
                shutil.rmtree(raw, ignore_errors=True)
        except DeviceError as error:
            told = error
            if self._stopped.is_set():  # whatever a line that was cut looked like
                told = DeviceError(Code.SCAN_CANCELLED, device=self.name, pages=len(pages))
            log.info("event=scan_failed device=%r code=%s pages=%d", self.name, told.code, len(pages))
            raise told from None
        except OSError as error:
            raise storage_error(error, folder) from error
        finally:
            self.forget_cancel()
        log.info("event=scan_finished device=%r pages=%d", self.name, len(pages))
        return pages

    def cancel(self) -> None:
        """Stop the scan under way, or the next one, from any thread; the pages already told stay."""
        with self._lock:
            self._stopped.set()
            if self._scanning:
                self._http.abort()

    def forget_cancel(self) -> None:
        """Let a cancel that came too late for the last scan not stop the next."""
        with self._lock:
            self._scanning = False
            if not self._closed:
                self._stopped.clear()
                self._http.resume()

    def interrupt(self) -> None:
        """Stop whatever runs, for closing."""
        with self._lock:
            self._closed = True
            self._stopped.set()
            self._http.abort()

    def close(self) -> None:
        """Do nothing: between two questions nothing is held."""

    def _scan_through(
        self,
        request: ScanRequest,
        raw: Path,
        folder: Path,
        pages: list[Path],
        on_page: Callable[[Path], None],
    ) -> None:
        if self._stopped.is_set():
            raise DeviceError(Code.SCAN_CANCELLED, device=self.name, pages=0)
        settings = job_settings(self._abilities(), request)
        job = EsclJob(self._link, settings, self._tell)
        # A name that no other scan has: a page is never written over another one.
        prefix = f"scan-{secrets.token_hex(4)}"
        part = raw / "page.part"
        try:
            job.start()
            while job.fetch(part):
                target = folder / f"{prefix}-{len(pages) + 1:04d}.png"
                self._keep(part, target, settings.resolution, request.mode, len(pages))
                pages.append(target)
                self._tell(len(pages), 1.0)
                on_page(target)
                if not settings.feeder:
                    break
        finally:
            job.close()

    def _keep(self, part: Path, target: Path, resolution: int, mode: ScanMode, pages: int) -> None:
        try:
            keep_picture(part, target, resolution, mode)
        except TruncatedPage:
            raise DeviceError(Code.SCAN_TRUNCATED, device=self.name, pages=pages) from None
        except BadAnswer as error:
            raise DeviceError(Code.SCANNER_ANSWER, device=self.name, detail=str(error), pages=pages) from None

    def _tell(self, page: int, share: float) -> None:
        if self._progress is not None:
            self._progress(page, share)

    def _follow(self) -> bool:
        """Look for the scanner elsewhere on the network, and say whether it has moved."""
        try:
            found = next((one for one in self._find(FIND_S) if one.identity == self._uuid), None)
            url = parse_url(found.address) if found is not None else None
        except (CounterError, ValueError):
            return False
        if url is None or url == self._http.url:
            return False
        log.info("event=scanner_moved device=%r", self.name)
        self._http.move(url)
        self._farewell.move(url)
        return True

    def _abilities(self) -> Capabilities:
        if self._can is None:
            try:
                self._can = parse_capabilities(self._asked("ScannerCapabilities"))
            except BadAnswer as error:
                raise self._answer(str(error)) from None
        return self._can

    def _asked(self, question: str) -> bytes:
        """Return an answer in XML. Raises DeviceError."""
        try:
            answer = self._http.ask("GET", f"{self._http.path}/{question}", limit=MAX_BYTES, seconds=ASK_S)
        except Unreachable as error:
            log.debug("event=scanner_unreachable device=%r detail=%s", self.name, error)
            raise absent(self.name) from None
        except BrokenOff as error:
            raise (silent(self.name, ASK_S) if error.silent else lost(self.name)) from None
        except TooLarge:
            raise self._answer("size") from None
        if answer.status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
            raise DeviceError(Code.DEVICE_DENIED, device=self.name)
        if answer.status == HTTPStatus.SERVICE_UNAVAILABLE:
            raise DeviceError(Code.DEVICE_BUSY, retryable=True, device=self.name)
        if answer.status != HTTPStatus.OK:
            raise self._answer(f"HTTP {answer.status}")
        return answer.body

    def _answer(self, detail: str) -> DeviceError:
        return DeviceError(Code.SCANNER_ANSWER, device=self.name, detail=detail)


def job_settings(can: Capabilities, request: ScanRequest) -> JobSettings:
    """Return what to ask of this scanner for a request: what it offers that comes nearest, and never less fine."""
    duplex = request.duplex and request.feeder and can.duplex is not None
    feeder = can.duplex if duplex else can.feeder or can.duplex
    source = (feeder or can.platen) if request.feeder else (can.platen or feeder)
    if source is None:  # parse_capabilities lets none through without any
        raise DeviceError(Code.SCANNER_ANSWER, detail="source")
    png = _PNG in source.formats
    width, height = _region(source, request)
    return JobSettings(
        feeder=source is not can.platen,
        duplex=duplex,
        mode=_mode(source, request.mode, png=png),
        resolution=source.nearest(request.resolution),
        format=_PNG if png else _JPEG,
        width=width,
        height=height,
        version=can.version or "2.0",
        names_format_twice=source.names_formats_twice,
    )


def _mode(source: Source, wanted: ScanMode, *, png: bool) -> ScanMode:
    """Two colours fit into no JPEG, so a grey page is made of two afterwards; grey is made of colour likewise."""
    if wanted in source.modes and (png or wanted is not ScanMode.LINEART):
        return wanted
    return ScanMode.GRAY if wanted is not ScanMode.COLOR and ScanMode.GRAY in source.modes else _richest(source)


def _richest(source: Source) -> ScanMode:
    return next(mode for mode in (ScanMode.COLOR, ScanMode.GRAY, ScanMode.LINEART) if mode in source.modes)


def _region(source: Source, request: ScanRequest) -> tuple[int, int]:
    wide, high = (round(side / MM_AN_INCH * UNITS_AN_INCH) for side in SHEET_MM[request.size])
    return min(wide, source.max_width or wide), min(high, source.max_height or high)
