"""What keeps a server from collapsing: what it cannot answer in time it refuses at once, and says when to come again.

A request's wait does not count while more of it is to come: how long a slow line takes is not the server's doing.
"""

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from counter_app.errors import Code
from sync import records
from sync.records import RefusedError
from sync.server import answers

ALWAYS = ("/v1/health", "/v1/metrics", "/v1/openapi.json")
"""Answered whatever else waits."""

_FEED = "/v1/feed"
_BLOBS = ("/v1/blobs", "/updates/")
_MOST_TRACKED = 50_000
_NEWEST_COUNTS = 0.05
_LONGEST_LENGTH = 18  # digits; Python refuses to read thousands of them


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one server process. ``oldest_s``: while a request waits longer for its answer, or would, none is taken.

    ``requests`` at once and the announced ``bytes`` of their bodies; ``readers`` of the feed, who wait for news; and of
    one station ``rate`` requests a second, after the first ``burst``.
    """

    oldest_s: float = 5.0
    requests: int = 1000
    bytes: int = 256 << 20
    readers: int = 8000
    rate: float = 50.0
    burst: int = 300


class Pressure:
    """A layer around the application; used on its loop."""

    def __init__(
        self,
        app: ASGIApp,
        limits: Limits,
        clock: Callable[[], float] = time.monotonic,
        refused: Callable[[], None] = lambda: None,
    ) -> None:
        self._app = app
        self._refused = refused
        self._limits = limits
        self._clock = clock
        self._readers = 0
        self._bytes = 0
        self._requests = 0
        self._held: dict[object, float] = {}  # since when each waits for this server, the oldest first
        self._busy_since = 0.0
        self._done_at = 0.0
        self._each_s = 0.0  # how long after one answer the next one goes out, lately, while there is work

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http" or scope["path"] in ALWAYS:
            await self._app(scope, receive, send)
        elif scope["path"] == _FEED:
            await self._read(scope, receive, send)
        else:
            await self._work(scope, receive, send)

    async def _read(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._readers >= self._limits.readers:
            self._refused()
            await _refuse(scope, receive, send)
            return
        self._readers += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._readers -= 1

    async def _work(self, scope: Scope, receive: Receive, send: Send) -> None:
        # A piece of an upload goes to the disk as it comes: it takes no room in memory.
        size = 0 if scope["method"] == "PATCH" else _announced(scope)
        if self._is_full(size):
            self._refused()
            await _refuse(scope, receive, send)
            return
        mark = object()
        # A slow disk or store of blobs has threads of its own, and is no reason to refuse an entry.
        counts = not scope["path"].startswith(_BLOBS)

        async def heard() -> Message:
            self._held.pop(mark, None)
            message = await receive()
            self._hold(mark, counts)
            return message

        self._hold(mark, counts)
        self._requests += 1
        self._bytes += size
        try:
            await self._app(scope, heard, send)
        finally:
            self._requests -= 1
            self._bytes -= size
            self._release(mark)

    def _hold(self, mark: object, counts: bool) -> None:
        if counts:
            now = self._clock()
            if not self._held:
                self._busy_since = now
            self._held[mark] = now

    def _release(self, mark: object) -> None:
        if self._held.pop(mark, None) is not None:
            now = self._clock()
            took = now - max(self._busy_since, self._done_at)
            self._each_s += (took - self._each_s) * _NEWEST_COUNTS
            self._done_at = now

    def _is_full(self, size: int) -> bool:
        limits = self._limits
        oldest = next(iter(self._held.values()), None)
        return (
            self._requests >= limits.requests
            or (self._bytes > 0 and self._bytes + size > limits.bytes)
            or (oldest is not None and self._clock() - oldest > limits.oldest_s)
            or len(self._held) * self._each_s > limits.oldest_s
        )


class StationPace:
    """How often one station may ask one process; used from any thread."""

    def __init__(self, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self._limits = limits
        self._clock = clock
        self._lock = threading.Lock()
        self._left: dict[str, tuple[float, float]] = {}  # what each may still ask, and when that was so

    def take(self, station: str) -> None:
        """Count one request of a station. Raises RefusedError (429) with the time to wait."""
        now = self._clock()
        with self._lock:
            left, since = self._left.get(station, (float(self._limits.burst), now))
            left = min(self._limits.burst, left + (now - since) * self._limits.rate)
            if left >= 1:
                if len(self._left) >= _MOST_TRACKED:
                    self._left = {}
                self._left[station] = (left - 1, now)
                return
        raise RefusedError(429, Code.SERVER_BUSY, retry_after=1)


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    # Not all of them come again at the same moment.
    refused = RefusedError(503, Code.SERVER_BUSY, retry_after=random.randint(2, 10))  # noqa: S311 - no secret
    await answers.problem_of(refused)(scope, receive, send)


def _announced(scope: Scope) -> int:
    said = dict(scope["headers"])
    if b"transfer-encoding" in said:
        return records.LARGEST_BLOB  # what does not say its length may have that of the largest
    length = said.get(b"content-length", b"0")
    return int(length[:_LONGEST_LENGTH]) if length.isdigit() else 0
