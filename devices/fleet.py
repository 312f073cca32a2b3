"""All devices of a station."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from counter_app.ports import Clock, DeviceKind, DeviceStatus
from devices import registry
from devices.keypad.device import ByteKeypad
from devices.printer.device import EscPosPrinter
from devices.reader.device import LineReader
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


class Devices:
    """The devices that the settings name, at most one of a kind, each with its own thread.

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
    ) -> None:
        """Keep the office's own clips in the folder ``voice``; without one there is no studio."""
        self.printer = SupervisedPrinter()
        self.keypad = SupervisedKeypad()
        self.reader = SupervisedReader()
        self.scanner = SupervisedScanner()
        self.speaker = SupervisedSpeaker()
        self.studio = Studio(voice, system_player(), system_recorder()) if voice else None
        self._voice = voice
        self._clock = clock
        self._backoff = backoff
        self._owners: dict[DeviceKind, Supervisor | Speaker] = {}
        self._listeners: list[Callable[[DeviceStatus], None]] = []
        for record in settings:
            self._add(record)

    def _add(self, record: DeviceSettings) -> None:
        if record.kind in self._owners:
            raise record.nonsense("kind")
        device = registry.build(record, self._clock, self._voice)
        owner: Supervisor | Speaker
        if isinstance(device, Speaker):
            self.speaker.attach(device)
            owner = device
        else:
            owner = self._supervisor(device)
        owner.on_change(self._tell)
        self._owners[record.kind] = owner

    def _supervisor(self, device: registry.Supervised) -> Supervisor:
        supervisor = Supervisor(device, clock=self._clock, backoff=self._backoff)
        match device:
            case EscPosPrinter():
                self.printer.attach(supervisor, device)
            case ByteKeypad():
                self.keypad.attach(device)
            case LineReader():
                self.reader.attach(device)
            case _:
                self.scanner.attach(supervisor, device)
        return supervisor

    def on_change(self, told: Callable[[DeviceStatus], None]) -> None:
        """Tell ``told`` of every change of any device, on that device's thread."""
        self._listeners.append(told)

    def statuses(self) -> tuple[DeviceStatus, ...]:
        """Return how each device is, in the order of the settings."""
        return tuple(owner.status for owner in self._owners.values())

    def start(self) -> None:
        """Start connecting."""
        for owner in self._owners.values():
            owner.start()

    def retry(self, kind: DeviceKind) -> None:
        """Try to connect this device now, without waiting for the back-off to end."""
        if kind in self._owners:
            self._owners[kind].retry()

    def close(self) -> None:
        """Stop all threads, side by side; harmless when not started."""
        if self.studio is not None:
            self.studio.close()
        if self._owners:
            with ThreadPoolExecutor(len(self._owners), "device-close") as pool:
                list(pool.map(lambda owner: owner.close(), self._owners.values()))

    def _tell(self, status: DeviceStatus) -> None:
        for told in self._listeners:
            told(status)
