"""The calls of the protocol as OpenAPI 3.1: one table, and the records' own schemas. docs/protocol.md says the rest."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import msgspec

from counter_app.domain.entry import Entry
from counter_app.domain.queue_commands import COMMANDS
from counter_app.errors import Code
from sync import records

_BYTES = "application/octet-stream"
_TUS_BYTES = "application/offset+octet-stream"

_REF = "#/components/schemas/{name}"


class Asker(StrEnum):
    """Who may ask."""

    ANYBODY = "anybody"
    STATION = "a station that was admitted"
    NEWCOMER = "a station with a one-time code"
    MEMBER = "a station of the office that this server serves"
    OPERATOR = "this machine, or the bearer of the token"


@dataclass(frozen=True, slots=True)
class Call:
    """One call; ``takes`` and ``gives`` are records, media types, or a tuple of records, one a line.

    ``statuses`` are those beyond 400, 401, 403 and 500, which any call may answer, and
    408 and 413, which any that takes a body may.
    """

    method: str
    path: str
    summary: str
    asker: Asker = Asker.STATION
    takes: type | tuple[type, ...] | str | None = None
    gives: type | tuple[type, ...] | str | None = None
    success: tuple[int, ...] = (200,)
    statuses: tuple[int, ...] = ()
    query: dict[str, str] = field(default_factory=dict)
    headers: tuple[str, ...] = ()


_BLOB = "/v1/blobs/{sha256}"
_UPLOAD = "/v1/blobs/uploads/{upload}"
_MEMBER = Asker.MEMBER
_FULL = (503, 507)

CALLS = (
    Call(
        "GET", "/v1/health", "Versions, clock, load, and whether the store answers", Asker.ANYBODY, gives=records.Health
    ),
    Call("GET", "/v1/openapi.json", "This description", Asker.ANYBODY, gives=records.JSON),
    Call("GET", "/v1/metrics", "What the server counts, for Prometheus", Asker.OPERATOR, gives="text/plain"),
    Call(
        "POST",
        "/v1/enrol",
        "Be admitted with a one-time code; the request is signed by the key that it brings",
        Asker.NEWCOMER,
        takes=records.EnrolmentRequest,
        gives=records.Enrolled,
        success=(201,),
        statuses=_FULL,
    ),
    Call(
        "POST",
        "/v1/stations",
        "Make other stations of the caller's office known, to pass their entries on",
        takes=records.Introductions,
        success=(204,),
        statuses=_FULL,
    ),
    Call(
        "POST",
        "/v1/entries",
        "A batch of entries, in each station's order; the answer goes out when they are durable",
        takes=(Entry,),
        gives=records.BatchAnswer,
        statuses=(409, 413, 429, *_FULL),
        headers=("Content-Encoding",),
    ),
    Call(
        "GET",
        "/v1/feed",
        "What the office's stations wrote, after a position; waits for it up to 25 s",
        gives=(records.FeedHead, Entry),
        statuses=(429, 503),
        query={"after": "the position read so far", "wait": "seconds to wait at most"},
    ),
    Call(
        "POST",
        "/v1/feed/begin",
        "From which position a reader misses nothing, who holds so much of each station",
        takes=records.FeedRequest,
        gives=records.FeedBegin,
        statuses=(503,),
    ),
    Call(
        "GET",
        "/v1/checkpoints/{station}",
        "What the server countersigned of a station of the caller's office, up to its last entry",
        gives=records.Checkpoints,
        statuses=(404, *_FULL),
    ),
    Call(
        "POST",
        "/v1/blobs/lacking",
        "Which of these blobs the server lacks",
        takes=records.BlobNames,
        gives=records.BlobNames,
        statuses=(503,),
    ),
    Call("HEAD", _BLOB, "Whether a blob is here", success=(200,), statuses=(404, 503)),
    Call(
        "GET",
        _BLOB,
        "A blob, or one range of it",
        gives=_BYTES,
        success=(200, 206),
        statuses=(404, 416, 503),
        headers=("Range", "If-Range"),
    ),
    Call("PUT", _BLOB, "A blob, whole", takes=_BYTES, success=(200, 201), statuses=(413, 422, *_FULL)),
    Call("OPTIONS", "/v1/blobs", "What of tus 1.0 is spoken", Asker.ANYBODY, success=(204,)),
    Call(
        "POST",
        "/v1/blobs",
        "Begin an upload, or find the one that was begun",
        success=(201,),
        statuses=(412, 413, 429, *_FULL),
        headers=("Tus-Resumable", "Upload-Length", "Upload-Metadata"),
    ),
    Call("HEAD", _UPLOAD, "How much of an upload is here", statuses=(404, 412, 503), headers=("Tus-Resumable",)),
    Call(
        "PATCH",
        _UPLOAD,
        "Go on with an upload at its offset",
        takes=_TUS_BYTES,
        success=(204,),
        statuses=(404, 408, 409, 412, 413, 415, 422, 460, *_FULL),
        headers=("Tus-Resumable", "Upload-Offset", "Upload-Checksum"),
    ),
    Call("DELETE", _UPLOAD, "Give an upload up", success=(204,), statuses=(404, 412, 503), headers=("Tus-Resumable",)),
    Call(
        "POST",
        "/v1/queue/{command}",
        "A command to the queue; the same id is done once",
        _MEMBER,
        takes=tuple(COMMANDS.values()),
        gives=(records.QueueAnswer, Entry),
        statuses=(409, 421, *_FULL),
        query={"id": "the caller's own id of the command", "after": "the caller's position in the feed"},
    ),
    Call(
        "GET",
        "/v1/office",
        "Who is in charge of the office's queue",
        _MEMBER,
        gives=records.OfficeAnswer,
        query={"beat": "what the caller says of itself: a Beat as JSON"},
    ),
    Call(
        "POST",
        "/v1/office/hand-back",
        "Give the queue back to the station whose it is",
        _MEMBER,
        gives=records.HandedBack,
        statuses=(421,),
    ),
    Call(
        "POST",
        "/v1/office/settled",
        "Which of the blobs that the caller gave to this station are at the province",
        _MEMBER,
        takes=records.BlobNames,
        gives=records.SettledBlobs,
    ),
)


def document() -> dict[str, Any]:
    """Return the whole description."""
    kinds = {kind for call in CALLS for kind in (*_records(call.takes), *_records(call.gives))}
    ordered = sorted({*kinds, records.Problem, records.Beat}, key=lambda kind: kind.__name__)
    _schemas, components = msgspec.json.schema_components(ordered, ref_template=_REF)
    paths: dict[str, dict[str, Any]] = {}
    for call in CALLS:
        paths.setdefault(call.path, {})[call.method.lower()] = _operation(call)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Quầy Một Cửa: sync",
            "version": f"{records.PROTOCOL}.{records.SCHEMA}",
            "description": "docs/protocol.md says what the schemas cannot.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": components, "securitySchemes": _SCHEMES, "responses": {"Problem": _PROBLEM}},
    }


_SCHEMES = {
    "signature": {
        "type": "apiKey",
        "in": "header",
        "name": "Signature",
        "description": "HTTP message signature (RFC 9421) by the station's Ed25519 key, with Signature-Input",
    },
    "token": {"type": "http", "scheme": "bearer"},
}
_PROBLEM = {
    "description": f"RFC 9457 problem details; code is one of: {', '.join(code.value for code in Code)}",
    "headers": {
        "Retry-After": {"schema": {"type": "integer"}, "description": "seconds"},
        "Sync-Code": {"schema": {"type": "string"}, "description": "the code, also where there is no body"},
        "Sync-Clock": {"schema": {"type": "integer"}, "description": "the server's clock, with clock-wrong"},
    },
    "content": {records.PROBLEM: {"schema": {"$ref": _REF.format(name="Problem")}}},
}


def _operation(call: Call) -> dict[str, Any]:
    names = [part[1:-1] for part in call.path.split("/") if part.startswith("{")]
    places = [("path", name, True, "") for name in names]
    places += [("query", name, False, about) for name, about in call.query.items()]
    places += [("header", name, False, "") for name in call.headers]
    of_a_body = {408, 413} if call.takes is not None else set()
    refusals = sorted({400, 401, 403, 500, *of_a_body, *call.statuses})
    operation: dict[str, Any] = {
        "operationId": f"{call.method.lower()} {call.path}",
        "summary": call.summary,
        "description": f"For {call.asker}.",
        "security": _security(call.asker),
        "parameters": [
            {"name": name, "in": place, "required": needed, "description": about, "schema": {"type": "string"}}
            for place, name, needed, about in places
        ],
        "responses": {
            **{str(status): _answer(call) for status in call.success},
            **{str(status): {"$ref": "#/components/responses/Problem"} for status in refusals},
        },
    }
    if call.takes is not None:
        operation["requestBody"] = {"required": True, "content": _content(call.takes)}
    return operation


def _security(asker: Asker) -> list[dict[str, list[str]]]:
    if asker is Asker.ANYBODY:
        return [{}]
    return [{}, {"token": []}] if asker is Asker.OPERATOR else [{"signature": []}]


def _answer(call: Call) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "description": call.summary,
        "headers": {name: {"schema": {"type": "string"}} for name in records.VERSIONS},
    }
    if call.gives is not None:
        answer["content"] = _content(call.gives)
    return answer


def _content(kind: type | tuple[type, ...] | str) -> dict[str, Any]:
    """Say what a body is; JSON lines are described by what a line may be."""
    if isinstance(kind, str):
        return {kind: {}}
    schemas = [{"$ref": _REF.format(name=one.__name__)} for one in _records(kind)]
    commands = kind == tuple(COMMANDS.values())
    media = records.LINES if isinstance(kind, tuple) and not commands else records.JSON
    return {media: {"schema": schemas[0] if len(schemas) == 1 else {"anyOf": schemas}}}


def _records(kind: type | tuple[type, ...] | str | None) -> tuple[type, ...]:
    if kind is None or isinstance(kind, str):
        return ()
    return kind if isinstance(kind, tuple) else (kind,)
