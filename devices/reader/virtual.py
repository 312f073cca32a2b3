"""A reader of QR codes that is not there, on a pseudo-terminal."""

from counter_app.ports import DeviceKind
from devices.settings import DeviceSettings, TransportKind
from devices.transport.pseudo_terminal import LineFaults, PseudoTerminal


class VirtualReader:
    """Sends each code as a line of UTF-8, ended by CR LF."""

    def __init__(self) -> None:
        self._terminal = PseudoTerminal()

    @property
    def port(self) -> str:
        """Return the serial port to open."""
        return self._terminal.port

    def settings(self, name: str = "virtual-reader") -> DeviceSettings:
        """Return the settings that reach this reader."""
        return DeviceSettings(DeviceKind.READER, name, TransportKind.SERIAL, self.port)

    def scan(self, text: str) -> None:
        """Hold a code before the reader."""
        self._terminal.send(text.encode("utf-8") + b"\r\n")

    def garbage(self, data: bytes = b"\xc3\x28\xff\xfe\r\n") -> None:
        """Send what is no text, as at a wrong baud rate."""
        self._terminal.send(data)

    @property
    def faults(self) -> LineFaults:
        """Return what it is made to do."""
        return self._terminal.faults

    def unplug(self) -> None:
        """Pull the plug."""
        self._terminal.unplug()

    def plug(self) -> None:
        """Put the plug back in."""
        self._terminal.plug()

    def close(self) -> None:
        """Unplug for good."""
        self._terminal.close()
