"""The station's part: what waits goes on the stick; what the province answered comes from it."""

import hashlib
import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from counter_app.domain.entry import Entry
from counter_app.errors import Code, CounterError
from counter_app.journal import outbox, relayed
from counter_app.journal.arrivals import accept
from counter_app.journal.checkpoints import fingerprint
from counter_app.journal.journal import Journal
from counter_app.journal.outbox import BlobRow
from sync import records
from sync.countersigned import Countersigned
from sync.stick.packet import FORMAT, SUFFIX, Head, open_packet, write_packet

log = logging.getLogger(__name__)

FOLDER = "quay-mot-cua"
PROVINCE_KEY = "tinh.pub"
UP, DOWN = "len", "xuong"
_ENTRIES = 10_000
"""In one packet, at most."""
_BLOB_BYTES = 512 << 20
_LONGEST_KEY = 1 << 10
_BATCH = 500

Told = Callable[[int, int], None]
"""Is told how much is done, of how much in all; on the calling thread."""


@dataclass(frozen=True, slots=True)
class ProvinceKey:
    """The province's public key (Ed25519, hex); ``fingerprint`` is what a person compares."""

    public_hex: str

    @property
    def fingerprint(self) -> str:
        """Six groups of four letters and digits."""
        return fingerprint(self.public_hex)


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written to the stick: packets, entries, blobs."""

    packets: int
    entries: int
    blobs: int


@dataclass(frozen=True, slots=True)
class Imported:
    """What the stick brought: entries of others, and how many entries and blobs the province now has from here."""

    entries: int
    acknowledged: int
    blobs: int


def province_key(stick: Path) -> ProvinceKey:
    """Return the key that the province left on the stick. Raises STICK_WITHOUT_KEY."""
    path = stick / FOLDER / PROVINCE_KEY
    try:
        # Whoever had the stick may have left a pipe there, which is never read to its end.
        text = path.read_text(encoding="ascii").strip() if path.is_file() and path.stat().st_size < _LONGEST_KEY else ""
    except (OSError, UnicodeDecodeError) as error:
        raise CounterError(Code.STICK_WITHOUT_KEY, path=stick) from error
    if not re.fullmatch(r"[0-9a-f]{64}", text):
        raise CounterError(Code.STICK_WITHOUT_KEY, path=stick)
    return ProvinceKey(text)


def export_to(  # noqa: PLR0913 - whose, where to, for whom
    journal: Journal,
    stick: Path,
    office: str,
    province: ProvinceKey,
    code: str = "",
    told: Told = lambda done, all_: None,
) -> Exported:
    """Write what the province has not acknowledged, entries before blobs; what was exported before is replaced.

    ``code`` lets a station in that the province does not know; ``told`` counts the blobs. Raises STICK_NOT_WRITABLE,
    BLOB_MISSING, BLOB_DAMAGED.
    """
    folder = stick / FOLDER
    try:
        make_folder(folder)
        for old in folder.glob(f"{UP}-{journal.key.station}-*"):
            old.unlink()
    except OSError as error:
        raise CounterError(Code.STICK_NOT_WRITABLE, path=stick, detail=type(error).__name__) from error
    made = int(journal.clock.now().timestamp() * 1000)
    stations = {one.station: one.public_key for one in relayed.others(journal, office)}
    stations[journal.key.station] = journal.key.public_hex
    heads = outbox.all_heads(journal)
    packets = entries = blobs = 0
    content = _Counting(journal, told)
    for part in _parts(journal, office):
        lines = records.pack(part.entries)
        digest = hashlib.sha256(lines).hexdigest()
        sizes = {one.sha256: one.size for one in part.blobs}
        me = (FORMAT, journal.key.station, journal.key.public_hex, office, made)
        head = Head(*me, stations, heads, digest, sizes, code)
        packets += 1
        path = folder / f"{UP}-{journal.key.station}-{packets:04}{SUFFIX}"
        write_packet(path, head, lines, content.get, journal.key, province.public_hex)
        entries, blobs = entries + len(part.entries), blobs + len(part.blobs)
    log.info("event=stick_exported packets=%d entries=%d blobs=%d", packets, entries, blobs)
    return Exported(packets, entries, blobs)


def import_from(journal: Journal, stick: Path, province: ProvinceKey, told: Told = lambda done, all_: None) -> Imported:
    """Take what the province answered this station; twice is once. ``told`` counts the packets.

    Raises STICK_EMPTY where there is nothing for this station, STICK_DAMAGED, STICK_NOT_OURS, STICK_UNREADABLE.
    """
    me = journal.key.station
    paths = sorted((stick / FOLDER).glob(f"{DOWN}-{me}-*{SUFFIX}"))
    if not paths:
        raise CounterError(Code.STICK_EMPTY, path=stick)
    before = outbox.mark(journal, outbox.PUSHED)
    taken = blobs = 0
    for number, path in enumerate(paths):
        told(number, len(paths))
        with open_packet(path, journal.key, province.public_hex) as packet:
            if packet.head.reader != me:
                raise CounterError(Code.STICK_NOT_OURS, path=path.name)
            taken += _take(journal, packet.head, packet.lines)
            blobs += _acknowledge(journal, packet.head)
            countersigned = Countersigned(journal)
            countersigned.meet_key(province.public_hex)
            countersigned.take(packet.head.checkpoints)
    got = Imported(taken, max(0, outbox.mark(journal, outbox.PUSHED) - before), blobs)
    log.info("event=stick_imported entries=%d acknowledged=%d blobs=%d", got.entries, got.acknowledged, got.blobs)
    return got


def make_folder(folder: Path) -> None:
    """Make the folder of packets if it is not there; one that leads off the stick is none. Raises OSError."""
    folder.mkdir(exist_ok=True)
    if folder.is_symlink():
        raise NotADirectoryError(str(folder))


class _Counting:
    """Hands out the blobs, and tells how many of those that wait."""

    def __init__(self, journal: Journal, told: Told) -> None:
        self._blobs = journal.database.blobs
        self._told = told
        self._done, self._all = 0, len(relayed.waiting_blobs(journal)[1])

    def get(self, sha256: str) -> bytes:
        """Return a blob. Raises BLOB_MISSING, BLOB_DAMAGED."""
        content = self._blobs.get(sha256)
        self._done += 1
        self._told(self._done, max(self._done, self._all))
        return content


@dataclass(frozen=True, slots=True)
class _Part:
    """What goes into one packet."""

    entries: tuple[Entry, ...] = ()
    blobs: tuple[BlobRow, ...] = ()


def _parts(journal: Journal, office: str) -> Iterator[_Part]:
    """What waits, entries first; at least one packet, since the answer to it brings what others wrote."""
    first = True
    for entries in _entries(journal, office):
        yield _Part(entries)
        first = False
    for blobs in _blobs(journal):
        yield _Part(blobs=blobs)
        first = False
    if first:
        yield _Part()


def _entries(journal: Journal, office: str) -> Iterator[tuple[Entry, ...]]:
    """What waits, in packets: this station's, then what it passes on for the office's others."""
    after = outbox.mark(journal, outbox.PUSHED)
    while entries := outbox.own_entries(journal, after, _ENTRIES):
        yield entries
        after = entries[-1].seq
    there = relayed.reached(journal)
    while entries := relayed.next_entries(journal, office, there, _ENTRIES):
        yield entries
        there |= {one.station: one.seq for one in entries}


def _blobs(journal: Journal) -> Iterator[tuple[BlobRow, ...]]:
    kept = journal.database.blobs
    waiting = [one for one in relayed.waiting_blobs(journal)[1] if kept.has(one.sha256)]
    part: list[BlobRow] = []
    for blob in waiting:
        if part and sum(one.size for one in part) + blob.size > _BLOB_BYTES:
            yield tuple(part)
            part = []
        part.append(blob)
    if part:
        yield tuple(part)


def _take(journal: Journal, head: Head, lines: bytes) -> int:
    """Accept the entries that are others', in batches; the mark of the feed moves with the last."""
    entries = [one for one in _read(head, lines) if one.station != journal.key.station]
    for station, public_key in head.stations.items():
        if station != journal.key.station and outbox.peer_of(journal, station) is None:
            outbox.admit(journal, station, public_key, head.office)
    for at in range(0, len(entries), _BATCH):
        accept(journal, entries[at : at + _BATCH])
    if head.position > outbox.mark(journal, outbox.PULLED):
        outbox.set_mark(journal, outbox.PULLED, head.position)
    return len(entries)


def _read(head: Head, lines: bytes) -> tuple[Entry, ...]:
    try:
        return records.read_entries(records.unpack(lines))
    except ValueError as error:
        raise CounterError(Code.STICK_DAMAGED, path=head.station, detail="entries") from error


def _acknowledge(journal: Journal, head: Head) -> int:
    """Move the marks to what the province has; never back, and never above what is here."""
    here = outbox.all_heads(journal)
    me = journal.key.station
    mine = min(head.heads.get(me, 0), here[me])
    if mine > outbox.mark(journal, outbox.PUSHED):
        outbox.set_mark(journal, outbox.PUSHED, mine)
    before = relayed.reached(journal)
    others = {name: min(seq, here.get(name, 0)) for name, seq in head.heads.items() if name != me}
    relayed.set_reached(journal, {name: seq for name, seq in others.items() if seq > before.get(name, 0)})
    waiting = {one.sha256 for one in relayed.waiting_blobs(journal)[1]}
    arrived = [sha256 for sha256 in head.kept if sha256 in waiting]
    outbox.blobs_are_upstream(journal, arrived)
    return len(arrived)
