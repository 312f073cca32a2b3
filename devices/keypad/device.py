"""The rating keypad: one byte a press."""

import logging
import time
from collections.abc import Callable, Mapping

from counter_app.errors import Code
from counter_app.ports import Clock, DeviceKind, KeyPress
from devices.supervisor import Health
from devices.transport.line import Transport

log = logging.getLogger(__name__)

LISTEN_S = 0.25
DEBOUNCE_S = 0.3
GARBAGE_FROM = 8  # so many wrong bytes without one good press are a fault, such as a wrong baud rate
LINE_ENDS = frozenset(b"\r\n")  # some keypads send "1\r\n"; harmless


class KeypadProtocol:
    """Bytes to scores: the map, debounce, and the count of what was not understood."""

    def __init__(self, keys: Mapping[int, int], *, debounce_s: float = DEBOUNCE_S) -> None:
        self._keys = dict(keys)
        self._debounce_s = debounce_s
        self._last_press: float | None = None
        self.garbage = 0  # since the last good press
        self.garbage_total = 0

    def feed(self, data: bytes, now: float) -> list[int]:
        """Return the scores pressed; ``now`` is monotonic, in seconds."""
        scores = []
        for byte in data:
            score = self._keys.get(byte)
            if score is None:
                self._count_garbage(byte)
                continue
            self.garbage = 0
            # Counted from the last byte, not the last press: a key that is held down stays one press.
            if self._last_press is None or now - self._last_press >= self._debounce_s:
                scores.append(score)
            self._last_press = now
        return scores

    def _count_garbage(self, byte: int) -> None:
        if byte not in LINE_ENDS:
            self.garbage += 1
            self.garbage_total += 1


class ByteKeypad:
    """A keypad on any transport; tells each press on the thread that polls it."""

    kind = DeviceKind.KEYPAD
    poll_seconds = 0.0  # poll itself waits for bytes

    def __init__(
        self,
        transport: Transport,
        *,
        name: str,
        keys: Mapping[int, int],
        clock: Clock,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = name
        self.protocol = KeypadProtocol(keys)
        self._transport = transport
        self._clock = clock
        self._monotonic = monotonic
        self._told: Callable[[KeyPress], None] | None = None
        self._in_burst = False

    def on_press(self, told: Callable[[KeyPress], None]) -> None:
        """Set who is told of each press (after debounce)."""
        self._told = told

    def open(self) -> None:
        """Connect. Raises DeviceError."""
        self._transport.open()

    def poll(self) -> Health:
        """Wait a little for presses and tell them. Raises DEVICE_LOST."""
        data = self._transport.read(64, LISTEN_S)
        scores = self.protocol.feed(data, self._monotonic()) if data else []
        self._log_burst()
        for score in scores:
            if self._told is not None:
                self._told(KeyPress(score, self._clock.now()))
        return Health(Code.KEYPAD_GARBAGE if self.protocol.garbage >= GARBAGE_FROM else None)

    def _log_burst(self) -> None:
        if self.protocol.garbage and not self._in_burst:
            log.info("event=keypad_garbage device=%s total=%d", self.name, self.protocol.garbage_total)
        self._in_burst = self.protocol.garbage > 0

    def interrupt(self) -> None:
        """End the wait of the thread that polls."""
        self._transport.interrupt()

    def close(self) -> None:
        """Disconnect."""
        self._transport.close()
