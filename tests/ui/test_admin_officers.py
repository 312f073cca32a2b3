"""Quản trị → Cán bộ: an administrator gives out duties and PINs; others only read."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app.domain.facts import Duty
from counter_app.domain.places import Officer
from tests.support.office import OpenOffice
from tests.ui.desk_kit import Desk, open_desk
from ui.desk.admin.controller import OFFICERS
from ui.desk.admin.officers.controller import OfficersController
from ui.tasks import Tasks

Opened = Callable[..., AbstractContextManager[Desk]]


def officers_tab(desk: Desk) -> OfficersController:
    QTest.keyClick(desk.window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    admin = desk.window.admin
    assert admin is not None
    admin.page.open_tab(OFFICERS)
    desk.until(lambda: admin.officers.tab.list.count() == 4)
    return admin.officers


def known(office: OpenOffice, name: str) -> Officer | None:
    return next((one for one in office.services.officers.all() if one.name == name), None)


def test_an_administrator_adds_a_leader_by_keyboard(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    with open_desk(qtbot, office, tasks, officer_id="son") as desk:
        tab = officers_tab(desk).tab
        tab.add_button.setFocus()
        QTest.keyClick(tab.add_button, Qt.Key.Key_Space)
        for field, text in ((tab.name, "Ngo Thi Lan"), (tab.pin, "ca-phe-7"), (tab.again, "ca-phe-7")):
            QTest.keyClicks(field.line, text)
        tab.boxes[Duty.APPROVAL].setFocus()
        QTest.keyClick(tab.boxes[Duty.APPROVAL], Qt.Key.Key_Space)
        QTest.keyClick(tab, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        desk.until(lambda: known(office, "Ngo Thi Lan") is not None)
        made = known(office, "Ngo Thi Lan")
        assert made is not None
        assert made.duties == (Duty.RECEPTION, Duty.PROCESSING, Duty.APPROVAL)
        assert office.services.sign_ins.sign_in(made.id, "ca-phe-7").officer == made
        desk.until(lambda: tab.list.count() == 5)


def test_two_pins_that_differ_are_said_and_nothing_is_written(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    with open_desk(qtbot, office, tasks, officer_id="son") as desk:
        tab = officers_tab(desk).tab
        before = office.journal.last_seq
        QTest.keyClicks(tab.pin.line, "ca-phe-7")
        QTest.keyClicks(tab.again.line, "ca-phe-8")
        QTest.keyClick(tab, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert tab.again.line.property("wrong") is True
        assert tab.again.line.hasFocus()
        assert office.journal.last_seq == before


def test_who_is_no_administrator_reads_only(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        tab = officers_tab(desk).tab
        assert not tab.save_button.isEnabled()
        assert not tab.name.line.isEnabled()


def test_the_last_administrator_keeps_the_duty_with_a_sentence(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    with open_desk(qtbot, office, tasks, officer_id="son") as desk:
        controller = officers_tab(desk)
        controller.tab.boxes[Duty.ADMINISTRATION].setChecked(False)
        controller.act()
        banners = controller._context.notices
        desk.until(lambda: any("quản trị cuối cùng" in one.title for one in banners.all))


def test_an_administrator_bars_an_account_with_a_reason_and_admits_it_again(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks
) -> None:
    with open_desk(qtbot, office, tasks, officer_id="son") as desk:
        controller = officers_tab(desk)
        part = controller.tab.account
        controller.tab.list.setCurrentRow([one.id for one in office.services.officers.all()].index("lan"))
        part.bar_button.click()
        assert part.reason.line.property("wrong") is True
        QTest.keyClicks(part.reason.line, "chuyen cong tac")
        part.bar_button.click()
        desk.until(lambda: "đã bị khóa" in part.state.text())
        assert known_disabled(office) == ["lan"]
        part.admit_button.click()
        desk.until(lambda: "khóa" not in part.state.text())
        assert known_disabled(office) == []


def known_disabled(office: OpenOffice) -> list[str]:
    return [one.id for one in office.services.officers.all() if one.disabled]


def test_a_secret_that_an_administrator_types_is_for_one_sign_in(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks
) -> None:
    with open_desk(qtbot, office, tasks, officer_id="son") as desk:
        controller = officers_tab(desk)
        controller.tab.list.setCurrentRow([one.id for one in office.services.officers.all()].index("lan"))
        for field in (controller.tab.pin, controller.tab.again):
            QTest.keyClicks(field.line, "ca-phe-7")
        controller.act()
        desk.until(lambda: "phải đổi" in controller.tab.account.state.text())
        assert office.services.sign_ins.sign_in("lan", "ca-phe-7").first is not None
