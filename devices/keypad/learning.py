"""Learning a keypad whose protocol nobody wrote down: press each key in turn, and see what it sends."""

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from counter_app.domain.ratings import scores_of_levels
from counter_app.errors import DeviceError
from devices.keypad.framing import FRAMINGS, LINE_ENDS, Bcc, Framing, make_framer
from devices.keypad.profiles import with_speed
from devices.registry import build_transport
from devices.settings import MAX_CODE, DeviceSettings, TransportKind
from devices.transport.line import Transport

log = logging.getLogger(__name__)

QUIET_S = 0.12  # so long nothing comes: the press is over, also on a slow line
_LISTEN_S = 0.25
_MAX_PRESS = 256


class Learned(StrEnum):
    """What became of a press."""

    TAKEN = "taken"  # the next key is asked for
    DONE = "done"  # that was the last key
    TWICE = "twice"  # another key sent the same before
    UNCLEAR = "unclear"  # it fits nothing that the other keys sent: press again


@dataclass(frozen=True, slots=True)
class LearnedKeys:
    """What was learned, as ``DeviceSettings`` keeps it: the map of keys, and the options of the framing."""

    keys: Mapping[str, int]
    options: Mapping[str, str]

    def applied(self, settings: DeviceSettings) -> DeviceSettings:
        """Return the settings of a keypad that has learned this; it goes before what the profile says."""
        return replace(settings, keys=self.keys, options={**settings.options, **self.options})


class KeyLearning:
    """Asks for each key in turn, best first, and finds out how the keypad frames what it sends. Knows no device.

    Give each press whole, as ``KeypadSession`` tells it. A press that leaves no way to read all keys is refused, and
    so is one that cannot be told from an earlier one.
    """

    def __init__(self, levels: int) -> None:
        """``levels`` is how many keys there are: 3, 4 or 5. Raises RULE_INVALID."""
        self._levels = levels
        self._scores = scores_of_levels(levels)
        self._raw: list[bytes] = []
        self._ways = self._ways_for(())

    @property
    def wanted(self) -> int | None:
        """The score whose key is asked for now; None when all keys are known."""
        return self._scores[len(self._raw)] if len(self._raw) < len(self._scores) else None

    @property
    def known(self) -> tuple[int, ...]:
        """The scores whose keys are known."""
        return self._scores[: len(self._raw)]

    def take(self, raw: bytes) -> Learned:
        """Take what one press sent."""
        if self.wanted is None:
            return Learned.DONE
        if self._is_known(raw):
            return Learned.TWICE
        tried = (*self._raw, raw)
        ways = self._ways_for(tried)
        if not ways:
            return Learned.UNCLEAR
        self._raw, self._ways = list(tried), ways
        return Learned.TAKEN if len(tried) < len(self._scores) else Learned.DONE

    def back(self) -> None:
        """Ask for the last key again; harmless at the first."""
        self._raw = self._raw[:-1]
        self._ways = self._ways_for(tuple(self._raw))

    def outcome(self) -> LearnedKeys | None:
        """Return what was learned, by the reading that proves most; None until all keys are known."""
        if self.wanted is not None:
            return None
        (framing, bcc), codes = next(iter(self._ways.items()))
        options = {"framing": framing.value, "levels": str(self._levels)}
        if framing is Framing.STX_ETX:
            options["bcc"] = bcc.value
        keys = {f"0x{code.hex()}": score for code, score in zip(codes, self._scores, strict=True)}
        return LearnedKeys(keys, options)

    def _is_known(self, raw: bytes) -> bool:
        """Whether the likeliest reading of the keys so far takes this for one of them, perhaps held down."""
        way, codes = next(iter(self._ways.items()))
        return _code(raw, way) in codes

    @staticmethod
    def _ways_for(pressed: tuple[bytes, ...]) -> dict[tuple[Framing, Bcc], tuple[bytes, ...]]:
        """Return each way to read all presses, with the codes that it finds: one a press, no two alike."""
        found = {}
        for framing, checks in FRAMINGS.items():
            for bcc in checks:
                codes = tuple(code for raw in pressed if (code := _code(raw, (framing, bcc))) is not None)
                if len(set(codes)) == len(pressed):
                    found[framing, bcc] = codes
        return found


def _code(raw: bytes, way: tuple[Framing, Bcc]) -> bytes | None:
    """Return the one code of a press, if the framing finds one and nothing beside it; a held key repeats itself."""
    framing, bcc = way
    if framing is Framing.WHOLE:
        return raw if 0 < len(raw) <= MAX_CODE else None
    bare = raw.strip(LINE_ENDS) if framing is Framing.BYTE else raw
    framer = make_framer(framing, {bytes((byte,)) for byte in bare}, bcc)
    codes = {*framer.feed(raw), *framer.end()}
    return codes.pop() if len(codes) == 1 and not framer.rubbish else None


class KeypadSession:
    """Listens to the bare transport of a keypad, while its usual device is let go, and tells the bytes of each press.

    All are called on the session's own thread: ``opened`` when it listens, ``told`` once a press; ``failed`` when the
    keypad cannot be opened or is lost, after which nothing more comes.
    """

    def __init__(
        self,
        settings: DeviceSettings,
        told: Callable[[bytes], None],
        failed: Callable[[DeviceError], None] = lambda _: None,
        opened: Callable[[], None] = lambda: None,
    ) -> None:
        """Raises DEVICE_SETTINGS for a keypad that types: its keys come from the keyboard, not from a line."""
        if settings.transport is TransportKind.KEYS:
            raise settings.nonsense("transport")
        self._transport: Transport = build_transport(with_speed(settings))
        self._told, self._failed, self._opened = told, failed, opened
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"learn-{settings.name}", daemon=True)

    def start(self) -> None:
        """Open the keypad and listen."""
        self._thread.start()

    def close(self) -> None:
        """Let the keypad go; returns when nobody is told any more."""
        self._closing.set()
        self._transport.interrupt()
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join()

    def _run(self) -> None:
        try:
            self._transport.open()
            log.info("event=learning_started")
            self._opened()
            while not self._closing.is_set():
                self._listen()
        except DeviceError as error:
            if not self._closing.is_set():
                log.info("event=learning_failed code=%s", error.code)
                self._failed(error)
        finally:
            self._transport.close()

    def _listen(self) -> None:
        press = self._transport.read(_MAX_PRESS, _LISTEN_S)
        while press and len(press) < _MAX_PRESS and (more := self._transport.read(_MAX_PRESS, QUIET_S)):
            press += more
        if press and not self._closing.is_set():
            self._told(press)
