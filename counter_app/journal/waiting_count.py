"""Counts what waits, as often as a link asks: thousands of contents take milliseconds, and each that goes up asks."""

from collections.abc import Callable
from dataclasses import replace
from time import monotonic

from counter_app.journal import outbox
from counter_app.journal.journal import Journal
from counter_app.journal.outbox import Marks, Waiting

_FEW = 200
"""So many contents are counted each time, so that the last ones are exact."""
_STALE_S = 0.5
_PROVINCE = Marks()


class WaitingCount:
    """As ``outbox.waiting``; of many contents it may be half a second old, unless something was written since."""

    def __init__(self, journal: Journal, clock: Callable[[], float] = monotonic) -> None:
        self._journal = journal
        self._clock = clock
        self._written = -1
        self._counted = 0.0
        self._known = Waiting(0, 0)

    def __call__(self) -> Waiting:
        """Return what waits; the entries always as they are."""
        now, written = self._clock(), self._journal.last_seq
        if self._known.blobs < _FEW or written != self._written or now - self._counted >= _STALE_S:
            self._known, self._counted, self._written = outbox.waiting(self._journal), now, written
            return self._known
        return replace(self._known, entries=outbox.waiting_entries(self._journal, _PROVINCE).entries)
