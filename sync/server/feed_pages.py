"""Pages of the feed, read and packed once for everybody who waits at the same position."""

import asyncio
from dataclasses import dataclass

from sync import records
from sync.records import FeedHead, FeedStation
from sync.server.bell import Bell
from sync.server.gate import Gate
from sync.server.store import ServerStore

GOOD_FOR_S = 10.0
"""Where several processes serve one database, the news of what another took may get lost: then it comes so late."""

_MOST_KEPT = 4096
_MOST_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class PackedPage:
    """An answer as it goes out; ``tells``: it has something to say to whoever is at its beginning; ``more`` follows."""

    packed: bytes
    tells: bool
    more: bool


@dataclass(frozen=True, slots=True)
class _Reading:
    """A page that is read or was: since when (the loop's clock), and what the bell's number was."""

    task: asyncio.Task[PackedPage]
    since: float
    number: int


class FeedPages:
    """On the server's loop; a page is good until the bell rings for its audience."""

    def __init__(self, store: ServerStore, bell: Bell, gate: Gate) -> None:
        self._store = store
        self._bell = bell
        self._gate = gate
        self._readings: dict[tuple[str, int], _Reading] = {}
        self.bytes_kept = 0
        """Of the pages that were read, at most."""

    async def page(self, audience: str, after: int) -> PackedPage:
        """Return what ``audience`` has after a position."""
        now = asyncio.get_running_loop().time()
        reading = self._readings.get((audience, after))
        if reading is None or not self._is_good(audience, reading, now):
            self._make_room(now)
            task = asyncio.ensure_future(self._gate.run(self._read, audience, after))
            task.add_done_callback(self._count)
            reading = self._readings[(audience, after)] = _Reading(task, now, self._bell.number(audience))
        # One who hangs up while it is read ends it for nobody else.
        return await asyncio.shield(reading.task)

    def _is_good(self, audience: str, reading: _Reading, now: float) -> bool:
        failed = reading.task.done() and (reading.task.cancelled() or reading.task.exception() is not None)
        return not failed and reading.number == self._bell.number(audience) and now - reading.since < GOOD_FOR_S

    def _count(self, task: asyncio.Task[PackedPage]) -> None:
        self.bytes_kept += _size(task)

    def _make_room(self, now: float) -> None:
        """Forget what nobody would be given any more, once that is much; a new machine alone reads a whole journal."""
        if len(self._readings) < _MOST_KEPT and self.bytes_kept < _MOST_BYTES:
            return
        good = {key: one for key, one in self._readings.items() if self._is_good(key[0], one, now)}
        self.bytes_kept = sum(_size(one.task) for one in good.values())
        if len(good) >= _MOST_KEPT or self.bytes_kept >= _MOST_BYTES:
            good, self.bytes_kept = {}, 0
        self._readings = good

    def _read(self, audience: str, after: int) -> PackedPage:
        page = self._store.feed_page(audience, after, records.MOST_ENTRIES)
        stations = tuple(FeedStation(peer.station, peer.public_key, peer.office, peer.head) for peer in page.peers)
        writers = {entry.station for entry in page.entries}
        newest = self._store.newest_checkpoints(audience, writers) if writers else ()
        head = FeedHead(page.position, page.newest, page.more, stations, newest)
        return PackedPage(records.feed_answer(head, page.entries), bool(page.entries) or page.newest < after, page.more)


def _size(task: asyncio.Task[PackedPage]) -> int:
    """Bytes of a page that was read; none of one that is being read, or could not be."""
    if not task.done() or task.cancelled() or task.exception() is not None:
        return 0
    return len(task.result().packed)
