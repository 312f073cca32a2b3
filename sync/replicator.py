"""Copies this station's journal to its upstream and the office's entries back; never gives up."""

import hashlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from time import monotonic

from counter_app.domain.entry import Entry
from counter_app.errors import Code, CounterError
from counter_app.journal import outbox, twins
from counter_app.journal.arrivals import Arrival, Outcome, accept, are_here
from counter_app.journal.journal import Journal
from counter_app.journal.outbox import Marks
from counter_app.journal.resending import send_again
from counter_app.journal.waiting_count import WaitingCount
from sync import records
from sync.channel import Backoff, Channel, Step, end
from sync.greeting import Greeting
from sync.link import Link, Listener, SyncStatus
from sync.lost_contents import LostContents
from sync.records import BatchAnswer, Enrolled, EnrolmentRequest, EntryAnswer, FeedHead, RefusedError
from sync.roaming import Surroundings, Watch
from sync.roaming import look as look_towards
from sync.signing import ServerTime
from sync.traffic import MOST_CONNECTIONS, Traffic, UrgentBody
from sync.uploads import Sender, Uploads, UploadStep
from sync.wire import Upstream, Wire

log = logging.getLogger(__name__)

Look = Callable[[], Surroundings]

PROVINCE = Marks()
_FINE = (Outcome.APPLIED, Outcome.DUPLICATE)
_CLOSE_S = 1.8
_FEW = 50


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast and how patiently; seconds and entries."""

    backoff: Backoff = field(default_factory=Backoff)
    poll_s: float = 25.0
    batch_s: float = 5.0
    first_batch: int = 100
    ask_again_s: float = 3600.0


class Replicator:
    """Threads for entries, the feed and several contents: neither a large one nor a long poll delays an entry."""

    def __init__(
        self, journal: Journal, upstream: str | Upstream, *, pace: Pace | None = None, look: Look | None = None
    ) -> None:
        self._journal = journal
        self._upstream = _far(upstream) if isinstance(upstream, str) else upstream
        self._pace = pace or Pace()
        self._time = ServerTime(journal.clock)
        self._link = Link(journal.clock, WaitingCount(journal), lambda: journal.held)
        self._traffic = Traffic()
        self._uploads = Uploads(journal)
        entries, feed, *contents = (self._wire() for _ in range(2 + MOST_CONNECTIONS))
        self._wires, self._contents = (entries, feed, *contents), tuple(contents)
        self._greeting = Greeting(feed, journal.clock, self._link)
        self._pull = FeedPull(journal, feed, self._pace, self._wake_pushers)
        steps: list[tuple[str, Callable[[], Step]]] = [
            ("entries", EntryPush(journal, entries, self._pace, traffic=self._traffic).step),
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
        self._unlisten = self._journal.changes.listen(lambda _streams: self._wake_pushers())
        for channel in self._channels:
            channel.start()
        self._watch.start()

    def wake(self) -> None:
        """Try now, even during a back-off."""
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
            self._greeting.now_and_then()
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
        self, journal: Journal, wire: Wire, pace: Pace, marks: Marks = PROVINCE, traffic: Traffic | None = None
    ) -> None:
        self._journal = journal
        self._wire = wire
        self._pace = pace
        self._traffic = traffic or Traffic()
        self._pushed = marks.pushed
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
        _report(answer.answers)
        self._notice_copy(answer.answers)
        acknowledged = min(answer.heads.get(self._journal.key.station, 0), entries[-1].seq)
        if acknowledged <= mark:
            raise CounterError(Code.SERVER_REFUSED, status=reply.status, title="nothing acknowledged")
        outbox.set_mark(self._journal, self._pushed, acknowledged)
        full = len(entries) == self._batch
        self._adapt(monotonic() - began, full)
        return Step.MORE if full else Step.DONE

    def _notice_copy(self, answers: Sequence[EntryAnswer]) -> None:
        own = self._journal.key.station
        conflicts = [one.seq for one in answers if one.station == own and one.outcome == Outcome.CONFLICT]
        if conflicts:
            twins.is_copied(self._journal, min(conflicts))

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


class FeedPull:
    """Reads what the office's other stations wrote, and notices when the upstream lost something."""

    def __init__(
        self, journal: Journal, wire: Wire, pace: Pace, push: Callable[[], None], marks: Marks = PROVINCE
    ) -> None:
        self._journal = journal
        self._marks = marks
        self._wire = wire
        self._pace = pace
        self._push = push
        self._lost = LostContents(journal, wire, pace.ask_again_s) if marks == PROVINCE else None
        self._rewound = False
        self._reached = False
        self._here: dict[str, int] = {}  # at least so much of each other station is here
        self.level = False  # whether the last page was the newest
        self.position: int | None = None  # None: as the mark says
        self.newest = 0  # how far the feed goes, as the last page said

    def step(self) -> Step:
        """Read one page. The first after a failure is not waited for, so that the link is soon known to be up."""
        if self.position is None:
            self.position = outbox.mark(self._journal, self._marks.pulled)
        after, pushed = self.position, outbox.mark(self._journal, self._marks.pushed)
        first = not self._reached
        wait = 0 if first else self._pace.poll_s
        self._reached = False
        reply = self._wire.call("GET", f"/v1/feed?after={after}&wait={wait:g}")
        self._reached = True
        try:
            head, entries = records.read_feed(reply.content)
        except ValueError as error:
            raise CounterError(Code.LINK_DOWN, detail="unreadable feed") from error
        self.newest = head.newest
        self._admit(head)
        mine = next((one.head for one in head.stations if one.station == self._journal.key.station), 0)
        twins.told_head(self._journal, mine)
        whole = self._take(entries, head.position)
        behind = twins.told_head(self._journal, mine)
        self._notice_lost_entries(head, pushed)
        if first and self._lost is not None and self._lost.look():
            self._push()
        if not whole or head.newest < after or (not head.more and (behind or self._lacks(head))):
            self._rewind(head, after)
            return Step.MORE
        self._rewound = self._rewound and head.more
        self.level = not head.more
        if not entries:
            self._move(after, head.position)
        return Step.MORE

    def _admit(self, head: FeedHead) -> None:
        for one in head.stations:
            if one.station == self._journal.key.station or outbox.peer_of(self._journal, one.station) is not None:
                continue
            outbox.admit(self._journal, one.station, one.public_key, one.office)

    def _take(self, entries: tuple[Entry, ...], position: int) -> bool:
        """Accept a page and move the mark, in one transaction; False if something before one station's is missing."""
        own = self._journal.key.station
        twins.meet_own(self._journal, [entry for entry in entries if entry.station == own])
        others = [entry for entry in entries if entry.station != own]
        try:
            if not self._all_here(others):
                _report_arrivals(accept(self._journal, others, moved=(self._marks.pulled, position)))
        except CounterError as error:
            if error.code not in (Code.SEQUENCE_GAP, Code.STATION_UNKNOWN):
                raise
            self._take_by_station(others)
            return False
        self.position = position
        return True

    def _all_here(self, entries: Sequence[Entry]) -> bool:
        """Whether every entry came another way, with the answer to a command; the mark may then stay behind."""
        return len(entries) <= _FEW and are_here(self._journal, entries)

    def _take_by_station(self, entries: Sequence[Entry]) -> None:
        """Accept what fits: one station's gap is no reason to keep the others' entries out."""
        by_station: dict[str, list[Entry]] = {}
        for entry in entries:
            by_station.setdefault(entry.station, []).append(entry)
        for station, theirs in by_station.items():
            try:
                _report_arrivals(accept(self._journal, theirs))
            except CounterError as error:
                if error.code not in (Code.SEQUENCE_GAP, Code.STATION_UNKNOWN):
                    raise
                log.warning("event=feed_gap station=%s code=%s", station, error.code)

    def _lacks(self, head: FeedHead) -> bool:
        """Whether the upstream has entries that passed by this station (positions given anew after a restore)."""
        me = self._journal.key.station
        grown = {one.station: one.head for one in head.stations if one.head > self._here.get(one.station, 0)}
        grown.pop(me, None)
        self._here |= outbox.heads(self._journal, grown)
        return any(self._here[station] < there for station, there in grown.items())

    def _rewind(self, head: FeedHead, after: int) -> None:
        """Read the feed from its beginning, once; what is here already is ignored."""
        if self._rewound:
            self._move(after, max(after, head.position))
            return
        log.warning("event=feed_rewound position=%d newest=%d", after, head.newest)
        self._rewound = True
        self._move(after, 0)

    def _notice_lost_entries(self, head: FeedHead, pushed: int) -> None:
        mine = next((one.head for one in head.stations if one.station == self._journal.key.station), pushed)
        if mine < pushed:
            log.warning("event=upstream_behind expected=%d sent=%d", mine + 1, pushed)
            send_again(self._journal, self._marks.pushed, mine)
            self._push()

    def _move(self, before: int, position: int) -> None:
        self.position = position
        if position != before:
            outbox.set_mark(self._journal, self._marks.pulled, position)


def _report_arrivals(taken: Sequence[Arrival]) -> None:
    _report(tuple(EntryAnswer(one.station, one.seq, one.outcome, one.reason) for one in taken))


def _report(answers: tuple[EntryAnswer, ...]) -> None:
    for one in answers:
        if one.outcome not in _FINE:
            log.warning("event=entry_%s station=%s seq=%d reason=%r", one.outcome, one.station, one.seq, one.reason)


def decoded(content: bytes, type_: type[records.Record]) -> records.Record:
    """Return the record of an answer. Raises LINK_DOWN for what is none."""
    try:
        return records.decode(content, type_)
    except ValueError as error:
        raise CounterError(Code.LINK_DOWN, detail="unreadable answer") from error
