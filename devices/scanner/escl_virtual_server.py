"""The HTTP under the virtual network scanner: one thread a request, and ways to break off."""

import contextlib
import logging
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

log = logging.getLogger(__name__)

_MOST_BODY = 1_000_000


@dataclass(frozen=True, slots=True)
class Page:
    """A page to send: in how many pieces, with which pause, and how it goes wrong."""

    data: bytes
    tells_length: bool = True
    pieces: int = 1
    pause: float = 0.0
    drops: bool = False
    hangs: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer: a small body, a stream without end in sight, or a page."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    page: Page | None = None
    stream: Iterator[bytes] | None = None


class Serving:
    """A server on this machine; ``answer`` is called with method, path and body, on the request's own thread."""

    def __init__(
        self, answer: Callable[[str, str, bytes], Reply], port: int = 0, tls: ssl.SSLContext | None = None
    ) -> None:
        self._closing = threading.Event()
        self._server = _Server(answer, self._closing, port)
        if tls is not None:
            # The handshake waits until something is read, so that it is done on the request's own thread.
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), name="virtual-escl")
        self._thread.start()

    @property
    def port(self) -> int:
        """Return the port that it listens on."""
        return int(self._server.server_address[1])

    def close(self) -> None:
        """Break everything off, and end."""
        self._closing.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = False

    def __init__(self, answer: Callable[[str, str, bytes], Reply], closing: threading.Event, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Asked)
        self.answer = answer
        self.closing = closing

    def handle_error(self, request: object, client_address: object) -> None:
        """Say in the log, not on the terminal, that a client broke off."""
        log.debug("event=virtual_scanner_cut_off", exc_info=True)


class _Asked(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "VirtualScanner"
    timeout = 10.0
    server: _Server

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def do_DELETE(self) -> None:
        self._serve()

    def log_message(self, format: str, *words: object) -> None:
        log.debug("event=virtual_scanner_asked line=%s", format % words)

    def _serve(self) -> None:
        self.close_connection = True
        length = self.headers.get("Content-Length", "0")
        size = int(length) if length.isdigit() else 0
        body = self.rfile.read(min(size, _MOST_BODY))
        reply = self.server.answer(self.command, self.path, body)
        with contextlib.suppress(OSError):  # whoever asked has gone
            if reply.page is not None:
                self._send_page(reply, reply.page)
            elif reply.stream is not None:
                self._head(reply, None)
                self._send_stream(reply.stream)
            else:
                self._head(reply, len(reply.body))
                self.wfile.write(reply.body)

    def _head(self, reply: Reply, length: int | None) -> None:
        self.send_response(reply.status)
        for name, value in {"Content-Type": "text/xml", **reply.headers, "Connection": "close"}.items():
            self.send_header(name, value)
        if length is not None:
            self.send_header("Content-Length", str(length))
        else:
            self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def _send_stream(self, stream: Iterator[bytes]) -> None:
        for piece in stream:
            if self.server.closing.is_set():
                return
            self._chunk(piece)
        self._chunk(b"")

    def _chunk(self, piece: bytes) -> None:
        self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))

    def _send_page(self, reply: Reply, page: Page) -> None:
        self._head(reply, len(page.data) if page.tells_length else None)
        step = max(1, -(-len(page.data) // page.pieces))
        for number, at in enumerate(range(0, len(page.data), step)):
            if page.hangs:
                self.server.closing.wait()
            if self.server.closing.wait(page.pause) if page.pause else self.server.closing.is_set():
                return
            if page.drops and number == page.pieces // 2:
                return
            piece = page.data[at : at + step]
            if page.tells_length:
                self.wfile.write(piece)
            else:
                self._chunk(piece)
        if not page.tells_length:
            self._chunk(b"")
