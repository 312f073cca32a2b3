"""Passes on to the province what the office's other stations wrote: each station's entries in their order."""

import logging
from collections.abc import Callable, Sequence
from time import monotonic

from counter_app.domain.entry import Entry
from counter_app.errors import Code, CounterError
from counter_app.journal import outbox, relayed, resending
from counter_app.journal.checkpoints import Checkpoint
from counter_app.journal.journal import Journal
from counter_app.journal.outbox import Peer
from sync import aside_notes, records
from sync.channel import Step
from sync.records import BatchAnswer, EntryAnswer, FeedBegin, FeedRequest, Introductions, RefusedError
from sync.replicator import Pace, decoded
from sync.traffic import Traffic, UrgentBody
from sync.wire import Wire

log = logging.getLogger(__name__)

_NO_CALL = (404, 405)
_AGREE_S = 300.0


class RelayPush:
    """Used by one thread. What the province says it has is neither sent nor read; asked anew after each failure.

    A station whose entries the province does not take stays aside until then: it stops no other. Without
    ``passes_on`` it only agrees on what each side has. ``on_begun`` is called once that is known, ``on_checkpoint``
    with what the province countersigned of another station.
    """

    def __init__(
        self, journal: Journal, wire: Wire, office: str, pace: Pace, traffic: Traffic, *, passes_on: bool = True
    ) -> None:
        self._traffic = traffic
        self.on_begun: Callable[[], None] = lambda: None
        self.on_checkpoint: Callable[[Checkpoint | None], None] = lambda _one: None
        self.before_begun: Callable[[], None] = lambda: None  # first of all; may raise as a call does
        self._passes_on = passes_on
        self._journal = journal
        self._wire = wire
        self._office = office
        self._pace = pace
        self._batch = pace.first_batch
        self._begun = self._agreed = False
        self._agree_at = 0.0
        self._introduced: set[str] = set()
        self._aside: set[str] = set()
        self._there: dict[str, int] = relayed.reached(journal)

    @property
    def there(self) -> dict[str, int]:
        """Up to which entry of each other station the province has everything; read from any thread."""
        return self._there

    @property
    def is_due(self) -> bool:
        """Whether it is time to agree again: a restored province says nothing of what it lost; from any thread."""
        return self._begun and monotonic() >= self._agree_at

    def step(self) -> Step:
        """Send one batch, and move the marks to what the province has made durable."""
        if self.is_due:
            self._begun = False
        try:
            return self._step()
        except CounterError:
            self._begun = False  # the province may have been restored from a backup meanwhile
            raise

    def _step(self) -> Step:
        if not self._begun:
            self._begin()
        if not self._passes_on:
            return Step.DONE
        others = relayed.others(self._journal, self._office)
        self._introduce([one for one in others if one.station not in self._introduced])
        entries = relayed.next_entries(self._journal, self._office, self._there, self._batch, self._aside)
        if not entries:
            return Step.DONE
        began, leave = monotonic(), self._traffic.lane.enter()

        def body(content: bytes) -> UrgentBody:
            return UrgentBody(content, leave, self._wire.wait_writable)

        try:
            reply = self._wire.call("POST", "/v1/entries", records.pack(entries), packed=True, body=body)
        except RefusedError as refused:
            return self._after_refusal(refused)
        finally:
            leave()
        answer = decoded(reply.content, BatchAnswer)
        self._take(answer, entries)
        self.on_checkpoint(answer.checkpoint)
        self._adapt(monotonic() - began, len(entries) == self._batch)
        return Step.MORE

    def _begin(self) -> None:
        """Make the office's stations known there, and agree on what each side has."""
        self.before_begun()
        others = relayed.others(self._journal, self._office)
        self._introduced, self._aside = set(), set()
        if self._passes_on:
            self._introduce(others)
        asked = records.encode(FeedRequest(outbox.all_heads(self._journal)))
        begin = decoded(self._wire.call("POST", "/v1/feed/begin", asked).content, FeedBegin)
        has = {one.station: min(one.head, begin.heads.get(one.station, 0)) for one in others}
        if any(head < self._there.get(station, 0) for station, head in has.items()):
            resending.ask_again(self._journal)
        self._move(has)
        self._begun, self._agree_at = True, monotonic() + min(_AGREE_S, self._pace.ask_again_s)
        log.info("event=relay_begun stations=%d aside=%d", len(others), len(self._aside))
        if self._agreed:
            return
        self._agreed = True  # from now on the replicator keeps its own marks
        mine = min(begin.heads.get(self._journal.key.station, 0), self._journal.last_seq)
        if mine > outbox.mark(self._journal, outbox.PUSHED):  # another station passed them on before
            outbox.set_mark(self._journal, outbox.PUSHED, mine)
        outbox.set_mark(self._journal, outbox.PULLED, begin.position)
        self.on_begun()

    def _introduce(self, newcomers: Sequence[Peer]) -> None:
        """Say who wrote what comes next; one that the province does not take is no reason to leave the others out."""
        if not newcomers:
            return
        if not self._knows(newcomers) and len(newcomers) > 1:
            for one in newcomers:
                self._knows([one])
        self._introduced |= {one.station for one in newcomers}

    def _knows(self, newcomers: Sequence[Peer]) -> bool:
        body = records.encode(Introductions({one.station: one.public_key for one in newcomers}))
        try:
            self._wire.call("POST", "/v1/stations", body)
        except RefusedError as refused:
            if refused.code is not Code.ENROLMENT_REFUSED and refused.status not in _NO_CALL:
                raise
            if len(newcomers) == 1:
                log.warning("event=station_not_introduced station=%s code=%s", newcomers[0].station, refused.code)
                self._leave_aside(newcomers[0])
            return False
        return True

    def _leave_aside(self, one: Peer) -> None:
        """Send nothing of a station that the province does not take; people see that its next entry is refused."""
        self._aside.add(one.station)
        first = self._there.get(one.station, 0) + 1
        if one.head >= first:
            refused = EntryAnswer(one.station, first, aside_notes.REFUSED, "not introduced")
            aside_notes.answered(self._journal, [refused])

    def _take(self, answer: BatchAnswer, entries: tuple[Entry, ...]) -> None:
        """Move the marks; a station that did not get on stays aside."""
        last = {entry.station: entry.seq for entry in entries}
        moved = {}
        for station, seq in last.items():
            head = min(answer.heads.get(station, 0), seq)
            if head > self._there.get(station, 0):
                moved[station] = head
            else:
                log.warning("event=relay_stuck station=%s seq=%d", station, seq)
                self._aside.add(station)
        self._move(moved)
        aside_notes.answered(self._journal, answer.answers)
        for one in answer.answers:
            if one.outcome not in aside_notes.FINE:
                log.warning("event=entry_%s station=%s seq=%d", one.outcome, one.station, one.seq)

    def _after_refusal(self, refused: RefusedError) -> Step:
        station, expected = refused.params.get("station"), refused.params.get("expected")
        if refused.code is Code.SEQUENCE_GAP and isinstance(station, str) and isinstance(expected, int):
            if 0 < expected <= self._there.get(station, 0):
                log.warning("event=province_behind station=%s expected=%d", station, expected)
                resending.ask_again(self._journal)
                self._move({station: expected - 1})
            else:
                self._aside.add(station)
            return Step.MORE
        if refused.status == 413 and self._batch > 1:
            self._batch //= 2
            return Step.MORE
        raise refused

    def _move(self, heads: dict[str, int]) -> None:
        changed = {station: head for station, head in heads.items() if self._there.get(station) != head}
        relayed.set_reached(self._journal, changed)
        self._there = {**self._there, **changed}

    def _adapt(self, took: float, full: bool) -> None:  # noqa: FBT001 - as EntryPush
        if took > self._pace.batch_s:
            self._batch = max(1, int(self._batch * self._pace.batch_s / took))
        elif full and took < self._pace.batch_s / 2:
            self._batch = min(records.MOST_ENTRIES, self._batch * 2)
