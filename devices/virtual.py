"""One virtual device of each kind, for the demo, for training and for the tests."""

from pathlib import Path

from counter_app.ports import DeviceKind
from devices.keypad.virtual import VirtualKeypad
from devices.printer.virtual import VirtualPrinter
from devices.reader.virtual import VirtualReader
from devices.scanner.virtual import VirtualScanner
from devices.settings import DeviceSettings, TransportKind


class VirtualStation:
    """A counter's hardware that is not there. ``folder`` holds the scanner's pages and what the speaker says."""

    def __init__(self, folder: Path, *, width: int = 576, sound: TransportKind = TransportKind.SILENT) -> None:
        self._folder = folder
        self._sound = sound
        self.scanner = VirtualScanner(folder / "scanner")
        self.printer = VirtualPrinter(width=width)
        self.keypad = VirtualKeypad()
        self.reader = VirtualReader()

    def settings(self) -> tuple[DeviceSettings, ...]:
        """Return the settings that reach all of them."""
        calls = str(self._folder / "calls") if self._sound is TransportKind.FILE else ""
        return (
            self.printer.settings(),
            self.keypad.settings(),
            self.scanner.settings(),
            self.reader.settings(),
            DeviceSettings(DeviceKind.SPEAKER, "virtual-speaker", self._sound, calls),
        )

    def close(self) -> None:
        """Take everything away; close the Devices that use it first."""
        for device in (self.printer, self.keypad, self.reader, self.scanner):
            device.close()
