"""A scanner that is a folder: whatever program drives the real one saves its files there.

Any file of a picture, a TIFF of many pages or a PDF that is whole becomes pages, in the order of arrival, and is moved
to ``done`` once its pages are safe; what is none of these goes to ``refused``. Nothing is ever deleted. A scan takes
what is there already and waits for more. Options of the settings: ``quiet`` (seconds without a new file after which
the batch is over), ``patience`` (seconds to wait for the first), ``steady`` (seconds without a change after which a
file is taken for written), ``settle`` (how long a file that is not whole may still become it), ``most`` (megabytes).
"""

import logging
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from counter_app.errors import Code, CounterError, DeviceError
from counter_app.ports import DeviceKind, ScanRequest
from counter_app.store.durable import sync_folder
from devices.scanner.scanner_device import storage_error
from devices.scanner.split_program import NO_ROOM
from devices.settings import DeviceSettings
from devices.supervisor import Health
from devices.transport.line import absent

log = logging.getLogger(__name__)

POLL_S = 15.0
LOOK_S = 0.25
DONE, REFUSED = "done", "refused"
SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".pdf"})
SPLIT_S = 180.0  # for one file
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class FolderSettings:
    """The watched folder and its options, in seconds and bytes."""

    folder: Path
    quiet_s: float = 10.0
    patience_s: float = 120.0
    steady_s: float = 1.0
    settle_s: float = 15.0
    most_bytes: int = 200 * _MEGABYTE


def folder_settings(settings: DeviceSettings) -> FolderSettings:
    """Read the settings record. Raises DEVICE_SETTINGS."""
    usual = FolderSettings(Path(settings.address))
    return FolderSettings(
        usual.folder,
        settings.number("quiet", usual.quiet_s),
        settings.number("patience", usual.patience_s),
        settings.number("steady", usual.steady_s),
        settings.number("settle", usual.settle_s),
        round(settings.number("most", usual.most_bytes / _MEGABYTE) * _MEGABYTE),
    )


@dataclass(slots=True)
class _Seen:
    """A file as it was at the last look, when it last changed, and whether it was tried like that in vain."""

    size: int
    changed: int
    since: float
    tried: bool = False


class WatchedFolder:
    """A folder as a ScannerDevice. ``scan`` runs on one thread, ``cancel`` on any."""

    kind = DeviceKind.SCANNER
    poll_seconds = POLL_S

    def __init__(self, settings: FolderSettings, *, name: str) -> None:
        self.name = name
        self._settings = settings
        self._stop = threading.Event()
        self._closed = False
        self._progress: Callable[[int, float], None] | None = None
        self._seen: dict[Path, _Seen] = {}

    def on_progress(self, told: Callable[[int, float], None]) -> None:
        """Set who is told of the page under way (from 1) and its share done (0 or 1: files come whole)."""
        self._progress = told

    def open(self) -> None:
        """Look whether the folder is there and may be written. Raises DEVICE_ABSENT, DEVICE_DENIED."""
        if not self._settings.folder.is_dir():
            raise absent(self.name)
        try:
            for name in (DONE, REFUSED):
                (self._settings.folder / name).mkdir(exist_ok=True)
            os.scandir(self._settings.folder).close()
            with tempfile.TemporaryFile(dir=self._settings.folder / DONE):
                pass
        except OSError:
            raise DeviceError(Code.DEVICE_DENIED, device=self.name) from None

    def poll(self) -> Health:
        """Look whether the folder is still there. Raises DEVICE_ABSENT."""
        if not self._settings.folder.is_dir():
            raise absent(self.name)
        return Health()

    def cancel(self) -> None:
        """Stop waiting for files; the pages already told stay."""
        self._stop.set()

    def forget_cancel(self) -> None:
        """Let a cancel that came too late for the last scan not stop the next."""
        if not self._closed:
            self._stop.clear()

    def interrupt(self) -> None:
        """Stop whatever runs, for closing."""
        self._closed = True
        self._stop.set()

    def close(self) -> None:
        """Do nothing: between two scans nothing is held."""

    def scan(self, request: ScanRequest, folder: Path, on_page: Callable[[Path], None]) -> Sequence[Path]:
        """Take files as they come, one file where the glass is asked for; see ports.Scanner.

        Raises SCAN_FILE_REFUSED for a file that is no picture or too large, SCANNER_EMPTY when none came.
        """
        self._seen.clear()
        pages: list[Path] = []
        try:
            self._take_all(request, folder, pages, on_page)
        finally:
            self.forget_cancel()
        log.info("event=scan_finished device=%r pages=%d", self.name, len(pages))
        return pages

    def _take_all(self, request: ScanRequest, folder: Path, pages: list[Path], on_page: Callable[[Path], None]) -> None:
        came = time.monotonic()
        while True:
            if self._stop.is_set():
                raise DeviceError(Code.SCAN_CANCELLED, device=self.name, pages=len(pages))
            now = time.monotonic()
            ready, coming = self._look(now)
            if ready is not None:
                self._take(ready, request, folder, pages, on_page)
                if pages and not request.feeder:
                    return
                came = time.monotonic()
            elif coming:
                came = now
            elif now - came > (self._settings.quiet_s if pages else self._settings.patience_s):
                break
            if ready is None:
                self._stop.wait(LOOK_S)
        if not pages:
            raise DeviceError(Code.SCANNER_EMPTY, device=self.name)

    def _look(self, now: float) -> tuple[Path | None, bool]:
        """Return the file that is next if it is written, and whether any is still being written."""
        there = self._files()
        self._seen = {path: seen for path, seen in self._seen.items() if path in there}
        for path, (size, changed) in there.items():
            known = self._seen.get(path)
            if known is None or (known.size, known.changed) != (size, changed):
                self._seen[path] = _Seen(size, changed, now)
        for path, seen in sorted(self._seen.items(), key=lambda one: (one[1].changed, one[0].name)):
            limit = self._settings.settle_s if seen.tried else self._settings.steady_s
            if now - seen.since >= limit:
                return path, True
        return None, bool(self._seen)

    def _files(self) -> dict[Path, tuple[int, int]]:
        """Return the files that may become pages, with size and time of change. Raises DEVICE_ABSENT."""
        found = {}
        try:
            with os.scandir(self._settings.folder) as entries:
                for entry in entries:
                    if entry.name.startswith((".", "~")) or Path(entry.name).suffix.lower() not in SUFFIXES:
                        continue
                    with suppress(FileNotFoundError):  # renamed between two looks
                        if entry.is_file(follow_symlinks=False):
                            known = entry.stat(follow_symlinks=False)
                            found[Path(entry.path)] = (known.st_size, known.st_mtime_ns)
        except OSError:
            raise absent(self.name) from None
        return found

    def _take(
        self, path: Path, request: ScanRequest, folder: Path, pages: list[Path], on_page: Callable[[Path], None]
    ) -> None:
        self._tell(len(pages) + 1, 0.0)
        seen = self._seen[path]
        try:
            raw = Path(tempfile.mkdtemp(prefix=f".scan-{request.resolution}-", dir=folder))
        except OSError as error:
            raise storage_error(error, folder) from error
        try:
            if seen.size > self._settings.most_bytes:
                self._refuse(path, len(pages))
            code, parts = self._split(path, request, raw, len(pages))
            if code == NO_ROOM:
                raise CounterError(Code.DISK_FULL, path=str(folder))
            if code or not parts:
                if not seen.tried and self._settings.settle_s > self._settings.steady_s:
                    seen.tried = True  # perhaps it is still being written, by a program that pauses
                    return
                self._refuse(path, len(pages))
            self._land(parts, folder, pages, on_page)
            self._move(path, DONE)
        except OSError as error:
            raise storage_error(error, folder) from error
        finally:
            shutil.rmtree(raw, ignore_errors=True)

    def _split(self, path: Path, request: ScanRequest, raw: Path, pages: int) -> tuple[int, list[Path]]:
        """Return the exit code of the program that makes pages of a file, and the pages that it made."""
        options = ["--resolution", str(request.resolution), "--mode", request.mode.value]
        command = [sys.executable, "-P", "-m", "devices.scanner.split_program", str(path), str(raw), *options]
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        ends = time.monotonic() + SPLIT_S
        with process:
            while True:
                try:
                    said, _ = process.communicate(timeout=LOOK_S)
                    break
                except subprocess.TimeoutExpired:
                    if self._stop.is_set() or time.monotonic() > ends:
                        process.kill()
        if self._stop.is_set():
            raise DeviceError(Code.SCAN_CANCELLED, device=self.name, pages=pages)
        return process.returncode, [Path(line) for line in said.splitlines()]

    def _land(self, parts: Sequence[Path], folder: Path, pages: list[Path], on_page: Callable[[Path], None]) -> None:
        """Give all pages of a file their names before any is told: a file is taken whole or not at all."""
        token = secrets.token_hex(4)
        landed = []
        for number, part in enumerate(parts, 1):
            landed.append(part.replace(folder / f"scan-{token}-{number:04d}.png"))
        sync_folder(folder)
        for page in landed:
            pages.append(page)
            self._tell(len(pages), 1.0)
            on_page(page)

    def _refuse(self, path: Path, pages: int) -> None:
        """Put a file aside. Raises SCAN_FILE_REFUSED."""
        self._move(path, REFUSED)
        log.info("event=scan_file_refused device=%r bytes=%d", self.name, self._seen[path].size)
        raise DeviceError(Code.SCAN_FILE_REFUSED, device=self.name, name=path.name, pages=pages)

    def _move(self, path: Path, to: str) -> None:
        """Move a file into a sub-folder, beside one of the same name that is there already."""
        folder = self._settings.folder / to
        folder.mkdir(exist_ok=True)
        target = folder / path.name
        if target.exists():
            target = folder / f"{path.stem}-{secrets.token_hex(4)}{path.suffix}"
        path.rename(target)
        sync_folder(folder)

    def _tell(self, page: int, share: float) -> None:
        if self._progress is not None:
            self._progress(page, share)
