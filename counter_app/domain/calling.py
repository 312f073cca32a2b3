"""Who comes next: the rule of calling, as one pure function."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from counter_app.domain.queue_policy import CallingRule


class Why(StrEnum):
    """Why this one comes next."""

    OVERDUE = "overdue"  # waited longer than the rule allows
    PRIORITY = "priority"
    TURN = "turn"  # the turn of those without priority, or nobody has any
    QUICK = "quick"  # a short matter at a quick desk
    ONLY_HERE = "only-here"  # sent to this desk alone


@dataclass(frozen=True, slots=True)
class InLine:
    """One who waits. ``since`` is when the wait began (a parked one keeps its own); ``only_desk`` where it must go."""

    id: str
    group: str
    urgent: bool
    since: datetime
    quick: bool = False
    only_desk: int | None = None


@dataclass(frozen=True, slots=True)
class PastCall:
    """One who was called from the line today, newest first in a history."""

    group: str
    urgent: bool
    desk: int


@dataclass(frozen=True, slots=True)
class DeskServes:
    """What a desk calls: groups with weights (empty: all, equally), short matters first if ``quick``."""

    number: int
    weights: Mapping[str, int] = field(default_factory=dict)
    quick: bool = False


@dataclass(frozen=True, slots=True)
class Next:
    """The one to call, and why."""

    id: str
    why: Why


def choose(
    line: Sequence[InLine], past: Sequence[PastCall], desk: DeskServes, rule: CallingRule, now: datetime
) -> Next | None:
    """Return who comes next at ``desk``; None when nobody who waits may be called there. ``line`` in any order.

    First who has waited ``most_wait_minutes``, by age alone; then short matters at a quick desk; then priority and the
    others by the rule's run; among these the desk's groups by weight, or by age where the weights are equal.
    """
    mine = [one for one in line if may_call(desk, one)]
    if not mine:
        return None
    if rule.most_wait_minutes:
        limit = now - timedelta(minutes=rule.most_wait_minutes)
        overdue = [one for one in mine if one.since <= limit]
        if overdue:
            return Next(min(overdue, key=_age).id, Why.OVERDUE)
    short = [one for one in mine if one.quick] if desk.quick else []
    first = _fairest(_whose_turn(short or mine, past, desk, rule), past, desk, by_class=rule.priority_run > 0)
    return Next(first.id, _why(first, rule, short=bool(short)))


def looks_back(desk: DeskServes, rule: CallingRule) -> tuple[int, int]:
    """How many of the newest calls ``choose`` needs: of the desk's groups or at the desk, and of those at the desk.

    Weights go by one round of the groups within one kind, and a desk calls each kind once in a run of both.
    """
    run = rule.priority_run + rule.other_run
    weighted = any(weight > 1 for weight in desk.weights.values())
    return run, (run + 1) * (sum(desk.weights.values()) + 1) if weighted else run


def may_call(desk: DeskServes, one: InLine) -> bool:
    """Whether ``desk`` may call someone at all: sent to it alone, or of a group that it serves."""
    if one.only_desk is not None:
        return one.only_desk == desk.number
    return not desk.weights or desk.weights.get(one.group, 0) > 0


def heads(line: Iterable[InLine]) -> tuple[InLine, ...]:
    """Those among whom ``choose`` decides, whatever the desk and the rule.

    Of several who differ in nothing but their age, only the oldest can come next.
    """
    first: dict[tuple[str, bool, bool, int | None], InLine] = {}
    for one in line:
        key = (one.group, one.urgent, one.quick, one.only_desk)
        kept = first.get(key)
        if kept is None or _age(one) < _age(kept):
            first[key] = one
    return tuple(first.values())


def _age(one: InLine) -> tuple[datetime, str]:
    return one.since, one.id


def _why(one: InLine, rule: CallingRule, *, short: bool) -> Why:
    if short:
        return Why.QUICK
    if one.only_desk is not None:
        return Why.ONLY_HERE
    return Why.PRIORITY if one.urgent and rule.priority_run else Why.TURN


def _whose_turn(
    mine: Sequence[InLine], past: Sequence[PastCall], desk: DeskServes, rule: CallingRule
) -> Sequence[InLine]:
    """Those with priority, or those without; everybody where the rule knows no priority or only one kind waits."""
    urgent = [one for one in mine if one.urgent]
    if not rule.priority_run or not urgent or len(urgent) == len(mine):
        return mine
    others = [one for one in mine if not one.urgent]
    return others if rule.other_run and _others_turn(past, desk, rule) else urgent


def _others_turn(past: Sequence[PastCall], desk: DeskServes, rule: CallingRule) -> bool:
    """Whether the run of the desk's groups, at whatever desk, has come to those without priority.

    Where other desks keep taking one kind's turns, this desk would call the other kind for ever: after as many calls
    of one kind as both runs together it turns, so that who can only be called here is not left waiting.
    """
    most = rule.priority_run + rule.other_run
    own = _first_run(call.urgent for call in past if call.desk == desk.number)
    if own is not None and own[1] >= most:
        return own[0]
    of_groups = (
        call.urgent
        for call in past
        if call.desk == desk.number or not desk.weights or desk.weights.get(call.group, 0) > 0
    )
    for others, urgent in enumerate(of_groups):
        if others >= rule.other_run:
            return False
        if urgent:
            return 1 + _while_urgent(of_groups, rule.priority_run - 1) >= rule.priority_run
    return False


def _while_urgent(calls: Iterable[bool], most: int) -> int:
    """How many calls in a row are of priority, counted up to ``most``."""
    count = 0
    for urgent in calls:
        if not urgent or count >= most:
            break
        count += 1
    return count


def _first_run(calls: Iterable[bool]) -> tuple[bool, int] | None:
    """Of which kind the newest calls are, and how many in a row."""
    kind, count = None, 0
    for urgent in calls:
        if kind is None:
            kind = urgent
        elif urgent != kind:
            break
        count += 1
    return None if kind is None else (kind, count)


def _fairest(among: Sequence[InLine], past: Sequence[PastCall], desk: DeskServes, *, by_class: bool) -> InLine:
    """The oldest of the group that this desk has called least of late for its weight."""
    weights = {one.group: desk.weights.get(one.group, 1) for one in among}
    if len(set(weights.values())) == 1:
        return min(among, key=_age)
    urgent = among[0].urgent
    calls = dict.fromkeys(weights, 0)
    left = sum(weights.values()) - 1  # "of late": with the call to come, one round of all the groups
    for call in past:
        if not left:
            break
        if call.desk == desk.number and call.group in calls and (call.urgent == urgent or not by_class):
            calls[call.group] += 1
            left -= 1
    return min(among, key=lambda one: ((calls[one.group] + 1) / weights[one.group], _age(one)))
