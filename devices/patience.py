"""How long a device is waited for: between two attempts, and for a call into its driver to come back."""

import logging
import random
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from counter_app.ports import DeviceKind

log = logging.getLogger(__name__)

LOOK_S = 1.0


@dataclass(frozen=True, slots=True)
class Backoff:
    """The pauses between attempts: each step in turn, then the last one for ever, ± ``jitter`` of it.

    Jitter, because after a power cut every desk of a province would else come back at the same moment.
    """

    steps: Sequence[float] = (1.0, 2.0, 5.0, 10.0, 30.0)
    jitter: float = 0.2

    def pauses(self, chance: random.Random) -> Iterator[float]:
        """Yield the pauses in seconds, without end."""
        for attempt in range(1_000_000_000):
            step = self.steps[min(attempt, len(self.steps) - 1)]
            yield step * (1 + chance.uniform(-self.jitter, self.jitter))


def wait_for(event: threading.Event, seconds: float) -> None:
    """Wait until the event is set, or for so long; tests give another function that only writes the seconds down."""
    event.wait(seconds)


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds without a sign of life after which a driver is given up: in a look or an opening, and in a job."""

    call_s: float = 30.0
    job_s: float = 180.0


LIMITS: Mapping[DeviceKind, Limits] = MappingProxyType(
    {
        DeviceKind.PRINTER: Limits(30, 180),  # a raster over 9600 baud takes 46 s
        DeviceKind.KEYPAD: Limits(15, 15),
        DeviceKind.READER: Limits(15, 15),
        DeviceKind.SCANNER: Limits(90, 900),  # its programs are watched by themselves; one page may take minutes
    }
)


class Watch:
    """A thread that looks at all the devices' threads once a second, as none of them can see itself hang."""

    def __init__(self, look: Callable[[], None], seconds: float = LOOK_S) -> None:
        self._look = look
        self._seconds = seconds
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="device-watch", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def close(self) -> None:
        """Look no more; harmless when not started."""
        self._closing.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._closing.wait(self._seconds):
            try:
                self._look()
            except Exception:
                log.exception("event=device_watch_failed")
