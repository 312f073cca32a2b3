"""The ASGI application that an office station and the province run."""

import asyncio
import contextlib
import hashlib
import logging
from collections.abc import AsyncIterator

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from counter_app.domain.entry import Entry
from counter_app.errors import Code, CounterError
from counter_app.journal import arrivals, enrolment, outbox
from counter_app.journal.arrivals import Outcome
from counter_app.journal.enrolment import Admission
from counter_app.journal.journal import Journal
from counter_app.journal.outbox import Peer
from sync import records
from sync.records import (
    BatchAnswer,
    Enrolled,
    EnrolmentRequest,
    EntryAnswer,
    FeedBegin,
    FeedRequest,
    Health,
    RefusedError,
)
from sync.server import answers
from sync.server.bell import Bell
from sync.server.feed_pages import FeedPages
from sync.server.gate import Gate
from sync.server.office_role import OfficeCalls, OfficeRole

log = logging.getLogger(__name__)

LONGEST_WAIT_S = 25.0
"""A long poll answers after this time even if nothing came."""

REST_S = 0.2
"""While much is written, a reader who waits gets a page so often: fewer, and fuller."""

_LARGEST_HEADS = 1 << 20

REFUSED = "refused"
"""Outcome of an entry whose station this caller may not speak for."""


def create_app(journal: Journal, bell: Bell | None = None, role: OfficeRole | None = None) -> Starlette:
    """Return the application over ``journal``; closing ``bell`` lets every long poll answer at once.

    With ``role`` it also keeps the queue of an office.
    """
    server = Server(journal, bell or Bell(), role)
    routes = [
        Route("/v1/health", server.health, methods=["GET"]),
        Route("/v1/enrol", server.enrol, methods=["POST"]),
        Route("/v1/entries", server.entries, methods=["POST"]),
        Route("/v1/feed", server.feed, methods=["GET"]),
        Route("/v1/feed/begin", server.feed_begin, methods=["POST"]),
        Route("/v1/blobs/{sha256}", server.blob, methods=["GET", "HEAD"]),
        Route("/v1/blobs/{sha256}", server.keep_blob, methods=["PUT"]),
        *(server.calls.routes if server.calls else ()),
    ]
    handlers = {CounterError: answers.on_refused, HTTPException: answers.on_http_error, Exception: answers.on_bug}
    return Starlette(routes=routes, exception_handlers=handlers, lifespan=server.lifespan)


class Server:
    """The calls of the protocol."""

    def __init__(self, journal: Journal, bell: Bell, role: OfficeRole | None = None) -> None:
        self._journal = journal
        self._bell = bell
        self._gate = Gate(journal)
        self._role = role
        self._pages = FeedPages(journal, self._bell, self._gate)
        self._told: dict[str, float] = {}  # when each reader got its last page
        self.calls = OfficeCalls(journal, self._gate, role) if role else None

    @contextlib.asynccontextmanager
    async def lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        """Hear the journal's changes while the server runs."""
        self._bell.hang()
        unlisten = self._journal.changes.listen(lambda _streams: self._bell.ring())
        try:
            yield
        finally:
            unlisten()
            if self.calls is not None:
                self.calls.close()
            self._gate.close()

    async def health(self, _request: Request) -> Response:
        """Versions and clock; for anybody."""
        clock = int(self._journal.clock.now().timestamp())
        return answers.record(Health(records.PROTOCOL, records.SCHEMA, clock))

    async def enrol(self, request: Request) -> Response:
        """Admit a station with a one-time code."""
        asked = await self._gate.newcomer(request)
        let_in = await self._gate.run(_enrol, self._journal, asked)
        log.info("event=station_enrolled station=%s office=%s rank=%d", asked.station, let_in.office, let_in.rank)
        return answers.record(Enrolled(asked.station, let_in.office, let_in.rank), 201)

    async def entries(self, request: Request) -> Response:
        """Take a batch; the answer goes out when its transaction is durable."""
        caller, body = await self._gate.station_and_body(request, records.MOST_PACKED)
        answer = await self._gate.run(_take, self._journal, caller, body, request.headers.get("content-encoding", ""))
        # An entry under review changes no stream, but is in the feed.
        self._bell.ring()
        return answers.record(answer)

    async def feed(self, request: Request) -> Response:
        """Give the caller's audience what came after a position; waits for it if nothing did."""
        caller = await self._gate.station(request)
        after, wait = _number(request, "after", 2**62), _number(request, "wait", LONGEST_WAIT_S)
        # Answers wait for a standby: it is kept waiting for nothing.
        eager = self._role is not None and self._role.reached(caller.station, int(after))
        loop = asyncio.get_running_loop()
        end = loop.time() + wait
        while True:
            told = self._told.get(caller.station)
            if told is not None and loop.time() < told + REST_S and not eager and not self._bell.closed:
                # Until the same moment as everybody else: then one page is read for all.
                await asyncio.sleep(max(0.0, min(end - loop.time(), REST_S - loop.time() % REST_S)))
            ring = self._bell.next_ring()
            page = await self._pages.page(caller.office, int(after))
            left = end - loop.time()
            if page.tells or left <= 0 or self._bell.closed:
                # Who is far behind reads on at once.
                self._told[caller.station] = loop.time() - (REST_S if page.more else 0.0)
                return answers.packed(page.packed)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(ring.wait(), left)

    async def feed_begin(self, request: Request) -> Response:
        """Say where the caller, who holds what it says, begins to read the feed."""
        caller, body = await self._gate.station_and_body(request, _LARGEST_HEADS)
        try:
            asked = records.decode(body, FeedRequest)
        except ValueError as error:
            raise RefusedError(400, Code.SERVER_REFUSED, title="no heads") from error
        start = await self._gate.run(outbox.feed_start, self._journal, caller.office, asked.heads, caller.station)
        return answers.record(FeedBegin(start.position, start.heads))

    async def blob(self, request: Request) -> Response:
        """Give a blob, or say whether it is here."""
        await self._gate.station(request)
        sha256, blobs = request.path_params["sha256"], self._journal.database.blobs
        if request.method == "HEAD":
            kept = await self._gate.run(outbox.blob_is_kept, self._journal, sha256)
            return answers.empty(200 if kept else 404)
        return answers.blob(await self._gate.run(blobs.get, sha256))

    async def keep_blob(self, request: Request) -> Response:
        """Keep a blob; the answer goes out when it is durable."""
        _caller, body = await self._gate.station_and_body(request, records.LARGEST_BLOB)
        sha256 = request.path_params["sha256"]
        return answers.empty(await self._gate.run(_keep_blob, self._journal, sha256, body))


def _enrol(journal: Journal, asked: EnrolmentRequest) -> Admission:
    return enrolment.enrol(journal, asked.code, asked.station, asked.public_key, asked.office)


def _take(journal: Journal, caller: Peer, body: bytes, encoding: str) -> BatchAnswer:
    try:
        entries = records.read_entries(records.unpack(body) if encoding == "gzip" else body)
    except ValueError as error:
        raise RefusedError(400, Code.ENTRY_INVALID, station=caller.station, seq=0, detail=str(error)) from error
    if len(entries) > records.MOST_ENTRIES:
        raise RefusedError(413, Code.SERVER_REFUSED, title="too many entries", limit=records.MOST_ENTRIES)
    theirs = _may_send(journal, caller, {entry.station for entry in entries})
    taken = arrivals.accept(journal, [one for one in entries if one.station in theirs], audience=caller.office)
    told = [EntryAnswer(one.station, one.seq, one.outcome.value, one.reason) for one in taken]
    told += [_refused(one) for one in entries if one.station not in theirs]
    for one in told:
        if one.outcome not in (Outcome.APPLIED, Outcome.DUPLICATE):
            log.warning("event=entry_%s station=%s seq=%d reason=%r", one.outcome, one.station, one.seq, one.reason)
    return BatchAnswer(outbox.heads(journal, theirs), tuple(told))


def _may_send(journal: Journal, caller: Peer, stations: set[str]) -> set[str]:
    """A station sends its own entries, and passes on those of its office."""
    known = {station: outbox.peer(journal, station) for station in stations - {caller.station}}
    return {caller.station} | {name for name, peer in known.items() if peer and peer.office == caller.office}


def _refused(entry: Entry) -> EntryAnswer:
    return EntryAnswer(entry.station, entry.seq, REFUSED, "not a station of the caller's office")


def _keep_blob(journal: Journal, sha256: str, content: bytes) -> int:
    if hashlib.sha256(content).hexdigest() != sha256:
        raise RefusedError(422, Code.BLOB_DAMAGED, sha256=sha256)
    there = journal.database.blobs.has(sha256)
    journal.database.blobs.put(content)
    outbox.blob_arrived(journal, sha256, len(content))
    return 200 if there else 201


def _number(request: Request, name: str, largest: float) -> float:
    try:
        value = float(request.query_params.get(name, "0"))
    except ValueError:
        value = -1.0
    if not value >= 0:
        raise RefusedError(400, Code.SERVER_REFUSED, title=f"{name} is not a number")
    return min(value, largest)
