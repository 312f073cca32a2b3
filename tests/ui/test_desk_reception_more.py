"""What a reception seldom needs, what it warns of, what is not received, and how few keys the usual one takes."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from counter_app.domain.dossier_facts import FormKind, PersonKind, ReturnWay
from counter_app.domain.dossiers import Dossier
from counter_app.domain.procedures import Channel
from counter_app.services.drafts import Draft
from devices.fleet import Devices
from devices.virtual import VirtualStation
from tests.support import desk_states as states
from tests.support.office import OpenOffice
from tests.support.typing import focused, press, type_text
from tests.ui.desk_kit import Desk, open_desk
from tests.ui.receive_kit import CARD, CTRL, ENTER, MARITAL_STATUS, OTHER_CARD, choose, read_card, received, said
from tests.ui.test_desk_layout import cut
from ui import theme
from ui.desk.receive.page import ReceivePage
from ui.desk.receive.state import AUTHORISED, ApplicantField, PersonField
from ui.tasks import Tasks

DOWN, RIGHT, SPACE = Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Space
SHIFT = Qt.KeyboardModifier.ShiftModifier
CERTIFIED_COPIES = "2.000815"
NUMBER = "000152000417"
GUIDE = Path(__file__).parents[2] / "docs" / "huong-dan.md"


class Keys:
    """Counts the keys that a person presses; Ctrl+Enter is one."""

    def __init__(self) -> None:
        self.count = 0

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.count += 1
        press(key, modifiers)

    def type(self, text: str) -> None:
        self.count += len(text)
        type_text(text)


def form(office: OpenOffice, procedure: str = MARITAL_STATUS, **typed: object) -> Draft:
    """A form of Mrs Hoa, at another desk."""
    reception = office.services.reception
    draft = replace(reception.choose(reception.begin(1), procedure), name="Trần Thị Hoa", identity=NUMBER)
    return replace(draft, phone="0905 000 417", **typed)  # type: ignore[arg-type]


def usual_reception(desk: Desk, virtual: VirtualStation, group: str, pages: str = "") -> tuple[int, Dossier]:
    """Call, read the card, take the first of the usual procedures, receive: the keys it took."""
    keys, window, queue = Keys(), desk.window, desk.office.services.queue
    desk.office.services.queue.take_number(group, command="one")
    keys.press(Qt.Key.Key_F2)
    desk.until(lambda: queue.view(3).mine is not None)
    desk.until(lambda: "Bắt đầu" in focused().accessibleName())
    desk.until(lambda: len(window.receive.usual) > 0 and window.receive.usual[0].group == group)
    read_card(desk, virtual)
    desk.until(lambda: bool(window.receive.keeper.draft.phone))
    line = window.receive_page.form.procedure.line
    desk.until(line.hasFocus)
    keys.press(DOWN)
    desk.until(lambda: bool(window.receive_page.form.procedure.popup.rows))
    keys.press(ENTER)
    desk.until(lambda: window.receive.procedure is not None)
    if pages:
        units = window.receive_page.form.fee.units
        desk.until(units.hasFocus)
        keys.type(pages)
    keys.press(ENTER, CTRL)
    return keys.count, received(desk)


def test_the_keys_of_the_usual_receptions_are_those_that_the_guide_states(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, station: tuple[VirtualStation, Devices]
) -> None:
    office.services.reception.receive(form(office), 1, "minh")  # she has been here: her phone is known
    with open_desk(qtbot, office, tasks, station[1]) as desk:
        desk.until(lambda: desk.window.receive.reader_ready())
        count, dossier = usual_reception(desk, station[0], "civil-status")
        assert (dossier.applicant.identity, dossier.applicant.phone) == (NUMBER, "0905 000 417")
        assert dossier.procedure == office.services.catalogue.popular("civil-status")[0].code
        assert dossier.ticket
        assert count == 4
    told = " ".join(GUIDE.read_text(encoding="utf-8").split())
    assert f"{count} lần bấm phím" in told


def test_certified_copies_take_the_number_of_pages_on_top(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, station: tuple[VirtualStation, Devices]
) -> None:
    office.services.reception.receive(form(office), 1, "minh")
    with open_desk(qtbot, office, tasks, station[1]) as desk:
        desk.until(lambda: desk.window.receive.reader_ready())
        virtual = station[0]
        count, dossier = usual_reception(desk, virtual, "certification", pages="5")
        assert (dossier.procedure, dossier.fee) == (CERTIFIED_COPIES, 7_000)
        assert count == 5


def test_f8_unfolds_what_is_seldom_needed_and_folds_it_away_again(desk: Desk) -> None:
    receive, page = desk.window.receive, desk.window.receive_page
    assert not page.form.filing.isVisible()
    press(Qt.Key.Key_F8)
    desk.until(lambda: page.form.filing.channel.button(0).hasFocus())
    press(RIGHT)
    press(SPACE)
    desk.until(lambda: receive.keeper.draft.channel is Channel.ONLINE)
    assert page.form.filing.code.isVisible()
    page.form.filing.channel.button(0).setFocus()
    press(SPACE)
    desk.until(lambda: receive.keeper.draft.channel is Channel.IN_PERSON)
    press(Qt.Key.Key_F8)
    desk.until(lambda: not page.form.filing.isVisible())


def test_what_is_filled_in_is_never_folded_away(desk: Desk) -> None:
    receive, page = desk.window.receive, desk.window.receive_page
    press(Qt.Key.Key_F8)
    page.form.wish.content.line.setFocus()
    type_text("vay vốn")
    press(Qt.Key.Key_F8)
    desk.until(lambda: receive.keeper.draft.content == "vay vốn")
    assert page.form.wish.isVisible()


def test_a_card_goes_to_the_person_whose_fields_are_in_use(desk: Desk, virtual: VirtualStation) -> None:
    receive, others = desk.window.receive, desk.window.receive_page.form.others
    read_card(desk, virtual)
    press(Qt.Key.Key_F8)
    others.row(AUTHORISED).fields[PersonField.NAME].line.setFocus()
    press(Qt.Key.Key_F7)
    virtual.reader.scan(OTHER_CARD)
    desk.until(lambda: receive.keeper.draft.authorised.name == "Lê Minh Khôi")
    assert receive.keeper.draft.identity == NUMBER
    others.add_button.setFocus()
    press(ENTER)
    desk.until(lambda: len(others.rows) == 1)
    desk.until(others.rows[0].fields[PersonField.NAME].line.hasFocus)
    virtual.reader.scan(CARD)
    desk.until(lambda: receive.keeper.draft.co_applicants[0].identity == NUMBER)
    assert others.rows[0].fields[PersonField.NAME].line.accessibleDescription() == "Trùng với người nộp"
    others.rows[0].remove_button.setFocus()
    press(ENTER)
    desk.until(lambda: receive.keeper.draft.co_applicants == ())


def test_everything_unfolded_reaches_the_dossier(desk: Desk) -> None:
    receive, page = desk.window.receive, desk.window.receive_page
    choose(desk, MARITAL_STATUS)
    press(Qt.Key.Key_F8)
    filing, wish = page.form.filing, page.form.wish
    filing.kind.button(1).click()
    filing.channel.button(2).click()
    for line, text in (
        (page.form.applicant.fields[ApplicantField.NAME].line, "Công ty Hoa Sen Giả"),
        (page.form.applicant.fields[ApplicantField.IDENTITY].line, "5801234567"),
        (page.form.applicant.fields[ApplicantField.REPRESENTATIVE].line, "Trần Thị Hoa"),
        (page.form.applicant.fields[ApplicantField.RESIDENCE].line, "Thôn Phú Hòa"),
        (filing.submitted.line, "20/11/2026 08:15"),
        (wish.content.line, "Bổ sung hồ sơ vay vốn"),
        (wish.office.line, "UBND xã Bình Hòa"),
    ):
        line.setFocus()
        type_text(text)
    wish.way.button(1).click()
    desk.until(lambda: wish.address.text == "Thôn Phú Hòa")
    wish.sets.setValue(2)
    press(ENTER, CTRL)
    dossier = received(desk)
    assert (dossier.applicant.kind, dossier.applicant.representative) == (PersonKind.ENTERPRISE, "Trần Thị Hoa")
    assert (dossier.channel, dossier.copies, dossier.content) == (Channel.POSTAL, 2, "Bổ sung hồ sơ vay vốn")
    assert (dossier.return_way, dossier.return_address) == (ReturnWay.POST, "Thôn Phú Hòa")
    assert dossier.authority_name == "UBND xã Bình Hòa"
    shown = [label.text() for label in page.done.findChildren(QLabel) if label.isVisible()]
    assert "Cơ quan giải quyết: UBND xã Bình Hòa" in shown
    assert receive.ending.visit == (dossier,)


def test_a_doubt_is_said_and_forbids_nothing(desk: Desk) -> None:
    fields = desk.window.receive_page.form.applicant.fields
    choose(desk, MARITAL_STATUS)
    for key, text in (
        (ApplicantField.NAME, "Trần Thị Hoa"),
        (ApplicantField.IDENTITY, "099152000417"),
        (ApplicantField.BIRTH, "14031952"),
        (ApplicantField.PHONE, "12345"),
    ):
        fields[key].line.setFocus()
        type_text(text)
        press(ENTER)
    desk.until(lambda: fields[ApplicantField.PHONE].line.accessibleDescription() == "Xem lại số điện thoại")
    assert fields[ApplicantField.IDENTITY].line.accessibleDescription() == "Không có mã tỉnh này"
    assert fields[ApplicantField.IDENTITY].line.toolTip() == ""
    press(ENTER, CTRL)
    assert received(desk).applicant.identity == "099152000417"


def test_the_province_of_birth_is_told_by_its_name_of_then(desk: Desk) -> None:
    line = desk.window.receive_page.form.applicant.fields[ApplicantField.IDENTITY].line
    line.setFocus()
    type_text("074152000417")
    desk.until(lambda: "Bình Dương" in line.toolTip())


def test_a_paper_outside_the_list_is_added_by_its_name(desk: Desk) -> None:
    choose(desk, MARITAL_STATUS)
    receive, page = desk.window.receive, desk.window.receive_page
    count = len(receive.keeper.draft.papers)
    page.form.paper_button.setFocus()
    press(ENTER)
    desk.until(page.form.checklist.new_paper.hasFocus)
    type_text("Đơn xin xác nhận")
    press(ENTER)
    desk.until(lambda: len(receive.keeper.draft.papers) == count + 1)
    added = receive.keeper.draft.papers[-1]
    assert (added.name, added.extra, added.applies) == ("Đơn xin xác nhận", True, True)
    row = page.form.checklist.rows[-1]
    row.form.activated.emit(row.form.count() - 1)
    desk.until(lambda: len(receive.keeper.draft.papers[-1].also) == 1)
    row.form.activated.emit(row.form.count() - 2)
    desk.until(lambda: len(receive.keeper.draft.papers) == count)


def test_a_likely_duplicate_is_said_before_receiving_and_can_be_opened(
    desk: Desk, office: OpenOffice, virtual: VirtualStation
) -> None:
    first = office.services.reception.receive(form(office), 1, "minh")
    read_card(desk, virtual)
    choose(desk, MARITAL_STATUS)
    desk.until(lambda: said(desk, "duplicate"))
    assert first.code in desk.window.receive_page.head.banners.shown[0].title
    desk.window.notices.act("duplicate", "new")
    desk.until(lambda: not said(desk, "duplicate"))
    press(ENTER, CTRL)
    assert received(desk).id != first.id


def test_ctrl_o_opens_the_likely_duplicate(desk: Desk, office: OpenOffice, virtual: VirtualStation) -> None:
    office.services.reception.receive(form(office), 1, "minh")
    read_card(desk, virtual)
    choose(desk, MARITAL_STATUS)
    desk.until(lambda: said(desk, "duplicate"))
    press(Qt.Key.Key_O, CTRL)
    desk.until(lambda: desk.window.page == "dossiers")


def test_one_visit_may_bring_several_dossiers(desk: Desk, virtual: VirtualStation) -> None:
    receive, page = desk.window.receive, desk.window.receive_page
    read_card(desk, virtual)
    choose(desk, MARITAL_STATUS)
    press(ENTER, CTRL)
    first = received(desk)
    press(Qt.Key.Key_N, CTRL | SHIFT)
    desk.until(lambda: receive.ending.done is None and receive.keeper.draft.identity == NUMBER)
    assert receive.keeper.draft.id != first.id
    choose(desk, "1.000656")
    press(ENTER, CTRL)
    second = received(desk)
    assert receive.ending.visit == (first, second)
    shown = [label.text() for label in page.done.findChildren(QLabel) if label.isVisible()]
    assert "Lượt này có 2 hồ sơ" in shown
    assert page.done.print_all_button.isVisible()
    press(ENTER, CTRL)
    desk.until(lambda: receive.ending.done is None and receive.keeper.blank)
    assert receive.ending.visit == ()


@pytest.mark.parametrize("width, height, scale", [(1366, 768, 1.0), (1920, 1080, 1.15), (1920, 1080, 2.0)])
@pytest.mark.parametrize("state", ["unfolded", "form 02", "form 03"])
def test_no_word_is_cut_in_what_is_seldom_seen(
    qtbot: QtBot, look: QApplication, width: int, height: int, scale: float, state: str
) -> None:
    theme.apply(look, scale=scale)
    frame, page = states.frame_with(lambda frame: ReceivePage(lambda: frame), width, height)
    qtbot.addWidget(frame)
    page.present(states.unfolded_state())
    if state != "unfolded":
        page.present_incomplete(states.incomplete_state(FormKind.SUPPLEMENT if "02" in state else FormKind.REFUSAL))
    frame.show()
    look.processEvents()
    look.processEvents()
    assert cut(frame.centre) == []
    shown = page.form if state == "unfolded" else page.incomplete
    assert shown.horizontalScrollBar().maximum() == 0
