"""The call about checkpoints: what this server countersigned of a station of the caller's office."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from counter_app.errors import Code
from sync.records import Checkpoints, RefusedError
from sync.server import answers
from sync.server.countersigning import Countersigner
from sync.server.gate import Gate
from sync.server.store import ServerStore


class CheckpointCalls:
    """What somebody compares with a station's journal."""

    def __init__(self, store: ServerStore, gate: Gate, countersigner: Countersigner) -> None:
        self._store = store
        self._gate = gate
        self._countersigner = countersigner
        self.routes = [Route("/v1/checkpoints/{station}", self.checkpoints, methods=["GET"])]

    async def checkpoints(self, request: Request) -> Response:
        """Give a station's checkpoints, the last one up to its last entry here; and what the province says of keys."""
        caller = await self._gate.station(request)
        name = request.path_params["station"]
        if name != caller.station:
            asked = await self._gate.run(self._store.station, name)
            if asked is None or asked.office != caller.office:
                raise RefusedError(404, Code.STATION_UNKNOWN, station=name)
        return answers.record(await self._gate.run(self._said, name))

    def _said(self, name: str) -> Checkpoints:
        store = self._store
        found = self._countersigner.of(name)
        return Checkpoints(store.signing_key, found, store.province_key(), store.escrow(), store.aside(name))
