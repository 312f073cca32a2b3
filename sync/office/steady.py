"""A clock that only goes forward, and goes on while the machine sleeps: who slept through a lease has none."""

import time


def steady() -> float:
    """Return seconds since some moment before the start."""
    # Linux stops its monotonic clock while the machine is suspended; the other systems' goes on.
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()
