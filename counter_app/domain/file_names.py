"""Names of files as archives take them: no diacritics, no special signs, at most 50 characters.

``CODE_YYYYMMDD_DESC.EXT`` (guidance of the Ministry of Science and Technology, 11/2025) within the limits of Decision
161/2025/QĐ-UBND of Ninh Bình, which are kept here for want of others.
"""

import re
from datetime import date

from counter_app.domain.text import fold

LONGEST = 50
"""Characters of a name, its extension included: the stricter way to count them."""

_SHORTEST_WORDS = 12
_OTHER = re.compile(r"[^A-Za-z0-9]+")
_NAMELESS = "HO-SO"


def paper_file_name(code: str, day: date, number: int, paper: str, extension: str = "pdf") -> str:
    """Return the name of the file of a dossier's ``number``-th paper: ``H99-17-261123-030001_20261123_01-to-khai.pdf``.

    ``day`` is the local day of reception. Two papers of a dossier never have the same name (``number`` is in it), nor
    have papers of two dossiers of an office (a long code loses its beginning, which is the office's).
    """
    dated = f"_{day:%Y%m%d}_{number:02d}"
    room = LONGEST - len(dated) - len(extension) - 1
    start = _plain(code) or _NAMELESS
    start = start[-(room - _SHORTEST_WORDS) :].lstrip("-") if len(start) > room - _SHORTEST_WORDS else start
    words = _words(paper, room - len(start) - 1)
    return f"{start}{dated}{'-' if words else ''}{words}.{extension}"


def _plain(text: str) -> str:
    return _OTHER.sub("-", text).strip("-")


def _words(text: str, room: int) -> str:
    """As many whole words as there is room for; of a first word that is too long, its beginning."""
    whole = _plain(fold(text))
    if len(whole) <= room:
        return whole
    cut = whole[: room + 1]
    return cut.rpartition("-")[0].strip("-") or whole[:room].strip("-")
