"""Copies this station's journal to its upstream and the office's entries back; never gives up."""

import hashlib
import logging
from collections.abc import Callable, Sequence
from functools import partial
from time import monotonic

from counter_app.errors import Code, CounterError
from counter_app.journal import outbox, twins
from counter_app.journal.arrivals import Outcome
from counter_app.journal.journal import Journal
from counter_app.journal.outbox import Marks
from counter_app.journal.resending import send_again
from counter_app.journal.waiting_count import WaitingCount
from sync import aside_notes, records
from sync.channel import Channel, Step, end
from sync.countersigned import Countersigned
from sync.feed_pull import PROVINCE as PROVINCE
from sync.feed_pull import FeedPull as FeedPull
from sync.feed_pull import report
from sync.greeting import Greeting
from sync.link import Link, Listener, SyncStatus
from sync.pace import Pace as Pace
from sync.records import BatchAnswer, Enrolled, EnrolmentRequest, EntryAnswer, RefusedError
from sync.records import decoded as decoded
from sync.roaming import Surroundings, Watch
from sync.roaming import look as look_towards
from sync.signing import ServerTime
from sync.traffic import MOST_CONNECTIONS, Traffic, UrgentBody
from sync.uploads import Sender, Uploads, UploadStep
from sync.wire import Upstream, Wire

log = logging.getLogger(__name__)

Look = Callable[[], Surroundings]

_CLOSE_S = 1.8


class Replicator:
    """Threads for entries, the feed and several contents: neither a large one nor a long poll delays an entry."""

    def __init__(
        self, journal: Journal, upstream: str | Upstream, *, pace: Pace | None = None, look: Look | None = None
    ) -> None:
        self._journal = journal
        self._upstream = _far(upstream) if isinstance(upstream, str) else upstream
        self._pace = pace or Pace()
        self._time = ServerTime(journal.clock)
        self.countersigned = Countersigned(journal)
        self._link = Link(journal.clock, WaitingCount(journal), lambda: self.countersigned.fault or journal.held)
        self._traffic = Traffic()
        self._uploads = Uploads(journal)
        entries, feed, *contents = (self._wire() for _ in range(2 + MOST_CONNECTIONS))
        self._wires, self._contents = (entries, feed, *contents), tuple(contents)
        self._greeting = Greeting(feed, journal.clock, self._link)
        self._pull = FeedPull(journal, feed, self._pace, self._wake_pushers, countersigned=self.countersigned)
        steps: list[tuple[str, Callable[[], Step]]] = [
            ("entries", EntryPush(journal, entries, self._pace, PROVINCE, self._traffic, self.countersigned).step),
            ("feed", self._feed_step),
        ]
        for number, wire in enumerate(contents):
            name = f"blobs-{number + 1}"
            sender = Sender(wire, self._traffic, partial(self._contact, name))
            steps.append((name, UploadStep(journal, sender, self._uploads, self._traffic, number).step))
        self._channels = tuple(Channel(name, step, self._link, self._pace.backoff) for name, step in steps)
        for channel in self._channels:
            channel.on_link_back = self.wake
        self._traffic.on_change = self._adapt
        self._adapt()
        self._watch = Watch(look or (lambda: look_towards(feed.peer())), self._moved)
        self._unlisten: Callable[[], None] = lambda: None

    @property
    def traffic(self) -> Traffic:
        """What its connections share: whoever sends entries beside it enters the lane."""
        return self._traffic

    def status(self) -> SyncStatus:
        """Return what is known of the link; never blocks."""
        return self._link.status

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell ``listener`` of each new status, on a sync thread, and return what removes it."""
        return self._link.listen(listener)

    def start(self) -> None:
        """Begin to copy."""
        self._unlisten = self._journal.changes.listen(self._changed)
        for channel in self._channels:
            channel.start()
        self._watch.start()

    def wake(self) -> None:
        """Try now, even during a back-off."""
        self.countersigned.doubt()
        self._uploads.look_again()
        for channel in self._channels:
            channel.hurry()

    def close(self) -> None:
        """End within two seconds, whatever is under way; what was not acknowledged is still here."""
        self._unlisten()
        self._traffic.lane.close()
        self._watch.close()
        end(self._channels, self._wires, _CLOSE_S)

    def enrol(self, code: str, office: str = "") -> str:
        """Ask the upstream to admit this station, and return its office; blocks.

        Raises LINK_DOWN, or RefusedError with ENROLMENT_REFUSED or STATION_REVOKED.
        """
        wire = self._wire()
        try:
            enrolled = enrol(wire, self._journal, code, office)
            self.countersigned.meet_key(enrolled.key)
        finally:
            wire.close()
        self.wake()
        return enrolled.office

    def fetch(self, sha256: str) -> bytes:
        """Return a blob, from the upstream if it is not here; blocks. Raises LINK_DOWN, BLOB_MISSING, BLOB_DAMAGED."""
        wire = self._wire()
        try:
            return fetch(self._journal, wire, sha256)
        finally:
            wire.close()

    def _wire(self) -> Wire:
        return Wire(self._upstream, self._journal.key, self._time)

    def _feed_step(self) -> Step:
        try:
            self.countersigned.look()
            self._greeting.now_and_then()
            self.countersigned.now_and_then(self._wires[1])
            return self._pull.step()
        except CounterError as error:
            self._greeting.after(error)
            raise

    def _contact(self, channel: str) -> None:
        if self._link.worked(channel):
            self.wake()

    def _adapt(self) -> None:
        """The link was measured: less or more may wait in the sockets, fewer or more connections may work."""
        for wire in (self._wires[0], *self._contents):
            wire.keep_unsent(self._traffic.unsent)
        for channel in self._channels[2 : 2 + self._traffic.connections]:
            channel.wake()
        self._link.moved(self._traffic.sent, self._traffic.now_speed())

    def _moved(self) -> None:
        for wire in self._wires:
            wire.renew()
        self.wake()

    def _changed(self, streams: frozenset[str]) -> None:
        if streams != aside_notes.CHANGED:
            self._wake_pushers()

    def _wake_pushers(self) -> None:
        self._uploads.look_again()
        for channel in (self._channels[0], *self._channels[2:]):
            channel.wake()


def _far(url: str) -> Upstream:
    """Return a server on the other side of a bad line: with some of its packets lost it takes a while to connect."""
    return Upstream(url, connect_s=15.0, proxy="system")


def enrol(wire: Wire, journal: Journal, code: str, office: str = "") -> Enrolled:
    """Ask the server at the other end to admit this station. Raises as ``Replicator.enrol`` does."""
    key = journal.key
    asked = EnrolmentRequest(code, key.station, key.public_hex, office)
    return decoded(wire.call("POST", "/v1/enrol", records.encode(asked)).content, Enrolled)


def fetch(journal: Journal, wire: Wire, sha256: str) -> bytes:
    """Return a blob, by ``wire`` if it is not here, and keep it. Raises as ``Replicator.fetch`` does."""
    blobs = journal.database.blobs
    if blobs.has(sha256):
        return blobs.get(sha256)
    content = wire.call("GET", f"/v1/blobs/{sha256}").content
    if hashlib.sha256(content).hexdigest() != sha256:
        raise CounterError(Code.BLOB_DAMAGED, sha256=sha256)
    blobs.put(content)
    outbox.blob_arrived(journal, sha256, len(content))
    return content


class EntryPush:
    """Sends this station's entries above the mark, in batches that take about ``pace.batch_s``."""

    def __init__(
        self,
        journal: Journal,
        wire: Wire,
        pace: Pace,
        marks: Marks = PROVINCE,
        traffic: Traffic | None = None,
        countersigned: Countersigned | None = None,
    ) -> None:
        self._journal = journal
        self._countersigned = countersigned or Countersigned(journal, province=marks == PROVINCE)
        self._wire = wire
        self._pace = pace
        self._traffic = traffic or Traffic()
        self._pushed = marks.pushed
        self._of_province = marks == PROVINCE
        self._batch = pace.first_batch

    def step(self) -> Step:
        """Send one batch and move the mark to what the upstream has made durable."""
        mark = outbox.mark(self._journal, self._pushed)
        entries = outbox.own_entries(self._journal, mark, self._batch)
        if not entries:
            return Step.IDLE
        began, content = monotonic(), records.pack(entries)
        leave = self._traffic.lane.enter()
        try:
            body = partial(UrgentBody, leave=leave, ready=self._wire.wait_writable)
            reply = self._wire.call("POST", "/v1/entries", content, packed=True, body=body)
        except RefusedError as refused:
            return self._after_refusal(refused, mark)
        finally:
            leave()
        self._traffic.batch_went(len(content), monotonic() - began)
        answer = decoded(reply.content, BatchAnswer)
        report(answer.answers)
        if self._of_province:
            aside_notes.answered(self._journal, answer.answers)
        self._notice_copy(answer.answers)
        acknowledged = min(answer.heads.get(self._journal.key.station, 0), entries[-1].seq)
        if acknowledged <= mark:
            raise CounterError(Code.SERVER_REFUSED, status=reply.status, title="nothing acknowledged")
        outbox.set_mark(self._journal, self._pushed, acknowledged)
        self._countersigned.answered(answer.checkpoint)
        full = len(entries) == self._batch
        self._adapt(monotonic() - began, full)
        return Step.MORE if full else Step.DONE

    def _notice_copy(self, answers: Sequence[EntryAnswer]) -> None:
        own = self._journal.key.station
        conflicts = [one.seq for one in answers if one.station == own and one.outcome == Outcome.CONFLICT]
        if conflicts:
            twins.is_copied(self._journal, min(conflicts))
        if any(one.outcome not in aside_notes.FINE for one in answers):
            self._countersigned.doubt()  # ask what is kept aside, and whether what it acknowledged is still so here

    def _after_refusal(self, refused: RefusedError, mark: int) -> Step:
        expected = refused.params.get("expected")
        if refused.code is Code.SEQUENCE_GAP and isinstance(expected, int) and 0 < expected <= mark:
            # The upstream lost something (a restored backup): it gets everything from there once more.
            log.warning("event=upstream_behind expected=%d sent=%d", expected, mark)
            send_again(self._journal, self._pushed, expected - 1)
            return Step.MORE
        if refused.status == 413 and self._batch > 1:
            self._batch //= 2
            return Step.MORE
        raise refused

    def _adapt(self, took: float, full: bool) -> None:
        if took > self._pace.batch_s:
            self._batch = max(1, int(self._batch * self._pace.batch_s / took))
        elif full and took < self._pace.batch_s / 2:
            self._batch = min(records.MOST_ENTRIES, self._batch * 2)
