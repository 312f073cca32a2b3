"""The power goes at any moment of uploads: every offset that was promised is there, and every blob."""

import os
from pathlib import Path

from tests.support.faults.programs import build_recorder, finished, folder_in_memory, found_by, start

IMAGES = int(os.environ.get("COUNTER_APP_IMAGES", "120"))


def _recorded(folder: Path, recording: Path, recorder: Path) -> None:
    folder.mkdir()
    work = start(
        "upload_crashes",
        *("work", folder, folder / "acks"),
        LD_PRELOAD=str(recorder),
        RECORD_BELOW=str(folder),
        RECORD_TO=str(recording),
    )
    finished(work)


def test_no_power_cut_loses_a_byte_that_was_promised() -> None:
    with folder_in_memory() as workspace:
        _recorded(workspace / "data", workspace / "recording", build_recorder(workspace))
        found = found_by(
            start("upload_crashes", "check", workspace / "recording", workspace / "image", str(IMAGES), "1")
        )
    assert (found["images"], found["lost"]) == (IMAGES, 0)
    assert found["bytes"] > IMAGES // 2
