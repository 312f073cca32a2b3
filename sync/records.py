"""What goes over the wire: JSON lines, gzip. Fields are only ever added, with a default, so that versions agree."""

import gzip
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import datetime
from typing import Any, TypeVar

import msgspec

from counter_app.domain.entry import Entry
from counter_app.errors import Code, CounterError
from counter_app.journal.checkpoints import Checkpoint as Checkpoint
from counter_app.journal.province_escrow import ProvinceEscrow as ProvinceEscrow

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
MOST_BLOBS_ASKED = 1000
"""Blobs in one question, at most."""
TUS = "1.0.0"
"""Version of the resumable uploads (tus.io)."""

MOST_NUMBER = 1 << 62
"""Whole numbers on the wire are smaller than this, and above its negative: no table holds larger ones."""
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
    """The office that the code admits to, and the station's rank there (see StationEnrolled).

    ``key`` is the one that the server countersigns with (Ed25519, hex): the station believes no other.
    """

    station: str
    office: str
    rank: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Introductions:
    """Further stations of the caller's office, whose entries it passes on: id to public key (Ed25519, hex)."""

    stations: dict[str, str]


@dataclass(frozen=True, slots=True)
class EntryAnswer:
    """What became of one entry: applied, duplicate, kept-for-review, conflict or refused, and why."""

    station: str
    seq: int
    outcome: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class BatchAnswer:
    """What became of a batch; ``heads`` has the highest contiguous sequence number of each origin station.

    ``checkpoint`` is what the server countersigned of one of those stations, now and then.
    """

    heads: dict[str, int]
    answers: tuple[EntryAnswer, ...]
    checkpoint: Checkpoint | None = None


@dataclass(frozen=True, slots=True)
class Checkpoints:
    """What the server countersigned of a station, in the order of the numbers, and the key that it signs with now.

    An office's station gives its province's too, and that one's key where it knows it: ``province_key``. ``escrow`` is
    for whom the province wants data keys sealed, in its own hand. ``aside`` are the entries of that station that the
    province has and did not take in order, and why; None where the server does not say.
    """

    key: str
    checkpoints: tuple[Checkpoint, ...]
    province_key: str = ""
    escrow: ProvinceEscrow | None = None
    aside: tuple[EntryAnswer, ...] | None = None


@dataclass(frozen=True, slots=True)
class FeedStation:
    """A station of the audience: its key, and how many of its entries the server has."""

    station: str
    public_key: str
    office: str
    head: int


@dataclass(frozen=True, slots=True)
class FeedHead:
    """First line of a feed answer; the entries follow, one a line.

    ``checkpoints`` are the newest of the stations that wrote these entries.
    """

    position: int
    newest: int
    more: bool
    stations: tuple[FeedStation, ...]
    checkpoints: tuple[Checkpoint, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedRequest:
    """How much a reader holds of each station."""

    heads: dict[str, int]


@dataclass(frozen=True, slots=True)
class FeedBegin:
    """The position after which that reader misses nothing, and how much the server holds of each station."""

    position: int
    heads: dict[str, int]


@dataclass(frozen=True, slots=True)
class BlobNames:
    """Blobs by the SHA-256 of their content, in hex: those asked about, or those of them that the server lacks."""

    sha256: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QueueAnswer:
    """First line of the answer to a queue command: what it concerned, and up to which entry its effect goes.

    The entries follow that the feed has after the caller's position, up to ``position``.
    """

    key: str
    station: str
    seq: int
    position: int


@dataclass(frozen=True, slots=True)
class Beat:
    """What a station says each time it asks another who is in charge.

    ``boot`` and ``heard`` are from the last answer that it got there; ``votes``: it follows this station and, for
    as long as it hears it, no other. ``rank`` is -1 where it does not serve; ``port`` is where it does. ``roll`` is
    the generation of the roll that it heard; ``leaving`` says that it is being switched off. ``keeps_ms`` is for how
    long it keeps its word at least. ``clock`` is what its own clock shows (milliseconds since 1970 UTC).
    """

    boot: str = ""
    heard: int = 0
    votes: bool = False
    rank: int = -1
    port: int = 0
    roll: int = 0
    leaving: bool = False
    keeps_ms: int = 0
    clock: int = 0


@dataclass(frozen=True, slots=True)
class ServingStation:
    """A station of the office that serves the others, and where."""

    station: str
    rank: int
    url: str


@dataclass(frozen=True, slots=True)
class OfficeAnswer:
    """What a serving station says of itself: ``boot`` names its run, ``beat`` is its own clock (milliseconds).

    ``stands`` is the term that it asks votes for (0: none). ``members`` were heard lately, generation ``roll``; only
    the one in charge says them. ``clock`` is what its own clock shows, ``time`` the office's time (milliseconds since
    1970 UTC). Only of the one in charge: ``relays``, it passes the office's entries on to the province, and the
    province has the asker's up to ``passed``; ``province`` is where that answers, empty where it has none.
    """

    station: str
    name: str
    rank: int
    boot: str
    beat: int
    term: int
    in_charge: bool
    stands: int = 0
    roll: int = 0
    members: tuple[str, ...] = ()
    serving: tuple[ServingStation, ...] = ()
    clock: int = 0
    time: int = 0
    relays: bool = False
    passed: int = 0
    province: str = ""


@dataclass(frozen=True, slots=True)
class SettledBlobs:
    """Those of the blobs asked about that are at the province; ``further`` says that there is one."""

    sha256: tuple[str, ...]
    further: bool


@dataclass(frozen=True, slots=True)
class HandedBack:
    """This station does nothing more for the queue: its last entry, its term, and who follows it for how long (ms)."""

    station: str
    seq: int
    term: int
    members: tuple[str, ...]
    leases: dict[str, int]


@dataclass(frozen=True, slots=True)
class Health:
    """The server's versions and clock (seconds since 1970 UTC), how many requests this process works on, its store."""

    protocol: int
    schema: int
    clock: int
    program: str = ""
    load: int = 0
    store: bool = True  # whether it answers


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


def told(value: object) -> object:
    """Return a parameter of an error as it goes over the wire, so that ``heard`` gives it back with its type."""
    if isinstance(value, datetime):
        return {"at": value.isoformat()}
    return value if value is None or isinstance(value, int) else str(value)


def heard(value: object) -> object:
    """Return a parameter of an error as it was before it was told."""
    if isinstance(value, dict):
        try:
            return datetime.fromisoformat(str(value.get("at")))
        except ValueError:
            return None
    return value


def encode(record: object) -> bytes:
    """Return the JSON of one record."""
    return msgspec.json.encode(record)


def decode(content: bytes, type_: type[Record]) -> Record:
    """Return one record. Raises ValueError if ``content`` is not one, is nested too deeply or has absurd numbers."""
    try:
        record = msgspec.json.decode(content, type=type_)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not _has_sane_numbers(record):
        raise ValueError("number out of range")
    return record


def decoded(content: bytes, type_: type[Record]) -> Record:
    """Return the record of an answer. Raises LINK_DOWN for what is none."""
    try:
        return decode(content, type_)
    except ValueError as error:
        raise CounterError(Code.LINK_DOWN, detail="unreadable answer") from error


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
    try:
        entries = msgspec.json.Decoder(Entry).decode_lines(lines)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    for entry in entries:
        if not (0 < entry.seq < 1 << 53 and 0 <= entry.time <= _LARGEST_TIME and abs(entry.version) < 1 << 31):
            raise ValueError(f"number out of range in entry {entry.station}/{entry.seq}")
    return tuple(entries)


def _has_sane_numbers(value: object) -> bool:
    """JSON knows no largest number; tables, clocks and the other end's language do."""
    match value:
        case bool() | str() | bytes() | None:
            return True
        case int():
            return -MOST_NUMBER < value < MOST_NUMBER
        case dict():
            return all(_has_sane_numbers(one) for one in value.values())
        case list() | tuple() | set() | frozenset():
            return all(_has_sane_numbers(one) for one in value)
    return not is_dataclass(value) or all(_has_sane_numbers(getattr(value, one.name)) for one in fields(value))


def queue_answer(answer: QueueAnswer, entries: Sequence[Entry]) -> bytes:
    """Return the answer to a queue command as lines; small, so not compressed."""
    return msgspec.json.Encoder().encode_lines([answer, *entries])


def read_queue_answer(lines: bytes) -> tuple[QueueAnswer, tuple[Entry, ...]]:
    """Return the first line and the entries. Raises ValueError if it is not one."""
    first, _, rest = lines.partition(b"\n")
    return decode(first, QueueAnswer), read_entries(rest)


def feed_answer(head: FeedHead, entries: Sequence[Entry]) -> bytes:
    """Return a feed answer, compressed."""
    return pack((head, *entries))


def read_feed(lines: bytes) -> tuple[FeedHead, tuple[Entry, ...]]:
    """Return the first line and the entries of a feed answer. Raises ValueError if it is not one."""
    first, _, rest = lines.partition(b"\n")
    return decode(first, FeedHead), read_entries(rest)
