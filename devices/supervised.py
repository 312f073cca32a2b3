"""The ports as the services see them: each call goes to the device's own thread, or fails at once."""

import logging
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path

from counter_app.errors import Code, DeviceError
from counter_app.ports import (
    USUAL,
    DeviceKind,
    DeviceState,
    KeyPress,
    Manner,
    PrintHead,
    PrintReport,
    Raster,
    ScanRequest,
    TextTicket,
)
from devices.keypad.device import ByteKeypad
from devices.keypad.typed import TypedKeypad
from devices.printer.device import EscPosPrinter
from devices.printer.spooled import SpooledPrinter
from devices.reader.device import LineReader
from devices.reader.typed import TypedReader, WedgeRules
from devices.scanner.scanner_device import ScannerDevice
from devices.speaker.device import Speaker
from devices.supervisor import Supervisor

log = logging.getLogger(__name__)

_USUAL_WIDTH = 576


Printer = EscPosPrinter | SpooledPrinter


def not_configured(kind: DeviceKind) -> DeviceError:
    """Return the error of a device that the station does not have."""
    return DeviceError(Code.DEVICE_ABSENT, device=kind.value)


class SupervisedPrinter:
    """TicketPrinter: prints on the thread of the first printer that can, one ticket after the other."""

    def __init__(self) -> None:
        self._owned: tuple[tuple[Supervisor, Printer], ...] = ()
        self._order: tuple[str, ...] = ()

    def arrange(self, names: Sequence[str]) -> None:
        """Prefer the printers in this order."""
        self._order = tuple(names)
        self._sort(self._owned)

    def attach(self, supervisor: Supervisor, device: Printer) -> None:
        """Use this device too."""
        self._sort((*self._owned, (supervisor, device)))

    def detach(self, device: Printer) -> None:
        """Use this device no longer."""
        self._owned = tuple(one for one in self._owned if one[1] is not device)

    @property
    def width(self) -> int:
        """Return the dots of a row; of 80 mm paper where the station has no printer."""
        return next((device.head.width for _, device in self._by_state()), _USUAL_WIDTH)

    def print_raster(self, raster: Raster) -> PrintReport:
        """Print a picture made for one width, and cut; as ``print_drawn``."""
        return self.print_drawn(lambda _: raster)

    def print_drawn(self, draw: Callable[[PrintHead], Raster | TextTicket]) -> PrintReport:
        """Draw for the first printer that takes it, print and cut; blocks.

        Another printer takes over only where nothing was sent. Raises what the preferred printer had, DEVICE_ABSENT
        where there is none, and PRINT_DOUBTFUL as soon as it is in doubt whether a ticket is on paper.
        """
        first: DeviceError | None = None
        for supervisor, device in self._by_state():
            try:
                return self._print(supervisor, device, draw)
            except DeviceError as error:
                if error.code is Code.PRINT_DOUBTFUL:
                    raise
                log.info("event=printer_passed_over device=%r code=%s", device.name, error.code)
                if first is None or device.name == self._owned[0][1].name:
                    first = error
        raise first or not_configured(DeviceKind.PRINTER)

    @staticmethod
    def _print(
        supervisor: Supervisor, device: Printer, draw: Callable[[PrintHead], Raster | TextTicket]
    ) -> PrintReport:
        drawn = draw(device.head)
        report = supervisor.submit(lambda: device.print_drawn(drawn)).result()
        supervisor.count(tickets=1)
        return report

    def _by_state(self) -> list[tuple[Supervisor, Printer]]:
        """Return the ready ones first: a mute one is waited for, and would keep the citizen waiting."""
        return sorted(self._owned, key=lambda one: one[0].status.state is not DeviceState.READY)

    def _sort(self, owned: Sequence[tuple[Supervisor, Printer]]) -> None:
        known = {name: place for place, name in enumerate(self._order)}
        self._owned = tuple(sorted(owned, key=lambda one: known.get(one[1].name, len(known))))


class SupervisedKeypad:
    """Keypad: tells presses on the keypad's thread; what it is sent goes out there too."""

    def __init__(self) -> None:
        self._owned: tuple[Supervisor, ByteKeypad | TypedKeypad] | None = None
        self._told: Callable[[KeyPress], None] | None = None
        self._borrower: Callable[[KeyPress], None] | None = None

    def attach(self, supervisor: Supervisor, device: ByteKeypad | TypedKeypad) -> None:
        """Listen to this device."""
        self._owned = supervisor, device
        device.on_press(self._press)

    def detach(self, device: ByteKeypad | TypedKeypad) -> None:
        """Listen to this device no longer."""
        device.on_press(lambda _: None)
        if self._owned is not None and self._owned[1] is device:
            self._owned = None

    @property
    def levels(self) -> int:
        """Return how many answers its keys offer: 3, 4 or 5; 0 where the station has no keypad."""
        return self._owned[1].plan.levels if self._owned else 0

    def typed(self, text: str) -> bool:
        """Take what a keyboard typed; returns whether this station's keypad is one that types it."""
        device = self._owned[1] if self._owned else None
        return isinstance(device, TypedKeypad) and device.typed(text)

    def welcome(self) -> None:
        """Let it show that a rating is open; returns at once, and a keypad that is not there misses it."""
        self._send(ByteKeypad.welcome)

    def thanks(self) -> None:
        """Let it say thanks; returns at once, and a keypad that is not there misses it."""
        self._send(ByteKeypad.thanks)

    def _send(self, say: Callable[[ByteKeypad], None]) -> None:
        if self._owned is not None:
            supervisor, device = self._owned
            if isinstance(device, ByteKeypad):
                supervisor.submit(lambda: say(device)).add_done_callback(_log_unsaid)

    def on_press(self, told: Callable[[KeyPress], None]) -> None:
        """Set who is told of each press (after debounce)."""
        self._told = told

    def borrow(self, told: Callable[[KeyPress], None] | None) -> None:
        """Tell only ``told`` of presses, for a trial that must not rate anything; None gives them back."""
        self._borrower = told

    def _press(self, press: KeyPress) -> None:
        told = self._borrower or self._told
        if told is not None:
            told(press)


class SupervisedReader:
    """CodeReader: tells lines on the reader's thread."""

    def __init__(self) -> None:
        self._typed: TypedReader | None = None
        self._told: Callable[[str], None] | None = None
        self._borrower: Callable[[str], None] | None = None

    def attach(self, device: LineReader | TypedReader) -> None:
        """Listen to this device."""
        self._typed = device if isinstance(device, TypedReader) else None
        device.on_line(self._line)

    def detach(self, device: LineReader | TypedReader) -> None:
        """Listen to this device no longer."""
        device.on_line(lambda _: None)
        if self._typed is device:
            self._typed = None

    @property
    def wedge(self) -> WedgeRules | None:
        """Return how this station's reader types, None unless it is one that types."""
        return self._typed.rules if self._typed else None

    def inject(self, text: str) -> None:
        """Take a burst that was typed, without prefix, suffix and end: told like any line, on this thread."""
        if self._typed is not None:
            self._typed.take(text)

    def refuse(self, fault: Code) -> None:
        """Say that a burst was typed that is no reading: READER_GARBAGE, READER_REWRITTEN."""
        if self._typed is not None:
            self._typed.refuse(fault)

    def on_line(self, told: Callable[[str], None]) -> None:
        """Set who is told of each whole line, without its end, decoded as UTF-8."""
        self._told = told

    def borrow(self, told: Callable[[str], None] | None) -> None:
        """Tell only ``told`` of lines, for a trial that must not fill any form; None gives them back."""
        self._borrower = told

    def _line(self, line: str) -> None:
        told = self._borrower or self._told
        if told is not None:
            told(line)


def _log_unsaid(said: "Future[None]") -> None:
    error = said.exception()
    if error is not None:
        log.info("event=keypad_not_told reason=%s", error.code if isinstance(error, DeviceError) else type(error))


class SupervisedScanner:
    """Scanner: scans on the scanner's thread; one scan at a time."""

    def __init__(self) -> None:
        self._owned: tuple[Supervisor, ScannerDevice] | None = None
        self._busy = threading.Lock()
        self._cancelled = threading.Event()
        self._told: Callable[[int, float], None] | None = None

    def attach(self, supervisor: Supervisor, device: ScannerDevice) -> None:
        """Use this device."""
        self._owned = supervisor, device
        device.on_progress(self._progress)

    def detach(self, device: ScannerDevice) -> None:
        """Use this device no longer."""
        if self._owned is not None and self._owned[1] is device:
            self._owned = None

    def on_progress(self, told: Callable[[int, float], None]) -> None:
        """Set who is told of the page under way (from 1) and its share done (0 to 1)."""
        self._told = told

    def _progress(self, page: int, share: float) -> None:
        if self._owned is not None:
            self._owned[0].alive()
        if self._told is not None:
            self._told(page, share)

    def scan(self, request: ScanRequest, folder: Path, on_page: Callable[[Path], None]) -> Sequence[Path]:
        """Scan; blocks. Raises DEVICE_ABSENT when not connected, DEVICE_BUSY while it scans, else as the device."""
        if self._owned is None:
            raise not_configured(DeviceKind.SCANNER)
        supervisor, device = self._owned
        if not self._busy.acquire(blocking=False):
            raise DeviceError(Code.DEVICE_BUSY, device=device.name)
        try:
            self._cancelled.clear()

            def landed(page: Path) -> None:
                supervisor.count(pages=1)
                on_page(page)

            return supervisor.submit(lambda: self._scan_now(device, request, folder, landed)).result()
        finally:
            self._busy.release()

    def _scan_now(
        self, device: ScannerDevice, request: ScanRequest, folder: Path, on_page: Callable[[Path], None]
    ) -> Sequence[Path]:
        # In this order a cancel that comes at any moment since scan() was called is seen here or by the device.
        device.forget_cancel()
        if self._cancelled.is_set():
            raise DeviceError(Code.SCAN_CANCELLED, device=device.name, pages=0)
        return device.scan(request, folder, on_page)

    def cancel(self) -> None:
        """Stop the scan under way, from any thread; harmless without one."""
        self._cancelled.set()
        if self._owned is not None and self._busy.locked():
            self._owned[1].cancel()


class SupervisedSpeaker:
    """Announcer: hands calls to the speaker; a station without one calls by its board alone."""

    def __init__(self) -> None:
        self._owned: Speaker | None = None
        self._speaking: list[Callable[[str, int], None]] = []
        self._finished: list[Callable[[str, int], None]] = []

    def attach(self, device: Speaker) -> None:
        """Use this device."""
        self._owned = device
        device.on_speaking(lambda label, desk: self._tell(self._speaking, label, desk))
        device.on_finished(lambda label, desk: self._tell(self._finished, label, desk))

    def detach(self, device: Speaker) -> None:
        """Use this device no longer."""
        if self._owned is device:
            self._owned = None

    def announce(self, label: str, desk: int, manner: Manner = USUAL) -> None:
        """Queue one call; returns at once. Does nothing where the station has no speaker."""
        if self._owned is not None:
            self._owned.announce(label, desk, manner)

    def say(self, words: Sequence[str], volume: int = 100) -> None:
        """Queue clips that are only read aloud. Does nothing where the station has no speaker."""
        if self._owned is not None:
            self._owned.say(words, volume)

    def on_speaking(self, told: Callable[[str, int], None]) -> None:
        """Tell ``told`` (label, desk), on the speaker's thread, when a call begins to be spoken."""
        self._speaking.append(told)

    def on_finished(self, told: Callable[[str, int], None]) -> None:
        """Tell ``told`` (label, desk), on the speaker's thread, when a call is over."""
        self._finished.append(told)

    @staticmethod
    def _tell(listeners: Sequence[Callable[[str, int], None]], label: str, desk: int) -> None:
        for told in listeners:
            told(label, desk)
