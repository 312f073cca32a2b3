"""What the page reads, off the main thread."""

from collections.abc import Iterable
from dataclasses import dataclass

from counter_app.domain.dossier_facts import Commented, HandedOver, ResultApproved, ResultSentBack
from counter_app.domain.dossiers import Dossier
from counter_app.domain.facts import Duty, Recorded
from counter_app.domain.places import Officer
from counter_app.services.bundle import Services
from ui.desk.process.detail import Told
from ui.desk.process.work import Bucket, Desk, StepLine, Work, in_bucket, listed, way_of

MOST = 500
"""More rows than a person works through; the rest is found by searching."""
_REMARKS = 6


@dataclass(frozen=True, slots=True)
class WorkRead:
    """The rows and how many are in each bucket."""

    desk: Desk
    rows: tuple[Work, ...]
    counts: dict[Bucket, int]


def read_desk(services: Services, officer: Officer) -> Desk:
    """Read what rows are judged by."""
    officers = {one.id: one for one in services.officers.all()}
    return Desk(officers.get(officer.id, officer), officers, services.calendar.calendar(), services.clock.now())


def read_work(services: Services, officer: Officer, *, department: bool) -> WorkRead:
    """Read the rows of an officer, or of the whole department."""
    desk = read_desk(services, officer)
    leaders = frozenset(one.id for one in desk.officers.values() if one.may(Duty.APPROVAL) and one.id != officer.id)
    rows = listed(_dossiers(services, desk, leaders, department=department), desk, leaders)
    return WorkRead(desk, rows, {bucket: sum(in_bucket(row, bucket) for row in rows) for bucket in Bucket})


def _dossiers(services: Services, desk: Desk, leaders: frozenset[str], *, department: bool) -> Iterable[Dossier]:
    """Those held here, and those given to a leader from here."""
    own = desk.officer
    for dossier in services.dossiers.find("", MOST):
        if department and own.department:
            given_on = any(hand.department == own.department for hand in dossier.hands)
            mine = dossier.department == own.department
        else:
            given_on = any(hand.giver == own.id for hand in dossier.hands)
            mine = dossier.holder == own.id
        if mine or given_on and dossier.holder in leaders:
            yield dossier


@dataclass(frozen=True, slots=True)
class DossierRead:
    """What the side shows of one dossier."""

    way: tuple[StepLine, ...]
    remarks: tuple[Told, ...]


def read_dossier(services: Services, dossier: Dossier, desk: Desk) -> DossierRead:
    """Read the way and the remarks of a dossier, the newest remark first."""
    told = [_remark(entry, desk) for entry in services.dossiers.history(dossier.id)]
    remarks = [one for one in told if one is not None]
    return DossierRead(way_of(dossier, desk), tuple(reversed(remarks))[:_REMARKS])


def _remark(entry: Recorded, desk: Desk) -> Told | None:
    match entry.fact:
        case Commented(officer=officer, text=text):
            said = officer, text
        case HandedOver(giver=officer, note=text):
            said = officer, text
        case ResultApproved(officer=officer, note=text):
            said = officer, text
        case ResultSentBack(officer=officer, reason=text):
            said = officer, text
        case _:
            return None
    who = desk.officers.get(said[0])
    return Told(who.name if who else said[0], entry.at, said[1]) if said[1] else None
