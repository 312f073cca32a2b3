"""The calls about blobs: scans, receipts, results."""

import hashlib
import re
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from counter_app.errors import Code
from counter_app.store.blobs import is_sha256
from sync import records
from sync.records import BlobNames, RefusedError
from sync.server import answers
from sync.server.gate import Gate
from sync.server.store import ServerStore

_LARGEST_QUESTION = 128 << 10
_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")


class BlobCalls:
    """Blobs by the SHA-256 of their content, each kept once."""

    def __init__(self, store: ServerStore, gate: Gate) -> None:
        self._store = store
        self._gate = gate
        self.routes = [
            Route("/v1/blobs/lacking", self.lacking, methods=["POST"]),
            Route("/v1/blobs/{sha256}", self.blob, methods=["GET", "HEAD"]),
            Route("/v1/blobs/{sha256}", self.keep_blob, methods=["PUT"]),
        ]

    async def lacking(self, request: Request) -> Response:
        """Say which of some blobs are not here."""
        caller, body = await self._gate.station_and_body(request, _LARGEST_QUESTION)
        try:
            asked = records.decode(body, BlobNames).sha256
        except ValueError as error:
            raise RefusedError(400, Code.SERVER_REFUSED, title="no names of blobs") from error
        if len(asked) > records.MOST_BLOBS_ASKED or not all(map(is_sha256, asked)):
            raise RefusedError(400, Code.SERVER_REFUSED, title="no names of blobs", limit=records.MOST_BLOBS_ASKED)
        return answers.record(await self._gate.run_for_blob(_lacking, self._store, asked, caller.office))

    async def blob(self, request: Request) -> Response:
        """Give a blob or a part of it, or say whether it is here."""
        caller = await self._gate.station(request)
        sha256 = request.path_params["sha256"]
        if request.method == "HEAD":
            kept = await self._gate.run_for_blob(self._store.has_blob, sha256, caller.office)
            return answers.empty(200 if kept else 404)
        content = await self._gate.run_for_blob(self._store.blob, sha256, caller.office)
        return part_of(content, sha256, request.headers)

    async def keep_blob(self, request: Request) -> Response:
        """Keep a blob; the answer goes out when it is durable."""
        caller, body = await self._gate.station_and_body(request, records.LARGEST_BLOB)
        sha256 = request.path_params["sha256"]
        return answers.empty(await self._gate.run_for_blob(_keep_blob, self._store, sha256, body, caller.office))


def part_of(content: bytes, sha256: str, asked: Mapping[str, str]) -> Response:
    """Answer with what the headers ``Range`` and ``If-Range`` ask of a blob, or with all of it (RFC 9110, 14)."""
    tag = f'"{sha256}"'
    found = _RANGE.fullmatch(asked.get("range", "").replace(" ", "").lower())
    if found is None or found[1] == found[2] == "" or asked.get("if-range", tag) != tag:
        answer = answers.blob(content)
    else:
        answer = _part(content, found[1], found[2])
    answer.headers["Accept-Ranges"] = "bytes"
    answer.headers["ETag"] = tag
    return answer


def _part(content: bytes, first: str, last: str) -> Response:
    length = len(content)
    begin = int(first) if first else max(0, length - int(last))
    end = min(int(last), length - 1) if first and last else length - 1
    if first and last and int(last) < begin:
        return answers.blob(content)  # such a range says nothing, and is to be ignored
    if begin >= length:
        answer = answers.empty(416)
        answer.headers["Content-Range"] = f"bytes */{length}"
        return answer
    answer = answers.blob(content[begin : end + 1])
    answer.status_code = 206
    answer.headers["Content-Range"] = f"bytes {begin}-{end}/{length}"
    return answer


def _lacking(store: ServerStore, asked: tuple[str, ...], office: str) -> BlobNames:
    return BlobNames(tuple(sha256 for sha256 in asked if not store.has_blob(sha256, office)))


def _keep_blob(store: ServerStore, sha256: str, content: bytes, office: str) -> int:
    if hashlib.sha256(content).hexdigest() != sha256:
        raise RefusedError(422, Code.BLOB_DAMAGED, sha256=sha256)
    there = store.has_blob(sha256, office)
    store.keep_blob(content, office)
    return 200 if there else 201
