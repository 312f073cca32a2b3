"""What the screens show of the link: up or down and since when, how much waits, when all was sent."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from counter_app.errors import Code
from counter_app.journal.outbox import Waiting
from counter_app.ports import Clock

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """The link as the status strip shows it.

    ``up`` is None before the first contact; ``synced_at`` is the last contact after which nothing waited. While the
    link is up, ``fault`` says what the server refuses (the queue stays).
    """

    up: bool | None
    since: datetime
    waiting: int
    blobs_waiting: int
    synced_at: datetime | None
    fault: Code | None = None


Listener = Callable[[SyncStatus], None]


class Link:
    """Puts together what the channels report; listeners are told on the reporting thread."""

    def __init__(self, clock: Clock, count: Callable[[], Waiting]) -> None:
        self._clock = clock
        self._count = count
        self._faults: dict[str, Code | None] = {}
        self._listeners: list[Listener] = []
        self._telling = threading.RLock()  # a listener may ask again
        waiting = count()
        self.status = SyncStatus(None, clock.now(), waiting.entries, waiting.blobs, None)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Add a listener and return what removes it."""
        with self._telling:
            self._listeners.append(listener)
        return lambda: self._remove(listener)

    def worked(self, channel: str) -> bool:
        """Report a contact that went well; True if this channel had lost the link."""
        with self._telling:
            was_down = self._faults.get(channel) is Code.LINK_DOWN
            self._faults[channel] = None
            self._tell(contact=True)
            return was_down

    def failed(self, channel: str, fault: Code) -> None:
        """Report a contact that went wrong."""
        with self._telling:
            self._faults[channel] = fault
            self._tell()

    def idle(self, channel: str) -> None:
        """Report that a channel has nothing to do, so it knows nothing of the link."""
        with self._telling:
            self._faults.pop(channel, None)
            self._tell()

    def recount(self) -> None:
        """Count again what waits."""
        with self._telling:
            self._tell()

    def _tell(self, *, contact: bool = False) -> None:
        waiting, before = self._count(), self.status
        status = replace(before, waiting=waiting.entries, blobs_waiting=waiting.blobs, fault=self._fault())
        up = self._up()
        if up is not None and up != before.up:
            status = replace(status, up=up, since=self._clock.now())
            log.info("event=link_%s waiting=%d blobs=%d", "up" if up else "down", waiting.entries, waiting.blobs)
        if contact and not (waiting.entries or waiting.blobs):
            status = replace(status, synced_at=self._clock.now())
        self.status = status
        if status != before:
            for listener in tuple(self._listeners):
                listener(status)

    def _up(self) -> bool | None:
        return Code.LINK_DOWN not in self._faults.values() if self._faults else None

    def _fault(self) -> Code | None:
        return next((fault for fault in self._faults.values() if fault not in (None, Code.LINK_DOWN)), None)

    def _remove(self, listener: Listener) -> None:
        with self._telling:
            if listener in self._listeners:
                self._listeners.remove(listener)
