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
    """What is known after sending: ``confirmed`` means the printer answered afterwards and had no fault."""

    bytes_sent: int
    confirmed: bool


class TicketPrinter(Protocol):
    """Prints rasters on a roll and cuts."""

    @property
    def width(self) -> int:
        """Return the dots of a row as the settings say, also while it is away: 576 on 80 mm paper, 384 on 58 mm."""
        ...

    def print_raster(self, raster: Raster) -> PrintReport:
        """Print and cut; blocks. Raises DeviceError (nothing printed, or PRINT_DOUBTFUL if bytes had gone out)."""
        ...


@dataclass(frozen=True, slots=True)
class KeyPress:
    """One press of a rating key: 1 (very dissatisfied) to 5 (very satisfied)."""

    score: int
    at: datetime


class Keypad(Protocol):
    """A rating keypad; presses are told on the device's thread."""

    def on_press(self, told: Callable[[KeyPress], None]) -> None:
        """Set who is told of each press (after debounce)."""
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
