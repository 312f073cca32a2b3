"""What the window of the virtual devices works on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PIL import Image

from devices.fleet import Devices
from devices.keypad.virtual import VirtualKeypad
from devices.printer.virtual import VirtualPrinter
from devices.reader.virtual import VirtualReader
from devices.scanner.virtual import VirtualScanner
from devices.speaker.virtual import VirtualSpeaker


@dataclass(frozen=True, slots=True)
class Card:
    """An invented citizen's identity card: the name to show and the line that its QR code holds."""

    name: str
    note: str
    line: str


@dataclass(frozen=True, slots=True)
class Bench:
    """The virtual devices, the real drivers that talk to them, and what can be laid into them.

    ``receipt`` returns the newest receipt's code, empty without one; ``pages`` draws so many papers; ``province_up``
    and ``province_down`` block.
    """

    devices: Devices
    printer: VirtualPrinter
    keypad: VirtualKeypad
    reader: VirtualReader
    scanner: VirtualScanner
    speaker: VirtualSpeaker
    cards: tuple[Card, ...]
    receipt: Callable[[], str]
    pages: Callable[[int], Sequence[Image.Image]]
    province_up: Callable[[], None]
    province_down: Callable[[], None]
