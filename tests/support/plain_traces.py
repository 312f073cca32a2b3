"""What a thief's tools would find on a disk: words in any usual encoding, and the beginnings of known files."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

# Long enough that chance does not write them into megabytes of encrypted bytes: 7 are once in 10^17.
_MAGIC = {
    "PDF": (b"%PDF-1.", b"endstream\nendobj", b"startxref"),
    "PNG": (b"\x89PNG\r\n\x1a\n", b"\x00\x00\x00\rIHDR"),
    "JPEG": (b"JFIF\x00\x01", b"Exif\x00\x00"),
    "SQLite": (b"SQLite format 3\x00", b"CREATE TABLE "),
    "JSON": (b'"applicant"', b'"identity"'),
    "PNM": (b"# SANE data follows",),
}
_FIRST_BYTES = {
    "PDF": b"%PDF",
    "JPEG": b"\xff\xd8\xff",
    "ZIP": b"PK\x03\x04",
    "PNM": b"P5\n",
    "GZIP": b"\x1f\x8b\x08\x00",
}
_LEAST = 7
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1258")
_OVERLAP = 512
_PART = 1 << 20


@dataclass(frozen=True, slots=True)
class Trace:
    """Something readable: in which file, and what."""

    path: Path
    what: str


def traces_in(folder: Path, words: Iterable[str], *, apart_from: frozenset[str] = frozenset()) -> list[Trace]:
    """Search the name and the bytes of every file below ``folder``, but for the names in ``apart_from``."""
    needles = {needle: word for word in words for needle in _spellings(word)}
    needles |= {magic: kind for kind, magics in _MAGIC.items() for magic in magics}
    any_of_them = re.compile(b"|".join(re.escape(needle) for needle in sorted(needles, key=len, reverse=True)))
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name not in apart_from:
            found += [Trace(path, needles[match]) for match in _matches(path, any_of_them)]
            found += [Trace(path, needles[match]) for match in any_of_them.findall(path.name.encode())]
            found += [Trace(path, kind) for kind, magic in _FIRST_BYTES.items() if _begins(path, magic)]
    return found


def _matches(path: Path, any_of_them: re.Pattern[bytes]) -> Iterator[bytes]:
    kept = b""
    with path.open("rb") as file:
        while part := file.read(_PART):
            kept += part
            yield from any_of_them.findall(kept)
            kept = kept[-_OVERLAP:]


def _begins(path: Path, magic: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(magic)) == magic


def _spellings(word: str) -> Iterator[bytes]:
    """The bytes of a word as programs write it: with and without its signs, in capitals, in several encodings."""
    plain = "".join(one for one in unicodedata.normalize("NFD", word) if not unicodedata.combining(one))
    plain = plain.replace("đ", "d").replace("Đ", "D")
    for text in (word, unicodedata.normalize("NFC", word), unicodedata.normalize("NFD", word), plain):
        for cased in (text, text.upper(), text.lower()):
            for encoding in _ENCODINGS:
                spelled = cased.encode(encoding, "ignore")
                if len(spelled) >= _LEAST:
                    yield spelled
