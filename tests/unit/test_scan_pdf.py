"""Scanned pages as a PDF: what goes in comes out dot for dot, as large as the sheet, the same bytes each time."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import cast

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from counter_app.demo.pages import draw_page
from counter_app.documents.bitonal import bitonal, suits_bitonal
from counter_app.documents.page_pictures import open_page
from counter_app.documents.page_text import PageText, Word, packed, read_table, unpacked
from counter_app.documents.page_weights import within
from counter_app.documents.scan_pdf import pages_to_pdf
from counter_app.errors import Code, CounterError


def picture(mode: str = "L", kind: str = "PNG", dpi: int | None = 100, **options: object) -> bytes:
    made = BytesIO()
    page = draw_page("Tờ khai đăng ký khai sinh", "Vũ Đức An", 1).convert(mode)
    page.save(made, kind, **({"dpi": (dpi, dpi)} if dpi else {}), **options)
    return made.getvalue()


@contextmanager
def pictures_in(pdf: bytes) -> Iterator[list[pikepdf.PdfImage]]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        yield [
            pikepdf.PdfImage(cast(pikepdf.Stream, image))
            for page in opened.pages
            for image in page.get_images().values()
        ]


@cache
def scan(*, dpi: int = 150, colour: bool = False) -> bytes:
    """A page as a scanner gives it: a little grain, so that it is as heavy as real ones."""
    page = draw_page("Đơn đăng ký biến động đất đai", "Vũ Đức An", 1).resize((827 * dpi // 100, 1169 * dpi // 100))
    if colour:
        page = page.convert("RGB")
        grain = Image.effect_noise(page.size, 60)
        page = Image.blend(page, Image.merge("RGB", (grain, grain.transpose(Image.Transpose.ROTATE_180), grain)), 0.3)
    made = BytesIO()
    page.save(made, "PNG", dpi=(dpi, dpi))
    return made.getvalue()


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
    with pictures_in(pages_to_pdf(sources)) as shown:
        for source, image in zip(sources, shown, strict=True):
            assert image.as_pil_image().convert("RGB").tobytes() == Image.open(BytesIO(source)).convert("RGB").tobytes()
    jpeg = picture("RGB", "JPEG", quality=80)
    with pictures_in(pages_to_pdf([jpeg])) as (kept,):
        assert kept.obj.read_raw_bytes() == jpeg


def test_black_and_white_pages_are_g4_unless_that_is_larger() -> None:
    text, dithered = black_and_white(Image.Dither.NONE), black_and_white(Image.Dither.FLOYDSTEINBERG)
    with pictures_in(pages_to_pdf([text, dithered])) as shown:
        assert [image.filters for image in shown] == [["/CCITTFaxDecode"], ["/FlateDecode"]]
        for source, image in zip((text, dithered), shown, strict=True):
            assert image.as_pil_image().convert("1").tobytes() == Image.open(BytesIO(source)).tobytes()
    assert len(pages_to_pdf([text])) < 0.5 * len(pages_to_pdf([picture("L")]))


def black_and_white(dither: Image.Dither) -> bytes:
    made = BytesIO()
    draw_page("Tờ khai đăng ký khai sinh", "Vũ Đức An", 1).convert("1", dither=dither).save(made, "PNG", dpi=(100, 100))
    return made.getvalue()


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


def test_a_picture_that_lies_on_its_side_is_put_upright() -> None:
    lying = Image.open(BytesIO(picture())).rotate(90, expand=True)
    exif = Image.Exif()
    exif[0x0112] = 6  # what a telephone writes: turn it clockwise to see it
    made = BytesIO()
    lying.save(made, "JPEG", exif=exif, dpi=(100, 100))
    document = pypdfium2.PdfDocument(pages_to_pdf([made.getvalue()]))
    assert document[0].get_rotation() == 0
    assert document[0].get_size() == pytest.approx((595.4, 841.7), abs=0.1)
    shown = document[0].render(scale=100 / 72).to_pil().convert("L")
    assert shown.crop((300, 60, 500, 100)).getextrema()[0] < 90


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


def test_black_text_on_white_suits_one_bit_and_pictures_do_not() -> None:
    text = open_page(scan())
    assert suits_bitonal(text)
    assert suits_bitonal(text.convert("RGB"))
    stamped = text.convert("RGB")
    stamped.paste((200, 40, 40), (700, 1300, 850, 1450))
    assert not suits_bitonal(stamped)  # a red seal
    photograph = text.copy()
    photograph.paste(Image.linear_gradient("L").resize((600, 600)), (300, 600))
    assert not suits_bitonal(photograph)
    assert not suits_bitonal(Image.new("L", (800, 1100), 20))
    shown = bitonal(text)
    assert shown.mode == "1"
    assert shown.getpixel((20, 20)) == 255
    assert shown.crop((280, 105, 960, 142)).getextrema() == (0, 255)


def test_what_fits_its_limit_is_left_as_it_is() -> None:
    pages = [scan(), scan(colour=True)]
    assert within(pages, 50_000_000) == pages


def test_what_is_too_large_loses_no_more_than_it_must() -> None:
    text, colour = scan(), scan(colour=True)
    lighter = within([text, colour], len(colour) + len(text) + 108_000 - 1)
    assert open_page(lighter[0]).mode == "1"
    assert lighter[1] == colour
    (jpeg,) = within([colour], len(colour))
    assert open_page(jpeg).format == "JPEG"
    assert open_page(jpeg).size == open_page(colour).size
    assert len(jpeg) <= len(colour) - 104_000


def test_pages_are_reduced_step_by_step_and_keep_their_size_on_paper() -> None:
    colour = scan(colour=True, dpi=170)
    (full,) = within([colour], len(colour))
    (reduced,) = within([colour], len(full) * 3 // 4)
    assert open_page(reduced).size[0] < open_page(colour).size[0]
    sheet = pypdfium2.PdfDocument(pages_to_pdf([reduced]))[0].get_size()
    assert sheet == pytest.approx((595, 842), abs=3)


def test_what_cannot_be_made_small_enough_is_said() -> None:
    with pytest.raises(CounterError) as refused:
        within([scan(colour=True)], 150_000)
    assert refused.value.code is Code.PAPER_TOO_LARGE


def test_recognised_words_are_found_under_the_picture_and_not_seen(tmp_path: Path) -> None:
    word = Word(300, 400, 120, 30, "Nguyễn"), Word(440, 400, 100, 30, "Ánh✂")
    text = PageText(827, 1169, 0.0, (word, (Word(300, 500, 90, 30, "đất"),)))
    plain, with_text = pages_to_pdf([picture()]), pages_to_pdf([picture(), picture()], texts=[text, None])
    document = pypdfium2.PdfDocument(with_text)
    assert document[0].get_textpage().get_text_range() == "Nguyễn Ánh\r\nđất"
    assert document[1].get_textpage().get_text_range() == ""
    box = document[0].get_textpage().get_charbox(0)
    assert box[0] == pytest.approx(300 * 72 / 100, abs=3)
    assert 841.7 - box[3] == pytest.approx(400 * 72 / 100, abs=12)
    shown, bare = (pypdfium2.PdfDocument(pdf)[0].render(scale=1).to_pil().tobytes() for pdf in (with_text, plain))
    assert shown == bare
    path = tmp_path / "paper.pdf"
    path.write_bytes(with_text)
    assert checked(path).startswith("0 ")


def test_words_of_a_page_laid_in_askew_lie_where_they_were_scanned() -> None:
    level, askew = (PageText(827, 1169, angle, ((Word(600, 584, 90, 30, "đất"),),)) for angle in (0.0, 5.0))
    boxes = []
    for text in (level, askew):
        page = pypdfium2.PdfDocument(pages_to_pdf([picture()], texts=[text]))[0].get_textpage()
        boxes.append(page.get_charbox(0))
    # Turned clockwise to be read, so turned back the other way: what is at the right goes up.
    assert boxes[1][1] - boxes[0][1] == pytest.approx((600 - 413) * 0.72 * 0.087, abs=4)


@given(st.lists(st.lists(st.tuples(st.integers(0, 9000), st.text(max_size=9)), max_size=5), max_size=5))
def test_text_of_a_page_is_kept_whole(lines: list[list[tuple[int, str]]]) -> None:
    table = "\n".join(
        f"5\t1\t1\t1\t{row}\t{place}\t{left}\t10\t5\t5\t90.5\t{text}"
        for row, line in enumerate(lines)
        for place, (left, text) in enumerate(line)
    )
    page = read_table(table, 5000, 5000, -1.5)
    assert unpacked(packed(page)) == page
    assert all(word.text.split() == [word.text] and word.left < 5000 for line in page.lines for word in line)


def test_what_is_no_table_gives_no_words() -> None:
    rows = ("5\t1\t1\t1\t1\t1\tx\t0\t9\t9\t95\ta", "5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t12\tb", "4\t1\t1", "")
    assert read_table("\n".join(rows), 100, 100, 0).lines == ()
    with pytest.raises(ValueError, match="no text"):
        unpacked(b"something else")
