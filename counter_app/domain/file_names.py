"""Names of files as archives take them: no diacritics, no special signs, at most 50 characters.

``CODE_YYYYMMDD_DESC.EXT`` (guidance of the Ministry of Science and Technology, 11/2025) within the limits of Decision
161/2025/QĐ-UBND of Ninh Bình, which are kept here for want of others.
"""

import re
import unicodedata
from datetime import date

from counter_app.domain.text import fold

LONGEST = 50
"""Characters of a name, its extension included: the stricter way to count them."""

LONGEST_SAFE = 150
"""Bytes of a name that somebody else gave: systems take 255, and folders and copies want some."""

_LONGEST_ENDING = 12
_UNNAMED = "tep"
_RESERVED = re.compile(r"con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]", re.IGNORECASE)
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


def safe_file_name(name: str, longest: int = LONGEST_SAFE) -> str:
    """Return a name that somebody else gave as one that any system takes as a plain file: no folder, no trick.

    Folders, control and bidirectional signs (which show another ending than there is), what Windows forbids or keeps
    for devices, and dots at the ends are gone; ``longest`` counts bytes in UTF-8, the ending stays.
    """
    spaced = (" " if sign.isspace() else sign for sign in unicodedata.normalize("NFC", name))
    shown = " ".join("".join(sign for sign in spaced if unicodedata.category(sign)[0] != "C").split())
    last = re.sub(r'[<>:"|?*]', "-", re.split(r"[\\/]", shown.rstrip("\\/"))[-1]).strip(" .")
    stem, dot, ending = last.rpartition(".")
    if not dot or len(ending) > _LONGEST_ENDING:
        stem, dot, ending = last, "", ""
    if _RESERVED.fullmatch(stem.partition(".")[0].strip()):
        stem = f"_{stem}"
    room = longest - len((dot + ending).encode())
    cut = stem.encode()[:room].decode(errors="ignore").strip(" .")
    return f"{cut or _UNNAMED}{dot}{ending}"


def _plain(text: str) -> str:
    return _OTHER.sub("-", text).strip("-")


def _words(text: str, room: int) -> str:
    """As many whole words as there is room for; of a first word that is too long, its beginning."""
    whole = _plain(fold(text))
    if len(whole) <= room:
        return whole
    cut = whole[: room + 1]
    return cut.rpartition("-")[0].strip("-") or whole[:room].strip("-")
