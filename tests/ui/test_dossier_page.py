"""One dossier's page: each act by keyboard from the page to the journal, what the law forbids, the time line."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from counter_app.domain import dossier_facts as facts
from counter_app.domain.dossier_facts import FileRole, FormKind, PaymentMethod, Rule
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.facts import Fact
from counter_app.services.lifecycle import Override
from tests.support.hostile_files import one_page_pdf
from tests.support.office import OpenOffice
from tests.support.typing import press, type_text
from tests.ui.desk_kit import Desk, open_desk
from tests.ui.test_desk_layout import cut
from ui import theme
from ui.components.elided_label import ElidedLabel
from ui.desk import words
from ui.desk.dossier.act_forms import ActForm
from ui.desk.dossier.acts import Act
from ui.desk.dossier.controller import DossierController
from ui.desk.dossier.override import OverrideForm
from ui.desk.dossier.story import Mark
from ui.tasks import Tasks

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
ENTER, ESC, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space


def received(office: OpenOffice, name: str = "Nguyễn Thị Hậu") -> Dossier:
    reception = office.services.reception
    draft = reception.choose(reception.begin(1), "1.004873")
    return reception.receive(replace(draft, name=name, identity="000185000017", phone="0900 000 185"), 1, "ha")


def in_work(office: OpenOffice) -> Dossier:
    """A dossier that officer Hà works on."""
    dossier = received(office)
    office.services.lifecycle.hand_over(dossier.id, "minh", "ha")
    return office.services.lifecycle.take_over(dossier.id, "ha")


@contextmanager
def at_dossier(
    bot: QtBot, office: OpenOffice, tasks: Tasks, dossier: Dossier
) -> Iterator[tuple[Desk, DossierController]]:
    """Open it by keyboard from the list."""
    with open_desk(bot, office, tasks) as desk:
        press(Qt.Key.Key_2, CTRL)
        page = desk.window.dossiers_page
        desk.until(lambda: page.table.count > 0 and page.line.hasFocus())
        press(ENTER)
        desk.until(page.table.hasFocus)
        while page.table.current is None or page.table.current.id != dossier.id:
            press(Qt.Key.Key_Down)
        press(ENTER)
        controller = desk.window.dossiers.dossier
        assert controller is not None
        desk.until(lambda: controller.read is not None and controller.page.used)
        yield desk, controller


def shown(controller: DossierController) -> QWidget | None:
    return controller.page.form


def begin(desk: Desk, controller: DossierController, key: Qt.Key, act: Act) -> ActForm:
    press(key, ALT)
    desk.until(lambda: isinstance(controller.page.form, ActForm) and controller.page.form.act is act)
    form = controller.page.form
    assert isinstance(form, ActForm)
    return form


def done(desk: Desk, controller: DossierController) -> None:
    press(ENTER, CTRL)
    desk.until(lambda: controller.page.form is None and bool(controller.page.acts.done.words))


def last(office: OpenOffice, dossier: Dossier) -> Fact:
    return office.services.dossiers.history(dossier.id)[-1].fact


def test_handing_over_is_the_main_act_and_writes_both_names(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    dossier = received(office)
    with at_dossier(qtbot, office, tasks, dossier) as (desk, controller):
        press(ENTER, CTRL)
        desk.until(lambda: isinstance(controller.page.form, ActForm))
        form = controller.page.form
        assert isinstance(form, ActForm)
        assert form.act is Act.HAND_OVER
        filled = form.filled
        press(Qt.Key.Key_Tab)
        type_text("Xem giúp sổ cũ")
        done(desk, controller)
    fact = last(office, dossier)
    assert isinstance(fact, facts.HandedOver)
    assert (fact.giver, fact.taker, fact.note) == ("ha", filled.taker, "Xem giúp sổ cũ")


def test_taking_over_asks_for_nothing(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    dossier = received(office)
    office.services.lifecycle.hand_over(dossier.id, "minh", "ha")
    with at_dossier(qtbot, office, tasks, dossier) as (desk, controller):
        done(desk, controller)
    assert last(office, dossier) == facts.TakenOver("ha")


def test_a_supplement_is_asked_for_with_ticks_reason_and_day(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    dossier = in_work(office)
    with at_dossier(qtbot, office, tasks, dossier) as (desk, controller):
        form = begin(desk, controller, Qt.Key.Key_B, Act.SUPPLEMENT)
        press(SPACE)
        for _ in dossier.papers:
            press(Qt.Key.Key_Tab)
        type_text("Ảnh 4x6")
        press(ENTER)
        type_text("Tờ khai chưa ký")
        press(ENTER)
        press(ENTER)
        type_text("30/11")
        assert form.filled.until == date(2026, 11, 30)
        done(desk, controller)
        fact = last(office, dossier)
        assert isinstance(fact, facts.SupplementRequested)
        assert fact.items == (dossier.papers[0].name, "Ảnh 4x6")
        assert fact.reason == "Tờ khai chưa ký"
        desk.until(lambda: "02" in controller.page.acts.done.button.text())
        press(Qt.Key.Key_P, CTRL)
        desk.until(lambda: controller.papers.panel is not None and controller.papers.panel.pdf.startswith(b"%PDF"))
        press(ESC)
        desk.until(lambda: controller.page.showing_body)
    assert FormKind.SUPPLEMENT in office.services.forms.available(dossier.id)


def test_what_was_asked_for_comes_and_the_clock_goes_on(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    dossier = in_work(office)
    office.services.lifecycle.request_supplement(dossier.id, "ha", ("Ảnh 4x6",), "Thiếu ảnh")
    with at_dossier(qtbot, office, tasks, dossier) as (desk, controller):
        press(ENTER, CTRL)
        desk.until(lambda: isinstance(controller.page.form, ActForm))
        done(desk, controller)
    after = office.services.dossiers.dossier(dossier.id)
    assert after.state is DossierState.PROCESSING
    assert "Ảnh 4x6" in [paper.name for paper in after.papers]


def test_an_apology_needs_a_working_day_after_the_old_one(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    dossier = in_work(office)
    with at_dossier(qtbot, office, tasks, dossier) as (desk, controller):
        form = begin(desk, controller, Qt.Key.Key_H, Act.EXTEND)
        type_text("Chờ xác minh")
        press(ENTER)
        type_text("29/11/2026")  # a Sunday
        press(ENTER, CTRL)
        assert form.filled.due is None
        assert any("nghỉ" in text for text in _texts(form))
        press(Qt.Key.Key_A, CTRL)
        type_text("01/12/2026")
        done(desk, controller)
    fact = last(office, dossier)
    assert isinstance(fact, facts.TermExtended)
    assert fact.due.date() == date(2026, 12, 1)
    assert fact.reason == "Chờ xác minh"


def test_money_is_asked_for_and_paid(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    dossier = in_work(office)
    with at_dossier(qtbot, office, tasks, dossier) as (desk, controller):
        begin(desk, controller, Qt.Key.Key_F, Act.PAYMENT)
        type_text("150.000")
        press(ENTER)
        type_text("Lệ phí trước bạ")
        done(desk, controller)
        assert last(office, dossier) == facts.PaymentRequested("ha", 150_000, "Lệ phí trước bạ")
        desk.until(lambda: Act.RECORD_PAYMENT in controller.page.acts.buttons)
        press(ENTER, CTRL)
        desk.until(lambda: isinstance(controller.page.form, ActForm))
        press(ENTER, CTRL)
        desk.until(lambda: office.services.dossiers.dossier(dossier.id).paid == 150_000)
    fact = last(office, dossier)
    assert isinstance(fact, facts.PaymentMade)
    assert fact.method is PaymentMethod.CASH


def test_a_dossier_is_withdrawn_and_then_stopped(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    dossier = in_work(office)
    with at_dossier(qtbot, office, tasks, dossier) as (desk, controller):
        begin(desk, controller, Qt.Key.Key_R, Act.WITHDRAW)
        done(desk, controller)
        assert last(office, dossier) == facts.WithdrawalRequested("ha", "Nguyễn Thị Hậu", "")
        desk.until(lambda: controller.page.acts.buttons[Act.STOP].key == "Ctrl+Enter")
        begin(desk, controller, Qt.Key.Key_D, Act.STOP)
        type_text("Theo yêu cầu của người nộp")
        done(desk, controller)
    assert last(office, dossier) == facts.DossierStopped("ha", "Theo yêu cầu của người nộp")


def test_a_remark_and_a_file_are_kept(qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path) -> None:
    dossier = in_work(office)
    draft = tmp_path / "du-thao.pdf"
    draft.write_bytes(one_page_pdf())
    with at_dossier(qtbot, office, tasks, dossier) as (desk, controller):
        controller.choose_file = lambda: draft
        begin(desk, controller, Qt.Key.Key_Y, Act.COMMENT)
        type_text("Đã gọi điện")
        done(desk, controller)
        assert last(office, dossier) == facts.Commented("ha", "Đã gọi điện")
        begin(desk, controller, Qt.Key.Key_T, Act.ATTACH)
        press(SPACE)
        done(desk, controller)
    kept = office.services.dossiers.dossier(dossier.id).files
    assert [(file.role, file.name) for file in kept] == [(FileRole.DRAFT, "du-thao.pdf")]


def test_a_result_signed_on_paper_is_marked_ready(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    dossier = in_work(office)
    with at_dossier(qtbot, office, tasks, dossier) as (desk, controller):
        begin(desk, controller, Qt.Key.Key_X, Act.READY)
        press(ENTER)
        type_text("12/GXN")
        press(ENTER)
        type_text("23/11/2026")
        done(desk, controller)
        outcome = office.services.dossiers.dossier(dossier.id).outcome
        assert outcome is not None
        assert (outcome.number, outcome.issued) == ("12/GXN", date(2026, 11, 23))
        desk.until(lambda: Act.RETURN in controller.page.acts.buttons)
        press(ENTER, CTRL)
        desk.until(lambda: desk.window.page == "return")


def test_what_the_law_forbids_is_said_with_its_article(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    dossier = in_work(office)
    lifecycle = office.services.lifecycle
    lifecycle.request_supplement(dossier.id, "ha", ("Ảnh",), "Thiếu ảnh")
    lifecycle.take_supplement(dossier.id, "ha", ())
    with at_dossier(qtbot, office, tasks, dossier) as (desk, controller):
        assert Act.SUPPLEMENT not in controller.page.acts.buttons
        press(Qt.Key.Key_B, ALT)
        desk.until(lambda: isinstance(controller.page.form, OverrideForm))
        plea = controller.page.form
        assert isinstance(plea, OverrideForm)
        assert "một lần" in plea.why
        assert "Điều 11 Nghị định 118/2025/NĐ-CP" in plea.why


def test_an_administrator_opens_a_rule_with_pin_and_reason_and_both_are_entries(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks
) -> None:
    dossier = in_work(office)
    lifecycle = office.services.lifecycle
    lifecycle.request_supplement(dossier.id, "ha", ("Ảnh",), "Thiếu ảnh")
    lifecycle.take_supplement(dossier.id, "ha", ())
    before = len(office.services.dossiers.history(dossier.id))
    with at_dossier(qtbot, office, tasks, dossier) as (desk, controller):
        press(Qt.Key.Key_B, ALT)
        desk.until(lambda: isinstance(shown(controller), OverrideForm))
        plea = shown(controller)
        assert isinstance(plea, OverrideForm)
        press(Qt.Key.Key_V, ALT)
        press(Qt.Key.Key_Tab)
        type_text("9999")
        press(ENTER)
        press(ENTER, CTRL)
        assert isinstance(shown(controller), OverrideForm), "without a reason nothing opens"
        type_text("Người dân đồng ý")
        press(ENTER, CTRL)
        desk.until(plea.pin.line.hasFocus)
        assert len(office.services.dossiers.history(dossier.id)) == before
        type_text("1234")
        press(ENTER, CTRL)
        desk.until(lambda: isinstance(shown(controller), ActForm))
        press(SPACE)
        form = shown(controller)
        assert isinstance(form, ActForm)
        form.parts[1].focus()
        type_text("Tờ khai nhòe")
        done(desk, controller)
        desk.until(lambda: controller.page.line.told[-1].title.startswith("Yêu cầu bổ sung"))
        opened = controller.page.line.told[-2]
        assert (opened.mark, opened.said) == (Mark.OVERRIDE, "Người dân đồng ý")
    history = [entry.fact for entry in office.services.dossiers.history(dossier.id)]
    assert history[-2] == facts.RuleOverridden("son", Rule.SUPPLEMENT_ONCE, "Người dân đồng ý")
    assert isinstance(history[-1], facts.SupplementRequested)


def test_typed_words_survive_esc_and_are_asked_about_on_leaving(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    dossier = in_work(office)
    with at_dossier(qtbot, office, tasks, dossier) as (desk, controller):
        begin(desk, controller, Qt.Key.Key_Y, Act.COMMENT)
        type_text("Nửa câu")
        press(ESC)
        assert shown(controller) is None
        press(ESC)
        assert [notice.id for notice in controller.page.banners.shown] == ["dossier"]
        assert desk.window.dossiers_page.stack.currentWidget() is controller.page
        form = begin(desk, controller, Qt.Key.Key_Y, Act.COMMENT)
        assert form.filled.reason == "Nửa câu"
        press(ESC)
        press(ESC)
        desk.window.notices.act("dossier", "drop")
        assert desk.window.dossiers_page.showing_list
        current = desk.window.dossiers_page.table.current
        assert current is not None
        assert current.id == dossier.id
    assert isinstance(last(office, dossier), facts.TakenOver)


def test_the_time_line_tells_every_entry_in_words(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    dossier = in_work(office)
    lifecycle = office.services.lifecycle
    lifecycle.comment(dossier.id, "ha", "Cần xem sổ")
    lifecycle.request_supplement(dossier.id, "ha", ("Ảnh",), "Thiếu ảnh")
    office.clock.move(timedelta(hours=3))
    lifecycle.take_supplement(dossier.id, "ha", ())
    lifecycle.request_supplement(dossier.id, "ha", ("Bản sao",), "Mờ", override=Override("son", "Người dân đồng ý"))
    with at_dossier(qtbot, office, tasks, dossier) as (_, controller):
        told = controller.page.line.told
    names = {one.id: one.name for one in office.services.officers.all()}
    assert [one.title for one in told] == [
        "Tiếp nhận",
        f"Chuyển {names['ha']}",
        "Nhận bàn giao",
        "Ý kiến",
        "Yêu cầu bổ sung (mẫu 02)",
        "Nhận giấy tờ bổ sung",
        "Cho phép vượt quy tắc",
        "Yêu cầu bổ sung (mẫu 02)",
    ]
    assert told[3].said == "Cần xem sổ"
    assert told[6].who == names["son"]
    assert told[6].text == "Hồ sơ chỉ được yêu cầu bổ sung một lần"


def test_an_officer_without_the_duty_is_not_offered_the_act(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    dossier = in_work(office)
    with at_dossier(qtbot, office, tasks, dossier) as (_, controller):
        assert Act.APPROVE not in controller.page.acts.buttons
        assert Act.SEND_BACK not in controller.page.acts.buttons


def test_every_state_has_a_shape_of_its_own(office: OpenOffice) -> None:
    dossier, now = received(office), office.clock.now()
    icons = {words.state_chip(replace(dossier, state=state), now)[2] for state in DossierState}
    assert len(icons) == len(DossierState)


@pytest.mark.parametrize("width, height, scale", [(1366, 768, 1.0), (1920, 1080, 1.0), (1366, 768, 2.0)])
def test_nothing_is_cut_on_the_list_and_on_the_page(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, look: QApplication, width: int, height: int, scale: float
) -> None:
    theme.apply(look, scale=scale)
    dossier = in_work(office)
    office.services.lifecycle.comment(dossier.id, "ha", "Đã đối chiếu với sổ hộ tịch năm 1985 của xã cũ, " * 4)
    with at_dossier(qtbot, office, tasks, dossier) as (desk, controller):
        window = desk.window
        window.resize(width, height)
        for part in range(3):
            controller.page.parts.set_current(part)
            controller.page.resize(controller.page.size())
            controller.page.parts.chosen.emit(part)
            look.processEvents()
            look.processEvents()
            assert cut(controller.page) == []
        begin(desk, controller, Qt.Key.Key_B, Act.SUPPLEMENT)
        look.processEvents()
        assert cut(controller.page) == []
        press(ESC)
        controller.leave()
        desk.until(lambda: window.dossiers_page.showing_list)
        look.processEvents()
        assert cut(window.dossiers_page) == []


def _texts(form: ActForm) -> list[str]:
    said = [label.text() for label in form.findChildren(QLabel)]
    return said + [label.text for label in form.findChildren(ElidedLabel)]
