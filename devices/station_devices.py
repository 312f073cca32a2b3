"""The devices of one machine, as administration changes them: kept in its settings, and in use at once."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from counter_app.errors import Code, CounterError, DeviceError
from counter_app.ports import DeviceKind
from counter_app.settings import load_settings, save_settings
from devices.fleet import Devices
from devices.settings import DeviceSettings, TransportKind
from devices.transport.serial_ports import Lister, SerialPort, list_serial_ports

SEVERAL = frozenset({DeviceKind.PRINTER})
"""Kinds of which a machine may have more than one."""


class StationDevices:
    """What is set up at this machine. All but ``records`` blocks, and raises with nothing changed.

    What runs is what counts: a machine whose settings name no devices may still have those of the demo.
    """

    def __init__(self, folder: Path, devices: Devices, ports: Lister = list_serial_ports) -> None:
        self._folder, self._devices, self._ports = folder, devices, ports

    def records(self) -> tuple[DeviceSettings, ...]:
        """Return what is set up, in its order."""
        return self._devices.settings

    def keep(self, record: DeviceSettings, instead_of: str = "") -> DeviceSettings:
        """Add a device, or change the one named ``instead_of``; return it as it was kept.

        Raises DEVICE_KIND_TAKEN, DEVICE_NAME_TAKEN, DEVICE_SETTINGS, SETTINGS_INVALID, DISK_FULL, DATA_NOT_WRITABLE.
        """
        before = self.records()
        others = [one for one in before if one.name != instead_of]
        _check(record, others)
        place = next((place for place, one in enumerate(before) if one.name == instead_of), len(before))
        after = _told_apart((*before[:place], record, *before[place + 1 :]), self._ports)
        self._apply(before, after)
        return after[place]

    def remove(self, name: str) -> None:
        """Use a device no more. Raises DEVICE_UNKNOWN, SETTINGS_INVALID, DISK_FULL, DATA_NOT_WRITABLE."""
        before = self.records()
        after = tuple(one for one in before if one.name != name)
        if len(after) == len(before):
            raise DeviceError(Code.DEVICE_UNKNOWN, device=name)
        self._apply(before, after)

    def release(self, name: str) -> None:
        """Let a device go for a while, as for learning its keys; the settings keep it."""
        self._devices.replace(one for one in self.records() if one.name != name)

    def take_back(self, record: DeviceSettings, place: int) -> None:
        """Use a released device again, at its place."""
        others = [one for one in self.records() if one.name != record.name]
        self._devices.replace((*others[:place], record, *others[place:]))

    def _apply(self, before: Sequence[DeviceSettings], after: Sequence[DeviceSettings]) -> None:
        """Use them, then keep them; what cannot be kept is not used either."""
        settings = load_settings(self._folder)
        self._devices.replace(after)
        try:
            save_settings(self._folder, replace(settings, devices=tuple(after)))
        except CounterError:
            self._devices.replace(before)
            raise


def _check(record: DeviceSettings, others: Iterable[DeviceSettings]) -> None:
    for other in others:
        if other.name.casefold() == record.name.casefold():
            raise DeviceError(Code.DEVICE_NAME_TAKEN, device=record.name)
        if other.kind is record.kind and record.kind not in SEVERAL:
            raise DeviceError(Code.DEVICE_KIND_TAKEN, kind=record.kind, device=other.name)


def _told_apart(records: tuple[DeviceSettings, ...], ports: Lister) -> tuple[DeviceSettings, ...]:
    """Return the records, with the socket in the identity of each that would fit another one's device too."""
    loose = [
        one for one in records if one.transport is TransportKind.SERIAL and one.identity and one.identity.endswith(":")
    ]
    equal = {one.identity for one in loose if sum(other.identity == one.identity for other in loose) > 1}
    if not equal:
        return records
    listed = {one.port: one for one in ports()}
    return tuple(_pinned(one, listed.get(one.address)) if one.identity in equal else one for one in records)


def _pinned(record: DeviceSettings, port: SerialPort | None) -> DeviceSettings:
    if port is None or f"{port.kind}:" != record.identity:
        return record
    return replace(record, identity=f"{port.kind}:@{port.location}")
