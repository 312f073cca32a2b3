"""Notices that the machine slept, or is in another network: its connections lead nowhere then, and nothing says so."""

import contextlib
import logging
import socket
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

log = logging.getLogger(__name__)

EVERY_S = 5.0
_SLEPT_S = 20.0
_NOWHERE = ("192.0.2.1", 9)  # RFC 5737; asked of the routing table only, nothing is sent


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a look finds: seconds that do not pass while the machine sleeps, those that do, and the own address."""

    awake: float
    passed: float
    address: str | None


def look(peer: tuple[str, int] | None) -> Surroundings:
    """Look from here towards ``peer``."""
    passed = time.clock_gettime(time.CLOCK_BOOTTIME) if sys.platform == "linux" else time.time()
    return Surroundings(time.monotonic(), passed, _address(peer or _NOWHERE))


def _address(peer: tuple[str, int]) -> str | None:
    """Return the address that packets to ``peer`` would bear, None where there is no way."""
    family = socket.AF_INET6 if ":" in peer[0] else socket.AF_INET
    with contextlib.suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as asking:
        asking.connect(peer)
        return str(asking.getsockname()[0])
    return None


class Watch:
    """A thread that looks every few seconds, and tells ``moved`` when the old connections are worth nothing."""

    def __init__(self, look: Callable[[], Surroundings], moved: Callable[[], None], every_s: float = EVERY_S) -> None:
        self._look = look
        self._moved = moved
        self._every_s = every_s
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sync-watch", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def close(self) -> None:
        """End the thread."""
        self._end.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        before = self._look()
        address = before.address
        while not self._end.wait(self._every_s):
            now = self._look()
            slept = (now.passed - before.passed) - (now.awake - before.awake) > _SLEPT_S
            # An address that is gone for a moment and comes back is the same network.
            elsewhere = now.address is not None and now.address != address
            if slept or elsewhere:
                log.info("event=moved slept=%s elsewhere=%s", slept, elsewhere)
                self._moved()
            before, address = now, now.address or address
