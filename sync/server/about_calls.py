"""What the server says of itself: health for anybody, its calls for anybody, its counts for who runs it."""

import asyncio
import hmac
import ipaddress
from time import monotonic

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from counter_app import __version__
from counter_app.errors import Code, CounterError
from sync import records
from sync.records import Health, RefusedError
from sync.server import answers, openapi
from sync.server.gate import Gate
from sync.server.metrics import MEDIA_TYPE, Metrics
from sync.server.store import ServerStore

TOKEN = "COUNTER_APP_METRICS_TOKEN"  # noqa: S105 - the name of the environment variable, not its value
"""Who bears it may read the counts from another machine."""

_ASKED_AT_MOST_EVERY_S = 1.0
_STORE_ANSWERS_WITHIN_S = 2.0
_FORWARDED = ("forwarded", "x-forwarded-for", "via")


class AboutCalls:
    """Health, the calls as OpenAPI, the counts."""

    def __init__(self, store: ServerStore, gate: Gate, metrics: Metrics, token: str = "") -> None:
        self._store = store
        self._gate = gate
        self._metrics = metrics
        self._token = token
        self._asked = -_ASKED_AT_MOST_EVERY_S
        self._answers = True
        self._document: bytes | None = None
        self.routes = [
            Route("/v1/health", self.health, methods=["GET"]),
            Route("/v1/openapi.json", self.openapi, methods=["GET"]),
            Route("/v1/metrics", self.metrics, methods=["GET"]),
        ]

    async def health(self, _request: Request) -> Response:
        """Versions, clock, load, and whether the store answers."""
        return answers.record(
            Health(
                records.PROTOCOL,
                records.SCHEMA,
                int(self._store.clock.now().timestamp()),
                __version__,
                self._metrics.load,
                await self._store_answers(),
            )
        )

    async def openapi(self, _request: Request) -> Response:
        """Every call of this program, as OpenAPI 3.1."""
        if self._document is None:
            self._document = records.encode(openapi.document())
        return answers.json(self._document)

    async def metrics(self, request: Request) -> Response:
        """Give the counts to this machine, or to whoever bears the token."""
        if not self._may_read(request):
            raise RefusedError(403, Code.SERVER_REFUSED, title="for this machine, or with the token")
        return Response(self._metrics.text(), 200, records.VERSIONS, MEDIA_TYPE)

    def _may_read(self, request: Request) -> bool:
        if self._token:
            given = request.headers.get("authorization", "").encode()
            return hmac.compare_digest(given, f"Bearer {self._token}".encode())
        # Through a proxy on this machine everybody seems to be here.
        if request.client is None or any(name in request.headers for name in _FORWARDED):
            return False
        try:
            return ipaddress.ip_address(request.client.host).is_loopback
        except ValueError:
            return False

    async def _store_answers(self) -> bool:
        """Ask at most once a second: anybody may ask for health."""
        if monotonic() < self._asked + _ASKED_AT_MOST_EVERY_S:
            return self._answers
        self._asked = monotonic()
        try:
            await asyncio.wait_for(self._gate.run(self._store.heads, ("-",)), _STORE_ANSWERS_WITHIN_S)
            self._answers = True
        except (CounterError, TimeoutError):
            self._answers = False
        return self._answers
