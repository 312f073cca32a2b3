"""The very first run: who and where this station is, and the catalogue it starts with."""

from collections.abc import Sequence
from dataclasses import dataclass

from counter_app.domain import facts
from counter_app.domain.places import Desk, Office, Station
from counter_app.domain.procedures import Procedure, ServiceGroup
from counter_app.errors import Code, CounterError
from counter_app.journal import outbox
from counter_app.journal.journal import Journal, Transaction
from counter_app.services.officers import NewOfficer, registered
from counter_app.store import dossiers, places

SUCCESSOR = "successor"
"""The mark of a station that took another machine's place: its rank."""


@dataclass(frozen=True, slots=True)
class NewStation:
    """What is asked at set-up; ``desks`` are numbers, ``officers`` come with their PINs."""

    office: Office
    station_name: str
    roles: tuple[str, ...]
    desks: tuple[int, ...]
    officers: tuple[NewOfficer, ...]


@dataclass(frozen=True, slots=True)
class JoiningStation:
    """A further station of an office, as the office let it in; ``desk`` None where nobody sits at it.

    ``succeeds``: it takes the place of a machine that may have given out codes of which nobody else has heard.
    """

    office: str
    name: str
    roles: tuple[str, ...]
    rank: int
    desk: int | None = None
    succeeds: bool = False


def is_set_up(journal: Journal) -> bool:
    """Whether this station knows its office."""
    with journal.database.read() as connection:
        return places.place(connection, f"station/{journal.key.station}", Station) is not None


def set_up(journal: Journal, new: NewStation, groups: Sequence[ServiceGroup], procedures: Sequence[Procedure]) -> None:
    """Write the station's first entries in one transaction; does nothing on a station that is set up."""
    if is_set_up(journal):
        return
    with journal.transaction() as transaction:
        _append_office(transaction, journal, new)
        for place, group in enumerate(groups):
            transaction.append(f"group/{group.id}", facts.GroupDefined(group, place), "station")
        # One entry a group, not one a procedure: 350 entries would cost half a second and as many streams.
        for part in dict.fromkeys(procedure.group for procedure in procedures):
            together = tuple(procedure for procedure in procedures if procedure.group == part)
            transaction.append(f"catalogue/{part}", facts.CataloguePublished(together), "station")


def join(journal: Journal, new: JoiningStation) -> None:
    """Write who this station is, in an office that is known here already; does nothing on a station that is set up.

    Raises NOT_SET_UP when the office is not known.
    """
    if is_set_up(journal):
        return
    if new.succeeds or (new.desk is not None and _was_used(journal, new.desk)):
        outbox.set_mark(journal, SUCCESSOR, new.rank)
    station, enrolled = (
        journal.key.station,
        facts.StationEnrolled(new.name, new.office, journal.key.public_hex, new.roles, new.rank),
    )
    with journal.transaction() as transaction:
        if places.place(transaction.connection, f"office/{new.office}", Office) is None:
            raise CounterError(Code.NOT_SET_UP, path=journal.database.folder)
        transaction.append(f"station/{station}", enrolled, "station")
        desk = f"desk/{new.office}-{new.desk}"
        if new.desk is not None and places.place(transaction.connection, desk, Desk) is None:
            transaction.append(desk, facts.DeskDefined(new.desk, new.office), "station")


def successor_rank(journal: Journal) -> int:
    """The rank of a station at whose desk another machine gave out codes before; 0 for any other."""
    return outbox.mark(journal, SUCCESSOR)


def station_of(journal: Journal) -> Station:
    """This station as it was enrolled. Raises NOT_SET_UP."""
    with journal.database.read() as connection:
        known = places.place(connection, f"station/{journal.key.station}", Station)
    if known is None:
        raise CounterError(Code.NOT_SET_UP, path=journal.database.folder)
    return known


def office_of(journal: Journal) -> Office:
    """The office of this station. Raises NOT_SET_UP."""
    with journal.database.read() as connection:
        station = places.place(connection, f"station/{journal.key.station}", Station)
        office = places.place(connection, f"office/{station.office}", Office) if station else None
    if office is None:
        raise CounterError(Code.NOT_SET_UP, path=journal.database.folder)
    return office


def _was_used(journal: Journal, desk: int) -> bool:
    with journal.database.read() as connection:
        return dossiers.gave_codes(connection, desk)


def _append_office(transaction: Transaction, journal: Journal, new: NewStation) -> None:
    office = new.office
    founded = facts.OfficeRegistered(office.code, office.name, office.superior, office.place, office.parent)
    enrolled = facts.StationEnrolled(new.station_name, office.id, journal.key.public_hex, new.roles)
    # The station's own entry comes first: it carries the key that the rest is checked with.
    transaction.append(f"station/{journal.key.station}", enrolled, "station")
    transaction.append(f"office/{office.id}", founded, "station")
    for number in new.desks:
        transaction.append(f"desk/{office.id}-{number}", facts.DeskDefined(number, office.id), "station")
    for officer in new.officers:
        transaction.append(f"officer/{officer.id}", registered(officer, office.id), "station")
