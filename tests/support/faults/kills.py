"""``kill -9`` a counter at work, again and again, and check each time what it had promised.

``python -m tests.support.faults.kills FOLDER KILLS SEED`` prints one JSON object.
"""

import argparse
import json
import random
import shutil
from collections import Counter
from functools import partial
from pathlib import Path

from counter_app.domain.holiday_seed import vietnam
from tests.support.faults.children import in_a_child, promises_until_the_end, set_up, work_on
from tests.support.faults.crash_images import wrong_with, wrong_with_the_office
from tests.support.faults.workload import Acknowledged

_KILLS_AN_OFFICE = 50
"""Then a new one: each check reads everything, which must not become all of the time."""


def kill_again_and_again(folder: Path, kills: int, seed: int) -> Counter[str]:
    """Count the kills, the promises given, and what is wrong afterwards."""
    rng, found, acknowledged = random.Random(seed), Counter[str](), Acknowledged()
    data = folder / "data"
    for kill in range(kills):
        if kill % _KILLS_AN_OFFICE == 0:
            shutil.rmtree(data, ignore_errors=True)
            acknowledged = Acknowledged()
        if not data.exists():
            in_a_child(partial(set_up, data))
        for line in promises_until_the_end(partial(work_on, data, kill, ()), rng, lambda: None):
            found["promises"] += 1
            acknowledged.take(line)
        found["kills"] += 1
        wrong = in_a_child(partial(wrong_with, data, acknowledged))
        if not wrong and kill % 10 == 9:
            found["verified"] += 1
            wrong = in_a_child(partial(wrong_with_the_office, data))
        if wrong:
            found[wrong.split(":")[0]] += 1
            found[wrong] += 1
            shutil.rmtree(data)
            acknowledged = Acknowledged()
    return found


def main() -> None:
    """Kill and print the counts."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("kills", type=int)
    parser.add_argument("seed", type=int)
    wanted = parser.parse_args()
    vietnam((2026, 2027))  # loads its calendar here, and not in every child anew
    print(json.dumps(kill_again_and_again(wanted.folder, wanted.kills, wanted.seed)))


if __name__ == "__main__":
    main()
