"""Both sides of a card on one page: as large as they are, wherever they lay on the glass."""

from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from counter_app.documents.card_page import card_page
from counter_app.errors import Code, CounterError

CARD = (1011, 638)  # 85.6 x 54 mm at 300 dots per inch
FRONT, BACK = (40, 90, 160), (190, 120, 30)


def picture(colour: tuple[int, int, int], size: tuple[int, int], at: tuple[int, int], dpi: int = 300) -> bytes:
    glass = Image.new("RGB", size, (250, 250, 248))
    card = Image.new("RGB", CARD, colour)
    ImageDraw.Draw(card).text((200, 200), "0001 9900 1234", fill="white")
    if dpi != 300:
        card = card.resize((round(CARD[0] * dpi / 300), round(CARD[1] * dpi / 300)))
    glass.paste(card, at)
    made = BytesIO()
    glass.save(made, "PNG", dpi=(dpi, dpi))
    return made.getvalue()


def drawn(content: bytes) -> Image.Image:
    page = Image.open(BytesIO(content))
    page.load()
    return page


def area(page: Image.Image, colour: tuple[int, int, int]) -> tuple[int, int, int, int]:
    """Return where this colour is."""
    near = [
        band.point([255 if abs(level - want) < 3 else 0 for level in range(256)])
        for band, want in zip(page.split(), colour, strict=True)
    ]
    box = Image.merge("RGB", near).convert("L").point([0] * 255 + [255]).getbbox()
    assert box is not None
    return box


def test_front_above_back_on_a_sheet_of_a4_both_as_large_as_the_card() -> None:
    page = drawn(card_page(picture(FRONT, (1300, 800), (90, 70)), picture(BACK, (2480, 3508), (30, 10))))

    assert page.size == (2480, 3508)
    assert [round(dots) for dots in page.info["dpi"]] == [300, 300]
    front, back = area(page, FRONT), area(page, BACK)
    assert front[3] < back[1]
    for box in (front, back):
        assert abs(box[2] - box[0] - CARD[0]) <= 2
        assert abs(box[3] - box[1] - CARD[1]) <= 2
        assert abs((box[0] + box[2]) / 2 - 1240) <= 20


def test_a_side_scanned_coarser_than_the_other_still_comes_out_as_large() -> None:
    page = drawn(card_page(picture(FRONT, (1300, 800), (90, 70)), picture(BACK, (900, 560), (40, 40), dpi=200)))

    front, back = area(page, FRONT), area(page, BACK)
    assert abs((front[2] - front[0]) - (back[2] - back[0])) <= 8


def test_a_picture_in_which_no_card_is_seen_is_kept_whole() -> None:
    whole = BytesIO()
    Image.linear_gradient("L").resize((2480, 3508)).save(whole, "PNG", dpi=(300, 300))

    page = drawn(card_page(whole.getvalue(), picture(BACK, (1300, 800), (90, 70))))

    grey = page.convert("L").crop((0, 600, 2480, 1700))
    assert grey.getextrema()[0] == 0  # the darkest and the lightest end of the gradient are both there
    assert page.size == (2480, 3508)


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", b"no picture"])
def test_a_side_that_is_no_picture_is_named(content: bytes) -> None:
    with pytest.raises(CounterError) as caught:
        card_page(picture(FRONT, (1300, 800), (90, 70)), content)

    assert (caught.value.code, caught.value.params) == (Code.PAGE_UNREADABLE, {"page": 2})
