"""One's own account at the desk, by keyboard: the secret, the telephone, what is to be done in the coming days."""

from datetime import timedelta

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from counter_app.domain.totp import STEP_S, code_at, step_of
from counter_app.errors import Code, CounterError
from counter_app.services.sign_in import Due, Reminder, SignedIn
from tests.support.office import OpenOffice
from tests.support.typing import focused, press, type_text
from tests.ui.desk_kit import Desk, nameless, open_desk
from ui.tasks import Tasks

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, ESCAPE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
GOOD = "ca-phe-sua-7"


def said(desk: Desk) -> set[str]:
    return {one.id for one in desk.window.notices.all}


def test_an_officer_changes_the_own_secret_and_the_reminder_goes(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks
) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        desk.window.remind(office.services.sign_ins.sign_in("ha", "1234"))
        assert "secret-due" in said(desk)
        desk.window.notices.act("secret-due", "change")
        form = desk.window.account.secret
        assert form.old.line.hasFocus()
        assert nameless(desk.window.account) == []
        for typed in ("0000", GOOD, GOOD):
            type_text(typed)
            press(ENTER)
        desk.until(lambda: form.old.line.property("wrong") is True)
        type_text("1234")
        press(ENTER)
        desk.until(lambda: not desk.window.account.isVisible())
        assert "secret-due" not in said(desk)
        assert office.services.sign_ins.unlock("ha", GOOD).id == "ha"


def test_an_administrator_sets_the_telephone_up_at_the_desk(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    with open_desk(qtbot, office, tasks, officer_id="son") as desk:
        press(Qt.Key.Key_U, CTRL)
        sheet = desk.window.account
        sheet.second_button.setFocus()
        press(ENTER)
        form = sheet.second
        desk.until(form.secret.line.hasFocus)
        new = sheet.proposed
        assert new is not None
        type_text("1234")
        press(ENTER)
        type_text(code_at(new.key, step_of(office.clock.now())))
        press(ENTER)
        desk.until(lambda: form.shows_codes)
        desk.until(form.finish_button.hasFocus)
        press(ENTER)
        assert not sheet.isVisible()
        assert sheet.proposed is None
    office.clock.move(timedelta(seconds=STEP_S))
    with pytest.raises(CounterError, match=Code.SECOND_FACTOR_NEEDED.value):
        office.services.sign_ins.sign_in("son", "1234")


def test_codes_that_are_shown_once_stay_until_somebody_says_so_and_leave_nothing(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks
) -> None:
    with open_desk(qtbot, office, tasks, officer_id="son") as desk:
        sheet = desk.window.account
        sheet.open_second()
        new = sheet.proposed
        assert new is not None
        for typed in ("1234", code_at(new.key, step_of(office.clock.now()))):
            type_text(typed)
            press(ENTER)
        desk.until(lambda: sheet.second.shows_codes)
        desk.until(sheet.second.finish_button.hasFocus)
        press(ESCAPE)
        assert sheet.isVisible()
        press(TAB)
        assert "Mã 1" in focused().accessibleName()
        press(ENTER)
        assert sheet.isVisible()
        press(ENTER)
        assert not sheet.isVisible()
        kept = " ".join(one.accessibleName() + one.text() for one in sheet.findChildren(QLabel))
        assert new.typed not in kept
        assert not [code for code in new.codes if code in kept]


def test_tab_goes_round_in_the_sheet_and_never_to_the_work_underneath(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks
) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        press(Qt.Key.Key_U, CTRL)
        sheet = desk.window.account
        met = []
        for key in (*[TAB] * 5, *[Qt.Key.Key_Backtab] * 5):
            press(key)
            met.append(focused())
        assert all(sheet.isAncestorOf(one) for one in met)
        assert met[3] is met[9] is sheet.lock_button
        assert len(set(met)) == 4


def test_a_refused_secret_says_when_to_try_again(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        form = desk.window.account.secret
        desk.window.account.open_secret()
        form.say(CounterError(Code.PIN_LOCKED, minutes=15))
        assert any("15 phút" in one.text() for one in form.findChildren(QLabel))
        type_text("1")
        assert not any("15 phút" in one.text() for one in form.findChildren(QLabel))


def test_only_administrators_are_offered_the_telephone(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        press(Qt.Key.Key_U, CTRL)
        assert not desk.window.account.second_button.isVisible()


def test_escape_puts_the_sheet_away_and_the_cursor_back(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        before = focused()
        press(Qt.Key.Key_U, CTRL)
        assert desk.window.account.lock_button.hasFocus()
        press(ESCAPE)
        assert not desk.window.account.isVisible()
        assert focused() is before


def test_the_sheet_locks_the_desk_and_lets_one_leave(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        press(Qt.Key.Key_U, CTRL)
        press(ENTER)
        assert desk.window.session.screen is not None
        type_text("1234")
        press(ENTER)
        desk.until(lambda: desk.window.session.screen is None)
        press(Qt.Key.Key_U, CTRL)
        with qtbot.waitSignal(desk.window.signed_out, timeout=8000):
            desk.window.account.leave_button.click()


def test_what_may_wait_is_said_with_its_days_and_what_may_not_is_no_notice(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks
) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        officer = office.services.officers.all()[0]
        reminders = (Reminder(Due.SECRET, 0), Reminder(Due.SECOND_FACTOR, 3))
        desk.window.remind(SignedIn(officer, reminders, offline_days=10))
        told = {one.id: f"{one.title} {one.text}" for one in desk.window.notices.all}
        assert "secret-due" not in told
        assert "3 ngày" in told["second-due"]
        assert "10 ngày" in told["offline-due"]


def test_a_telephone_reads_the_picture_as_it_is_on_screen(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    with open_desk(qtbot, office, tasks, officer_id="son") as desk:
        sheet = desk.window.account
        sheet.open_second()
        assert sheet.proposed is not None
        picture = sheet.second.picture.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        grey = Image.frombuffer(
            "L", (picture.width(), picture.height()), picture.constBits(), "raw", "L", picture.bytesPerLine(), 1
        )
        assert [one.text for one in zxingcpp.read_barcodes(grey)] == [sheet.proposed.address]
