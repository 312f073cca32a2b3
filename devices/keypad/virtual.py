"""A rating keypad that is not there, on a pseudo-terminal."""

from counter_app.ports import DeviceKind
from devices.keypad.framing import Bcc, Framing, frame_of
from devices.settings import DeviceSettings, TransportKind
from devices.transport.pseudo_terminal import VirtualLine


class VirtualKeypad(VirtualLine):
    """Sends ``1`` to ``5``, framed as real keypads frame it, and keeps what it was told."""

    def __init__(self, framing: Framing = Framing.BYTE, bcc: Bcc = Bcc.LENGTH) -> None:
        self._framing, self._bcc = framing, bcc
        super().__init__()

    def settings(self, name: str = "Bàn phím ảo", *, welcome: bytes = b"", thanks: bytes = b"") -> DeviceSettings:
        """Return the settings that reach this keypad, which is to be told this when a rating opens and is given."""
        options = {"framing": self._framing.value, "bcc": self._bcc.value}
        options.update({"welcome": welcome.hex(), "thanks": thanks.hex()})
        plain = options == {"framing": "byte", "bcc": "len", "welcome": "", "thanks": ""}
        return DeviceSettings(
            DeviceKind.KEYPAD, name, TransportKind.SERIAL, self.port, options={} if plain else options
        )

    def press(self, *scores: int) -> None:
        """Press a key, 1 (very dissatisfied) to 5 (very satisfied), or several at once."""
        self._terminal.send(b"".join(frame_of(str(score).encode(), self._framing, self._bcc) for score in scores))

    def told(self) -> bytes:
        """Return what it was told since the last time it was asked."""
        return self._terminal.received()

    def garbage(self, data: bytes = b"\xff\x00\x99" * 8) -> None:
        """Send what no key sends, as at a wrong baud rate."""
        self._terminal.send(data)
