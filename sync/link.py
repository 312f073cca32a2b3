"""What the screens show of the link: up or down and since when, how much waits, how fast it goes, what is wrong."""

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from time import monotonic
from typing import Protocol

from counter_app.errors import Code, CounterError
from counter_app.journal.outbox import Waiting
from counter_app.ports import Clock
from sync.faults import AWAY

log = logging.getLogger(__name__)

_COUNT_S = 0.5
"""While contents travel, what waits is counted so often."""


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """The link as the status strip and the page about it show it.

    ``up`` is None before the first contact; ``synced_at`` is the last contact after which nothing waited. ``fault`` is
    what the server refuses while the link is up, or why there is none where that is known (somebody else's page, a
    certificate); the queue stays. ``notice`` is what somebody should see to although all works (CLOCK_WRONG,
    SERVER_OLDER, SERVER_NEWER). Both come with the parameters of their sentences.

    ``bytes_waiting`` are those of the contents that wait, of which ``bytes_sent`` have left; ``speed`` is measured
    (bytes per second; None before anything was sent, or after a while without). ``clock_skew`` is how far this
    machine's clock is behind the server's (negative: ahead; None: not measured). ``oldest`` is when the oldest of what
    waits was written. ``server_program`` and ``server_protocol`` are the versions at the other end, as it said them.
    """

    up: bool | None
    since: datetime
    waiting: int
    blobs_waiting: int
    synced_at: datetime | None
    fault: Code | None = None
    fault_params: Mapping[str, object] = field(default_factory=dict)
    notice: Code | None = None
    notice_params: Mapping[str, object] = field(default_factory=dict)
    bytes_waiting: int = 0
    bytes_sent: int = 0
    speed: float | None = None
    clock_skew: timedelta | None = None
    oldest: datetime | None = None
    server_program: str = ""
    server_protocol: int = 0


Listener = Callable[[SyncStatus], None]


class Uplink(Protocol):
    """A station's link to its province, as the windows see it: a Replicator, or an office's."""

    def status(self) -> SyncStatus:
        """Return what is known of the link; never blocks."""
        ...

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell ``listener`` of each new status, on a sync thread, and return what removes it."""
        ...

    def wake(self) -> None:
        """Try now, even during a back-off."""
        ...

    def enrol(self, code: str, office: str = "") -> str:
        """Ask the province to admit this station, and return its office; blocks. Raises as ``Replicator.enrol``."""
        ...

    def fetch(self, sha256: str) -> bytes:
        """Return a blob, from the province if it is not here; blocks. Raises LINK_DOWN, BLOB_MISSING, BLOB_DAMAGED."""
        ...


Fault = tuple[Code, Mapping[str, object]]


class Link:
    """Puts together what the channels report; listeners are told on the reporting thread."""

    def __init__(
        self, clock: Clock, count: Callable[[], Waiting], held: Callable[[], CounterError | None] = lambda: None
    ) -> None:
        self._clock = clock
        self._held = held
        self._count = count
        self._faults: dict[str, Fault | None] = {}
        self._listeners: list[Listener] = []
        self._telling = threading.RLock()  # a listener may ask again
        self._counted = monotonic()
        self._greeted: dict[str, object] = {}
        waiting = count()
        self.status = SyncStatus(
            None,
            clock.now(),
            waiting.entries,
            waiting.blobs,
            None,
            bytes_waiting=waiting.bytes,
            oldest=waiting.oldest,
        )

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Add a listener and return what removes it."""
        with self._telling:
            self._listeners.append(listener)
        return lambda: self._remove(listener)

    def worked(self, channel: str) -> bool:
        """Report a contact that went well; True if this channel had lost the link."""
        with self._telling:
            fault = self._faults.get(channel)
            self._faults[channel] = None
            self._tell(contact=True)
            return fault is not None and fault[0] in AWAY

    def failed(self, channel: str, error: CounterError) -> None:
        """Report a contact that went wrong."""
        with self._telling:
            self._faults[channel] = (error.code, error.params)
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

    def moved(self, sent: int, speed: float | None) -> None:
        """Report how many bytes of what waits have left, and how fast it goes (bytes per second)."""
        with self._telling:
            if monotonic() - self._counted >= _COUNT_S:
                self._tell(bytes_sent=sent, speed=speed)

    def greeted(self, skew: timedelta, notice: Fault | None, *, program: str = "", protocol: int = 0) -> None:
        """Note how far the clock is behind the server's, what somebody should see to, and the server's versions.

        Told with the next contact that goes well: before that nobody knows whether there is a link.
        """
        code, params = notice or (None, {})
        with self._telling:
            self._greeted = {"clock_skew": skew, "notice": code, "notice_params": params}
            self._greeted |= {"server_program": program, "server_protocol": protocol}

    def _tell(self, *, contact: bool = False, **known: object) -> None:
        waiting, before = self._count(), self.status
        self._counted = monotonic()
        code, params = self._fault() or (None, {})
        status = replace(
            before,
            waiting=waiting.entries,
            blobs_waiting=waiting.blobs,
            bytes_waiting=waiting.bytes,
            oldest=waiting.oldest,
            fault=code,
            fault_params=params,
            **known,  # type: ignore[arg-type]
        )
        if contact:
            status = replace(status, **self._greeted)  # type: ignore[arg-type]
        if not waiting.blobs:
            status = replace(status, bytes_sent=0, speed=None)
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
        known = [fault[0] for fault in self._faults.values() if fault is not None]
        return not AWAY.intersection(known) if self._faults else None

    def _fault(self) -> Fault | None:
        """Why nothing may be written; else the first that has more to say than that there is no link."""
        if (held := self._held()) is not None:
            return held.code, held.params
        faults = (fault for fault in self._faults.values() if fault is not None)
        return next((fault for fault in faults if fault[0] is not Code.LINK_DOWN), None)

    def _remove(self, listener: Listener) -> None:
        with self._telling:
            if listener in self._listeners:
                self._listeners.remove(listener)
