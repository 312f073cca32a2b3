"""Every form, read back from the real file by other programs than the one that wrote it."""

import re
import subprocess
import unicodedata
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from counter_app.documents.form_records import (
    ControlForm,
    FeeReceipt,
    HandOverList,
    ReceiptPerson,
    RegisterForm,
)
from counter_app.documents.forms import Form, draw
from counter_app.documents.samples import samples
from tests.support.papers import inside, pages, read, squeezed, words

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

SAMPLES = samples()
STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
HANDS = ("NGƯỜI NỘP HỒ SƠ", "NGƯỜI TIẾP NHẬN HỒ SƠ")
FIELDS = {
    "01-giay-tiep-nhan": (
        "Mẫu số 01",
        "UBND XÃ AN PHÚC",
        "Số: 12/TTPVHCC",
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "Mã hồ sơ: H99.17-261123-0012",
        "tiếp nhận hồ sơ của:",
        "Ông (Bà)/Tổ chức: Trần Thị Hoa",
        "Số định danh cá nhân/tổ chức: 000152000417",
        "Địa chỉ: Thôn Phú Hòa",
        "Số điện thoại: 0900 000 417",
        "Email: hoa@anphuc.example",
        "Người được ủy quyền: Phạm Văn Nam",
        "Địa chỉ: Thôn Hạ",
        "Số định danh cá nhân: 000099000111",
        "Số điện thoại: 0900 000 418",
        "Email: ....",
        "Giấy tờ ủy quyền: Giấy ủy quyền số 05/2026",
        "Nội dung yêu cầu giải quyết: Cấp Giấy xác nhận tình trạng hôn nhân (1.004873)",
        "Thành phần hồ sơ nộp gồm:",
        "2 Trích lục ghi chú ly hôn 1 1 2",
        "3 Thẻ căn cước (xuất trình) ×",
        "Số lượng hồ sơ: 01 (bộ)",
        "Thời gian giải quyết hồ sơ theo quy định: 03 ngày làm việc",
        "Thời gian nhận hồ sơ: 09 giờ 14 phút, ngày 23 tháng 11 năm 2026",
        "Thời gian trả kết quả: 17 giờ 00 phút, ngày 27 tháng 11 năm 2026",
        "Đăng ký nhận kết quả tại: Trung tâm",
        "Vào Sổ theo dõi hồ sơ, Quyển số: 04/HT",
        "Số thứ tự: 0361",
        *HANDS,
        "(Ký và ghi rõ họ tên)",
        "Phạm Văn Nam Lê Thị Thu Hà",
    ),
    "02-yeu-cau-bo-sung": (
        "Mẫu số 02",
        "Số: 03/PBS-TTPVHCC",
        "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
        "Hồ sơ của: Trần Thị Hoa",
        "Nội dung yêu cầu giải quyết: Cấp Giấy",
        "Địa chỉ:",
        "Số điện thoại:",
        "Email:",
        "Yêu cầu hoàn thiện hồ sơ gồm",
        "1. Tờ khai",
        "2. Trích lục",
        "3. Giấy ủy quyền",
        "Lý do: thành phần",
        "chậm nhất ngày 07 tháng 12 năm 2026",
        "Trong quá trình hoàn thiện hồ sơ",
        "số điện thoại 0000 123 456",
        "NGƯỜI HƯỚNG DẪN",
        "Lê Thị Thu Hà",
    ),
    "03-tu-choi-tiep-nhan": (
        "Mẫu số 03",
        "Số: 01/PTC-TTPVHCC",
        "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
        "tiếp nhận hồ sơ của: Phạm Văn Nam",
        "Số định danh cá nhân/tổ chức: 000099000111",
        "Địa chỉ:",
        "Số điện thoại:",
        "Email:",
        "Mã hồ sơ (nếu có):",
        "Nội dung yêu cầu giải quyết:",
        "Qua xem xét",
        "không tiếp nhận, giải quyết",
        "1. Thửa đất",
        "2. Hồ sơ",
        *HANDS,
    ),
    "04-xin-loi-gia-han": (
        "Mẫu số 04",
        "Số: 02/PXL",
        "PHIẾU XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT",
        "Kính gửi: Ông (Bà)/Tổ chức Trần Thị Hoa",
        "Ngày 23 tháng 11 năm 2026, Ủy ban nhân dân xã An Phúc tiếp nhận giải quyết hồ sơ",
        "số định danh cá nhân/tổ chức: 000152000417",
        "mã số hồ sơ: H99.17-261123-0012",
        "Thời gian hẹn trả kết quả: 17 giờ 00 phút, ngày 27 tháng 11 năm 2026",
        "Đến nay",
        "Lý do: đang chờ",
        "xin lỗi",
        "sẽ trả kết quả giải quyết hồ sơ vào 17 giờ 00 phút, ngày 03 tháng 12 năm 2026",
        "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ",
        "đóng dấu",
        "Nguyễn Đức Thịnh",
    ),
    "05-thong-bao-dung": (
        "Mẫu số 05",
        "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
        "Kính gửi:",
        "Mã hồ sơ: H99",
        "Thủ tục hành chính: Cấp Giấy",
        "Thời gian tiếp nhận hồ sơ: 09 giờ 14",
        "Theo đề nghị ngày 25 tháng 11 năm 2026",
        "thông báo dừng giải quyết hồ sơ nêu trên kể từ 14 giờ 20 phút",
        "Nhận lại giấy tờ: tại",
        "Phí, lệ phí: đã nộp",
        "GIÁM ĐỐC",
    ),
    "06-phieu-kiem-soat": (
        "Mẫu số 06",
        "Số: 12/PKS-TTPVHCC",
        "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",
        "Mã số hồ sơ: H99",
        "Cơ quan (bộ phận) giải quyết hồ sơ: Ủy ban",
        "Cơ quan phối hợp giải quyết hồ sơ: Công an",
        "Ngày nhận hồ sơ: 09 giờ 14",
        "Hẹn trả kết quả: 17 giờ 00",
        "Thời gian giao, nhận hồ sơ",
        "1. Giao 2. Nhận",
        "09 giờ 20 phút, 09 giờ 45 phút,",
        "Người giao Người nhận",
        "Lê Thị Thu Hà",
        "Bùi Quang Huy",
        "Nguyễn Đức Thịnh",
        "Kèm bản",
    ),
    "07-so-theo-doi": (
        "Mẫu số 07",
        "Số: 04/STD-TTPVHCC",
        "SỔ THEO DÕI HỒ SƠ",
        "Lĩnh vực: Hộ tịch",
        "Từ ngày 01/11/2026 đến ngày 30/11/2026; Quyển số: 04/HT",
        "Nhận và trả kết quả",
        "STT Mã hồ sơ Tên thủ tục hành chính",
        "Ký nhận",
        "1 H99.17-261102-0001 Đăng ký khai sinh Phạm Văn Nam",
        "24 H99.17-261102-0024",
        "Tổng số: 24 hồ sơ.",
    ),
    "bien-lai-thu-phi-le-phi": (
        "Đơn vị thu: Trung tâm",
        "Mẫu số: 01BLP0-001",
        "Ký hiệu: AP-26E",
        "Mã số thuế: 0000000001",
        "Số: 0000361",
        "BIÊN LAI THU PHÍ, LỆ PHÍ",
        "Liên 1: Lưu tại đơn vị thu",
        "Người nộp: Trần Thị Hoa",
        "Số tiền: 15.000 đồng",
        "Bằng chữ: Mười lăm nghìn đồng",
        "Hình thức thanh toán: Tiền mặt",
        "NGƯỜI NỘP TIỀN NGƯỜI THU TIỀN",
        "Liên 2: Giao người nộp tiền",
        "Liên 3: Dùng để hạch toán",
    ),
    "phieu-ban-giao-ket-qua": (
        "PHIẾU BÀN GIAO KẾT QUẢ",
        "Bên giao: Bùi Quang Huy",
        "Bên nhận: Lê Thị Thu Hà",
        "TT Mã hồ sơ Nội dung Kết quả Họ tên chủ hồ sơ Địa chỉ Phí (đồng)",
        "1 H99.17-261102-0001 Đăng ký khai sinh Giấy xác nhận số 01/XN Phạm Văn Nam",
        "15.000",
        "×",
        "Tổng số: 8 hồ sơ; phí, lệ phí: 60.000 đồng.",
        "NGƯỜI GIAO NGƯỜI NHẬN",
        "Bùi Quang Huy Lê Thị Thu Hà",
    ),
}


def hostile(record: "DataclassInstance", text: str) -> Form:
    """The same record with ``text`` in every field of text, also of the records within it."""

    def changed(value: object) -> object:
        if isinstance(value, tuple):
            return tuple(map(changed, value))
        if is_dataclass(value) and not isinstance(value, type):
            return hostile(value, text)
        return text if type(value) is str else value

    return replace(record, **{field.name: changed(getattr(record, field.name)) for field in fields(record)})


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_is_text_and_in_the_order_of_the_circular(name: str, tmp_path: Path) -> None:
    text, at = words(draw(SAMPLES[name]), tmp_path), 0
    for expected in FIELDS[name]:
        found = text.find(expected, at)
        assert found >= 0, f"{expected!r} not after {text[max(0, at - 80) : at]!r} in {text}"
        at = found


@pytest.mark.parametrize("name", [name for name in SAMPLES if not name.startswith("bien-lai")])
def test_every_form_begins_with_the_names_of_the_state_and_the_office(name: str, tmp_path: Path) -> None:
    first = pages(draw(SAMPLES[name]), tmp_path)[0]
    for expected in (*STATE, "UBND XÃ AN PHÚC", "An Phúc, ngày "):
        assert expected in first


def test_the_set_of_2018_has_its_own_numbers_and_titles(tmp_path: Path) -> None:
    old = {name: words(draw(form), tmp_path) for name, form in SAMPLES.items() if name.startswith("2018")}
    assert len(old) == 6
    for number, (name, text) in enumerate(sorted(old.items()), 1):
        assert name.startswith(f"2018-{number:02}-")
        assert f"Mẫu số {number:02}" in text
    assert "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ" in old["2018-04-xin-loi-hen-lai"]
    assert "xin hẹn lại ngày trả kết quả" in old["2018-04-xin-loi-hen-lai"]
    assert "PHIẾU KIỂM SOÁT" in old["2018-05-phieu-kiem-soat"]
    assert "SỔ THEO DÕI HỒ SƠ" in old["2018-06-so-theo-doi"]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_font_is_embedded_and_the_structure_is_clean(name: str, tmp_path: Path) -> None:
    content = draw(SAMPLES[name])
    listed = read("pdffonts", content, tmp_path).splitlines()[2:]
    assert listed
    for line in listed:
        assert re.search(r"\+LiberationSerif\S* +TrueType +WinAnsi +yes yes yes", line), line
    assert "No syntax or stream encoding errors found" in read("qpdf", content, tmp_path, "--check")


@pytest.mark.parametrize("name", SAMPLES)
def test_every_file_declares_what_an_archive_needs(name: str, tmp_path: Path) -> None:
    content = draw(SAMPLES[name])
    plain = tmp_path / "plain.pdf"
    (tmp_path / "form.pdf").write_bytes(content)
    subprocess.run(["qpdf", "--qdf", "--object-streams=disable", tmp_path / "form.pdf", plain], check=True)
    opened = plain.read_bytes()
    for expected in (b"<pdfaid:part>2<", b"<pdfaid:conformance>B<", b"/S /GTS_PDFA1", b"/DestOutputProfile", b"/ID ["):
        assert expected in opened
    assert b"acspMSFT" in opened or b"acsp" in opened  # the profile's own signature
    for forbidden in (b"/Encrypt", b"/JavaScript", b"/SMask", b"/Trans ", b"/Helvetica"):
        assert forbidden not in opened
    packet = opened[opened.index(b"<?xpacket begin") : opened.index(b'<?xpacket end="w"?>')].decode()
    told = pypdfium2.PdfDocument(content).get_metadata_dict()
    assert f">{told['Title']}<" in packet
    assert told["CreationDate"].startswith("D:20000101")
    assert "2000-01-01T00:00:00" in packet
    for secret in ("Trần", "Lê Thị", "000152000417", "0900"):
        assert secret not in packet


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_form_gives_the_same_bytes(name: str) -> None:
    assert draw(SAMPLES[name]) == draw(samples()[name])


@pytest.mark.parametrize("name", FIELDS)
def test_signs_of_markup_are_only_text(name: str, tmp_path: Path) -> None:
    sign = 'T&amp;P </b> <i>"A"</font> <para'
    text = squeezed(words(draw(hostile(SAMPLES[name], sign)), tmp_path))
    assert text.count(squeezed(sign)) >= 3


@pytest.mark.parametrize("name", FIELDS)
def test_control_characters_and_unknown_letters_do_not_break_a_form(name: str, tmp_path: Path) -> None:
    odd = unicodedata.normalize("NFD", "Trần\x00\n\x1b Thị \u4e2d\U0001f600")
    text = squeezed(words(draw(hostile(SAMPLES[name], odd)), tmp_path))
    assert "TrầnThị□□" in text


@pytest.mark.parametrize("name", FIELDS)
def test_empty_texts_still_give_a_form(name: str, tmp_path: Path) -> None:
    assert pages(draw(hostile(SAMPLES[name], "")), tmp_path)


@pytest.mark.parametrize("long", ["W" * 300, "Nguyễn Phúc Bảo Quỳnh Trâm Anh " * 60])
@pytest.mark.parametrize("name", FIELDS)
def test_a_name_without_end_is_printed_to_its_end(name: str, long: str, tmp_path: Path) -> None:
    form = SAMPLES[name]
    person: ReceiptPerson | None = getattr(form, "applicant", None) or getattr(form, "payer", None)
    if person is not None:
        field = "payer" if isinstance(form, FeeReceipt) else "applicant"
        form = replace(form, **{field: replace(person, name=long)})
    elif isinstance(form, ControlForm):
        form = replace(form, agency=long)
    elif isinstance(form, RegisterForm):
        form = replace(form, rows=(replace(form.rows[0], applicant=long), *form.rows[1:]))
    elif isinstance(form, HandOverList):
        form = replace(form, rows=(replace(form.rows[0], holder=long), *form.rows[1:]))
    text = squeezed(words(draw(form), tmp_path))
    letter = "W" if long[0] == "W" else "Quỳnh"
    assert text.count(letter) >= long.count(letter)


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_is_drawn_beyond_the_paper(name: str) -> None:
    inside(draw(SAMPLES[name]))
