"""The reader of QR and bar codes in serial mode: lines of UTF-8."""

import logging
import time
import unicodedata
from collections.abc import Callable

from counter_app.errors import Code
from counter_app.ports import DeviceKind
from devices.supervisor import Health
from devices.transport.line import Transport

log = logging.getLogger(__name__)

LISTEN_S = 0.25
MAX_LINE = 4096  # bytes; a QR code holds at most 2,953
_REPLACEMENT = "\ufffd"
QUIET_S = 0.05  # so long nothing comes: what follows is another reading
TORN_AFTER_S = 1.0  # a reader sends a code in one go: half a line that waits longer never gets its other half


class LineProtocol:
    """Bytes to lines: ended by CR, LF or both; what is no clean UTF-8 text is dropped and counted."""

    def __init__(self) -> None:
        self._line = bytearray()
        self._over_long = False
        self._spoilt = False  # in a stream of noise some line looks like text: none is believed until it is quiet
        self._last_byte = 0.0
        self.garbage = 0  # since the last good line
        self.garbage_total = 0

    def feed(self, data: bytes, now: float) -> list[str]:
        """Return the whole lines; ``now`` is monotonic, in seconds."""
        if now - self._last_byte > TORN_AFTER_S:
            self._drop_torn()
        if now - self._last_byte > QUIET_S:
            self._spoilt = False
        self._last_byte = now
        lines = []
        for byte in data:
            if byte in b"\r\n":
                if (line := self._end_line()) is not None:
                    lines.append(line)
            elif len(self._line) < MAX_LINE:
                self._line.append(byte)
            else:
                self._over_long = True
        return lines

    def reset(self) -> None:
        """Forget half a line, as after a new connection."""
        self._drop_torn()

    def _drop_torn(self) -> None:
        if self._line:
            self._count_garbage()
        self._line.clear()
        self._over_long = False

    def _end_line(self) -> str | None:
        raw, over_long = bytes(self._line), self._over_long
        self._line.clear()
        self._over_long = False
        if not raw:
            return None
        text = None if over_long or self._spoilt else _clean(raw)
        if text is None:
            self._count_garbage()
            return None
        self.garbage = 0
        return text

    def _count_garbage(self) -> None:
        self._spoilt = True
        self.garbage += 1
        self.garbage_total += 1


def clean_text(text: str) -> str | None:
    """Return the text; None for control characters, by which bar codes drive programs (BadBarcode), and for U+FFFD.

    The replacement character is what a wrong code page leaves: a part of the text is lost, and nobody knows which.
    """
    bad = _REPLACEMENT in text or any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in text)
    return None if bad else text


def _clean(raw: bytes) -> str | None:
    try:
        return clean_text(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return None


class LineReader:
    """A code reader on any transport; tells each line on the thread that polls it."""

    kind = DeviceKind.READER
    poll_seconds = 0.0  # poll itself waits for bytes

    def __init__(self, transport: Transport, *, name: str, monotonic: Callable[[], float] = time.monotonic) -> None:
        self.name = name
        self.protocol = LineProtocol()
        self._transport = transport
        self._monotonic = monotonic
        self._told: Callable[[str], None] | None = None
        self._in_burst = False

    def on_line(self, told: Callable[[str], None]) -> None:
        """Set who is told of each whole line, without its end, decoded as UTF-8."""
        self._told = told

    def open(self) -> None:
        """Connect. Raises DeviceError."""
        self._transport.open()
        self.protocol.reset()

    def poll(self) -> Health:
        """Wait a little for lines and tell them. Raises DEVICE_LOST."""
        data = self._transport.read(4096, LISTEN_S)
        lines = self.protocol.feed(data, self._monotonic()) if data else []
        self._log_burst()
        for line in lines:
            if self._told is not None:
                self._told(line)
        return Health(Code.READER_GARBAGE if self.protocol.garbage else None)

    def _log_burst(self) -> None:
        if self.protocol.garbage and not self._in_burst:
            log.info("event=reader_garbage device=%r total=%d", self.name, self.protocol.garbage_total)
        self._in_burst = self.protocol.garbage > 0

    def interrupt(self) -> None:
        """End the wait of the thread that polls."""
        self._transport.interrupt()

    def close(self) -> None:
        """Disconnect."""
        self._transport.close()
