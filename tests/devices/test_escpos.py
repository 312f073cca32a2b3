"""The printer's bytes and status bits."""

import pytest
from escpos.printer import Dummy
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from counter_app.errors import Code
from counter_app.ports import Raster
from devices.printer import escpos
from devices.printer.escpos import Cut, PrinterStatus
from devices.printer.virtual_paper import Paper
from tests.devices.support import printed_rows, stripes


@st.composite
def rasters(draw: st.DrawFn) -> Raster:
    """Rasters of any width up to the head's, with blank stretches and any bytes."""
    width = draw(st.integers(1, 576))
    size = -(-width // 8)
    spare = -width % 8
    rows = []
    for count, kind in draw(st.lists(st.tuples(st.integers(1, 300), st.sampled_from(["blank", "any"])), max_size=5)):
        filling = bytes(size) if kind == "blank" else draw(st.binary(min_size=size, max_size=size))
        rows += [filling[:-1] + bytes([filling[-1] >> spare << spare])] * count
    rows.append(bytes([0x80]) + bytes(size - 1))
    return Raster(width, len(rows), b"".join(rows))


def paper_after(data: bytes, pieces: int) -> list[Image.Image]:
    tickets: list[Image.Image] = []
    paper = Paper(576, tickets.append, lambda _: None)
    step = max(1, len(data) // pieces)
    for at in range(0, len(data), step):
        paper.feed(data[at : at + step])
    assert paper.unknown_bytes == 0
    assert not paper.held
    return tickets


@settings(max_examples=60)
@given(rasters(), st.integers(1, 40), st.booleans())
def test_what_is_on_paper_is_the_raster_bit_for_bit_however_the_bytes_are_cut_up(
    raster: Raster, pieces: int, feed: bool
) -> None:
    (ticket,) = paper_after(escpos.INIT + escpos.ticket_bytes(raster, feed_blank=feed), pieces)

    assert printed_rows(ticket, raster) == raster.rows


def test_a_band_is_byte_for_byte_what_python_escpos_sends() -> None:
    raster = stripes(height=90)
    theirs = Dummy()
    dots = Image.frombytes("1", (576, 90), bytes(255 - byte for byte in raster.rows))
    theirs.image(dots)

    assert escpos.ticket_bytes(raster, cut=Cut.NONE, feed_blank=False) == theirs.output + b"\x1bd\x06"


def test_no_band_and_no_feed_is_longer_than_255_rows() -> None:
    raster = Raster(16, 1200, b"\xff\xff" * 600 + bytes(2 * 600))

    data = escpos.ticket_bytes(raster)

    assert data.count(b"\x1dv0\x00\x02\x00\xff\x00") == 2
    assert data.count(b"\x1dv0\x00\x02\x00\x5a\x00") == 1
    assert data.endswith(b"\x1bJ\xff\x1bJ\xff\x1bJ\x5a" + escpos.CUT_PART)


def test_feeding_blank_rows_saves_most_of_their_bytes() -> None:
    raster = Raster(576, 400, bytes(72 * 300) + b"\xff" * 72 * 100)

    assert len(escpos.ticket_bytes(raster)) < 72 * 100 + 40


def test_dots_right_of_the_width_stay_white() -> None:
    (ticket,) = paper_after(escpos.ticket_bytes(Raster(3, 1, b"\xff")), 1)

    assert [ticket.getpixel((x, 0)) for x in range(5)] == [0, 0, 0, 255, 255]


def test_a_raster_whose_rows_do_not_fit_its_size_is_a_bug() -> None:
    with pytest.raises(ValueError, match="3 bytes"):
        escpos.ticket_bytes(Raster(8, 2, b"\x00\x00\x00"))


@pytest.mark.parametrize(
    "pages, fault",
    [
        ((0x12, 0x12, 0x12, 0x12), None),
        ((0x1A, 0x16, 0x12, 0x12), Code.COVER_OPEN),
        ((0x1A, 0x36, 0x12, 0x72), Code.COVER_OPEN),
        ((0x1A, 0x32, 0x12, 0x7E), Code.PAPER_OUT),
        ((0x12, 0x12, 0x12, 0x72), Code.PAPER_OUT),
        ((0x1A, 0x52, 0x1A, 0x12), Code.CUTTER),
        ((0x1A, 0x52, 0x32, 0x12), Code.PRINTER_FAULT),
        ((0x1A, 0x12, 0x12, 0x12), Code.PRINTER_FAULT),
        ((0x12, 0x12, 0x12, 0x1E), None),
    ],
)
def test_status_bytes_name_the_cause_before_its_effects(pages: tuple[int, int, int, int], fault: Code | None) -> None:
    assert PrinterStatus(*pages).fault is fault


def test_little_paper_is_a_warning() -> None:
    assert PrinterStatus(0x12, 0x12, 0x12, 0x1E).warning is Code.PAPER_LOW
    assert PrinterStatus(0x12, 0x12, 0x12, 0x12).warning is None


def test_status_answers_and_the_fence_cannot_be_mistaken_for_each_other() -> None:
    assert not any(escpos.is_status(byte) and escpos.is_fence(byte) for byte in range(256))
