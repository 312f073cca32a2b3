"""One virtual device of each kind, for the demo, for training and for the tests."""

from pathlib import Path

from devices.keypad.virtual import VirtualKeypad
from devices.printer.virtual import VirtualPrinter
from devices.reader.virtual import VirtualReader
from devices.scanner.virtual import VirtualScanner
from devices.settings import DeviceSettings, TransportKind
from devices.speaker.virtual import VirtualSpeaker


class VirtualStation:
    """A counter's hardware that is not there. ``folder`` holds the scanner's pages and what the speaker says."""

    def __init__(self, folder: Path, *, width: int = 576, sound: TransportKind = TransportKind.SILENT) -> None:
        self.scanner = VirtualScanner(folder / "scanner")
        self.printer = VirtualPrinter(width=width)
        self.keypad = VirtualKeypad()
        self.reader = VirtualReader()
        self.speaker = VirtualSpeaker(folder / "calls", keeps=sound is TransportKind.FILE)

    def settings(self) -> tuple[DeviceSettings, ...]:
        """Return the settings that reach all of them."""
        return (
            self.printer.settings(),
            self.keypad.settings(),
            self.scanner.settings(),
            self.reader.settings(),
            self.speaker.settings(),
        )

    def close(self) -> None:
        """Take everything away; close the Devices that use it first."""
        for device in (self.printer, self.keypad, self.reader, self.scanner):
            device.close()
