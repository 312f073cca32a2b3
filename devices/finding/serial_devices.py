"""Serial ports: what their USB chip or maker says they may be."""

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec

from counter_app.ports import DeviceKind
from devices.finding.found import FoundDevice
from devices.settings import DeviceSettings, TransportKind
from devices.transport.serial_ports import Lister, SerialPort, identity_of, list_serial_ports

_ANY = (DeviceKind.KEYPAD, DeviceKind.READER, DeviceKind.PRINTER)


class UsbName(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a USB vendor, or of one of its products: a name, and what it is if it is one thing only."""

    ids: str  # vendor, or vendor:product, in hex
    name: str
    kind: DeviceKind | None = None


def find_serial(
    _seconds: float, named: Iterable[DeviceSettings] = (), ports: Lister = list_serial_ports
) -> Sequence[FoundDevice]:
    """Return the serial ports; those that only ``named`` settings know (pseudo-terminals) come last, if they exist.

    A port of the main board without any chip behind it is listed by the system all the same, and so here.
    """
    listed = tuple(ports())
    known = {one.port for one in listed}
    found = [_found(one, listed) for one in sorted(listed, key=lambda one: (not one.kind, one.port))]
    for record in named:
        if record.transport is TransportKind.SERIAL and not record.identity and record.address not in known:
            known.add(record.address)
            if Path(record.address).exists():
                found.append(FoundDevice((record.kind,), record.address, TransportKind.SERIAL, record.address))
    return found


def _found(port: SerialPort, listed: Sequence[SerialPort]) -> FoundDevice:
    known = usb_name(port.kind)
    kinds: tuple[DeviceKind, ...] = _ANY
    if known is not None and known.kind is not None:
        likely = known.kind
        kinds = (likely, *(kind for kind in _ANY if kind is not likely))
    name = port.product_name or (known.name if known else "")
    chip = known.name if known and known.name not in name else ""
    title = " · ".join(filter(None, (name, chip))) or port.port
    detail = " · ".join(filter(None, (port.port, port.kind, port.serial or port.location)))
    identity = identity_of(port, listed)
    return FoundDevice(kinds, title, TransportKind.SERIAL, port.port, identity, detail)


def usb_name(ids: str) -> UsbName | None:
    """Return what is known of ``vendor:product``, else of the vendor alone."""
    table = _usb_names()
    return table.get(ids) or table.get(ids.partition(":")[0])


@cache
def _usb_names() -> dict[str, UsbName]:
    content = (files("resources") / "devices" / "usb_names.json").read_bytes()
    return {one.ids: one for one in msgspec.json.decode(content, type=tuple[UsbName, ...])}
