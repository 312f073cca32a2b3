"""Plain HTTP to a scanner, which may be slow, broken or hostile, and which another thread can break off at any moment.

``http.client`` and not ``requests``, because the socket must be in reach while it waits. One connection a request, as
small scanners close theirs at will. No redirect is followed, no proxy asked. A scanner has no certificate that anybody
could check, so TLS is unverified towards private addresses (RFC 1918, loopback, link-local) and verified towards all
others.
"""

import contextlib
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from urllib.parse import urlsplit

CONNECT_S = 4.0
PIECE = 65536
DEFAULT_PATH = "/eSCL"
MOST_REFUSAL = 4096
"""The most that is read of what a scanner says instead of a page."""


class Unreachable(Exception):  # noqa: N818  # says what the scanner is
    """Nobody answers at the address; the argument says why in one word."""


class BrokenOff(Exception):  # noqa: N818  # says what the exchange is
    """The connection ended, by the scanner or by ``abort``, before the answer was whole."""

    def __init__(self, received: int, *, silent: bool = False) -> None:
        """``received`` bytes of the body had come; ``silent`` if it was given up for saying nothing."""
        super().__init__(received)
        self.received = received
        self.silent = silent


class TooLarge(Exception):  # noqa: N818  # says what the answer is
    """The body goes beyond its limit."""


@dataclass(frozen=True, slots=True)
class EsclUrl:
    """Where a scanner is; ``path`` without a slash at its end."""

    tls: bool
    host: str
    port: int
    path: str

    def __str__(self) -> str:
        """Return it as it stands in the settings."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = self.port == (443 if self.tls else 80)
        return f"http{'s' * self.tls}://{host}{'' if usual else f':{self.port}'}{self.path}"


def parse_url(words: str) -> EsclUrl:
    """Read an address as settings or a person give it: a URL, or only a host. Raises ValueError."""
    words = words.strip()
    parts = urlsplit(words if "://" in words else f"http://{words}")
    host = parts.hostname
    if parts.scheme not in {"http", "https"} or not host or " " in words or "@" in parts.netloc:
        raise ValueError(words)
    tls = parts.scheme == "https"
    return EsclUrl(tls, host, parts.port or (443 if tls else 80), parts.path.rstrip("/") or DEFAULT_PATH)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; the names of ``headers`` are lower case. ``body`` is empty where it was taken piece by piece."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""


class EsclHttp:
    """Asks one scanner, one request at a time; ``abort`` from any thread ends the one that waits."""

    def __init__(self, url: EsclUrl, *, connect_s: float = CONNECT_S) -> None:
        self._url = url
        self._connect_s = connect_s
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._aborted = False

    @property
    def url(self) -> EsclUrl:
        """Return where it asks."""
        return self._url

    @property
    def path(self) -> str:
        """Return the path under which the scanner answers, without a slash at its end."""
        return self._url.path

    def move(self, url: EsclUrl) -> None:
        """Ask there from now on; not while a request is under way."""
        self._url = url

    def abort(self) -> None:
        """End the request under way, and each one from now on, with BrokenOff."""
        with self._lock:
            self._aborted = True
            if self._socket is not None:
                # Of the plain socket: with TLS the other thread is inside the encrypted one.
                with contextlib.suppress(OSError):
                    socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    def resume(self) -> None:
        """Let requests through again."""
        with self._lock:
            self._aborted = False

    def ask(self, method: str, path: str, body: bytes = b"", *, limit: int, seconds: float) -> Answer:
        """Ask and return all of a small answer. Raises Unreachable, BrokenOff, TooLarge."""
        pieces: list[bytes] = []
        with self._asked(method, path, body, seconds) as response:
            _read(response, pieces.append, limit=limit, ends=time.monotonic() + seconds)
            return Answer(response.status, _headers(response), b"".join(pieces))

    def fetch(self, path: str, take: Callable[[bytes, int | None], None], *, limit: int, silent_s: float) -> Answer:
        """Get a large body; each piece is handed to ``take`` with the length of the whole, where it is known.

        Only an answer 200 is handed on; of another one the body is kept short. Raises Unreachable, BrokenOff, TooLarge,
        and what ``take`` raises.
        """
        with self._asked("GET", path, b"", silent_s) as response:
            if response.status != 200:
                pieces: list[bytes] = []
                with contextlib.suppress(TooLarge, BrokenOff):
                    _read(response, pieces.append, limit=MOST_REFUSAL, ends=time.monotonic() + self._connect_s)
                return Answer(response.status, _headers(response), b"".join(pieces))
            length = response.length
            _read(response, lambda piece: take(piece, length), limit=limit, ends=None)
            return Answer(response.status, _headers(response))

    @contextlib.contextmanager
    def _asked(self, method: str, path: str, body: bytes, seconds: float) -> Iterator[HTTPResponse]:
        connection = HTTPConnection(self._url.host, self._url.port)
        connection.default_port = 443 if self._url.tls else 80
        connection.sock = self._connected(seconds)
        try:
            try:
                headers = {"Connection": "close"} | ({"Content-Type": "text/xml"} if body else {})
                connection.request(method, path, body or None, headers)
                response = connection.getresponse()
            except TimeoutError:
                raise BrokenOff(0, silent=True) from None
            except (OSError, HTTPException, ValueError):
                raise BrokenOff(0) from None
            with response:
                yield response
        finally:
            self._forget()
            connection.close()

    def _connected(self, seconds: float) -> socket.socket:
        address = self._address()
        if self._is_aborted():
            raise BrokenOff(0)
        try:
            plain = socket.create_connection((address, self._url.port), self._connect_s)
        except OSError as error:
            raise Unreachable(type(error).__name__) from None
        made = plain
        if self._url.tls:
            try:
                made = tls_context(address).wrap_socket(plain, server_hostname=self._url.host)
            except (OSError, ValueError) as error:
                plain.close()
                raise Unreachable(type(error).__name__) from None
        made.settimeout(seconds)
        with self._lock:
            if self._aborted:  # it came while this was connecting
                made.close()
                raise BrokenOff(0)
            self._socket = made
        return made

    def _address(self) -> str:
        """Look the host up once, so that the address that was judged private is the one that is connected to."""
        try:
            found = socket.getaddrinfo(self._url.host, self._url.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise Unreachable(type(error).__name__) from None
        found.sort(key=lambda one: one[0] != socket.AF_INET)  # scanners that have both are often deaf on IPv6
        return str(found[0][4][0])

    def _is_aborted(self) -> bool:
        return self._aborted

    def _forget(self) -> None:
        with self._lock:
            self._socket = None


def tls_context(address: str) -> ssl.SSLContext:
    """Return how to speak TLS with an address: unverified in a private network, where nobody certifies anything."""
    context = ssl.create_default_context()
    if ipaddress.ip_address(address.partition("%")[0]).is_private:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def _headers(response: HTTPResponse) -> dict[str, str]:
    return {name.lower(): value for name, value in response.getheaders()}


def _read(response: HTTPResponse, take: Callable[[bytes], None], *, limit: int, ends: float | None) -> None:
    """Hand the body on as it comes. ``read1`` neither waits for a full piece nor hides that the end is missing."""
    received = 0
    while True:
        try:
            piece = response.read1(PIECE)
        except TimeoutError:
            raise BrokenOff(received, silent=True) from None
        except (OSError, HTTPException, ValueError, AttributeError):  # ValueError, AttributeError: closed under it
            raise BrokenOff(received) from None
        if not piece:
            break
        received += len(piece)
        if received > limit:
            raise TooLarge
        take(piece)
        if ends is not None and time.monotonic() > ends:
            raise BrokenOff(received, silent=True)
    if response.length:
        raise BrokenOff(received)
