"""What goes wrong with the devices of a played day, drawn from a seed, and how it is put right again."""

import random
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from counter_app.errors import Code, DeviceError
from counter_app.ports import Clock, DeviceKind, DeviceState
from devices.fleet import Devices
from devices.scanner.virtual import ScannerFault
from devices.virtual import VirtualStation

_PATIENCE_S = 60.0
_NEWS_S = 0.3
"""How long a device that seems ready may take to notice that it is not."""


class Mishap(StrEnum):
    """What a hand, a mouse or a thunderstorm does to a device."""

    PAPER_OUT = "paper-out"
    PAPER_ENDS = "paper-ends"  # in the middle of a ticket
    PAPER_LOW = "paper-low"
    COVER = "cover"
    JAM = "jam"
    MUTE = "mute"
    DROP = "drop"
    SLOW = "slow"
    GARBAGE = "garbage"
    UNPLUG = "unplug"
    CRASH = "crash"
    TORN = "torn"
    IO = "io"


_DRAWN: Mapping[DeviceKind, tuple[float, Sequence[Mishap]]] = {
    DeviceKind.PRINTER: (
        0.2,
        (
            Mishap.PAPER_OUT,
            Mishap.PAPER_ENDS,
            Mishap.PAPER_LOW,
            Mishap.COVER,
            Mishap.JAM,
            Mishap.MUTE,
            Mishap.DROP,
            Mishap.SLOW,
            Mishap.GARBAGE,
            Mishap.UNPLUG,
        ),
    ),
    DeviceKind.SCANNER: (
        0.08,
        (Mishap.JAM, Mishap.COVER, Mishap.IO, Mishap.TORN, Mishap.CRASH, Mishap.SLOW, Mishap.UNPLUG),
    ),
    DeviceKind.KEYPAD: (0.4, (Mishap.UNPLUG, Mishap.DROP, Mishap.MUTE, Mishap.GARBAGE)),
    DeviceKind.READER: (0.12, (Mishap.UNPLUG, Mishap.DROP, Mishap.MUTE, Mishap.GARBAGE, Mishap.SLOW)),
    DeviceKind.SPEAKER: (0.03, (Mishap.UNPLUG,)),
}
"""How often something happens when a device is used, and what."""

_SCANNER = {
    Mishap.JAM: ScannerFault.JAM,
    Mishap.COVER: ScannerFault.COVER,
    Mishap.IO: ScannerFault.IO,
    Mishap.TORN: ScannerFault.TRUNCATED,
    Mishap.CRASH: ScannerFault.CRASH,
    Mishap.SLOW: ScannerFault.SLOW,
}


@dataclass(frozen=True, slots=True)
class Happened:
    """One mishap: when by the day's clock, and how many real seconds until the work was done all the same."""

    at: datetime
    device: DeviceKind
    mishap: Mishap
    seconds: float


@dataclass(frozen=True, slots=True)
class _UnderWay:
    at: datetime
    mishap: Mishap
    began: float


class Calm:
    """A day on which nothing goes wrong: a failure is a failure."""

    happened: tuple[Happened, ...] = ()

    def strike(self, kind: DeviceKind) -> None:
        """Do nothing before a device is used."""

    def mend(self, kind: DeviceKind) -> bool:
        """Say that nothing was broken here."""
        return False

    def over(self, kind: DeviceKind) -> None:
        """Do nothing after it was used."""


class Mishaps(Calm):
    """Breaks the virtual devices as a seed says; the same seed breaks the same devices at the same moments."""

    def __init__(self, virtual: VirtualStation, devices: Devices, clock: Clock, seed: int) -> None:
        self._virtual, self._devices, self._clock = virtual, devices, clock
        self._chances = {kind: random.Random(f"{seed}/{kind}") for kind in _DRAWN}  # noqa: S311 - a play
        self._now: dict[DeviceKind, _UnderWay] = {}
        self._told: list[Happened] = []
        self._changed = threading.Condition()
        devices.on_change(lambda _: self._wake())

    @property
    def happened(self) -> tuple[Happened, ...]:  # type: ignore[override]
        """Everything so far."""
        return tuple(self._told)

    def strike(self, kind: DeviceKind) -> None:
        """Perhaps break a device that is about to be used."""
        chance, (share, mishaps) = self._chances[kind], _DRAWN[kind]
        happens, mishap, page = chance.random() < share, chance.choice(mishaps), chance.randint(1, 2)
        if happens:
            self._now[kind] = _UnderWay(self._clock.now(), mishap, time.monotonic())
            self._broken(kind, page)[mishap]()

    def mend(self, kind: DeviceKind) -> bool:
        """After a failure: put right what was broken and wait until the device is ready. False: nothing was broken.

        Raises DEVICE_SILENT for a device that does not come back by itself.
        """
        if kind not in self._now:
            return False
        self._put_right(kind)
        with self._changed:
            self._changed.wait(_NEWS_S)
            if not self._changed.wait_for(lambda: self._is_ready(kind), _PATIENCE_S):
                raise DeviceError(Code.DEVICE_SILENT, device=kind.value, seconds=_PATIENCE_S)
        return True

    def over(self, kind: DeviceKind) -> None:
        """The work is done: put right what was broken, and take it down."""
        struck = self._now.pop(kind, None)
        if struck is not None:
            self._put_right(kind)
            self._told.append(Happened(struck.at, kind, struck.mishap, time.monotonic() - struck.began))

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def _is_ready(self, kind: DeviceKind) -> bool:
        return all(one.state is DeviceState.READY for one in self._devices.statuses() if one.kind is kind)

    # how things break

    def _broken(self, kind: DeviceKind, page: int) -> Mapping[Mishap, Callable[[], None]]:
        match kind:
            case DeviceKind.PRINTER:
                return self._printer_broken()
            case DeviceKind.SCANNER:
                scanner = self._virtual.scanner
                made = {one: lambda f=fault: scanner.fault(f, page, 0.01) for one, fault in _SCANNER.items()}
                return {**made, Mishap.UNPLUG: scanner.unplug}
            case DeviceKind.SPEAKER:
                return {Mishap.UNPLUG: self._virtual.speaker.unplug}
            case _:
                return self._line_broken(kind)

    def _printer_broken(self) -> Mapping[Mishap, Callable[[], None]]:
        printer = self._virtual.printer
        faults = printer.faults
        return {
            Mishap.PAPER_OUT: printer.take_paper,
            Mishap.PAPER_ENDS: lambda: printer.take_paper(after_rows=200),
            Mishap.PAPER_LOW: lambda: setattr(faults, "paper_low", True),
            Mishap.COVER: lambda: setattr(faults, "cover_open", True),
            Mishap.JAM: lambda: setattr(faults, "cutter", True),
            Mishap.MUTE: lambda: setattr(faults, "silent", True),
            Mishap.GARBAGE: lambda: setattr(faults, "garbage", True),
            Mishap.SLOW: lambda: setattr(faults, "slow_s", 0.01),
            Mishap.DROP: lambda: setattr(faults, "drop_after", 4000),
            Mishap.UNPLUG: printer.unplug,
        }

    def _line_broken(self, kind: DeviceKind) -> Mapping[Mishap, Callable[[], None]]:
        device = self._virtual.keypad if kind is DeviceKind.KEYPAD else self._virtual.reader
        half = 1 if kind is DeviceKind.KEYPAD else 20
        return {
            Mishap.UNPLUG: device.unplug,
            Mishap.DROP: lambda: setattr(device.faults, "drop_after", half),
            Mishap.MUTE: lambda: setattr(device.faults, "mute", True),
            Mishap.SLOW: lambda: setattr(device.faults, "slow_s", 0.002),
            Mishap.GARBAGE: device.garbage,
        }

    def _put_right(self, kind: DeviceKind) -> None:
        virtual = self._virtual
        match kind:
            case DeviceKind.PRINTER:
                _mend_printer(virtual)
            case DeviceKind.SCANNER:
                virtual.scanner.plug()
            case DeviceKind.SPEAKER:
                virtual.speaker.plug()
            case _:
                device = virtual.keypad if kind is DeviceKind.KEYPAD else virtual.reader
                device.faults.mute, device.faults.slow_s, device.faults.drop_after = False, 0.0, None
                device.plug()


def _mend_printer(virtual: VirtualStation) -> None:
    printer = virtual.printer
    faults = printer.faults
    faults.paper_low = faults.cover_open = faults.cutter = faults.silent = faults.garbage = False
    faults.slow_s, faults.drop_after = 0.0, None
    printer.plug()
    printer.load_paper()
