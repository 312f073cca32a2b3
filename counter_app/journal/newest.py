"""A cheap look at what this station wrote last: a program that runs for weeks should not wait for somebody's verify."""

from itertools import pairwise

from sqlalchemy import select

from counter_app.domain.entry import Entry
from counter_app.journal.journal import Journal, entry_of
from counter_app.journal.signing import fault_of
from counter_app.journal.verify import Fault
from counter_app.store import tables

_MOST = 500
"""Some 50 ms of work."""


def newest_fault(journal: Journal, most: int = _MOST) -> Fault | None:
    """What differs first among this station's newest entries: numbers, chain, hashes, signatures; None if nothing."""
    table = tables.journal
    own = select(table).where(table.c.station == journal.key.station)
    with journal.database.read() as connection:
        rows = connection.execute(own.order_by(table.c.seq.desc()).limit(most)).all()
    entries = [entry_of(row) for row in reversed(rows)]
    for before, entry in pairwise(entries):
        if (what := _fault(before, entry, journal.key.public_hex)) is not None:
            return Fault(f"{entry.station}/{entry.seq}", what)
    return None


def _fault(before: Entry, entry: Entry, public_key: str) -> str | None:
    if entry.seq != before.seq + 1:
        return "an entry before is missing"
    if entry.previous != before.hash:
        return "the chain is broken"
    fault = fault_of(entry, public_key)
    return None if fault is None else f"the {fault} does not match"
