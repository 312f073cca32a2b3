"""A TCP proxy between a station and its server that loses the server's replies, or everything."""

import contextlib
import socket
import struct
import threading
from collections.abc import Callable


class FlakyProxy:
    """Listens on a loopback port of its own; as a context manager it leaves no thread."""

    def __init__(self, target_port: int) -> None:
        self._target = ("127.0.0.1", target_port)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._lock = threading.Condition()
        self._to_cut = 0
        self.cut = 0
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._closing = False

    def cut_next_replies(self, count: int) -> None:
        """Reset the connection instead of delivering a reply, this many times."""
        with self._lock:
            self._to_cut += count

    def wait_until_cut(self, count: int, seconds: float) -> bool:
        """Wait until so many replies were lost."""
        with self._lock:
            return self._lock.wait_for(lambda: self.cut >= count, seconds)

    def __enter__(self) -> "FlakyProxy":
        self._start(self._accept)
        return self

    def __exit__(self, *_exception: object) -> None:
        with self._lock:
            self._closing = True
            for one in self._open:
                _shut(one)
        _shut(self._listening)
        self._listening.close()
        for thread in self._threads:
            thread.join()
        for one in self._open:
            one.close()

    def _start(self, work: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=work, args=args, name="flaky-proxy")
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                client, _address = self._listening.accept()
            except OSError:
                return
            try:
                server = socket.create_connection(self._target)
            except OSError:
                client.close()
                continue
            with self._lock:
                self._open |= {client, server}
                if self._closing:
                    _shut(client)
                    _shut(server)
            self._start(self._pump, client, server, False)
            self._start(self._pump, server, client, True)

    def _pump(self, source: socket.socket, sink: socket.socket, replies: bool) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if replies and self._loses_this():
                    _reset(sink)
                    break
                sink.sendall(data)
        for one in (source, sink):
            _shut(one)

    def _loses_this(self) -> bool:
        with self._lock:
            if self._to_cut == 0:
                return False
            self._to_cut -= 1
            self.cut += 1
            self._lock.notify_all()
            return True


def _shut(one: socket.socket) -> None:
    with contextlib.suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)


def _reset(one: socket.socket) -> None:
    with contextlib.suppress(OSError):
        one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    _shut(one)
