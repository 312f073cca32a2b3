"""The citizen's answer: one a service, only while it is open, never by the officer."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from counter_app.domain import facts
from counter_app.domain.facts import RatingSource, Recorded
from counter_app.errors import Code, CounterError

SATISFIED = 4
"""From this score on nothing more is asked."""

LEVELS = (3, 4, 5)
"""How many answers an office may offer, on the screen and on the keys alike."""

_SCORES = {
    # The words of the faces and keys decide: 3 keys say "very satisfied, satisfied, dissatisfied", 4 add "neither"
    # between them, and only 5 know "very dissatisfied".
    3: (5, 4, 2),
    4: (5, 4, 3, 2),
    5: (5, 4, 3, 2, 1),
}


def scores_of_levels(levels: int) -> tuple[int, ...]:
    """Return what each of 3, 4 or 5 answers counts on the one scale of 1 to 5, best first. Raises RULE_INVALID."""
    if levels not in _SCORES:
        raise CounterError(Code.RULE_INVALID, field="levels")
    return _SCORES[levels]


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
