"""The code of a dossier: office, day of reception, number.

Circular 03/2025/TT-VPCP art. 13: ``MX1X2.Y1Y2Y3.Z1Z2-YYMMDD-XXXX``, XXXX with at least four characters.
Here the number begins with the desk, so desks that cannot see each other never give the same one.
"""

import re
import unicodedata
from datetime import date

LONGEST_OFFICE_CODE = 35  # Decision 20/2020/QĐ-TTg art. 4

_OFFICE = re.compile(r"[0-9A-Z]{2,4}(\.[0-9A-Z]{1,4}){0,5}")
_CODE = re.compile(_OFFICE.pattern + r"-[0-9]{6}-[0-9]{4,8}")
_OF_A_SUCCESSOR = 10_000
_MOST_SUCCESSORS = 98
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


def dossier_code(office_code: str, day: date, desk: int, number: int) -> str:
    """Return the code of the ``number``-th dossier of a desk on a day, e.g. ``H99.17-261123-030001``.

    ``day`` is the local day of reception, ``desk`` 1 to 99, ``number`` 1 to 999999.
    Raises ValueError if the result would not be a dossier code.
    """
    if not 1 <= desk <= 99 or not 1 <= number <= 999_999:
        raise ValueError(f"no dossier code for desk {desk}, number {number}")
    code = f"{office_code}-{day:%y%m%d}-{desk:02d}{number:04d}"
    if not is_dossier_code(code):
        raise ValueError(f"not an office code: {office_code!r}")
    return code


def first_number(rank: int) -> int:
    """Return where a desk's numbers begin: ``rank`` is 0, or that of a machine that took another's place there.

    The other may have given out numbers on paper that nobody has heard of, so its successor has a range of its own.
    """
    return 1 + _OF_A_SUCCESSOR * min(rank, _MOST_SUCCESSORS)


def is_dossier_code(text: str) -> bool:
    """Tell whether ``text`` is a dossier code, new or of Circular 01/2018/TT-VPCP (``000.00.06.H56-231027-0361``)."""
    return _CODE.fullmatch(text) is not None and len(text.partition("-")[0]) <= LONGEST_OFFICE_CODE


def receipt_code(line: str) -> str:
    """Return the end of what a receipt's QR code holds: an address that ends in the code, or the code."""
    return line.strip().rstrip("/").rpartition("/")[2]


def normalise(text: str) -> str:
    """Undo what hands and printers do to a code: spaces, small letters, long dashes, wide digits."""
    return "".join(unicodedata.normalize("NFKC", text).translate(_DASHES).upper().split())
