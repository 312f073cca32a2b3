"""Scanned pages made straight and tidy, on drawn pages whose truth is known."""

import random
from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from counter_app.demo.pages import draw_page
from counter_app.documents import page_cleaning as cleaning
from counter_app.documents.separator_sheets import separator_sheets
from counter_app.documents.separators import Separator, separator_on
from tests.support.separator_pages import sheet_picture

PAGE = draw_page("Tờ khai cấp Giấy xác nhận tình trạng hôn nhân", "Nguyễn Văn Giả", 1)


def dusty() -> Image.Image:
    page = Image.new("L", (827, 1169), 238)
    pen, chance = ImageDraw.Draw(page), random.Random(7)
    for _ in range(40):
        pen.point((chance.randrange(827), chance.randrange(1169)), 60)
    pen.rectangle((0, 0, 6, 1169), 90)  # the shadow at the edge of the glass
    return page


def png(picture: Image.Image, dpi: int = 200) -> bytes:
    made = BytesIO()
    picture.save(made, "PNG", dpi=(dpi, dpi))
    return made.getvalue()


@pytest.mark.parametrize("angle", [-6.0, -2.3, -0.6, 0.8, 3.4])
def test_lines_that_are_askew_are_found_and_made_level(angle: float) -> None:
    askew = PAGE.rotate(angle, Image.Resampling.BICUBIC, fillcolor=252)
    assert abs(cleaning.skew(askew) - angle) <= 0.3
    assert abs(cleaning.skew(cleaning.turned(askew, 0, cleaning.skew(askew)))) <= 0.3


@pytest.mark.parametrize("page", [PAGE, dusty(), Image.new("L", (827, 1169), 250), Image.new("1", (40, 60), 1)])
def test_a_level_or_empty_page_is_left_as_it_is(page: Image.Image) -> None:
    assert cleaning.skew(page) == 0.0


def test_an_empty_page_seems_blank_and_one_line_of_writing_does_not() -> None:
    assert cleaning.is_blank(dusty())
    assert cleaning.is_blank(Image.new("RGB", (1654, 2339), (250, 248, 240)))
    shining = Image.blend(Image.new("L", PAGE.size, 250), PAGE.transpose(Image.Transpose.FLIP_LEFT_RIGHT), 0.1)
    assert cleaning.is_blank(shining)
    written = dusty()
    ImageDraw.Draw(written).line((300, 600, 420, 560), 40, 4)
    assert not cleaning.is_blank(written)
    assert not cleaning.is_blank(PAGE)


def test_a_small_paper_on_the_glass_is_cropped_to_what_is_written() -> None:
    glass = Image.new("L", (827, 1169), 248)
    ImageDraw.Draw(glass).rectangle((120, 200, 420, 500), 30)
    left, top, right, bottom = cleaning.content_box(glass)
    assert 0 <= 120 / 827 - left < 0.03
    assert 0 <= right - 420 / 827 < 0.03
    assert 0 <= 200 / 1169 - top < 0.03
    assert 0 <= bottom - 500 / 1169 < 0.03


def test_a_sheet_on_a_dark_ground_is_cropped_to_its_edges() -> None:
    ground = Image.new("L", (827, 1169), 20)
    ground.paste(PAGE.resize((500, 700)), (100, 90))
    box = cleaning.content_box(ground)
    assert [round(share, 2) for share in box] == [0.12, 0.08, 0.73, 0.68]


def test_a_blank_page_and_a_full_one_are_not_cropped() -> None:
    assert cleaning.content_box(dusty()) == cleaning.WHOLE
    full = Image.new("L", (827, 1169), 250)
    ImageDraw.Draw(full).rectangle((16, 20, 811, 1149), outline=20, width=6)
    assert cleaning.content_box(full) == cleaning.WHOLE


@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
def test_a_changed_page_keeps_its_kind_its_resolution_and_its_dots(mode: str) -> None:
    page = Image.new("L", (40, 60), 255)
    page.putpixel((3, 5), 0)
    turned = Image.open(BytesIO(cleaning.edited(png(page.convert(mode)), 1, 0.0, cleaning.WHOLE)))
    assert turned.mode == mode
    assert turned.size == (60, 40)
    assert [round(dots) for dots in turned.info["dpi"]] == [200, 200]
    assert turned.convert("L").getpixel((60 - 1 - 5, 3)) == 0
    back = Image.open(
        BytesIO(cleaning.edited(cleaning.edited(png(page), 3, 0.0, cleaning.WHOLE), 1, 0.0, cleaning.WHOLE))
    )
    assert back.tobytes() == page.tobytes()


def test_degrees_and_a_crop_come_after_the_quarter_turns() -> None:
    made = Image.open(BytesIO(cleaning.edited(png(PAGE), 1, 2.0, (0.0, 0.0, 0.5, 0.25))))
    assert made.size == (round(PAGE.height * 0.5), round(PAGE.width * 0.25))


def test_a_separator_sheet_is_known_upside_down_and_askew_and_no_other_code_is_one() -> None:
    assert separator_on(sheet_picture()) == Separator(0)
    assert separator_on(sheet_picture(3, width=1654).rotate(180)) == Separator(3)
    assert separator_on(sheet_picture(12).rotate(4, fillcolor=252)) == Separator(12)
    assert separator_on(PAGE) is None


def test_the_printed_sheets_are_read_back_one_for_each_paper() -> None:
    import pypdfium2 as pdfium

    pdf = pdfium.PdfDocument(separator_sheets([(1, "Tờ khai theo mẫu"), (4, "Giấy " * 40)]))
    pages = [pdf[number].render(scale=100 / 72).to_pil() for number in range(len(pdf))]
    pdf.close()
    assert [separator_on(one) for one in pages] == [Separator(1), Separator(4), Separator(0)]
