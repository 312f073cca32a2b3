"""The power goes at any moment of a counter's work: what was acknowledged is there, and nothing is damaged."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.faults.programs import build_recorder, finished, folder_in_memory, found_by, start

STEPS = 150
IMAGES = int(os.environ.get("COUNTER_APP_IMAGES", "600"))
"""Enough in every run to meet each kind of moment many times; COUNTER_APP_IMAGES=10000 for more of them."""
SHARES = 2
# So that the recording holds several checkpoints and not one.
OFTEN = ("--pragma", "wal_autocheckpoint=60")


@pytest.fixture
def workspace() -> Iterator[Path]:
    with folder_in_memory() as folder:
        yield folder


def record(workspace: Path, *pragmas: str) -> Path:
    """Record a counter at work, cut off at the end without closing anything."""
    folder, recording = workspace / "data", workspace / "recording"
    folder.mkdir()
    work = start(
        "workload",
        *(folder, folder / "acks", "--steps", str(STEPS), *pragmas),
        LD_PRELOAD=str(build_recorder(workspace)),
        RECORD_BELOW=str(folder),
        RECORD_TO=str(recording),
    )
    finished(work)
    return recording


def check(recording: Path, images: int, *, verify_every: int) -> Counter[str]:
    programs = [
        start(
            "crash_images",
            *(recording, recording.with_name(f"image-{seed}"), str(images // SHARES), str(seed)),
            *("--verify-every", str(verify_every)),
        )
        for seed in range(SHARES)
    ]
    return sum((Counter(found_by(program)) for program in programs), Counter())


@pytest.mark.timeout(900 + IMAGES)
def test_no_crash_image_loses_what_was_acknowledged_or_is_damaged(workspace: Path) -> None:
    found = check(record(workspace, *OFTEN), IMAGES, verify_every=30)
    each = IMAGES // SHARES
    assert found == {"images": SHARES * each, "verified": SHARES * len(range(0, each, 30))}


def test_with_synchronous_normal_the_same_check_finds_losses(workspace: Path) -> None:
    found = check(record(workspace, *OFTEN, "--pragma", "synchronous=NORMAL"), 200, verify_every=1000)
    assert found["lost"] > 20
