"""What an entry says of another entry that somebody looked at."""

from dataclasses import dataclass
from enum import StrEnum


class Decision(StrEnum):
    """What a person decided about an entry under review."""

    KEPT = "kept"  # everything stays as it is
    REDONE = "redone"  # the act was done anew, by who decided
    HANDLED = "handled"  # dealt with outside the program: a machine, a paper, a call
    REOPENED = "reopened"  # decided too early: it is open again


@dataclass(frozen=True, slots=True)
class ReviewSettled:
    """A person looked at the entry ``seq`` of ``station``; the decision holds for ``reason`` alone.

    Later entries may move the first one's place: if it is refused for another reason then, somebody looks again.
    """

    station: str
    seq: int
    reason: str
    decision: Decision
    officer: str


REVIEW_KINDS: dict[str, type] = {"review.settled": ReviewSettled}
