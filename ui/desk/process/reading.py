"""What the page reads, off the main thread."""

from dataclasses import dataclass

from counter_app.domain.dossier_facts import Commented, HandedOver, ResultApproved, ResultSentBack
from counter_app.domain.dossier_filter import WorkBucket
from counter_app.domain.dossiers import Dossier
from counter_app.domain.facts import Duty, Recorded
from counter_app.domain.places import Officer
from counter_app.services.bundle import Services
from ui.desk.process.detail import Told
from ui.desk.process.work import Bucket, Desk, StepLine, Work, in_bucket, listed, way_of

MOST = 500
"""More rows of one urgency than a person works through; the rest follows when these are done."""
_REMARKS = 6


@dataclass(frozen=True, slots=True)
class WorkRead:
    """The rows and how many are in each bucket; ``cut`` if there are more than anybody could look through."""

    desk: Desk
    rows: tuple[Work, ...]
    counts: dict[Bucket, int]
    cut: bool = False


def read_desk(services: Services, officer: Officer) -> Desk:
    """Read what rows are judged by."""
    officers = {one.id: one for one in services.officers.all()}
    return Desk(officers.get(officer.id, officer), officers, services.calendar.calendar(), services.clock.now())


def read_work(services: Services, officer: Officer, *, department: bool) -> WorkRead:
    """Read the rows of an officer, or of the whole department."""
    desk = read_desk(services, officer)
    leaders = frozenset(one.id for one in desk.officers.values() if one.may(Duty.APPROVAL) and one.id != officer.id)
    held, given = _held(services, desk.officer, department=department)
    dossiers = {one.id: one for bucket in held for one in bucket.dossiers}
    dossiers |= {one.id: one for one in given.dossiers if one.holder in leaders}
    rows = listed(dossiers.values(), desk, leaders)
    cut = any(bucket.count.number > len(bucket.dossiers) for bucket in (*held, given))
    return WorkRead(desk, rows, {bucket: sum(in_bucket(row, bucket) for row in rows) for bucket in Bucket}, cut)


def _held(services: Services, own: Officer, *, department: bool) -> tuple[list[WorkBucket], WorkBucket]:
    """Read what lies with an officer or a department, and what was given on from there."""
    whole = department and own.department
    work = services.dossiers.work(department=own.department, most=MOST) if whole else None
    work = work or services.dossiers.work(officer=own.id, most=MOST)
    held = [work.late, work.today, work.soon, work.later, work.unclaimed, work.waiting, work.ready]
    return held, work.given


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
