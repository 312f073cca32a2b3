"""Wakes the long polls when the journal changed; rung from any thread, heard on the server's loop."""

import asyncio
import contextlib
import threading


class Bell:
    """Each ring wakes everybody who waits for it."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ring = asyncio.Event()
        self._lock = threading.Lock()
        self.number = 0  # how often it rang: what was read under one number is what there is under it
        self.closed = False

    def hang(self) -> None:
        """Belong to the running loop from now on."""
        self._loop = asyncio.get_running_loop()

    def next_ring(self) -> asyncio.Event:
        """Return what the next ring sets; take it before looking, so that no ring is missed."""
        return self._ring

    def ring(self) -> None:
        """Wake whoever waits; from any thread."""
        with self._lock:
            self.number += 1
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop ended while the journal was committing
                self._loop.call_soon_threadsafe(self._wake)

    def close(self) -> None:
        """Wake whoever waits, for the last time; from any thread."""
        self.closed = True
        self.ring()

    def _wake(self) -> None:
        self._ring.set()
        self._ring = asyncio.Event()
