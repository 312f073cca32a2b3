"""The ticket in letters: the same words as the picture, within the paper, and quick over a slow line."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.documents.ticket_text import text_ticket
from counter_app.documents.ticket_words import TicketSlip
from counter_app.documents.trial_ticket import draw_trial
from counter_app.documents.trial_words import LETTERS, TrialSlip, trial_text
from counter_app.domain.queue_facts import WaitEstimate
from counter_app.domain.queue_policy import TicketTemplate
from devices.printer.escpos import ticket_bytes
from devices.printer.profiles import encode, profiles
from tests.support.office import MORNING

SLIP = TicketSlip(
    "XÃ AN PHÚC",
    "A012",
    "Hộ tịch - Chứng thực",
    4,
    None,
    (1, 2, 3),
    MORNING,
    "https://mc.anphuc.example/v/8f3a61c2d07b",
    priority="người cao tuổi",
    estimate=WaitEstimate(480, 720, 960),
)
LONG = TicketTemplate(
    head="Ủy ban nhân dân xã\n" * 4, note="Mang theo thẻ căn cước bản chính. " * 12, thanks="Xin cảm ơn"
)


def words(slip: TicketSlip, template: TicketTemplate | None = None, columns: int = 48) -> list[str]:
    return [line.text for line in text_ticket(slip, template or TicketTemplate(), columns).lines]


def test_it_says_what_the_picture_says() -> None:
    said = words(SLIP)
    for line in (
        "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
        "XÃ AN PHÚC",
        "PHIẾU SỐ THỨ TỰ",
        "A012",
        "Hộ tịch - Chứng thực",
        "Ưu tiên: người cao tuổi",
        "Trước ông/bà: 4 người",
        "Chờ khoảng: 8–16 phút",
        "Đến quầy: 1, 2 hoặc 3",
        "Lấy số lúc: 08:55, 23/11/2026",
    ):
        assert line in said
    assert not any("anphuc.example" in line for line in said)


def test_the_number_is_the_largest_line() -> None:
    lines = text_ticket(SLIP).lines
    assert max(lines, key=lambda line: line.scale).text == "A012"


def test_a_copy_a_trial_and_a_result_say_so() -> None:
    assert "IN LẠI - bản 2" in words(replace(SLIP, copy=2))
    assert "PHIẾU IN THỬ" in words(replace(SLIP, trial=True))
    assert "PHIẾU NHẬN KẾT QUẢ" in words(replace(SLIP, result=True))


def test_the_template_leaves_out_and_adds() -> None:
    bare = TicketTemplate(
        show_group=False, show_priority=False, show_ahead=False, show_estimate=False, show_desks=False, show_time=False
    )
    said = words(SLIP, replace(bare, note="Xin giữ trật tự", thanks="Hẹn gặp lại"))
    assert said[-4:-3] == ["Xin giữ trật tự"]
    assert said[-1] == "Hẹn gặp lại"
    assert not any(line.startswith(("Trước", "Chờ", "Đến quầy", "Lấy số", "Ưu tiên")) for line in said)


@given(
    st.text(max_size=40), st.text(min_size=1, max_size=60), st.text(max_size=300), st.sampled_from([16, 24, 32, 42, 48])
)
def test_no_line_is_wider_than_the_paper(label: str, group: str, note: str, columns: int) -> None:
    slip = replace(SLIP, label=label, group=group)
    for line in text_ticket(slip, TicketTemplate(note=note), columns).lines:
        assert len(line.text) * line.scale <= columns


@pytest.mark.parametrize("columns", [48, 32])
def test_the_longest_ticket_takes_less_than_five_seconds_at_9600_baud(columns: int) -> None:
    data = encode(text_ticket(replace(SLIP, copy=2), LONG, columns), profiles()[0], "p")
    assert len(data) * 10 / 9600 < 5


def test_the_trial_has_all_letters_and_fits_both_papers() -> None:
    slip = TrialSlip("Máy in lấy số 1", "Nối qua mạng", MORNING)
    for width in (576, 384):
        raster = draw_trial(slip, width)
        assert raster.width == width
        size = width // 8
        rows = [raster.rows[at : at + size] for at in range(0, len(raster.rows), size)]
        assert any(row[0] & 0x80 and row[-1] & 0x01 for row in rows), "both edges are marked"
        columns = 0
        for row in rows:
            columns |= int.from_bytes(row, "big")
        assert columns == (1 << width) - 1, "every dot of the head burns"
        assert ticket_bytes(raster)
    said = "".join(line.text for line in trial_text(slip, 32).lines)
    assert all(letter in said for row in LETTERS for letter in (row + row.upper()).replace(" ", ""))
    assert all(len(line.text) * line.scale <= 32 for line in trial_text(slip, 32).lines)
