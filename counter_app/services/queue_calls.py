"""Who comes next: the office's rule asked of today's line."""

from datetime import datetime

from counter_app.domain.calling import DeskServes, Next, choose, looks_back
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
    run, here = looks_back(desk, rule)
    past = rows.past_calls(of, tuple(desk.weights), desk.number, run, here)
    return choose(line, past, desk, rule, now)
