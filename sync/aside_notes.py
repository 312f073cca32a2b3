"""Writes down what the province answered about entries that it did not take in order, until it has them in order.

The answer to a batch says it first; what the server says of a station with its checkpoints replaces all of that, since
it knows also what came into order later, by somebody else's entries or a person's decision.
"""

import logging
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from counter_app.errors import CounterError
from counter_app.journal.arrivals import Outcome
from counter_app.journal.journal import Journal
from counter_app.store import upstream_aside
from counter_app.store.codec import milliseconds
from counter_app.store.upstream_aside import Aside, Source
from sync.records import EntryAnswer

log = logging.getLogger(__name__)

FINE = (Outcome.APPLIED, Outcome.DUPLICATE)
REFUSED = "refused"
"""Outcome of an entry whose station this caller may not speak for, or whose station the province does not know."""
CHANGED = frozenset({"aside"})
"""What another list is announced as, to a page that shows it: no entry is written, so nobody has to send anything."""
_STAYS = Outcome.KEPT_FOR_REVIEW
"""Of such an entry that is sent again a server only says that it has it."""

_Before = tuple[Aside, ...]


def answered(journal: Journal, answers: Iterable[EntryAnswer]) -> None:
    """Take what the province answered to a batch; what cannot be written it says again later.

    Nobody is woken for it: the link tells its listeners of each batch.
    """
    by_station: dict[str, list[EntryAnswer]] = {}
    for one in answers:
        by_station.setdefault(one.station, []).append(one)
    for station, theirs in by_station.items():
        _change(journal, Source.PROVINCE, station, partial(_after, theirs))


def told(journal: Journal, source: Source, station: str, answers: Sequence[EntryAnswer], reached: int = 0) -> None:
    """Take all that the upstream says of a station now, whose entries it has up to ``reached``.

    What it refused it does not have, and does not name: that stays until it has it.
    """
    theirs = [one for one in answers if one.station == station and one.outcome not in FINE]

    def after(before: _Before, now: int) -> _Before:
        since = {one.seq: one.since for one in before}
        refused = [one for one in before if one.outcome == REFUSED and one.seq > reached]
        named = {one.seq: Aside(one.seq, one.outcome, one.reason, since.get(one.seq, now)) for one in theirs}
        return tuple(({one.seq: one for one in refused} | named).values())

    if _change(journal, source, station, after):
        journal.changes.publish(CHANGED)


def _after(answers: Sequence[EntryAnswer], before: _Before, now: int) -> _Before:
    kept = {one.seq: one for one in before}
    for one in answers:
        known = kept.get(one.seq)
        if one.outcome == REFUSED:
            # Whatever follows it is refused because of it: one is to be seen to.
            if known is None and not any(other.outcome == REFUSED and other.seq < one.seq for other in kept.values()):
                kept[one.seq] = Aside(one.seq, one.outcome, one.reason, now)
        elif one.outcome not in FINE:
            kept[one.seq] = Aside(one.seq, one.outcome, one.reason, known.since if known else now)
        else:
            kept = {seq: other for seq, other in kept.items() if not _is_in_order(other, one)}
    return tuple(kept.values())


def _is_in_order(kept: Aside, now: EntryAnswer) -> bool:
    """Whether a fine answer says that what was kept aside is in order."""
    if kept.outcome == REFUSED:
        return kept.seq <= now.seq
    return kept.seq == now.seq and (now.outcome == Outcome.APPLIED or kept.outcome != _STAYS)


def _change(journal: Journal, source: Source, station: str, after: Callable[[_Before, int], _Before]) -> bool:
    """Write what there is after an answer; tells whether that is another than before."""
    try:
        with journal.database.read() as connection:
            before = upstream_aside.of_station(connection, source, station)
        wanted = tuple(sorted(after(before, milliseconds(journal.clock.now())), key=lambda one: one.seq))
        if wanted[-upstream_aside.MOST :] == before:
            return False
        with journal.database.write() as connection:
            upstream_aside.keep(connection, source, station, wanted)
    except CounterError as error:  # a full disk: the line of entries goes on
        log.info("event=aside_not_noted station=%s code=%s", station, error.code.value)
        return False
    log.info("event=aside_noted station=%s count=%d", station, len(wanted))
    return True
