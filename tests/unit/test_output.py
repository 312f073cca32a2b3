"""Files that a person asks for: whole or absent, and no half of one stays behind for others to find."""

import os
from contextlib import suppress
from pathlib import Path

from counter_app.services.output import save_file, whole_file


def test_a_half_that_a_killed_program_left_goes_with_the_next_file_there(tmp_path: Path) -> None:
    with whole_file(tmp_path / "danh-sach.csv") as partial:
        left = partial.with_name(partial.name + "x")
        left.write_bytes(b"half a list")
        young = partial.with_name(partial.name + "y")
        young.write_bytes(b"being written by another window")
    os.utime(left, (0, 0))
    (tmp_path / ".others").write_bytes(b"not ours")
    os.utime(tmp_path / ".others", (0, 0))

    save_file(tmp_path / "next.csv", b"whole")

    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"danh-sach.csv", "next.csv", young.name, ".others"}


def test_a_file_that_could_not_be_finished_is_not_there(tmp_path: Path) -> None:
    with suppress(ValueError), whole_file(tmp_path / "list.csv") as partial:
        partial.write_bytes(b"half")
        assert partial.stat().st_mode & 0o077 == 0
        raise ValueError("stopped")
    assert list(tmp_path.iterdir()) == []
