"""The province as a station of an office sees it: who speaks to it changes with who keeps the queue."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from time import monotonic

from counter_app.errors import Code, CounterError
from counter_app.journal import outbox, relayed
from counter_app.journal.journal import Journal
from counter_app.journal.outbox import Waiting
from sync.channel import Channel, end
from sync.link import Link, Listener, SyncStatus
from sync.office.relay import RelayPush
from sync.office.status import OfficeStatus
from sync.office.succeeding import make_known
from sync.replicator import Pace, Replicator
from sync.signing import ServerTime
from sync.wire import Upstream, Wire

log = logging.getLogger(__name__)

ALONE_S = 10.0
"""A station that may go straight does so when its office has been away for so long: longer than a change of hands."""
_CLOSE_S = 1.8
_OFFICE = "office"
_LOOK_S = 5.0  # what waits is counted so often while another station speaks


class Part(Enum):
    """What a station says to the province now."""

    NOTHING = auto()  # another station passes its entries on
    OWN = auto()
    ALL = auto()


@dataclass(frozen=True, slots=True)
class _Speaking:
    """One station's conversations with the province; the relay first agrees on what each has."""

    replicator: Replicator
    relay: RelayPush
    channel: Channel
    wire: Wire
    link: Link
    unlisten: tuple[Callable[[], None], ...]


class OfficeReplicator:
    """Seen from outside a Replicator; speaks only while it is this station's turn. One thread decides.

    ``direct``: while the office is away, this station sends what it wrote itself straight to the province.
    """

    def __init__(
        self,
        journal: Journal,
        upstream: str | Upstream,
        office: str,
        *,
        direct: bool = False,
        pace: Pace | None = None,
        alone_s: float = ALONE_S,
    ) -> None:
        self._journal = journal
        self._upstream = Upstream(upstream, proxy="system") if isinstance(upstream, str) else upstream
        self.url = self._upstream.url
        self._office = office
        self._direct = direct
        self._pace = pace or Pace()
        self._alone_s = alone_s
        self._asking = Replicator(journal, self._upstream, pace=self._pace)  # never started: it enrols and fetches
        self._quiet = Link(journal.clock, lambda: outbox.waiting(journal), lambda: journal.rewritten or journal.held)
        self._quiet.listen(lambda _: self._tell())
        self._state = threading.Condition()
        self._status: OfficeStatus | None = None
        self._away_since = monotonic()
        self._woken = self._closing = False
        self._now: _Speaking | None = None
        self._part = Part.NOTHING
        self._listeners: list[Listener] = []
        self._unlisten: Callable[[], None] = lambda: None
        self._thread = threading.Thread(target=self._run, name="office-province", daemon=True)

    # as a Replicator

    def status(self) -> SyncStatus:
        """Return what is known of the link; what waits for the other stations is counted too. Never blocks."""
        now = self._now
        if now is None:
            return self._quiet.status
        own, others = now.replicator.status(), now.link.status
        if own.up is None:
            own = replace(own, up=others.up, since=others.since)
        if own.fault is None:
            own = replace(own, fault=others.fault, fault_params=others.fault_params)
        return replace(
            own,
            waiting=own.waiting + others.waiting,
            oldest=min((one for one in (own.oldest, others.oldest) if one), default=None),
        )

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell ``listener`` of each new status, on a sync thread, and return what removes it."""
        with self._state:
            self._listeners.append(listener)
        return lambda: self._remove(listener)

    def start(self) -> None:
        """Begin to follow what the office says."""
        self._unlisten = self._journal.changes.listen(lambda _streams: self._written())
        self._thread.start()

    def wake(self) -> None:
        """Try now, even during a back-off."""
        now = self._now
        if now is not None:
            now.channel.hurry()
            now.replicator.wake()

    def close(self) -> None:
        """End within some seconds; what was not acknowledged is still here."""
        self._unlisten()
        with self._state:
            self._closing = True
            self._state.notify_all()
        if self._thread.ident is not None:
            self._thread.join()

    def enrol(self, code: str, office: str = "") -> str:
        """Ask the province to admit this station (as Replicator.enrol)."""
        granted = self._asking.enrol(code, office)
        self.wake()
        return granted

    def fetch(self, sha256: str) -> bytes:
        """Return a blob (as Replicator.fetch)."""
        return self._asking.fetch(sha256)

    # among the office's machines

    @property
    def part(self) -> Part:
        """What this station says to the province now."""
        return self._part

    def told(self, status: OfficeStatus) -> None:
        """The office is another way now; does not block."""
        with self._state:
            before = self._status
            if before is not None and before.station and not status.station:
                self._away_since = monotonic()
            self._status = status
            self._woken = True
            self._state.notify_all()

    def recount(self) -> None:
        """Less waits than before; does not block."""
        self._written()

    def passed(self, station: str) -> int:
        """Up to which entry of another station the province has everything, as far as this one passed it on."""
        now = self._now
        return now.relay.there.get(station, 0) if now is not None and self._part is Part.ALL else 0

    # the thread that decides

    def _run(self) -> None:
        try:
            while True:
                with self._state:
                    self._state.wait_for(lambda: self._woken or self._closing, self._rest())
                    self._woken = False
                    if self._closing:
                        return
                    part, status = self._wanted(), self._status
                if part is not self._part:
                    self._change(part)
                if self._now is None:
                    self._say_quietly(status)
                elif self._now.relay.is_due:
                    self._now.channel.wake()
        finally:
            self._silence()

    def _wanted(self) -> Part:
        status = self._status
        if status is not None and status.in_charge:
            return Part.ALL
        if status is not None and status.station:
            return Part.NOTHING if status.relays else Part.OWN
        if self._direct and self._alone_left() == 0:
            return Part.OWN
        return self._part if self._part is Part.OWN else Part.NOTHING

    def _rest(self) -> float:
        left = self._alone_left()
        return _LOOK_S if left is None else min(left, _LOOK_S)

    def _alone_left(self) -> float | None:
        """Seconds until this station goes straight; None where nothing is to be waited for."""
        status = self._status
        if not self._direct or self._part is Part.OWN or (status is not None and status.station):
            return None
        return max(0.0, self._away_since + self._alone_s - monotonic())

    def _change(self, part: Part) -> None:
        log.info("event=province_part part=%s", part.name.lower())
        self._silence()
        self._part = part
        if part is not Part.NOTHING:
            self._speak(passes_on=part is Part.ALL)
        self._tell()

    def _speak(self, *, passes_on: bool) -> None:
        journal = self._journal
        wire = Wire(self._upstream, journal.key, ServerTime(journal.clock))
        replicator = Replicator(journal, self._upstream, pace=self._pace)
        relay = RelayPush(journal, wire, self._office, self._pace, replicator.traffic, passes_on=passes_on)
        relay.on_begun = replicator.start
        relay.on_checkpoint = replicator.countersigned.answered
        relay.before_begun = lambda: make_known(journal, self._upstream)
        link = Link(journal.clock, lambda: self._waiting(passes_on=passes_on))
        channel = Channel("relay", relay.step, link, self._pace.backoff)
        channel.on_link_back = replicator.wake
        unlisten = (
            replicator.listen(lambda _: self._tell()),
            link.listen(lambda _: self._tell()),
            journal.changes.listen(lambda _streams: channel.wake()),
        )
        self._now = _Speaking(replicator, relay, channel, wire, link, unlisten)
        channel.start()

    def _silence(self) -> None:
        before, self._now = self._now, None
        if before is None:
            return
        for unlisten in before.unlisten:
            unlisten()
        before.relay.on_begun = _nothing
        end((before.channel,), (before.wire,), _CLOSE_S)
        before.replicator.close()

    def _waiting(self, *, passes_on: bool) -> Waiting:
        return relayed.waiting(self._journal, self._office) if passes_on else Waiting(0, 0)

    def _say_quietly(self, status: OfficeStatus | None) -> None:
        """While another station speaks for this one: is that one there, and what has it not passed on yet?"""
        if status is None:
            self._quiet.recount()
        elif status.station:
            self._quiet.worked(_OFFICE)
        else:
            self._quiet.failed(_OFFICE, CounterError(Code.LINK_DOWN))

    def _written(self) -> None:
        with self._state:
            if self._now is None:
                self._woken = True
                self._state.notify_all()

    def _tell(self) -> None:
        status = self.status()
        for listener in tuple(self._listeners):
            listener(status)

    def _remove(self, listener: Listener) -> None:
        with self._state:
            if listener in self._listeners:
                self._listeners.remove(listener)


def _nothing() -> None:
    """Nobody is told."""
