"""Lets in requests that a known station signed, and bodies of a bearable size."""

import asyncio
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from http_message_signatures import VerifyResult
from starlette.requests import ClientDisconnect, Request

from counter_app.errors import Code
from counter_app.journal.outbox import Peer
from sync import records, signing
from sync.records import EnrolmentRequest, RefusedError
from sync.server.pressure import StationPace
from sync.server.store import ServerStore
from sync.signing import ReceivedMessage

STALL_S = 60.0
"""How long the next bytes of a body may take, and all of a small one whose sender is not known yet."""

_LARGEST_ENROLMENT = 16 << 10
_WORKERS = 16  # most wait for a disk: what commits at the same moment shares one wait
_BLOB_WORKERS = 4
_LONGEST_LENGTH = 18  # digits
_SMALL = 64 << 10  # bytes whose digest is made sooner than a thread is woken

Params = ParamSpec("Params")
Result = TypeVar("Result")


class Gate:
    """Who asks, and what with; store work runs in a few threads, so that one slow request holds up no other.

    ``tags``: as whom it takes what was signed for somebody alone.
    """

    def __init__(self, store: ServerStore, pace: StationPace | None = None, tags: Collection[str] = ()) -> None:
        self._store = store
        self._tags = frozenset(tags)
        self._pace = pace
        self._pool = ThreadPoolExecutor(_WORKERS, "sync-store")
        self._blob_pool = ThreadPoolExecutor(_BLOB_WORKERS, "sync-blob-store")

    async def run(self, work: Callable[Params, Result], *args: Params.args, **kwargs: Params.kwargs) -> Result:
        """Do blocking work off the loop."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, lambda: work(*args, **kwargs))

    async def run_for_blob(self, work: Callable[Params, Result], *args: Params.args, **kwargs: Params.kwargs) -> Result:
        """Do blocking work on a blob off the loop, in threads where it keeps no entry waiting."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._blob_pool, lambda: work(*args, **kwargs))

    def close(self) -> None:
        """End the threads after what they are doing."""
        self._pool.shutdown(wait=True)
        self._blob_pool.shutdown(wait=True)

    async def station(self, request: Request) -> Peer:
        """Return the station that signed a request without a body. Raises RefusedError."""
        peer, _ = await self.station_and_body(request, 0)
        return peer

    async def station_of_head(self, request: Request) -> Peer:
        """Return the station that signed the head of a request; its body is judged otherwise. Raises RefusedError."""
        peer, _ = await self.run(self._check, _message(request))
        return peer

    async def station_and_body(self, request: Request, limit: int) -> tuple[Peer, bytes]:
        """Return the station that signed a request, and its body. Raises RefusedError.

        The head of the request is checked before its body is read: nobody unknown can fill the memory.
        """
        message = _message(request)
        peer, result = await self.run(self._check, message)
        body = await _body(request, limit)
        if len(body) <= _SMALL:
            signing.check_body(message, result, body)
        else:
            await self.run(signing.check_body, message, result, body)
        return peer, body

    async def message_and_body(self, request: Request, limit: int) -> tuple[ReceivedMessage, bytes]:
        """Return a small request as it came; ``signed_by`` says whose it is. Raises RefusedError."""
        return _message(request), await _small_body(request, limit)

    def signed_by(self, message: ReceivedMessage, body: bytes) -> Peer:
        """Return the station that signed a request and its body; not on the loop. Raises RefusedError."""
        peer, result = self._check(message)
        signing.check_body(message, result, body)
        return peer

    async def newcomer(self, request: Request) -> EnrolmentRequest:
        """Return an enrolment that is signed by the very key that it asks to admit. Raises RefusedError."""
        message = _message(request)
        body = await _small_body(request, _LARGEST_ENROLMENT)
        try:
            asked = records.decode(body, EnrolmentRequest)
            if len(bytes.fromhex(asked.public_key)) != 32 or not 0 < len(asked.station) <= 64:
                raise ValueError(asked.public_key)
        except ValueError as error:
            raise RefusedError(400, Code.ENROLMENT_REFUSED) from error
        result = signing.check(
            message,
            lambda station: asked.public_key if station == asked.station else None,
            self._store.clock.now(),
            self._tags,
        )
        signing.check_body(message, result, body)
        return asked

    def _check(self, message: ReceivedMessage) -> tuple[Peer, VerifyResult]:
        found: list[Peer] = []

        def find(station: str) -> str | None:
            peer = self._store.station(station)
            found.extend([peer] if peer else [])
            return peer.public_key if peer else None

        result = signing.check(message, find, self._store.clock.now(), self._tags)
        if found[0].revoked:
            raise RefusedError(403, Code.STATION_REVOKED, station=found[0].station)
        if self._pace is not None:
            self._pace.take(found[0].station)
        return found[0], result


def _message(request: Request) -> ReceivedMessage:
    path = bytes(request.scope.get("raw_path") or request.scope["path"].encode())
    query = bytes(request.scope["query_string"])
    target = path.partition(b"?")[0] + (b"?" + query if query else b"")
    headers: dict[str, str] = {}
    for name, value in request.headers.items():
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return ReceivedMessage(request.method, f"http://upstream{target.decode('latin-1')}", headers)


async def _body(request: Request, limit: int) -> bytes:
    announced = request.headers.get("content-length", "0")
    # Not a number of so many digits: Python refuses to read one of thousands.
    if announced.isdecimal() and (len(announced) > _LONGEST_LENGTH or int(announced) > limit):
        raise _too_large(limit)
    body = bytearray()
    stream = aiter(request.stream())
    try:
        while True:
            # A line that went dead in mid-body says nothing: its request would take up room for ever.
            async with asyncio.timeout(STALL_S):
                body += await anext(stream)
            if len(body) > limit:
                raise _too_large(limit)
    except StopAsyncIteration:
        return bytes(body)
    except TimeoutError as error:
        raise _silent() from error
    except ClientDisconnect as error:
        raise RefusedError(400, Code.LINK_DOWN, detail="the request was cut short") from error


async def _small_body(request: Request, limit: int) -> bytes:
    """Return the body of one who is not known yet: nobody keeps a place by sending a byte now and then."""
    try:
        async with asyncio.timeout(STALL_S):
            return await _body(request, limit)
    except TimeoutError as error:
        raise _silent() from error


def _silent() -> RefusedError:
    return RefusedError(408, Code.LINK_DOWN, detail="the request was cut short")


def _too_large(limit: int) -> RefusedError:
    return RefusedError(413, Code.SERVER_REFUSED, title="too large", limit=limit)
