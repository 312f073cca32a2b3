"""USB printers: interfaces of the printer class (7), by libusb. Unverified on hardware."""

import contextlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from counter_app.errors import Code, CounterError
from counter_app.ports import DeviceKind
from devices.finding.found import FoundDevice
from devices.finding.serial_devices import usb_name
from devices.settings import TransportKind

PRINTER_CLASS = 7
_LIBRARY = "libusb"


def list_usb() -> Iterable[Any]:
    """Return every USB device that libusb sees. Raises PROGRAM_MISSING without libusb."""
    import usb.core

    try:
        return tuple(usb.core.find(find_all=True))
    except usb.core.NoBackendError:
        raise CounterError(Code.PROGRAM_MISSING, program=_LIBRARY) from None


def find_usb_printers(_seconds: float, listed: Callable[[], Iterable[Any]] = list_usb) -> Sequence[FoundDevice]:
    """Return the USB printers. Raises PROGRAM_MISSING without libusb.

    The serial number can be read only by who may use the printer; without it the socket tells two equal ones apart.
    """
    printers = [one for one in listed() if _prints(one)]
    read = [(one, f"{one.idVendor:04x}:{one.idProduct:04x}", _text(one, "serial_number")) for one in printers]
    equal = Counter((kind, serial) for _, kind, serial in read)
    found = []
    for one, kind, serial in read:
        known = usb_name(kind)
        title = " ".join(filter(None, (_text(one, "manufacturer"), _text(one, "product"))))
        mark = serial if equal[kind, serial] == 1 else f"@{_socket(one)}"
        detail = " · ".join(filter(None, ("USB", kind, serial or _socket(one))))
        shown = title or (known.name if known else "") or kind
        found.append(FoundDevice((DeviceKind.PRINTER,), shown, TransportKind.USB, kind, f"{kind}:{mark}", detail))
    return found


def _prints(device: Any) -> bool:  # noqa: ANN401  # pyusb has no types
    if device.bDeviceClass == PRINTER_CLASS:
        return True
    with contextlib.suppress(OSError, NotImplementedError):  # USBError is an OSError
        return any(
            interface.bInterfaceClass == PRINTER_CLASS for configuration in device for interface in configuration
        )
    return False


def _text(device: Any, name: str) -> str:  # noqa: ANN401  # pyusb has no types
    """Return a string descriptor; empty where it has none or this account may not ask."""
    try:
        said = str(getattr(device, name) or "").strip()
    except (OSError, ValueError, NotImplementedError):
        return ""
    return said if said.isprintable() and ":" not in said and not said.startswith("@") else ""


def _socket(device: Any) -> str:  # noqa: ANN401  # pyusb has no types
    ports = device.port_numbers or ()
    return f"{device.bus}-{'.'.join(str(port) for port in ports)}"
