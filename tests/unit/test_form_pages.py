"""Forms of any length: heads repeat, signatures stay with their words, copies fit their paper."""

import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from counter_app.documents.form_records import FeeLine, HandOverKind, ReceiptPerson
from counter_app.documents.forms import draw
from counter_app.documents.receipt import draw_receipts
from counter_app.documents.receipt_form import PageLayout, ReceiptForm, ReceiptPaper
from counter_app.documents.samples import control, fee_receipt, hand_over, receipt, refusal, register, supplement
from counter_app.domain.dossier_facts import ReturnWay
from tests.support.papers import inside, pages, words


def test_a_register_of_500_rows_has_its_head_on_every_page(tmp_path: Path) -> None:
    sheets = pages(draw(register(500)), tmp_path)
    assert len(sheets) > 30
    for number, sheet in enumerate(sheets, 1):
        assert "Nhận và trả kết quả" in sheet
        assert "Mã hồ sơ" in sheet
        assert f"Trang {number}/{len(sheets)}" in sheet
    codes = re.findall(r"H99\.17-\d{6}-(\d{4})", " ".join(sheets))
    assert [int(code) for code in codes] == list(range(1, 501))
    assert "Tổng số: 500 hồ sơ." in sheets[-1]


@pytest.mark.parametrize("count", [0, 1, 10, 11, 12, 13, 14, 15, 40])
def test_a_hand_over_list_is_signed_once_below_its_last_rows(count: int, tmp_path: Path) -> None:
    sheets = pages(draw(hand_over(count)), tmp_path)
    assert "NGƯỜI GIAO NGƯỜI NHẬN" in sheets[-1]
    assert sum("NGƯỜI GIAO" in sheet for sheet in sheets) == 1
    for sheet in sheets:
        assert "Họ tên chủ hồ sơ" in sheet
        assert count == 0 or "H99.17" in sheet


def test_a_list_of_dossiers_is_called_so(tmp_path: Path) -> None:
    assert "PHIẾU BÀN GIAO HỒ SƠ" in words(draw(replace(hand_over(), kind=HandOverKind.DOSSIERS)), tmp_path)


def test_a_control_slip_without_hand_overs_is_a_form_to_fill_by_hand(tmp_path: Path) -> None:
    text = words(draw(replace(control(), rows=())), tmp_path)
    assert text.count("… giờ … phút") == 8


@pytest.mark.parametrize("count", [3, 9, 30])
def test_long_control_slips_go_on_under_the_same_head(count: int, tmp_path: Path) -> None:
    rows = control().rows * count
    sheets = pages(draw(replace(control(), rows=rows)), tmp_path)
    assert sum(sheet.count("Người giao Người nhận") for sheet in sheets) == len(rows)
    assert all("Tên đơn vị" in sheet for sheet in sheets)


@pytest.mark.parametrize("count", [1, 10, 20, 30, 60])
def test_long_lists_of_reasons_keep_the_signature_with_words_above_it(count: int, tmp_path: Path) -> None:
    reasons = tuple(f"Giấy tờ số {n}: nộp bản sao có chứng thực." for n in range(1, count + 1))
    asked, refused = replace(supplement(), items=reasons), replace(refusal(), reasons=reasons)
    for form, last in ((asked, "để được hướng dẫn"), (refused, "Xin thông báo")):
        sheets = pages(draw(form), tmp_path)
        assert [int(n) for n in re.findall(r"Giấy tờ số (\d+)", " ".join(sheets))] == list(range(1, count + 1))
        assert "Lê Thị Thu Hà" in sheets[-1].split("Ký và ghi rõ họ tên")[-1]
        assert last in sheets[-1]


def short_receipt() -> ReceiptForm:
    return replace(receipt(), representative=None)


def test_two_copies_lie_side_by_side_where_they_fit(tmp_path: Path) -> None:
    content = draw_receipts(short_receipt(), PageLayout.TWO_UP)
    (sheet,) = pypdfium2.PdfDocument(content)
    width, height = sheet.get_size()
    assert width > height
    inside(content)
    text = words(content, tmp_path)
    assert text.count("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ") == 2
    assert "Liên 1: Lưu" in text
    assert "Liên 2: Giao người nộp hồ sơ" in text
    found = zxingcpp.read_barcodes(sheet.render(scale=300 / 72).to_pil().convert("L"))
    assert sorted(one.text for one in found) == sorted([receipt().code, receipt().status_url] * 2)


@pytest.mark.parametrize("papers", [12, 60])
def test_two_copies_too_long_for_one_side_become_pages(papers: int, tmp_path: Path) -> None:
    form = replace(short_receipt(), papers=tuple(ReceiptPaper(f"Giấy số {n}", original=1) for n in range(papers)))
    content = draw_receipts(form, PageLayout.TWO_UP)
    assert content == draw_receipts(form)
    assert len(pages(content, tmp_path)) > 1


def test_several_applicants_are_all_named(tmp_path: Path) -> None:
    others = (ReceiptPerson("Lý Văn Ba", "000111222333", "Thôn Thượng"), ReceiptPerson("Mai Thị Bốn"))
    text = words(draw(replace(short_receipt(), others=others)), tmp_path)
    assert "(2): Lý Văn Ba, số định danh 000111222333, địa chỉ Thôn Thượng" in text
    assert "(3): Mai Thị Bốn" in text


@pytest.mark.parametrize(
    "way, expected",
    [
        (ReturnWay.COUNTER, "Đăng ký nhận kết quả tại: Thôn Hạ Vào Sổ"),
        (ReturnWay.POST, "Đăng ký nhận kết quả tại: Thôn Hạ (trả qua dịch vụ bưu chính)"),
        (ReturnWay.ONLINE, "Đăng ký nhận kết quả tại: Thôn Hạ (trả trực tuyến, bản điện tử)"),
    ],
)
def test_the_way_of_return_is_said(way: ReturnWay, expected: str, tmp_path: Path) -> None:
    assert expected in words(draw(replace(short_receipt(), return_at="Thôn Hạ", return_way=way)), tmp_path)


def test_a_fee_receipt_is_one_sheet_and_a_long_one_a_page_a_copy(tmp_path: Path) -> None:
    assert len(pages(draw(fee_receipt()), tmp_path)) == 1
    many = replace(fee_receipt(), lines=tuple(FeeLine(f"Phí thẩm định hạng mục số {n}", 1_000) for n in range(40)))
    sheets = pages(draw(many), tmp_path)
    assert [sheet.count("Liên ") for sheet in sheets] == [1, 1, 1]
    assert "Số tiền: 40.000 đồng Bằng chữ: Bốn mươi nghìn đồng" in sheets[2]


def test_a_code_of_2018_breaks_after_its_office_and_nowhere_else(tmp_path: Path) -> None:
    row = replace(register(1).rows[0], code="000.17.25.H99-250311-0001")
    text = words(draw(replace(register(1), rows=(row,))), tmp_path)
    assert "000.17.25.H99- " in text
    assert "250311-0001" in text
