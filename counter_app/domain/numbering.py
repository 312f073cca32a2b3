"""Which number comes next: the ranges of a group's numbers, for each station that may give them out."""

from dataclasses import dataclass

_OF_A_STANDBY = 100
_TALLEST = 9_999  # what a group's own numbers, and those torn from a roll, stay below or at
_BEYOND = 10_000
_FAR_BEYOND = 1_000_000


@dataclass(frozen=True, slots=True)
class NumberRange:
    """Numbers from ``first`` to ``last``, both included."""

    first: int
    last: int


def ranges(first: int, last: int, rank: int) -> tuple[NumberRange, ...]:
    """Where the station of ``rank`` takes the numbers of a prefix, one range after the other is full.

    Rank 0 counts from ``first`` to ``last``, each other rank in a hundred of its own above; a day with more goes on
    far above. No two ranks share a number, so that two halves of an office that cannot hear each other never give out
    the same one.
    """
    beyond = (
        NumberRange(_BEYOND * (rank + 1), _BEYOND * (rank + 2) - 1),
        NumberRange(_FAR_BEYOND * (rank + 1), _FAR_BEYOND * (rank + 2) - 1),
    )
    own = NumberRange(first, last)
    if rank:
        own = NumberRange(last + 1 + (rank - 1) * _OF_A_STANDBY, last + rank * _OF_A_STANDBY)
    return (own, *beyond) if own.last <= _TALLEST else beyond


def may_be_torn(number: int) -> bool:
    """Whether a number can stand on a paper roll."""
    return 1 <= number <= _TALLEST
