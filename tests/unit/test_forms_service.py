"""The forms of a dossier: what is on paper is what was recorded, once given out it stays the same paper."""

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from counter_app.clocks import ManualClock
from counter_app.domain import dossier_facts as facts
from counter_app.domain.dossier_facts import (
    Applicant,
    Authorised,
    FileRole,
    FormKind,
    PaymentMethod,
    PersonKind,
    ReceivedPaper,
    ReturnWay,
)
from counter_app.domain.facts import Fact
from counter_app.domain.procedures import PaperCount, PaperForm, WorkStep
from counter_app.errors import Code, CounterError
from counter_app.journal.verify import verify
from counter_app.services.register import Period
from tests.support.office import MORNING, OpenOffice, open_office

DAY = timedelta(days=1)
DUE = datetime(2026, 11, 27, 10, tzinfo=UTC)
HOA = Applicant(
    "Trần Thị Hoa",
    "000152000417",
    date(1952, 3, 14),
    "female",
    "Thôn Phú Hòa, xã An Phúc",
    "0905 000 417",
    "hoa@x.example",
)
RECEIVED = facts.DossierReceived(
    code="H99.17-261123-030012",
    office="an-phuc",
    desk=3,
    officer="ha",
    ticket="",
    procedure="1.004873",
    procedure_name="Cấp Giấy xác nhận tình trạng hôn nhân",
    field="Hộ tịch",
    applicant=HOA,
    papers=(
        ReceivedPaper("Tờ khai", PaperForm.ORIGINAL, 1, also=(PaperCount(PaperForm.COPY, 2),)),
        ReceivedPaper("Giấy không cần", PaperForm.ORIGINAL, 1, applies=False),
    ),
    fee=15_000,
    payment=PaymentMethod.CASH,
    due=DUE,
    term="3 working-day",
    steps=(WorkStep("Thẩm định", "Tư pháp – hộ tịch", 8), WorkStep("Ký duyệt", "Lãnh đạo UBND xã", 4)),
)
ASKED = facts.SupplementRequested(
    "ha", ("Trích lục ly hôn", "Văn bản ủy quyền"), "Giấy tờ chưa đủ", "Lê Thị Thu Hà, 0905 111 222", date(2026, 12, 4)
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    with open_office(tmp_path / "data") as opened:
        yield opened


def told(office: OpenOffice, *said: Fact | timedelta, id_: str = "d1") -> str:
    """Record what happened to a dossier; a span lets time pass."""
    for one in said:
        if isinstance(one, timedelta):
            office.clock.move(one)
            continue
        with office.journal.transaction() as transaction:
            transaction.append(f"dossier/{id_}", one, "officer/ha")
    return id_


def office_on(folder: Path, instant: datetime) -> OpenOffice:
    """An office whose journal begins at ``instant``: its time never goes back."""
    return open_office(folder / "earlier", clock=ManualClock(instant))


def words(pdf: bytes, folder: Path) -> str:
    path = folder / "form.pdf"
    path.write_bytes(pdf)
    said = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    return " ".join(said.stdout.decode().split())


def letters(pdf: bytes, folder: Path) -> str:
    """Every letter cell by cell, without blanks: narrow columns break codes and words."""
    path = folder / "form.pdf"
    path.write_bytes(pdf)
    said = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    return "".join(said.stdout.decode().split())


def in_order(text: str, *expected: str) -> None:
    at = 0
    for one in expected:
        found = text.find(one, at)
        assert found >= 0, f"{one!r} is not in {text[at:]!r}"
        at = found + len(one)


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


# form 07 and what changed hands


def many(office: OpenOffice, count: int, field: str = "Hộ tịch") -> list[str]:
    codes = []
    for number in range(count):
        code = f"H99.17-261123-{field[0]}{number:05d}"
        told(office, replace(RECEIVED, code=code, field=field), timedelta(minutes=1), id_=f"{field}{number}")
        codes.append(code)
    return codes


TODAY = Period(date(2026, 11, 23), date(2026, 11, 23))


def rows(path: Path) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))


def test_the_register_has_the_dossiers_of_a_field_and_a_period_in_order(tmp_path: Path) -> None:
    with office_on(tmp_path, MORNING - DAY) as office:
        told(office, replace(RECEIVED, code="H99.17-261122-030001"), DAY, id_="yesterday")
        civil, land = many(office, 3), many(office, 2, "Đất đai")
        told(office, facts.HandedOver(0, "ha", "ha", ""), facts.ResultApproved("son"), id_="Hộ tịch0")
        told(office, facts.ResultReady("ha"), facts.DossierReturned("ha", "Lê Minh Khôi"), id_="Hộ tịch0")
        register = office.services.register
        assert register.fields() == ("Hộ tịch", "Đất đai")
        assert register.write(tmp_path / "a.xlsx", TODAY, "Hộ tịch") == 3
        assert register.write(tmp_path / "b.xlsx", TODAY) == 5
        assert register.write(tmp_path / "c.csv", Period(date(2026, 11, 22), date(2026, 11, 22))) == 1
    written = rows(tmp_path / "a.xlsx")
    assert [row[1] for row in written[2:]] == civil
    assert [row[-1] for row in written[2:]] == ["Lê Minh Khôi", None, None]
    assert {row[6] for row in written[2:]} == {"UBND xã An Phúc"}
    assert [row[1] for row in rows(tmp_path / "b.xlsx")[2:]] == civil + land


def test_the_register_leaves_out_what_was_not_received(office: OpenOffice, tmp_path: Path) -> None:
    told(office, facts.DossierRegistered("an-phuc", "ha", "1.004873", "Thủ tục", "Hộ tịch", HOA, ()))
    assert office.services.register.write(tmp_path / "a.xlsx", TODAY) == 0


def test_the_register_begins_at_midnight_in_vietnam(tmp_path: Path) -> None:
    with office_on(tmp_path, datetime(2026, 11, 22, 16, 59, 59, tzinfo=UTC)) as office:
        told(office, RECEIVED, timedelta(seconds=1))
        told(office, replace(RECEIVED, code="H99.17-261123-030099"), id_="d2")
        register = office.services.register
        assert [one.code for one in register.dossiers(TODAY)] == ["H99.17-261123-030099"]
        before = Period(date(2026, 11, 22), date(2026, 11, 22))
        assert [one.code for one in register.dossiers(before)] == [RECEIVED.code]


def test_a_register_longer_than_a_page_of_the_store_is_whole(office: OpenOffice) -> None:
    with office.journal.transaction() as transaction:
        for number in range(1_203):  # all in one instant: the page ends among equals
            fact = replace(RECEIVED, code=f"H99.17-261123-{number:06d}")
            transaction.append(f"dossier/n{number}", fact, "officer/ha")
    found = [one.code for one in office.services.register.dossiers(TODAY)]
    assert len(found) == len(set(found)) == 1_203


def test_a_register_too_long_for_paper_says_so_before_drawing(
    office: OpenOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("counter_app.services.register.MOST_ON_PAPER", 2)
    many(office, 3)
    with pytest.raises(CounterError) as refused:
        office.services.register.form(TODAY)
    assert refused.value.code is Code.LIST_TOO_LONG
    assert office.services.register.write(tmp_path / "a.xlsx", TODAY) == 3


def test_form_07_is_a_paper_with_every_dossier(office: OpenOffice, tmp_path: Path) -> None:
    codes = many(office, 3)
    pdf = office.services.register.form(TODAY, "Hộ tịch")
    in_order(words(pdf, tmp_path), "SỔ THEO DÕI HỒ SƠ", "Hộ tịch")
    # a code may break after its hyphen, which pdftotext takes for a divided word's
    in_order(letters(pdf, tmp_path).replace("-", ""), *(code.replace("-", "") for code in codes))


def test_days_the_wrong_way_round_are_refused(office: OpenOffice) -> None:
    with pytest.raises(CounterError) as refused:
        office.services.register.form(Period(date(2026, 11, 24), date(2026, 11, 23)))
    assert refused.value.code is Code.PERIOD_INVALID


def hands(office: OpenOffice, giver: str = "", taker: str = "") -> Sequence[str]:
    return [
        f"{one.dossier.code[-1]}:{one.giver}>{one.taker}"
        for one in office.services.register.handings(TODAY, giver, taker)
    ]


def test_what_changed_hands_is_listed_in_order_for_both(office: OpenOffice, tmp_path: Path) -> None:
    many(office, 2)
    told(office, facts.HandedOver(0, "ha", "minh", "Địa chính – xây dựng"), id_="Hộ tịch1")
    told(office, timedelta(minutes=1), facts.HandedOver(0, "ha", "lan", "Văn phòng – thống kê"), id_="Hộ tịch0")
    told(office, timedelta(minutes=1), facts.TakenOver("minh"), id_="Hộ tịch1")
    told(office, DAY, facts.HandedOver(1, "minh", "son", "Lãnh đạo UBND xã"), id_="Hộ tịch1")
    assert hands(office) == ["1:Lê Thị Thu Hà>Phạm Quang Minh", "0:Lê Thị Thu Hà>Đỗ Ngọc Lan"]
    assert hands(office, taker="lan") == ["0:Lê Thị Thu Hà>Đỗ Ngọc Lan"]
    assert hands(office, giver="minh") == []
    text = words(office.services.register.hand_over_list(TODAY, "ha", "minh"), tmp_path)
    for expected in ("Lê Thị Thu Hà", "Phạm Quang Minh", "Trần Thị Hoa"):
        assert expected in text
    assert office.services.register.write_hand_overs(tmp_path / "a.xlsx", TODAY, "ha") == 2
    assert [row[4] for row in rows(tmp_path / "a.xlsx")[2:]] == ["Lê Thị Thu Hà"] * 2


def test_a_dossier_that_ended_before_the_period_is_not_looked_at_twice(office: OpenOffice) -> None:
    told(office, RECEIVED, facts.HandedOver(0, "ha", "ha", ""), facts.ResultApproved("son"))
    told(office, facts.ResultReady("ha"), facts.DossierReturned("ha", "Trần Thị Hoa"))
    tomorrow = Period(date(2026, 11, 24), date(2026, 11, 24))
    assert [one.dossier.code for one in office.services.register.handings(TODAY)] == [RECEIVED.code]
    assert office.services.register.handings(tomorrow) == ()


def test_files_of_the_processing_change_no_form(office: OpenOffice) -> None:
    told(office, RECEIVED, facts.TermExtended("ha", "Chờ xác minh", DUE + 3 * DAY))
    first = office.services.forms.form("d1", FormKind.APOLOGY)
    told(office, facts.FileAttached("ha", FileRole.DRAFT, "du-thao.pdf", "a" * 64, 3))
    assert office.services.forms.form("d1", FormKind.APOLOGY) == first
