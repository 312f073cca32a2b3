"""Who comes next: the rule of calling, as one pure function."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
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
    """A first call of today, newest first in a history."""

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
    """Return who comes next at ``desk``; None when nobody who waits may be called there. ``line`` in any order."""
    mine = [one for one in line if _may_go(one, desk)]
    if not mine:
        return None
    return Next(min(mine, key=lambda one: (not one.urgent, one.since, one.id)).id, Why.TURN)


def _may_go(one: InLine, desk: DeskServes) -> bool:
    if one.only_desk is not None:
        return one.only_desk == desk.number
    return not desk.weights or desk.weights.get(one.group, 0) > 0
