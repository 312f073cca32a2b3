"""A rating keypad that is not there, on a pseudo-terminal."""

from counter_app.ports import DeviceKind
from devices.settings import DeviceSettings, TransportKind
from devices.transport.pseudo_terminal import PseudoTerminal


class VirtualKeypad:
    """Sends one byte a press, ``1`` to ``5``."""

    def __init__(self) -> None:
        self._terminal = PseudoTerminal()

    @property
    def port(self) -> str:
        """Return the serial port to open."""
        return self._terminal.port

    def settings(self, name: str = "virtual-keypad") -> DeviceSettings:
        """Return the settings that reach this keypad."""
        return DeviceSettings(DeviceKind.KEYPAD, name, TransportKind.SERIAL, self.port)

    def press(self, score: int) -> None:
        """Press a key: 1 (very dissatisfied) to 5 (very satisfied)."""
        self._terminal.send(str(score).encode("ascii"))

    def garbage(self, data: bytes = b"\xff\x00\x99" * 8) -> None:
        """Send what no key sends, as at a wrong baud rate."""
        self._terminal.send(data)

    def close(self) -> None:
        """Unplug."""
        self._terminal.close()
