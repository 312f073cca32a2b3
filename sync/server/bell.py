"""Wakes the long polls when a feed grew; rung from any thread, heard on the server's loop."""

import asyncio
import contextlib
import threading
from collections.abc import Callable

EVERYBODY = ""
"""Rung so, the bell wakes the readers of every feed."""


class Bell:
    """Each ring wakes everybody who waits for it: the readers of one audience's feed, or all of them."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._waiting: dict[str, asyncio.Event] = {}
        self._lock = threading.Lock()
        self._numbers: dict[str, int] = {}
        self._of_all = 0
        self._at_close: list[Callable[[], None]] = []
        self.closed = False

    def hang(self) -> None:
        """Belong to the running loop from now on."""
        self._loop = asyncio.get_running_loop()

    def at_close(self, act: Callable[[], None]) -> None:
        """Have ``act`` done, on the loop, when the bell is closed; it may be done twice."""
        self._at_close.append(act)

    def number(self, audience: str) -> int:
        """How often it rang for ``audience``: what was read under one number is what there is under it."""
        return self._numbers.get(audience, 0) + self._of_all

    def next_ring(self, audience: str) -> asyncio.Event:
        """Return what the next ring for ``audience`` sets, on the loop; take it before looking: no ring is missed."""
        return self._waiting.setdefault(audience, asyncio.Event())

    def ring(self, audience: str = EVERYBODY) -> None:
        """Wake whoever waits for ``audience``; from any thread."""
        with self._lock:
            if audience == EVERYBODY:
                self._of_all += 1
            else:
                self._numbers[audience] = self._numbers.get(audience, 0) + 1
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop ended while the store was committing
                self._loop.call_soon_threadsafe(self._wake, audience)

    def close(self) -> None:
        """Wake whoever waits, for the last time; from any thread."""
        self.closed = True
        self.ring()

    def _wake(self, audience: str) -> None:
        woken = list(self._waiting) if audience == EVERYBODY else [audience]
        for name in woken:
            event = self._waiting.pop(name, None)
            if event is not None:
                event.set()
        for act in self._at_close if self.closed else ():
            act()
