"""What time it is in an office: the middle one of its machines' clocks, so that one wrong clock is nobody's time."""

import logging
import threading
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from counter_app.clocks import OfficeClock
from counter_app.ports import Clock
from sync.records import OfficeAnswer

log = logging.getLogger(__name__)

SETTLED = timedelta(seconds=1)
"""A new agreement that differs less from the last one is none: each network has its delays."""
_NOTABLE = timedelta(minutes=1)
_HEARD_FOR_S = 600.0
_NO_CLOCK_MS = 100 * 365 * 86_400_000
_MS = timedelta(milliseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def middle(ahead: Iterable[timedelta]) -> timedelta:
    """Return the median of how far the others are ahead of the own clock, which counts too.

    Of an even number the one nearer the own clock: two machines that differ prove nothing.
    """
    ordered = sorted([*ahead, timedelta()])
    half = len(ordered) // 2
    two = ordered[half - 1 : half + 1] if len(ordered) % 2 == 0 else ordered[half : half + 1]
    return min(two, key=abs)


class OfficeClocks:
    """The clocks that this station knows of, and the office's time. Thread-safe.

    The station in charge hears all others, so it says what time it is; who follows goes by that. Who hears nobody
    keeps the last agreement.
    """

    def __init__(self, clock: Clock) -> None:
        # Where a clock is not the office's (a test, a tool) nothing reads what is agreed on.
        self._clock = clock if isinstance(clock, OfficeClock) else OfficeClock(clock)
        self._heard: dict[str, tuple[float, timedelta | None]] = {}
        self._lock = threading.Lock()

    @property
    def own_ms(self) -> int:
        """This machine's own clock, in milliseconds since 1970 UTC."""
        return (self._clock.own.now() - _EPOCH) // _MS

    @property
    def office_ms(self) -> int:
        """The office's time, likewise."""
        return (self._clock.now() - _EPOCH) // _MS

    def said(self, station: str, clock_ms: int, now: float, age_s: float = 0.0) -> None:
        """A machine said what its own clock shows, ``age_s`` before ``now``; 0 where it did not say."""
        ahead = self._ahead_of_own(clock_ms, age_s)
        with self._lock:
            self._heard[station] = now, ahead

    def answered(self, answer: OfficeAnswer, asked: float, now: float, *, followed: bool) -> None:
        """Take the clocks of an answer to what was asked at ``asked``; the one followed says what time it is."""
        age_s = (now - asked) / 2
        self.said(answer.station, answer.clock, now, age_s)
        ahead = self._ahead_of_own(answer.time, age_s)
        if followed and ahead is not None:
            self._agree(ahead)

    def lead(self, now: float) -> None:
        """Say what time it is: the middle of the clocks heard lately."""
        with self._lock:
            lately = [ahead for at, ahead in self._heard.values() if now - at < _HEARD_FOR_S]
        self._agree(middle(ahead for ahead in lately if ahead is not None))

    def contacts(self, now: float) -> dict[str, datetime]:
        """When each machine was last heard, in the office's time."""
        at_once = self._clock.now()
        with self._lock:
            return {station: at_once - timedelta(seconds=now - at) for station, (at, _) in self._heard.items()}

    def wrong_by(self, own: str) -> dict[str, timedelta]:
        """How far each machine's clock is ahead of the office's time; ``own`` names this one."""
        behind = self._clock.behind
        with self._lock:
            others = {station: ahead - behind for station, (_, ahead) in self._heard.items() if ahead is not None}
        return {own: -behind, **others}

    def _ahead_of_own(self, ms: int, age_s: float) -> timedelta | None:
        """None where nothing was said, or what no clock shows: there is no date to be reckoned from that."""
        far = ms - self.own_ms
        return None if not ms or abs(far) > _NO_CLOCK_MS else far * _MS + timedelta(seconds=age_s)

    def _agree(self, behind: timedelta) -> None:
        if abs(behind - self._clock.behind) < SETTLED:
            return
        self._clock.behind = behind
        level = logging.WARNING if abs(behind) > _NOTABLE else logging.INFO
        log.log(level, "event=office_time behind_s=%d", behind.total_seconds())
