"""Signing in, finding a dossier, going anywhere."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from counter_app.domain.dossiers import Dossier
from tests.support.office import OpenOffice
from tests.support.typing import focused, press, type_text
from tests.support.waiting import WAIT_MS
from tests.ui.desk_kit import open_desk
from ui.desk.dossiers.filters import Filter
from ui.desk.pill import Pill
from ui.desk.sign_in import SignIn
from ui.tasks import Tasks

ENTER = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier


def receive(office: OpenOffice, name: str, identity: str, procedure: str = "1.004873") -> Dossier:
    reception = office.services.reception
    draft = reception.choose(reception.begin(1), procedure)
    return reception.receive(replace(draft, name=name, identity=identity), 1, "minh")


@pytest.fixture
def dossiers(office: OpenOffice) -> tuple[Dossier, Dossier]:
    return (
        receive(office, "Nguyễn Thị Hậu", "000185000017"),
        receive(office, "Đặng Văn Lộc", "000076000018"),
    )


def test_the_right_pin_signs_in_and_a_wrong_one_says_how_many_tries_are_left(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks
) -> None:
    page = SignIn(office.services, tasks, 3)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.officers.count() == 4 and page.officers.hasFocus(), timeout=WAIT_MS)
    press(ENTER)
    type_text("0000")
    press(ENTER)
    qtbot.waitUntil(lambda: bool(page.banners.shown), timeout=WAIT_MS)
    assert any("4" in part for part in (page.banners.shown[0].title, page.banners.shown[0].text))
    assert page.pin.text == ""
    type_text("1234")
    with qtbot.waitSignal(page.signed_in, timeout=WAIT_MS) as signed_in:
        press(ENTER)
    assert signed_in.args[0].name == office.services.officers.all()[0].name


def test_names_are_found_without_diacritics(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, dossiers: tuple[Dossier, Dossier]
) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        press(Qt.Key.Key_2, CTRL)
        page = desk.window.dossiers_page
        desk.until(lambda: page.table.model().rowCount() == 2)
        desk.until(page.line.hasFocus)
        type_text("nguyen thi hau")
        desk.until(lambda: page.table.model().rowCount() == 1)
        assert page.table.current == dossiers[0]
        page.line.selectAll()
        type_text("dang van loc")
        desk.until(lambda: page.table.current is not None and page.table.current.id == dossiers[1].id)


def test_nothing_found_says_what_to_try(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        press(Qt.Key.Key_2, CTRL)
        desk.until(desk.window.dossiers_page.line.hasFocus)
        type_text("khong co ai")
        desk.until(lambda: any("quét mã QR" in label for label in _labels(desk.window.dossiers_page)))


def test_ctrl_k_goes_to_a_dossier_and_to_a_procedure(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, dossiers: tuple[Dossier, Dossier]
) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        press(Qt.Key.Key_K, CTRL)
        type_text("van loc")
        desk.until(lambda: bool(desk.window.quick.popup.isVisible() and desk.window.quick.popup.rows))
        press(ENTER)
        table = desk.window.dossiers_page.table
        desk.until(lambda: table.current is not None and table.current.id == dossiers[1].id)
        assert desk.window.page == "dossiers"
        press(Qt.Key.Key_K, CTRL)
        type_text("giay doc than")
        desk.until(lambda: bool(desk.window.quick.popup.isVisible() and desk.window.quick.popup.rows))
        press(ENTER)
        desk.until(lambda: desk.window.receive.procedure is not None)
        assert desk.window.page == "receive"


def test_late_dossiers_are_counted_and_filtered(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, dossiers: tuple[Dossier, Dossier]
) -> None:
    office.services.lifecycle.mark_ready(dossiers[0].id, "ha", signer="son")
    office.services.lifecycle.return_result(dossiers[0].id, "ha", "Nguyễn Thị Hậu")
    office.clock.move(timedelta(days=10))
    with open_desk(qtbot, office, tasks) as desk:
        desk.window.open_page("dossiers")
        page = desk.window.dossiers_page
        desk.until(lambda: page.table.count == 2)
        desk.until(lambda: page.pills[Filter.RETURNED].accessibleName() == "Đã trả: 1")
        assert page.pills[Filter.LATE].accessibleName() == "Quá hạn: 1"
        page.pills[Filter.LATE].setFocus()
        press(Qt.Key.Key_Space)
        desk.until(lambda: page.table.count == 1 and page.table.current is not None)
        assert page.table.current is not None
        assert page.table.current.id == dossiers[1].id
        page.pills[Filter.RETURNED].setFocus()
        press(Qt.Key.Key_Space)
        desk.until(lambda: page.table.current is not None and page.table.current.id == dossiers[0].id)


def test_a_list_is_narrowed_by_field_and_channel_and_kept_under_a_name(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, dossiers: tuple[Dossier, Dossier]
) -> None:
    other = receive(office, "Trần Văn Ba", "000086000019", "2.000815")
    with open_desk(qtbot, office, tasks) as desk:
        desk.window.open_page("dossiers")
        page = desk.window.dossiers_page
        desk.until(lambda: page.table.count == 3 and page.filters.field.count() > 1)
        page.filters.field.setFocus()
        while page.filters.field.currentData() != other.field:
            press(Qt.Key.Key_Down)
        desk.until(lambda: page.table.count == 1)
        assert page.table.current is not None
        assert page.table.current.id == other.id
        page.keep_button.setFocus()
        press(ENTER)
        type_text("Chứng thực")
        press(ENTER)
        desk.until(lambda: [one.name for one in office.services.dossiers.filters("ha")] == ["Chứng thực"])
        page.pills[Filter.ALL].click()
        page.filters.field.setCurrentIndex(0)
        page.filters.changed.emit()
        desk.until(lambda: page.table.count == 3)
        pill = next(pill for pill in page.findChildren(Pill) if pill.text() == "Chứng thực")
        pill.setFocus()
        press(Qt.Key.Key_Space)
        desk.until(lambda: page.table.count == 1)
        assert page.filters.field.currentData() == other.field
        page.keep_button.click()
        desk.until(lambda: office.services.dossiers.filters("ha") == ())


def test_a_long_list_is_read_page_by_page_as_one_goes_down(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    made = [receive(office, f"Người thứ {number}", "") for number in range(56)]
    with open_desk(qtbot, office, tasks) as desk:
        desk.window.open_page("dossiers")
        page = desk.window.dossiers_page
        desk.until(lambda: page.table.count == 50)
        page.table.setFocus()
        press(Qt.Key.Key_End)
        desk.until(lambda: page.table.count == 56)
        press(Qt.Key.Key_End)
        desk.until(lambda: page.table.current is not None and page.table.current.id == made[0].id)


def test_f1_lists_the_keys_and_any_key_puts_the_list_away(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        before = focused()
        press(Qt.Key.Key_F1)
        assert desk.window.keys.isVisible()
        press(Qt.Key.Key_Escape)
        assert not desk.window.keys.isVisible()
        assert focused() is before


def _labels(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
