"""Scanned pages as a PDF: what goes in comes out dot for dot, as large as the sheet, the same bytes each time."""

import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from counter_app.demo.pages import draw_page
from counter_app.documents.scan_pdf import pages_to_pdf
from counter_app.errors import Code, CounterError


def picture(mode: str = "L", kind: str = "PNG", dpi: int | None = 100, **options: object) -> bytes:
    made = BytesIO()
    page = draw_page("Tờ khai đăng ký khai sinh", "Vũ Đức An", 1).convert(mode)
    page.save(made, kind, **({"dpi": (dpi, dpi)} if dpi else {}), **options)
    return made.getvalue()


def pictures_in(pdf: bytes) -> list[pikepdf.PdfImage]:
    opened = pikepdf.open(BytesIO(pdf))
    return [pikepdf.PdfImage(image) for page in opened.pages for image in page.get_images().values()]


def checked(path: Path) -> str:
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    return f"{done.returncode} {done.stdout}{done.stderr}"


def test_pages_become_a_file_that_others_read(tmp_path: Path) -> None:
    grey, colour = tmp_path / "1.png", picture("RGB")
    grey.write_bytes(picture())
    path = tmp_path / "paper.pdf"
    path.write_bytes(pages_to_pdf([grey, colour], title="Tờ khai"))
    assert checked(path).startswith("0 ")
    document = pypdfium2.PdfDocument(path)
    assert len(document) == 2
    assert document.get_metadata_dict()["Title"] == "Tờ khai"
    # A page of 827 x 1169 dots at 100 dpi is an A4 sheet.
    assert document[0].get_size() == pytest.approx((595.4, 841.7), abs=0.1)
    shown = document[0].render(scale=100 / 72).to_pil().convert("L")
    assert shown.size == pytest.approx((827, 1169), abs=1)
    assert shown.crop((300, 60, 500, 100)).getextrema()[0] < 90  # the heading is there


def test_dots_of_png_and_data_of_jpeg_go_in_unchanged() -> None:
    sources = [picture("L"), picture("RGB"), picture("1"), picture("P")]
    shown = pictures_in(pages_to_pdf(sources))
    for source, image in zip(sources, shown, strict=True):
        assert image.as_pil_image().convert("RGB").tobytes() == Image.open(BytesIO(source)).convert("RGB").tobytes()
    jpeg = picture("RGB", "JPEG", quality=80)
    (kept,) = pictures_in(pages_to_pdf([jpeg]))
    assert kept.read_raw_bytes() == jpeg


def test_black_and_white_pages_are_g4() -> None:
    (image,) = pictures_in(pages_to_pdf([picture("1")]))
    assert image.filters == ["/CCITTFaxDecode"]
    assert len(pages_to_pdf([picture("1")])) < len(pages_to_pdf([picture("L")]))


@pytest.mark.parametrize("dpi", [None, 1, 20000])
def test_a_page_without_a_sensible_resolution_is_an_a4_sheet(dpi: int | None) -> None:
    document = pypdfium2.PdfDocument(pages_to_pdf([picture(dpi=dpi)]))
    assert document[0].get_size() == pytest.approx((595.3, 841.5), abs=0.8)


@pytest.mark.parametrize(
    "mode, kind", [("RGBA", "PNG"), ("LA", "PNG"), ("CMYK", "JPEG"), ("L", "TIFF"), ("RGB", "BMP"), ("I;16", "PNG")]
)
def test_pictures_of_other_kinds_become_plain_pages(mode: str, kind: str) -> None:
    page = draw_page("Giấy chứng sinh", "Vũ Đức An", 1)
    if mode == "I;16":
        page = Image.frombytes("I;16", page.size, b"".join(bytes((0, dot)) for dot in page.tobytes()))
    else:
        page = page.convert(mode)
    made = BytesIO()
    page.save(made, kind, dpi=(100, 100))
    document = pypdfium2.PdfDocument(pages_to_pdf([made.getvalue()]))
    shown = document[0].render(scale=100 / 72).to_pil().convert("L")
    assert shown.crop((300, 60, 500, 100)).getextrema()[0] < 90
    assert shown.getpixel((20, 20)) > 235


def test_the_same_pages_give_the_same_bytes() -> None:
    pages = [picture(), picture("RGB")]
    assert pages_to_pdf(pages, title="Đơn") == pages_to_pdf(pages, title="Đơn")


def test_the_file_says_that_it_is_for_the_archive() -> None:
    opened = pikepdf.open(BytesIO(pages_to_pdf([picture()], title="Đơn & <giấy>")))
    meta = opened.open_metadata()
    assert meta.pdfa_status == "2B"
    assert meta["dc:title"] == "Đơn & <giấy>"
    intent = opened.Root.OutputIntents[0]
    assert intent.S == "/GTS_PDFA1"
    assert len(bytes(intent.DestOutputProfile.read_bytes())) > 500


@pytest.mark.parametrize(
    "content", [b"", b"not a picture", picture()[:-4000], picture("L", "JPEG")[:3000], b"%PDF-1.7"]
)
def test_what_is_no_whole_picture_is_named(content: bytes) -> None:
    with pytest.raises(CounterError) as refused:
        pages_to_pdf([picture(), content])
    assert refused.value.code is Code.PAGE_UNREADABLE
    assert refused.value.params == {"page": 2}


def test_a_file_that_is_not_there_and_no_page_at_all_are_refused(tmp_path: Path) -> None:
    for pages in ([tmp_path / "none.png"], []):
        with pytest.raises(CounterError) as refused:
            pages_to_pdf(pages)
        assert refused.value.code is Code.PAGE_UNREADABLE
