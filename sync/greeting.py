"""Asks the server who it is, now and then: its clock beside this machine's, its version beside this program's."""

import logging
from datetime import UTC, datetime, timedelta
from time import monotonic

from counter_app.errors import Code, CounterError
from counter_app.ports import Clock
from sync import records
from sync.faults import AWAY
from sync.link import Fault, Link
from sync.records import Health, RefusedError
from sync.wire import Wire, version_differs

log = logging.getLogger(__name__)

_EVERY_S = 900.0
_FAR_OFF = timedelta(minutes=1)
_VERSIONS_APART = 2  # one apart is what an upgrade looks like from the other end


class Greeting:
    """Used by one thread; what it learns is in the link's status."""

    def __init__(self, wire: Wire, clock: Clock, link: Link) -> None:
        self._wire = wire
        self._clock = clock
        self._link = link
        self._next = 0.0

    def now_and_then(self) -> None:
        """Ask if it is time to. Raises what a call raises when no server answered."""
        if monotonic() < self._next:
            return
        began, asked = monotonic(), self._clock.now()
        try:
            health = records.decode(self._wire.call("GET", "/v1/health").content, Health)
            self._learn(health, asked, timedelta(seconds=monotonic() - began))
        except RefusedError as refused:
            log.info("event=not_greeted code=%s", refused.code)
        except (ValueError, OverflowError, OSError):
            log.info("event=not_greeted code=unreadable")
        self._next = monotonic() + _EVERY_S

    def after(self, error: CounterError) -> None:
        """Ask again with the next contact if the link was lost: it may lead elsewhere then."""
        if error.code in AWAY:
            self._next = 0.0

    def _learn(self, health: Health, asked: datetime, took: timedelta) -> None:
        # The server says whole seconds; its answer was made about half-way.
        theirs = datetime.fromtimestamp(health.clock, UTC) + timedelta(seconds=0.5)
        skew = theirs - asked - took / 2
        apart = timedelta(seconds=round(skew.total_seconds(), 1))
        notice = _notice(health.protocol, skew)
        self._link.greeted(apart, notice, program=health.program, protocol=health.protocol)


def _notice(protocol: int, skew: timedelta) -> Fault | None:
    apart = version_differs(str(protocol))
    if apart is not None and abs(protocol - records.PROTOCOL) >= _VERSIONS_APART:
        return apart, {"server": protocol, "own": records.PROTOCOL}
    if abs(skew) > _FAR_OFF:
        return Code.CLOCK_WRONG, {"minutes": max(1, round(abs(skew) / timedelta(minutes=1)))}
    return None
