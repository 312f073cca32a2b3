"""Counts for summaries: entries by kind of one station, blobs."""

from sqlalchemy import func as sql
from sqlalchemy import select

from counter_app.domain.facts import TicketPrinted
from counter_app.journal.journal import Journal
from counter_app.store import tables
from counter_app.store.codec import from_text


def entries_by_kind(journal: Journal, station: str) -> dict[str, int]:
    """How many entries of each kind ``station`` wrote, as far as this node knows."""
    table = tables.journal
    query = select(table.c.kind, sql.count()).where(table.c.station == station).group_by(table.c.kind)
    with journal.database.read() as connection:
        return {kind: count for kind, count in connection.execute(query)}


def blob_count(journal: Journal) -> int:
    """How many blobs are here."""
    with journal.database.read() as connection:
        return connection.execute(select(sql.count()).select_from(tables.blobs)).scalar_one()


def printed_bytes(journal: Journal) -> int:
    """How many bytes the ticket printer was sent, by the print journal."""
    query = select(tables.journal.c.data).where(tables.journal.c.kind == "ticket.printed")
    with journal.database.read() as connection:
        texts = connection.execute(query).scalars().all()
    return sum(from_text(text, TicketPrinted).bytes_sent for text in texts)
