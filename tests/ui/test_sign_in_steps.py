"""Signing in by keyboard: the code of the telephone, a secret of one's own, what cannot be put off any more."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter_app.errors import Code, CounterError
from tests.support.office import OpenOffice
from tests.support.telephone import shown, with_telephone
from tests.support.typing import press, type_text
from tests.support.waiting import WAIT_MS
from tests.ui.desk_kit import nameless
from ui.desk.sign_in import SignIn
from ui.tasks import Tasks

ENTER, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Down
GOOD = "ca-phe-sua-7"


def opened(qtbot: QtBot, office: OpenOffice, tasks: Tasks, officer: str, told: CounterError | None = None) -> SignIn:
    """The page with ``officer`` chosen by the arrows, and the cursor in the secret."""
    page = SignIn(office.services, tasks, 3, told)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.officers.count() > 0 and page.officers.hasFocus(), timeout=WAIT_MS)
    known = [one.id for one in office.services.officers.all() if not one.disabled]
    for _ in range(known.index(officer)):
        press(DOWN)
    press(ENTER)
    qtbot.waitUntil(page.pin.line.hasFocus, timeout=WAIT_MS)
    return page


def enter(secret: str) -> None:
    type_text(secret)
    press(ENTER)


def test_an_administrator_types_the_secret_and_then_the_code(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    key = with_telephone(office).key
    page = opened(qtbot, office, tasks, "son")
    enter("1234")
    qtbot.waitUntil(page.code.line.hasFocus, timeout=WAIT_MS)
    assert page.banners.shown == ()
    enter("000000")
    qtbot.waitUntil(lambda: bool(page.banners.shown), timeout=WAIT_MS)
    assert "4" in page.banners.shown[0].text
    assert page.code.line.hasFocus()
    type_text(shown(office, key))
    with qtbot.waitSignal(page.signed_in, timeout=WAIT_MS) as signed_in:
        press(ENTER)
    assert signed_in.args[0].id == "son"
    assert page.pin.text == page.code.text == ""


def test_the_code_is_asked_of_nobody_else(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    with_telephone(office)
    page = opened(qtbot, office, tasks, "son")
    enter("1234")
    qtbot.waitUntil(page.code.line.hasFocus, timeout=WAIT_MS)
    page.officers.setCurrentRow(0)
    assert not page.code.isVisible()


def test_a_secret_that_another_chose_is_changed_before_the_work_begins(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks
) -> None:
    office.services.officers.reset_pin("ha", GOOD, "son")
    page = opened(qtbot, office, tasks, "ha")
    enter(GOOD)
    form = page.steps.secret
    qtbot.waitUntil(form.new.line.hasFocus, timeout=WAIT_MS)
    assert nameless(page) == []
    type_text("12345678")
    press(ENTER)
    enter("12345678")
    assert form.new.line.property("wrong") is True
    enter("tra-da-via-he")
    press(ENTER)
    enter("tra-da-via-ha")
    assert form.again.line.property("wrong") is True
    form.again.line.selectAll()
    type_text("tra-da-via-he")
    with qtbot.waitSignal(page.signed_in, timeout=WAIT_MS):
        press(ENTER)
    assert office.services.sign_ins.unlock("ha", "tra-da-via-he").id == "ha"


def test_after_a_week_an_administrator_sets_the_telephone_up_before_the_work_begins(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks
) -> None:
    office.services.officers.change_own("son", "1234", GOOD)
    office.services.sign_ins.sign_in("son", GOOD)
    office.clock.move(timedelta(days=7))
    page = opened(qtbot, office, tasks, "son")
    enter(GOOD)
    form = page.steps.second
    qtbot.waitUntil(form.code.line.hasFocus, timeout=WAIT_MS)
    assert nameless(page) == []
    enter("000000")
    qtbot.waitUntil(lambda: form.code.line.property("wrong") is True, timeout=WAIT_MS)
    new = page.steps.proposed
    assert new is not None
    enter(shown(office, new.key))
    qtbot.waitUntil(lambda: form.shows_codes, timeout=WAIT_MS)
    qtbot.waitUntil(form.finish_button.hasFocus, timeout=WAIT_MS)
    with qtbot.waitSignal(page.signed_in, timeout=WAIT_MS):
        press(ENTER)
    with pytest.raises(CounterError, match=Code.SECOND_FACTOR_NEEDED.value):
        office.services.sign_ins.sign_in("son", GOOD)


def test_who_was_barred_is_told_why_and_is_not_in_the_list(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    office.services.officers.bar("lan", "nghỉ việc", "son")
    told = CounterError(Code.OFFICER_DISABLED, officer="lan")
    page = opened(qtbot, office, tasks, "ha", told)
    assert "khóa" in page.banners.shown[0].title
    assert page.officers.count() == 3
