"""What an entry says of a device."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeviceChanged:
    """A device of a station changed state; ``fault`` is an error code."""

    kind: str
    name: str
    state: str
    fault: str = ""


@dataclass(frozen=True, slots=True)
class DeviceUsed:
    """What a device has done since the last entry of this kind: tickets printed, pages scanned."""

    tickets: int = 0
    pages: int = 0


@dataclass(frozen=True, slots=True)
class DeviceServiced:
    """Somebody cleaned or repaired a device: its counts begin anew."""


@dataclass(frozen=True, slots=True)
class DeviceRemoved:
    """A device was taken out of its station's settings."""


DeviceFact = DeviceChanged | DeviceUsed | DeviceServiced | DeviceRemoved

DEVICE_KINDS: dict[str, type] = {
    "device.changed": DeviceChanged,
    "device.used": DeviceUsed,
    "device.serviced": DeviceServiced,
    "device.removed": DeviceRemoved,
}
