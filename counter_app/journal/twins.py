"""A station that wrote more than its journal shows: restored from an old copy, or copied to a second machine.

Its upstream knows what it wrote. As long as this journal lacks some of that, whatever it wrote next would bear numbers
that are taken: the upstream would keep it aside, no other machine of the office would see it, and two citizens could
hold receipts with one code. So nothing is written until the missing entries are back (they are this station's own,
signed and chained, and nobody else's journal decides what they say). Where other entries were written under such
numbers already, nothing more is written at all: both versions are kept, and people must look at them.
"""

import logging
from collections.abc import Sequence

from sqlalchemy import select

from counter_app.domain.entry import Entry
from counter_app.errors import Code
from counter_app.journal import arrivals, checkpoints
from counter_app.journal.journal import Journal
from counter_app.store import tables

log = logging.getLogger(__name__)


def told_head(journal: Journal, head: int) -> bool:
    """Take what the upstream holds of this station; True while this journal lacks some of it, and writes nothing."""
    if _held_as(journal, Code.SEQUENCE_CONFLICT):
        return False
    was_behind = _held_as(journal, Code.STATION_BEHIND)
    if head > journal.last_seq:
        lacks = journal.hold_behind(head)  # looks again, when nothing is being written
        if lacks and not was_behind:
            log.warning("event=station_behind missing=%d", lacks)
    elif was_behind:
        journal.go_on_if_whole()
    return _held_as(journal, Code.STATION_BEHIND)


def meet_own(journal: Journal, mine: Sequence[Entry]) -> None:
    """Take this station's own entries as the upstream has them: what is lacking comes back, what differs is kept aside.

    Call it after ``told_head``.
    """
    if not mine:
        return
    known = _hashes(journal, mine[0].seq, mine[-1].seq)
    different = [entry for entry in mine if known.get(entry.seq, entry.hash) != entry.hash]
    if different:
        arrivals.accept(journal, different)
        is_copied(journal, different[0].seq)
        return
    lacking = [entry for entry in mine if entry.seq > journal.last_seq]
    if lacking and journal.held is not None:
        arrivals.accept(journal, lacking)
        journal.read_head()
        log.warning("event=own_entries_back count=%d", len(lacking))
        journal.go_on_if_whole()


def is_copied(journal: Journal, seq: int) -> None:
    """Write nothing more: the upstream has another entry of this station under ``seq``.

    Where that was once countersigned as it was here, this is no copy: the journal was rewritten.
    """
    if not _held_as(journal, Code.SEQUENCE_CONFLICT):
        log.error("event=station_copied seq=%d", seq)
        journal.hold_copied(seq)
    if journal.rewritten is None and checkpoints.is_sure(journal, seq):
        log.error("event=checkpoint_broken station=%s seq=%d", journal.key.station, seq)
        journal.note_rewritten(seq)


def _held_as(journal: Journal, code: Code) -> bool:
    return journal.held is not None and journal.held.code is code


def _hashes(journal: Journal, first: int, last: int) -> dict[int, str]:
    table = tables.journal
    own = (table.c.station == journal.key.station) & table.c.seq.between(first, last)
    with journal.database.read() as connection:
        return {row.seq: row.hash for row in connection.execute(select(table.c.seq, table.c.hash).where(own))}
