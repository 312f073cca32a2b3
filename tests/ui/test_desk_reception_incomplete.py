"""What is not received at the counter: form 02, form 03, and the person who comes back."""

from PySide6.QtCore import Qt

from counter_app.demo.commune import LEADER, PIN
from counter_app.domain.dossier_facts import FormKind
from counter_app.domain.dossiers import Dossier, DossierState
from devices.virtual import VirtualStation
from tests.support.telephone import shown, with_telephone
from tests.support.typing import press, type_text
from tests.ui.desk_kit import Desk
from tests.ui.receive_kit import CTRL, ENTER, MARITAL_STATUS, choose, read_card, received, said


def paper_of(desk: Desk, dossier: Dossier) -> tuple[tuple[FormKind, str], ...]:
    """The forms that were made of a dossier."""
    return desk.office.services.dossiers.dossier(dossier.id).forms


def incomplete(desk: Desk, virtual: VirtualStation) -> Dossier:
    """Register a dossier that lacks its first paper, by keys."""
    read_card(desk, virtual)
    choose(desk, MARITAL_STATUS)
    row = desk.window.receive_page.form.checklist.rows[0]
    row.form.activated.emit(row.form.findData("left-out"))
    button = desk.window.receive_page.receive_button
    desk.until(lambda: button.text() == "Lập phiếu bổ sung (02)")
    press(ENTER, CTRL)
    desk.until(lambda: desk.window.receive_page.showing_incomplete)
    assert desk.window.receive_page.incomplete.chosen() == (row.paper.name,)
    press(ENTER, CTRL)
    return received(desk)


def test_what_is_missing_becomes_form_02_and_goes_on_when_the_person_comes_back(
    desk: Desk, virtual: VirtualStation
) -> None:
    kept = incomplete(desk, virtual)
    assert (kept.state, kept.supplements[0].reason) == (DossierState.NEW, "Hồ sơ chưa đủ giấy tờ theo quy định.")
    desk.until(lambda: tuple(one for one, _ in paper_of(desk, kept)) == (FormKind.SUPPLEMENT,))
    desk.window.receive_page.done.view_button.setFocus()
    press(ENTER)
    desk.until(lambda: desk.window.receive_page.showing_paper)
    press(Qt.Key.Key_Escape)
    desk.until(lambda: desk.window.receive_page.showing_done)
    desk.window.receive_page.receive_button.setFocus()
    press(ENTER, CTRL)
    desk.until(lambda: desk.window.receive.ending.done is None and desk.window.receive.keeper.blank)

    read_card(desk, virtual)
    choose(desk, MARITAL_STATUS)
    desk.until(lambda: said(desk, "waiting"))
    press(Qt.Key.Key_O, CTRL)
    desk.until(lambda: desk.window.receive.keeper.draft.id == kept.id and desk.window.receive.procedure is not None)
    row = desk.window.receive_page.form.checklist.rows[0]
    assert not row.paper.applies
    row.form.activated.emit(0)
    desk.until(lambda: desk.window.receive_page.receive_button.text() == "Tiếp nhận và in giấy hẹn")
    press(ENTER, CTRL)
    dossier = received(desk)
    assert (dossier.id, dossier.state) == (kept.id, DossierState.RECEIVED)


def test_a_second_form_02_wants_an_administrators_leave_with_the_code(desk: Desk, virtual: VirtualStation) -> None:
    telephone = with_telephone(desk.office)
    kept = incomplete(desk, virtual)
    desk.window.receive.resume(kept)
    desk.until(lambda: desk.window.receive.ending.done is None and desk.window.receive.procedure is not None)
    page = desk.window.receive_page
    press(Qt.Key.Key_B, CTRL)
    desk.until(lambda: page.showing_incomplete)
    press(ENTER, CTRL)
    desk.until(lambda: said(desk, "receive"))
    desk.window.notices.act("receive", "override")
    desk.until(lambda: page.showing_leave)
    leave = desk.window.receive.leave
    box = leave.form.administrator.box
    box.setCurrentIndex(box.findData(LEADER))
    leave.form.pin.line.setFocus()
    leave.form.pin.line.clear()
    type_text(PIN)
    leave.form.reason.edit.setFocus()
    type_text("Mẫu tờ khai vừa thay đổi")
    press(ENTER, CTRL)
    desk.until(leave.form.code.line.hasFocus)
    type_text(shown(desk.office, telephone.key))
    press(ENTER, CTRL)
    desk.until(lambda: len(desk.office.services.dossiers.dossier(kept.id).supplements) == 2)


def test_what_is_not_our_business_is_refused_with_its_reasons(desk: Desk, virtual: VirtualStation) -> None:
    read_card(desk, virtual)
    page = desk.window.receive_page
    desk.until(page.refuse_button.isEnabled)
    press(Qt.Key.Key_T, CTRL)
    desk.until(lambda: page.showing_incomplete)
    press(ENTER, CTRL)
    desk.until(lambda: said(desk, "receive"))  # no reason is ticked
    page.incomplete.ticks[0].box.setFocus()
    press(Qt.Key.Key_Space)
    page.incomplete.content.line.setFocus()
    type_text("Cấp hộ chiếu phổ thông")
    press(ENTER, CTRL)
    dossier = received(desk)
    assert (dossier.state, dossier.procedure_name) == (DossierState.REFUSED, "Cấp hộ chiếu phổ thông")
    assert len(dossier.refusal) == 1


def test_esc_leaves_form_02_and_what_was_typed_in_it_is_there_again(desk: Desk, virtual: VirtualStation) -> None:
    read_card(desk, virtual)
    choose(desk, MARITAL_STATUS)
    page = desk.window.receive_page
    press(Qt.Key.Key_B, CTRL)
    desk.until(lambda: page.showing_incomplete)
    page.incomplete.reason.line.setFocus()
    page.incomplete.reason.line.clear()
    type_text("Tờ khai chưa ký")
    press(Qt.Key.Key_Escape)
    desk.until(lambda: not page.showing_incomplete)
    press(Qt.Key.Key_B, CTRL)
    desk.until(lambda: page.showing_incomplete)
    assert page.incomplete.reason.text == "Tờ khai chưa ký"
