"""The machines of an office, as its journal knows them."""

from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.facts import Duty, StationBarred
from counter_app.domain.hybrid_time import instant
from counter_app.domain.places import Station
from counter_app.domain.queue_places import QueueHead
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.services.duties import check_duty
from counter_app.services.security_log import SecurityKind, SecurityLog
from counter_app.store import places, views


@dataclass(frozen=True, slots=True)
class KnownStation:
    """One machine: ``wrote`` is the time of the newest entry of its own that has arrived here."""

    station: Station
    own: bool
    wrote: datetime | None


@dataclass(frozen=True, slots=True)
class OfficeStations:
    """The machines by rank, and which of them took the queue last (None in an office of one machine)."""

    known: tuple[KnownStation, ...]
    head: QueueHead | None

    @property
    def own(self) -> Station:
        """This machine."""
        return next(one.station for one in self.known if one.own)


class Stations:
    """The machines of one office, and which of them are let in."""

    def __init__(self, journal: Journal, office: str, security: SecurityLog) -> None:
        self._journal = journal
        self._office = office
        self._security = security

    def all(self) -> OfficeStations:
        """Every machine that was ever let in: one step of an index each."""
        mine = self._journal.key.station
        with self._journal.database.read() as connection:
            stations = [one for one in places.all_of(connection, Station) if one.office == self._office]
            newest = {one.id: views.newest_time(connection, one.id) for one in stations}
            head = places.place(connection, f"queuehead/{self._office}", QueueHead)
        known = [
            KnownStation(one, one.id == mine, instant(time) if (time := newest[one.id]) else None) for one in stations
        ]
        return OfficeStations(tuple(sorted(known, key=lambda one: (one.station.rank, one.station.id))), head)

    def bar(self, station: str, officer: str, *, barred: bool = True) -> None:
        """Let a machine in no more, or again.

        Raises DUTY_MISSING, STATION_UNKNOWN, and STATION_NEEDED for this one and the one that keeps the queue.
        """
        with self._journal.transaction() as transaction:
            check_duty(transaction, officer, Duty.ADMINISTRATION)
            known = places.place(transaction.connection, f"station/{station}", Station)
            if known is None or known.office != self._office:
                raise CounterError(Code.STATION_UNKNOWN, station=station)
            head = places.place(transaction.connection, f"queuehead/{self._office}", QueueHead)
            if barred and (station == self._journal.key.station or (head is not None and head.station == station)):
                raise CounterError(Code.STATION_NEEDED, name=known.name)
            if known.barred == barred:
                return
            transaction.append(f"station/{station}", StationBarred(barred), f"officer/{officer}")
        kind = SecurityKind.STATION_REVOKED if barred else SecurityKind.STATION_ENROLLED
        self._security.note(kind, officer=officer, subject=f"station/{station}")
