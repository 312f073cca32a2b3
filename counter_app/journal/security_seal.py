"""Ties the security record to the signed journal: an entry now and then says how the record's newest row stands.

Whoever edits a row breaks the rows' own chain; whoever works that chain out anew, or cuts its end, no longer fits the
entry, which is signed, chained and soon at the upstream. A machine put back to an older state lost rows in earnest: the
row RECORD_CUT then says so for good, and what lies before it is not reported again.
"""

from collections.abc import Iterator
from contextlib import suppress

from sqlalchemy import Connection, select

from counter_app.domain.security_facts import SECURITY_KINDS, SecurityKind, SecuritySeal, SecuritySealed
from counter_app.journal.journal import Journal
from counter_app.store import places, security_events, tables
from counter_app.store.codec import from_text

_ACTOR = "system"
_CUT: frozenset[str] = frozenset((SecurityKind.RECORD_CUT,))


def seal_record(journal: Journal) -> bool:
    """Write how the newest row stands, if that was not written before. Raises as ``Journal.transaction``."""
    stream = _stream(journal)
    with journal.database.read() as connection:
        event, chain = security_events.newest(connection)
        before = places.place(connection, stream, SecuritySeal)
    if event == 0 or (before is not None and (before.event, before.chain) == (event, chain)):
        return False
    with journal.transaction() as transaction:
        transaction.append(stream, SecuritySealed(event, chain), _ACTOR)
    return True


def cut_since(journal: Journal) -> int | None:
    """The newest seal's row, if the record does not have it as it was sealed; None if it has, or nobody sealed yet."""
    with journal.database.read() as connection:
        seal = places.place(connection, _stream(journal), SecuritySeal)
        if seal is None or _holds(connection, seal.event, seal.chain) or seal.event <= _told(connection):
            return None
        return seal.event


def record_faults(connection: Connection, station: str) -> Iterator[tuple[str, str]]:
    """What does not fit in the security record of ``station``, the one of this data folder: where, and how."""
    yield from _broken_chain(connection)
    told = _told(connection)
    for event, chain in _seals(connection, station):
        if event > told and not _holds(connection, event, chain):
            yield f"security/{event}", "the security record is not as it was sealed in the journal"


def _broken_chain(connection: Connection) -> Iterator[tuple[str, str]]:
    """Each row against the one before it; of the oldest row kept nobody knows that one, unless it is the first."""
    previous = security_events.FIRST if security_events.oldest(connection) == 1 else None
    number = 0
    for row in security_events.in_order(connection):
        if number and row.id != number + 1:
            yield f"security/{number + 1}", "rows of the security record are missing"
        elif previous is not None:
            wanted = security_events.chain_hash(previous, row.id, security_events.unchained(row))
            if row.chain != wanted:
                yield f"security/{row.id}", "the chain of the security record is broken"
        previous, number = row.chain, row.id


def _seals(connection: Connection, station: str) -> Iterator[tuple[int, str]]:
    table = tables.journal
    wanted = (table.c.stream == f"security/{station}", table.c.station == station, table.c.kind.in_(SECURITY_KINDS))
    for text in connection.execute(select(table.c.data).where(*wanted).order_by(table.c.seq)).scalars():
        with suppress(ValueError):  # a damaged entry is found by its hash
            seal = from_text(text, SecuritySealed)
            yield seal.event, seal.chain


def _holds(connection: Connection, event: int, chain: str) -> bool:
    """Whether the row is as it was sealed, or so old that it was let go."""
    found = security_events.chain_at(connection, event)
    return found == chain or (found is None and event < security_events.oldest(connection))


def _told(connection: Connection) -> int:
    """Up to which number of an earlier record a row says that it is gone; 0 where none does."""
    told = (event.detail.get("until") for event in security_events.of_kinds(connection, _CUT))
    return max((until for until in told if isinstance(until, int)), default=0)


def _stream(journal: Journal) -> str:
    return f"security/{journal.key.station}"
