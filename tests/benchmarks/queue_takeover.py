"""The office is killed at random moments, and cut off: how long is there no queue, and is anything lost or done twice?

The office, a standby, desks and kiosks are processes of their own. Prints one JSON line.
"""

import argparse
import json
import tempfile
from pathlib import Path

from tests.benchmarks.queue import KEPT
from tests.support.office_load_takeover import Play, play


def main() -> None:
    """Play the kills and the splits."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=3)
    parser.add_argument("--splits", type=int, default=1)
    parser.add_argument("--desks", type=int, default=4)
    parser.add_argument("--seed", type=int, default=20_261_123)
    parser.add_argument("--takeover-s", type=int, default=2, help="as the office's policy has it")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="office-takeover-") as folder:
        made = play(Path(folder), Play(asked.desks, asked.kills, asked.splits, asked.seed, asked.takeover_s))
    print(json.dumps(made.told), flush=True)
    KEPT.mkdir(parents=True, exist_ok=True)
    (KEPT / "queue_takeover.json").write_text(json.dumps(made.told, indent=1) + "\n")
    if not made.verdict.is_good:
        print(made.verdict)
        raise SystemExit(1)


if __name__ == "__main__":
    main()
