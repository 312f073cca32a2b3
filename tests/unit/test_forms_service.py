"""The forms of a dossier: what is on paper is what was recorded, once given out it stays the same paper."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from counter_app.domain import dossier_facts as facts
from counter_app.domain.dossier_facts import (
    Applicant,
    Authorised,
    FileRole,
    FormKind,
    PaymentMethod,
    PersonKind,
    ReturnWay,
)
from counter_app.errors import Code, CounterError
from counter_app.journal.verify import verify
from tests.support.dossier_entries import DAY, DUE, HOA, RECEIVED, in_order, letters, office_on, told, words
from tests.support.office import MORNING, OpenOffice

ASKED = facts.SupplementRequested(
    "ha", ("Trích lục ly hôn", "Văn bản ủy quyền"), "Giấy tờ chưa đủ", "Lê Thị Thu Hà, 0905 111 222", date(2026, 12, 4)
)


def issued(office: OpenOffice, id_: str = "d1") -> list[FormKind]:
    return [one.fact.form for one in office.services.dossiers.history(id_) if isinstance(one.fact, facts.FormIssued)]


def test_form_01_is_the_receipt_of_the_reception(office: OpenOffice, tmp_path: Path) -> None:
    told(office, RECEIVED)
    first = office.services.forms.form("d1", FormKind.RECEIPT)
    assert first == office.services.reception.receipt("d1") == office.services.forms.form("d1", FormKind.RECEIPT)
    assert "Giấy không cần" not in words(first, tmp_path)
    printed = [one for one in office.services.dossiers.history("d1") if isinstance(one.fact, facts.ReceiptPrinted)]
    assert len(printed) == 1


def test_a_receipt_printed_late_still_says_what_was_agreed(office: OpenOffice, tmp_path: Path) -> None:
    told(office, RECEIVED, facts.TermExtended("ha", "Chờ xác minh", DUE + 5 * DAY))
    text = words(office.services.forms.form("d1", FormKind.RECEIPT), tmp_path)
    assert "Thời gian trả kết quả: 17 giờ 00 phút, ngày 27 tháng 11 năm 2026" in text


def test_form_01_names_who_stood_at_the_counter_and_who_applies_together(office: OpenOffice, tmp_path: Path) -> None:
    agent = Authorised(Applicant("Lê Minh Khôi", "000090000111"), "Giấy ủy quyền số 01/2026")
    together = (Applicant("Nguyễn Văn Ất", "000076000018"),)
    fact = replace(
        RECEIVED,
        authorised=agent,
        co_applicants=together,
        copies=2,
        content="Xác nhận để kết hôn",
        return_way=ReturnWay.POST,
        return_address="Số 1 đường Hoa Sen, phường Bình An",
    )
    text = words(office.services.forms.form(told(office, fact), FormKind.RECEIPT), tmp_path)
    for expected in (
        "Trần Thị Hoa",
        "Nguyễn Văn Ất",
        "Lê Minh Khôi",
        "Giấy ủy quyền số 01/2026",
        "Xác nhận để kết hôn",
        "02 (bộ)",
        "Số 1 đường Hoa Sen",
    ):
        assert expected in text


def test_an_organisation_is_named_with_its_representative(office: OpenOffice, tmp_path: Path) -> None:
    firm = Applicant("Công ty Hoa Sen", "0100000017", kind=PersonKind.ENTERPRISE, representative="Lê Minh Khôi")
    told(office, replace(RECEIVED, applicant=firm))
    assert "Công ty Hoa Sen (đại diện: Lê Minh Khôi)" in words(
        office.services.forms.form("d1", FormKind.RECEIPT), tmp_path
    )


def test_form_02_says_all_that_was_asked_for(office: OpenOffice, tmp_path: Path) -> None:
    told(office, RECEIVED, facts.HandedOver(0, "ha", "ha", "Tư pháp – hộ tịch"), ASKED)
    in_order(
        words(office.services.forms.form("d1", FormKind.SUPPLEMENT), tmp_path),
        "030012/PBS-TTPVHCC",
        "Trần Thị Hoa",
        "Cấp Giấy xác nhận tình trạng hôn nhân",
        "Thôn Phú Hòa, xã An Phúc",
        "0905 000 417",
        "hoa@x.example",
        "Trích lục ly hôn",
        "Văn bản ủy quyền",
        "Giấy tờ chưa đủ",
        "Lê Thị Thu Hà",
        "0905 111 222",
    )


def test_form_02_of_what_is_not_received_yet_has_no_code(office: OpenOffice, tmp_path: Path) -> None:
    registered = facts.DossierRegistered(
        "an-phuc", "ha", RECEIVED.procedure, RECEIVED.procedure_name, RECEIVED.field, HOA, RECEIVED.papers
    )
    told(office, registered, ASKED)
    in_order(words(office.services.forms.form("d1", FormKind.SUPPLEMENT), tmp_path), "Trần Thị Hoa", "Trích lục ly hôn")


def test_form_03_gives_every_reason(office: OpenOffice, tmp_path: Path) -> None:
    registered = facts.DossierRegistered(
        "an-phuc", "ha", RECEIVED.procedure, RECEIVED.procedure_name, RECEIVED.field, HOA, RECEIVED.papers
    )
    told(office, registered, facts.DossierRefused("ha", ("Không thuộc thẩm quyền", "Giấy tờ không hợp lệ")))
    in_order(
        words(office.services.forms.form("d1", FormKind.REFUSAL), tmp_path),
        "Trần Thị Hoa",
        "000152000417",
        "Thôn Phú Hòa",
        "0905 000 417",
        "Cấp Giấy xác nhận",
        "Không thuộc thẩm quyền",
        "Giấy tờ không hợp lệ",
        "Lê Thị Thu Hà",
    )


def test_form_04_names_the_day_that_is_not_kept_and_the_new_one(office: OpenOffice, tmp_path: Path) -> None:
    later = datetime(2026, 12, 2, 10, tzinfo=UTC)
    told(office, RECEIVED, DAY, facts.TermExtended("ha", "Chờ kết quả xác minh", later))
    in_order(
        words(office.services.forms.form("d1", FormKind.APOLOGY), tmp_path),
        "Trần Thị Hoa",
        "000152000417",
        RECEIVED.code,
        "27",
        "Chờ kết quả xác minh",
        "02 tháng 12 năm 2026",
        "Vũ Hoàng Sơn",
    )


def test_form_05_says_who_asked_and_what_becomes_of_papers_and_fee(office: OpenOffice, tmp_path: Path) -> None:
    told(
        office,
        RECEIVED,
        facts.WithdrawalRequested("ha", "Trần Thị Hoa", "Không cần nữa"),
        DAY,
        facts.DossierStopped("ha", "Theo đề nghị của người nộp"),
    )
    text = words(office.services.forms.form("d1", FormKind.STOP), tmp_path)
    for expected in (
        RECEIVED.code,
        "Trần Thị Hoa",
        "Theo đề nghị của người nộp",
        "15.000 đ",
        "nhận lại giấy tờ đã nộp tại Trung tâm",
    ):
        assert expected in text
    assert "23/11/2026" in text or "23 tháng 11 năm 2026" in text


def test_form_06_has_every_hand_from_the_counter_to_the_result(office: OpenOffice, tmp_path: Path) -> None:
    at = office.clock.now()
    told(
        office,
        RECEIVED,
        timedelta(hours=1),
        facts.HandedOver(0, "ha", "minh", "Địa chính – xây dựng", at + 5 * timedelta(hours=1), "xác minh nơi ở"),
        timedelta(minutes=5),
        facts.TakenOver("minh"),
        DAY,
        facts.HandedOver(1, "minh", "son", "Lãnh đạo UBND xã", at + 3 * DAY),
        timedelta(minutes=7),
        facts.TakenOver("son"),
        facts.ResultApproved("son"),
        facts.ResultReady("minh", "12/GXN"),
        facts.DossierReturned("lan", "Trần Thị Hoa"),
    )
    pdf = office.services.forms.form("d1", FormKind.CONTROL)
    in_order(words(pdf, tmp_path), "030012/PKS-TTPVHCC", RECEIVED.code)
    text = letters(pdf, tmp_path)
    for expected in (
        "Trần Thị Hoa",
        "Lê Thị Thu Hà",
        "Phạm Quang Minh",
        "Vũ Hoàng Sơn",
        "Đỗ Ngọc Lan",
        "xác minh nơi ở",
    ):
        assert expected.replace(" ", "") in text


def test_form_06_is_made_fresh_and_kept_nowhere(office: OpenOffice) -> None:
    told(office, RECEIVED)
    before = office.services.forms.form("d1", FormKind.CONTROL)
    told(office, facts.HandedOver(0, "ha", "minh", "Địa chính – xây dựng"))
    assert office.services.forms.form("d1", FormKind.CONTROL) != before
    assert issued(office) == []


def test_a_form_given_out_stays_the_same_paper(office: OpenOffice) -> None:
    told(office, RECEIVED, facts.HandedOver(0, "ha", "ha", ""), ASKED)
    first = office.services.forms.form("d1", FormKind.SUPPLEMENT)
    told(office, DAY, facts.SupplementReceived("ha", RECEIVED.papers, DUE + DAY))
    assert office.services.forms.form("d1", FormKind.SUPPLEMENT) == first
    assert issued(office) == [FormKind.SUPPLEMENT]
    assert verify(office.journal).faults == ()


def test_a_second_request_that_was_allowed_gets_its_own_paper(office: OpenOffice, tmp_path: Path) -> None:
    told(office, RECEIVED, facts.HandedOver(0, "ha", "ha", ""), ASKED)
    office.services.forms.form("d1", FormKind.SUPPLEMENT)
    told(
        office,
        facts.SupplementReceived("ha", RECEIVED.papers, DUE + DAY),
        facts.RuleOverridden("son", facts.Rule.SUPPLEMENT_ONCE, "luật mới đổi mẫu"),
        replace(ASKED, items=("Ảnh thẻ",)),
    )
    assert "Ảnh thẻ" in words(office.services.forms.form("d1", FormKind.SUPPLEMENT), tmp_path)
    assert issued(office) == [FormKind.SUPPLEMENT, FormKind.SUPPLEMENT]


@pytest.mark.parametrize("kind", [FormKind.SUPPLEMENT, FormKind.REFUSAL, FormKind.APOLOGY, FormKind.STOP])
def test_without_its_act_there_is_no_form(office: OpenOffice, kind: FormKind) -> None:
    told(office, RECEIVED)
    with pytest.raises(CounterError) as refused:
        office.services.forms.form("d1", kind)
    assert refused.value.code is Code.FORM_NOT_FOR_STATE
    assert refused.value.params == {"form": kind.value, "code": RECEIVED.code, "state": "received"}
    assert office.services.forms.available("d1") == (FormKind.RECEIPT, FormKind.CONTROL)


@pytest.mark.parametrize("kind", [FormKind.RECEIPT, FormKind.CONTROL])
def test_what_is_not_received_has_no_receipt_and_no_control_slip(office: OpenOffice, kind: FormKind) -> None:
    registered = facts.DossierRegistered("an-phuc", "ha", "1.004873", "Thủ tục", "Hộ tịch", HOA, ())
    told(office, registered)
    with pytest.raises(CounterError) as refused:
        office.services.forms.form("d1", kind)
    assert refused.value.code is Code.FORM_NOT_FOR_STATE
    assert office.services.forms.available("d1") == ()


def test_an_unknown_dossier_is_said(office: OpenOffice) -> None:
    for kind in FormKind:
        with pytest.raises(CounterError) as refused:
            office.services.forms.form("nobody", kind)
        assert refused.value.code is Code.DOSSIER_UNKNOWN


@pytest.mark.parametrize(
    "received, title",
    [
        (datetime(2025, 8, 20, 2, tzinfo=UTC), "hẹn lại ngày trả kết quả"),
        (datetime(2025, 9, 14, 16, 59, tzinfo=UTC), "hẹn lại ngày trả kết quả"),
        (datetime(2025, 9, 14, 17, 0, tzinfo=UTC), "đề nghị gia hạn"),
        (MORNING, "đề nghị gia hạn"),
    ],
)
def test_the_law_of_the_day_of_reception_chooses_the_set(tmp_path: Path, received: datetime, title: str) -> None:
    with office_on(tmp_path, received) as office:
        extended = facts.TermExtended("ha", "Chờ xác minh", received + 9 * DAY)
        told(office, replace(RECEIVED, due=received + 4 * DAY), DAY, extended)
        text = words(office.services.forms.form("d1", FormKind.APOLOGY), tmp_path)
    assert title.casefold() in text.casefold()


def test_a_preview_keeps_nothing(office: OpenOffice, tmp_path: Path) -> None:
    told(office, RECEIVED, facts.HandedOver(0, "ha", "ha", ""))
    before = len(office.services.dossiers.history("d1"))
    assert "Trích lục ly hôn" in words(office.services.forms.preview("d1", ASKED), tmp_path)
    later = facts.TermExtended("ha", "Chờ xác minh", DUE + 5 * DAY)
    in_order(words(office.services.forms.preview("d1", later), tmp_path), "27", "Chờ xác minh", "02 tháng 12")
    assert len(office.services.dossiers.history("d1")) == before


def test_each_payment_has_its_receipt(office: OpenOffice, tmp_path: Path) -> None:
    told(
        office,
        RECEIVED,
        facts.HandedOver(0, "ha", "ha", ""),
        facts.PaymentRequested("ha", 250_000, "Lệ phí trước bạ"),
        DAY,
        facts.PaymentMade("lan", 250_000, PaymentMethod.TRANSFER, DUE + DAY, "0001234"),
    )
    forms = office.services.forms
    assert [paid.amount for paid in forms.payments("d1")] == [15_000, 250_000]
    first, second = (words(forms.fee_receipt("d1", number), tmp_path) for number in (0, 1))
    for expected in ("Trần Thị Hoa", "15.000", "mười lăm nghìn đồng", "Tiền mặt", "Lê Thị Thu Hà"):
        assert expected.casefold() in first.casefold()
    for expected in ("Lệ phí trước bạ", "250.000", "Chuyển khoản", "Đỗ Ngọc Lan", "0001234"):
        assert expected in second
    with pytest.raises(CounterError) as refused:
        forms.fee_receipt("d1", 2)
    assert refused.value.code is Code.FORM_NOT_FOR_STATE


def test_a_free_dossier_has_no_fee_receipt(office: OpenOffice) -> None:
    told(office, replace(RECEIVED, fee=0))
    assert office.services.forms.payments("d1") == ()


def test_files_of_the_processing_change_no_form(office: OpenOffice) -> None:
    told(office, RECEIVED, facts.TermExtended("ha", "Chờ xác minh", DUE + 3 * DAY))
    first = office.services.forms.form("d1", FormKind.APOLOGY)
    told(office, facts.FileAttached("ha", FileRole.DRAFT, "du-thao.pdf", "a" * 64, 3))
    assert office.services.forms.form("d1", FormKind.APOLOGY) == first
