"""The contents that every machine of an office may need: its boards' pictures and the clips of its voice."""

from counter_app.domain.queue_places import BoardRecord, VoiceClip
from counter_app.journal.journal import Journal
from counter_app.store import places


def hall_contents(journal: Journal) -> tuple[str, ...]:
    """The SHA-256 of each, in one order, whether it is here or not."""
    with journal.database.read() as connection:
        boards, clips = places.all_of(connection, BoardRecord), places.all_of(connection, VoiceClip)
    pictures = {name for board in boards for name in board.choices.pictures}
    return tuple(sorted(pictures | {clip.sha256 for clip in clips if clip.sha256}))
