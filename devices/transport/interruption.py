"""A wait for a socket or a device file that another thread can end."""

import selectors
import socket
import threading

from devices.transport.line import lost


class Interruption:
    """Ends the waits of one transport: a byte in a pair of sockets.

    Closing a socket under a waiting select does not, on every system.
    """

    def __init__(self, device: str) -> None:
        self._device = device
        self._pair: tuple[socket.socket, socket.socket] | None = None
        self._interrupted = False
        self._lock = threading.Lock()

    def arm(self) -> None:
        """Be ready for waits. Raises DEVICE_LOST once it was interrupted."""
        with self._lock:
            if self._interrupted:
                raise lost(self._device)
            self._pair = socket.socketpair()

    def wait(self, line: socket.socket | int, event: int, seconds: float) -> bool:
        """Say whether ``event`` came in time. Raises DEVICE_LOST when interrupted, OSError for a plain file."""
        pair = self._pair
        if pair is None or self._interrupted:
            raise lost(self._device)
        with selectors.DefaultSelector() as selector:
            selector.register(line, event)
            selector.register(pair[0], selectors.EVENT_READ)
            ready = selector.select(seconds)
        if self._interrupted:
            raise lost(self._device)
        return bool(ready)

    def interrupt(self) -> None:
        """End every wait, now and later."""
        with self._lock:
            self._interrupted = True
            if self._pair is not None:
                self._pair[1].send(b"!")

    def disarm(self) -> None:
        """Give the sockets back."""
        with self._lock:
            pair, self._pair = self._pair, None
        for end in pair or ():
            end.close()
