"""What the province has of this office and did not take in order: which entries, of which dossiers, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from counter_app.domain.places import Station
from counter_app.journal.journal import Journal
from counter_app.store import dossiers, places, reviews, upstream_aside
from counter_app.store.reviews import Snapshot
from counter_app.store.upstream_aside import Aside, Source

MOST_ASIDE = 20
"""So many are shown one by one, the newest; the others follow as these come into order."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class AsideCause(StrEnum):
    """Why the province did not take an entry in order."""

    NOT_LET_IN = "not-let-in"  # it does not know the machine that wrote it
    SAME_NUMBER = "same-number"  # it has another entry under this number: a copied or restored machine
    BROKEN_CHAIN = "broken-chain"  # it does not follow the entry before it
    DAMAGED = "damaged"  # changed after it was written, or not signed by its machine
    NOT_BEGUN = "not-begun"  # what it goes on from is not there yet
    NOT_FITTING = "not-fitting"  # it does not fit what the province has


_REFUSED, _STRANGER = "refused", "not "
_BY_REASON = {
    "chain": AsideCause.BROKEN_CHAIN,
    "hash": AsideCause.DAMAGED,
    "signature": AsideCause.DAMAGED,
}
_NOT_BEGUN = "before the"
_CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class AsideEntry:
    """One entry that was not taken in order, and since when that is known here.

    ``subject`` is the kind of stream (``dossier``, ``ticket``; empty where the entry is not here); ``dossier`` is the
    id of the one that it is about, with its ``code`` and whose it is, empty for none. ``machine`` wrote it.
    """

    station: str
    seq: int
    since: datetime
    cause: AsideCause
    subject: str = ""
    dossier: str = ""
    code: str = ""
    name: str = ""
    machine: str = ""
    own: bool = True


@dataclass(frozen=True, slots=True)
class AsideList:
    """The newest ``MOST_ASIDE`` of them; ``total`` counts all, the oldest of which is known ``since``."""

    entries: tuple[AsideEntry, ...] = ()
    total: int = 0
    since: datetime | None = None


def aside_now(journal: Journal) -> AsideList:
    """Return what the province keeps aside, as it said last, but for what somebody has settled here."""
    with journal.database.read() as connection:
        told = _told(connection)
        if not told:
            return AsideList()
        found = [(station, one) for station, one in told if not _is_settled(connection, station, one)]
        found.sort(key=lambda pair: (pair[1].since, pair[1].seq), reverse=True)
        names = {one.id: one.name for one in places.all_of(connection, Station)}
        shown = [_entry(connection, station, one, names, journal) for station, one in found[:MOST_ASIDE]]
    oldest = min((one.since for _, one in found), default=None)
    return AsideList(tuple(shown), len(found), None if oldest is None else _instant(oldest))


def _told(connection: Snapshot) -> list[tuple[str, Aside]]:
    """What was said, once for each entry: the province's own word before that of who passes entries on."""
    found: dict[tuple[str, int], Aside] = {}
    for source in (Source.PROVINCE, Source.OFFICE):
        for station in upstream_aside.stations(connection, source):
            for one in upstream_aside.of_station(connection, source, station):
                found.setdefault((station, one.seq), one)
    return [(station, one) for (station, _), one in found.items()]


def _is_settled(connection: Snapshot, station: str, one: Aside) -> bool:
    entry = reviews.entry_at(connection, station, one.seq)
    reason = _CONFLICT if one.outcome == _CONFLICT else one.reason
    return entry is not None and reviews.is_settled_entry(connection, entry, reason)


def _entry(connection: Snapshot, station: str, one: Aside, names: Mapping[str, str], journal: Journal) -> AsideEntry:
    entry = reviews.entry_at(connection, station, one.seq)
    kind, _, key = entry.stream.partition("/") if entry else ("", "", "")
    about = dossiers.dossier(connection, key) if kind == "dossier" else None
    return AsideEntry(
        station=station,
        seq=one.seq,
        since=_instant(one.since),
        cause=_cause(one),
        subject=kind,
        dossier=about.id if about else "",
        code=about.code if about else "",
        name=about.applicant.name if about else "",
        machine=names.get(station, ""),
        own=station == journal.key.station,
    )


def _cause(one: Aside) -> AsideCause:
    if one.outcome == _CONFLICT:
        return AsideCause.SAME_NUMBER
    if one.outcome == _REFUSED:
        return AsideCause.NOT_LET_IN if one.reason.startswith(_STRANGER) else AsideCause.DAMAGED
    if one.reason in _BY_REASON:
        return _BY_REASON[one.reason]
    return AsideCause.NOT_BEGUN if one.reason.startswith(_NOT_BEGUN) else AsideCause.NOT_FITTING


def _instant(milliseconds: int) -> datetime:
    return _EPOCH + timedelta(milliseconds=milliseconds)
