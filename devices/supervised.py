"""The ports as the services see them: each call goes to the device's own thread, or fails at once."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from counter_app.errors import Code, DeviceError
from counter_app.ports import USUAL, DeviceKind, KeyPress, Manner, PrintReport, Raster, ScanRequest
from devices.keypad.device import ByteKeypad
from devices.printer.device import EscPosPrinter
from devices.reader.device import LineReader
from devices.scanner.scanner_device import ScannerDevice
from devices.speaker.device import Speaker
from devices.supervisor import Supervisor

_USUAL_WIDTH = 576


def not_configured(kind: DeviceKind) -> DeviceError:
    """Return the error of a device that the station does not have."""
    return DeviceError(Code.DEVICE_ABSENT, device=kind.value)


class SupervisedPrinter:
    """TicketPrinter: prints on the printer's thread, one ticket after the other."""

    def __init__(self) -> None:
        self._owned: tuple[Supervisor, EscPosPrinter] | None = None

    def attach(self, supervisor: Supervisor, device: EscPosPrinter) -> None:
        """Use this device."""
        self._owned = supervisor, device

    def detach(self, device: EscPosPrinter) -> None:
        """Use this device no longer."""
        if self._owned is not None and self._owned[1] is device:
            self._owned = None

    @property
    def width(self) -> int:
        """Return the dots of a row; of 80 mm paper where the station has no printer."""
        return self._owned[1].width if self._owned else _USUAL_WIDTH

    def print_raster(self, raster: Raster) -> PrintReport:
        """Print and cut; blocks. Raises DEVICE_ABSENT when not connected, else as EscPosPrinter does."""
        if self._owned is None:
            raise not_configured(DeviceKind.PRINTER)
        supervisor, device = self._owned
        report = supervisor.submit(lambda: device.print_raster(raster)).result()
        supervisor.count(tickets=1)
        return report


class SupervisedKeypad:
    """Keypad: tells presses on the keypad's thread."""

    def __init__(self) -> None:
        self._told: Callable[[KeyPress], None] | None = None
        self._borrower: Callable[[KeyPress], None] | None = None

    def attach(self, device: ByteKeypad) -> None:
        """Listen to this device."""
        device.on_press(self._press)

    def detach(self, device: ByteKeypad) -> None:
        """Listen to this device no longer."""
        device.on_press(lambda _: None)

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
        self._told: Callable[[str], None] | None = None
        self._borrower: Callable[[str], None] | None = None

    def attach(self, device: LineReader) -> None:
        """Listen to this device."""
        device.on_line(self._line)

    def detach(self, device: LineReader) -> None:
        """Listen to this device no longer."""
        device.on_line(lambda _: None)

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
