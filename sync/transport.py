"""The client's HTTP session: keep-alive, and sockets that can be cut from another thread, even while they connect.

Imported by the sync threads only: requests costs a tenth of a second that the first paint does not have.
"""

import contextlib
import errno
import os
import selectors
import socket
import ssl
import sys
import weakref
from functools import lru_cache
from threading import Lock
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from requests.utils import get_environ_proxies, select_proxy
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

from counter_app.errors import Code, CounterError
from sync.addresses import checked_proxy
from sync.certificates import Identify, read

_UNACKNOWLEDGED_MS = 30_000
_LONGEST_CONNECT_S = 30.0
_SLICE_S = 0.2
_CONNECTING = (errno.EINPROGRESS, errno.EWOULDBLOCK)
_NOTSENT_LOWAT = {"linux": 25, "darwin": 0x201}.get(sys.platform)  # TCP_NOTSENT_LOWAT, which Python does not name
_SMALL_BUFFER = 64 << 10
_QUIET_S, _PROBE_S, _PROBES = 15, 5, 3


class OpenSockets:
    """The sockets of one session; ``congestion`` is the congestion control that they ask for, where there is one."""

    def __init__(self, congestion: str = "") -> None:
        self._sockets: weakref.WeakSet[socket.socket] = weakref.WeakSet()
        self._lock = Lock()
        self._cut = False
        self._congestion = congestion
        self._unsent: int | None = None
        self.peer: tuple[str, int] | None = None

    def add(self, opened: socket.socket) -> None:
        """Know a socket; it is cut at once if everything was."""
        with self._lock:
            self._sockets.add(opened)
            if self._cut:
                _shut(opened)

    def cut(self) -> None:
        """End every connection, and every one to come: whoever waits for an answer gets an error at once."""
        with self._lock:
            self._cut = True
            for opened in tuple(self._sockets):
                _shut(opened)

    def renew(self) -> None:
        """End the connections of now; the next request makes new ones."""
        with self._lock:
            for opened in tuple(self._sockets):
                _shut(opened)

    def wait_writable(self, seconds: float) -> None:
        """Wait until a connection takes more, or so long; with ``keep_unsent`` that is when little waits in it.

        A write itself would not wait: the system lets a packet that has not left grow to 64 kB.
        """
        with self._lock:
            opened = [one for one in self._sockets if one.fileno() >= 0]
        if not opened:
            return
        with selectors.DefaultSelector() as selector, contextlib.suppress(OSError, ValueError):
            for one in opened:
                selector.register(one, selectors.EVENT_WRITE)
            selector.select(seconds)

    def keep_unsent(self, unsent: int) -> None:
        """Let at most about so many bytes wait in each socket, so that what is urgent finds the link free."""
        with self._lock:
            self._unsent = unsent
            for opened in tuple(self._sockets):
                _limit_unsent(opened, unsent)

    def connect(self, host: str, port: int, timeout: float | None) -> socket.socket:
        """Connect to the first address that answers. Raises OSError."""
        failure: OSError = OSError(f"no address of {host}")
        for family, kind, protocol, _name, address in socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM):
            opened = socket.socket(family, kind, protocol)
            try:
                self._connect_one(opened, address, timeout)
                return opened
            except OSError as error:
                failure = error
                opened.close()
        raise failure

    def _connect_one(self, opened: socket.socket, address: Any, timeout: float | None) -> None:  # noqa: ANN401
        """Connect in slices: a socket that is cut just before it connects would not notice."""
        _prepare(opened, self._congestion)
        if self._unsent is not None:
            _limit_unsent(opened, self._unsent)
        self.add(opened)
        opened.setblocking(False)
        result = opened.connect_ex(address)
        end = monotonic() + (_LONGEST_CONNECT_S if timeout is None else timeout)
        with selectors.DefaultSelector() as selector:
            selector.register(opened, selectors.EVENT_WRITE)
            while result in _CONNECTING:
                if self._cut or monotonic() > end:
                    raise TimeoutError(f"no answer from {address}")
                if selector.select(_SLICE_S):
                    result = opened.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if result:
            raise OSError(result, os.strerror(result))
        self.peer = (str(address[0]), int(address[1]))
        opened.settimeout(timeout)


def proxy_for(url: str, proxy: str) -> str:
    """Return the URL of the proxy on the way to ``url``, or nothing.

    ``proxy`` is one by name, empty for none, or ``system``: what the environment, or the system's settings, say.
    Raises PROXY_INVALID for a name that is none.
    """
    host = urlsplit(url).hostname or ""
    if proxy != "system" or host == "localhost" or host.startswith("127.") or host == "::1":
        return "" if proxy == "system" else checked_proxy(proxy)
    return select_proxy(url, get_environ_proxies(url)) or ""


def open_session(
    sockets: OpenSockets, authority: str | None, proxy: str = "", identify: Identify | None = None
) -> requests.Session:
    """Return a session whose connections are known to ``sockets``; ``authority`` is the CA file for TLS.

    With ``identify`` it asks that instead whether a certificate is of who was meant. Raises CA_FILE_INVALID.
    """
    context = _trust(authority) if identify is None else _stations()
    session = requests.Session()
    if proxy:
        session.proxies = {"http": proxy, "https": proxy}
    session.trust_env = False
    if identify is not None:
        session.verify = False  # by the system's authorities, that is: ``identify`` is asked about each connection
    elif authority is not None:
        session.verify = authority
    adapter = _Adapter(sockets, context, identify)
    session.mount("http://", adapter)
    session.mount("https://", adapter)
    return session


class _Adapter(HTTPAdapter):
    def __init__(self, sockets: OpenSockets, context: ssl.SSLContext, identify: Identify | None) -> None:
        self._pools = _pools(sockets, identify)
        self._context = context
        super().__init__(pool_connections=1, pool_maxsize=1)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - the library's signature
        super().init_poolmanager(*args, **kwargs, ssl_context=self._context)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - the library's signature
        manager = super().proxy_manager_for(*args, **kwargs, ssl_context=self._context)
        manager.pool_classes_by_scheme = self._pools
        return manager


@lru_cache(maxsize=8)
def _trust(authority: str | None) -> ssl.SSLContext:
    """Return whom to trust: that authority alone, or the system's (and the library's own) list.

    What an administrator installed on the machine counts, which the library by itself would not look at.
    """
    try:
        context = ssl.create_default_context(cafile=authority)
    except OSError as error:
        raise CounterError(Code.CA_FILE_INVALID, path=authority) from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


@lru_cache(maxsize=1)
def _stations() -> ssl.SSLContext:
    """Return what shakes hands with an office's machine: whose certificate it is, ``identify`` judges."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # no authority signed it: the station's own key did
    return context


def _identified(connection: HTTPSConnection, identify: Identify) -> None:
    """Let nothing be sent to who is not who was meant. Raises what ``identify`` raises."""
    opened = connection.sock
    shown = opened.getpeercert(binary_form=True) if isinstance(opened, ssl.SSLSocket) else None
    try:
        try:
            identify(read(shown or b""))
        except ValueError as error:
            raise CounterError(Code.CERTIFICATE_STATION, host=connection.host) from error
    except CounterError as error:
        connection.close()
        error.params.setdefault("host", connection.host)
        raise
    connection.is_verified = True


def _pools(sockets: OpenSockets, identify: Identify | None) -> dict[str, type[HTTPConnectionPool]]:
    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return _connect(self, sockets)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return _connect(self, sockets)

        def connect(self) -> None:
            super().connect()
            # TLS took the descriptor over into a socket of its own.
            if isinstance(self.sock, socket.socket):
                sockets.add(self.sock)
            if identify is not None:
                _identified(self, identify)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


def _connect(connection: HTTPConnection, sockets: OpenSockets) -> socket.socket:
    timeout = connection.timeout if isinstance(connection.timeout, int | float) else None
    try:
        return sockets.connect(connection.host, connection.port or connection.default_port, timeout)
    except TimeoutError as error:
        raise ConnectTimeoutError(connection, f"no answer from {connection.host} within {timeout} s") from error
    except OSError as error:
        raise NewConnectionError(connection, f"cannot connect: {error}") from error


def _prepare(opened: socket.socket, congestion: str) -> None:
    opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    if sys.platform != "linux":
        return
    opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, _UNACKNOWLEDGED_MS)
    # Who waits for an answer sends nothing: without questions a machine that slept would wait for hours.
    opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, _QUIET_S)
    opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, _PROBE_S)
    opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPCNT, _PROBES)
    if congestion:
        with contextlib.suppress(OSError):  # not built in, or not allowed: the system's own does it more slowly
            opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_CONGESTION, congestion.encode())


def _limit_unsent(opened: socket.socket, unsent: int) -> None:
    with contextlib.suppress(OSError):
        if _NOTSENT_LOWAT is not None:
            opened.setsockopt(socket.IPPROTO_TCP, _NOTSENT_LOWAT, unsent)
        else:
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, max(unsent, _SMALL_BUFFER))


def _shut(opened: socket.socket) -> None:
    with contextlib.suppress(OSError):
        # Not by TLS's own method, which takes the encryption from under the thread that reads just now.
        socket.socket.shutdown(opened, socket.SHUT_RDWR)
