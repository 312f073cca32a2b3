"""The server's store over a station's own journal: an office's station, or a province on one machine with SQLite."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import timedelta

from counter_app.domain.entry import Entry
from counter_app.errors import Code, CounterError
from counter_app.journal import arrivals, checkpoints, enrolment, outbox, province_escrow, relayed
from counter_app.journal.arrivals import Arrival
from counter_app.journal.checkpoints import Checkpoint, Rhythm
from counter_app.journal.enrolment import Admission
from counter_app.journal.journal import Journal
from counter_app.journal.outbox import FeedPage, FeedStart, Peer
from counter_app.journal.province_escrow import ProvinceEscrow
from counter_app.journal.signing import StationKey
from counter_app.ports import Clock
from counter_app.services.security_log import SecurityKind, SecurityLog
from counter_app.store import upstream_aside
from counter_app.store.upstream_aside import Source
from sync.records import EntryAnswer
from sync.server.store import Introduced
from sync.server.uploads import Spool


class JournalStore:
    """A ServerStore; the journal and its database stay its owner's to close.

    With ``beyond``, as at an office's station, blobs that come wait for the province; it brings one from there.
    It countersigns with ``key``, an office's station with its own.
    """

    def __init__(
        self, journal: Journal, beyond: Callable[[str], bytes] | None = None, key: StationKey | None = None
    ) -> None:
        self.journal = journal
        self._security = SecurityLog(journal)
        self._key = key or journal.key
        self._beyond = beyond
        database = journal.database
        self._spool = Spool(database.folder / "uploads", database.blobs.key_for("uploads"))

    @property
    def clock(self) -> Clock:
        """Return the journal's clock."""
        return self.journal.clock

    @property
    def spool(self) -> Spool:
        """Return the folder of uploads beside the database."""
        return self._spool

    @property
    def signing_key(self) -> str:
        """Return the public key of what it countersigns."""
        return self._key.public_hex

    def station(self, station: str) -> Peer | None:
        """Return a station that was admitted."""
        return outbox.peer_of(self.journal, station)

    def stations(self, office: str = "") -> tuple[Peer, ...]:
        """Return the stations of an office, or all."""
        if not office:
            return outbox.peers(self.journal)
        return outbox.feed_page(self.journal, office, 0, 0).peers

    def enrol(self, code: str, station: str, public_key: str, office: str) -> Admission:
        """Admit a station with a code; a new one is a security event."""
        known = outbox.peer(self.journal, station)
        admission = enrolment.enrol(self.journal, code, station, public_key, office)
        if known is None:
            self._security.note(SecurityKind.STATION_ENROLLED, subject=f"station/{station}", office=admission.office)
        return admission

    def introduce(self, office: str, newcomers: Sequence[Introduced]) -> None:
        """Know further stations of an office."""
        for one in newcomers:
            known = outbox.peer(self.journal, one.station)
            if known is not None and known.office != office:
                raise CounterError(Code.ENROLMENT_REFUSED)
            outbox.admit(self.journal, one.station, one.public_key, office)

    def make_code(self, office: str, good_for: timedelta | None = None) -> str:
        """Make a one-time code."""
        return enrolment.make_code(self.journal, office, good_for)

    def revoke(self, station: str) -> None:
        """Refuse a station from now on."""
        if outbox.peer(self.journal, station) is None:
            raise CounterError(Code.STATION_UNKNOWN, station=station)
        outbox.revoke(self.journal, station)
        self._security.note(SecurityKind.STATION_REVOKED, subject=f"station/{station}")

    def accept(self, entries: Sequence[Entry], audience: str) -> tuple[Arrival, ...]:
        """Store and fold a batch."""
        return arrivals.accept(self.journal, entries, audience=audience)

    def province_key(self) -> str:
        """Return the key of the province that this station met."""
        return checkpoints.pinned(self.journal)

    def escrow(self) -> ProvinceEscrow | None:
        """Return what the province told this station."""
        return province_escrow.kept(self.journal)

    def aside(self, station: str) -> tuple[EntryAnswer, ...]:
        """Return what the province answered about entries that this station passed on."""
        with self.journal.database.read() as connection:
            found = upstream_aside.of_station(connection, Source.PROVINCE, station)
        return tuple(EntryAnswer(station, one.seq, one.outcome, one.reason) for one in found)

    def countersign(self, station: str, rhythm: Rhythm) -> Checkpoint | None:
        """Sign how far a station's entries are here, if it is due."""
        return checkpoints.countersign(self.journal, station, self._key, rhythm)

    def checkpoints(self, station: str) -> tuple[Checkpoint, ...]:
        """Return what was countersigned of a station, here and at the province."""
        return checkpoints.kept(self.journal, station)

    def newest_checkpoints(self, audience: str, stations: Collection[str]) -> tuple[Checkpoint, ...]:
        """Return the newest checkpoints of these stations."""
        return checkpoints.newest_of(self.journal, stations)

    def heads(self, stations: Sequence[str]) -> dict[str, int]:
        """Return the highest sequence number of each station."""
        return outbox.heads(self.journal, stations)

    def feed_page(self, audience: str, after: int, limit: int) -> FeedPage:
        """Return a page of the feed."""
        return outbox.feed_page(self.journal, audience, after, limit)

    def feed_start(self, audience: str, heads: Mapping[str, int], reader: str) -> FeedStart:
        """Return where a reader begins."""
        return outbox.feed_start(self.journal, audience, heads, reader)

    def has_blob(self, sha256: str, office: str = "") -> bool:  # noqa: ARG002 - one office, or a trial of some
        """Whether a blob is here: a file whose row was never written does not count."""
        return outbox.blob_is_kept(self.journal, sha256)

    def blob(self, sha256: str, office: str = "") -> bytes:  # noqa: ARG002 - as above
        """Return a blob; one that only the province has is brought from there."""
        blobs = self.journal.database.blobs
        return blobs.get(sha256) if self._beyond is None or blobs.has(sha256) else self._beyond(sha256)

    def keep_blob(self, content: bytes, office: str = "") -> str:  # noqa: ARG002 - as above
        """Keep a blob: first the file, then its row."""
        sha256 = self.journal.database.blobs.put(content)
        if self._beyond is None:
            outbox.blob_arrived(self.journal, sha256, len(content))
        else:
            relayed.blob_waits(self.journal, sha256, content)
            self.journal.changes.publish(frozenset())  # whoever sends it on looks again
        return sha256

    def listen(self, changed: Callable[[str], None]) -> Callable[[], None]:
        """Hear the journal's changes: they name streams, not whose."""
        return self.journal.changes.listen(lambda _streams: changed(""))

    def close(self) -> None:
        """Nothing: the journal is its owner's."""
