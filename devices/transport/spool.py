"""The system's own printing: CUPS by its programs; Windows' spooler is in ``spool_windows``."""

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Sequence

from counter_app.errors import Code, DeviceError
from devices.transport.line import absent, lost, silent
from devices.transport.spooler import QueueState, Spooler

ANSWER_S = 5.0
_JOB = re.compile(r"request id is (\S+)")
_STATE = re.compile(r"^printer \S+ (is idle|now printing|disabled)", re.MULTILINE)
_ALERTS = re.compile(r"^\tAlerts: (.+)$", re.MULTILINE)
_FAULTS = (  # IPP's printer-state-reasons (RFC 8011), with -error, -warning or -report at their end
    (("media-empty", "media-needed"), Code.PAPER_OUT),
    (("cover-open", "door-open"), Code.COVER_OPEN),
    (("media-jam", "spool-area-full", "other-error"), Code.PRINTER_FAULT),
    (("offline", "connecting-to-device", "timed-out", "shutdown"), Code.DEVICE_LOST),
    (("paused",), Code.SPOOLER_STOPPED),
)


def system_spooler(device: str) -> Spooler:
    """Return the spooler of this system."""
    if sys.platform == "win32":
        from devices.transport.spool_windows import WindowsSpooler

        return WindowsSpooler(device)
    else:  # noqa: RET505 - so that the type checker reads it for one system only
        return CupsSpooler(device)


class CupsSpooler:
    """``lp``, ``lpstat`` and ``cancel``, as CUPS installs them; read in the C locale. Tried with CUPS 2.4.2."""

    def __init__(self, device: str, *, answer_s: float = ANSWER_S) -> None:
        self._device = device
        self._answer_s = answer_s
        self._lock = threading.Lock()
        self._running: subprocess.Popen[bytes] | None = None
        self._interrupted = False

    def state(self, queue: str) -> QueueState:
        """Ask how a printer is. Raises DEVICE_ABSENT, SPOOLER_ABSENT, DEVICE_SILENT."""
        code, told = self._run(["lpstat", "-l", "-p", queue])
        found = _STATE.search(told)
        if code or found is None:  # lpstat says the same of a printer that is not there and of a system that is down
            if "is running" in self._run(["lpstat", "-r"])[1]:
                raise absent(self._device)
            raise DeviceError(Code.SPOOLER_ABSENT, retryable=True, device=self._device)
        alerts = _ALERTS.search(told)
        reasons = tuple(alerts[1].split()) if alerts else ()
        fault = next((code for words, code in _FAULTS if any(one.startswith(words) for one in reasons)), None)
        if fault is None and found[1] == "disabled":
            fault = Code.SPOOLER_STOPPED
        low = any(one.startswith("media-low") for one in reasons)
        return QueueState(fault, Code.PAPER_LOW if low else None)

    def send(self, queue: str, data: bytes) -> str:
        """Hand a job over, and return its name. Raises DEVICE_LOST when refused, DEVICE_SILENT when nobody knows."""
        code, told = self._run(["lp", "-d", queue, "-o", "raw", "-"], data)
        job = _JOB.search(told)
        if code or job is None:
            raise lost(self._device)
        return job[1]

    def waits(self, queue: str, job: str) -> bool:
        """Say whether a job is not through yet. Raises DEVICE_SILENT, SPOOLER_ABSENT."""
        _, told = self._run(["lpstat", "-W", "not-completed", "-o", queue])
        return any(line.split(maxsplit=1)[:1] == [job] for line in told.splitlines())

    def cancel(self, queue: str, job: str) -> None:
        """Take a job back. Raises DEVICE_SILENT."""
        self._run(["cancel", job])

    def interrupt(self) -> None:
        """End what waits in another thread, now and later."""
        with self._lock:
            self._interrupted = True
            if self._running is not None:
                self._running.kill()

    def _run(self, words: Sequence[str], data: bytes = b"") -> tuple[int, str]:
        """Run a program to its end, and return its exit code and what it said. Raises DEVICE_SILENT, DEVICE_LOST."""
        if shutil.which(words[0]) is None:
            raise DeviceError(Code.SPOOLER_ABSENT, retryable=True, device=self._device)
        with self._lock:
            if self._interrupted:
                raise lost(self._device)
            self._running = process = subprocess.Popen(  # noqa: S603 - a list, of our own words
                words,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "LC_ALL": "C", "LANGUAGE": "C"},
            )
        try:
            told, _ = process.communicate(data, self._answer_s)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise silent(self._device, self._answer_s) from None
        finally:
            with self._lock:
                self._running = None
        if self._interrupted:
            raise lost(self._device)
        return process.returncode, told.decode("utf-8", "replace")
