"""Resumable uploads of large blobs: tus 1.0 with creation, checksum, expiration and termination (tus.io)."""

import asyncio
import base64
import binascii
import contextlib
import hashlib
import hmac
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from email.utils import format_datetime
from time import monotonic

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from counter_app.errors import Code, CounterError
from counter_app.journal.outbox import Peer
from counter_app.store.blobs import is_sha256
from sync import records
from sync.records import RefusedError
from sync.server import answers, uploads
from sync.server.bell import Bell
from sync.server.gate import Gate
from sync.server.store import ServerStore
from sync.server.uploads import Turn, Upload

log = logging.getLogger(__name__)

STALL_S = 60.0
"""How long the next bytes of an upload may take."""

_PIECE = 256 << 10  # bytes written at a time
_SWEEP_S = 3600.0
_LONGEST_NUMBER = 19
_AT_ONCE = 2  # finished uploads that are in memory at the same time
_BYTES_TYPE = "application/offset+octet-stream"
_ABOUT = {
    "Tus-Version": records.TUS,
    "Tus-Extension": "creation,checksum,expiration,termination",
    "Tus-Max-Size": str(records.LARGEST_BLOB),
    "Tus-Checksum-Algorithm": "sha256,sha1",
}

_Answering = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class _Patch:
    """What the head of a PATCH says."""

    offset: int
    length: int  # as announced; 0 where it is not
    checksum: "_Checksum | None"


class _Checksum:
    """What the bytes of one request are to add up to."""

    def __init__(self, announced: str) -> None:
        kind, _, value = announced.partition(" ")
        if kind not in ("sha256", "sha1"):  # tus asks for SHA-1; it is against accidents only, the whole has SHA-256
            raise RefusedError(400, Code.SERVER_REFUSED, title="not a checksum that is known here")
        self._sum = hashlib.new(kind, usedforsecurity=False)
        self._wanted = _unpacked(value)

    def add(self, part: bytes) -> None:
        """Count a part in."""
        self._sum.update(part)

    def fits(self) -> bool:
        """Whether it adds up."""
        return hmac.compare_digest(self._sum.digest(), self._wanted)


class _Reading:
    """A PATCH that is being read; ``end`` ends it at once, even while nothing comes."""

    def __init__(self) -> None:
        self._timer: asyncio.Timeout | None = None
        self._ended = False

    async def parts(self, request: Request) -> AsyncIterator[bytes]:
        """Give the body part by part. Raises TimeoutError and ClientDisconnect."""
        stream = aiter(request.stream())
        while True:
            try:
                async with asyncio.timeout(0 if self._ended else STALL_S) as self._timer:
                    part = await anext(stream)
            except StopAsyncIteration:
                return
            finally:
                self._timer = None
            yield part

    def end(self) -> None:
        """Read no further; may be told twice."""
        self._ended = True
        if self._timer is not None and not self._timer.expired():
            self._timer.reschedule(asyncio.get_running_loop().time())


class UploadCalls:
    """What a station begins, asks about, goes on with and gives up."""

    def __init__(self, store: ServerStore, gate: Gate, bell: Bell) -> None:
        self._store = store
        self._gate = gate
        self._bell = bell
        bell.at_close(self._end_reading)
        self._reading: dict[str, _Reading] = {}
        self._finishing = asyncio.Semaphore(_AT_ONCE)
        self._sweep_at = 0.0
        one = "/v1/blobs/uploads/{upload}"
        self.routes = [
            Route("/v1/blobs", self.about, methods=["OPTIONS"]),
            Route("/v1/blobs", _tus(self.begin), methods=["POST"]),
            Route(one, _tus(self.offset), methods=["HEAD"]),
            Route(one, _tus(self.go_on), methods=["PATCH"]),
            Route(one, _tus(self.give_up), methods=["DELETE"]),
        ]

    async def about(self, _request: Request) -> Response:
        """Say what is offered; for anybody."""
        answer = answers.empty(204)
        answer.headers.update(_ABOUT)
        return answer

    async def begin(self, request: Request) -> Response:
        """Give the upload of a blob: a new one, the one that the station has begun, or the blob that is here."""
        peer = await self._gate.station(request)
        await self._sweep_now_and_then()
        sha256, length = _blob_announced(request)
        if await self._gate.run_for_blob(self._store.has_blob, sha256, peer.office):
            return _created(f"/v1/blobs/{sha256}", length)
        now = self._store.clock.now()
        upload = await self._gate.run_for_blob(self._store.spool.begin, peer.station, sha256, length, now)
        offset = await self._offset(upload, peer)
        if offset == length:
            return _created(f"/v1/blobs/{sha256}", length)
        answer = _created(f"/v1/blobs/uploads/{upload.id}", offset)
        answer.headers["Upload-Expires"] = await self._expires(upload)
        return answer

    async def offset(self, request: Request) -> Response:
        """Say how much of an upload is here, durably."""
        peer = await self._gate.station(request)
        upload = await self._find(request, peer)
        answer = answers.empty(200)
        answer.headers["Cache-Control"] = "no-store"
        if isinstance(upload, Upload):
            answer.headers["Upload-Offset"] = str(await self._offset(upload, peer))
            answer.headers["Upload-Length"] = str(upload.head.length)
            answer.headers["Upload-Expires"] = await self._expires(upload)
        else:
            answer.headers["Upload-Offset"] = answer.headers["Upload-Length"] = str(upload)
        return answer

    async def go_on(self, request: Request) -> Response:
        """Take bytes; what came before a cut stays. A newer request for the same upload takes over."""
        # The head alone is signed: bytes are not kept back until the last has come to be checked. The whole is checked.
        peer = await self._gate.station_of_head(request)
        patch = _patch(request)
        upload = await self._find(request, peer)
        if not isinstance(upload, Upload):
            if patch.offset != upload or patch.length:
                raise uploads.another_offset(upload)
            return _continued(upload)
        if patch.offset + patch.length > upload.head.length:
            raise _too_long(upload)
        now = self._store.clock.now()
        try:
            turn = await self._gate.run_for_blob(upload.take_over, patch.offset, now)
            offset = await self._receive(request, upload, turn, patch)
        except FileNotFoundError as error:
            raise _unknown() from error
        if offset == upload.head.length:
            await self._finish(upload, peer)
        answer = _continued(offset)
        answer.headers["Upload-Expires"] = await self._expires(upload)
        return answer

    async def give_up(self, request: Request) -> Response:
        """Forget an upload."""
        peer = await self._gate.station(request)
        upload = await self._find(request, peer)
        if isinstance(upload, Upload):
            await self._gate.run_for_blob(upload.remove)
        return answers.empty(204)

    async def _find(self, request: Request, peer: Peer) -> Upload | int:
        """Return an unfinished upload, or the length of the blob that it became. Raises RefusedError (404)."""
        return await self._gate.run_for_blob(_find, self._store, peer, request.path_params["upload"])

    async def _offset(self, upload: Upload, peer: Peer) -> int:
        """Return what may be promised: all of it only once the blob is kept."""
        try:
            offset = await self._gate.run_for_blob(upload.offset)
        except FileNotFoundError:
            offset = upload.head.length  # another request was just finishing it; the next look tells if it could not
        if offset == upload.head.length:
            await self._finish(upload, peer)
        return offset

    async def _receive(self, request: Request, upload: Upload, turn: Turn, patch: _Patch) -> int:
        """Return the offset after what a request brought."""
        with self._only_reader(upload) as reading:
            pending = bytearray()
            broken: Exception | None = None
            try:
                async for part in reading.parts(request):
                    pending += part
                    if patch.checksum is not None:
                        patch.checksum.add(part)
                    if turn.at + len(pending) > upload.head.length:
                        raise _too_long(upload)
                    if len(pending) >= _PIECE:
                        piece, pending = bytes(pending), bytearray()
                        await self._gate.run_for_blob(turn.write, piece)
            except (ClientDisconnect, TimeoutError) as error:
                broken = error
                request.state.is_cut = True
            await self._gate.run_for_blob(turn.write, bytes(pending))
        if broken is not None:
            raise RefusedError(408, Code.LINK_DOWN, detail="the request was cut short") from broken
        if patch.checksum is not None and not patch.checksum.fits():
            await self._gate.run_for_blob(turn.undo)
            raise RefusedError(460, Code.BLOB_DAMAGED, sha256=upload.head.sha256)
        return await self._gate.run_for_blob(turn.settle, self._store.clock.now())

    @contextlib.contextmanager
    def _only_reader(self, upload: Upload) -> Iterator[_Reading]:
        older = self._reading.get(upload.id)
        if older is not None:
            older.end()
        self._reading[upload.id] = reading = _Reading()
        if self._bell.closed:
            reading.end()
        try:
            yield reading
        finally:
            if self._reading.get(upload.id) is reading:
                del self._reading[upload.id]

    def _end_reading(self) -> None:
        """The server ends: what came is kept, and no silent line holds it up."""
        for reading in self._reading.values():
            reading.end()

    async def _expires(self, upload: Upload) -> str:
        return format_datetime(await self._gate.run_for_blob(upload.expires), usegmt=True)

    async def _finish(self, upload: Upload, peer: Peer) -> None:
        async with self._finishing:
            await self._gate.run_for_blob(_finish, self._store, upload, peer.office)

    async def _sweep_now_and_then(self) -> None:
        if monotonic() >= self._sweep_at:
            self._sweep_at = monotonic() + _SWEEP_S
            await self._gate.run_for_blob(self._store.spool.sweep, self._store.clock.now())


def _tus(answering: _Answering) -> _Answering:
    """Speak the version of tus that the caller speaks, in refusals too."""

    async def answer_to(request: Request) -> Response:
        try:
            if request.headers.get("tus-resumable") != records.TUS:
                raise RefusedError(412, Code.SERVER_REFUSED, title="another version of tus")
            answer = await answering(request)
        except CounterError as error:
            answer = await answers.on_refused(request, error)
            if "offset" in error.params:
                answer.headers["Upload-Offset"] = str(error.params["offset"])
            if answer.status_code == 412:
                answer.headers["Tus-Version"] = records.TUS
        if getattr(request.state, "is_cut", False):
            answer.headers["Connection"] = "close"  # the rest of the body may never come
        answer.headers["Tus-Resumable"] = records.TUS
        return answer

    return answer_to


def _blob_announced(request: Request) -> tuple[str, int]:
    """Return the name and the length of the blob that a creation is about. Raises RefusedError."""
    length = _number(request, "upload-length")
    if length > records.LARGEST_BLOB:
        raise RefusedError(413, Code.SERVER_REFUSED, title="too large", limit=records.LARGEST_BLOB)
    for pair in request.headers.get("upload-metadata", "").split(","):
        name, _, value = pair.strip().partition(" ")
        if name == "sha256":
            sha256 = _unpacked(value).decode("ascii", "replace")
            if is_sha256(sha256):
                return sha256, length
    raise RefusedError(400, Code.SERVER_REFUSED, title="no sha256 in Upload-Metadata")


def _patch(request: Request) -> _Patch:
    if request.headers.get("content-type") != _BYTES_TYPE:
        raise RefusedError(415, Code.SERVER_REFUSED, title=f"not {_BYTES_TYPE}")
    checksum = request.headers.get("upload-checksum")
    announced = request.headers.get("content-length", "0")
    return _Patch(
        _number(request, "upload-offset"),
        int(announced) if announced.isdecimal() and len(announced) < _LONGEST_NUMBER else 0,
        _Checksum(checksum) if checksum else None,
    )


def _number(request: Request, name: str) -> int:
    text = request.headers.get(name, "")
    if not (text.isascii() and text.isdecimal() and len(text) < _LONGEST_NUMBER):
        raise RefusedError(400, Code.SERVER_REFUSED, title=f"no {name}")
    return int(text)


def _unpacked(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        return b""


def _created(location: str, offset: int) -> Response:
    answer = answers.empty(201)
    answer.headers["Location"] = location
    answer.headers["Upload-Offset"] = str(offset)
    return answer


def _continued(offset: int) -> Response:
    answer = answers.empty(204)
    answer.headers["Upload-Offset"] = str(offset)
    return answer


def _unknown() -> RefusedError:
    return RefusedError(404, Code.SERVER_REFUSED, title="no such upload")


def _too_long(upload: Upload) -> RefusedError:
    return RefusedError(413, Code.SERVER_REFUSED, title="longer than the upload", limit=upload.head.length)


def _find(store: ServerStore, peer: Peer, name: str) -> Upload | int:
    upload = store.spool.find(peer.station, name)
    if upload is not None:
        return upload
    sha256 = uploads.sha256_of(peer.station, name)
    if sha256 is None or not store.has_blob(sha256, peer.office):
        raise _unknown()
    return len(store.blob(sha256, peer.office))


def _finish(store: ServerStore, upload: Upload, office: str) -> None:
    """Keep the blob; as long as that fails, its upload stays whole, and the next look tries again."""
    sha256 = upload.head.sha256
    try:
        content = upload.content()
    except FileNotFoundError as error:
        if store.has_blob(sha256, office):
            return
        raise _unknown() from error
    if hashlib.sha256(content).hexdigest() != sha256:
        upload.remove()
        raise RefusedError(422, Code.BLOB_DAMAGED, sha256=sha256)
    store.keep_blob(content, office)
    upload.remove()
