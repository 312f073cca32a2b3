"""Two entries that do not go together: which one stands, and what stood where the other one came."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from counter_app.domain.facts import Recorded
from counter_app.domain.folding import Step

State = TypeVar("State")


@dataclass(frozen=True, slots=True)
class Contest(Generic[State]):
    """What a refused entry met: the state at its place, and the entry since which it does not fit any more.

    ``rival`` is None where it never fitted; ``state`` None where nothing had begun.
    """

    state: State | None
    rival: Recorded | None


def contest_of(entries: Iterable[Recorded], refused: Recorded, step: Step[State]) -> Contest[State]:
    """Return what ``refused``, one of a stream's ``entries``, met at its place."""
    state: State | None = None
    fits = not isinstance(step(None, refused), str)
    rival: Recorded | None = None
    for entry in sorted(entries, key=_order):
        if _order(entry) >= _order(refused):
            break
        outcome = step(state, entry)
        if isinstance(outcome, str):
            continue
        state = outcome
        fitted, fits = fits, not isinstance(step(state, refused), str)
        if fitted and not fits:
            rival = entry
    return Contest(state, rival)


def _order(entry: Recorded) -> tuple[int, str, int]:
    return entry.time, entry.station, entry.seq
