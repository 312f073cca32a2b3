"""Vietnamese in the printer's own letters: without marks, or by a code page that the office has seen printed.

Which bytes a page has is TCVN 5712:1993 (VN3) and Windows' code page 1258; which number a printer gives to the page is
its maker's. Cheap printers claim pages that they lack, so a page is only used once somebody has looked at the letters
on paper (``letters`` in the settings); until then the marks are left out.
"""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

_SIGNS = str.maketrans({"–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "đ": "d", "Đ": "D"})
_TONES = ("\u0300", "\u0309", "\u0303", "\u0301", "\u0323")  # grave, hook, tilde, acute, dot below
_TCVN3 = {
    "a": "b5 b6 b7 b8 b9", "ă": "bb bc bd be c6", "â": "c7 c8 c9 ca cb", "e": "cc ce cf d0 d1",
    "ê": "d2 d3 d4 d5 d6", "i": "d7 d8 dc dd de", "o": "df e1 e2 e3 e4", "ô": "e5 e6 e7 e8 e9",
    "ơ": "ea eb ec ed ee", "u": "ef f1 f2 f3 f4", "ư": "f5 f6 f7 f8 f9", "y": "fa fb fc fd fe",
}  # fmt: skip
_TCVN3_PLAIN = dict(zip("ĂÂÊÔƠƯĐăâêôơưđ", bytes.fromhex("a1a2a3a4a5a6a7a8a9aaabacadae"), strict=True))


class CodePage(StrEnum):
    """The code pages with Vietnamese letters that printers claim to have."""

    TCVN3 = "tcvn3"
    CP1258 = "cp1258"


@dataclass(frozen=True, slots=True)
class Letters:
    """How text becomes bytes: without marks, or by a code page under the printer's own number for it."""

    page: CodePage | None = None
    number: int = 0

    @classmethod
    def named(cls, words: str) -> "Letters":
        """Return the letters of a setting: empty or ``plain``, ``tcvn3:30``, ``cp1258:52``. Raises ValueError."""
        if words in {"", "plain"}:
            return cls()
        page, _, number = words.partition(":")
        if not number.isdecimal() or int(number) > 255:
            raise ValueError(words)
        return cls(CodePage(page), int(number))

    @property
    def select(self) -> bytes:
        """Return the bytes that choose the page; FS . first, as Chinese printers else read two bytes as one sign."""
        return b"" if self.page is None else b"\x1c.\x1bt" + bytes([self.number])

    def encode(self, text: str) -> bytes:
        """Return the bytes of a text; a letter that the page lacks loses its marks, any other sign becomes ``?``."""
        composed = unicodedata.normalize("NFC", text)
        return b"".join(self._sign(sign) for sign in composed)

    def _sign(self, sign: str) -> bytes:
        if sign.isascii():
            return sign.encode() if sign.isprintable() else b""
        if self.page is CodePage.TCVN3 and (byte := _tcvn3(sign)):
            return byte
        if self.page is CodePage.CP1258 and (known := _cp1258(sign)):
            return known
        return without_marks(sign).encode("ascii", "replace")


def without_marks(text: str) -> str:
    """Return a text without tones and marks, as a printer without Vietnamese letters can say it."""
    decomposed = unicodedata.normalize("NFD", text.translate(_SIGNS))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def _parts(sign: str) -> tuple[str, str]:
    """Split a letter from its tone: ế is ê and the acute."""
    decomposed = unicodedata.normalize("NFD", sign)
    tone = next((mark for mark in decomposed[1:] if mark in _TONES), "")
    return unicodedata.normalize("NFC", decomposed.replace(tone, "") if tone else decomposed), tone


def _tcvn3(sign: str) -> bytes:
    """Return the byte of a letter; the page has no capitals with a tone, so these keep their letter only."""
    base, tone = _parts(sign)
    if tone and base in _TCVN3:
        return bytes([bytes.fromhex(_TCVN3[base])[_TONES.index(tone)]])
    if base in _TCVN3_PLAIN:
        return bytes([_TCVN3_PLAIN[base]])
    return base.encode() if base.isascii() else b""


def _cp1258(sign: str) -> bytes:
    """Return a letter and, after it, its tone: the page has most tones only as signs of their own."""
    base, tone = _parts(sign)
    try:
        return (base + tone).encode("cp1258")
    except UnicodeEncodeError:
        return b""
