"""Telling one USB printer from another: by its serial number, else by its socket. Unverified on hardware."""

from typing import Any


def usb_text(device: Any, name: str) -> str:  # noqa: ANN401  # pyusb has no types
    """Return a string that a device says of itself; empty where it says none or this account may not ask."""
    try:
        said = str(getattr(device, name) or "").strip()
    except (OSError, ValueError, NotImplementedError):  # USBError is an OSError
        return ""
    return said if said.isprintable() and ":" not in said and not said.startswith("@") else ""


def usb_socket(device: Any) -> str:  # noqa: ANN401  # pyusb has no types
    """Return where a device is plugged in, as the bus counts: ``1-4.2``."""
    ports = device.port_numbers or ()
    return f"{device.bus}-{'.'.join(str(port) for port in ports)}"


def fits_identity(device: Any, identity: str) -> bool:  # noqa: ANN401  # pyusb has no types
    """Whether a device is the one of ``vendor:product:serial``, ``vendor:product:@socket`` or ``vendor:product:``."""
    kind, _, mark = identity.rpartition(":")
    if kind.lower() != f"{device.idVendor:04x}:{device.idProduct:04x}":
        return False
    if mark.startswith("@"):
        return usb_socket(device) == mark[1:]
    return not mark or usb_text(device, "serial_number") == mark
