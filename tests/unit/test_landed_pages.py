"""Pages between the scanner and their row: sealed, offered again after a cut, gone once they are in a row."""

import hashlib
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from counter_app.services.landed_pages import Landed, LandedPages
from counter_app.store import memory

SIZE = (60, 80)
KEY = bytes(range(32))


@pytest.fixture
def scans(tmp_path: Path) -> Path:
    return tmp_path / "scans"


def opened(scans: Path) -> LandedPages:
    """Return the pages of one run of the program; what lies in memory outlives it."""
    return LandedPages(scans, KEY, scans.parent / "memory")


def restarted(scans: Path) -> tuple[Landed, ...]:
    """Return what another run of the program finds."""
    return opened(scans).waiting()


def lay(folder: Path, name: str, level: int = 128) -> Path:
    page = folder / name
    Image.new("L", SIZE, level).save(page, "PNG", dpi=(200, 200))
    return page


def picture(scans: Path, page: Landed) -> Image.Image:
    return Image.open(BytesIO(opened(scans).read(page.path)))


def levels(scans: Path) -> list[object]:
    return [picture(scans, page).getpixel((1, 1)) for page in restarted(scans)]


def on_the_disk(scans: Path) -> bytes:
    return b"".join(path.read_bytes() for path in scans.rglob("*") if path.is_file())


def test_pages_of_a_scan_that_was_cut_off_are_offered_in_order_with_their_row(scans: Path) -> None:
    folder = opened(scans).begin("draft-7", 3)
    for number in (1, 2):
        lay(folder, f"scan-ab-000{number}.png", number)
    (folder / "scan-ab-0003.png.part").write_bytes(b"half a page")

    found = restarted(scans)

    assert [(page.draft, page.paper) for page in found] == [("draft-7", 3)] * 2
    assert levels(scans) == [1, 2]
    assert scans.stat().st_mode & 0o077 == 0


def test_neither_a_page_that_landed_nor_one_that_a_cut_left_lies_readable_on_the_disk(scans: Path) -> None:
    landed = opened(scans)
    folder = landed.begin("draft-7", 3)
    kept = lay(folder, "scan-ab-0001.png", 1).read_bytes()
    sealed = landed.land(folder / "scan-ab-0001.png")
    lay(folder, "scan-ab-0002.png", 2)

    assert landed.read(sealed) == kept
    assert len(restarted(scans)) == 2
    assert list(folder.glob("*.png")) == []
    assert b"PNG" not in on_the_disk(scans)
    assert b"IDAT" not in on_the_disk(scans)


def test_a_sealed_page_that_was_changed_or_given_anothers_name_is_not_read(scans: Path) -> None:
    landed = opened(scans)
    folder = landed.begin("draft-7", 3)
    one, two = (landed.land(lay(folder, f"scan-{number}.png", number)) for number in (1, 2))
    one.write_bytes(two.read_bytes())
    two.write_bytes(two.read_bytes()[:-1])
    for page in (one, two):
        with pytest.raises(ValueError, match="sealed"):
            landed.read(page)


def test_scanners_write_in_memory_where_the_system_can_and_nothing_stays_there(scans: Path) -> None:
    landed = LandedPages(scans, KEY)
    folder = landed.begin("draft-1", 0)
    if memory.memory_folder() is None:
        assert folder.parent == scans
        return
    assert folder.parts[:3] == ("/", "dev", "shm")
    assert folder.stat().st_mode & 0o077 == 0
    landed.taken(landed.land(lay(folder, "scan-a-0001.png")))
    landed.end(folder)
    assert not folder.parent.exists()
    assert list(scans.iterdir()) == []


def test_a_folder_in_memory_that_somebody_else_made_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mounts").write_text(f"tmpfs {tmp_path} tmpfs rw 0 0\n")
    monkeypatch.setattr(memory, "_MEMORY", tmp_path)
    monkeypatch.setattr(memory, "_MOUNTS", tmp_path / "mounts")
    monkeypatch.setattr(memory, "_ROOM", 0)
    (tmp_path / "elsewhere").mkdir()
    mine = tmp_path / f"counter-app-{os.getuid()}"
    mine.symlink_to(tmp_path / "elsewhere")
    assert memory.memory_folder("scans") is None
    mine.unlink()
    assert memory.kept_in_memory("scans") is None
    made = memory.memory_folder("scans")
    assert made == mine / "scans" == memory.kept_in_memory("scans")
    assert mine.stat().st_mode & 0o077 == 0


def test_what_other_programs_write_in_passing_goes_to_memory_and_a_crash_leaves_no_core() -> None:
    asked = (
        "import resource, subprocess, tempfile; from counter_app.store import memory; "
        "memory.leave_nothing_on_the_disk(); "
        "print(tempfile.gettempdir(), resource.getrlimit(resource.RLIMIT_CORE)[1], memory.memory_folder('passing')); "
        "subprocess.run(['sh', '-c', 'echo $TMPDIR'], check=True)"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    folder, core, in_memory, theirs = done.stdout.split()
    assert core == "0"
    assert in_memory == "None" or folder == theirs == in_memory


def test_without_memory_for_files_pages_are_still_sealed_on_the_disk(
    scans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "_MOUNTS", tmp_path / "no-such-file")
    landed = LandedPages(scans, KEY)
    folder = landed.begin("draft-1", 0)
    assert folder.parent == scans
    lay(folder, "scan-a-0001.png")
    landed.land(folder / "scan-a-0001.png")
    assert b"IDAT" not in on_the_disk(scans)


def test_a_scan_under_way_is_not_offered_and_afterwards_only_what_no_row_took(scans: Path) -> None:
    landed = opened(scans)
    folder = landed.begin("draft-1", 0)
    first, second = (landed.land(lay(folder, f"scan-a-000{number}.png")) for number in (1, 2))
    assert landed.waiting() == ()

    landed.taken(first)
    landed.end(folder)

    assert [page.path for page in landed.waiting()] == [second]
    landed.taken(second)
    assert landed.waiting() == ()
    assert list(scans.iterdir()) == []
    assert not folder.exists()


def test_a_page_that_got_into_its_row_just_before_the_cut_is_not_offered_twice(scans: Path) -> None:
    folder = opened(scans).begin("draft-1", 0)
    in_row, _ = lay(folder, "scan-a-0001.png", 10), lay(folder, "scan-a-0002.png", 20)
    kept = {hashlib.sha256(in_row.read_bytes()).hexdigest()}

    assert len(opened(scans).waiting(kept)) == 1
    assert levels(scans) == [20]


def test_whole_raw_pages_of_a_killed_scan_are_kept_and_broken_ones_are_not(scans: Path) -> None:
    folder = opened(scans).begin("draft-1", 2)
    lay(folder, "scan-a-0001.png", 1)
    raw = folder / ".scan-300-xyz"
    raw.mkdir()
    head = b"P5\n# SANE data follows\n60 80\n255\n"
    (raw / "page-0002.pnm").write_bytes(head + bytes([2]) * 4800)
    (raw / "page-0003.pnm").write_bytes(head + bytes([3]) * 100)
    (raw / "page-0004.pnm").write_bytes(b"")

    found = restarted(scans)

    assert levels(scans) == [1, 2]
    assert round(picture(scans, found[1]).info["dpi"][0]) == 300
    assert restarted(scans) == found


def test_a_scan_that_was_cut_off_before_anything_came_leaves_nothing(scans: Path, tmp_path: Path) -> None:
    opened(scans).begin("draft-1", 0)
    (scans / "strange").mkdir()

    assert restarted(scans) == ()
    assert list(scans.iterdir()) == []
    assert opened(tmp_path / "never").waiting() == ()


def test_a_page_without_its_note_is_offered_without_a_row(scans: Path) -> None:
    folder = opened(scans).begin("draft-1", 4)
    (scans / folder.name / "for.json").write_bytes(b"{")
    lay(folder, "scan-a-0001.png")

    (found,) = restarted(scans)

    assert (found.draft, found.paper) == ("", 0)
