"""One scan job of eSCL: asked for, fetched page by page, and always cleared away at the end.

What scanners answer instead of a page means different things, and each rule here is one that some model needs: 503 is
"not yet"; 404 and 410 are the end of the feeder; 409 is the end only with an empty feeder and a page before it; after
any other error the next page is asked for again only while the job is still listed as under way, else one that was sent
into the void would be missing without a word.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import IO
from urllib.parse import urljoin, urlsplit

from counter_app.errors import Code, DeviceError
from devices.scanner.escl_http import Answer, BrokenOff, EsclHttp, TooLarge, Unreachable
from devices.scanner.escl_xml import (
    MAX_BYTES,
    AdfState,
    BadAnswer,
    JobSettings,
    JobStatus,
    ScannerStatus,
    job_xml,
    parse_status,
)

ASK_S = 15.0
"""A scanner that sleeps takes a while to answer."""
MAX_PAGE = 200_000_000
"""Bytes of one page as it is sent: A3 in colour at 600 dots an inch, hardly compressed."""
MAX_PAGES = 1_000
RETRY_S = 0.5
LEAST_RETRY_S = 0.1
MOST_RETRY_S = 10.0
TRIES = 3
_TOLD_STEP = 0.01
_UNDER_WAY = frozenset({"Pending", "Processing"})
_ENDS = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_DENIED = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN})
_FAULTS = {
    AdfState.JAM: Code.SCANNER_JAM,
    AdfState.MISPICK: Code.SCANNER_JAM,
    AdfState.MULTIPICK: Code.SCANNER_JAM,
    AdfState.TRAY_FAILED: Code.SCANNER_JAM,
    AdfState.TRAY_OVERLOADED: Code.SCANNER_JAM,
    AdfState.PAGE_TOO_SHORT: Code.SCANNER_JAM,
    AdfState.PAGE_TOO_LONG: Code.SCANNER_JAM,
    AdfState.DOOR_OPEN: Code.SCANNER_COVER,
    AdfState.HATCH_OPEN: Code.SCANNER_COVER,
}


def fault_of(status: ScannerStatus | None) -> Code | None:
    """Return what the feeder complains of; an empty one is no fault."""
    return _FAULTS.get(status.adf) if status is not None and status.adf is not None else None


@dataclass(frozen=True, slots=True)
class Link:
    """How a job reaches its scanner. ``farewell`` is a line of its own, as a cancel cuts ``http``."""

    name: str
    http: EsclHttp
    farewell: EsclHttp
    stopped: threading.Event
    silent_s: float

    def status(self) -> ScannerStatus | None:
        """Return how the scanner is, None where it does not say."""
        try:
            answer = self.http.ask("GET", f"{self.http.path}/ScannerStatus", limit=MAX_BYTES, seconds=ASK_S)
            return parse_status(answer.body) if answer.status == HTTPStatus.OK else None
        except (Unreachable, BrokenOff, TooLarge, BadAnswer):
            return None


class EsclJob:
    """One job. ``start``, then ``fetch`` until it says that there is no more, ``close`` whatever happened."""

    def __init__(self, link: Link, settings: JobSettings, told: Callable[[int, float], None]) -> None:
        """``told`` learns of the page under way (from 1) and its share done."""
        self._link = link
        self._settings = settings
        self._told = told
        self._location = ""
        self._pages = 0
        self._expected = 0
        self._doubtful = False

    def start(self) -> None:
        """Ask for the job; a busy scanner is waited for. Raises DeviceError."""
        body = job_xml(self._settings)
        ends = time.monotonic() + self._link.silent_s
        while True:
            try:
                answer = self._link.http.ask(
                    "POST", f"{self._link.http.path}/ScanJobs", body, limit=MAX_BYTES, seconds=self._link.silent_s
                )
            except Unreachable:
                raise self._error(Code.DEVICE_ABSENT, retryable=True) from None
            except BrokenOff as error:
                raise self._broken(error) from None
            except TooLarge:
                raise self._error(Code.SCANNER_ANSWER, detail="size") from None
            if answer.status in {HTTPStatus.CREATED, HTTPStatus.OK}:
                self._location = self._path_of(answer.headers.get("location", ""))
                return
            if answer.status != HTTPStatus.SERVICE_UNAVAILABLE or time.monotonic() > ends:
                raise self._judged(answer.status, self._link.status())
            self._wait(answer)

    def fetch(self, raw: Path) -> bool:
        """Get the next page into the file ``raw``; False at the end of the feeder. Raises DeviceError."""
        if self._pages >= MAX_PAGES:
            raise self._error(Code.SCANNER_ANSWER, detail=f"> {MAX_PAGES}")
        patience = _Patience(self._link.silent_s)
        self._told(self._pages + 1, 0.0)
        while True:
            answer = self._try(raw, patience)
            if answer is not None and answer.status == HTTPStatus.OK:
                self._pages += 1
                self._expected = raw.stat().st_size
                return True
            if answer is not None and self._is_end(answer.status):
                return False
            self._wait(answer or Answer(0, {}))

    def close(self) -> None:
        """Clear the job away, so that the scanner is free; what it answers no longer matters."""
        if not self._location:
            return
        try:
            self._link.farewell.ask("DELETE", self._location, limit=MAX_BYTES, seconds=3.0)
        except (Unreachable, BrokenOff, TooLarge):
            return

    def _try(self, raw: Path, patience: "_Patience") -> Answer | None:
        """Ask once. The answer is a page, the end or "not yet"; None is an error after which one may ask again."""
        try:
            with raw.open("wb") as file:
                answer = self._link.http.fetch(
                    f"{self._location}/NextDocument",
                    _Taking(file, self._expected, lambda share: self._told(self._pages + 1, share)),
                    limit=MAX_PAGE,
                    silent_s=self._link.silent_s,
                )
        except TooLarge:
            raise self._error(Code.SCANNER_ANSWER, detail="size") from None
        except BrokenOff as error:
            if error.received or error.silent:
                raise self._broken(error) from None
            self._doubtful = True
            status = 0
        except Unreachable:
            status = 0
        else:
            if answer.status == HTTPStatus.OK or answer.status in _ENDS:
                return answer
            status = answer.status
            if status == HTTPStatus.SERVICE_UNAVAILABLE:
                self._look_while_waiting(patience)
                return answer
            if status == HTTPStatus.CONFLICT:
                return answer
        found = self._link.status()
        if not patience.once_more() or fault_of(found) or not self._is_under_way(found):
            raise self._judged(status, found)
        return None

    def _look_while_waiting(self, patience: "_Patience") -> None:
        """A scanner may say "not yet" for ever while its feeder is jammed. Raises DeviceError."""
        found = self._link.status()
        job = self._job(found)
        if fault_of(found) or (job is not None and job.state in {"Aborted", "Canceled"}):
            raise self._judged(HTTPStatus.SERVICE_UNAVAILABLE, found)
        if patience.is_over():
            seconds = self._link.silent_s
            raise self._error(Code.DEVICE_SILENT, retryable=True, seconds=seconds)

    def _is_end(self, status: int) -> bool:
        """Say whether the feeder is through. Raises DeviceError where it stopped for another reason."""
        if status not in _ENDS and status != HTTPStatus.CONFLICT:
            return False
        found = self._link.status()
        job = self._job(found)
        empty = found is not None and found.adf is AdfState.EMPTY
        stopped = job is not None and job.state in {"Aborted", "Canceled"} and not empty
        if not self._pages or fault_of(found) or stopped or (status == HTTPStatus.CONFLICT and not empty):
            raise self._judged(status, found)
        if self._doubtful and job is not None and job.images is not None and job.images > self._pages:
            raise self._error(Code.SCAN_TRUNCATED)
        return True

    def _judged(self, status: int, found: ScannerStatus | None) -> DeviceError:
        """Return why there is no page: what the feeder says, what became of the job, and only then the number."""
        fault = fault_of(found)
        job = self._job(found)
        if fault is not None:
            return self._error(fault)
        if job is not None and job.state == "Canceled":
            return self._error(Code.SCAN_CANCELLED)
        if self._settings.feeder and not self._pages and self._is_empty(status, found):
            return self._error(Code.SCANNER_EMPTY)
        if status in _DENIED:
            return self._error(Code.DEVICE_DENIED)
        if status == HTTPStatus.SERVICE_UNAVAILABLE or (not self._location and found and found.state == "Processing"):
            return self._error(Code.DEVICE_BUSY, retryable=True)
        if not status:
            return self._error(Code.DEVICE_LOST, retryable=True)
        return self._error(Code.SCANNER_IO, detail=(job.reason[:40] if job else "") or f"HTTP {status}")

    def _is_empty(self, status: int, found: ScannerStatus | None) -> bool:
        """Some say that the feeder is empty, some (Kyocera) that it is at work, some only refuse."""
        if found is not None and found.adf in {AdfState.EMPTY, AdfState.LOADED}:
            return found.adf is AdfState.EMPTY
        return status in _ENDS or (status == HTTPStatus.CONFLICT and (found is None or found.state != "Processing"))

    def _is_under_way(self, found: ScannerStatus | None) -> bool:
        job = self._job(found)
        return job is not None and job.state in _UNDER_WAY

    def _job(self, found: ScannerStatus | None) -> JobStatus | None:
        if found is None or not self._location:
            return None
        own = self._location.rpartition("/")[2]
        return next((job for job in found.jobs if urlsplit(job.uri).path.rstrip("/").rpartition("/")[2] == own), None)

    def _path_of(self, location: str) -> str:
        """Take the path alone: scanners name hosts and ports by which nobody reaches them, and hostile ones others'."""
        try:
            path = urlsplit(urljoin(f"{self._link.http.path}/ScanJobs", location.strip())).path.rstrip("/")
        except ValueError:
            path = ""
        if not location or not path.startswith("/") or len(path) > 500 or not path.isascii() or not path.isprintable():
            raise self._error(Code.SCANNER_ANSWER, detail="Location")
        return path

    def _wait(self, answer: Answer) -> None:
        word = answer.headers.get("retry-after", "").strip()
        seconds = float(word) if word.isascii() and word.isdigit() and len(word) < 6 else RETRY_S
        if self._link.stopped.wait(max(LEAST_RETRY_S, min(MOST_RETRY_S, seconds))):
            raise self._error(Code.SCAN_CANCELLED)

    def _broken(self, error: BrokenOff) -> DeviceError:
        if error.silent:
            return self._error(Code.DEVICE_SILENT, retryable=True, seconds=self._link.silent_s)
        return self._error(Code.SCAN_TRUNCATED if error.received else Code.DEVICE_LOST)

    def _error(self, code: Code, *, retryable: bool = False, **params: object) -> DeviceError:
        return DeviceError(code, retryable=retryable, device=self._link.name, pages=self._pages, **params)


class _Taking:
    """Writes a page down piece by piece and tells the share done."""

    def __init__(self, file: IO[bytes], expected: int, told: Callable[[float], None]) -> None:
        """``expected`` is the size of the page before: where a length is not told it is the best guess."""
        self._file = file
        self._expected = expected
        self._told = told
        self._received = 0
        self._shown = 0.0

    def __call__(self, piece: bytes, length: int | None) -> None:
        """Take a piece of a page of ``length`` bytes."""
        self._file.write(piece)
        self._received += len(piece)
        share = min(1.0 if length else 0.95, self._received / (length or self._expected or MAX_PAGE))
        if share >= self._shown + _TOLD_STEP:
            self._shown = share
            self._told(share)


class _Patience:
    """How long "not yet" is taken for an answer, and how often an error for none."""

    def __init__(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds
        self._left = TRIES

    def is_over(self) -> bool:
        """Say whether it waited for so long."""
        return time.monotonic() > self._ends

    def once_more(self) -> bool:
        """Count an error; False when there were enough."""
        self._left -= 1
        return self._left >= 0
