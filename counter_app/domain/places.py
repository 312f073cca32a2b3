"""Offices, stations, desks, officers, groups, procedures, devices: records that the newest entry replaces."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from counter_app.domain import devices, facts, queue_places
from counter_app.domain.device_facts import DEVICE_KINDS
from counter_app.domain.devices import DeviceRecord as DeviceRecord
from counter_app.domain.facts import DayKind, Duty, Recorded, Session
from counter_app.domain.key_facts import EscrowedKey, EscrowNamed, KeyEscrowed, OfficeEscrow
from counter_app.domain.officer_facts import (
    OfficerBarred,
    OfficerSignedIn,
    RecoveryCodeUsed,
    SecondFactorSet,
    SecretSet,
)
from counter_app.domain.privacy_facts import PrivacyActed, PrivacyRecord
from counter_app.domain.procedures import Procedure, ServiceGroup
from counter_app.domain.queue_facts import QUEUE_KINDS
from counter_app.domain.queue_places import QueuePlace
from counter_app.domain.review_facts import Decision, ReviewSettled
from counter_app.domain.security_facts import SecuritySeal, SecuritySealed


@dataclass(frozen=True, slots=True)
class Office:
    """A node of the tree of offices."""

    id: str
    code: str
    name: str
    superior: str
    place: str
    parent: str


@dataclass(frozen=True, slots=True)
class Station:
    """One installation of the program on one machine."""

    id: str
    name: str
    office: str
    public_key: str
    roles: tuple[str, ...]
    rank: int = 0
    barred: bool = False


@dataclass(frozen=True, slots=True)
class Desk:
    """A numbered counter."""

    number: int
    office: str
    groups: tuple[str, ...]
    weights: tuple[int, ...] = ()
    quick: bool = False


_COMES_WITH = {Duty.DIRECTING: (Duty.ADMINISTRATION,), Duty.REPORTS: (Duty.ADMINISTRATION, Duty.APPROVAL)}
"""Who administers may also direct the queue; who administers or approves may also take lists out."""


@dataclass(frozen=True, slots=True)
class Officer:
    """A person with an account; ``pin`` is a verifier.

    ``temporary``: somebody else chose the secret, so it is changed at the next sign-in; ``chosen``: it came by an entry
    of its own, which an older program's correction of the name does not take back. ``second`` is the sealed second
    factor, ``recovery`` the verifiers of its codes on paper; ``seen`` is when anything was last heard of the account.
    """

    id: str
    name: str
    title: str
    pin: str
    office: str
    duties: tuple[Duty, ...] = (Duty.RECEPTION, Duty.PROCESSING)
    department: str = ""
    disabled: bool = False
    temporary: bool = False
    chosen: bool = False
    second: str = ""
    recovery: tuple[str, ...] = ()
    seen: datetime | None = None

    def may(self, duty: Duty) -> bool:
        """Whether ``duty`` is among this officer's, or comes with another of them; a barred account has none."""
        if self.disabled:
            return False
        return duty in self.duties or any(other in self.duties for other in _COMES_WITH.get(duty, ()))


@dataclass(frozen=True, slots=True)
class PlacedGroup:
    """A service group and its place on the kiosk."""

    group: ServiceGroup
    place: int


@dataclass(frozen=True, slots=True)
class PublishedCatalogue:
    """Procedures published together: a part of the catalogue that the program ships."""

    procedures: tuple[Procedure, ...]


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One corrected day of an office's calendar."""

    office: str
    day: date
    kind: DayKind
    name: str
    source: str


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """An office's working week from ``since`` on."""

    office: str
    since: date
    sessions: tuple[Session, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Settlement:
    """What was decided last about an entry under review."""

    station: str
    seq: int
    reason: str
    decision: Decision
    officer: str
    at: datetime


Place = (
    CalendarDay
    | OfficeHours
    | Office
    | Station
    | Desk
    | Officer
    | PlacedGroup
    | Procedure
    | PublishedCatalogue
    | DeviceRecord
    | QueuePlace
    | Settlement
    | PrivacyRecord
    | SecuritySeal
    | OfficeEscrow
    | EscrowedKey
)

_QUEUE = tuple(QUEUE_KINDS.values())
_DEVICE = tuple(DEVICE_KINDS.values())


def step(place: Place | None, entry: Recorded) -> Place | str:
    """Replace the record by what the entry says; a stream keeps to one kind of record."""
    if isinstance(entry.fact, _QUEUE):
        made: Place | str = queue_places.step(place if isinstance(place, QueuePlace) else None, entry)
    elif isinstance(entry.fact, _DEVICE):
        made = devices.step(place if isinstance(place, DeviceRecord) else None, entry)
    elif isinstance(place, Station):
        made = _of_station(place, entry)
    elif isinstance(place, Officer):
        made = _of_officer(place, entry)
    else:
        made = _record(entry)
    if isinstance(made, str):
        return made
    return made if place is None or type(place) is type(made) else "another kind of record in this stream"


def _of_station(before: Station, entry: Recorded) -> Place | str:
    """A machine that was barred does not let itself in again by telling its name anew."""
    if isinstance(entry.fact, facts.StationBarred):
        return replace(before, barred=entry.fact.barred)
    made = _record(entry)
    return replace(made, barred=before.barred) if isinstance(made, Station) else made


def _of_officer(before: Officer, entry: Recorded) -> Place | str:
    """An account as it is after what happened to it; a correction of the name leaves its secret and its bar alone."""
    match entry.fact:
        case SecretSet(pin=pin, temporary=temporary, second=second):
            recovery = before.recovery if second else ()
            after = replace(before, pin=pin, temporary=temporary, chosen=True, second=second, recovery=recovery)
        case OfficerBarred(barred=barred):
            after = replace(before, disabled=barred)
        case SecondFactorSet(under=under, sealed=sealed, recovery=recovery):
            after = replace(before, second=sealed, recovery=recovery) if under == before.pin else before
        case RecoveryCodeUsed(code=code):
            after = replace(before, recovery=tuple(one for one in before.recovery if one != code))
        case OfficerSignedIn():
            after = before
        case _:
            made = _record(entry)
            if not isinstance(made, Officer):
                return made
            after = _corrected(before, made)
    return replace(after, seen=entry.at)


def _corrected(before: Officer, made: Officer) -> Officer:
    """The account under its new name; before version 0.6 a reset secret came this way too, without a second factor."""
    kept = replace(made, disabled=before.disabled)
    if before.chosen:
        kept = replace(kept, pin=before.pin, temporary=before.temporary, chosen=True)
    same = kept.pin == before.pin
    return replace(kept, second=before.second if same else "", recovery=before.recovery if same else ())


def _record(entry: Recorded) -> Place | str:  # noqa: C901 - one flat table of cases reads best
    fact, key = entry.fact, entry.stream.partition("/")[2]
    match fact:
        case facts.OfficeRegistered():
            return Office(key, fact.code, fact.name, fact.superior, fact.place, fact.parent)
        case facts.StationEnrolled():
            return Station(key, fact.name, fact.office, fact.public_key, fact.roles, fact.rank)
        case facts.DeskDefined():
            return Desk(fact.number, fact.office, fact.groups, fact.weights, fact.quick)
        case facts.OfficerRegistered():
            whole = Officer(key, fact.name, fact.title, fact.pin, fact.office, fact.duties, fact.department)
            return replace(whole, seen=entry.at)
        case facts.GroupDefined():
            return PlacedGroup(fact.group, fact.place)
        case facts.ProcedurePublished():
            return fact.procedure
        case facts.CataloguePublished():
            return PublishedCatalogue(fact.procedures)
        case facts.CalendarDaySet():
            return CalendarDay(fact.office, fact.day, fact.kind, fact.name, fact.source)
        case facts.WorkingHoursSet():
            return OfficeHours(fact.office, fact.since, fact.sessions, fact.source)
        case ReviewSettled():
            return Settlement(fact.station, fact.seq, fact.reason, fact.decision, fact.officer, entry.at)
        case PrivacyActed():
            return PrivacyRecord(fact.act, fact.officer, fact.reason, fact.count, fact.about, entry.at)
        case SecuritySealed():
            return SecuritySeal(fact.event, fact.chain, entry.at)
        case EscrowNamed():
            return OfficeEscrow(key, fact.recipient, entry.at)
        case KeyEscrowed():
            return EscrowedKey(key, fact.recipient, fact.sealed, entry.at)
        case _:
            return "not an entry of a place"
