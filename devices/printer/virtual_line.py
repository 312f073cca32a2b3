"""A serial cable that is not there: the virtual printer behind a pseudo-terminal, no faster than its baud rate."""

import contextlib
import os
import selectors
import socket
import threading
import tty

from counter_app.ports import DeviceKind
from devices.printer.virtual import VirtualPrinter
from devices.settings import DeviceSettings, TransportKind

_BITS = 10  # a byte on the line: start, eight of data, stop
_PIECE = 64


class VirtualSerialLine:
    """Carries bytes both ways between ``port`` and a printer; ``baud`` 0 as fast as it can. Linux and macOS only."""

    def __init__(self, printer: VirtualPrinter, baud: int = 9600) -> None:
        self._printer = printer
        self._baud = baud
        self.bytes_carried = 0
        self._ours, self._theirs = os.openpty()
        tty.setraw(self._theirs)
        self.port = os.ttyname(self._theirs)
        host, _, port = printer.address.rpartition(":")
        self._socket = socket.create_connection((host, int(port)))
        self._woken, self._waker = socket.socketpair()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="virtual-line", daemon=True)
        self._thread.start()

    def settings(self, name: str = "virtual-serial-printer", width: int = 576) -> DeviceSettings:
        """Return the settings that reach the printer by this line."""
        baud = self._baud or 115_200
        return DeviceSettings(DeviceKind.PRINTER, name, TransportKind.SERIAL, self.port, baud=baud, width=width)

    def close(self) -> None:
        """Pull the cable."""
        self._closing.set()
        self._waker.send(b"!")
        self._thread.join()
        for end in (self._socket, self._woken, self._waker):
            end.close()
        for file in (self._ours, self._theirs):
            os.close(file)

    def _run(self) -> None:
        with selectors.DefaultSelector() as selector, contextlib.suppress(OSError):
            for end in (self._ours, self._socket, self._woken):
                selector.register(end, selectors.EVENT_READ)
            while not self._closing.is_set():
                for key, _ in selector.select():
                    self._carry(key.fileobj)

    def _carry(self, end: object) -> None:
        if end is self._socket:
            os.write(self._ours, self._socket.recv(_PIECE))
        elif end == self._ours:
            data = os.read(self._ours, _PIECE)
            self._socket.sendall(data)
            self.bytes_carried += len(data)
            if self._baud:
                self._closing.wait(len(data) * _BITS / self._baud)
