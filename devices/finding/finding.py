"""Searching everywhere at once: serial ports, USB printers, SANE, eSCL, the system's printers, sound."""

import contextlib
import logging
import queue
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from counter_app.errors import Code, CounterError
from counter_app.ports import DeviceKind
from devices.finding.found import FailedSearch, Findings, FoundDevice, Search, Where
from devices.finding.serial_devices import find_serial
from devices.finding.sound import find_sound
from devices.finding.spooled_printers import find_spooled
from devices.finding.usb_printers import find_usb_printers
from devices.scanner.escl_finding import find_escl
from devices.scanner.sane_list import PROGRAM, list_sane
from devices.scanner.scanner_device import FoundScanner
from devices.scanner.wia import list_wia
from devices.settings import DeviceSettings

log = logging.getLogger(__name__)

SECONDS = 8.0
"""How long a search may take unless it is said: SANE asks every driver, and those ask the network."""
_GRACE_S = 4.0
"""How much longer a search that keeps its own time may need for its end."""
_LOOK_S = 0.2
_NETWORK_S = 5.0  # whoever has not answered on the network by then sleeps
_LEFT_OUT = ("v4l:", "airscan:e")
"""What SANE lists and no officer wants: cameras, and a second time the network scanners of our own search."""


def searches(named: Sequence[DeviceSettings] = ()) -> Mapping[Where, Search]:
    """Return every search; ``named`` are the settings whose ports the system may not list."""
    return {
        Where.SERIAL: partial(find_serial, named=named),
        Where.USB: find_usb_printers,
        Where.SPOOL: find_spooled,
        Where.SANE: _find_sane,
        Where.ESCL: _find_escl,
        Where.SOUND: find_sound,
    }


def find_devices(
    seconds: float = SECONDS,
    named: Sequence[DeviceSettings] = (),
    made: Mapping[Where, Search] | None = None,
    *,
    grace_s: float = _GRACE_S,
    given_up: Callable[[], bool] = lambda: False,
) -> Findings:
    """Search everywhere side by side, each for at most ``seconds``; blocks so long, so never on the main thread.

    A search that fails or does not end is told as failed and keeps nothing of the others from being told; so are those
    that have not ended when ``given_up`` says that nobody waits any more.
    """
    todo = searches(named) if made is None else made
    answers: queue.Queue[tuple[Where, Sequence[FoundDevice] | CounterError]] = queue.Queue()
    for where, search in todo.items():
        # A daemon: a driver that hangs for ever is given up, and keeps the program from nothing.
        threading.Thread(
            target=lambda where=where, search=search: answers.put((where, _searched(where, search, seconds))),
            name=f"find-{where.value}",
            daemon=True,
        ).start()
    done: dict[Where, Sequence[FoundDevice] | CounterError] = {}
    until = time.monotonic() + seconds + grace_s
    while len(done) < len(todo) and time.monotonic() < until and not given_up():
        with contextlib.suppress(queue.Empty):
            where, answer = answers.get(timeout=min(_LOOK_S, grace_s))
            done[where] = answer
    late = {where: CounterError(Code.SEARCH_TIMED_OUT, where=where, seconds=round(seconds)) for where in todo}
    return _findings({where: done.get(where, late[where]) for where in todo})


def _searched(where: Where, search: Search, seconds: float) -> Sequence[FoundDevice] | CounterError:
    try:
        return search(seconds)
    except CounterError as error:
        return error
    except Exception as error:
        log.exception("event=search_failed where=%s", where)
        return CounterError(Code.SEARCH_FAILED, where=where, detail=type(error).__name__)


def _findings(answers: Mapping[Where, Sequence[FoundDevice] | CounterError]) -> Findings:
    found: list[FoundDevice] = []
    failed = []
    for where, answer in answers.items():
        if isinstance(answer, CounterError):
            failed.append(FailedSearch(where, answer))
        else:
            found.extend(answer)
    counts = " ".join(f"{where.value}={_count(answer)}" for where, answer in answers.items())
    log.info("event=devices_searched %s", counts)
    return Findings(tuple(found), tuple(failed))


def _count(answer: Sequence[FoundDevice] | CounterError) -> str:
    return answer.code.value if isinstance(answer, CounterError) else str(len(answer))


def _find_sane(seconds: float) -> Sequence[FoundDevice]:
    if sys.platform == "win32":  # Windows has a search of its own in SANE's place
        return _scanners(list_wia())
    try:
        found = list_sane(seconds)
    except CounterError as error:
        if error.code is Code.DEVICE_ABSENT:
            raise CounterError(Code.PROGRAM_MISSING, program=PROGRAM) from None
        raise
    return _scanners([one for one in found if not one.address.startswith(_LEFT_OUT)])


def _find_escl(seconds: float) -> Sequence[FoundDevice]:
    return _scanners(find_escl(min(seconds, _NETWORK_S)))


def _scanners(found: Sequence[FoundScanner]) -> Sequence[FoundDevice]:
    return [
        FoundDevice((DeviceKind.SCANNER,), one.name, one.transport, one.address, one.identity, one.address)
        for one in found
    ]
