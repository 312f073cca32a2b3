"""The file of a scanned paper: its pages in order, rightly named, the same each time, and never over its limit."""

from io import BytesIO
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image, ImageChops, ImageStat

from counter_app.errors import Code, CounterError
from counter_app.services.recognition import Recognition
from counter_app.services.scan_files import ScanFiles
from tests.support.office import OpenOffice
from tests.support.papers import read
from tests.support.scanned import page, receive_scanned

PAGES = tuple(page("Tờ khai đăng ký khai sinh", "Vũ Đức An", number) for number in (1, 2, 3))


def test_a_paper_is_a_file_of_its_pages_in_order(office: OpenOffice, tmp_path: Path) -> None:
    dossier = receive_scanned(office, 1, PAGES[:2], PAGES[2:])
    made = office.services.scan_files.paper(dossier.id, 0)
    assert made.name == "H99-17-261123-030001_20261123_01-to-khai-dang.pdf"
    assert made.pages == 2
    read("qpdf", made.pdf, tmp_path, "--check")
    document = pypdfium2.PdfDocument(made.pdf)
    assert document.get_metadata_dict()["Title"] == "Tờ khai đăng ký khai sinh"
    for shown, sha256 in zip(document, (one.sha256 for one in dossier.pages[:2]), strict=True):
        drawn = shown.render(scale=100 / 72).to_pil().convert("L").resize((827, 1169))
        assert difference(drawn, picture(office, sha256)) < 6
    other = office.services.scan_files.paper(dossier.id, 1)
    assert other.name == "H99-17-261123-030001_20261123_02-giay-chung.pdf"
    assert other.pages == 1


def test_the_file_is_the_same_each_time(office: OpenOffice) -> None:
    dossier = receive_scanned(office, 1, PAGES)
    assert office.services.scan_files.paper(dossier.id, 0) == office.services.scan_files.paper(dossier.id, 0)


@pytest.mark.parametrize("paper", [1, 2, -1])
def test_a_paper_without_pages_is_said(office: OpenOffice, paper: int) -> None:
    dossier = receive_scanned(office, 1, PAGES)
    with pytest.raises(CounterError) as refused:
        office.services.scan_files.paper(dossier.id, paper)
    assert refused.value.code is Code.PAPER_NOT_SCANNED


def test_what_is_damaged_or_unknown_is_said(office: OpenOffice) -> None:
    dossier = receive_scanned(office, 1, PAGES, (b"no picture",))
    with pytest.raises(CounterError) as refused:
        office.services.scan_files.paper(dossier.id, 1)
    assert refused.value.code is Code.PAGE_UNREADABLE
    office.journal.database.blobs.remove(dossier.pages[0].sha256)
    with pytest.raises(CounterError) as refused:
        office.services.scan_files.paper(dossier.id, 0)
    assert refused.value.code is Code.BLOB_MISSING
    with pytest.raises(CounterError) as refused:
        office.services.scan_files.paper("none", 0)
    assert refused.value.code is Code.DOSSIER_UNKNOWN


def test_a_file_over_its_limit_is_made_lighter_and_else_refused(office: OpenOffice) -> None:
    dossier = receive_scanned(office, 1, PAGES)
    weight = sum(one.size for one in dossier.pages)
    work = Recognition(office.journal)
    most = weight + 100_000 + 3 * 4_000 - 1
    assert len(ScanFiles(office.journal, work, most).paper(dossier.id, 0).pdf) < most
    with pytest.raises(CounterError) as refused:
        ScanFiles(office.journal, work, 112_500).paper(dossier.id, 0)
    assert refused.value.code is Code.PAPER_TOO_LARGE


def picture(office: OpenOffice, sha256: str) -> Image.Image:
    return Image.open(BytesIO(office.services.reception.page(sha256))).convert("L")


def difference(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of two pictures, 0 to 255."""
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0])
