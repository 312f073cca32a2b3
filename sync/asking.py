"""Asks the server at the end of the line for what somebody waits for now, apart from all that is copied."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from sync.replicator import fetch
from sync.signing import ServerTime
from sync.traffic import Traffic
from sync.uploads import Sender
from sync.wire import Upstream, Wire

_CONNECT_S = 15.0


class Asking:
    """Each question goes by a connection of its own; ``cut`` ends those under way, ``close`` for good."""

    def __init__(self, journal: Journal, upstream: str | Upstream) -> None:
        if isinstance(upstream, str):
            upstream = Upstream(upstream, connect_s=_CONNECT_S, proxy="system")
        self._upstream = upstream
        self._journal = journal
        self._time = ServerTime(journal.clock)
        self._lock = threading.Lock()
        self._wires: set[Wire] = set()
        self._closed = False

    def lacking(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return which of at most a thousand blobs the server lacks; an older server is asked about each.

        Raises LINK_DOWN, also when it is cut, and what else a call may.
        """
        with self._wire() as wire:
            sender = Sender(wire, Traffic())
            found = sender.lacking(names)
            return tuple(name for name in names if not sender.has(name)) if found is None else found

    def fetch(self, sha256: str) -> bytes:
        """Return a blob, from the server if it is not here, and keep it.

        Raises LINK_DOWN, also when it is cut, BLOB_MISSING, BLOB_DAMAGED, DISK_FULL and what else a call may.
        """
        with self._wire() as wire:
            return fetch(self._journal, wire, sha256)

    def cut(self) -> None:
        """Give up what is under way; from any thread."""
        with self._lock:
            for wire in self._wires:
                wire.cut()

    def close(self) -> None:
        """Give up what is under way, and answer nothing any more; from any thread."""
        with self._lock:
            self._closed = True
        self.cut()

    @contextmanager
    def _wire(self) -> Iterator[Wire]:
        wire = Wire(self._upstream, self._journal.key, self._time)
        with self._lock:
            if self._closed:
                raise CounterError(Code.LINK_DOWN, detail="closed")
            self._wires.add(wire)
        try:
            yield wire
        finally:
            with self._lock:
                self._wires.discard(wire)
            wire.close()
