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
from devices.transport.usb_identity import usb_socket, usb_text

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
    read = [(one, f"{one.idVendor:04x}:{one.idProduct:04x}", usb_text(one, "serial_number")) for one in printers]
    equal = Counter((kind, serial) for _, kind, serial in read)
    found = []
    for one, kind, serial in read:
        known = usb_name(kind)
        title = " ".join(filter(None, (usb_text(one, "manufacturer"), usb_text(one, "product"))))
        mark = serial if equal[kind, serial] == 1 else f"@{usb_socket(one)}"
        detail = " · ".join(filter(None, ("USB", kind, serial or usb_socket(one))))
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
