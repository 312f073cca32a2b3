"""What an office chooses for its ticket stands on it, whole, on both widths of paper."""

from dataclasses import fields, replace
from typing import Any, cast

import pytest
import zxingcpp
from PIL import Image

from counter_app.documents.fonts import Weight
from counter_app.documents.glyphs import text_height, text_mask, text_width
from counter_app.documents.ticket import LEAST_SIZE, MOST_SIZE, draw_ticket, to_image
from counter_app.documents.ticket_words import range_words, wait_words
from counter_app.domain.queue_facts import WaitEstimate
from counter_app.domain.queue_policy import TicketTemplate
from counter_app.ports import Raster
from tests.support.ticket_slip import SLIP as USUAL_SLIP

SLIP = replace(USUAL_SLIP, priority="người cao tuổi", estimate=WaitEstimate(8 * 60, 12 * 60, 16 * 60))
WIDTHS = (576, 384)
USUAL = TicketTemplate()
SHOWN = [one.name for one in fields(TicketTemplate) if one.name.startswith("show_")]
EDGE = 4
"""Dots at both sides that every ticket leaves white."""


def chosen(**parts: bool | int | str) -> TicketTemplate:
    """The usual ticket but for some parts."""
    return replace(USUAL, **cast(dict[str, Any], parts))


def ink(raster: Raster) -> tuple[int, int, int, int]:
    """The box that holds all black dots."""
    box = Image.eval(to_image(raster).convert("L"), lambda dot: 255 - dot).getbbox()
    assert box is not None
    return box


def number_box(size: int, label: str, width: int) -> tuple[int, int, int, int]:
    """The box of the number: between the title and the thanks nothing else is black."""
    bare = chosen(number_size=size, **dict.fromkeys(SHOWN, False))
    with_number, without = (draw_ticket(replace(SLIP, label=one), bare, width) for one in (label, ""))
    top = without_title_height(width)
    number = to_image(with_number).crop((0, top, width, top + with_number.height - without.height))
    box = Image.eval(number.convert("L"), lambda dot: 255 - dot).getbbox()
    assert box is not None
    return box


def without_title_height(width: int) -> int:
    """The rows down to the number: the same for every ticket of a width."""
    small, large = (draw_ticket(SLIP, replace(USUAL, number_size=size), width) for size in (60, 100))
    row = width // 8
    return next(y for y in range(small.height) if small.rows[y * row :][:row] != large.rows[y * row :][:row])


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("part", SHOWN)
def test_what_the_template_leaves_out_takes_no_paper(part: str, width: int) -> None:
    assert draw_ticket(SLIP, chosen(**{part: False}), width).height < draw_ticket(SLIP, USUAL, width).height


def test_a_ticket_without_the_code_has_none() -> None:
    picture = to_image(draw_ticket(SLIP, TicketTemplate(show_qr=False))).convert("L")
    assert zxingcpp.read_barcodes(picture) == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("size", [LEAST_SIZE, 100, 130, MOST_SIZE])
@pytest.mark.parametrize("label", ["A012", "W12345", "HT01275"])
def test_no_number_is_clipped_at_any_size(label: str, size: int, width: int) -> None:
    raster = draw_ticket(replace(SLIP, label=label), replace(USUAL, number_size=size), width)
    left, _, right, bottom = ink(raster)
    assert left >= EDGE
    assert right <= width - EDGE
    assert bottom < raster.height
    assert raster.width == width


@pytest.mark.parametrize("width", WIDTHS)
def test_the_number_is_as_high_as_the_template_says(width: int) -> None:
    heights = {size: (box := number_box(size, "A012", width))[3] - box[1] for size in (60, 100, 160)}
    assert heights[60] == pytest.approx(0.6 * heights[100], abs=3)
    assert heights[160] == pytest.approx(1.6 * heights[100], abs=3)


@pytest.mark.parametrize("size, same", [(5, LEAST_SIZE), (900, MOST_SIZE)])
def test_a_size_beyond_the_bounds_is_the_bound(size: int, same: int) -> None:
    assert draw_ticket(SLIP, replace(USUAL, number_size=size)) == draw_ticket(SLIP, replace(USUAL, number_size=same))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("field", ["head", "note", "thanks"])
def test_the_longest_word_of_the_offices_own_text_is_on_paper(field: str, width: int) -> None:
    one, long = (draw_ticket(SLIP, chosen(**{field: word}), width) for word in ("Đ", "Đ" * 90))
    left, _, right, _ = ink(long)
    assert left >= EDGE
    assert right <= width - EDGE
    size = {"head": 28, "note": 26, "thanks": 32}[field]
    lines = text_width("Đ" * 90, size, Weight.BOLD) // width
    assert long.height >= one.height + lines * text_height(size)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_line_of_the_note_is_a_line_on_paper(width: int) -> None:
    heights = [
        draw_ticket(SLIP, replace(USUAL, note=note), width).height
        for note in ("", "Giờ mở cửa", "Giờ mở cửa\n\n07:00–11:30\n13:30–17:00")
    ]
    line = text_height(32 if width == 576 else 26)
    assert heights[1] > heights[0] + line
    assert heights[2] == heights[1] + 2 * line


def test_an_own_head_stands_in_place_of_the_usual_one_its_last_line_as_the_offices_name() -> None:
    own = replace(USUAL, head="TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG\nXÃ AN PHÚC")
    assert draw_ticket(replace(SLIP, office="khác"), own) == draw_ticket(SLIP, USUAL)


def test_control_characters_in_a_typed_text_leave_no_mark() -> None:
    odd = replace(USUAL, note="Giờ\tmở\x07 cửa\r\n")
    assert draw_ticket(SLIP, odd) == draw_ticket(SLIP, replace(USUAL, note="Giờ mở cửa"))


def test_a_copy_says_that_it_is_printed_again_and_a_trial_that_it_is_nobodys() -> None:
    pictures = [draw_ticket(slip) for slip in (SLIP, replace(SLIP, copy=2), replace(SLIP, copy=3))]
    assert len({one.rows for one in pictures}) == 3
    assert pictures[1].height > pictures[0].height
    trial = draw_ticket(replace(SLIP, trial=True))
    assert trial.height == pictures[0].height
    assert trial != pictures[0]


@pytest.mark.parametrize(
    "low, high, words",
    [
        (8 * 60, 15 * 60 + 20, "8–16 phút"),
        (0, 0, "dưới 1 phút"),
        (0, 5 * 60, "dưới 5 phút"),
        (425, 425, "8 phút"),
        (31 * 60, 41 * 60, "30–45 phút"),
        (105 * 60, 139 * 60, "1 giờ 45 – 2 giờ 20"),
        (50 * 60, 125 * 60, "50 phút – 2 giờ 5"),
        (600, 300, "10 phút"),
    ],
)
def test_a_range_is_told_in_minutes_rounded_up(low: int, high: int, words: str) -> None:
    assert range_words(WaitEstimate(low, low, high)) == words


def test_without_an_estimate_the_minutes_are_told_and_without_both_nothing() -> None:
    assert wait_words(replace(SLIP, estimate=None)) == "12 phút"
    assert wait_words(replace(SLIP, estimate=None, minutes=None)) == ""


def test_a_mask_of_the_largest_number_is_whole() -> None:
    mask = text_mask("W0158", 208 * MOST_SIZE // 100, Weight.EXTRA_BOLD)
    box = mask.getbbox()
    assert box is not None
    assert box[0] > 0
    assert box[2] < mask.width
