"""All devices of a station."""

import contextlib
import threading
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from counter_app.documents.trial_words import TrialSlip
from counter_app.errors import Code, CounterError, DeviceError
from counter_app.ports import Clock, DeviceKind, DeviceState, DeviceStatus, DeviceUse, PrintReport
from devices import registry
from devices.keypad.device import ByteKeypad
from devices.keypad.typed import TypedKeypad
from devices.patience import Limits, Watch
from devices.printer.device import EscPosPrinter
from devices.printer.spooled import SpooledPrinter
from devices.printer.trial import WAYS, draw_for
from devices.reader.device import LineReader
from devices.reader.typed import TypedReader
from devices.settings import DeviceSettings
from devices.speaker.device import Speaker
from devices.speaker.players import system_player
from devices.speaker.recorder import system_recorder
from devices.speaker.studio import Studio
from devices.supervised import (
    SupervisedKeypad,
    SupervisedPrinter,
    SupervisedReader,
    SupervisedScanner,
    SupervisedSpeaker,
)
from devices.supervisor import Backoff, Supervisor

DRAIN_S = 3.0
"""How long a device that goes may finish the job under way: a ticket, not a batch of pages."""


@dataclass(frozen=True, slots=True, eq=False)
class _Owned:
    """A device of the station: as it was asked for, itself, and whose thread it has."""

    record: DeviceSettings
    device: registry.Device
    owner: Supervisor | Speaker


class Devices:
    """The devices that the settings name, at most one of a kind (but several printers), each with its own thread.

    The ports are there whether the device is or not: without it, asking for work raises DEVICE_ABSENT.
    Raises DEVICE_SETTINGS for settings that make no sense.
    """

    def __init__(
        self,
        settings: Iterable[DeviceSettings],
        *,
        clock: Clock,
        backoff: Backoff | None = None,
        voice: Path | None = None,
        limits: Limits | None = None,
    ) -> None:
        """Keep the office's own clips in the folder ``voice``; without one there is no studio.

        ``limits`` are how long a driver may hang, where they are not the usual ones of its kind.
        """
        self.printer = SupervisedPrinter()
        self.keypad = SupervisedKeypad()
        self.reader = SupervisedReader()
        self.scanner = SupervisedScanner()
        self.speaker = SupervisedSpeaker()
        self.studio = Studio(voice, system_player(), system_recorder()) if voice else None
        self._voice = voice
        self._clock = clock
        self._backoff = backoff
        self._limits = limits
        self._owned: tuple[_Owned, ...] = ()
        self._started = False
        self._closed = False
        self._replacing = threading.Lock()
        self._listeners: list[Callable[[DeviceStatus], None]] = []
        self._counters: list[Callable[[DeviceUse], None]] = []
        self._replaced: list[Callable[[], None]] = []
        self._watch = Watch(self._look)
        self.replace(settings)

    def replace(self, settings: Iterable[DeviceSettings]) -> None:
        """Have these devices from now on: what is named as before goes on untouched, the others go and come.

        The ports stay the same objects. Blocks while the old ones finish and let their lines go, which the new ones
        may need. Raises DEVICE_SETTINGS, and then nothing has changed.
        """
        records = tuple(settings)
        _check(records)
        self.printer.arrange([record.name for record in records if record.kind is DeviceKind.PRINTER])
        with self._replacing:
            if self._closed:
                return
            before = self._owned
            after = tuple(_of_record(before, record) or self._build(record) for record in records)
            gone = tuple(one for one in before if one not in after)
            self._owned = tuple(one for one in before if one in after)
            for one in gone:
                self._detach(one)
            _close(gone)
            came = tuple(one for one in after if one not in before)
            for one in came:
                self._attach(one)
            self._owned = after
            for told in self._replaced:
                told()
            if self._started:
                for one in came:
                    one.owner.start()
        named = {(record.kind, record.name) for record in records}
        for kind, name in ((one.record.kind, one.record.name) for one in gone):
            if (kind, name) not in named:  # said last: whoever asks how things are now no longer finds it
                self._tell(DeviceStatus(kind, name, DeviceState.ABSENT, None, self._clock.now()))

    @property
    def settings(self) -> tuple[DeviceSettings, ...]:
        """Return what the devices of this moment were asked for with."""
        return tuple(one.record for one in self._owned)

    def _build(self, record: DeviceSettings) -> _Owned:
        device = registry.build(record, self._clock, self._voice)
        if isinstance(device, Speaker):
            return _Owned(record, device, device)
        supervisor = Supervisor(
            device,
            clock=self._clock,
            backoff=self._backoff,
            renew=lambda: self._renewed(record, supervisor),
            limits=self._limits,
        )
        supervisor.on_used(self._count)
        return _Owned(record, device, supervisor)

    def _renewed(self, record: DeviceSettings, supervisor: Supervisor) -> registry.Supervised:
        """Build the device of a record anew, as its driver hangs, and put it behind the ports."""
        fresh = registry.build(record, self._clock, self._voice)
        assert not isinstance(fresh, Speaker)  # noqa: S101 - it has no supervisor
        with self._replacing:
            for one in self._owned:
                if one.owner is supervisor:
                    if isinstance(fresh, EscPosPrinter) and isinstance(one.device, EscPosPrinter):
                        fresh.follow(one.device)
                    self._detach(one)
                    self._plug_in(replace(one, device=fresh))
            self._owned = tuple(replace(one, device=fresh) if one.owner is supervisor else one for one in self._owned)
        return fresh

    def _look(self) -> None:
        for one in self._owned:
            if isinstance(one.owner, Supervisor):
                one.owner.look()

    def _attach(self, one: _Owned) -> None:
        self._plug_in(one)
        owner = one.owner
        owner.on_change(lambda status: self._tell_of(owner, status))

    def _plug_in(self, one: _Owned) -> None:
        device, owner = one.device, one.owner
        if isinstance(device, Speaker):
            self.speaker.attach(device)
        elif isinstance(owner, Supervisor):
            self._plug_in_supervised(owner, device)

    def _plug_in_supervised(self, supervisor: Supervisor, device: registry.Supervised) -> None:
        match device:
            case EscPosPrinter() | SpooledPrinter() as printer:
                self.printer.attach(supervisor, printer)
            case ByteKeypad() | TypedKeypad() as keypad:
                self.keypad.attach(supervisor, keypad)
            case LineReader() | TypedReader() as reader:
                self.reader.attach(reader)
            case scanner:
                self.scanner.attach(supervisor, scanner)

    def _detach(self, one: _Owned) -> None:
        match one.device:
            case EscPosPrinter() | SpooledPrinter() as printer:
                self.printer.detach(printer)
            case ByteKeypad() | TypedKeypad() as keypad:
                self.keypad.detach(keypad)
            case LineReader() | TypedReader() as reader:
                self.reader.detach(reader)
            case Speaker() as speaker:
                self.speaker.detach(speaker)
            case scanner:
                self.scanner.detach(scanner)

    def on_change(self, told: Callable[[DeviceStatus], None]) -> None:
        """Tell ``told`` of every change of any device, on that device's thread."""
        self._listeners.append(told)

    def on_replaced(self, told: Callable[[], None]) -> None:
        """Tell ``told`` now, and each time the devices are others, before the new ones start."""
        self._replaced.append(told)
        told()

    def on_used(self, told: Callable[[DeviceUse], None]) -> None:
        """Tell ``told`` of each ticket and each page, on whichever thread it was done."""
        self._counters.append(told)

    def statuses(self) -> tuple[DeviceStatus, ...]:
        """Return how each device is, in the order of the settings."""
        return tuple(one.owner.status for one in self._owned)

    def start(self) -> None:
        """Start connecting."""
        with self._replacing:
            self._started = True
            for one in self._owned:
                one.owner.start()
        self._watch.start()

    def retry(self, kind: DeviceKind) -> None:
        """Try to connect the devices of this kind now, without waiting for the back-off to end."""
        for one in self._owned:
            if one.record.kind is kind:
                one.owner.retry()

    def test_print(self, name: str) -> PrintReport:
        """Print the trial of all letters, ruler and code on this very printer; blocks. Raises as a ticket does."""
        one, supervisor, printer = self._printer_named(name)
        slip = TrialSlip(name, WAYS[one.record.transport], self._clock.now())
        drawn = draw_for(printer.head, slip)
        return supervisor.submit(lambda: printer.print_drawn(drawn)).result()

    def test_letters(self, name: str) -> PrintReport:
        """Print what each code page of this printer makes of Vietnamese; blocks. Raises as a ticket does."""
        _, supervisor, printer = self._printer_named(name)
        return supervisor.submit(printer.print_letters).result()

    def _printer_named(self, name: str) -> tuple[_Owned, Supervisor, EscPosPrinter | SpooledPrinter]:
        for one in self._owned:
            printer, supervisor = one.device, one.owner
            if not isinstance(printer, EscPosPrinter | SpooledPrinter) or not isinstance(supervisor, Supervisor):
                continue
            if printer.name == name:
                return one, supervisor, printer
        raise DeviceError(Code.DEVICE_ABSENT, device=name)

    def close(self) -> None:
        """Stop all threads, side by side; harmless when not started."""
        if self.studio is not None:
            self.studio.close()
        self._watch.close()
        with self._replacing:
            self._closed = True
            _close(self._owned, drain_s=0)

    def _tell_of(self, owner: Supervisor | Speaker, status: DeviceStatus) -> None:
        """That a device is let go because its settings changed is no loss, and nobody's fault."""
        if any(one.owner is owner for one in self._owned):
            self._tell(status)

    def _tell(self, status: DeviceStatus) -> None:
        for told in self._listeners:
            told(status)

    def _count(self, use: DeviceUse) -> None:
        for told in self._counters:
            told(use)


def _of_record(owned: Iterable[_Owned], record: DeviceSettings) -> _Owned | None:
    return next((one for one in owned if one.record == record), None)


def _check(records: Collection[DeviceSettings]) -> None:
    kinds, printers = set(), set()
    for record in records:
        if record.kind is DeviceKind.PRINTER:
            if record.name in printers:
                raise record.nonsense("name")
            printers.add(record.name)
        elif record.kind in kinds:
            raise record.nonsense("kind")
        kinds.add(record.kind)


def _close(owned: Collection[_Owned], drain_s: float = DRAIN_S) -> None:
    """Let devices go, side by side; a job under way may end within ``drain_s``."""

    def close(one: _Owned) -> None:
        if drain_s and isinstance(one.owner, Supervisor):
            with contextlib.suppress(CounterError, TimeoutError):
                one.owner.submit(lambda: None).result(drain_s)
        one.owner.close()

    if owned:
        with ThreadPoolExecutor(len(owned), "device-close") as pool:
            list(pool.map(close, owned))
