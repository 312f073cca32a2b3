"""A reader that is a keyboard (a "wedge"): it types the code, the screens tell the burst from a person's typing."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from counter_app.errors import Code
from counter_app.ports import DeviceKind
from devices.reader.device import clean_text
from devices.settings import DeviceSettings
from devices.supervisor import Health

log = logging.getLogger(__name__)

GAP_MS = 30
"""A person's keys are further apart; readers type every 1 to 15 ms."""
_LOOK_S = 0.25


@dataclass(frozen=True, slots=True)
class WedgeRules:
    """What a reader types around a code, and how fast: ``gap_ms`` is the longest pause within one.

    Enter or Tab always ends it.
    """

    prefix: str = ""
    suffix: str = ""
    gap_ms: int = GAP_MS


def wedge_rules(settings: DeviceSettings) -> WedgeRules:
    """Return the rules of the options ``prefix``, ``suffix``, ``gap`` (milliseconds). Raises DEVICE_SETTINGS."""
    gap = settings.number("gap", GAP_MS)
    if gap > 200:  # noqa: PLR2004 - a person types that fast
        raise settings.nonsense("gap")
    return WedgeRules(settings.options.get("prefix", ""), settings.options.get("suffix", ""), max(1, round(gap)))


class TypedReader:
    """Always there: no program can tell one keyboard from another."""

    kind = DeviceKind.READER
    poll_seconds = 0.0  # poll itself waits

    def __init__(self, *, name: str, rules: WedgeRules) -> None:
        self.name = name
        self.rules = rules
        self._told: Callable[[str], None] | None = None
        self._fault: Code | None = None
        self._stirred = threading.Event()
        self._interrupted = False

    def on_line(self, told: Callable[[str], None]) -> None:
        """Set who is told of each code, on the thread that brings it."""
        self._told = told

    def take(self, text: str) -> None:
        """Take one burst, without prefix, suffix and end; what is no clean text is refused and said."""
        clean = clean_text(text)
        if clean is None:
            self.refuse(Code.READER_GARBAGE)
            return
        self._set(None)
        if self._told is not None:
            self._told(clean)

    def refuse(self, fault: Code) -> None:
        """A burst came that is no reading: READER_GARBAGE, READER_REWRITTEN. Said until the next good one."""
        log.info("event=typed_burst_refused device=%r fault=%s", self.name, fault)
        self._set(fault)

    def _set(self, fault: Code | None) -> None:
        self._fault = fault
        self._stirred.set()

    def open(self) -> None:
        """Begin without a fault."""
        self._fault = None

    def poll(self) -> Health:
        """Wait until there is something to say."""
        if not self._interrupted and self._stirred.wait(_LOOK_S):
            self._stirred.clear()
        return Health(self._fault)

    def interrupt(self) -> None:
        """End the wait of the thread that polls."""
        self._interrupted = True
        self._stirred.set()

    def close(self) -> None:
        """There is nothing to let go."""
