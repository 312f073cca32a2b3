"""What waits for the province, from the journal alone: in all, by machine, and page by page of each dossier."""

from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.places import Station
from counter_app.domain.queue_places import QueueHead
from counter_app.journal import outbox, relayed
from counter_app.journal.journal import Journal
from counter_app.journal.outbox import Waiting
from counter_app.services.sync_aside import AsideList, aside_now
from counter_app.store import blob_progress, places
from counter_app.store.blob_progress import PageProgress

MOST_DOSSIERS = 50


@dataclass(frozen=True, slots=True)
class MachineBacklog:
    """How many entries of one machine of the office are here and not at the province."""

    station: str
    name: str
    entries: int
    own: bool


@dataclass(frozen=True, slots=True)
class SyncOverview:
    """What the province has not acknowledged: entries, papers and their bytes.

    Where this machine keeps the queue it speaks for its office, so the other machines' entries are counted too.

    ``oldest`` is when the oldest of it was written. ``dossiers`` are those with pages still to go, the newest first, at
    most ``MOST_DOSSIERS``; ``machines`` has a row for each machine of the office where this one speaks for several.
    ``aside`` is what the province has and did not take in order.
    """

    entries: int
    papers: int
    bytes: int
    oldest: datetime | None
    dossiers: tuple[PageProgress, ...] = ()
    machines: tuple[MachineBacklog, ...] = ()
    aside: AsideList = AsideList()

    @property
    def waits(self) -> bool:
        """Whether anything does."""
        return bool(self.entries or self.papers)


class SyncOverviews:
    """Reads the overview of one office's station; writes nothing, so it works beside the station's own program."""

    def __init__(self, journal: Journal, office: str) -> None:
        self._journal = journal
        self._office = office

    def now(self) -> SyncOverview:
        """Return what waits now."""
        journal = self._journal
        with journal.database.read() as connection:
            dossiers = blob_progress.pages_to_go(connection, MOST_DOSSIERS)
            head = places.place(connection, f"queuehead/{self._office}", QueueHead)
        relays = head is not None and head.station == journal.key.station
        own = outbox.waiting(journal)
        others = relayed.waiting(journal, self._office) if relays else Waiting(0, 0)
        return SyncOverview(
            entries=own.entries + others.entries,
            papers=own.blobs,
            bytes=own.bytes,
            oldest=min((one for one in (own.oldest, others.oldest) if one), default=None),
            dossiers=dossiers,
            machines=self._machines(own.entries) if relays else (),
            aside=aside_now(journal),
        )

    def _machines(self, own: int) -> tuple[MachineBacklog, ...]:
        me, there = self._journal.key.station, relayed.reached(self._journal)
        peers = relayed.others(self._journal, self._office)
        if not peers:
            return ()
        with self._journal.database.read() as connection:
            names = {one.id: one.name for one in places.all_of(connection, Station)}
        rows = [MachineBacklog(me, names.get(me, ""), own, True)]
        for one in peers:
            left = max(0, one.head - there.get(one.station, 0))
            rows.append(MachineBacklog(one.station, names.get(one.station, ""), left, False))
        return tuple(sorted(rows, key=lambda one: (not one.own, -one.entries, one.name)))
