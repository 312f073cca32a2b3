"""SIGINT and SIGTERM end a Qt program as closing its windows does, without a timer that polls."""

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_ENDING = (signal.SIGINT, signal.SIGTERM)
_WAKE = 64


class EndingSignals(QObject):
    """``received`` tells on the main thread that the process was asked to end.

    Python runs a signal's function only when it gets to run at all, which inside Qt's loop may be never: the
    interpreter writes a byte to a socket at once, and Qt watches that socket.
    """

    received = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read, self._write = socket.socketpair()
        self._read.setblocking(False)
        self._write.setblocking(False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        self._descriptor = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        self._before = {one: signal.signal(one, _note) for one in _ENDING}

    def close(self) -> None:
        """Give the signals back."""
        for one, handler in self._before.items():
            signal.signal(one, handler)
        signal.set_wakeup_fd(self._descriptor)
        self._notifier.setEnabled(False)
        self._read.close()
        self._write.close()

    def _wake(self) -> None:
        try:
            sent = self._read.recv(_WAKE)
        except BlockingIOError:
            return
        if any(one in sent for one in _ENDING):
            self.received.emit()


def _note(number: int, frame: FrameType | None) -> None:
    """Do nothing: the byte in the socket is the message."""
