"""The disk fills up: the user is told, nothing kept is lost, and work goes on when there is room, without a restart."""

from pathlib import Path
from typing import Any

import pytest

from counter_app.errors import Code
from tests.support.faults.programs import PRIVATE, found_by, start, why_no_mounts

FULL = Code.DISK_FULL.value

pytestmark = pytest.mark.skipif(bool(why_no_mounts("tmpfs")), reason=why_no_mounts("tmpfs"))


def seen_on(disk: Path, case: str) -> dict[str, Any]:
    return found_by(start("full_disk", disk, case, before=PRIVATE))


def test_numbers_given_stay_readable_on_a_full_disk_and_go_on_when_there_is_room(tmp_path: Path) -> None:
    seen = seen_on(tmp_path, "numbers")
    assert seen.pop("given") > 50
    assert seen == {
        "fault": FULL,
        "again": FULL,
        "read_while_full": True,
        "after_room": "",
        "there": True,
        "faults": [],
    }


def test_a_page_that_does_not_fit_leaves_no_half_file(tmp_path: Path) -> None:
    assert seen_on(tmp_path, "pages") == {"fault": FULL, "left": [], "whole": True, "faults": []}


def test_a_form_that_does_not_fit_leaves_the_one_saved_before(tmp_path: Path) -> None:
    assert seen_on(tmp_path, "form") == {"fault": FULL, "kept": True, "after_room": "", "faults": []}


def test_lists_that_do_not_fit_leave_no_file(tmp_path: Path) -> None:
    assert seen_on(tmp_path, "lists") == {
        "fault": [FULL, FULL],
        "left": [],
        "after_room": ["", ""],
        "whole": ["list.csv", "list.xlsx"],
        "faults": [],
    }


def test_old_scans_make_room_on_a_disk_that_is_full_to_the_last_byte(tmp_path: Path) -> None:
    assert seen_on(tmp_path, "scans") == {
        "while_roomy": 0,
        "free": 0,
        "gone": 5,
        "open_stay": True,
        "back": True,
        "faults": [],
    }


def test_a_backup_that_does_not_fit_leaves_the_one_before_and_no_half_file(tmp_path: Path) -> None:
    no_room = Code.BACKUP_NO_ROOM.value
    assert seen_on(tmp_path, "backups") == {
        "from_full": no_room,
        "after_room": "",
        "to_full": no_room,
        "left": [],
        "first_stays": True,
        "to_roomy": "",
        "faults": [],
    }
