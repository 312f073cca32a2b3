"""How often a parser is tried: a few times with every run of the tests, minutes by ``make fuzz``."""

import os
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from hypothesis import HealthCheck, settings

FACTOR = int(os.environ.get("COUNTER_APP_FUZZ", "1"))
"""So many times the usual number of examples."""

Test = TypeVar("Test", bound=Callable[..., None])


def fuzzed(examples: int = 25) -> Callable[[Test], Test]:
    """Return the settings of a fuzz test with so many examples in an ordinary run.

    Ordinary runs try the same examples each time, so that what fails failed because of a change.
    """
    return settings(
        max_examples=examples * FACTOR,
        deadline=timedelta(seconds=10) if FACTOR == 1 else None,
        derandomize=FACTOR == 1,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )
