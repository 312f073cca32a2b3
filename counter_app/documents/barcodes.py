"""QR codes and Code 39, as modules: who draws them decides on dots or millimetres."""

from collections.abc import Iterator
from functools import lru_cache

import segno

QUIET_ZONE = 4
"""Modules of white that ISO/IEC 18004 asks for around a QR code."""

_CODE39 = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%")

Modules = tuple[bytes, ...]
"""The rows of a QR code from the top, one byte a module: 1 is dark."""


@lru_cache(maxsize=64)
def qr_modules(text: str) -> Modules:
    """Return the QR code of a text, without its quiet zone; level M or better (thermal paper loses dots)."""
    code = segno.make(text, error="m", micro=False, boost_error=True)
    return tuple(bytes(row) for row in code.matrix)


def dark_runs(modules: Modules) -> Iterator[tuple[int, int, int]]:
    """Yield (column, row, length) of each horizontal run of dark modules: a few long boxes print without hairlines."""
    for row, line in enumerate(modules):
        start: int | None = None
        for column, dark in enumerate((*line, 0)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                yield start, row, column - start
                start = None


def fits_code39(text: str) -> bool:
    """Say whether Code 39 has every character of a text (capitals, digits and seven signs)."""
    return bool(text) and _CODE39.issuperset(text)
