"""A machine that goes on from a backup makes itself known, on the word of the station whose place it took."""

import logging
from collections.abc import Callable

from counter_app.errors import Code, CounterError
from counter_app.journal import outbox
from counter_app.journal.journal import Journal
from counter_app.journal.outbox import Marks
from counter_app.journal.succession import Predecessor, is_known_now, predecessor_key
from sync import records
from sync.feed_pull import PROVINCE, FeedPull
from sync.office.restoring import free_rank
from sync.pace import Pace
from sync.records import BatchAnswer, Beat, FeedBegin, FeedRequest, Introductions, OfficeAnswer, RefusedError
from sync.replicator import decoded
from sync.signing import ServerTime
from sync.wire import Upstream, Wire

log = logging.getLogger(__name__)

_BATCH = 500

Progress = Callable[[int, int], None]
"""Is told how many entries are here, and how many there are."""


def make_known(journal: Journal, upstream: Upstream) -> None:
    """Let the upstream admit this station because the one before it says so; nothing to do a second time.

    Where that one is not believed (it was revoked), a one-time code lets this station in. Raises as a call does.
    """
    before = predecessor_key(journal)
    if before is None:
        return
    wire = Wire(upstream, before, ServerTime(journal.clock))
    try:
        body = records.encode(Introductions({journal.key.station: journal.key.public_hex}))
        wire.call("POST", "/v1/stations", body)
    except RefusedError as refused:
        if refused.code not in (Code.STATION_REVOKED, Code.STATION_UNKNOWN, Code.ENROLMENT_REFUSED):
            raise
        log.warning("event=not_introduced code=%s", refused.code.value)
        return
    finally:
        wire.close()
    is_known_now(journal)
    log.info("event=introduced_by_predecessor")


def rejoin(
    journal: Journal, before: Predecessor, upstream: Upstream, *, office: bool, told: Progress = lambda here, all_: None
) -> int:
    """Be known at an upstream, give it what the station before had not sent, take what came since the backup.

    ``office``: it is a station of the office. Returns a rank that no machine of the office has. Raises as a call does.
    """
    make_known(journal, upstream)
    wire = Wire(upstream, journal.key, ServerTime(journal.clock))
    try:
        marks = _marks(wire) if office else PROVINCE
        asked = records.encode(FeedRequest({}))
        there = decoded(wire.call("POST", "/v1/feed/begin", asked).content, FeedBegin).heads
        _give(journal, wire, before.station.id, there.get(before.station.id, 0))
        pull = FeedPull(journal, wire, Pace(poll_s=0), lambda: None, marks)
        while not pull.level:
            pull.step()
            told(pull.position or 0, pull.newest)
    finally:
        wire.close()
    return free_rank(journal, before.station.office, before.rank)


def _marks(wire: Wire) -> Marks:
    answer = wire.call("GET", f"/v1/office?beat={records.encode(Beat()).decode()}").content
    return outbox.marks_of(decoded(answer, OfficeAnswer).station)


def _give(journal: Journal, wire: Wire, station: str, there: int) -> None:
    """Send what a station wrote after number ``there``."""
    while entries := outbox.entries_of(journal, station, there, _BATCH):
        answer = decoded(wire.call("POST", "/v1/entries", records.pack(entries), packed=True).content, BatchAnswer)
        reached = answer.heads.get(station, 0)
        if reached <= there:
            raise CounterError(Code.SERVER_REFUSED, status=200, title="nothing acknowledged")
        there = reached
