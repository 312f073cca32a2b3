"""Tells the screens and the link to the province how the office is, whenever that changes."""

import threading
from collections.abc import Callable

from sync.office.status import OfficeStatus

Listener = Callable[[OfficeStatus], None]


class Telling:
    """The last status, and who hears of the next."""

    def __init__(self, status: OfficeStatus) -> None:
        self.status = status
        self._listeners: list[Listener] = []
        self._lock = threading.Lock()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell ``listener`` of each new status, and return what removes it."""
        with self._lock:
            self._listeners.append(listener)
        return lambda: self._remove(listener)

    def tell(self, status: OfficeStatus) -> None:
        """Tell everybody, on the calling thread."""
        self.status = status
        for listener in tuple(self._listeners):
            listener(status)

    def _remove(self, listener: Listener) -> None:
        with self._lock:
            if listener in self._listeners:
                self._listeners.remove(listener)
