"""What is written down about a device: its kind, how it is reached, and its few options."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from counter_app.errors import Code, DeviceError
from counter_app.ports import DeviceKind

NO_OPTIONS: Mapping[str, str] = MappingProxyType({})
DEFAULT_KEYS: Mapping[str, int] = MappingProxyType({str(score): score for score in range(1, 6)})
MAX_CODE = 32  # bytes; no key of a keypad sends more
MAX_WIDTH = 2040  # 255 bytes a row, the most that one byte of a raster header counts


class TransportKind(StrEnum):
    """How a device is reached."""

    TCP = "tcp"  # address is host:port
    SERIAL = "serial"  # address is a port, /dev/ttyUSB0 or COM3
    USB = "usb"  # address is vendor:product in hex
    FILE = "file"  # address is a file (printer) or a folder (speaker) that is written
    SPOOL = "spool"  # address is a printer of the system (CUPS, Windows), which is sent the raw bytes
    KEYS = "keys"  # a keyboard that types: a keypad its digits, a reader its codes; no address
    SANE = "sane"  # address is a SANE device name, empty for the first one found
    ESCL = "escl"  # address is the scanner's URL, http://host:port/eSCL
    FOLDER = "folder"  # address is a folder into which some other program saves what it scans
    WIA = "wia"  # address is the id of a Windows scanner, empty for the first one
    VIRTUAL = "virtual"  # address is the folder of a virtual scanner or speaker
    SOUND = "sound"  # the machine's own sound card; address may name a folder of own clips
    SILENT = "silent"  # a speaker without sound that keeps the pace of the calls


TRANSPORTS: Mapping[DeviceKind, frozenset[TransportKind]] = MappingProxyType(
    {
        DeviceKind.PRINTER: frozenset(
            {TransportKind.TCP, TransportKind.SERIAL, TransportKind.USB, TransportKind.FILE, TransportKind.SPOOL},
        ),
        DeviceKind.KEYPAD: frozenset({TransportKind.SERIAL, TransportKind.TCP, TransportKind.KEYS}),
        DeviceKind.READER: frozenset({TransportKind.SERIAL, TransportKind.TCP, TransportKind.KEYS}),
        DeviceKind.SCANNER: frozenset(
            {TransportKind.SANE, TransportKind.ESCL, TransportKind.FOLDER, TransportKind.WIA, TransportKind.VIRTUAL}
        ),
        DeviceKind.SPEAKER: frozenset(
            {TransportKind.SOUND, TransportKind.FILE, TransportKind.SILENT, TransportKind.VIRTUAL}
        ),
    }
)
_NEEDS_ADDRESS = frozenset(TransportKind) - {
    TransportKind.KEYS,
    TransportKind.SANE,
    TransportKind.WIA,
    TransportKind.SOUND,
    TransportKind.SILENT,
}


@dataclass(frozen=True, slots=True)
class DeviceSettings:
    """One device of a station. Raises DEVICE_SETTINGS with the name of the field that makes no sense.

    ``identity`` finds a device again whatever port it got: ``vendor:product:serial`` in hex of a USB device (the serial
    number may be empty), else empty; then ``address`` is only where it was seen last. ``profile`` names a record of
    ``resources/devices``, empty for the plain one. ``width`` is the printer's dots a row: 576 for 80 mm, 384 for 58 mm;
    ``keys`` maps what a keypad sends, characters or hex after ``0x``, to a score of 1 to 5; ``options`` are the words
    that only one kind knows, as its module says.
    """

    kind: DeviceKind
    name: str
    transport: TransportKind
    address: str = ""
    identity: str = ""
    profile: str = ""
    baud: int = 9600
    width: int = 576
    keys: Mapping[str, int] = field(default_factory=lambda: DEFAULT_KEYS)
    options: Mapping[str, str] = field(default_factory=lambda: NO_OPTIONS)

    def __post_init__(self) -> None:
        checks = {
            "name": bool(self.name.strip()),
            "transport": self.transport in TRANSPORTS[self.kind],
            "address": bool(self.address) or self.transport not in _NEEDS_ADDRESS,
            "baud": 300 <= self.baud <= 4_000_000,
            "width": 8 <= self.width <= MAX_WIDTH and self.width % 8 == 0,
        }
        for detail, fine in checks.items():
            if not fine:
                raise self.nonsense(detail)
        self.key_codes()

    def nonsense(self, detail: str) -> DeviceError:
        """Return the error that says that the field ``detail`` makes no sense."""
        return DeviceError(Code.DEVICE_SETTINGS, device=self.name, detail=detail)

    def key_codes(self) -> dict[bytes, int]:
        """Return the keypad's map from what a key sends to its score."""
        table: dict[bytes, int] = {}
        for sign, score in self.keys.items():
            code = self._key_code(sign)
            if code in table or not 1 <= score <= 5:
                raise self.nonsense("keys")
            table[code] = score
        return table

    def _key_code(self, sign: str) -> bytes:
        try:
            if sign.lower().startswith("0x"):
                code = bytes.fromhex("0" * (len(sign) % 2) + sign[2:])
            else:
                code = sign.encode("latin-1")
        except ValueError:
            raise self.nonsense("keys") from None
        # Only a frame can hold more than one byte: the framing is an option, or its profile knows it.
        framed = bool(self.profile) or self.options.get("framing", "byte") != "byte"
        if not 1 <= len(code) <= (MAX_CODE if framed else 1):
            raise self.nonsense("keys")
        return code

    def number(self, option: str, default: float) -> float:
        """Return an option that must be a number above 0."""
        try:
            value = float(self.options.get(option, default))
        except ValueError:
            raise self.nonsense(option) from None
        if not 0 < value < 86_400:  # also refuses nan
            raise self.nonsense(option)
        return value

    def flag(self, option: str, default: bool) -> bool:
        """Return an option that must be ``yes`` or ``no``."""
        word = self.options.get(option, "yes" if default else "no")
        if word not in {"yes", "no"}:
            raise self.nonsense(option)
        return word == "yes"
