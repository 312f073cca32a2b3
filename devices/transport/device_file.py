"""Bytes to and from a device file such as /dev/usb/lp0, where Linux shows a USB printer. Unverified on hardware."""

import errno
import os
import selectors
from pathlib import Path

from counter_app.errors import Code, DeviceError
from devices.transport.interruption import Interruption
from devices.transport.line import absent, lost, silent

STALL_S = 5.0
FOLDER = Path("/dev")
"""Where such files are; what lies elsewhere is a plain file."""


class DeviceFileTransport:
    """A device file, whose every wait has an end and can be interrupted."""

    answers = True

    def __init__(self, device: str, path: Path, *, stall_s: float = STALL_S) -> None:
        self._device = device
        self._path = path
        self._stall_s = stall_s
        self._file: int | None = None
        self._interruption = Interruption(device)

    def open(self) -> None:
        """Open for reading and writing. Raises DEVICE_ABSENT, DEVICE_DENIED or DEVICE_BUSY."""
        self.close()
        self._interruption.arm()
        try:
            self._file = os.open(self._path, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)
        except OSError as error:
            self.close()
            raise self._why_not_open(error) from None

    def _why_not_open(self, error: OSError) -> DeviceError:
        if error.errno in {errno.EACCES, errno.EPERM}:
            return DeviceError(Code.DEVICE_DENIED, device=self._device)
        if error.errno in {errno.EBUSY, errno.EAGAIN}:
            return DeviceError(Code.DEVICE_BUSY, retryable=True, device=self._device)
        return absent(self._device)

    def write(self, data: bytes) -> int:
        """Write what it takes. Raises DEVICE_SILENT when it takes nothing for ``stall_s``, DEVICE_LOST."""
        file = self._open_file()
        if not self._wait(file, selectors.EVENT_WRITE, self._stall_s):
            raise silent(self._device, self._stall_s)
        try:
            written = os.write(file, data)
        except BlockingIOError:
            raise silent(self._device, self._stall_s) from None
        except OSError:
            raise lost(self._device) from None
        if not written:
            raise lost(self._device)
        return written

    def read(self, limit: int, seconds: float) -> bytes:
        """Return what came within ``seconds``. Raises DEVICE_LOST when it has gone."""
        file = self._open_file()
        if not self._wait(file, selectors.EVENT_READ, seconds):
            return b""
        try:
            data = os.read(file, limit)
        except BlockingIOError:
            return b""
        except OSError:
            raise lost(self._device) from None
        if not data:
            raise lost(self._device)
        return data

    def _open_file(self) -> int:
        if self._file is None:
            raise lost(self._device)
        return self._file

    def _wait(self, file: int, event: int, seconds: float) -> bool:
        try:
            return self._interruption.wait(file, event, seconds)
        except OSError:  # no device to wait for, but a file that somebody put there
            return True

    def interrupt(self) -> None:
        """End every wait, now and later: an interrupted transport is for closing only."""
        self._interruption.interrupt()

    def close(self) -> None:
        """Close the file; it may be opened again unless it was interrupted."""
        self._interruption.disarm()
        if self._file is not None:
            os.close(self._file)
            self._file = None
