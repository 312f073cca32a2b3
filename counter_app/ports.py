"""What the services and screens ask of the outside world; each has a real and a virtual implementation."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from counter_app.domain.queue_commands import QueueCommand
from counter_app.errors import Code


class Clock(Protocol):
    """Tells the time; the played day has one that jumps from event to event."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        ...


class DeviceKind(StrEnum):
    """The kinds of devices that a station can have."""

    PRINTER = "printer"
    KEYPAD = "keypad"
    SCANNER = "scanner"
    READER = "reader"
    SPEAKER = "speaker"


class DeviceState(StrEnum):
    """The supervisor's states."""

    ABSENT = "absent"
    CONNECTING = "connecting"
    READY = "ready"
    FAULTY = "faulty"


@dataclass(frozen=True, slots=True)
class DeviceStatus:
    """One device as the status strip shows it; ``fault`` is set while faulty, or as a warning while ready."""

    kind: DeviceKind
    name: str
    state: DeviceState
    fault: Code | None
    since: datetime


@dataclass(frozen=True, slots=True)
class DeviceUse:
    """What one device has just done: tickets printed, pages scanned."""

    kind: DeviceKind
    name: str
    tickets: int = 0
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Raster:
    """A black-and-white picture in dots: rows of ``ceil(width / 8)`` bytes, bit 1 is black, the high bit is left."""

    width: int
    height: int
    rows: bytes


@dataclass(frozen=True, slots=True)
class PrintReport:
    """What is known after sending: ``confirmed`` means that ``device`` itself said that all is printed."""

    bytes_sent: int
    confirmed: bool
    device: str = ""


@dataclass(frozen=True, slots=True)
class TextLine:
    """One centred line of a ticket in the printer's own letters, ``scale`` (1 to 8) times as wide and as high."""

    text: str
    scale: int = 1
    bold: bool = False


@dataclass(frozen=True, slots=True)
class TextTicket:
    """A ticket in letters, for a line too slow for a picture; the printer leaves out the marks that it lacks."""

    lines: tuple[TextLine, ...]


@dataclass(frozen=True, slots=True)
class PrintHead:
    """What a ticket is drawn for: dots a row, and letters a row where it wants letters (0 where pictures)."""

    width: int
    columns: int = 0


class TicketPrinter(Protocol):
    """Prints on a roll and cuts; where there are several printers, the first that can."""

    @property
    def width(self) -> int:
        """Return the dots of a row as the settings say, also while it is away: 576 on 80 mm paper, 384 on 58 mm."""
        ...

    def print_drawn(self, draw: Callable[[PrintHead], Raster | TextTicket]) -> PrintReport:
        """Draw for the printer that takes it, print and cut; blocks.

        Raises DeviceError: nothing printed by any printer, or PRINT_DOUBTFUL if bytes of the ticket had gone out.
        """
        ...


@dataclass(frozen=True, slots=True)
class KeyPress:
    """One press of a rating key: 1 (very dissatisfied) to 5 (very satisfied)."""

    score: int
    at: datetime


class Keypad(Protocol):
    """A rating keypad; presses are told on the device's thread."""

    @property
    def levels(self) -> int:
        """Return how many answers its keys offer: 3, 4 or 5; 0 where there is none."""
        ...

    def on_press(self, told: Callable[[KeyPress], None]) -> None:
        """Set who is told of each press (after debounce)."""
        ...

    def typed(self, text: str) -> bool:
        """Take what a keyboard typed while a rating is open; returns whether the keypad is one that types it."""
        ...

    def welcome(self) -> None:
        """Let it show that a rating is open; returns at once, and never fails."""
        ...

    def thanks(self) -> None:
        """Let it say thanks for an answer; returns at once, and never fails."""
        ...


class CodeReader(Protocol):
    """A reader of QR and bar codes; lines are told on the device's thread."""

    def on_line(self, told: Callable[[str], None]) -> None:
        """Set who is told of each whole line, without its end, decoded as UTF-8."""
        ...


class ScanMode(StrEnum):
    """Colour mode of a scan, as SANE calls it."""

    LINEART = "Lineart"
    GRAY = "Gray"
    COLOR = "Color"


class SheetSize(StrEnum):
    """What part of the glass is scanned; a feeder pulls A4 too."""

    A4 = "a4"
    A5 = "a5"
    CARD = "card"


SHEET_MM: Mapping[SheetSize, tuple[float, float]] = MappingProxyType(
    {SheetSize.A4: (210.0, 297.0), SheetSize.A5: (148.0, 210.0), SheetSize.CARD: (85.6, 54.0)}
)
"""Width and height in millimetres (ISO 216; ISO/IEC 7810 ID-1)."""


@dataclass(frozen=True, slots=True)
class ScanRequest:
    """What to scan: resolution in dots per inch, from the feeder until it is empty or one page from the glass.

    ``duplex`` scans both sides where the feeder can, else only the front.
    """

    resolution: int = 200
    mode: ScanMode = ScanMode.GRAY
    feeder: bool = True
    duplex: bool = False
    size: SheetSize = SheetSize.A4


class Scanner(Protocol):
    """A document scanner."""

    def scan(self, request: ScanRequest, folder: Path, on_page: Callable[[Path], None]) -> Sequence[Path]:
        """Scan into ``folder`` as PNG, telling each whole page as it lands; blocks.

        Raises DeviceError (jam, empty, cover, truncated, ...); the pages already told stay where they are.
        """
        ...

    def cancel(self) -> None:
        """Stop the scan under way, from any thread; the pages already told stay."""
        ...

    def on_progress(self, told: Callable[[int, float], None]) -> None:
        """Set who is told, on the device's thread, of the page under way (from 1) and its share done (0 to 1)."""
        ...


@dataclass(frozen=True, slots=True)
class Manner:
    """How one call is spoken: with the chime before it, and how loud in per cent."""

    chimes: bool = True
    volume: int = 100


USUAL = Manner()


class Announcer(Protocol):
    """Calls numbers aloud; calls queue, never overlap, none is lost."""

    def announce(self, label: str, desk: int, manner: Manner = USUAL) -> None:
        """Queue one call, e.g. ``A012`` to desk 3; returns at once."""
        ...


class QueueAuthority(Protocol):
    """Whoever gives out and calls the numbers: this station itself, or the office's over the network."""

    def submit(self, command: QueueCommand, command_id: str) -> str:
        """Do a command once, durably; return the key of what it concerns (a ticket, ``office-desk``, a rating).

        When it returns, this station's own tables show its effect. The same ``command_id`` again does nothing and
        gives the same answer. Blocks; raises CounterError: what the queue refuses, or OFFICE_AWAY, after which the
        same id may be tried again.
        """
        ...
