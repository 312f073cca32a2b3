"""A TCP proxy between a station and its server that loses the server's replies, or everything."""

import contextlib
import socket
import struct
import threading
from collections.abc import Callable


class FlakyProxy:
    """Listens on a loopback port of its own; as a context manager it leaves no thread.

    ``target`` and ``listens`` are other addresses of the loopback, ``comes_from`` is the one that the server sees.
    """

    def __init__(
        self,
        target_port: int,
        *,
        target: str = "127.0.0.1",
        listens: tuple[str, int] = ("127.0.0.1", 0),
        comes_from: str = "127.0.0.1",
    ) -> None:
        self._target = (target, target_port)
        self._source = (comes_from, 0)
        self._listening = socket.create_server(listens)
        self.port = int(self._listening.getsockname()[1])
        self._lock = threading.Condition()
        self._to_cut = 0
        self.cut = 0
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._closing = False
        self._held = False

    def cut_next_replies(self, count: int) -> None:
        """Reset the connection instead of delivering a reply, this many times."""
        with self._lock:
            self._to_cut += count

    def wait_until_cut(self, count: int, seconds: float) -> bool:
        """Wait until so many replies were lost."""
        with self._lock:
            return self._lock.wait_for(lambda: self.cut >= count, seconds)

    def hold(self) -> None:
        """Be a cut cable: end every connection, and take no new one to the server until ``release``."""
        with self._lock:
            self._held = True
            for one in self._open:
                _shut(one)

    def release(self) -> None:
        """Let through again."""
        with self._lock:
            self._held = False

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
                if self._held:
                    raise OSError
                server = socket.create_connection(self._target, source_address=self._source)
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
