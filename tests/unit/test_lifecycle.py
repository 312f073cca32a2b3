"""What officers do with a dossier on a real store: the law is asked, an override is recorded, clocks stop and go on."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from counter_app.domain import dossier_facts as facts
from counter_app.domain.dossier_facts import FileRole, PaymentMethod, Rule
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.errors import Code, CounterError
from counter_app.journal.verify import verify
from counter_app.services.lifecycle import Lifecycle, Override
from tests.support.hostile_files import one_page_pdf
from tests.support.office import OpenOffice, open_office

MARITAL_STATUS = "1.004873"  # three working days
MISSING = ("Tờ khai theo mẫu",)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    with open_office(tmp_path / "data") as opened:
        yield opened
        assert verify(opened.journal).faults == ()


@pytest.fixture
def lifecycle(office: OpenOffice) -> Lifecycle:
    return office.services.lifecycle


@pytest.fixture
def received(office: OpenOffice) -> Dossier:
    reception = office.services.reception
    draft = replace(reception.choose(reception.begin(1), MARITAL_STATUS), name="Trần Văn Đức")
    return reception.receive(draft, 1, "ha")


@pytest.fixture
def processing(lifecycle: Lifecycle, received: Dossier) -> Dossier:
    lifecycle.hand_over(received.id, "ha", "minh")
    return lifecycle.take_over(received.id, "minh")


def refused(act: Callable[[], object]) -> CounterError:
    with pytest.raises(CounterError) as caught:
        act()
    return caught.value


def test_a_dossier_goes_from_desk_to_specialist_to_leader_to_the_citizen(
    office: OpenOffice, lifecycle: Lifecycle, processing: Dossier
) -> None:
    lifecycle.comment(processing.id, "minh", "Đã đối chiếu sổ hộ tịch")
    lifecycle.attach(processing.id, "minh", FileRole.DRAFT, "du-thao.pdf", one_page_pdf())
    lifecycle.hand_over(processing.id, "minh", "son", note="Trình ký")
    lifecycle.take_over(processing.id, "son")
    lifecycle.approve(processing.id, "son", "Đồng ý")
    ready = lifecycle.mark_ready(processing.id, "son", number="12/GXN")
    assert ready.state is DossierState.DONE
    assert ready.outcome is not None
    assert (ready.outcome.number, ready.outcome.signer) == ("12/GXN", "Vũ Hoàng Sơn")
    returned = lifecycle.return_result(processing.id, "ha", "Trần Văn Đức")
    assert returned.state is DossierState.RETURNED
    told = [type(one.fact).__name__ for one in office.services.dossiers.history(processing.id)]
    assert told[0] == "DossierReceived"
    assert told[-2:] == ["ResultReady", "DossierReturned"]
    assert [(hand.giver, hand.taker) for hand in returned.hands] == [("ha", "minh"), ("minh", "son")]


def test_a_forbidden_act_says_the_rule_and_its_article_and_leaves_nothing(
    office: OpenOffice, lifecycle: Lifecycle, received: Dossier
) -> None:
    before = office.journal.last_seq
    error = refused(lambda: lifecycle.return_result(received.id, "ha", "Trần Văn Đức"))
    assert (error.code, error.params["rule"]) == (Code.LAW_FORBIDS, "order")
    assert "118/2025" in str(error.params["article"])
    assert office.journal.last_seq == before


def test_an_administrator_overrides_with_a_reason_that_is_an_entry(
    office: OpenOffice, lifecycle: Lifecycle, received: Dossier
) -> None:
    override = Override("son", "Công dân ở xa, đã có bản giấy")
    returned = lifecycle.return_result(received.id, "ha", "Trần Văn Đức", override=override)
    assert returned.state is DossierState.RETURNED
    opened = [
        one for one in office.services.dossiers.history(received.id) if isinstance(one.fact, facts.RuleOverridden)
    ]
    assert [
        (one.fact.rule, one.fact.reason, one.actor) for one in opened if isinstance(one.fact, facts.RuleOverridden)
    ] == [(Rule.ORDER, "Công dân ở xa, đã có bản giấy", "officer/son")]


@pytest.mark.parametrize(
    "override,code", [(Override("ha", "vội"), Code.DUTY_MISSING), (Override("son", "  "), Code.REASON_MISSING)]
)
def test_nobody_overrides_without_the_duty_or_without_a_reason(
    lifecycle: Lifecycle, received: Dossier, override: Override, code: Code
) -> None:
    error = refused(lambda: lifecycle.return_result(received.id, "ha", "Trần Văn Đức", override=override))
    assert error.code is code


def test_papers_are_asked_for_once_and_the_appointment_moves_by_the_time_waited(
    office: OpenOffice, lifecycle: Lifecycle, processing: Dossier
) -> None:
    # Received Monday 23/11 08:55; the 24th is a holiday; three working days: Friday 27/11, 17:00.
    assert processing.due == datetime(2026, 11, 27, 10, tzinfo=UTC)
    asked = lifecycle.request_supplement(processing.id, "minh", MISSING, "Tờ khai chưa ký")
    assert asked.state is DossierState.SUPPLEMENT
    office.clock.set(datetime(2026, 11, 26, 1, 55, tzinfo=UTC))  # Thursday 08:55: two working days later
    came = lifecycle.take_supplement(processing.id, "ha", ())
    assert (came.state, came.due) == (DossierState.PROCESSING, datetime(2026, 12, 1, 10, tzinfo=UTC))
    error = refused(lambda: lifecycle.request_supplement(processing.id, "minh", MISSING, "Thêm nữa"))
    assert (error.params["rule"], error.params["article"]) == (
        "supplement-once",
        "Điều 11 Nghị định 118/2025/NĐ-CP",
    )


def test_money_is_asked_for_and_paid_and_the_clock_stood_still(
    office: OpenOffice, lifecycle: Lifecycle, processing: Dossier
) -> None:
    asked = lifecycle.request_payment(processing.id, "minh", 120_000, "Lệ phí trước bạ")
    assert (asked.state, asked.to_pay) == (DossierState.PAYMENT, 120_000)
    office.clock.set(datetime(2026, 11, 25, 1, 55, tzinfo=UTC))
    paid = lifecycle.record_payment(processing.id, "ha", PaymentMethod.TRANSFER, "BL-7")
    assert (paid.to_pay, paid.paid, paid.due) == (0, 120_000, datetime(2026, 11, 30, 10, tzinfo=UTC))
    assert refused(lambda: lifecycle.request_payment(processing.id, "minh", 0, "gì đó")).code is Code.AMOUNT_INVALID


def test_an_apology_names_a_later_day_once_and_in_time(
    office: OpenOffice, lifecycle: Lifecycle, processing: Dossier
) -> None:
    assert processing.due is not None
    later = processing.due + timedelta(days=4)
    early = refused(lambda: lifecycle.extend(processing.id, "minh", "Chờ xác minh", processing.due or later))
    assert early.code is Code.DUE_NOT_LATER
    office.clock.set(processing.due - timedelta(hours=8))
    too_late = refused(lambda: lifecycle.extend(processing.id, "minh", "Chờ xác minh", later))
    assert too_late.params["rule"] == "extension-in-time"
    office.clock.set(processing.due - timedelta(days=1))
    assert lifecycle.extend(processing.id, "minh", "Chờ xác minh", later).due == later
    again = refused(lambda: lifecycle.extend(processing.id, "minh", "Vẫn chờ", later + timedelta(days=5)))
    assert again.params["rule"] == "extension-once"


def test_a_citizen_withdraws_and_the_office_stops(lifecycle: Lifecycle, processing: Dossier) -> None:
    asked = lifecycle.request_withdrawal(processing.id, "ha", "Trần Văn Đức", "Không cần nữa")
    assert asked.state is DossierState.WITHDRAWING
    stopped = lifecycle.stop(processing.id, "minh", "Theo đề nghị của người nộp")
    assert (stopped.state, stopped.holder) == (DossierState.STOPPED, "")


def test_nothing_is_withdrawn_once_there_is_a_result(lifecycle: Lifecycle, processing: Dossier) -> None:
    lifecycle.mark_ready(processing.id, "minh", signer="son")
    error = refused(lambda: lifecycle.request_withdrawal(processing.id, "ha", "Trần Văn Đức", "Đổi ý"))
    assert error.params["rule"] == "stop-before-result"


def test_a_result_needs_a_leader(lifecycle: Lifecycle, processing: Dossier) -> None:
    error = refused(lambda: lifecycle.mark_ready(processing.id, "minh"))
    assert error.code is Code.RESULT_NOT_APPROVED
    assert refused(lambda: lifecycle.mark_ready(processing.id, "minh", signer="ha")).code is Code.RESULT_NOT_APPROVED
    assert refused(lambda: lifecycle.approve(processing.id, "minh")).code is Code.DUTY_MISSING


def test_copies_certified_while_the_citizen_waits_go_through_in_one_act(
    office: OpenOffice, lifecycle: Lifecycle, received: Dossier
) -> None:
    ready = lifecycle.mark_ready(received.id, "ha", signer="son")
    assert (ready.state, ready.approved_by) == (DossierState.DONE, "son")
    told = [type(one.fact).__name__ for one in office.services.dossiers.history(received.id)]
    assert told[-4:] == ["HandedOver", "TakenOver", "ResultApproved", "ResultReady"]


def test_a_refused_act_in_the_middle_undoes_the_whole(
    office: OpenOffice, lifecycle: Lifecycle, processing: Dossier
) -> None:
    lifecycle.request_payment(processing.id, "minh", 5_000, "Phí")
    before = office.journal.last_seq
    assert refused(lambda: lifecycle.mark_ready(processing.id, "minh", signer="son")).code is Code.LAW_FORBIDS
    assert office.journal.last_seq == before


def test_a_leader_sends_a_draft_back(lifecycle: Lifecycle, processing: Dossier) -> None:
    lifecycle.hand_over(processing.id, "minh", "son")
    back = lifecycle.send_back(processing.id, "son", "minh", "Sai ngày sinh")
    assert (back.holder, back.approved_by, back.hand.note if back.hand else "") == ("minh", "", "Sai ngày sinh")


def test_the_time_of_a_step_is_working_time(office: OpenOffice, lifecycle: Lifecycle, received: Dossier) -> None:
    given = lifecycle.hand_over(received.id, "ha", "minh")
    assert given.step_due == given.due  # the procedure has no steps: the whole term
    assert refused(lambda: lifecycle.hand_over(received.id, "ha", "nobody")).code is Code.OFFICER_UNKNOWN


def test_a_reason_is_never_empty(lifecycle: Lifecycle, processing: Dossier) -> None:
    for act in (
        lambda: lifecycle.stop(processing.id, "minh", " "),
        lambda: lifecycle.comment(processing.id, "minh", ""),
        lambda: lifecycle.request_supplement(processing.id, "minh", (" ",), "thiếu"),
        lambda: lifecycle.request_supplement(processing.id, "minh", MISSING, ""),
    ):
        assert refused(act).code is Code.REASON_MISSING


def test_an_empty_file_is_not_attached(lifecycle: Lifecycle, processing: Dossier) -> None:
    error = refused(lambda: lifecycle.attach(processing.id, "minh", FileRole.SIGNED, "kq.pdf", b""))
    assert error.code is Code.FILE_EMPTY


def test_an_unknown_dossier_is_said(lifecycle: Lifecycle) -> None:
    assert refused(lambda: lifecycle.take_over("nothing", "ha")).code is Code.DOSSIER_UNKNOWN
