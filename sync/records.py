"""What goes over the wire: JSON lines, gzip. Fields are only ever added, with a default, so that versions agree."""

import gzip
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import msgspec

from counter_app.domain.entry import Entry
from counter_app.errors import Code, CounterError

PROTOCOL = 1
"""Version of the calls and their records."""
SCHEMA = 1
"""Version of the entries' kinds that this program knows."""
VERSIONS = {"Sync-Protocol": str(PROTOCOL), "Sync-Schema": str(SCHEMA)}
"""Headers of every request and answer; an answer without them is not from a sync server (a captive portal, say)."""

LINES = "application/jsonl"
JSON = "application/json"
PROBLEM = "application/problem+json"

MOST_ENTRIES = 1000
"""Entries in one batch or page, at most."""
MOST_PACKED = 8 << 20
"""Bytes of a packed batch, at most."""
MOST_UNPACKED = 64 << 20
"""Bytes of an unpacked batch, at most: a small body may unpack to gigabytes."""
LARGEST_BLOB = 128 << 20
"""Bytes of one blob, at most."""

_LARGEST_TIME = (1 << 62) - 1  # the year 4199; twice that is more than SQLite can hold
_COMPRESSION = 6

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class EnrolmentRequest:
    """A one-time code and the key that the station will sign with (Ed25519, hex)."""

    code: str
    station: str
    public_key: str
    office: str = ""


@dataclass(frozen=True, slots=True)
class Enrolled:
    """The office that the code admits to."""

    station: str
    office: str


@dataclass(frozen=True, slots=True)
class EntryAnswer:
    """What became of one entry: applied, duplicate, kept-for-review, conflict or refused, and why."""

    station: str
    seq: int
    outcome: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class BatchAnswer:
    """What became of a batch; ``heads`` has the highest contiguous sequence number of each origin station."""

    heads: dict[str, int]
    answers: tuple[EntryAnswer, ...]


@dataclass(frozen=True, slots=True)
class FeedStation:
    """A station of the audience: its key, and how many of its entries the server has."""

    station: str
    public_key: str
    office: str
    head: int


@dataclass(frozen=True, slots=True)
class FeedHead:
    """First line of a feed answer; the entries follow, one a line."""

    position: int
    newest: int
    more: bool
    stations: tuple[FeedStation, ...]


@dataclass(frozen=True, slots=True)
class Health:
    """The server's versions and clock (seconds since 1970 UTC)."""

    protocol: int
    schema: int
    clock: int


@dataclass(frozen=True, slots=True)
class Problem:
    """RFC 9457 problem details; ``code`` is one of :class:`counter_app.errors.Code`."""

    title: str
    status: int
    code: str = ""
    type: str = "about:blank"
    params: dict[str, Any] = field(default_factory=dict)


class RefusedError(CounterError):
    """The server refuses a request: an HTTP status with a code; ``retry_after`` in seconds where the server said so."""

    def __init__(self, status: int, code: Code, *, retry_after: float | None = None, **params: object) -> None:
        super().__init__(code, **params)
        self.status = status
        self.retry_after = retry_after


def encode(record: object) -> bytes:
    """Return the JSON of one record."""
    return msgspec.json.encode(record)


def decode(content: bytes, type_: type[Record]) -> Record:
    """Return one record. Raises ValueError if ``content`` is not one."""
    return msgspec.json.decode(content, type=type_)


def pack(records: Iterable[object]) -> bytes:
    """Return JSON lines, compressed."""
    return gzip.compress(msgspec.json.Encoder().encode_lines(list(records)), _COMPRESSION, mtime=0)


def unpack(content: bytes, limit: int = MOST_UNPACKED) -> bytes:
    """Decompress; raises ValueError for what is not whole gzip, or larger than ``limit`` bytes unpacked."""
    expander = zlib.decompressobj(wbits=31)
    try:
        plain = expander.decompress(content, limit + 1)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if len(plain) > limit or not expander.eof:
        raise ValueError("too large or cut short")
    return plain


def read_entries(lines: bytes) -> tuple[Entry, ...]:
    """Return the entries of a batch. Raises ValueError for a line that is no entry."""
    entries = msgspec.json.Decoder(Entry).decode_lines(lines)
    for entry in entries:
        if not (0 < entry.seq < 1 << 53 and 0 <= entry.time <= _LARGEST_TIME and abs(entry.version) < 1 << 31):
            raise ValueError(f"number out of range in entry {entry.station}/{entry.seq}")
    return tuple(entries)


def feed_answer(head: FeedHead, entries: Sequence[Entry]) -> bytes:
    """Return a feed answer, compressed."""
    return pack((head, *entries))


def read_feed(lines: bytes) -> tuple[FeedHead, tuple[Entry, ...]]:
    """Return the first line and the entries of a feed answer. Raises ValueError if it is not one."""
    first, _, rest = lines.partition(b"\n")
    return decode(first, FeedHead), read_entries(rest)
