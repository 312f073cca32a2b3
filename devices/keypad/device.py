"""The rating keypad: from what its line brings to presses."""

import logging
import time
from collections.abc import Callable, Mapping

from counter_app.errors import Code
from counter_app.ports import Clock, DeviceKind, KeyPress
from devices.keypad.framing import Framer, make_framer
from devices.keypad.profiles import KeypadPlan
from devices.supervisor import Health
from devices.transport.line import Transport

log = logging.getLogger(__name__)

LISTEN_S = 0.25
QUIET_S = 0.05  # a press is over when nothing came for so long; nobody presses two keys within it
DEBOUNCE_S = 0.3
GARBAGE_FROM = 8  # so many wrong bytes without one good press are a fault, such as a wrong baud rate


class KeypadProtocol:
    """Bytes to scores: framing, map, debounce, and the count of what was not understood.

    What comes at once is one burst, ended by silence. A burst is a press if it holds the code of one key, and nothing
    else: a byte that looks like a key amid rubbish (a wrong baud rate, a loose wire) is rubbish, and two different keys
    at once are no answer. Only frames, which prove themselves, may stand beside rubbish.
    """

    def __init__(self, keys: Mapping[bytes, int], framer: Framer, *, debounce_s: float = DEBOUNCE_S) -> None:
        self._keys = dict(keys)
        self._framer = framer
        self._debounce_s = debounce_s
        self._last_byte: float | None = None
        self._last_press: float | None = None
        self._burst: set[bytes] = set()  # the codes of keys in it
        self._spoilt = False
        self._rubbish_before = 0
        self._unknown = 0
        self._garbage_known = 0

    @property
    def pending(self) -> bool:
        """Whether a burst has begun that silence has not ended yet."""
        return self._last_byte is not None

    @property
    def garbage_total(self) -> int:
        """Bytes that made no press, since the beginning."""
        return self._framer.rubbish + self._unknown

    @property
    def garbage(self) -> int:
        """The same since the last good press."""
        return self.garbage_total - self._garbage_known

    def feed(self, data: bytes, now: float) -> list[int]:
        """Take what came; return the scores of bursts that had ended before. ``now`` is monotonic, in seconds."""
        scores = self.settle(now)
        if not self.pending:
            self._rubbish_before = self._framer.rubbish
        self._last_byte = now
        self._collect(self._framer.feed(data))
        return scores

    def settle(self, now: float) -> list[int]:
        """Return the score of the burst that silence has ended by now, if it is a press."""
        if self._last_byte is None or now - self._last_byte < QUIET_S:
            return []
        ended, self._last_byte = self._last_byte, None
        self._collect(self._framer.end())
        score = self._score_of_burst()
        self._burst, self._spoilt = set(), False
        if score is None:
            return []
        self._garbage_known = self.garbage_total
        # Counted from the last byte, not the last press: a key that is held down stays one press.
        bounced = self._last_press is not None and ended - self._last_press < self._debounce_s
        self._last_press = ended
        return [] if bounced else [score]

    def reset(self) -> None:
        """Forget half a press, as after a new connection."""
        self._framer.end()
        self._burst, self._spoilt, self._last_byte = set(), False, None

    def _collect(self, codes: list[bytes]) -> None:
        for code in codes:
            if code in self._keys:
                self._burst.add(code)
            else:
                self._unknown += len(code)
                self._spoilt = True

    def _score_of_burst(self) -> int | None:
        clean = not self._spoilt and self._framer.rubbish == self._rubbish_before
        if len(self._burst) == 1 and (clean or self._framer.checks):
            return self._keys[next(iter(self._burst))]
        self._unknown += sum(len(code) for code in self._burst)
        return None


class ByteKeypad:
    """A keypad on any transport; tells each press on the thread that polls it."""

    kind = DeviceKind.KEYPAD
    poll_seconds = 0.0  # poll itself waits for bytes

    def __init__(
        self,
        transport: Transport,
        *,
        name: str,
        plan: KeypadPlan,
        clock: Clock,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = name
        self.plan = plan
        self.protocol = KeypadProtocol(plan.keys, make_framer(plan.framing, plan.keys, plan.bcc))
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
        self.protocol.reset()

    def poll(self) -> Health:
        """Wait a little for presses and tell them. Raises DEVICE_LOST."""
        data = self._transport.read(64, QUIET_S if self.protocol.pending else LISTEN_S)
        now = self._monotonic()
        scores = self.protocol.feed(data, now) if data else self.protocol.settle(now)
        self._log_burst()
        for score in scores:
            if self._told is not None:
                self._told(KeyPress(score, self._clock.now()))
        return Health(Code.KEYPAD_GARBAGE if self.protocol.garbage >= GARBAGE_FROM else None)

    def welcome(self) -> None:
        """Let the keypad light up or speak: a rating is open. Raises DEVICE_SILENT, DEVICE_LOST."""
        self._send(self.plan.welcome)

    def thanks(self) -> None:
        """Let the keypad say thanks: the answer was taken. Raises DEVICE_SILENT, DEVICE_LOST."""
        self._send(self.plan.thanks)

    def _send(self, command: bytes) -> None:
        while command:
            command = command[self._transport.write(command) :]

    def _log_burst(self) -> None:
        if self.protocol.garbage and not self._in_burst:
            log.info("event=keypad_garbage device=%r total=%d", self.name, self.protocol.garbage_total)
        self._in_burst = self.protocol.garbage > 0

    def interrupt(self) -> None:
        """End the wait of the thread that polls."""
        self._transport.interrupt()

    def close(self) -> None:
        """Disconnect."""
        self._transport.close()
