"""The server signs, now and then, what it holds of a station: its word that the station cannot take back what it wrote.

Nothing of it is promised to anybody who sends entries: where it fails, the entries are durable and acknowledged.
"""

import logging
from collections.abc import Mapping
from datetime import timedelta
from time import monotonic

from counter_app.errors import CounterError
from counter_app.journal.checkpoints import Checkpoint, Rhythm
from sync.server.store import ServerStore

log = logging.getLogger(__name__)

RHYTHM = Rhythm(entries=500, time=timedelta(minutes=1))
"""A busy station is countersigned so often; one that was quiet, with its next batch."""
AT_ONCE = Rhythm(entries=1, time=timedelta(0))
"""Who asks gets it up to the last entry."""


class Countersigner:
    """At most one signature for an answer; from any thread. What was signed lately is remembered, not asked for."""

    def __init__(self, store: ServerStore) -> None:
        self._store = store
        self._last: dict[str, tuple[int, float]] = {}

    def after(self, heads: Mapping[str, int]) -> Checkpoint | None:
        """Countersign one of the stations whose entries are durable up to ``heads``: the one that waits longest."""
        now = monotonic()
        waiting = [
            (self._last.get(one, (0, 0.0))[1], one) for one, head in heads.items() if self._is_due(one, head, now)
        ]
        if not waiting:
            return None
        station = min(waiting)[1]
        try:
            made = self._store.countersign(station, RHYTHM)
        except CounterError as error:
            log.info("event=not_countersigned station=%s code=%s", station, error.code.value)
            made = None
        # Also where another process did so just before, or where it cannot be: not asked again for each batch.
        self._last[station] = (heads[station], now)
        return made

    def of(self, station: str) -> tuple[Checkpoint, ...]:
        """Return what was countersigned of a station, up to its last entry."""
        self._store.countersign(station, AT_ONCE)
        return self._store.checkpoints(station)

    def _is_due(self, station: str, head: int, now: float) -> bool:
        seq, at = self._last.get(station, (0, 0.0))
        return head > seq and (not at or head - seq >= RHYTHM.entries or now - at >= RHYTHM.time.total_seconds())
