"""A keypad that is a keyboard: it types a digit, and the screen that asks hands it on."""

import threading
import time
from collections.abc import Callable

from counter_app.ports import Clock, DeviceKind, KeyPress
from devices.keypad.device import DEBOUNCE_S
from devices.keypad.profiles import KeypadPlan
from devices.supervisor import Health

_LOOK_S = 1.0


class TypedKeypad:
    """Always there: no program can tell one keyboard from another. It has no lights, so nothing is sent to it."""

    kind = DeviceKind.KEYPAD
    poll_seconds = 0.0  # poll itself waits

    def __init__(
        self, *, name: str, plan: KeypadPlan, clock: Clock, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self.name = name
        self.plan = plan
        self._clock = clock
        self._monotonic = monotonic
        self._told: Callable[[KeyPress], None] | None = None
        self._last: float | None = None
        self._interrupted = threading.Event()

    def on_press(self, told: Callable[[KeyPress], None]) -> None:
        """Set who is told of each press (after debounce), on the thread that typed it."""
        self._told = told

    def typed(self, text: str) -> bool:
        """Take what a key typed; returns whether it is one of this keypad's keys."""
        score = self.plan.keys.get(text.encode("ascii")) if text.isascii() else None
        if score is None:
            return False
        now, last = self._monotonic(), self._last
        self._last = now
        if self._told is not None and (last is None or now - last >= DEBOUNCE_S):
            self._told(KeyPress(score, self._clock.now()))
        return True

    def open(self) -> None:
        """There is nothing to open."""

    def poll(self) -> Health:
        """Wait: what is typed comes by itself."""
        self._interrupted.wait(_LOOK_S)
        return Health()

    def interrupt(self) -> None:
        """End the wait of the thread that polls."""
        self._interrupted.set()

    def close(self) -> None:
        """There is nothing to let go."""
