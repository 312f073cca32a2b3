"""What the server counts, for Prometheus: numbers alone, no person, no station, no office.

Several worker processes count together through files in one folder (prometheus_client's own way): whichever of them is
asked answers for all.
"""

import contextlib
import os
import tempfile
from collections import Counter as Tally
from collections.abc import Awaitable, Callable, Iterable, Iterator, MutableMapping
from time import perf_counter
from typing import TYPE_CHECKING, Any, cast

from starlette.routing import Route

if TYPE_CHECKING:
    from sync.server.store import ServerStore

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""The library's own name for the environment variable with that folder."""
MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"

_SECONDS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0)
_PLAIN = ("clock", "close", "listen")

_Scope = MutableMapping[str, Any]
_Message = MutableMapping[str, Any]
_Receive = Callable[[], Awaitable[_Message]]
_Send = Callable[[_Message], Awaitable[None]]
_App = Callable[[_Scope, _Receive, _Send], Awaitable[None]]


@contextlib.contextmanager
def counted_together() -> Iterator[None]:
    """Have the workers that are started meanwhile count together, from nothing."""
    with tempfile.TemporaryDirectory(prefix="counter-app-counts-") as folder:
        os.environ[FOLDER] = folder
        try:
            yield
        finally:
            del os.environ[FOLDER]


def forget_worker(process: int) -> None:
    """A worker ended: what it was doing is not being done any more; what it counted stays."""
    if FOLDER not in os.environ:
        return
    from prometheus_client import multiprocess

    multiprocess.mark_process_dead(process)  # type: ignore[no-untyped-call]


class Metrics:
    """The counts of one server; on its loop, but for ``store_took``."""

    def __init__(self) -> None:
        # A desk that serves nobody never needs it, and it costs the import 70 ms.
        from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, disable_created_metrics

        # When each count began: as many lines again, which nobody reads.
        disable_created_metrics()  # type: ignore[no-untyped-call]
        self._registry = CollectorRegistry()
        own = self._registry
        names = ("method", "call", "status")
        self._requests = Counter("counter_app_requests", "Requests answered.", names, registry=own)
        self._took = Histogram(
            "counter_app_request_seconds", "Until answered.", ("call",), buckets=_SECONDS, registry=own
        )
        self._refused = Counter("counter_app_requests_refused", "At once: too much was in work.", registry=own)
        self._in = Counter("counter_app_received_bytes", "Bodies of requests.", ("call",), registry=own)
        self._out = Counter("counter_app_sent_bytes", "Bodies of answers.", ("call",), registry=own)
        self._entries = Counter("counter_app_entries", "Entries by what became of them.", ("outcome",), registry=own)
        self._store = Histogram(
            "counter_app_store_seconds", "Work of the store.", ("work",), buckets=_SECONDS, registry=own
        )
        self._working = Gauge("counter_app_requests_in_work", "Now.", registry=own, multiprocess_mode="livesum")
        self._waiting = Gauge("counter_app_feed_readers_waiting", "Now.", registry=own, multiprocess_mode="livesum")
        self.in_work = 0
        self.readers_waiting = 0

    @property
    def load(self) -> int:
        """Requests of this process that are being worked on; who waits for news is none."""
        return self.in_work - self.readers_waiting

    def text(self) -> bytes:
        """Return everything in Prometheus's text format."""
        from prometheus_client import CollectorRegistry, generate_latest, multiprocess

        if FOLDER not in os.environ:
            return generate_latest(self._registry)
        together = CollectorRegistry()
        multiprocess.MultiProcessCollector(together)  # type: ignore[no-untyped-call]
        return generate_latest(together)

    def answered(self, method: str, call: str, status: int, seconds: float, received: int, sent: int) -> None:
        """Count one request; ``call`` is the address with the names of its parts, not their values."""
        self._requests.labels(method, call, str(status)).inc()
        self._took.labels(call).observe(seconds)
        self._in.labels(call).inc(received)
        self._out.labels(call).inc(sent)

    def entries_taken(self, outcomes: Iterable[str]) -> None:
        """Count what became of a batch."""
        for outcome, count in Tally(outcomes).items():
            self._entries.labels(outcome).inc(count)

    def store_took(self, work: str, seconds: float) -> None:
        """Count one piece of the store's work; from any thread."""
        self._store.labels(work).observe(seconds)

    def refused(self) -> None:
        """Count a request that was refused at once, because too much was in work."""
        self._refused.inc()

    @contextlib.contextmanager
    def working(self) -> Iterator[None]:
        """A request is being worked on."""
        self.in_work += 1
        self._working.inc()
        try:
            yield
        finally:
            self.in_work -= 1
            self._working.dec()

    @contextlib.contextmanager
    def reader_waits(self) -> Iterator[None]:
        """A reader of the feed waits for news."""
        self.readers_waiting += 1
        self._waiting.inc()
        try:
            yield
        finally:
            self.readers_waiting -= 1
            self._waiting.dec()


class TimedStore:
    """A ServerStore whose work is timed by its name; everything else is the store's own."""

    def __init__(self, store: "ServerStore", metrics: Metrics) -> None:
        self._store = store
        self._metrics = metrics

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the store has
        found = getattr(self._store, name)
        if name in _PLAIN or not callable(found):
            return found

        def timed(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as the store takes and gives it
            began = perf_counter()
            try:
                return found(*args, **kwargs)
            finally:
                self._metrics.store_took(name, perf_counter() - began)

        return timed


def timed(store: "ServerStore", metrics: Metrics) -> "ServerStore":
    """Return ``store`` with its work timed."""
    return cast("ServerStore", TimedStore(store, metrics))


class Measured:
    """An ASGI layer that counts each request by its call."""

    def __init__(self, app: _App, metrics: Metrics, routes: Iterable[Route]) -> None:
        self._app = app
        self._metrics = metrics
        self._calls = {route.endpoint: route.path for route in routes}

    async def __call__(self, scope: _Scope, receive: _Receive, send: _Send) -> None:
        """Pass a request on and count it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        count = _Count(receive, send)
        began = perf_counter()
        try:
            with self._metrics.working():
                await self._app(scope, count.receive, count.send)
        finally:
            call = self._calls.get(scope["endpoint"], "unknown") if "endpoint" in scope else "unknown"
            method = scope["method"] if call != "unknown" else ""
            self._metrics.answered(method, call, count.status, perf_counter() - began, count.received, count.sent)


class _Count:
    """The bytes of one request's bodies, and its status: 500 until it is known."""

    def __init__(self, receive: _Receive, send: _Send) -> None:
        self._receive = receive
        self._send = send
        self.status = 500
        self.received = 0
        self.sent = 0

    async def receive(self) -> _Message:
        message = await self._receive()
        self.received += len(message.get("body", b""))
        return message

    async def send(self, message: _Message) -> None:
        if message["type"] == "http.response.start":
            self.status = int(message["status"])
        self.sent += len(message.get("body", b""))
        await self._send(message)
