"""A catalogue as one JSON file: a list, one procedure an item; cut into items so that a bad one spoils no other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from pathlib import Path

import msgspec

from counter_app.domain.procedures import Procedure
from counter_app.errors import Code, CounterError

MOST_MEGABYTES = 32
MOST_ITEM = 512 << 10
DEEPEST = 24
_BOM = b"\xef\xbb\xbf"
# A string is one token, so that brackets and commas inside of it do not count; a lone quote has no end.
_TOKEN = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{},"]', re.DOTALL)


class Damage(StrEnum):
    """Why an item cannot even be read."""

    TOO_LARGE = "too-large"
    TOO_DEEP = "too-deep"
    CUT_OFF = "cut-off"
    NOT_JSON = "not-json"


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the list: its number and line in the file (both from 1), its bytes, what is wrong with them."""

    number: int
    line: int
    content: bytes
    damage: Damage | None = None


def load_file(path: Path) -> bytes:
    """Read a file of a bearable size. Raises CATALOGUE_TOO_LARGE, CATALOGUE_UNREADABLE."""
    try:
        size = path.stat().st_size
        if size > MOST_MEGABYTES << 20:
            raise CounterError(Code.CATALOGUE_TOO_LARGE, megabytes=size >> 20, limit=MOST_MEGABYTES)
        return path.read_bytes()
    except OSError as error:
        raise CounterError(Code.CATALOGUE_UNREADABLE, detail="cannot-open", line=0) from error


def split(content: bytes) -> tuple[Item, ...]:
    """Cut a file into its items. Raises CATALOGUE_TOO_LARGE, CATALOGUE_UNREADABLE (detail, line) for no list at all."""
    if len(content) > MOST_MEGABYTES << 20:
        raise CounterError(Code.CATALOGUE_TOO_LARGE, megabytes=len(content) >> 20, limit=MOST_MEGABYTES)
    plain = content.removeprefix(_BOM)
    try:
        plain.decode()
    except UnicodeDecodeError as error:
        raise CounterError(
            Code.CATALOGUE_UNREADABLE, detail="not-utf-8", line=plain.count(b"\n", 0, error.start) + 1
        ) from error
    begin = len(plain) - len(plain.lstrip())
    if plain[begin : begin + 1] != b"[":
        detail = "not-a-list" if plain[begin : begin + 1] in (b"{", b'"') else "not-json"
        raise CounterError(Code.CATALOGUE_UNREADABLE, detail=detail, line=1)
    items = tuple(_items(plain, begin + 1))
    if not items:
        raise CounterError(Code.CATALOGUE_UNREADABLE, detail="nothing", line=1)
    return items


def encode_catalogue(procedures: Sequence[Procedure]) -> bytes:
    """Return the file of a catalogue: one procedure a line, the same bytes for the same procedures.

    Fields at their default are left out: the file is half as large, and an added field changes no line.
    """
    lines = (msgspec.json.encode(_without_defaults(one)) for one in procedures)
    return b"[\n" + b",\n".join(lines) + b"\n]\n"


def _items(content: bytes, begin: int) -> Iterator[Item]:
    line, counted = 1 + content.count(b"\n", 0, begin), begin
    for number, (start, end, deepest, closed) in enumerate(_slices(content, begin), start=1):
        part = content[start:end]
        first = start + len(part) - len(part.lstrip())
        line, counted = line + content.count(b"\n", counted, first), first
        yield Item(number, line, part.strip(), _damage(end - start, deepest, closed=closed))


def _slices(content: bytes, begin: int) -> Iterator[tuple[int, int, int, bool]]:
    """Start, end, depth and whether it is closed, of each item between the commas of the list."""
    depth = deepest = 0
    start = begin
    for found in _TOKEN.finditer(content, begin):
        sign = found[0]
        if sign == b'"':
            break
        if sign in (b"[", b"{"):
            depth += 1
            deepest = max(deepest, depth)
        elif sign in (b"]", b"}") and depth:
            depth -= 1
        elif sign in (b"]", b"}") or (sign == b"," and not depth):
            ended = sign != b","
            if content[start : found.start()].strip() or not ended or start != begin:
                yield start, found.start(), deepest, True
            start, deepest = found.end(), 0
            if ended:
                if content[start:].strip():
                    yield start, len(content), 0, True
                return
    yield start, len(content), deepest, False


def _damage(size: int, depth: int, *, closed: bool) -> Damage | None:
    if not closed:
        return Damage.CUT_OFF
    if size > MOST_ITEM:
        return Damage.TOO_LARGE
    return Damage.TOO_DEEP if depth > DEEPEST else None


def _without_defaults(value: object) -> object:
    """Plain values of a record, without those at their default."""
    if is_dataclass(value):
        told = {field.name: (getattr(value, field.name), field.default) for field in fields(value)}
        return {name: _without_defaults(now) for name, (now, default) in told.items() if now != default}
    return [_without_defaults(part) for part in value] if isinstance(value, tuple) else value
