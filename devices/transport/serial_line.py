"""Bytes over a serial port or a pseudo-terminal, by pyserial."""

import contextlib
import errno
import os
import sys
import threading

import serial

from counter_app.errors import Code, DeviceError
from devices.transport.line import absent, lost, silent
from devices.transport.serial_ports import Lister, list_serial_ports, port_of

if sys.platform == "win32":
    _PULLED: tuple[type[Exception], ...] = ()
else:
    import termios

    _PULLED = (termios.error,)
"""What pyserial lets through when a port goes while it is set up."""

STALL_S = 5.0
WRITE_BYTES = 256  # a quarter of a second at 9600 baud


class SerialTransport:
    """A serial port, 8N1, taken for this program alone.

    With an ``identity`` the port is looked up among ``ports`` at each opening; ``port`` is where it was last.
    """

    answers = True

    def __init__(
        self,
        device: str,
        port: str,
        baud: int = 9600,
        *,
        flow: str = "",
        stall_s: float = STALL_S,
        identity: str = "",
        ports: Lister = list_serial_ports,
    ) -> None:
        if flow not in {"", "rtscts", "xonxoff", "dsrdtr"}:
            raise DeviceError(Code.DEVICE_SETTINGS, device=device, detail="flow")
        self._device = device
        self._port = port
        self._identity = identity
        self._ports = ports
        self._baud = baud
        self._flow = flow
        self._stall_s = stall_s
        self._line: serial.Serial | None = None
        self._interrupted = threading.Event()

    def open(self) -> None:
        """Open the port. Raises DEVICE_ABSENT, DEVICE_TWINS, DEVICE_DENIED, or DEVICE_BUSY: another program has it."""
        self.close()
        port = self._port_now()
        try:
            self._line = serial.Serial(
                port,
                self._baud,
                exclusive=True,
                write_timeout=self._stall_s,
                rtscts=self._flow == "rtscts",
                xonxoff=self._flow == "xonxoff",
                dsrdtr=self._flow == "dsrdtr",
            )
        except (OSError, ValueError, *_PULLED) as error:
            raise self._why_not_open(error) from None

    def _port_now(self) -> str:
        if not self._identity:
            return self._port
        return port_of(self._device, self._identity, self._port, self._ports())

    def _why_not_open(self, error: Exception) -> DeviceError:
        number = getattr(error, "errno", None)
        if number in {errno.EACCES, errno.EPERM} and os.name == "posix":
            return DeviceError(Code.DEVICE_DENIED, device=self._device)
        # pyserial says "Could not exclusively lock port" by errno; Windows says "Access is denied".
        if number in {errno.EAGAIN, errno.EACCES, errno.EBUSY} or "PermissionError" in str(error):
            return DeviceError(Code.DEVICE_BUSY, retryable=True, device=self._device)
        return absent(self._device)

    def write(self, data: bytes) -> int:
        """Write a little. Raises DEVICE_SILENT when flow control holds it up for ``stall_s``, DEVICE_LOST."""
        line = self._open_line()
        try:
            written = line.write(data[:WRITE_BYTES])
        except serial.SerialTimeoutException:
            raise silent(self._device, self._stall_s) from None
        except (OSError, TypeError, *_PULLED):
            raise lost(self._device) from None
        if self._interrupted.is_set() or not written:
            raise lost(self._device)
        return written

    def read(self, limit: int, seconds: float) -> bytes:
        """Return what came within ``seconds``. Raises DEVICE_LOST when the port has gone."""
        line = self._open_line()
        try:
            line.timeout = seconds
            data = line.read(1)
            if data and limit > 1:
                data += line.read(min(line.in_waiting, limit - 1))
        except (OSError, TypeError, *_PULLED):  # pyserial reads from None when the port has just been closed
            raise lost(self._device) from None
        if self._interrupted.is_set():
            raise lost(self._device)
        return bytes(data)

    def _open_line(self) -> serial.Serial:
        if self._line is None or self._interrupted.is_set():
            raise lost(self._device)
        return self._line

    def interrupt(self) -> None:
        """End every wait, now and later."""
        self._interrupted.set()
        line = self._line
        if line is not None:
            with contextlib.suppress(OSError, AttributeError, TypeError):
                line.cancel_read()
                line.cancel_write()

    def close(self) -> None:
        """Close the port; the transport may be opened again."""
        if self._line is not None:
            with contextlib.suppress(OSError):
                self._line.close()
            self._line = None
