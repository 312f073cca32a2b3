"""Xử lý by keyboard: every step, from the list to the journal."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from counter_app.domain.dossier_facts import HandedOver, PaymentMethod, ResultSentBack
from counter_app.domain.dossiers import DossierState
from counter_app.domain.money import dong
from tests.support.office import OpenOffice
from tests.support.typing import focused, press, type_text
from tests.ui.process_kit import drafted, given, local, name_steps, process, submitted, taken
from tests.ui.test_desk_layout import cut
from ui import theme
from ui.desk.dossier.act_forms import ActForm
from ui.desk.dossier.acts import Act
from ui.desk.page_keys import DOSSIERS
from ui.desk.process.work import Bucket
from ui.tasks import Tasks

ENTER = Qt.Key.Key_Return
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture(autouse=True)
def steps(office: OpenOffice) -> None:
    """Give the procedure the office's own steps."""
    name_steps(office)


def test_enter_takes_over_what_was_given(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    dossier = given(office)
    with process(qtbot, office, tasks, "ha", 1) as at:
        assert at.page.detail.form.main.text() == "Nhận hồ sơ"
        press(ENTER)
        at.until(lambda: at.dossier(dossier).hand.taken_at is not None)
        at.until(lambda: at.told("Đã nhận 1 hồ sơ."))


def test_several_are_taken_over_at_once(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    dossiers = [given(office, name) for name in ("Nguyễn Thị Hậu", "Đặng Văn Lộc", "Lê Thị Mai")]
    with process(qtbot, office, tasks, "ha", 3) as at:
        press(Qt.Key.Key_Down, SHIFT)
        assert at.page.detail.form.main.text() == "Nhận hồ sơ (2 hồ sơ)"
        press(ENTER)
        at.until(lambda: sum(at.dossier(one).hand.taken_at is not None for one in dossiers) == 2)
        at.until(lambda: at.told("Đã nhận 2 hồ sơ."))


def test_alt_n_takes_over_everything_that_is_new(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    dossiers = [given(office), given(office), taken(office)]
    with process(qtbot, office, tasks, "ha", 3) as at:
        assert at.page.take_all.isVisible()
        press(Qt.Key.Key_N, ALT)
        at.until(lambda: all(at.dossier(one).hand.taken_at is not None for one in dossiers))
        at.until(lambda: not at.page.take_all.isVisible())


def test_the_next_step_and_its_person_are_chosen_beforehand(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    dossier = drafted(office)
    with process(qtbot, office, tasks, "ha", 1) as at:
        form = at.page.detail.form
        assert (form.step.currentText(), form.person.currentText()) == ("Lãnh đạo duyệt", "Vũ Hoàng Sơn")
        assert form.main.text() == "Trình lãnh đạo duyệt"
        press(ENTER)
        assert focused() is form.step
        press(Qt.Key.Key_Tab)
        press(Qt.Key.Key_Tab)
        assert focused() is form.note.line
        type_text("Kính trình duyệt")
        press(ENTER, CTRL)
        at.until(lambda: at.dossier(dossier).holder == "son")
        facts = [entry.fact for entry in office.services.dossiers.history(dossier.id)]
        last = next(fact for fact in reversed(facts) if isinstance(fact, HandedOver))
        assert (last.giver, last.taker, last.step, last.note) == ("ha", "son", 2, "Kính trình duyệt")
        press(Qt.Key.Key_Up, ALT)
        at.until(lambda: at.page.buckets.rows[Bucket.LATER].isChecked())


def test_another_step_brings_its_own_person(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    taken(office)
    with process(qtbot, office, tasks, "ha", 1) as at:
        form = at.page.detail.form
        form.step.setFocus()
        press(Qt.Key.Key_Up)
        assert form.step.currentText() == "Kiểm tra, xác minh"
        assert form.person.currentText() != "Vũ Hoàng Sơn"
        assert form.main.text() == "Bàn giao"


def test_a_leader_approves_only_what_was_looked_at(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    dossiers = [submitted(office, "Nguyễn Thị Hậu"), submitted(office, "Đặng Văn Lộc")]
    with process(qtbot, office, tasks, "son", 2) as at:
        press(Qt.Key.Key_A, CTRL)
        assert at.says("Còn 2 dự thảo chưa xem.")
        press(ENTER, CTRL)
        assert all(not at.dossier(one).approved_by for one in dossiers)
        for left in (1, 0):
            press(Qt.Key.Key_Space)
            at.until(lambda: at.window.process.paper is not None and bool(at.window.process.paper.pdf))
            press(Qt.Key.Key_Escape)
            at.until(at.page.table.hasFocus)
            assert at.says("dự thảo chưa xem") is bool(left)
        assert at.page.detail.form.main.text() == "Duyệt (2 hồ sơ)"
        press(ENTER, CTRL)
        at.until(lambda: all(at.dossier(one).approved_by == "son" for one in dossiers))
        at.until(lambda: all(at.dossier(one).holder == "ha" for one in dossiers))
        at.until(lambda: at.told("Đã duyệt 2 hồ sơ."))


def test_a_draft_goes_back_only_with_a_reason(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    dossier = submitted(office)
    with process(qtbot, office, tasks, "son", 1) as at:
        press(Qt.Key.Key_L, ALT)
        assert focused() is at.page.detail.form.note.line
        assert focused().accessibleDescription() == "Ghi lý do trả lại"
        type_text("Sai họ tên")
        press(Qt.Key.Key_L, ALT)
        at.until(lambda: at.dossier(dossier).holder == "ha")
        facts = [entry.fact for entry in office.services.dossiers.history(dossier.id)]
        assert facts[-1] == ResultSentBack("son", "ha", "Sai họ tên")
        at.until(lambda: len(at.page.table.rows) == 0)


def test_what_was_approved_is_numbered_and_lies_ready(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    acts = office.services.lifecycle
    approved = acts.approve(submitted(office).id, "son")
    acts.hand_over(approved.id, "son", "ha", step=3)
    acts.take_over(approved.id, "ha")
    with process(qtbot, office, tasks, "ha", 1) as at:
        form = at.page.detail.form
        assert form.main.text() == "Xong, có kết quả"
        press(ENTER)
        assert focused() is form.number.line
        type_text("12/UBND-TP")
        press(Qt.Key.Key_Tab)
        type_text("31/11/2026")
        press(ENTER, CTRL)
        assert focused().accessibleDescription() == "Ghi như 23/11/2026"
        assert at.dossier(approved).state is DossierState.PROCESSING
        form.issued.line.selectAll()
        type_text("20/11/2026")
        press(ENTER, CTRL)
        at.until(lambda: at.dossier(approved).state is DossierState.DONE)
        outcome = at.dossier(approved).outcome
        assert outcome is not None
        assert (outcome.number, outcome.signer, f"{outcome.issued:%d/%m/%Y}") == (
            "12/UBND-TP",
            "Vũ Hoàng Sơn",
            "20/11/2026",
        )
        at.until(lambda: at.page.detail.form.main.text() == "Chuyển về quầy")
        press(ENTER, CTRL)
        at.until(lambda: at.dossier(approved).holder == "minh")


def test_a_file_that_cannot_be_shown_is_saved_and_said(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path
) -> None:
    folder = tmp_path / "taken"
    drafted(office, content=b"PK\x03\x04 a word document", file="../dự thảo.docx")
    with process(qtbot, office, tasks, "ha", 1, folder) as at:
        press(Qt.Key.Key_Space)
        at.until(lambda: at.told("Tệp này không xem được tại đây nên đã lưu"))
        assert (folder / "dự thảo.docx").read_bytes() == b"PK\x03\x04 a word document"


@pytest.mark.parametrize("content", [b"%PDF-1.7 broken", b"\x89PNG\r\n\x1a\n broken"])
def test_a_broken_file_is_saved_too_and_nothing_crashes(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path, content: bytes
) -> None:
    drafted(office, content=content, file="hỏng.pdf")
    with process(qtbot, office, tasks, "ha", 1, tmp_path) as at:
        press(Qt.Key.Key_Space)
        at.until(lambda: (tmp_path / "hỏng.pdf").exists())


def test_the_department_sees_its_work_and_takes_what_nobody_has(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    dossier = given(office, taker="minh")
    given(office, taker="lan")
    with process(qtbot, office, tasks, "minh", 1) as at:
        at.page.buckets.whose.button(1).click()
        at.until(lambda: at.window.process.state.department)
        at.until(lambda: [row.dossier.id for row in at.page.table.rows] == [dossier.id])


def test_words_typed_narrow_the_list_without_diacritics(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    taken(office, "Nguyễn Thị Hậu")
    wanted = taken(office, "Đặng Văn Lộc")
    with process(qtbot, office, tasks, "ha", 2) as at:
        at.page.line.setFocus()
        type_text("dang loc")
        assert [row.dossier.id for row in at.page.table.rows] == [wanted.id]
        type_text(" khong")
        assert at.says("Không có việc nào khớp.")
        at.page.line.clear()
        press(ENTER)
        assert at.page.table.hasFocus()


def test_what_waits_for_the_citizen_says_so(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    office.services.lifecycle.request_payment(taken(office).id, "ha", 15_000, "lệ phí")
    with process(qtbot, office, tasks, "ha", 1) as at:
        assert at.says("Đang chờ ông/bà nộp tiền; thời hạn tạm dừng.")
        at.until(lambda: at.says(f"Chờ nộp {dong(15_000)}"))


def test_what_the_law_forbids_is_said_with_its_article(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    dossier = taken(office)
    with process(qtbot, office, tasks, "ha", 1) as at:
        acts = office.services.lifecycle
        acts.request_payment(dossier.id, "lan", 15_000, "lệ phí")
        press(ENTER, CTRL)
        at.until(lambda: at.told("118/2025"))
        assert at.dossier(dossier).state is DossierState.PAYMENT
        acts.record_payment(dossier.id, "lan", PaymentMethod.CASH)


def test_the_list_follows_what_others_do_and_the_hour(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    with process(qtbot, office, tasks, "ha", 0) as at:
        at.until(lambda: at.says("Không có việc nào chờ ông/bà."))
        given(office)
        at.until(lambda: len(at.page.table.rows) == 1)
        assert at.page.buckets.rows[Bucket.LATE].accessibleName() == "Quá hạn: 0"
        office.clock.set(local(27, "08:00"))
        at.window.process.refresh()
        at.until(lambda: at.page.buckets.rows[Bucket.LATE].accessibleName() == "Quá hạn: 1")
        assert at.page.head.chip.text == "1 việc quá hạn"


def test_everything_on_the_page_is_reached_by_tab(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    drafted(office)
    with process(qtbot, office, tasks, "ha", 1) as at:
        wanted = {
            widget
            for kind in (QAbstractButton, QLineEdit, QComboBox)
            for widget in at.page.findChildren(kind)
            if widget.isVisible() and widget.isEnabled()
        }
        reached: set[QWidget] = set()
        for _ in range(60):
            press(Qt.Key.Key_Tab)
            reached.add(focused())
        groups = {widget.group() for widget in reached if isinstance(widget, QAbstractButton) and widget.group()}
        by_arrow = {widget for widget in wanted if isinstance(widget, QAbstractButton) and widget.group() in groups}
        assert {widget.accessibleName() for widget in wanted - reached - by_arrow} == set()
        assert all(widget.accessibleName() for widget in wanted), "a screen reader can say each"


@pytest.mark.parametrize("width, height, scale", [(1366, 768, 1.0), (1366, 690, 1.0), (1920, 1080, 2.0)])
def test_no_text_of_the_work_list_is_cut(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, look: QApplication, width: int, height: int, scale: float
) -> None:
    theme.apply(look, scale=scale)
    drafted(office)
    with process(qtbot, office, tasks, "ha", 1) as at:
        at.window.resize(width, height)
        press(ENTER)
        at.until(lambda: at.page.detail.form.isVisible())
        at.until(lambda: cut(at.page) == [])


def test_an_empty_bucket_keeps_the_keyboard_on_the_page(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    taken(office)
    with process(qtbot, office, tasks, "ha", 1) as at:
        press(Qt.Key.Key_Down, ALT)
        assert len(at.page.table.rows) == 0
        assert at.page.isAncestorOf(focused())
        assert not at.page.detail.form.isVisible()
        press(Qt.Key.Key_Up, ALT)
        assert len(at.page.table.rows) == 1


def test_what_else_is_done_opens_on_the_dossiers_own_page(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    taken(office)
    with process(qtbot, office, tasks, "ha", 1) as at:
        press(Qt.Key.Key_T, ALT)
        at.until(lambda: at.window.page == DOSSIERS)
        at.until(lambda: [form.act for form in at.window.findChildren(ActForm) if form.isVisible()] == [Act.ATTACH])
