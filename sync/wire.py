"""One conversation with the upstream: signed requests, answers or typed refusals, and a way to cut it short."""

import io
import logging
import threading
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from counter_app.errors import Code, CounterError
from counter_app.journal.signing import StationKey
from sync import records
from sync.records import Problem, RefusedError
from sync.signing import ServerTime, sign

if TYPE_CHECKING:
    from requests import Response, Session

    from sync.transport import OpenSockets

log = logging.getLogger(__name__)

_NOTABLE_SKEW = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Upstream:
    """Where the server is, and how long to wait: to connect, and for the next byte (stall timers, in seconds).

    ``authority`` is the path of the CA certificate where the system's are not to be trusted.
    """

    url: str
    connect_s: float = 5.0
    read_s: float = 30.0
    authority: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer of the server; ``content`` is unpacked."""

    status: int
    content: bytes


class Wire:
    """Used by one thread; ``cut`` may come from any other."""

    def __init__(self, upstream: Upstream, key: StationKey, time: ServerTime) -> None:
        self._upstream = upstream
        self._key = key
        self._time = time
        self._lock = threading.Lock()
        self._session: tuple[Session, OpenSockets] | None = None
        self._cut = False

    def call(
        self,
        method: str,
        target: str,
        content: bytes | None = None,
        *,
        packed: bool = False,
        fine: Collection[int] = (),
    ) -> Reply:
        """Send one request and return the answer; statuses of 400 and more only where ``fine``.

        Raises RefusedError, or LINK_DOWN when no sync server answered.
        """
        try:
            return self._once(method, target, content, packed, fine)
        except RefusedError as refused:
            if refused.code is not Code.CLOCK_WRONG or not isinstance(refused.params.get("clock"), int):
                raise
            # A clock that is far off is reported, not obeyed: the request is dated by the server's clock.
            off = self._time.correct(int(str(refused.params["clock"])))
            if abs(off) > _NOTABLE_SKEW:
                log.warning("event=clock_wrong behind_s=%d", off.total_seconds())
        return self._once(method, target, content, packed, fine)

    def cut(self) -> None:
        """End what is under way and refuse what comes."""
        with self._lock:
            self._cut = True
            if self._session is not None:
                self._session[1].cut()

    def close(self) -> None:
        """Give the connections back."""
        self.cut()
        with self._lock:
            if self._session is not None:
                self._session[0].close()

    def _once(self, method: str, target: str, content: bytes | None, packed: bool, fine: Collection[int]) -> Reply:
        import requests

        session = self._open()
        headers = {**records.VERSIONS, "Accept-Encoding": "gzip"}
        if packed:
            headers |= {"Content-Encoding": "gzip", "Content-Type": records.LINES}
        # As bytes, the connect time-out would limit the whole send; as a file it is a stall timer.
        body = None if content is None else io.BytesIO(content)
        request = requests.Request(method, self._upstream.url.rstrip("/") + target, headers=headers, data=body)
        try:
            prepared = session.prepare_request(request)
            sign(prepared, self._key, self._time.now(), content)
            timeout = (self._upstream.connect_s, self._upstream.read_s)
            answer = session.send(prepared, timeout=timeout, allow_redirects=False)
        except (requests.RequestException, OSError) as error:
            raise CounterError(Code.LINK_DOWN, detail=type(error).__name__) from error
        return _reply(answer, fine)

    def _open(self) -> "Session":
        from sync.transport import OpenSockets, open_session

        with self._lock:
            if self._cut:
                raise CounterError(Code.LINK_DOWN, detail="closing")
            if self._session is None:
                sockets = OpenSockets()
                self._session = (open_session(sockets, self._upstream.authority), sockets)
            return self._session[0]


def _reply(answer: "Response", fine: Collection[int]) -> Reply:
    if "Sync-Protocol" not in answer.headers:
        # The page of a captive portal, or of a proxy whose server is away, acknowledges nothing.
        raise CounterError(Code.LINK_DOWN, detail=f"not a sync server: {answer.status_code}")
    if answer.status_code < 300 or answer.status_code in fine:
        return Reply(answer.status_code, answer.content)
    try:
        problem = records.decode(answer.content, Problem)
    except ValueError:
        problem = _bare_problem(answer)
    code = Code(problem.code) if problem.code in set(Code) else Code.SERVER_REFUSED
    params = {"title": problem.title, **problem.params, "status": answer.status_code}
    raise _refused(answer.status_code, code, _retry_after(answer), params)


def _bare_problem(answer: "Response") -> Problem:
    """Return what the headers tell of a problem: the answer to HEAD has no body."""
    clock = answer.headers.get("Sync-Clock", "")
    params = {"clock": int(clock)} if clock.isdecimal() else {}
    return Problem(answer.reason or "", answer.status_code, answer.headers.get("Sync-Code", ""), params=params)


def _refused(status: int, code: Code, retry_after: float | None, params: dict[str, object]) -> RefusedError:
    refused = RefusedError(status, code, retry_after=retry_after)
    refused.params = params
    return refused


def _retry_after(answer: "Response") -> float | None:
    text = answer.headers.get("Retry-After", "")
    return float(text) if text.isdecimal() else None
