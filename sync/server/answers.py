"""Answers of the server: records, and refusals as problem details (RFC 9457)."""

import logging

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from counter_app.errors import Code, CounterError
from sync import records
from sync.records import Problem, RefusedError

log = logging.getLogger(__name__)

_STATUS = {
    Code.SEQUENCE_GAP: 409,
    Code.STATION_UNKNOWN: 401,
    Code.STATION_REVOKED: 403,
    Code.ENROLMENT_REFUSED: 403,
    Code.ENTRY_INVALID: 400,
    Code.BLOB_MISSING: 404,
}
_CUT_SHORT = 408
_RETRY_FULL_S = 60
_RETRY_BROKEN_S = 30
_RETRY_AWAY_S = 5


def record(content: object, status: int = 200) -> Response:
    """Answer with one record."""
    return Response(records.encode(content), status, records.VERSIONS, records.JSON)


def json(content: bytes) -> Response:
    """Answer with JSON that was made before."""
    return Response(content, 200, records.VERSIONS, records.JSON)


def packed(content: bytes) -> Response:
    """Answer with compressed JSON lines."""
    return Response(content, 200, {**records.VERSIONS, "Content-Encoding": "gzip"}, records.LINES)


def lines(content: bytes) -> Response:
    """Answer with JSON lines as they are."""
    return Response(content, 200, records.VERSIONS, records.LINES)


def empty(status: int) -> Response:
    """Answer with headers alone."""
    return Response(None, status, records.VERSIONS)


def blob(content: bytes) -> Response:
    """Answer with a blob."""
    return Response(content, 200, records.VERSIONS, "application/octet-stream")


def refusal(error: CounterError) -> RefusedError:
    """Say as an HTTP refusal what the store or the journal refuses."""
    if isinstance(error, RefusedError):
        return error
    if error.code in (Code.DISK_FULL, Code.DATA_NOT_WRITABLE):
        # The path is the server's own business.
        return RefusedError(507, Code.SERVER_FULL, retry_after=_RETRY_FULL_S)
    if error.code is Code.STORE_AWAY:
        return RefusedError(503, Code.STORE_AWAY, retry_after=_RETRY_AWAY_S)
    status = _STATUS.get(error.code, 500)
    params = error.params if status < 500 else {}
    return RefusedError(status, error.code, retry_after=None if status < 500 else _RETRY_BROKEN_S, **params)


async def on_refused(request: Request, error: Exception) -> Response:
    """Answer an expected error."""
    assert isinstance(error, CounterError)  # noqa: S101 - registered for this type
    refused = refusal(error)
    log.info(
        "event=refused method=%s path=%s status=%d code=%s",
        request.method,
        request.url.path,
        refused.status,
        refused.code,
    )
    return problem_of(refused)


def problem_of(refused: RefusedError) -> Response:
    """Return a refusal as it goes out."""
    return _problem(refused.status, refused.code.value, refused.code.value, dict(refused.params), refused.retry_after)


async def on_http_error(_request: Request, error: Exception) -> Response:
    """Answer for an unknown address or method."""
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this type
    return _problem(error.status_code, error.detail, "", {}, None)


async def on_bug(_request: Request, _error: Exception) -> Response:
    """Answer for an error that nobody expected; the server program logs it."""
    return _problem(500, "internal error", "", {}, _RETRY_BROKEN_S)


def _problem(status: int, title: str, code: str, params: dict[str, object], retry_after: float | None) -> Response:
    headers = dict(records.VERSIONS)
    if retry_after is not None:
        headers["Retry-After"] = f"{retry_after:.0f}"
    if status == _CUT_SHORT:
        headers["Connection"] = "close"  # the rest of the body may never come
    if code:
        headers["Sync-Code"] = code
    if "clock" in params:
        headers["Sync-Clock"] = str(params["clock"])
    kind = f"urn:counter-app:problem:{code}" if code else "about:blank"
    told = {name: records.told(value) for name, value in params.items()}
    problem = Problem(title=title, status=status, code=code, type=kind, params=told)
    return Response(records.encode(problem), status, headers, records.PROBLEM)
