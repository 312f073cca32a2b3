"""The serial ports of this machine, and finding the same device again whatever port it got.

A device with a serial number is ``vendor:product:serial``, in hex but for the serial number. Many cheap ones have none
and are ``vendor:product:``, which is any port of that kind: unplugged and plugged in elsewhere, they are still found.
Where two such are equal, nothing but the socket tells them apart: ``vendor:product:@location``, and then each must stay
in its socket.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from counter_app.errors import Code, DeviceError


@dataclass(frozen=True, slots=True)
class SerialPort:
    """One port: its name for opening, and what USB says of it (0 and empty where it is no USB device).

    ``location`` is the socket, as the bus counts them; ``product_name`` is the device's own word for itself.
    """

    port: str
    vendor: int = 0
    product: int = 0
    serial: str = ""
    location: str = ""
    product_name: str = ""

    @property
    def kind(self) -> str:
        """Return ``vendor:product`` in hex, empty where it is no USB device."""
        return f"{self.vendor:04x}:{self.product:04x}" if self.vendor else ""


Lister = Callable[[], Sequence[SerialPort]]


def list_serial_ports() -> tuple[SerialPort, ...]:
    """Return the serial ports that the system knows; pseudo-terminals are not among them."""
    from serial.tools.list_ports import comports

    return tuple(
        SerialPort(
            str(one.device),
            one.vid or 0,
            one.pid or 0,
            _printable(one.serial_number),
            str(one.location or ""),
            _printable(one.product),
        )
        for one in comports()
    )


def identity_of(port: SerialPort, ports: Sequence[SerialPort]) -> str:
    """Return how to find the device of ``port``, one of ``ports``, again; empty where it is no USB device."""
    if not port.kind:
        return ""
    equal = Counter((one.kind, one.serial) for one in ports)[port.kind, port.serial]
    if equal == 1:
        return f"{port.kind}:{port.serial}"
    return f"{port.kind}:@{port.location}"


def port_of(device: str, identity: str, address: str, ports: Sequence[SerialPort]) -> str:
    """Return the port at which the device with this identity is now; ``address`` is where it was last.

    Raises DEVICE_ABSENT, or DEVICE_TWINS where several fit and none of them is at ``address``.
    """
    kind, _, serial = identity.rpartition(":")
    fits = [one for one in ports if one.kind == kind.lower() and _fits(one, serial)]
    if len(fits) > 1:
        fits = [one for one in fits if one.port == address]
        if not fits:
            raise DeviceError(Code.DEVICE_TWINS, retryable=True, device=device)
    if not fits:
        raise DeviceError(Code.DEVICE_ABSENT, retryable=True, device=device)
    return fits[0].port


def _fits(port: SerialPort, serial: str) -> bool:
    if serial.startswith("@"):
        return port.location == serial[1:]
    return not serial or port.serial == serial


def _printable(text: object) -> str:
    """Cheap chips have serial numbers of random bytes; what is no text, or has a colon, tells nothing apart for us."""
    said = str(text or "").strip()
    return said if said.isprintable() and ":" not in said and not said.startswith("@") else ""
