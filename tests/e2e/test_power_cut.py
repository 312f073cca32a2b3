"""The power of a real ext4 disk goes while a counter works: nothing acknowledged is lost."""

import os
from typing import Any

import pytest

from tests.support.faults.programs import PRIVATE_AS_ROOT, folder_in_memory, found_by, start, why_no_mounts

CUTS = int(os.environ.get("COUNTER_APP_CUTS", "20"))
"""A few in every run; COUNTER_APP_CUTS=500 for more moments."""

pytestmark = pytest.mark.skipif(bool(why_no_mounts("loop")), reason=why_no_mounts("loop"))


def cut(cuts: int, *pragmas: str) -> dict[str, Any]:
    with folder_in_memory() as folder:
        return found_by(start("power_cuts", str(folder), str(cuts), "20261123", *pragmas, before=PRIVATE_AS_ROOT))


@pytest.mark.timeout(900 + 5 * CUTS)
def test_power_cuts_lose_nothing_acknowledged() -> None:
    found = cut(CUTS)
    assert found.pop("promises") >= CUTS  # how many more depends on the machine
    assert found == {"cuts": CUTS, "verified": CUTS // 10}


def test_with_synchronous_normal_the_same_cuts_find_losses() -> None:
    assert cut(8, "--pragma", "synchronous=NORMAL").get("lost", 0) > 3
