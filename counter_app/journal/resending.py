"""What an upstream lost, restored from an old backup, is sent again: entries from where it left off, and contents."""

from collections.abc import Collection

from sqlalchemy import Connection, insert, select, update

from counter_app.journal.journal import Journal
from counter_app.store import old_scans, tables


def send_again(journal: Journal, mark: str, acknowledged: int) -> None:
    """Move a mark back to what the upstream says that it has, and take no content for being there.

    Which contents it lacks it is asked anew, in bulk. What was given away to make room is not here to be sent.
    """
    with journal.database.write() as connection:
        connection.execute(insert(tables.marks).prefix_with("OR REPLACE"), {"name": mark, "value": acknowledged})
        _wait_again(connection)


def ask_again(journal: Journal) -> None:
    """Take no content for being there: the upstream lost entries that another station wrote."""
    with journal.database.write() as connection:
        _wait_again(connection)


def newest_sent(journal: Journal, limit: int) -> tuple[str, ...]:
    """Return the contents that the upstream acknowledged and that are here, the newest first."""
    blobs = tables.blobs
    sent = select(blobs.c.sha256).where(blobs.c.at_upstream == 1, blobs.c.away == 0)
    with journal.database.read() as connection:
        return tuple(connection.execute(sent.order_by(blobs.c.since.desc()).limit(limit)).scalars())


def wait_again(journal: Journal, names: Collection[str]) -> None:
    """Send these again: the upstream does not have them any more."""
    with journal.database.write() as connection:
        old_scans.wait_again(connection, names)


def _wait_again(connection: Connection) -> None:
    blobs = tables.blobs
    connection.execute(update(blobs).where(blobs.c.at_upstream == 1, blobs.c.away == 0).values(at_upstream=0))
