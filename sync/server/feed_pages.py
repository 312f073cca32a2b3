"""Pages of the feed, read and packed once for everybody who waits at the same position."""

import asyncio
from dataclasses import dataclass

from sync import records
from sync.records import FeedHead, FeedStation
from sync.server.bell import Bell
from sync.server.gate import Gate
from sync.server.store import ServerStore


@dataclass(frozen=True, slots=True)
class PackedPage:
    """An answer as it goes out; ``tells``: it has something to say to whoever is at its beginning; ``more`` follows."""

    packed: bytes
    tells: bool
    more: bool


class FeedPages:
    """On the server's loop; a page is good until the bell rings."""

    def __init__(self, store: ServerStore, bell: Bell, gate: Gate) -> None:
        self._store = store
        self._bell = bell
        self._gate = gate
        self._number = -1
        self._reading: dict[tuple[str, int], asyncio.Task[PackedPage]] = {}

    async def page(self, audience: str, after: int) -> PackedPage:
        """Return what ``audience`` has after a position."""
        number = self._bell.number
        if number != self._number:
            self._number, self._reading = number, {}
        task = self._reading.get((audience, after))
        if task is None or (task.done() and (task.cancelled() or task.exception() is not None)):
            task = asyncio.ensure_future(self._gate.run(self._read, audience, after))
            self._reading[(audience, after)] = task
        # One who hangs up while it is read ends it for nobody else.
        return await asyncio.shield(task)

    def _read(self, audience: str, after: int) -> PackedPage:
        page = self._store.feed_page(audience, after, records.MOST_ENTRIES)
        stations = tuple(FeedStation(peer.station, peer.public_key, peer.office, peer.head) for peer in page.peers)
        head = FeedHead(page.position, page.newest, page.more, stations)
        return PackedPage(records.feed_answer(head, page.entries), bool(page.entries) or page.newest < after, page.more)
