"""Bytes over TCP: network printers, and serial device servers."""

import contextlib
import selectors
import socket

from counter_app.errors import Code, DeviceError
from devices.transport.interruption import Interruption
from devices.transport.line import absent, lost, silent

CONNECT_S = 3.0
STALL_S = 5.0
PRINTER_PORT = 9100  # "raw" printing, as every network printer has it


def parse_address(device: str, address: str) -> tuple[str, int]:
    """Split ``host:port`` or ``[v6]:port``; the port may be missing. Raises DEVICE_SETTINGS."""
    host, colon, port = address.rpartition(":")
    if not colon or address.endswith("]"):
        host, port = address, str(PRINTER_PORT)
    host = host.strip("[]")
    if not host or not port.isdecimal() or not 0 < int(port) < 65_536:
        raise DeviceError(Code.DEVICE_SETTINGS, device=device, detail="address")
    return host, int(port)


class TcpTransport:
    """A TCP connection whose every wait has an end and can be interrupted."""

    answers = True

    def __init__(self, device: str, address: str, *, connect_s: float = CONNECT_S, stall_s: float = STALL_S) -> None:
        self._device = device
        self._address = parse_address(device, address)
        self._connect_s = connect_s
        self._stall_s = stall_s
        self._socket: socket.socket | None = None
        self._interruption = Interruption(device)

    def open(self) -> None:
        """Connect within ``connect_s`` seconds an address. Raises DEVICE_ABSENT."""
        self.close()
        self._interruption.arm()
        try:
            self._socket = self._first_that_answers()
        except DeviceError:
            self.close()
            raise

    def _first_that_answers(self) -> socket.socket:
        try:
            found = socket.getaddrinfo(*self._address, type=socket.SOCK_STREAM)
        except OSError:
            raise absent(self._device) from None
        for family, kind, protocol, _, where in found:
            line = socket.socket(family, kind, protocol)
            connected = False
            try:
                connected = self._connected(line, where)
            finally:
                if not connected:
                    line.close()
            if connected:
                return line
        raise absent(self._device)

    def _connected(self, line: socket.socket, where: object) -> bool:
        line.setblocking(False)
        with contextlib.suppress(OSError):
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            line.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        try:
            line.connect(where)  # type: ignore[arg-type]  # whatever getaddrinfo gave for this family
        except BlockingIOError:
            if not self._interruption.wait(line, selectors.EVENT_WRITE, self._connect_s):
                return False
        except OSError:
            return False
        return line.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0

    def write(self, data: bytes) -> int:
        """Write what the system takes. Raises DEVICE_SILENT when it takes nothing for ``stall_s``, DEVICE_LOST."""
        line = self._open_socket()
        if not self._interruption.wait(line, selectors.EVENT_WRITE, self._stall_s):
            raise silent(self._device, self._stall_s)
        try:
            return line.send(data)
        except OSError:
            raise lost(self._device) from None

    def read(self, limit: int, seconds: float) -> bytes:
        """Return what came within ``seconds``. Raises DEVICE_LOST when the other side closed."""
        line = self._open_socket()
        if not self._interruption.wait(line, selectors.EVENT_READ, seconds):
            return b""
        try:
            data = line.recv(limit)
        except BlockingIOError:
            return b""
        except OSError:
            raise lost(self._device) from None
        if not data:
            raise lost(self._device)
        return data

    def _open_socket(self) -> socket.socket:
        if self._socket is None:
            raise lost(self._device)
        return self._socket

    def interrupt(self) -> None:
        """End every wait, now and later: an interrupted transport is for closing only."""
        self._interruption.interrupt()

    def close(self) -> None:
        """Close the connection; the transport may be opened again unless it was interrupted."""
        self._interruption.disarm()
        if self._socket is not None:
            self._socket.close()
        self._socket = None
