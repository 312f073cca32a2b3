"""Asks the server at the end of the line what it has, apart from all that is copied."""

import threading
from collections.abc import Sequence

from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from sync.signing import ServerTime
from sync.traffic import Traffic
from sync.uploads import Sender
from sync.wire import Upstream, Wire

_CONNECT_S = 15.0


class Asking:
    """One question at a time, each on a connection of its own; ``close`` cuts one that is under way."""

    def __init__(self, journal: Journal, upstream: str | Upstream) -> None:
        if isinstance(upstream, str):
            upstream = Upstream(upstream, connect_s=_CONNECT_S, proxy="system")
        self._upstream = upstream
        self._journal = journal
        self._time = ServerTime(journal.clock)
        self._lock = threading.Lock()
        self._wire: Wire | None = None
        self._closed = False

    def lacking(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return which of at most a thousand blobs the server lacks; an older server is asked about each.

        Raises LINK_DOWN, also once it is closed, and what else a call may.
        """
        wire = Wire(self._upstream, self._journal.key, self._time)
        with self._lock:
            if self._closed:
                raise CounterError(Code.LINK_DOWN, detail="closed")
            self._wire = wire
        try:
            sender = Sender(wire, Traffic())
            found = sender.lacking(names)
            return tuple(name for name in names if not sender.has(name)) if found is None else found
        finally:
            with self._lock:
                self._wire = None
            wire.close()

    def close(self) -> None:
        """Answer nothing any more; from any thread."""
        with self._lock:
            self._closed = True
            if self._wire is not None:
                self._wire.cut()
