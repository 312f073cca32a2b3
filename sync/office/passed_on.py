"""Whether a standby has what the queue did: then whoever takes over knows every number and call that was answered."""

import threading
from collections.abc import Callable, Collection

from counter_app.journal import outbox
from counter_app.journal.journal import Journal

LONGEST_S = 0.5
"""An answer waits for a standby no longer than this: one that hangs must not stop the queue."""


class PassedOn:
    """How far each station has read this one's feed; told by its next question."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._reached: dict[str, int] = {}
        self._changed = threading.Condition()

    def reached(self, station: str, position: int) -> None:
        """A station asks for what comes after a position: it holds everything up to it."""
        with self._changed:
            self._reached[station] = position
            self._changed.notify_all()

    def wait(self, standbys: Callable[[], Collection[str]]) -> bool:
        """Wait until a standby holds all that was done here; False if none does in time, True where there is none."""
        if not standbys():
            return True
        position = outbox.position_of(self._journal, self._journal.last_seq)
        with self._changed:
            return self._changed.wait_for(
                lambda: not (known := standbys()) or any(self._reached.get(one, 0) >= position for one in known),
                LONGEST_S,
            )
