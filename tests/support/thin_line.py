"""A TCP proxy with a rate upwards, which resets every connection after so many bytes; it counts what went up."""

import contextlib
import socket
import struct
import threading
from collections.abc import Sequence

_PORTION = 8 << 10


class ThinLine:
    """Listens on a loopback port of its own; ``cuts`` are the counts of bytes upwards at which all is reset."""

    def __init__(self, target_port: int, *, rate: float = 0.0, cuts: Sequence[int] = ()) -> None:
        self._target = ("127.0.0.1", target_port)
        self._rate = rate
        self._cuts = list(cuts)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._closing = threading.Event()
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self.up = 0
        self.cut = 0

    def __enter__(self) -> "ThinLine":
        self._start(self._accept)
        return self

    def __exit__(self, *_exception: object) -> None:
        self._closing.set()
        _end(self._listening)
        self._reset_all()
        for thread in self._threads:
            thread.join()

    def _start(self, work: object, *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, name="thin-line")  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._closing.is_set():
            try:
                desk, _address = self._listening.accept()
            except OSError:
                return
            # A small window, so that what is counted is about what the desk handed over.
            desk.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2 * _PORTION)
            try:
                server = socket.create_connection(self._target)
            except OSError:
                desk.close()
                continue
            with self._lock:
                self._open |= {desk, server}
            self._start(self._pump, desk, server, True)
            self._start(self._pump, server, desk, False)

    def _pump(self, source: socket.socket, sink: socket.socket, upwards: bool) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(_PORTION):
                sink.sendall(data)
                if upwards:
                    self._count(len(data))
        _end(sink)
        _end(source)

    def _count(self, size: int) -> None:
        with self._lock:
            self.up += size
            cuts = bool(self._cuts) and self.up >= self._cuts[0]
            if cuts:
                del self._cuts[0]
                self.cut += 1
        if cuts:
            self._reset_all()
        if self._rate:
            self._closing.wait(size / self._rate)

    def _reset_all(self) -> None:
        with self._lock:
            opened, self._open = self._open, set()
        for one in opened:
            with contextlib.suppress(OSError):
                one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            _end(one)


def _end(one: socket.socket) -> None:
    with contextlib.suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    with contextlib.suppress(OSError):
        one.close()
