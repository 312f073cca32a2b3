"""The queue ticket, looked at as dots."""

import time
import unicodedata
from dataclasses import replace
from datetime import datetime

import pytest
import zxingcpp
from PIL import Image, ImageChops
from PIL.Image import Transpose

from counter_app.documents.fonts import Weight
from counter_app.documents.glyphs import text_height, text_mask, text_width, wrap
from counter_app.documents.ticket import TicketSlip, draw_ticket, to_image
from counter_app.ports import Raster
from tests.support.ticket_slip import SLIP

CROWDED = replace(
    SLIP,
    office="PHƯỜNG ĐÔNG HƯNG THUẬN, THÀNH PHỐ ĐỒNG MẪU",
    label="HT01275",
    group="Lao động, người có công, bảo trợ xã hội, trẻ em và phòng, chống tệ nạn xã hội",
    ahead=138,
    minutes=125,
    desks=tuple(range(1, 16)),
    priority="người khuyết tật nặng và người từ đủ 80 tuổi",
    follow_url="https://mc.anphuc.example/theo-doi/7K3QX9?tram=kiosk-01&phieu=018f6c1e",
    result=True,
)
WIDTHS = (576, 384)
SLIPS = {"plain": SLIP, "crowded": CROWDED, "one word": replace(SLIP, group="W" * 60, office="Ệ" * 50)}


def columns(raster: Raster, left: int, right: int) -> Image.Image:
    return to_image(raster).crop((left, 0, right, raster.height))


def has_ink(image: Image.Image) -> bool:
    return image.convert("L").getextrema()[0] == 0


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("slip", [SLIP, CROWDED], ids=["short", "long"])
def test_a_telephone_reads_the_code_on_the_ticket(slip: TicketSlip, width: int) -> None:
    (found,) = zxingcpp.read_barcodes(to_image(draw_ticket(slip, width=width)).convert("L"))
    assert found.text == slip.follow_url


@pytest.mark.parametrize("width", WIDTHS)
def test_a_module_of_the_code_is_one_millimetre_with_a_quiet_zone_of_four(width: int) -> None:
    raster = draw_ticket(SLIP, width=width)
    corner = zxingcpp.read_barcodes(to_image(raster).convert("L"))[0].position
    left, right = round(corner.top_left.x), round(corner.top_right.x)
    top, bottom = round(corner.top_left.y), round(corner.bottom_left.y)
    assert abs(right - left - 29 * 8) <= 2
    around = to_image(raster).crop((left - 31, top - 31, right + 31, bottom + 31))
    black = ImageChops.invert(around.convert("L")).getbbox()
    assert black is not None
    assert min(black[0], black[1], around.width - black[2], around.height - black[3]) >= 28


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS.keys())
def test_nothing_is_cut_at_the_edges_of_the_paper(slip: TicketSlip, width: int) -> None:
    raster = draw_ticket(slip, width=width)
    assert raster.width == width
    assert len(raster.rows) == width // 8 * raster.height
    assert not has_ink(columns(raster, 0, 4))
    assert not has_ink(columns(raster, width - 4, width))
    assert has_ink(columns(raster, 8, 24))


def test_a_set_bit_is_black() -> None:
    raster = draw_ticket(SLIP)
    black = to_image(raster).convert("L").histogram()[0]
    assert black == sum(byte.bit_count() for byte in raster.rows)
    assert 0.05 < black / (raster.width * raster.height) < 0.35


@pytest.mark.parametrize("weight", list(Weight))
@pytest.mark.parametrize("size", [26, 32, 42, 208])
def test_the_tallest_and_deepest_letters_are_whole(weight: Weight, size: int) -> None:
    for letter in "ẲẨẾỖỰỵgjđ":
        mask = text_mask(letter, size, weight)
        box = mask.getbbox()
        assert box is not None
        assert box[0] > 0
        assert box[1] > 0
        assert box[2] < mask.width
        assert box[3] < mask.height


@pytest.mark.parametrize("size", [26, 32])
@pytest.mark.parametrize("pair", ["ờở", "ăắ", "âầ", "êể", "ộô", "ựư", "đd", "ẹe", "ĩỉ", "ữử"])
def test_letters_that_differ_in_a_mark_differ_on_paper_at_the_smallest_size(pair: str, size: int) -> None:
    one, other = (text_mask(letter, size, Weight.SEMI_BOLD) for letter in pair)
    shared = (max(one.width, other.width), one.height)
    differing = ImageChops.logical_xor(*(mask.crop((0, 0, *shared)) for mask in (one, other)))
    assert differing.convert("L").histogram()[255] >= 8


def test_a_name_typed_with_separate_marks_prints_the_same() -> None:
    apart = replace(
        SLIP, group=unicodedata.normalize("NFD", SLIP.group), office=unicodedata.normalize("NFD", SLIP.office)
    )
    assert apart.group != SLIP.group
    assert draw_ticket(apart) == draw_ticket(SLIP)


def test_the_time_on_paper_is_vietnams() -> None:
    same = replace(SLIP, issued=datetime.fromisoformat("2026-11-23T08:55:00+07:00"))
    assert draw_ticket(same) == draw_ticket(SLIP)
    assert draw_ticket(replace(SLIP, issued=datetime.fromisoformat("2026-11-23T08:55:00+00:00"))) != draw_ticket(SLIP)


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_not_known_takes_no_paper(width: int) -> None:
    full = draw_ticket(SLIP, width=width).height
    assert draw_ticket(replace(SLIP, desks=()), width=width).height < full
    assert draw_ticket(replace(SLIP, minutes=None), width=width).height < full
    without_code = draw_ticket(replace(SLIP, follow_url=""), width=width)
    assert without_code.height < full - 29 * 8
    assert zxingcpp.read_barcodes(to_image(without_code).convert("L")) == []


def test_priority_and_the_result_lane_show() -> None:
    plain = draw_ticket(SLIP)
    assert draw_ticket(replace(SLIP, priority="người cao tuổi")).height > plain.height
    assert draw_ticket(replace(SLIP, result=True)) != plain


@pytest.mark.parametrize("width", [120, 360, 560])
def test_wrapping_loses_no_letter_and_overflows_no_line(width: int) -> None:
    text = "Lao động, người có công và bảo trợ xã hội " + "đ" * 50
    lines = wrap(text, 42, Weight.BOLD, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(text_width(line, 42, Weight.BOLD) for line in lines) <= width


def test_a_long_group_takes_more_lines_of_the_band() -> None:
    grown = draw_ticket(replace(SLIP, group=CROWDED.group)).height - draw_ticket(SLIP).height
    assert grown >= text_height(36)


def test_the_same_slip_gives_the_same_dots() -> None:
    assert draw_ticket(CROWDED) == draw_ticket(CROWDED)
    assert to_image(draw_ticket(SLIP)).transpose(Transpose.FLIP_LEFT_RIGHT) != to_image(draw_ticket(SLIP))


def test_a_ticket_is_drawn_while_nobody_notices() -> None:
    took = []
    for number in range(8):
        begun = time.perf_counter()
        draw_ticket(replace(SLIP, label=f"B{number:03}", ahead=number, follow_url=f"{SLIP.follow_url}{number}"))
        took.append(time.perf_counter() - begun)
    assert min(took) < 0.040
