"""The province's part: takes in what stations left on a stick, and leaves each its answer there."""

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from counter_app.domain.entry import Entry
from counter_app.errors import Code, CounterError
from counter_app.journal.signing import StationKey, is_station_id
from counter_app.store.durable import write_durably
from sync import records
from sync.server.countersigning import AT_ONCE
from sync.server.store import Introduced, ServerStore
from sync.server.vouched import vouched
from sync.stick.packet import FORMAT, SUFFIX, Head, Packet, open_packet, write_packet
from sync.stick.station import DOWN, FOLDER, PROVINCE_KEY, UP, make_folder

log = logging.getLogger(__name__)

_BATCH = 500
_MOST_DOWN = 10_000
"""Entries of the feed in one answer; a station further behind gets the rest with the next stick."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """One packet of a stick: whose it was and what was new, or why it could not be taken."""

    packet: str
    station: str = ""
    entries: int = 0
    blobs: int = 0
    fault: CounterError | None = None


def exchange(store: ServerStore, key: StationKey, stick: Path) -> tuple[TakenIn, ...]:
    """Take in every packet of the stick and leave answers and the province's key there; twice is once.

    A packet that cannot be taken keeps no other out. Raises STICK_NOT_WRITABLE.
    """
    folder = stick / FOLDER
    try:
        make_folder(folder)
        write_durably(folder / PROVINCE_KEY, key.public_hex.encode())
    except (OSError, CounterError) as error:
        raise CounterError(Code.STICK_NOT_WRITABLE, path=stick, detail=type(error).__name__) from error
    taken: list[TakenIn] = []
    heads: dict[str, Head] = {}
    kept: dict[str, list[str]] = {}
    for path in sorted(folder.glob(f"{UP}-*{SUFFIX}")):
        try:
            with open_packet(path, key) as packet:
                _admit(store, packet.head)
                entries, blobs = _take(store, packet)
            heads[packet.head.station] = packet.head
            kept.setdefault(packet.head.station, []).extend(packet.head.blobs)
            taken.append(TakenIn(path.name, packet.head.station, entries, blobs))
        except CounterError as error:
            log.info("event=stick_packet_refused code=%s", error.code)
            taken.append(TakenIn(path.name, fault=error))
    for station, head in heads.items():
        _answer(store, key, folder, head, kept[station])
    return tuple(taken)


def _admit(store: ServerStore, head: Head) -> None:
    """Know the writer, and by it the other stations of its office.

    Raises STATION_UNKNOWN, STATION_REVOKED, ENROLMENT_REFUSED.
    """
    if not is_station_id(head.station) or not head.office:
        raise CounterError(Code.ENROLMENT_REFUSED)  # its name becomes part of a file's
    known = store.station(head.station)
    if known is None and not head.code:
        raise CounterError(Code.STATION_UNKNOWN, station=head.station)
    if known is None:
        store.enrol(head.code, head.station, head.public_key, head.office)
    elif known.public_key != head.public_key or known.office != head.office:
        raise CounterError(Code.ENROLMENT_REFUSED)
    elif known.revoked:
        raise CounterError(Code.STATION_REVOKED, station=head.station)
    others = [Introduced(name, public) for name, public in head.stations.items() if name != head.station]
    if others:
        store.introduce(head.office, others)


def _take(store: ServerStore, packet: Packet) -> tuple[int, int]:
    head = packet.head
    try:
        entries = records.read_entries(records.unpack(packet.lines))
    except ValueError as error:
        raise CounterError(Code.STICK_DAMAGED, path=head.station, detail="entries") from error
    theirs, left = vouched(entries, head.station, head.stations)
    if left:
        log.warning("event=stick_entries_refused by=%s count=%d", head.station, len(left))
    fresh = 0
    for at in range(0, len(theirs), _BATCH):
        before = store.heads(sorted(head.stations))
        store.accept(theirs[at : at + _BATCH], head.office)
        after = store.heads(sorted(head.stations))
        fresh += sum(after.values()) - sum(before.values())
    blobs = 0
    for sha256, content in packet.blobs:
        if not store.has_blob(sha256, head.office):
            store.keep_blob(content, head.office)
            blobs += 1
    return fresh, blobs


def _answer(store: ServerStore, key: StationKey, folder: Path, head: Head, kept: Sequence[str]) -> None:
    """Write what the station lacks of its office's feed, and what of its own is here."""
    start = store.feed_start(head.office, head.heads, head.station)
    entries: list[Entry] = []
    position, more = start.position, True
    while more and len(entries) < _MOST_DOWN:
        page = store.feed_page(head.office, position, records.MOST_ENTRIES)
        entries += page.entries
        position, more = page.position, page.more
    lines, peers = records.pack(entries), store.stations(head.office)
    store.countersign(head.station, AT_ONCE)
    answer = Head(
        FORMAT,
        key.station,
        key.public_hex,
        head.office,
        int(store.clock.now().timestamp() * 1000),
        {one.station: one.public_key for one in peers},
        {one.station: one.head for one in peers},
        hashlib.sha256(lines).hexdigest(),
        {},
        reader=head.station,
        position=position,
        kept=tuple(kept),
        checkpoints=store.newest_checkpoints(head.office, (head.station,)),
    )
    path = folder / f"{DOWN}-{head.station}-0001{SUFFIX}"
    write_packet(path, answer, lines, store.blob, key, head.public_key)
