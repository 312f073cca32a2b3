"""The inside of the virtual printer: bytes to dots on paper, command by command, as long as there is paper."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PIL import Image

from devices.printer.letters import CodePage, Letters
from devices.printer.virtual_letters import line_rows, read_letters

_FIXED = {  # commands without data, and their whole length
    b"\x1b@": 2,
    b"\x1bJ": 3,
    b"\x1bd": 3,
    b"\x1bE": 3,
    b"\x1ba": 3,
    b"\x1bt": 3,
    b"\x1bp": 5,
    b"\x1c.": 2,
    b"\x1d!": 3,
    b"\x1da": 3,
    b"\x1dr": 3,
    b"\x10\x04": 3,
    b"\x10\x05": 3,
    b"\x10\x14": 10,
}
_ROWS_A_LINE = 30
_TORN_FROM = 6  # lines fed at once, where there is no cutter: a hand tears the ticket off


@dataclass
class Style:
    """How the next letters look."""

    scale: int = 1
    bold: bool = False
    page: int = 0


@dataclass
class Paper:
    """A roll and the parser before it. ``feed`` takes bytes; what cannot be printed yet waits in ``held``.

    ``pages`` are the code pages that it really has, by their numbers; ``pushing`` is told what GS a asks for.
    """

    width: int
    ticket_cut: Callable[[Image.Image], None]
    answered: Callable[[bytes], None]
    pushing: Callable[[int], None] = lambda wanted: None
    pages: Mapping[int, CodePage] = field(default_factory=dict)
    stopped: bool = False
    text: list[str] = field(default_factory=list)
    kicks: int = 0
    loaded: bool = True
    rows_left: int | None = None
    held: bytearray = field(default_factory=bytearray)
    unknown_bytes: int = 0
    _style: Style = field(default_factory=Style)
    _letters: bytearray = field(default_factory=bytearray)
    _rows: list[bytes] = field(default_factory=list)
    _band_row: int = 0  # the bytes of a row of the band being received, 0 outside a band
    _band_left: int = 0

    @property
    def row_size(self) -> int:
        """Return the bytes of a row of the head."""
        return self.width // 8

    def feed(self, data: bytes) -> None:
        """Take bytes and print as far as paper goes."""
        self.held += data
        while self.loaded and not self.stopped and self.held and self._step():
            pass

    def load(self) -> None:
        """Put in a new roll and print what was held."""
        self.loaded = True
        self.rows_left = None
        self.feed(b"")

    def forget(self) -> None:
        """Forget what is not printed yet; what is on paper stays there."""
        self.held.clear()
        self._letters.clear()
        self._band_row = self._band_left = 0

    def _step(self) -> bool:
        """Do one row or one command; False when it is not whole yet."""
        if self._band_left:
            return self._print_band_row()
        head = bytes(self.held[:2])
        if head[:1] in {b"\x00", b"\n"}:
            return self._line(head[:1])
        if len(head) < 2:
            return False
        if head == b"\x1dv":
            return self._begin_band()
        if head == b"\x1dV":
            return self._cut()
        if head in _FIXED:
            return self._fixed(head, _FIXED[head])
        if head[0] >= 0x20:
            self._letters.append(self.held.pop(0))
            return True
        del self.held[:1]
        self.unknown_bytes += 1
        return True

    def _line(self, sign: bytes) -> bool:
        del self.held[:1]
        if sign == b"\n" and self._letters:
            self._print_line()
        elif sign == b"\n":
            self._feed_rows(_ROWS_A_LINE)
        return True

    def _print_line(self) -> None:
        page = self.pages.get(self._style.page)
        line = read_letters(bytes(self._letters), Letters(page, self._style.page))
        self._letters.clear()
        self.text.append(line)
        for row in line_rows(line, self._style.scale, self._style.bold, self.width):
            self._print(row)

    def _fixed(self, head: bytes, size: int) -> bool:
        if len(self.held) < size:
            return False
        argument = self.held[size - 1]
        del self.held[:size]
        if head == b"\x1bJ":
            self._feed_rows(argument)
        elif head == b"\x1bd":
            self._feed_rows(_ROWS_A_LINE * argument)
            if argument >= _TORN_FROM:
                self._take_ticket()
        elif head == b"\x1dr":
            self.answered(b"\x00")
        elif head == b"\x1da":
            self.pushing(argument)
        elif head == b"\x1bp":
            self.kicks += 1
        else:
            self._restyle(head, argument)
        return True

    def _restyle(self, head: bytes, argument: int) -> None:
        if head == b"\x1b@":
            self._style = Style()
        elif head == b"\x1bE":
            self._style.bold = bool(argument & 1)
        elif head == b"\x1bt":
            self._style.page = argument
        elif head == b"\x1d!":
            self._style.scale = (argument >> 4) + 1

    def _begin_band(self) -> bool:
        if len(self.held) < 8:
            return False
        self._band_row = int.from_bytes(self.held[4:6], "little")
        self._band_left = int.from_bytes(self.held[6:8], "little") if self._band_row else 0
        del self.held[:8]
        return True

    def _print_band_row(self) -> bool:
        if len(self.held) < self._band_row:
            return False
        row = bytes(self.held[: self._band_row])
        del self.held[: self._band_row]
        self._band_left -= 1
        self._print(row)
        return True

    def _feed_rows(self, rows: int) -> None:
        for _ in range(rows):
            self._print(b"")

    def _print(self, row: bytes) -> None:
        self._rows.append(row[: self.row_size].ljust(self.row_size, b"\x00"))
        if self.rows_left is not None:
            self.rows_left -= 1
            if self.rows_left <= 0:
                self.loaded = False

    def _cut(self) -> bool:
        if len(self.held) < 3:
            return False
        size = 4 if self.held[2] in b"AB" else 3
        if len(self.held) < size:
            return False
        del self.held[:size]
        self._take_ticket()
        return True

    def _take_ticket(self) -> None:
        if self._rows:
            # Bit 1 is black on paper, and white in a picture of Pillow's mode 1.
            dots = bytes(255 - byte for byte in b"".join(self._rows))
            picture = Image.frombytes("1", (self.row_size * 8, len(self._rows)), dots)
            self._rows = []
            self.ticket_cut(picture)
