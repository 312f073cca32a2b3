"""One conversation with the upstream: signed requests, answers or typed refusals, and a way to cut it short."""

import io
import logging
import threading
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from counter_app.errors import Code, CounterError
from counter_app.journal.signing import StationKey
from sync import records
from sync.addresses import is_plain
from sync.certificates import Identify
from sync.faults import NOT_BELIEVED, foreign_answer, no_server
from sync.records import Problem, RefusedError
from sync.signing import ServerTime, sign

if TYPE_CHECKING:
    from requests import PreparedRequest, Response, Session

    from sync.transport import OpenSockets

log = logging.getLogger(__name__)

_NOTABLE_SKEW = timedelta(minutes=1)
_LONGEST_NUMBER = 12
_FAR_S = 15.0
_PIECE = 1 << 18
_NOT_KNOWN = (400, 404, 405, 415, 426, 501, 505)
"""What a server may answer to a call that its version does not have, or has no more."""


@dataclass(frozen=True, slots=True)
class Upstream:
    """Where the server is, and how long to wait: to connect, and for the next byte (stall timers, in seconds).

    ``authority`` is the path of the CA certificate where the system's are not to be trusted; ``proxy`` the URL of an
    HTTP proxy, ``system`` for the one of the environment or the system's settings, or nothing. ``congestion`` is asked
    of the system for the sockets: bbr fills a link that loses packets, cubic less than half of it.

    ``identify`` judges the certificate of an office's machine, which no authority signed; ``refused`` is told, on the
    asking thread, why a server was not believed. ``tag`` is signed with each request: whoever gets it can show it to
    nobody else, also not after it was shut out (it may have told a clock of next year's).
    """

    url: str
    connect_s: float = 5.0
    read_s: float = 30.0
    authority: str | None = None
    proxy: str = ""
    congestion: str = "bbr"
    identify: Identify | None = None
    refused: Callable[[CounterError], None] | None = None
    tag: str = ""

    @property
    def host(self) -> str:
        """The host's name alone."""
        return urlsplit(self.url).hostname or self.url


def far_server(
    url: str, ca_file: str = "", proxy: str = "system", refused: Callable[[CounterError], None] | None = None
) -> Upstream:
    """Return a server on the other side of a bad line: with some of its packets lost it takes a while to connect.

    ``ca_file`` has the only authorities that are believed, where it is named; ``refused`` as in ``Upstream``.
    """
    return Upstream(url, connect_s=_FAR_S, authority=ca_file or None, proxy=proxy, refused=refused)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer of the server; ``content`` is unpacked, names of ``headers`` in any case."""

    status: int
    content: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Asked:
    method: str
    target: str
    content: bytes | None
    headers: Mapping[str, str]
    fine: Collection[int]
    body: Callable[[bytes], io.BytesIO]
    signs_content: bool


class Wire:
    """Used by one thread; ``cut``, ``renew`` and ``keep_unsent`` may come from any other."""

    def __init__(self, upstream: Upstream, key: StationKey, time: ServerTime) -> None:
        self._upstream = upstream
        self._key = key
        self._time = time
        self._lock = threading.Lock()
        self._session: tuple[Session, OpenSockets] | None = None
        self._unsent: int | None = None
        self._cut = False

    def call(
        self,
        method: str,
        target: str,
        content: bytes | None = None,
        *,
        packed: bool = False,
        fine: Collection[int] = (),
        headers: Mapping[str, str] | None = None,
        body: Callable[[bytes], io.BytesIO] = io.BytesIO,
        signs_content: bool = True,
    ) -> Reply:
        """Send one request and return the answer; statuses of 400 and more only where ``fine``.

        ``body`` makes what is sent of ``content``; without ``signs_content`` the signature is over the head alone.
        Raises RefusedError, or one of ``sync.faults.AWAY`` when no sync server answered.
        """
        packing = {"Content-Encoding": "gzip", "Content-Type": records.LINES} if packed else {}
        asked = _Asked(method, target, content, {**packing, **(headers or {})}, fine, body, signs_content)
        try:
            return self._told(asked)
        except RefusedError as refused:
            if refused.code is not Code.CLOCK_WRONG or not isinstance(refused.params.get("clock"), int):
                raise
            # A clock that is far off is reported, not obeyed: the request is dated by the server's clock.
            off = self._time.correct(int(str(refused.params["clock"])))
            if abs(off) > _NOTABLE_SKEW:
                log.warning("event=clock_wrong behind_s=%d", off.total_seconds())
        return self._told(asked)

    def cut(self) -> None:
        """End what is under way and refuse what comes."""
        with self._lock:
            self._cut = True
            if self._session is not None:
                self._session[1].cut()

    def renew(self) -> None:
        """End what is under way: its connection leads nowhere any more. The next request makes a new one."""
        with self._lock:
            if self._session is not None:
                self._session[1].renew()

    def peer(self) -> tuple[str, int] | None:
        """Return the address and port that the last connection led to."""
        with self._lock:
            return self._session[1].peer if self._session is not None else None

    def wait_writable(self) -> None:
        """Wait until the connection takes more, or for as long as the next byte may take."""
        sockets = self._session[1] if self._session is not None else None
        if sockets is not None:
            sockets.wait_writable(self._upstream.read_s)

    def keep_unsent(self, unsent: int) -> None:
        """Let at most about so many bytes wait in the connection."""
        with self._lock:
            self._unsent = unsent
            if self._session is not None:
                self._session[1].keep_unsent(unsent)

    def close(self) -> None:
        """Give the connections back."""
        self.cut()
        with self._lock:
            if self._session is not None:
                self._session[0].close()

    def _told(self, asked: _Asked) -> Reply:
        try:
            return self._once(asked)
        except CounterError as error:
            if error.code in NOT_BELIEVED and self._upstream.refused is not None:
                self._upstream.refused(error)
            raise

    def _once(self, asked: _Asked) -> Reply:
        import requests

        session = self._open()
        headers = {**records.VERSIONS, "Accept-Encoding": "gzip", **asked.headers}
        # As bytes, the connect time-out would limit the whole send; as a file it is a stall timer.
        body = None if asked.content is None else asked.body(asked.content)
        url = self._upstream.url.rstrip("/") + asked.target
        try:
            prepared = session.prepare_request(requests.Request(asked.method, url, headers=headers, data=body))
            signed = asked.content if asked.signs_content else None
            sign(prepared, self._key, self._time.now(), signed, self._upstream.tag)
            answer = self._send(session, prepared)
            content = _content(answer)
        except (requests.RequestException, OSError, UnicodeError) as error:  # the last: a host that can be no name
            raise no_server(error, self._upstream.host) from error
        return _reply(answer, content, asked.fine, self._upstream.host)

    def _send(self, session: "Session", prepared: "PreparedRequest") -> "Response":
        timeout = (self._upstream.connect_s, self._upstream.read_s)
        # Read by _content: a small answer may unpack to gigabytes.
        return session.send(prepared, timeout=timeout, allow_redirects=False, proxies=session.proxies, stream=True)

    def _open(self) -> "Session":
        from sync.transport import OpenSockets, open_session, proxy_for

        with self._lock:
            if self._cut:
                raise CounterError(Code.LINK_DOWN, detail="closing")
            if is_plain(self._upstream.url):
                raise CounterError(Code.PLAIN_REFUSED, host=self._upstream.host)
            if self._session is None:
                sockets = OpenSockets(self._upstream.congestion)
                if self._unsent is not None:
                    sockets.keep_unsent(self._unsent)
                proxy = proxy_for(self._upstream.url, self._upstream.proxy)
                session = open_session(sockets, self._upstream.authority, proxy, self._upstream.identify)
                self._session = (session, sockets)
            return self._session[0]


def _content(answer: "Response") -> bytes:
    """Return the body, unpacked. Raises LINK_DOWN for one that is larger than anything that a server gives."""
    content = bytearray()
    for part in answer.iter_content(_PIECE):
        content += part
        if len(content) > records.LARGEST_BLOB:
            answer.close()
            raise CounterError(Code.LINK_DOWN, detail="the answer is too large")
    return bytes(content)


def _reply(answer: "Response", content: bytes, fine: Collection[int], host: str) -> Reply:
    if "Sync-Protocol" not in answer.headers:
        # The page of a captive portal, or of a proxy whose server is away, acknowledges nothing.
        foreign = foreign_answer(answer.status_code, host)
        foreign.params["retry_after"] = _retry_after(answer)
        raise foreign
    if answer.status_code < 300 or answer.status_code in fine:
        return Reply(answer.status_code, content, answer.headers)
    try:
        problem = records.decode(content, Problem)
    except ValueError:
        problem = _bare_problem(answer)
    code = Code(problem.code) if problem.code in set(Code) else Code.SERVER_REFUSED
    params = {"title": problem.title, **problem.params, "status": answer.status_code}
    if code is Code.SERVER_REFUSED and answer.status_code in _NOT_KNOWN:
        code, params = _by_version(answer.headers["Sync-Protocol"], code, params)
    raise _refused(answer.status_code, code, _retry_after(answer), params)


def _by_version(protocol: str, code: Code, params: dict[str, object]) -> tuple[Code, dict[str, object]]:
    """Name the versions as the reason where a call is not known at the other end."""
    other = version_differs(protocol)
    return code if other is None else other, {**params, "server": protocol, "own": records.PROTOCOL}


def version_differs(protocol: str) -> Code | None:
    """Return SERVER_NEWER or SERVER_OLDER, None for a server of this program's own version."""
    if not _is_number(protocol) or int(protocol) == records.PROTOCOL:
        return None
    return Code.SERVER_NEWER if int(protocol) > records.PROTOCOL else Code.SERVER_OLDER


def _is_number(text: str) -> bool:
    """Whether a header is a number that any clock, counter or wait can hold."""
    return text.isascii() and text.isdecimal() and len(text) < _LONGEST_NUMBER


def _bare_problem(answer: "Response") -> Problem:
    """Return what the headers tell of a problem: the answer to HEAD has no body."""
    clock = answer.headers.get("Sync-Clock", "")
    params = {"clock": int(clock)} if _is_number(clock) else {}
    return Problem(answer.reason or "", answer.status_code, answer.headers.get("Sync-Code", ""), params=params)


def _refused(status: int, code: Code, retry_after: float | None, params: dict[str, object]) -> RefusedError:
    refused = RefusedError(status, code, retry_after=retry_after)
    refused.params = params
    return refused


def _retry_after(answer: "Response") -> float | None:
    """Return the seconds that the server asks for, as a number or as a date of its own clock."""
    text = answer.headers.get("Retry-After", "")
    if _is_number(text):
        return float(text)
    try:
        until = parsedate_to_datetime(text)
        now = parsedate_to_datetime(answer.headers["Date"]) if "Date" in answer.headers else datetime.now(UTC)
        return max(0.0, (until - now).total_seconds())
    except (TypeError, ValueError):
        return None
