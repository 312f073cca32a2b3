"""What was printed of a day's numbers, from the journal's own entries."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Select, and_, literal, or_, select
from sqlalchemy import func as sql

from counter_app.domain.facts import KIND_OF, PrintOutcome, TicketPrinted
from counter_app.domain.hybrid_time import instant
from counter_app.domain.queue_facts import IssueSource
from counter_app.domain.tickets import Ticket
from counter_app.store.codec import from_text
from counter_app.store.tables import journal, kept_aside, tickets

_FAULTS = (PrintOutcome.FAILED.value, PrintOutcome.DOUBTFUL.value)
KIOSK_SOURCES = (IssueSource.KIOSK, IssueSource.CARD, IssueSource.RECEIPT)
"""How numbers are taken that should be on paper."""
_PRINTS = journal.alias("prints")
_COUNTER_BITS = 16  # of a hybrid time, below its milliseconds


@dataclass(frozen=True, slots=True)
class PrintRecord:
    """One printing of a number; ``printed`` and ``at`` (UTC) are None while nothing is known of any paper."""

    ticket: Ticket
    printed: TicketPrinted | None
    at: datetime | None


def of_day(
    connection: Connection, office: str, day: date, *, faults: bool = False, most: int = 100
) -> tuple[PrintRecord, ...]:
    """The printings of a day and the numbers without any, newest first; ``faults`` only what may be missing on paper.

    A number given at the kiosk of which no printing was ever written is a fault too; one given at a desk is not.
    """
    rows = connection.execute(_query(office, day, faults).limit(most))
    return tuple(
        PrintRecord(
            from_text(row.body, Ticket),
            None if row.data is None else from_text(row.data, TicketPrinted),
            None if row.time is None else instant(row.time),
        )
        for row in rows
    )


def is_written(connection: Connection, ticket: str, actor: str) -> bool:
    """Whether a ticket has an entry by ``actor``."""
    entry = select(journal.c.seq).where(journal.c.stream == f"ticket/{ticket}", journal.c.actor == actor)
    return connection.execute(entry.limit(1)).first() is not None


def _query(office: str, day: date, faults: bool) -> Select[tuple[str, str | None, int | None]]:
    sound = _PRINTS.c.hash.not_in(select(kept_aside.c.hash))
    printing = and_(
        _PRINTS.c.stream == literal("ticket/") + tickets.c.id, _PRINTS.c.kind == KIND_OF[TicketPrinted], sound
    )
    begun = sql.coalesce(_PRINTS.c.time, tickets.c.waiting_since * (1 << _COUNTER_BITS))
    query = (
        select(tickets.c.body, _PRINTS.c.data, _PRINTS.c.time)
        .select_from(tickets.outerjoin(_PRINTS, printing))
        .where(tickets.c.office == office, tickets.c.day == day.isoformat())
        .order_by(begun.desc(), tickets.c.id, _PRINTS.c.seq.desc())
    )
    if not faults:
        return query
    failed = sql.json_extract(_PRINTS.c.data, "$.outcome").in_(_FAULTS)
    unknown = and_(_PRINTS.c.time.is_(None), sql.json_extract(tickets.c.body, "$.source").in_(KIOSK_SOURCES))
    return query.where(or_(failed, unknown))
