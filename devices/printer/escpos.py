"""ESC/POS: a raster to bytes, and status bytes to faults.

The bytes are made here and not by python-escpos: its ``image()`` goes through Pillow, has no blank-row feeding and
bands of another size; its status calls leave cover, cutter and errors unread. A test holds a band against its output.
Source of the commands: Epson's ESC/POS command reference.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from counter_app.errors import Code
from counter_app.ports import Raster, TextTicket
from devices.printer.letters import Letters

INIT = b"\x1b@"
CUT_PART = b"\x1dVB\x00"  # GS V 66 0: feed to the cutter, leave one point uncut so that the ticket stays in the slot
CUT_FULL = b"\x1dVA\x00"
FENCE = b"\x1dr\x01"  # GS r 1: answered in turn, that is when all before it is printed
PUSH = b"\x1da\x0e"  # GS a: tell by itself of every change of line, fault and paper, and once now
CLEAR = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"  # DLE DC4 8: forget at once all that is not printed yet
CLEARED = b"\x37\x25\x00"
RECOVER = b"\x10\x05\x02"  # DLE ENQ 2: the same after an error; some printers know only this one, and answer nothing
DRAWER = b"\x1bp\x00\x19\xfa"  # ESC p 0: 50 ms on the drawer's pin 2
STATUS_PAGES = (1, 2, 3, 4)
BAND_ROWS = 255
FEED_FROM = 8  # fewer blank rows are printed: leaving a band and starting the next costs 11 bytes


class Cut(StrEnum):
    """How a ticket is cut off."""

    PART = "part"
    FULL = "full"
    NONE = "none"


CUTS = {Cut.PART: CUT_PART, Cut.FULL: CUT_FULL, Cut.NONE: b"\x1bd\x06"}  # without a cutter: six lines to tear at


def ticket_bytes(raster: Raster, *, cut: Cut = Cut.PART, feed_blank: bool = True, band_rows: int = BAND_ROWS) -> bytes:
    """Return the picture in bands of at most ``band_rows`` (up to 255), blank rows fed, and the cut; without ESC @."""
    runs = _runs(raster, feed_blank, band_rows)
    pieces = [_feed(rows) if blank else _band(raster, start, rows) for start, rows, blank in runs]
    return b"".join([*pieces, CUTS[cut]])


def text_bytes(ticket: TextTicket, letters: Letters, *, cut: Cut = Cut.PART) -> bytes:
    """Return a ticket in the printer's own letters, and the cut; without ESC @."""
    pieces = [letters.select, b"\x1ba\x01"]  # ESC a 1: centred
    for line in ticket.lines:
        size = min(max(line.scale, 1), 8) - 1
        pieces += [b"\x1d!" + bytes([size << 4 | size]), b"\x1bE" + bytes([line.bold])]
        pieces += [letters.encode(line.text), b"\n"]
    return b"".join([*pieces, b"\x1d!\x00", CUTS[cut]])


def row_bytes(raster: Raster) -> int:
    """Return the bytes of one row. Raises ValueError when the raster's rows do not fit its size."""
    size = -(-raster.width // 8)
    if raster.width < 1 or raster.height < 1 or len(raster.rows) != size * raster.height:
        raise ValueError(f"raster of {raster.width} x {raster.height} has {len(raster.rows)} bytes")
    return size


def _runs(raster: Raster, feed_blank: bool, most: int) -> Iterator[tuple[int, int, bool]]:
    """Yield (first row, rows, blank) over the whole height, none longer than ``most`` rows, fed ones than 255."""
    size = row_bytes(raster)
    nothing = bytes(size)
    blank = [raster.rows[at : at + size] == nothing for at in range(0, len(raster.rows), size)]
    start = 0
    inked = 0  # where the printed run began that reaches up to ``start``
    while start < raster.height:
        end = start
        while end < raster.height and blank[end] == blank[start]:
            end += 1
        if feed_blank and blank[start] and end - start >= FEED_FROM:
            yield from ((at, rows, False) for at, rows in _pieces(inked, start, most))
            yield from ((at, rows, True) for at, rows in _pieces(start, end, BAND_ROWS))
            inked = end
        start = end
    yield from ((at, rows, False) for at, rows in _pieces(inked, raster.height, most))


def _pieces(start: int, end: int, most: int) -> Iterator[tuple[int, int]]:
    for at in range(start, end, most):
        yield at, min(most, end - at)


def _feed(rows: int) -> bytes:
    return b"\x1bJ" + bytes([rows])


def _band(raster: Raster, start: int, rows: int) -> bytes:
    """Return ``GS v 0`` for these rows; bits right of the width are never black."""
    size = row_bytes(raster)
    data = bytearray(raster.rows[start * size : (start + rows) * size])
    if spare := -raster.width % 8:
        kept = bytes(byte & (0xFF << spare) & 0xFF for byte in range(256))
        data[size - 1 :: size] = data[size - 1 :: size].translate(kept)
    return b"\x1dv0\x00" + size.to_bytes(2, "little") + rows.to_bytes(2, "little") + bytes(data)


def ask_status(page: int) -> bytes:
    """Return DLE EOT n: the printer answers at once, whatever it is doing."""
    return b"\x10\x04" + bytes([page])


def begins_push(byte: int) -> bool:
    """Say whether a byte can begin the four of GS a: bit 4 is set, 0, 1 and 7 clear."""
    return byte & 0b1001_0011 == 0b0001_0000


def is_status(byte: int) -> bool:
    """Say whether a byte can be an answer to DLE EOT: bits 1 and 4 are set, 0 and 7 clear."""
    return byte & 0b1001_0011 == 0b0001_0010


def is_fence(byte: int) -> bool:
    """Say whether a byte can be the answer to GS r, or one of the last three of GS a: bits 4 and 7 are clear."""
    return byte & 0b1001_0000 == 0


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """The four bytes of DLE EOT 1 to 4."""

    printer: int
    offline: int
    error: int
    paper: int

    @classmethod
    def pushed(cls, frame: bytes) -> "PrinterStatus":
        """Return what the four bytes of GS a say, in the bits of DLE EOT."""
        line, error, paper, _ = frame
        cover, low, out = line & 0x20, paper & 0x03, paper & 0x0C
        return cls(line & 0x08, 0x04 if cover else 0, error & 0x6C, (0x0C if low else 0) | (0x60 if out else 0))

    @property
    def fault(self) -> Code | None:
        """Return what keeps it from printing, the cause before its effects: an open cover also reads as no paper."""
        causes = (
            (self.offline & 0x04, Code.COVER_OPEN),
            (self.paper & 0x60 or self.offline & 0x20, Code.PAPER_OUT),
            (self.error & 0x08, Code.CUTTER),
            (self.error & 0x64 or self.offline & 0x40, Code.PRINTER_FAULT),
            (self.printer & 0x08, Code.PRINTER_FAULT),  # offline without a cause that we know
        )
        return next((code for bits, code in causes if bits), None)

    @property
    def warning(self) -> Code | None:
        """Return what will soon keep it from printing."""
        return Code.PAPER_LOW if self.paper & 0x0C else None
