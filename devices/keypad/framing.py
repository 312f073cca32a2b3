"""How a keypad wraps what it sends: single bytes, lines, frames with a check, or whatever comes until it is quiet."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import reduce
from operator import xor
from types import MappingProxyType
from typing import Protocol

from devices.settings import MAX_CODE

STX, ETX = 0x02, 0x03
LINE_ENDS = b"\r\n"
_FRAME_EXTRA = 4  # STX, length, check, ETX


class Framing(StrEnum):
    """What stands around the code of a key."""

    BYTE = "byte"  # nothing: each byte is a code, line ends after it are harmless
    LINE = "line"  # CR, LF or both after it
    STX_ETX = "stx-etx"  # 02, how many bytes follow up to the check, they, the check, 03
    WHOLE = "whole"  # silence: whatever comes at once is the code


class Bcc(StrEnum):
    """From where on the block check character of a frame is counted; it is the XOR of the bytes before it."""

    STX = "stx"
    LENGTH = "len"
    DATA = "data"


class Framer(Protocol):
    """Bytes to codes. ``rubbish`` counts, since the beginning, the bytes that were part of no frame."""

    rubbish: int

    @property
    def checks(self) -> bool:
        """Whether a frame proves itself, so that rubbish beside it does not matter."""
        ...

    def feed(self, data: bytes) -> list[bytes]:
        """Return the codes that are whole by now."""
        ...

    def end(self) -> list[bytes]:
        """It is quiet: return what was whole all the same; half a frame is rubbish and is forgotten."""
        ...


class ByteFramer:
    """Each byte that some key sends is a code; line ends beside it are harmless."""

    checks = False

    def __init__(self, codes: Iterable[bytes]) -> None:
        self._codes = b"".join(code for code in codes if len(code) == 1)
        self._harmless = bytes(byte for byte in LINE_ENDS if byte not in self._codes)
        self._others = bytes(byte for byte in range(256) if byte not in self._codes)
        self.rubbish = 0

    def feed(self, data: bytes) -> list[bytes]:
        """Return the codes among the bytes."""
        known = data.translate(None, self._others)
        self.rubbish += len(data.translate(None, self._codes + self._harmless))
        return [known[at : at + 1] for at in range(len(known))]

    def end(self) -> list[bytes]:
        """Return nothing: a byte is whole when it comes."""
        return []


class LineFramer:
    """What stands before a line end is a code; empty lines are harmless."""

    checks = False

    def __init__(self) -> None:
        self._line = b""
        self.rubbish = 0

    def feed(self, data: bytes) -> list[bytes]:
        """Return the lines that ended; one that is too long for a code is rubbish."""
        *lines, last = (self._line + data).replace(b"\r", b"\n").split(b"\n")
        self._line = last
        if len(last) > MAX_CODE:
            self.rubbish += len(last) - MAX_CODE
            self._line = last[: MAX_CODE + 1]  # one more than any code: it stays too long
        self.rubbish += sum(len(line) for line in lines if len(line) > MAX_CODE)
        return [line for line in lines if 0 < len(line) <= MAX_CODE]

    def end(self) -> list[bytes]:
        """Forget half a line."""
        self.rubbish += len(self._line)
        self._line = b""
        return []


class FrameFramer:
    """``02 length data check 03``; after rubbish it finds the next frame, also one that begins inside a false one."""

    checks = True

    def __init__(self, bcc: Bcc = Bcc.LENGTH) -> None:
        self._bcc = bcc
        self._held = b""
        self.rubbish = 0

    def feed(self, data: bytes) -> list[bytes]:
        """Return the data of each frame whose length, check and end are right."""
        self._held += data
        return self._take(quiet=False)

    def end(self) -> list[bytes]:
        """Look once more behind a beginning that was none, then forget the rest."""
        return self._take(quiet=True)

    def _take(self, *, quiet: bool) -> list[bytes]:
        held, at, codes = self._held, 0, []
        while (start := held.find(STX, at)) >= 0:
            self.rubbish += start - at
            at = start
            size = self._size(held, at)
            if size == 0:  # not all of it is here yet
                if not quiet:
                    break
                size = -1
            if size < 0:
                self.rubbish += 1
                at += 1
            else:
                codes.append(held[at + 2 : at + size - 2])
                at += size
        else:
            self.rubbish += len(held) - at
            at = len(held)
        self._held = held[at:]
        return codes

    def _size(self, held: bytes, at: int) -> int:
        """Return the size of the frame at ``at``; 0 if it is not all here yet, -1 if there is none."""
        if len(held) < at + 2:
            return 0
        length = held[at + 1]
        if not 1 <= length <= MAX_CODE:
            return -1
        size = length + _FRAME_EXTRA
        if len(held) < at + size:
            return 0
        frame = held[at : at + size]
        return size if frame[-1] == ETX and frame[-2] == check_of(frame[2:-2], self._bcc) else -1


class WholeFramer:
    """What comes at once, until it is quiet, is one code."""

    checks = False

    def __init__(self) -> None:
        self._held = b""
        self.rubbish = 0

    def feed(self, data: bytes) -> list[bytes]:
        """Keep it; only silence ends a code."""
        fits = max(0, MAX_CODE - len(self._held))
        self._held += data[:fits]
        self.rubbish += len(data) - len(data[:fits])
        return []

    def end(self) -> list[bytes]:
        """Return the code."""
        held, self._held = self._held, b""
        return [held] if held else []


def check_of(data: bytes, bcc: Bcc = Bcc.LENGTH) -> int:
    """Return the check of a frame with this data."""
    counted = {Bcc.STX: bytes((STX, len(data))) + data, Bcc.LENGTH: bytes((len(data),)) + data, Bcc.DATA: data}
    return reduce(xor, counted[bcc], 0)


def frame_of(code: bytes, framing: Framing, bcc: Bcc = Bcc.LENGTH) -> bytes:
    """Return what a keypad sends for a code."""
    match framing:
        case Framing.LINE:
            return code + LINE_ENDS
        case Framing.STX_ETX:
            return bytes((STX, len(code))) + code + bytes((check_of(code, bcc), ETX))
        case _:
            return code


def make_framer(framing: Framing, codes: Iterable[bytes], bcc: Bcc = Bcc.LENGTH) -> Framer:
    """Return a framer for a keypad whose keys send ``codes``."""
    made: dict[Framing, Callable[[], Framer]] = {
        Framing.BYTE: lambda: ByteFramer(codes),
        Framing.LINE: LineFramer,
        Framing.STX_ETX: lambda: FrameFramer(bcc),
        Framing.WHOLE: WholeFramer,
    }
    return made[framing]()


FRAMINGS = MappingProxyType(
    {
        Framing.STX_ETX: tuple(Bcc),
        Framing.LINE: (Bcc.LENGTH,),
        Framing.BYTE: (Bcc.LENGTH,),
        Framing.WHOLE: (Bcc.LENGTH,),
    }
)
"""Every way to read a keypad, the one that proves most first, with the checks that it may have."""
