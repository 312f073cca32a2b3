"""Pages between the scanner and their row: offered again after a cut, gone once they are in a row."""

import hashlib
from pathlib import Path

from PIL import Image

from counter_app.services.landed_pages import Landed, LandedPages

SIZE = (60, 80)


def lay(folder: Path, name: str, level: int = 128) -> Path:
    page = folder / name
    Image.new("L", SIZE, level).save(page, "PNG", dpi=(200, 200))
    return page


def level(page: Path) -> object:
    with Image.open(page) as picture:
        picture.load()
        return picture.getpixel((1, 1))


def restarted(folder: Path) -> tuple[Landed, ...]:
    """Return what another run of the program finds."""
    return LandedPages(folder).waiting()


def test_pages_of_a_scan_that_was_cut_off_are_offered_in_order_with_their_row(tmp_path: Path) -> None:
    scans = tmp_path / "scans"
    folder = LandedPages(scans).begin("draft-7", 3)
    pages = [lay(folder, f"scan-ab-000{number}.png", number) for number in (1, 2)]
    (folder / "scan-ab-0003.png.part").write_bytes(b"half a page")

    found = restarted(scans)

    assert [(page.path, page.draft, page.paper) for page in found] == [(path, "draft-7", 3) for path in pages]
    assert folder.stat().st_mode & 0o077 == 0


def test_a_scan_under_way_is_not_offered_and_afterwards_only_what_no_row_took(tmp_path: Path) -> None:
    landed = LandedPages(tmp_path / "scans")
    folder = landed.begin("draft-1", 0)
    first, second = lay(folder, "scan-a-0001.png"), lay(folder, "scan-a-0002.png")
    assert landed.waiting() == ()

    landed.taken(first)
    landed.end(folder)

    assert [page.path for page in landed.waiting()] == [second]
    landed.taken(second)
    assert landed.waiting() == ()
    assert list((tmp_path / "scans").iterdir()) == []


def test_a_page_that_got_into_its_row_just_before_the_cut_is_not_offered_twice(tmp_path: Path) -> None:
    scans = tmp_path / "scans"
    folder = LandedPages(scans).begin("draft-1", 0)
    in_row, other = lay(folder, "scan-a-0001.png", 10), lay(folder, "scan-a-0002.png", 20)
    kept = {hashlib.sha256(in_row.read_bytes()).hexdigest()}

    assert [page.path for page in LandedPages(scans).waiting(kept)] == [other]
    assert [page.path for page in restarted(scans)] == [other]


def test_whole_raw_pages_of_a_killed_scan_are_kept_and_broken_ones_are_not(tmp_path: Path) -> None:
    scans = tmp_path / "scans"
    folder = LandedPages(scans).begin("draft-1", 2)
    lay(folder, "scan-a-0001.png", 1)
    raw = folder / ".scan-300-xyz"
    raw.mkdir()
    head = b"P5\n# SANE data follows\n60 80\n255\n"
    (raw / "page-0002.pnm").write_bytes(head + bytes([2]) * 4800)
    (raw / "page-0003.pnm").write_bytes(head + bytes([3]) * 100)
    (raw / "page-0004.pnm").write_bytes(b"")

    found = restarted(scans)

    assert [level(page.path) for page in found] == [1, 2]
    with Image.open(found[1].path) as picture:
        assert round(picture.info["dpi"][0]) == 300
    assert restarted(scans) == found


def test_a_scan_that_was_cut_off_before_anything_came_leaves_nothing(tmp_path: Path) -> None:
    scans = tmp_path / "scans"
    LandedPages(scans).begin("draft-1", 0)
    (scans / "strange").mkdir()

    assert restarted(scans) == ()
    assert list(scans.iterdir()) == []
    assert LandedPages(tmp_path / "never").waiting() == ()


def test_a_page_without_its_note_is_offered_without_a_row(tmp_path: Path) -> None:
    scans = tmp_path / "scans"
    folder = LandedPages(scans).begin("draft-1", 4)
    (folder / "for.json").write_bytes(b"{")
    lay(folder, "scan-a-0001.png")

    (found,) = restarted(scans)

    assert (found.draft, found.paper) == ("", 0)
