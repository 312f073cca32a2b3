"""Gives the station in charge every blob that is here and not at the province yet, and what boards need."""

import logging
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice
from time import monotonic

from counter_app.errors import CounterError
from counter_app.journal import relayed
from counter_app.journal.journal import Journal
from counter_app.services.hall_contents import hall_contents
from sync import records
from sync.channel import Step
from sync.records import BlobNames, RefusedError, SettledBlobs
from sync.replicator import decoded
from sync.traffic import GaveWayError, Traffic
from sync.uploads import Sender, is_about_content
from sync.wire import Wire

log = logging.getLogger(__name__)

_FIRST_ROUND_S, _LONGEST_ROUND_S = 1.0, 60.0
"""So long after blobs were given, and at most, it is asked what has reached the province."""
_NO_CALL = (404, 405)


class ContentPush:
    """Gives one upstream what it lacks, each once; a blob stays waiting here until the province has it."""

    def __init__(self, journal: Journal, wire: Wire, traffic: Traffic) -> None:
        self._journal = journal
        self._wire = wire
        self._traffic = traffic
        self._sender = Sender(wire, traffic)
        self._round_s = _FIRST_ROUND_S
        self._seen = 0
        self._unasked: tuple[str, ...] = ()
        self._given: set[str] = set()
        self._line: deque[str] = deque()
        self._unsettled: deque[str] = deque()
        self._next_round = 0.0
        self._stale = True

    def look_again(self) -> None:
        """There may be new blobs; from any thread."""
        self._stale = True

    @property
    def is_due(self) -> bool:
        """Whether it is time to ask what has reached the province; from any thread."""
        return bool(self._given) and monotonic() >= self._next_round

    def step(self) -> Step:
        """Give one blob, or ask what has become of those given."""
        if not self._line and self._stale:
            self._stale = False
            self._line.extend(self._lacking(self._new()))
        if self._line:
            self._give(self._line.popleft())
            return Step.MORE
        return self._ask_further()

    def _new(self) -> tuple[str, ...]:
        blobs = self._journal.database.blobs
        self._seen, rows = relayed.waiting_blobs(self._journal, self._seen)
        names = dict.fromkeys((*hall_contents(self._journal), *self._unasked, *(row.sha256 for row in rows)))
        self._unasked = ()
        return tuple(name for name in names if name not in self._given and blobs.has(name))

    def _lacking(self, names: Sequence[str]) -> Iterator[str]:
        """Ask in bulk, so that a change of hands sends nothing that is there already."""
        for first in range(0, len(names), records.MOST_BLOBS_ASKED):
            some = tuple(names[first : first + records.MOST_BLOBS_ASKED])
            try:
                lacking = self._lacking_of(some)
            except CounterError:
                self._stale, self._unasked = True, tuple(names[first:])
                raise
            self._given |= set(some).difference(lacking)
            yield from lacking

    def _lacking_of(self, some: tuple[str, ...]) -> tuple[str, ...]:
        lacking = self._sender.lacking(some)
        if lacking is None:  # an older station, which knows no question about many
            lacking = tuple(name for name in some if not self._sender.has(name))
        return lacking

    def _give(self, sha256: str) -> None:
        self._traffic.lane.wait()
        try:
            self._sender.send(sha256, self._journal.database.blobs.get(sha256))
        except GaveWayError:
            self._line.append(sha256)
            return
        except CounterError as error:
            if not is_about_content(error):
                self._line.appendleft(sha256)
                raise
            log.error("event=content_not_sent sha256=%s code=%s", sha256, error.code)
        self._given.add(sha256)
        self._round_s = _FIRST_ROUND_S
        self._next_round = min(self._next_round, monotonic() + _FIRST_ROUND_S)

    def _ask_further(self) -> Step:
        """Ask, a thousand at a time, which blobs are at the province: this station is rid of them then."""
        if not self._unsettled:
            if monotonic() < self._next_round:
                return Step.IDLE
            self._round_s = min(2 * self._round_s, _LONGEST_ROUND_S)
            self._next_round = monotonic() + self._round_s
            self._unsettled.extend(row.sha256 for row in relayed.waiting_blobs(self._journal)[1])
            if not self._unsettled:
                return Step.IDLE
        some = tuple(islice(self._unsettled, records.MOST_BLOBS_ASKED))
        try:
            answer = decoded(
                self._wire.call("POST", "/v1/office/settled", records.encode(BlobNames(some))).content, SettledBlobs
            )
        except RefusedError as refused:
            if refused.status not in _NO_CALL:
                raise
            answer = SettledBlobs((), further=False)
        for _ in some:
            self._unsettled.popleft()
        relayed.blobs_are_settled(self._journal, answer.sha256)
        if not answer.further:
            self._unsettled.clear()
        return Step.MORE if self._unsettled else Step.DONE
