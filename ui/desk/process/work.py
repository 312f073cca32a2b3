"""A work list sorted into what has to be done first; plain values, no widgets.

A step that another office does (asking the police, the tax office) will be one more bucket here, fed by the
interconnection: it waits for neither the officer nor the citizen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from counter_app.domain.dossier_facts import FileRole
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.facts import Duty
from counter_app.domain.places import Officer
from counter_app.domain.procedures import WorkStep
from counter_app.domain.working_calendar import VIETNAM, WorkingCalendar


class Stage(StrEnum):
    """What a dossier of the list waits for."""

    TAKING = "taking"  # given to somebody who does not have it yet
    PASSING = "passing"  # at the desk that received it, to be given to a specialist
    WORK = "work"
    APPROVAL = "approval"  # a draft at a leader who is to look at it
    APPROVED = "approved"  # the leader agreed: number it and say that it is ready
    SUPPLEMENT = "supplement"
    PAYMENT = "payment"
    WITHDRAWING = "withdrawing"
    RESULT = "result"  # ready, on its way to the counter


class Nearness(StrEnum):
    """How near the end of the step is."""

    LATE = "late"
    TODAY = "today"
    SOON = "soon"  # by the end of the next working day
    LATER = "later"
    NONE = "none"  # the clock stands still, or the work is done


class Bucket(StrEnum):
    """A row of the left column."""

    ALL = "all"
    TAKING = "taking"
    PASSING = "passing"
    WORK = "work"
    APPROVAL = "approval"
    SIGNING = "signing"  # given on to a leader, not back yet
    SUPPLEMENT = "supplement"
    PAYMENT = "payment"
    RESULT = "result"
    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Work:
    """One row: the step, whose it is, how much of its time is used (``allowed`` None where the step has no limit)."""

    dossier: Dossier
    stage: Stage
    nearness: Nearness
    step: str
    number: int
    steps: int
    used: timedelta
    allowed: timedelta | None
    left: timedelta
    giver: str
    holder: str
    with_leader: bool = False

    def waits_for(self, officer: Officer) -> bool:
        """Whether this officer may take it: given to him or her, or to the department."""
        hand = self.dossier.hand
        if self.stage is not Stage.TAKING or hand is None:
            return False
        return hand.taker == officer.id or bool(hand.department) and hand.department == officer.department


@dataclass(frozen=True, slots=True)
class Desk:
    """What a row is judged by."""

    officer: Officer
    officers: Mapping[str, Officer]
    calendar: WorkingCalendar
    now: datetime


def in_bucket(work: Work, bucket: Bucket) -> bool:
    """Whether a row belongs in a bucket. Late, today, soon and later share out what has a clock that runs."""
    if bucket is Bucket.ALL:
        return not work.with_leader
    if bucket is Bucket.SIGNING:
        return work.with_leader
    if work.with_leader:
        return False
    match bucket:
        case Bucket.WORK:
            return work.stage in (Stage.WORK, Stage.APPROVED, Stage.WITHDRAWING)
        case Bucket.LATE | Bucket.TODAY | Bucket.SOON | Bucket.LATER:
            return work.nearness.value == bucket.value
        case _:
            return work.stage.value == bucket.value


def listed(dossiers: Iterable[Dossier], desk: Desk, leaders: frozenset[str] = frozenset()) -> tuple[Work, ...]:
    """Rows of ``dossiers``, the soonest due first; those that lie with ``leaders`` are only waited for."""
    rows = [
        work_of(one, desk, with_leader=one.holder in leaders and one.state is DossierState.PROCESSING)
        for one in dossiers
        if not one.state.ended
    ]
    return tuple(sorted(rows, key=_order))


def work_of(dossier: Dossier, desk: Desk, *, with_leader: bool = False) -> Work:
    """One row."""
    stage = _stage(dossier, desk)
    runs = stage not in (Stage.SUPPLEMENT, Stage.PAYMENT, Stage.RESULT)
    due = dossier.step_due if runs else None
    hand = dossier.hand
    since = hand.given_at if hand else dossier.received_at
    until = dossier.paused_at or dossier.done_at or desk.now
    number = _step_number(dossier)
    step = dossier.steps[number - 1] if 0 < number <= len(dossier.steps) else None
    return Work(
        dossier=dossier,
        stage=stage,
        nearness=nearness(due, desk.now, desk.calendar),
        step=step.name if step else "",
        number=number,
        steps=len(dossier.steps),
        used=desk.calendar.working_time(since, until) if until > since else timedelta(),
        allowed=timedelta(hours=step.hours) if step and step.hours else None,
        left=_left(due, desk),
        giver=_name(desk, hand.giver) if hand else "",
        holder=_name(desk, dossier.holder),
        with_leader=with_leader,
    )


def nearness(due: datetime | None, now: datetime, calendar: WorkingCalendar) -> Nearness:
    """How near ``due`` is: at the very instant it is today's, a moment later late."""
    if due is None:
        return Nearness.NONE
    if now > due:
        return Nearness.LATE
    today, day = now.astimezone(VIETNAM).date(), due.astimezone(VIETNAM).date()
    if day == today:
        return Nearness.TODAY
    return Nearness.SOON if day <= calendar.next_working(today + timedelta(days=1)) else Nearness.LATER


def has_draft(dossier: Dossier) -> bool:
    """Whether a result was drafted or signed on paper and kept."""
    return any(one.role in (FileRole.DRAFT, FileRole.SIGNED) for one in dossier.files)


def next_step(dossier: Dossier) -> int:
    """The index of the step that follows, at most the last."""
    return min(_step_number(dossier), max(0, len(dossier.steps) - 1))


def candidates(dossier: Dossier, step: int, desk: Desk) -> tuple[Officer, ...]:
    """Who may be given the dossier for a step, the likeliest first."""
    wanted = dossier.steps[step] if step < len(dossier.steps) else None
    others = [one for one in desk.officers.values() if one.id != desk.officer.id and not one.disabled]
    able = [one for one in others if one.may(Duty.PROCESSING) or one.may(Duty.APPROVAL)]
    return tuple(sorted(able, key=lambda one: (-_fitness(one, dossier, wanted), one.name)))


def _fitness(officer: Officer, dossier: Dossier, step: WorkStep | None) -> int:
    """How well an officer suits a step: by the department it names, a draft that waits for a leader, the field."""
    leader = officer.may(Duty.APPROVAL)
    if step is not None and step.department:
        named = step.department.casefold() == officer.department.casefold()
        return 4 if named else 2 if leader and "lãnh đạo" in step.department.casefold() else 0
    if has_draft(dossier) and not dossier.approved_by:
        return 3 if leader else 0
    field = dossier.field.casefold()
    return 2 if field and field in officer.department.casefold() else 0 if leader else 1


def _stage(dossier: Dossier, desk: Desk) -> Stage:
    fixed = {
        DossierState.SUPPLEMENT: Stage.SUPPLEMENT,
        DossierState.NEW: Stage.SUPPLEMENT,
        DossierState.PAYMENT: Stage.PAYMENT,
        DossierState.WITHDRAWING: Stage.WITHDRAWING,
        DossierState.RECEIVED: Stage.PASSING,
    }
    if dossier.state in fixed:
        return fixed[dossier.state]
    waits = dossier.hand is not None and dossier.hand.taken_at is None
    if dossier.state is DossierState.DONE:
        on_its_way = waits and dossier.hand is not None and dossier.hand.given_at >= (dossier.done_at or desk.now)
        return Stage.TAKING if on_its_way else Stage.RESULT
    holder = desk.officers.get(dossier.holder)
    if holder is not None and holder.may(Duty.APPROVAL) and has_draft(dossier) and not dossier.approved_by:
        return Stage.APPROVAL
    if waits:
        return Stage.TAKING
    return Stage.APPROVED if dossier.approved_by else Stage.WORK


def _step_number(dossier: Dossier) -> int:
    """The present step counted from 1; the first is the desk's own where nothing was given on yet."""
    return (dossier.hand.step if dossier.hand else 0) + 1


def _left(due: datetime | None, desk: Desk) -> timedelta:
    if due is None:
        return timedelta()
    if due >= desk.now:
        return desk.calendar.working_time(desk.now, due)
    return -desk.calendar.working_time(due, desk.now)


def _name(desk: Desk, officer: str) -> str:
    found = desk.officers.get(officer)
    return found.name if found else officer


def _order(work: Work) -> tuple[bool, datetime, str]:
    due = work.dossier.step_due or work.dossier.due
    return (work.nearness is Nearness.NONE, due or work.dossier.received_at, work.dossier.code)


class StepState(StrEnum):
    """Where a step of the time line is."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of a dossier's way: ``used`` of ``allowed`` working time; ``name`` empty where the office named none."""

    name: str
    who: str
    state: StepState
    since: datetime | None = None
    used: timedelta = timedelta()
    allowed: timedelta | None = None
    waits: bool = False


def way_of(dossier: Dossier, desk: Desk) -> tuple[StepLine, ...]:
    """The steps of a dossier: those done, the present one, those ahead."""
    first: tuple[int, str, datetime, datetime | None] = (0, dossier.officer, dossier.received_at, dossier.received_at)
    givings = [first]
    givings += [(one.step, one.taker, one.given_at, one.taken_at) for one in dossier.hands]
    ended = dossier.done_at or dossier.ended_at
    lines = []
    for place, (step, taker, since, taken) in enumerate(givings):
        last = place == len(givings) - 1
        until = givings[place + 1][2] if not last else ended or dossier.paused_at or desk.now
        lines.append(
            StepLine(
                name=_step_name(dossier, step),
                who=_name(desk, taker),
                state=StepState.DONE if ended or not last else StepState.NOW,
                since=since,
                used=desk.calendar.working_time(since, until) if until > since else timedelta(),
                allowed=_allowed(dossier, step),
                waits=taken is None,
            )
        )
    first_ahead = len(dossier.steps) if ended else givings[-1][0] + 1
    for step in range(first_ahead, len(dossier.steps)):
        lines.append(StepLine(_step_name(dossier, step), "", StepState.AHEAD, allowed=_allowed(dossier, step)))
    return tuple(lines)


def _step_name(dossier: Dossier, step: int) -> str:
    return dossier.steps[step].name if step < len(dossier.steps) else ""


def _allowed(dossier: Dossier, step: int) -> timedelta | None:
    hours = dossier.steps[step].hours if step < len(dossier.steps) else 0
    return timedelta(hours=hours) if hours else None
