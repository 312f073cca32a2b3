"""Entries of a station without its journal: signed and chained, made as fast as they can be."""

from datetime import date
from uuid import uuid4

from counter_app.domain.entry import Entry
from counter_app.domain.facts import KIND_OF, Fact, TicketIssued
from counter_app.journal.signing import FIRST, StationKey, make_station_key, seal
from counter_app.store.codec import to_text

_TIME = 1_795_000_000_000 << 16


class Chain:
    """What a station of ``office`` would write."""

    def __init__(self, office: str, key: StationKey | None = None) -> None:
        self.office = office
        self.key = key or make_station_key()
        self.station = self.key.station
        self.public_key = self.key.public_hex
        self._seq, self._hash = 0, FIRST

    def next(self, count: int = 1) -> tuple[Entry, ...]:
        """Issue some numbers."""
        day = date(2026, 11, 23)
        facts = (TicketIssued(self.office, day, "land", "A", self._seq + one + 1) for one in range(count))
        return tuple([self.write(f"ticket/{uuid4()}", fact) for fact in facts])

    def write(self, stream: str, fact: Fact, actor: str = "kiosk") -> Entry:
        """Write one entry."""
        self._seq += 1
        version, time = 1, _TIME + self._seq
        data, kind = to_text(fact), KIND_OF[type(fact)]
        unsealed = Entry(self.station, self._seq, stream, kind, version, time, actor, data, self._hash, "", "")
        entry = seal(unsealed, self.key)
        self._hash = entry.hash
        return entry
