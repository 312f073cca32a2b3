"""The citizen's answer: one a service, only while it is open, never by the officer."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from counter_app.domain import facts
from counter_app.domain.facts import RatingSource, Recorded

SATISFIED = 4
"""From this score on nothing more is asked."""


class RatingState(StrEnum):
    """Where a rating stands."""

    OPEN = "open"
    GIVEN = "given"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Rating:
    """One rating, tied to ticket, desk and officer; ``score`` 1 to 5."""

    id: str
    ticket: str
    desk: int
    officer: str
    group: str
    state: RatingState
    opened_at: datetime
    score: int | None = None
    source: RatingSource | None = None
    given_at: datetime | None = None
    reasons: tuple[str, ...] = ()


def step(rating: Rating | None, entry: Recorded) -> Rating | str:
    """Take a rating one entry further."""
    fact = entry.fact
    if isinstance(fact, facts.RatingOpened):
        if rating is not None:
            return "opened twice"
        id_ = entry.stream.partition("/")[2]
        return Rating(id_, fact.ticket, fact.desk, fact.officer, fact.group, RatingState.OPEN, entry.at)
    if rating is None:
        return "before the rating was opened"
    match fact:
        case facts.RatingGiven():
            if rating.state is not RatingState.OPEN:
                return f"given while {rating.state}"
            if not 1 <= fact.score <= 5:
                return "score out of range"
            return replace(rating, state=RatingState.GIVEN, score=fact.score, source=fact.source, given_at=entry.at)
        case facts.RatingReasonsGiven():
            if rating.state is not RatingState.GIVEN:
                return f"reasons while {rating.state}"
            return replace(rating, reasons=fact.reasons)
        case facts.RatingClosed():
            return replace(rating, state=RatingState.CLOSED) if rating.state is RatingState.OPEN else "closed twice"
        case _:
            return "not an entry of a rating"
