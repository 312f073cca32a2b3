"""A thread that repeats one step: at once while there is more, later when there is not, with back-off when it fails."""

import logging
import math
import random
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from time import monotonic

from counter_app.errors import Code, CounterError
from sync.link import Link
from sync.records import RefusedError
from sync.wire import Wire

log = logging.getLogger(__name__)

_JITTER = random.SystemRandom()
_MOST_DOUBLINGS = 16


@dataclass(frozen=True, slots=True)
class Backoff:
    """Seconds before the first retry and at most; they double, less up to half by chance."""

    first_s: float = 1.0
    longest_s: float = 300.0

    def delay(self, failures: int, asked: float | None) -> float:
        """Return the seconds before the next try after ``failures`` in a row; ``asked`` is the server's Retry-After."""
        grown = min(self.longest_s, math.ldexp(self.first_s, min(failures - 1, _MOST_DOUBLINGS)))
        jittered = grown * _JITTER.uniform(0.5, 1.0)
        return max(jittered, min(asked or 0.0, self.longest_s))


class Step(Enum):
    """How a step ended; only IDLE had no contact with the server."""

    MORE = auto()
    DONE = auto()
    IDLE = auto()


class Channel:
    """Never gives up: whatever a step raises, it is tried again."""

    def __init__(self, name: str, step: Callable[[], Step], link: Link, backoff: Backoff) -> None:
        self.name = name
        self._step = step
        self._link = link
        self._backoff = backoff
        self._state = threading.Condition()
        self._woken = False
        self._hurried = False
        self._closing = False
        self._failures = 0
        self.on_link_back: Callable[[], None] = lambda: None
        self._thread = threading.Thread(target=self._run, name=f"sync-{name}", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wake(self) -> None:
        """There may be something to do; a back-off goes on."""
        with self._state:
            self._woken = True
            self._state.notify_all()

    def hurry(self) -> None:
        """Try now, even during a back-off."""
        with self._state:
            self._woken = self._hurried = True
            self._state.notify_all()

    def stop(self) -> None:
        """End after the step under way; does not wait."""
        with self._state:
            self._closing = True
            self._state.notify_all()

    def join(self, seconds: float) -> bool:
        """Wait for the end; False if it did not come in time."""
        if self._thread.is_alive():
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while not self._closing:
            try:
                self._do_step()
            except CounterError as error:
                asked = error.retry_after if isinstance(error, RefusedError) else error.params.get("retry_after")
                self._fail(error, asked if isinstance(asked, float) else None)
            except Exception:
                log.exception("event=sync_step_failed channel=%s", self.name)
                self._fail(CounterError(Code.SERVER_REFUSED), None)

    def _do_step(self) -> None:
        with self._state:
            self._woken = self._hurried = False
        outcome = self._step()
        self._failures = 0
        if outcome is Step.IDLE:
            self._link.idle(self.name)
        elif self._link.worked(self.name):
            self.on_link_back()
        if outcome is not Step.MORE:
            with self._state:
                self._state.wait_for(lambda: self._woken or self._closing)

    def _fail(self, error: CounterError, asked: float | None) -> None:
        if self._closing:
            return
        self._failures += 1
        self._link.failed(self.name, error)
        end = monotonic() + self._backoff.delay(self._failures, asked)
        while self._pause_until(end):
            self._link.recount()

    def _pause_until(self, end: float) -> bool:
        """Pause; True when woken before the end, which is no reason to try again but to count again."""
        with self._state:
            self._woken = False
            self._state.wait_for(lambda: self._woken or self._hurried or self._closing, max(0.0, end - monotonic()))
            return self._woken and not self._hurried and not self._closing


def end(channels: Sequence[Channel], wires: Sequence[Wire], within_s: float) -> None:
    """End channels and their conversations, whatever is under way."""
    for channel in channels:
        channel.stop()
    for wire in wires:
        wire.cut()
    last = monotonic() + within_s
    for channel in channels:
        if not channel.join(max(0.0, last - monotonic())):
            log.warning("event=sync_thread_stays channel=%s", channel.name)
    for wire in wires:
        wire.close()
