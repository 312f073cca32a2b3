"""Who comes next: the office's rule asked of today's line."""

from collections.abc import Sequence
from datetime import datetime

from counter_app.domain.calling import DeskServes, InLine, Next, PastCall, choose, looks_back, may_call
from counter_app.domain.places import Desk
from counter_app.domain.queue_policy import CallingRule
from counter_app.store import tickets as rows


def served_by(desk: Desk | None, number: int) -> DeskServes:
    """What a desk calls; one that was never defined calls everybody."""
    if desk is None:
        return DeskServes(number)
    weights = (*desk.weights, *(1 for _ in desk.groups))
    return DeskServes(number, dict(zip(desk.groups, weights, strict=False)), desk.quick)


def next_at(of: rows.OfDay, desk: DeskServes, rule: CallingRule, now: datetime) -> Next | None:
    """Who comes next at ``desk``; the history is only as long as the rule looks back."""
    line = rows.heads(of)
    if not line:
        return None
    past: tuple[PastCall, ...] = ()
    if _matters(line, desk, rule):
        run, here = looks_back(desk, rule)
        past = rows.past_calls(of, tuple(desk.weights), desk.number, run, here)
    return choose(line, past, desk, rule, now)


def _matters(line: Sequence[InLine], desk: DeskServes, rule: CallingRule) -> bool:
    """Whether the calls before can matter: for the run where both kinds wait, and for weights that differ."""
    both = rule.priority_run > 0 and len({one.urgent for one in line if may_call(desk, one)}) > 1
    return both or len(set(desk.weights.values())) > 1
