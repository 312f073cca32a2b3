"""What the server keeps, whatever keeps it: a station's own journal (SQLite), or the database of a province."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from counter_app.domain.entry import Entry
from counter_app.journal.arrivals import Arrival
from counter_app.journal.checkpoints import Checkpoint, Rhythm
from counter_app.journal.enrolment import Admission
from counter_app.journal.outbox import FeedPage, FeedStart, Peer
from counter_app.journal.province_escrow import ProvinceEscrow
from counter_app.ports import Clock
from sync.records import EntryAnswer
from sync.server.uploads import Spool


@dataclass(frozen=True, slots=True)
class Introduced:
    """A station that its office's station speaks for: its id and public key (Ed25519, hex)."""

    station: str
    public_key: str


class ServerStore(Protocol):
    """Used from any thread; each call blocks, and what changes something returns when it is durable.

    Every call raises CounterError: DISK_FULL or DATA_NOT_WRITABLE where there is no room, STORE_AWAY while the
    database does not answer.
    """

    @property
    def clock(self) -> Clock:
        """Return the clock that requests and codes are judged by."""
        ...

    @property
    def spool(self) -> Spool:
        """Return where uploads are until they are whole; processes over one database share its folder."""
        ...

    @property
    def signing_key(self) -> str:
        """Return the public key (Ed25519, hex) of what it countersigns."""
        ...

    def station(self, station: str) -> Peer | None:
        """Return a station that was admitted, without its head; None for an unknown one."""
        ...

    def stations(self, office: str = "") -> tuple[Peer, ...]:
        """Return the stations of an office, or all, with their heads."""
        ...

    def enrol(self, code: str, station: str, public_key: str, office: str) -> Admission:
        """Admit a station with a one-time code; asking again gives the same answer.

        Raises ENROLMENT_REFUSED and STATION_REVOKED.
        """
        ...

    def introduce(self, office: str, newcomers: Sequence[Introduced]) -> None:
        """Know further stations of ``office``, on the word of one of them. Raises ENROLMENT_REFUSED."""
        ...

    def make_code(self, office: str, good_for: timedelta | None = None) -> str:
        """Make a code that admits one station to ``office``; None: good until it is used."""
        ...

    def revoke(self, station: str) -> None:
        """Refuse a station's requests from now on; what it wrote stays. Raises STATION_UNKNOWN."""
        ...

    def accept(self, entries: Sequence[Entry], audience: str) -> tuple[Arrival, ...]:
        """Store a batch in one transaction, each new entry with its position in the audience's feed.

        Raises SEQUENCE_GAP (with the number expected) and STATION_UNKNOWN.
        """
        ...

    def province_key(self) -> str:
        """Return the key of the province beyond this server (Ed25519, hex); empty where there is none, or not known."""
        ...

    def escrow(self) -> ProvinceEscrow | None:
        """Return for whom the province wants data keys sealed, under its signature; None where it named nobody."""
        ...

    def aside(self, station: str) -> tuple[EntryAnswer, ...]:
        """Return which entries of a station the province has and did not take in order, the newest, and why."""
        ...

    def countersign(self, station: str, rhythm: Rhythm) -> Checkpoint | None:
        """Sign how far a station's entries are here and keep that; None where it is not due, or they do not chain."""
        ...

    def checkpoints(self, station: str) -> tuple[Checkpoint, ...]:
        """Return what was countersigned of a station and is still kept, in the order of the numbers."""
        ...

    def newest_checkpoints(self, audience: str, stations: Collection[str]) -> tuple[Checkpoint, ...]:
        """Return the newest checkpoints of these stations of ``audience``."""
        ...

    def heads(self, stations: Sequence[str]) -> dict[str, int]:
        """Return the highest contiguous sequence number of each station, 0 where none is known."""
        ...

    def feed_page(self, audience: str, after: int, limit: int) -> FeedPage:
        """Return at most ``limit`` entries of ``audience`` after a position, and its stations, of one moment."""
        ...

    def feed_start(self, audience: str, heads: Mapping[str, int], reader: str) -> FeedStart:
        """Return from which position ``reader``, who holds each station's entries up to ``heads``, misses nothing."""
        ...

    def has_blob(self, sha256: str, office: str = "") -> bool:
        """Whether a blob is here, whole and durable; with ``office``, for whoever is of it.

        What keeps many offices apart gives each what it brought itself.
        """
        ...

    def blob(self, sha256: str, office: str = "") -> bytes:
        """Return a blob, to ``office`` where it is named. Raises BLOB_MISSING and BLOB_DAMAGED."""
        ...

    def keep_blob(self, content: bytes, office: str = "") -> str:
        """Keep a blob that ``office`` brought and return its SHA-256 in hex."""
        ...

    def listen(self, changed: Callable[[str], None]) -> Callable[[], None]:
        """Call ``changed``, on any thread, with the audience whose feed grew ("": any); returns what ends that."""
        ...

    def close(self) -> None:
        """Give everything back."""
        ...
