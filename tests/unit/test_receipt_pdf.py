"""Form 01, read back from the real file by other programs than the one that wrote it."""

import re
import subprocess
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from counter_app.documents.receipt import (
    Copy,
    ReceiptForm,
    ReceiptPaper,
    ReceiptPerson,
    draw_receipt,
    draw_receipts,
)

FORM = ReceiptForm(
    superior="UBND XÃ AN PHÚC",
    office="TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
    receiver="Trung tâm Phục vụ hành chính công xã An Phúc",
    number="12/TTPVHCC",
    place="An Phúc",
    code="H99.17-261123-030012",
    applicant=ReceiptPerson("Trần Thị Hoa", "000152000417", "Thôn Phú Hòa, xã An Phúc", "0900 000 417"),
    procedure="Cấp Giấy xác nhận tình trạng hôn nhân",
    procedure_code="1.004873",
    papers=(
        ReceiptPaper("Tờ khai cấp Giấy xác nhận tình trạng hôn nhân", original=1),
        ReceiptPaper("Trích lục ghi chú ly hôn", certified=2),
        ReceiptPaper("Thẻ căn cước", presented=True),
    ),
    term="03 ngày làm việc",
    term_note="03 ngày làm việc: 25, 26 và 27/11; nghỉ 24/11",
    received=datetime(2026, 11, 23, 2, 14, tzinfo=UTC),
    due=datetime(2026, 11, 27, 10, 0, tzinfo=UTC),
    return_at="Trung tâm Phục vụ hành chính công xã An Phúc",
    fee=15_000,
    officer="Lê Thị Thu Hà",
    book="04/HT",
    book_number="0361",
    status_url="https://mc.anphuc.example/h/H99.17-261123-030012",
    hotline="0000 123 456",
)
SIXTY = replace(FORM, papers=tuple(ReceiptPaper(f"Bản vẽ thiết kế kết cấu số {n}", original=1) for n in range(1, 61)))
SIGNED = "NGƯỜI TIẾP NHẬN HỒ SƠ"


def read(tool: str, pdf: bytes, folder: Path, *options: str) -> str:
    """Return what one of poppler's programs says about a file."""
    path = folder / "form01.pdf"
    path.write_bytes(pdf)
    said = subprocess.run([tool, *options, str(path), *(["-"] if tool == "pdftotext" else [])], capture_output=True)
    assert said.returncode == 0, said.stderr
    assert said.stderr == b""
    return said.stdout.decode()


def words(pdf: bytes, folder: Path) -> str:
    return " ".join(read("pdftotext", pdf, folder, "-layout").split())


def pages(pdf: bytes, folder: Path) -> list[str]:
    return read("pdftotext", pdf, folder, "-layout").split("\f")[:-1]


def codes(pdf: bytes, page: int = 0) -> dict[str, str]:
    image = pypdfium2.PdfDocument(pdf)[page].render(scale=300 / 72).to_pil().convert("L")
    # the reader writes "Code 39" or "BarcodeFormat.Code39", by its version
    return {
        str(found.format).rpartition(".")[2].replace(" ", ""): found.text for found in zxingcpp.read_barcodes(image)
    }


def test_every_field_can_be_found_as_text(tmp_path: Path) -> None:
    text = words(draw_receipt(FORM, Copy.GIVEN), tmp_path)
    for expected in (
        "UBND XÃ AN PHÚC",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 12/TTPVHCC",
        "An Phúc, ngày 23 tháng 11 năm 2026",
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "Mã hồ sơ: H99.17-261123-030012",
        "Ông (Bà)/Tổ chức: Trần Thị Hoa",
        "Số định danh cá nhân/tổ chức: 000152000417",
        "Địa chỉ: Thôn Phú Hòa, xã An Phúc",
        "Số điện thoại: 0900 000 417",
        "Cấp Giấy xác nhận tình trạng hôn nhân (1.004873)",
        "1 Tờ khai cấp Giấy xác nhận tình trạng hôn nhân 1",
        "3 Thẻ căn cước (xuất trình) ×",
        "Số lượng hồ sơ: 01 (bộ)",
        "Phí, lệ phí: 15.000 đồng",
        "Thời gian giải quyết hồ sơ theo quy định: 03 ngày làm việc",
        "Thời gian nhận hồ sơ: 09 giờ 14 phút, ngày 23 tháng 11 năm 2026",
        "Thời gian trả kết quả: 17 giờ 00 phút, ngày 27 tháng 11 năm 2026",
        "(03 ngày làm việc: 25, 26 và 27/11; nghỉ 24/11)",
        "Đăng ký nhận kết quả tại: Trung tâm Phục vụ hành chính công xã An Phúc",
        "Quyển số: 04/HT Số thứ tự: 0361",
        "Trần Thị Hoa Lê Thị Thu Hà",
        "gọi 0000 123 456.",
    ):
        assert expected in text


def test_each_copy_says_whose_it_is_and_both_are_one_sheet_each(tmp_path: Path) -> None:
    kept, given = pages(draw_receipts(FORM), tmp_path)
    assert "Liên 1: Lưu" in kept
    assert "Liên 2: Giao người nộp hồ sơ" in given
    assert "Trang" not in kept + given
    assert len(pages(draw_receipt(FORM, Copy.KEPT), tmp_path)) == 1


def test_all_fonts_are_embedded_as_subsets(tmp_path: Path) -> None:
    listed = read("pdffonts", draw_receipts(FORM), tmp_path).splitlines()[2:]
    assert {line.split()[0].partition("+")[2] for line in listed} == {
        "LiberationSerif",
        "LiberationSerif-Bold",
        "LiberationSerif-Italic",
    }
    for line in listed:
        assert re.search(r"WinAnsi +yes yes yes", line), line


@pytest.mark.parametrize("page", [0, 1])
def test_a_scanner_reads_the_bar_code_and_a_telephone_the_qr_code(page: int) -> None:
    found = codes(draw_receipts(FORM), page)
    assert found == {"Code39": FORM.code, "QRCode": FORM.status_url}


def test_the_longest_code_is_still_read() -> None:
    code = "000.0000.0000.0000.H99-261123-03001234"
    assert codes(draw_receipt(replace(FORM, code=code), Copy.GIVEN))["Code39"] == code


def test_a_code_that_bars_cannot_hold_is_printed_as_text(tmp_path: Path) -> None:
    odd = draw_receipt(replace(FORM, code="hồ sơ 7", status_url=""), Copy.GIVEN)
    assert codes(odd) == {}
    assert "Mã hồ sơ: hồ sơ 7" in words(odd, tmp_path)
    assert "Quét mã" not in words(odd, tmp_path)


def test_sixty_papers_go_on_over_pages_that_say_which_they_are(tmp_path: Path) -> None:
    sheets = pages(draw_receipt(SIXTY, Copy.GIVEN), tmp_path)
    assert len(sheets) >= 3
    for number, sheet in enumerate(sheets, 1):
        assert f"Trang {number}/{len(sheets)}" in sheet
        assert FORM.code in sheet
        assert "Thành phần hồ sơ" in sheet or number == len(sheets)
    whole = " ".join(sheets)
    assert [int(n) for n in re.findall(r"Bản vẽ thiết kế kết cấu số (\d+)", whole)] == list(range(1, 61))


@pytest.mark.parametrize("count", [0, 1, *range(6, 14), *range(25, 36)])
def test_the_signatures_stay_together_and_never_alone(count: int, tmp_path: Path) -> None:
    sheets = pages(draw_receipt(replace(SIXTY, papers=SIXTY.papers[:count]), Copy.GIVEN), tmp_path)
    last = sheets[-1]
    for expected in (SIGNED, "NGƯỜI NỘP HỒ SƠ", "Lê Thị Thu Hà", "17 giờ 00 phút", "Quét mã"):
        assert expected in last
    assert not any(SIGNED in sheet for sheet in sheets[:-1])


def test_signs_of_markup_in_names_are_only_text(tmp_path: Path) -> None:
    name = 'Cty <T & P> </b> &lt; "A" <para>'
    form = replace(
        FORM,
        applicant=replace(FORM.applicant, name=name, address="Tổ 1 < 2 & 3"),
        procedure="A <b> & <i",
        papers=(ReceiptPaper("Giấy <a href='x'> & ]]>", original=1),),
        officer="Lê & <Hà>",
    )
    text = words(draw_receipt(form, Copy.GIVEN), tmp_path)
    assert text.count(name) == 2
    for expected in ("Tổ 1 < 2 & 3", "A <b> & <i (1.004873)", "Giấy <a href='x'> & ]]>", "Lê & <Hà>"):
        assert expected in text


def test_control_characters_and_separate_marks_do_not_reach_the_paper(tmp_path: Path) -> None:
    apart = unicodedata.normalize("NFD", "Trần\x00 Thị\n\x1b Hoa\u200b")
    form = replace(FORM, applicant=replace(FORM.applicant, name=apart))
    assert words(draw_receipt(form, Copy.GIVEN), tmp_path).count("Trần Thị Hoa") == 2


@pytest.mark.parametrize("name", ["W" * 400, "Giấy chứng nhận quyền sử dụng đất " * 250])
def test_a_name_without_end_still_gives_a_form(name: str, tmp_path: Path) -> None:
    form = replace(FORM, papers=(ReceiptPaper(name, original=1),), return_at=name, procedure=name)
    text = "".join(words(draw_receipt(form, Copy.GIVEN), tmp_path).split())
    assert SIGNED.replace(" ", "") in text
    assert text.count("W" if name[0] == "W" else "đất") >= name.count("W" if name[0] == "W" else "đất")


def test_who_acts_for_another_is_named_and_signs(tmp_path: Path) -> None:
    agent = ReceiptPerson("Nguyễn Văn Ất", "000099000111", "Thôn Hạ, xã An Phúc")
    form = replace(FORM, representative=agent, authority="Giấy ủy quyền số 01")
    text = words(draw_receipt(form, Copy.GIVEN), tmp_path)
    assert "Người được ủy quyền: Nguyễn Văn Ất" in text
    assert "Giấy tờ ủy quyền: Giấy ủy quyền số 01" in text
    assert "Nguyễn Văn Ất Lê Thị Thu Hà" in text


def test_what_is_unknown_is_left_to_write_by_hand(tmp_path: Path) -> None:
    text = words(draw_receipt(FORM, Copy.GIVEN), tmp_path)
    assert re.search(r"Email: \.{20}", text)
    assert "Quyển số" not in words(draw_receipt(replace(FORM, book="", book_number=""), Copy.GIVEN), tmp_path)


def test_the_same_form_gives_the_same_bytes() -> None:
    assert draw_receipts(SIXTY) == draw_receipts(SIXTY)
    assert draw_receipt(FORM, Copy.KEPT) != draw_receipt(FORM, Copy.GIVEN)


def test_the_files_own_data_names_the_form_and_nobody() -> None:
    content = draw_receipt(FORM, Copy.GIVEN)
    assert b"/Lang (vi)" in content
    told = pypdfium2.PdfDocument(content).get_metadata_dict()
    assert told["Title"] == "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
    for secret in ("Trần", "Lê Thị", "000152000417", "0900", FORM.code):
        assert not any(secret in value for value in told.values())


def test_the_motto_is_underlined_its_own_length() -> None:
    page = pypdfium2.PdfDocument(draw_receipt(FORM, Copy.GIVEN))[0]
    text = page.get_textpage()
    index, count = text.search("Độc lập - Tự do - Hạnh phúc").get_next()
    boxes = [text.get_charbox(at) for at in range(index, index + count)]
    left, right, lowest = boxes[0][0], boxes[-1][2], min(box[1] for box in boxes)
    image = page.render(scale=4).to_pil().convert("L")
    height = image.height / 4
    rows = range(round((height - lowest) * 4), round((height - lowest + 4) * 4))
    dark = max(
        ([x for x in range(round(left * 4) - 80, round(right * 4) + 80) if image.getpixel((x, y)) < 128] for y in rows),
        key=len,
    )
    assert dark[0] / 4 == pytest.approx(left, abs=1.5)
    assert dark[-1] / 4 == pytest.approx(right, abs=1.5)
    assert len(dark) == dark[-1] - dark[0] + 1
