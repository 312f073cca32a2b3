"""The calls about entries: a batch up, the feed down, and where a reader of the feed begins."""

import asyncio
import contextlib
import logging
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from counter_app.domain.entry import Entry
from counter_app.errors import Code
from counter_app.journal.arrivals import Outcome
from counter_app.journal.outbox import Peer
from sync import records
from sync.records import BatchAnswer, EntryAnswer, FeedBegin, FeedRequest, RefusedError
from sync.server import answers
from sync.server.bell import Bell
from sync.server.countersigning import Countersigner
from sync.server.feed_pages import FeedPages
from sync.server.gate import Gate
from sync.server.metrics import Metrics
from sync.server.office_role import OfficeRole
from sync.server.store import ServerStore
from sync.server.vouched import vouched

log = logging.getLogger(__name__)

LONGEST_WAIT_S = 25.0
"""A long poll answers after this time even if nothing came."""

REST_S = 0.2
"""While much is written, a reader who waits gets a page so often: fewer, and fuller."""

_LARGEST_HEADS = 1 << 20

REFUSED = "refused"
"""Outcome of an entry whose station this caller may not speak for, or that its station did not sign."""
_STRANGER = "not a station of the caller's office"


class EntryCalls:
    """Entries of an office's stations, for its stations."""

    def __init__(
        self,
        store: ServerStore,
        bell: Bell,
        gate: Gate,
        metrics: Metrics,
        countersigner: Countersigner,
        role: OfficeRole | None,
    ) -> None:
        self._store = store
        self._countersigner = countersigner
        self._bell = bell
        self._gate = gate
        self._metrics = metrics
        self._role = role
        self._pages = FeedPages(store, bell, gate)
        self._told: dict[str, float] = {}  # when each reader got its last page
        self.routes = [
            Route("/v1/entries", self.entries, methods=["POST"]),
            Route("/v1/feed", self.feed, methods=["GET"]),
            Route("/v1/feed/begin", self.feed_begin, methods=["POST"]),
        ]

    async def entries(self, request: Request) -> Response:
        """Take a batch; the answer goes out when its transaction is durable."""
        caller, body = await self._gate.station_and_body(request, records.MOST_PACKED)
        encoding = request.headers.get("content-encoding", "")
        answer = await self._gate.run(_take, self._store, self._countersigner, caller, body, encoding)
        # An entry under review changes no stream, but is in the feed.
        self._bell.ring(caller.office)
        self._metrics.entries_taken(one.outcome for one in answer.answers)
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
            ring = self._bell.next_ring(caller.office)
            page = await self._pages.page(caller.office, int(after))
            left = end - loop.time()
            if page.tells or left <= 0 or self._bell.closed:
                # Who is far behind reads on at once.
                self._told[caller.station] = loop.time() - (REST_S if page.more else 0.0)
                return answers.packed(page.packed)
            with contextlib.suppress(TimeoutError), self._metrics.reader_waits():
                await asyncio.wait_for(ring.wait(), left)

    async def feed_begin(self, request: Request) -> Response:
        """Say where the caller, who holds what it says, begins to read the feed."""
        caller, body = await self._gate.station_and_body(request, _LARGEST_HEADS)
        try:
            asked = records.decode(body, FeedRequest)
        except ValueError as error:
            raise RefusedError(400, Code.SERVER_REFUSED, title="no heads") from error
        start = await self._gate.run(self._store.feed_start, caller.office, asked.heads, caller.station)
        return answers.record(FeedBegin(start.position, start.heads))


def _take(store: ServerStore, signer: Countersigner, caller: Peer, body: bytes, encoding: str) -> BatchAnswer:
    try:
        lines = records.unpack(body) if encoding == "gzip" else body
        # Counted before they are read: 64 MB of short lines make objects of many times their size.
        if lines.count(b"\n") > records.MOST_ENTRIES:
            raise _too_many()
        entries = records.read_entries(lines)
    except ValueError as error:
        raise RefusedError(400, Code.ENTRY_INVALID, station=caller.station, seq=0, detail=str(error)) from error
    if len(entries) > records.MOST_ENTRIES:
        raise _too_many()
    keys = _may_send(store, caller, {entry.station for entry in entries})
    taken, left = vouched(entries, caller.station, keys)
    told = [
        EntryAnswer(one.station, one.seq, one.outcome.value, one.reason) for one in store.accept(taken, caller.office)
    ]
    told += [_refused(one, keys) for one in left]
    for one in told:
        if one.outcome not in (Outcome.APPLIED, Outcome.DUPLICATE):
            log.warning("event=entry_%s station=%s seq=%d reason=%r", one.outcome, one.station, one.seq, one.reason)
    heads = store.heads(sorted(keys))
    return BatchAnswer(heads, tuple(told), signer.after(heads))


def _too_many() -> RefusedError:
    return RefusedError(413, Code.SERVER_REFUSED, title="too many entries", limit=records.MOST_ENTRIES)


def _may_send(store: ServerStore, caller: Peer, stations: set[str]) -> dict[str, str]:
    """A station sends its own entries, and passes on those of its office: their keys, by station."""
    known = {station: store.station(station) for station in stations - {caller.station}}
    theirs = {name: peer.public_key for name, peer in known.items() if peer and peer.office == caller.office}
    return {caller.station: caller.public_key} | theirs


def _refused(entry: Entry, keys: Mapping[str, str]) -> EntryAnswer:
    reason = "it, or one before it, is not signed by its station"
    return EntryAnswer(entry.station, entry.seq, REFUSED, reason if entry.station in keys else _STRANGER)


def _number(request: Request, name: str, largest: float) -> float:
    try:
        value = float(request.query_params.get(name, "0"))
    except ValueError:
        value = -1.0
    if not value >= 0:
        raise RefusedError(400, Code.SERVER_REFUSED, title=f"{name} is not a number")
    return min(value, largest)
