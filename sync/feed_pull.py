"""The feed down: what the office's other stations wrote, page by page."""

import logging
from collections.abc import Callable, Sequence

from counter_app.domain.entry import Entry
from counter_app.errors import Code, CounterError
from counter_app.journal import outbox, twins
from counter_app.journal.arrivals import Arrival, accept, are_here
from counter_app.journal.journal import Journal
from counter_app.journal.outbox import Marks
from counter_app.journal.resending import send_again
from counter_app.journal.signing import is_station_id
from sync import records
from sync.aside_notes import FINE
from sync.channel import Step
from sync.countersigned import Countersigned
from sync.lost_contents import LostContents
from sync.pace import Pace
from sync.records import EntryAnswer, FeedHead
from sync.wire import Wire

log = logging.getLogger(__name__)

PROVINCE = Marks()
_FEW = 50


class FeedPull:
    """Reads what the office's other stations wrote, and notices when the upstream lost something."""

    def __init__(
        self,
        journal: Journal,
        wire: Wire,
        pace: Pace,
        push: Callable[[], None],
        marks: Marks = PROVINCE,
        countersigned: Countersigned | None = None,
    ) -> None:
        self._journal = journal
        self._countersigned = countersigned or Countersigned(journal, province=marks == PROVINCE)
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
        self._countersigned.take(head.checkpoints)
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
            if not is_station_id(one.station):
                log.warning("event=station_without_id name=%r", one.station[:64])
                continue
            outbox.admit(self._journal, one.station, one.public_key, one.office)

    def _take(self, entries: tuple[Entry, ...], position: int) -> bool:
        """Accept a page and move the mark, in one transaction; False if something before one station's is missing."""
        own = self._journal.key.station
        twins.meet_own(self._journal, [entry for entry in entries if entry.station == own])
        others = [entry for entry in entries if entry.station != own]
        try:
            if not self._all_here(others):
                report_arrivals(accept(self._journal, others, moved=(self._marks.pulled, position)))
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
                report_arrivals(accept(self._journal, theirs))
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


def report_arrivals(taken: Sequence[Arrival]) -> None:
    """Log what arrived and is not fine."""
    report(tuple(EntryAnswer(one.station, one.seq, one.outcome, one.reason) for one in taken))


def report(answers: tuple[EntryAnswer, ...]) -> None:
    """Log what became of entries that are not fine."""
    for one in answers:
        if one.outcome not in FINE:
            log.warning("event=entry_%s station=%s seq=%d reason=%r", one.outcome, one.station, one.seq, one.reason)
