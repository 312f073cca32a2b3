"""A reader of QR codes that is not there, on a pseudo-terminal."""

from counter_app.ports import DeviceKind
from devices.settings import DeviceSettings, TransportKind
from devices.transport.pseudo_terminal import VirtualLine


class VirtualReader(VirtualLine):
    """Sends each code as a line of UTF-8, ended by CR LF."""

    def settings(self, name: str = "Đầu đọc ảo") -> DeviceSettings:
        """Return the settings that reach this reader."""
        return DeviceSettings(DeviceKind.READER, name, TransportKind.SERIAL, self.port)

    def scan(self, text: str) -> None:
        """Hold a code before the reader."""
        self._terminal.send(text.encode("utf-8") + b"\r\n")

    def garbage(self, data: bytes = b"\xc3\x28\xff\xfe\r\n") -> None:
        """Send what is no text, as at a wrong baud rate."""
        self._terminal.send(data)
