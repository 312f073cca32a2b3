"""Tells, after each commit, which streams changed; each listener decides whether that concerns it."""

import threading
from collections.abc import Callable

Listener = Callable[[frozenset[str]], None]


class Changes:
    """A list of listeners; told on the committing thread, after the commit."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []
        self._lock = threading.Lock()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Add a listener and return what removes it."""
        with self._lock:
            self._listeners.append(listener)
        return lambda: self._remove(listener)

    def publish(self, streams: frozenset[str]) -> None:
        """Tell every listener."""
        with self._lock:
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener(streams)

    def _remove(self, listener: Listener) -> None:
        with self._lock:
            if listener in self._listeners:
                self._listeners.remove(listener)
