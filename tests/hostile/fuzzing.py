"""How long a parser is tried: a few examples with every run of the tests, minutes each by ``make fuzz``."""

import os
import time
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import TypeVar, cast

import pytest
from hypothesis import HealthCheck, settings

SECONDS = float(os.environ.get("COUNTER_APP_FUZZ_SECONDS", "0"))
"""How long each parser is tried; 0 in an ordinary run."""
_AT_A_TIME = 500

Test = TypeVar("Test", bound=Callable[..., None])


def fuzzed(examples: int = 25) -> Callable[[Test], Test]:
    """Return what makes a test with ``given`` a fuzz test, with so many examples in an ordinary run.

    Ordinary runs try the same examples each time, so that what fails failed because of a change.
    """
    limits = settings(
        max_examples=_AT_A_TIME if SECONDS else examples,
        deadline=None if SECONDS else timedelta(seconds=10),
        derandomize=not SECONDS,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )

    def made(test: Test) -> Test:
        limited = limits(test)
        if not SECONDS:
            return limited

        @wraps(limited)
        def tried(*args: object, **kwargs: object) -> None:
            ends, rounds = time.monotonic() + SECONDS, 0
            while not rounds or time.monotonic() < ends:
                limited(*args, **kwargs)  # other examples: nothing is remembered
                rounds += 1
            print(f"{test.__name__}: {rounds} x {_AT_A_TIME} examples")

        return cast("Test", pytest.mark.timeout(120 + 3 * SECONDS)(tried))

    return made
