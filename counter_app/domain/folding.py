"""Folds: the entries of one stream, in (time, station, sequence) order, to one state.

A fold never fails: an entry that the state machine does not allow at its place is refused with a reason
and shown under "needs review"; the stream goes on without it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from counter_app.domain.facts import Recorded

State = TypeVar("State")


@dataclass(frozen=True, slots=True)
class Refused:
    """An entry that does not fit its place."""

    station: str
    seq: int
    reason: str


@dataclass(frozen=True, slots=True)
class Folded(Generic[State]):
    """The state of one stream and the entries that did not fit."""

    state: State | None
    refused: tuple[Refused, ...] = ()


Step = Callable[[State | None, Recorded], State | str]
"""One step of a fold: the next state, or the reason why this entry does not fit."""


def fold(entries: Iterable[Recorded], step: Step[State]) -> Folded[State]:
    """Fold a stream with ``step``; the order of ``entries`` does not matter."""
    state: State | None = None
    refused: list[Refused] = []
    for entry in sorted(entries, key=lambda entry: (entry.time, entry.station, entry.seq)):
        outcome = step(state, entry)
        if isinstance(outcome, str):
            refused.append(Refused(entry.station, entry.seq, outcome))
        else:
            state = outcome
    return Folded(state, tuple(refused))
