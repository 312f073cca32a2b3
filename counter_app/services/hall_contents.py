"""The contents that every machine of an office may need: its boards' pictures."""

from counter_app.domain.queue_places import BoardRecord
from counter_app.journal.journal import Journal
from counter_app.store import places


def hall_contents(journal: Journal) -> tuple[str, ...]:
    """The SHA-256 of each, in one order, whether it is here or not."""
    with journal.database.read() as connection:
        boards = places.all_of(connection, BoardRecord)
    return tuple(sorted({name for board in boards for name in board.choices.pictures}))
