"""Copies the journal between this station and the one that keeps the queue, for as long as it does."""

import hashlib
import logging
import threading
from collections.abc import Callable
from dataclasses import replace

from counter_app.errors import Code, CounterError
from counter_app.journal import outbox, relayed
from counter_app.journal.journal import Journal
from sync import records
from sync.channel import Backoff, Channel, Step, end
from sync.countersigned import Countersigned
from sync.link import Link, Listener, SyncStatus
from sync.office.contents import ContentPush
from sync.records import BatchAnswer, FeedBegin, FeedRequest
from sync.replicator import EntryPush, FeedPull, Pace, decoded
from sync.signing import ServerTime
from sync.traffic import Traffic
from sync.wire import Upstream, Wire

log = logging.getLogger(__name__)

PACE = Pace(backoff=Backoff(first_s=0.2, longest_s=2.0))
_CLOSE_S = 1.8
_STALL_S = 5.0  # who waits for a content goes on without it
_RELAYED = 500
"""Entries of other stations in one batch."""
_WITH_BLOBS = ("board/", "voice/", "dossier/")
"""Beginnings of the streams whose changes may name new blobs."""


class OfficeLink:
    """Three threads: this station's entries up; the office's down, at once; and its blobs up."""

    def __init__(self, journal: Journal, upstream: Upstream, station: str, pace: Pace = PACE) -> None:
        self.upstream = upstream
        self.station = station
        self._journal = journal
        self._marks = outbox.marks_of(station)
        self._begun = threading.Event()
        self._link = Link(journal.clock, lambda: outbox.waiting_entries(journal, self._marks))
        self._time = ServerTime(journal.clock)
        up, down, contents = (Wire(upstream, journal.key, self._time) for _ in range(3))
        self._wires = (up, down, contents)
        self._lock = threading.Lock()
        self._fetching: set[Wire] = set()
        self._closed = False
        self._down = down
        self._countersigned = Countersigned(journal, province=False)
        self._pull = FeedPull(journal, down, pace, self._wake_push, self._marks, self._countersigned)
        self._traffic = Traffic()
        push = EntryPush(journal, up, pace, self._marks, self._traffic, self._countersigned)
        self._push = Channel("office-entries", push.step, self._link, pace.backoff)
        self._content_push = ContentPush(journal, contents, self._traffic)
        self._contents = Channel("office-contents", self._content_push.step, self._link, pace.backoff)
        feed = Channel("office-feed", self._feed_step, self._link, pace.backoff)
        self._channels = (self._push, feed, self._contents)
        for channel in self._channels:
            channel.on_link_back = self.hurry
        self._unlisten: Callable[[], None] = lambda: None

    def status(self) -> SyncStatus:
        """Return what is known of the link; never blocks."""
        return self._link.status

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell ``listener`` of each new status, on a sync thread, and return what removes it."""
        return self._link.listen(listener)

    def start(self) -> None:
        """Begin to copy."""
        self._unlisten = self._journal.changes.listen(self._notice)
        self._channels[1].start()  # it starts the others, once it knows how much is there already

    def now_and_then(self) -> None:
        """Ask what has become of the blobs that were given, where it is time to; does not block."""
        if self._content_push.is_due:
            self._contents.wake()

    def hurry(self) -> None:
        """Try now, even during a back-off."""
        for channel in self._channels:
            channel.hurry()

    def close(self) -> None:
        """End within two seconds; what was not acknowledged is still here."""
        self._unlisten()
        self._traffic.lane.close()
        with self._lock:
            self._closed = True
            for wire in self._fetching:
                wire.cut()
        end(self._channels, self._wires, _CLOSE_S)

    def fetch(self, sha256: str) -> bytes:
        """Return a blob from there, and keep it; blocks. Raises LINK_DOWN, BLOB_MISSING, BLOB_DAMAGED, DISK_FULL."""
        blobs = self._journal.database.blobs
        if blobs.has(sha256):
            return blobs.get(sha256)
        wire = Wire(replace(self.upstream, read_s=_STALL_S), self._journal.key, self._time)
        with self._lock:
            self._fetching.add(wire)
            if self._closed:
                wire.cut()
        try:
            content = wire.call("GET", f"/v1/blobs/{sha256}").content
        finally:
            with self._lock:
                self._fetching.discard(wire)
            wire.close()
        if hashlib.sha256(content).hexdigest() != sha256:
            raise CounterError(Code.BLOB_DAMAGED, sha256=sha256)
        blobs.put(content)
        relayed.blob_waits(self._journal, sha256, content)  # whether the province has it is not known here
        return content

    def position(self) -> int | None:
        """Return the position in the feed up to which nothing is missing here, None before that is known."""
        return self._pull.position if self._begun.is_set() else None

    def is_level(self) -> bool:
        """Whether everything went both ways, as far as is known."""
        status = self._link.status
        sent = outbox.waiting_entries(self._journal, self._marks).entries == 0
        return self._begun.is_set() and bool(status.up) and sent and self._pull.level

    def _feed_step(self) -> Step:
        if self._begun.is_set():
            step = self._pull.step()
            self._countersigned.look()
            self._countersigned.now_and_then(self._down)
            self._contents.wake()
            return step
        self._begin()
        return Step.MORE

    def _begin(self) -> None:
        """Agree on what each has; then give what this station holds of others and the upstream lacks.

        What the one in charge before acknowledged and could not pass on any more is with those it answered.
        """
        held = outbox.all_heads(self._journal)
        asked = records.encode(FeedRequest(held))
        begin = decoded(self._down.call("POST", "/v1/feed/begin", asked).content, FeedBegin)
        mine = begin.heads.get(self._journal.key.station, 0)
        if mine > outbox.mark(self._journal, self._marks.pushed):
            outbox.set_mark(self._journal, self._marks.pushed, min(mine, self._journal.last_seq))
        self._pull.position = begin.position
        for station, head in held.items():
            if station not in (self._journal.key.station, self.station):
                self._relay(station, begin.heads.get(station, 0), head)
        self._begun.set()
        self._push.start()
        self._contents.start()

    def _relay(self, station: str, after: int, head: int) -> None:
        while after < head:
            entries = outbox.entries_of(self._journal, station, after, _RELAYED)
            if not entries:
                return
            reply = self._down.call("POST", "/v1/entries", records.pack(entries), packed=True)
            there = decoded(reply.content, BatchAnswer).heads.get(station, 0)
            if there <= after:  # what it does not take of one station keeps no other's out
                log.info("event=relay_stuck station=%s seq=%d", station, entries[0].seq)
                return
            after = there

    def _notice(self, streams: frozenset[str]) -> None:
        self._push.wake()
        self._content_push.look_again()
        if any(stream.startswith(_WITH_BLOBS) for stream in streams):
            self._contents.wake()  # else with the next page of the feed

    def _wake_push(self) -> None:
        self._push.wake()
