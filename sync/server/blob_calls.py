"""The calls about blobs: scans, receipts, results."""

import hashlib

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from counter_app.errors import Code
from sync import records
from sync.records import RefusedError
from sync.server import answers
from sync.server.gate import Gate
from sync.server.store import ServerStore


class BlobCalls:
    """Blobs by the SHA-256 of their content, each kept once."""

    def __init__(self, store: ServerStore, gate: Gate) -> None:
        self._store = store
        self._gate = gate
        self.routes = [
            Route("/v1/blobs/{sha256}", self.blob, methods=["GET", "HEAD"]),
            Route("/v1/blobs/{sha256}", self.keep_blob, methods=["PUT"]),
        ]

    async def blob(self, request: Request) -> Response:
        """Give a blob, or say whether it is here."""
        await self._gate.station(request)
        sha256 = request.path_params["sha256"]
        if request.method == "HEAD":
            kept = await self._gate.run(self._store.has_blob, sha256)
            return answers.empty(200 if kept else 404)
        return answers.blob(await self._gate.run(self._store.blob, sha256))

    async def keep_blob(self, request: Request) -> Response:
        """Keep a blob; the answer goes out when it is durable."""
        _caller, body = await self._gate.station_and_body(request, records.LARGEST_BLOB)
        sha256 = request.path_params["sha256"]
        return answers.empty(await self._gate.run(_keep_blob, self._store, sha256, body))


def _keep_blob(store: ServerStore, sha256: str, content: bytes) -> int:
    if hashlib.sha256(content).hexdigest() != sha256:
        raise RefusedError(422, Code.BLOB_DAMAGED, sha256=sha256)
    there = store.has_blob(sha256)
    store.keep_blob(content)
    return 200 if there else 201
