"""Hybrid logical time: wall-clock milliseconds and a counter in one integer, never going back.

Kulkarni et al., "Logical Physical Clocks" (2014). 16 low bits count events within a millisecond.
"""

from datetime import UTC, datetime, timedelta

_COUNTER_BITS = 16
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def advance(last: int, now: datetime) -> int:
    """Return the next hybrid time after ``last`` at wall-clock ``now``."""
    wall = (now - _EPOCH) // timedelta(milliseconds=1) << _COUNTER_BITS
    return wall if wall > last else last + 1


def end_of(moment: datetime) -> int:
    """Return the last hybrid time within the millisecond of ``moment``."""
    return advance(0, moment) | ((1 << _COUNTER_BITS) - 1)


def instant(time: int) -> datetime:
    """Return the wall-clock part of ``time``, in UTC."""
    return _EPOCH + timedelta(milliseconds=time >> _COUNTER_BITS)
