"""The forms filled with invented data: what `counter-app forms --sample` writes, and the tests read back."""

from dataclasses import replace
from datetime import date, datetime

from counter_app.documents.form_records import (
    ApologyForm,
    ControlForm,
    ControlRow,
    Edition,
    FeeLine,
    FeeReceipt,
    HandOverKind,
    HandOverList,
    HandOverRow,
    Issuer,
    Outcome,
    ReceiptPerson,
    RefusalForm,
    RegisterForm,
    RegisterRow,
    StopForm,
    SupplementForm,
)
from counter_app.documents.forms import Form
from counter_app.documents.receipt_form import ReceiptForm, ReceiptPaper
from counter_app.domain.working_days import VIETNAM

_CODE = "H99.17-261123-0012"
_PROCEDURE = "Cấp Giấy xác nhận tình trạng hôn nhân"
_COMMITTEE = "Ủy ban nhân dân xã An Phúc"
_CENTRE = Issuer(
    superior="UBND XÃ AN PHÚC",
    office="TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
    name="Trung tâm Phục vụ hành chính công xã An Phúc",
    place="An Phúc",
    hotline="0000 123 456",
)
_DEPARTMENT = Issuer(
    "UBND XÃ AN PHÚC", "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ", "Bộ phận Tiếp nhận và Trả kết quả xã An Phúc", "An Phúc"
)
_HOA = ReceiptPerson(
    "Trần Thị Hoa", "000152000417", "Thôn Phú Hòa, xã An Phúc, tỉnh Đồng Mẫu", "0900 000 417", "hoa@anphuc.example"
)
_NAM = ReceiptPerson("Phạm Văn Nam", "000099000111", "Thôn Hạ, xã An Phúc, tỉnh Đồng Mẫu", "0900 000 418")
_OFFICER, _CHAIRMAN = "Lê Thị Thu Hà", "Nguyễn Đức Thịnh"


def _at(day: int, hour: int, minute: int = 0, month: int = 11, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=VIETNAM)


def samples() -> dict[str, Form]:
    """Return every form of both circulars and the office's own papers, by plain file names without an ending."""
    return {**_of_2025(), **_of_2018(), "bien-lai-thu-phi-le-phi": fee_receipt(), "phieu-ban-giao-ket-qua": hand_over()}


def receipt() -> ReceiptForm:
    """Form 01 with everything it can hold."""
    return ReceiptForm(
        superior=_CENTRE.superior,
        office=_CENTRE.office,
        receiver=_CENTRE.name,
        number="12/TTPVHCC",
        place=_CENTRE.place,
        code=_CODE,
        applicant=_HOA,
        representative=_NAM,
        authority="Giấy ủy quyền số 05/2026, chứng thực ngày 20/11/2026",
        procedure=_PROCEDURE,
        procedure_code="1.004873",
        papers=(
            ReceiptPaper("Tờ khai cấp Giấy xác nhận tình trạng hôn nhân", original=1),
            ReceiptPaper("Trích lục ghi chú ly hôn", original=1, certified=1, copies=2),
            ReceiptPaper("Thẻ căn cước", presented=True),
        ),
        term="03 ngày làm việc",
        term_note="03 ngày làm việc: 25, 26 và 27/11; nghỉ 24/11",
        received=_at(23, 9, 14),
        due=_at(27, 17),
        return_at=_CENTRE.name,
        officer=_OFFICER,
        status_url=f"https://mc.anphuc.example/h/{_CODE}",
        fee=15_000,
        book="04/HT",
        book_number="0361",
        hotline=_CENTRE.hotline,
    )


def supplement() -> SupplementForm:
    """Form 02."""
    return SupplementForm(
        issuer=_CENTRE,
        number="03/PBS-TTPVHCC",
        made=_at(23, 9, 40),
        applicant=_HOA,
        procedure=_PROCEDURE,
        items=(
            "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân: bổ sung mục đích sử dụng và chữ ký của người yêu cầu.",
            "Trích lục ghi chú ly hôn: nộp bản chính hoặc bản sao có chứng thực.",
            "Giấy ủy quyền có chứng thực, nếu người khác nộp hồ sơ thay.",
        ),
        reason="thành phần hồ sơ chưa đủ theo quy định của thủ tục 1.004873",
        contact=f"bà {_OFFICER}, quầy số 2, {_CENTRE.name}",
        contact_phone=_CENTRE.hotline,
        officer=_OFFICER,
        code=_CODE,
        until=date(2026, 12, 7),
    )


def refusal() -> RefusalForm:
    """Form 03."""
    return RefusalForm(
        issuer=_CENTRE,
        number="01/PTC-TTPVHCC",
        made=_at(23, 10, 5),
        applicant=_NAM,
        procedure="Cấp giấy phép xây dựng nhà ở riêng lẻ",
        reasons=(
            "Thửa đất thuộc quy hoạch hành lang bảo vệ đê điều, không đủ điều kiện cấp giấy phép xây dựng.",
            "Hồ sơ thuộc thẩm quyền giải quyết của cơ quan chuyên môn cấp tỉnh.",
        ),
        officer=_OFFICER,
        code="",
    )


def apology() -> ApologyForm:
    """Form 04."""
    return ApologyForm(
        issuer=_CENTRE,
        number="02/PXL",
        made=_at(26, 8, 30),
        applicant=_HOA,
        procedure=_PROCEDURE,
        code=_CODE,
        agency=_COMMITTEE,
        received=_at(23, 9, 14),
        due=_at(27, 17),
        reason="đang chờ cơ quan đăng ký hộ tịch nơi cư trú trước đây trả lời văn bản xác minh",
        new_due=_at(3, 17, month=12),
        signer=_CHAIRMAN,
    )


def stop() -> StopForm:
    """Form 05."""
    return StopForm(
        issuer=_CENTRE,
        number="01/TB-TTPVHCC",
        made=_at(25, 14, 20),
        applicant=_HOA,
        procedure=_PROCEDURE,
        code=_CODE,
        received=_at(23, 9, 14),
        requested=date(2026, 11, 25),
        reason="không còn nhu cầu cấp giấy xác nhận",
        stopped=_at(25, 14, 20),
        papers_back=f"tại {_CENTRE.name}, khi đến mang theo Giấy tiếp nhận hồ sơ",
        fee_note="đã nộp 15.000 đồng, được giải quyết theo pháp luật về phí và lệ phí",
        signer="Vũ Thị Bích Ngọc",
        signer_title="GIÁM ĐỐC",
    )


def control() -> ControlForm:
    """Form 06."""
    centre, justice = "Trung tâm PVHCC", "Công chức Tư pháp - Hộ tịch"
    rows = (
        ControlRow(justice, _OFFICER, _at(23, 9, 20), "Bùi Quang Huy", _at(23, 9, 45), giver_unit=centre),
        ControlRow(
            "Lãnh đạo UBND xã",
            "Bùi Quang Huy",
            _at(26, 10, 0),
            _CHAIRMAN,
            _at(26, 10, 30),
            Outcome.EARLY,
            giver_unit=justice,
        ),
        ControlRow(
            centre,
            _CHAIRMAN,
            _at(27, 15, 0),
            _OFFICER,
            _at(27, 15, 10),
            Outcome.ON_TIME,
            "Kèm bản chính",
            giver_unit="Lãnh đạo UBND xã",
        ),
    )
    return ControlForm(
        issuer=_CENTRE,
        number="12/PKS-TTPVHCC",
        made=_at(23, 9, 14),
        code=_CODE,
        agency=_COMMITTEE,
        cooperating="Công an xã An Phúc",
        received=_at(23, 9, 14),
        due=_at(27, 17),
        rows=rows,
    )


def register(count: int = 24) -> RegisterForm:
    """Form 07 with ``count`` dossiers."""
    names = ("Trần Thị Hoa", "Phạm Văn Nam", "Đỗ Thị Mỹ Tú", "Nguyễn Văn Ất", "Công ty TNHH Ánh Dương")
    tasks = (_PROCEDURE, "Đăng ký khai sinh", "Đăng ký kết hôn", "Cấp bản sao Trích lục hộ tịch", "Đăng ký khai tử")
    rows = tuple(
        RegisterRow(
            code=f"H99.17-2611{2 + number // 60 % 8:02}-{number:04}",
            procedure=tasks[number % 5],
            applicant=names[number % 5],
            address="Thôn Phú Hòa, xã An Phúc",
            phone=f"0900 000 {number % 1000:03}",
            agency=_COMMITTEE,
            received=_at(2 + number // 60 % 8, 8 + number % 8, number % 60),
            due=_at(12 + number // 60 % 8, 17),
            returned=_at(11 + number // 60 % 8, 9, number % 60) if number % 3 else None,
            return_way="Tại quầy" if number % 4 else "Qua bưu điện",
            signed=names[number % 5] if number % 3 else "",
        )
        for number in range(1, count + 1)
    )
    return RegisterForm(
        issuer=_CENTRE,
        number="04/STD-TTPVHCC",
        made=_at(30, 16),
        field="Hộ tịch",
        first=date(2026, 11, 1),
        last=date(2026, 11, 30),
        rows=rows,
        book="04/HT",
    )


def fee_receipt() -> FeeReceipt:
    """The fee receipt."""
    return FeeReceipt(
        collector="Trung tâm Phục vụ hành chính công xã An Phúc",
        address="Thôn Phú Hòa, xã An Phúc, tỉnh Đồng Mẫu",
        tax_code="0000000001",
        pattern="01BLP0-001",
        series="AP-26E",
        number="0000361",
        place="An Phúc",
        paid=_at(23, 9, 16),
        payer=_HOA,
        lines=(FeeLine("Lệ phí cấp Giấy xác nhận tình trạng hôn nhân", 15_000),),
        method="Tiền mặt",
        cashier=_OFFICER,
        code=_CODE,
    )


def hand_over(count: int = 8) -> HandOverList:
    """The hand-over list with ``count`` results."""
    rows = tuple(
        HandOverRow(
            code=one.code,
            content=one.procedure,
            result=f"Giấy xác nhận số {number:02}/XN",
            holder=one.applicant,
            address=one.address,
            fee=15_000 if number % 2 else 0,
            by_post=number % 4 == 0,
        )
        for number, one in enumerate(register(count).rows, 1)
    )
    return HandOverList(
        issuer=_CENTRE,
        number="07/BG-TTPVHCC",
        made=_at(27, 15, 10),
        kind=HandOverKind.RESULTS,
        giver="Bùi Quang Huy",
        giver_unit="Công chức Tư pháp - Hộ tịch",
        taker=_OFFICER,
        taker_unit=_CENTRE.name,
        rows=rows,
    )


def _of_2025() -> dict[str, Form]:
    return {
        "01-giay-tiep-nhan": receipt(),
        "02-yeu-cau-bo-sung": supplement(),
        "03-tu-choi-tiep-nhan": refusal(),
        "04-xin-loi-gia-han": apology(),
        "05-thong-bao-dung": stop(),
        "06-phieu-kiem-soat": control(),
        "07-so-theo-doi": register(),
    }


def _of_2018() -> dict[str, Form]:
    """The set of 2018 for a dossier of that time: other titles for 04, other numbers for 05 and 06, the old office."""
    old = Edition.CIRCULAR_2018
    code = "000.17.25.H99-250310-0361"
    return {
        "2018-01-giay-tiep-nhan": replace(
            receipt(),
            edition=old,
            office=_DEPARTMENT.office,
            receiver=_DEPARTMENT.name,
            number="361/BPTNTKQ",
            code=code,
            representative=None,
            received=_at(10, 9, 14, 3, 2025),
            due=_at(13, 17, 0, 3, 2025),
            term_note="",
            return_at=_DEPARTMENT.name,
            status_url=f"https://mc.anphuc.example/h/{code}",
        ),
        "2018-02-yeu-cau-bo-sung": replace(
            supplement(),
            edition=old,
            issuer=_DEPARTMENT,
            number="03/PBS-BPTNTKQ",
            made=_at(10, 9, 40, 3, 2025),
            contact=f"bà {_OFFICER}, {_DEPARTMENT.name}",
            code=code,
            until=None,
        ),
        "2018-03-tu-choi-tiep-nhan": replace(
            refusal(), edition=old, issuer=_DEPARTMENT, number="01/PTC-BPTNTKQ", made=_at(10, 10, 5, 3, 2025)
        ),
        "2018-04-xin-loi-hen-lai": replace(
            apology(),
            edition=old,
            issuer=_DEPARTMENT,
            made=_at(12, 8, 30, 3, 2025),
            code=code,
            received=_at(10, 9, 14, 3, 2025),
            due=_at(13, 17, 0, 3, 2025),
            new_due=_at(19, 17, 0, 3, 2025),
        ),
        "2018-05-phieu-kiem-soat": _control_2018(code),
        "2018-06-so-theo-doi": _register_2018(),
    }


def _control_2018(code: str) -> ControlForm:
    received, due = _at(10, 9, 14, 3, 2025), _at(13, 17, 0, 3, 2025)
    return replace(
        control(),
        edition=Edition.CIRCULAR_2018,
        issuer=_DEPARTMENT,
        number="361/PKS-BPTNTKQ",
        code=code,
        made=received,
        received=received,
        due=due,
        rows=(),
    )


def _register_2018() -> RegisterForm:
    rows = tuple(
        replace(
            one,
            code=f"000.17.25.H99-2503{10 + number % 5:02}-{number:04}",
            received=_at(10 + number % 5, 9, 14, 3, 2025),
            due=_at(20, 17, 0, 3, 2025),
            returned=None,
            signed="",
        )
        for number, one in enumerate(register(9).rows, 1)
    )
    return replace(
        register(),
        edition=Edition.CIRCULAR_2018,
        issuer=_DEPARTMENT,
        number="04/STD-BPTNTKQ",
        made=_at(31, 16, 0, 3, 2025),
        first=date(2025, 3, 1),
        last=date(2025, 3, 31),
        rows=rows,
    )
