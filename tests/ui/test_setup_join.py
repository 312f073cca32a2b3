"""A new machine joins an office that is there: found on the network or typed, checked in place, told in words."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.bootstrap import Counter, join_office
from counter_app.errors import Code, CounterError
from counter_app.settings import load_settings
from sync.office.discovery import Discovery, Found
from sync.office.finding import Finding, FoundOffice
from sync.office.joining import Joining, Progress
from tests.support.waiting import WAIT_MS
from tests.sync.offices import first_station
from tests.ui.setup_kit import NewMachine, first_start, type_into
from tests.ui.test_desk_layout import cut
from ui import theme
from ui.setup.answers import Asked, JoinAnswers, Wrong
from ui.setup.window import SetupWindow
from ui.setup.words import join_refusal
from ui.shell.seat import SignInWindow
from ui.shell.station import Role

LOOPBACK = ("127.0.0.1",)
TYPED = JoinAnswers("192.168.1.10", "ABCD-EFGH-2345-K7QM-4TXA", "Máy quầy 2", ("desk",), 2)
_NEW, _JOIN = range(2)


@pytest.fixture
def window(look: QApplication, qtbot: QtBot) -> Iterator[SetupWindow]:
    made = SetupWindow(joins=True)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    yield made
    made.close()
    made.deleteLater()


def choose_joining(window: SetupWindow) -> None:
    button = window.ways.button(_JOIN)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


@pytest.mark.parametrize(
    "change, field, wrong",
    [
        ({"url": ""}, Asked.ADDRESS, Wrong.EMPTY),
        ({"url": "may chu"}, Asked.ADDRESS, Wrong.HOST),
        ({"url": "http://x:99999"}, Asked.ADDRESS, Wrong.HOST),
        ({"code": ""}, Asked.JOIN_CODE, Wrong.EMPTY),
        ({"code": "ABCD-EFGH-2345"}, Asked.JOIN_CODE, Wrong.JOINING),
        ({"roles": ()}, Asked.ROLES, Wrong.ROLES),
        ({"name": " "}, Asked.JOIN_NAME, Wrong.EMPTY),
    ],
)
def test_each_wrong_answer_is_named(change: dict[str, object], field: Asked, wrong: Wrong) -> None:
    values = {name: getattr(TYPED, name) for name in JoinAnswers.__slots__} | change
    problems = JoinAnswers(**values).problems()
    assert [(one.field, one.wrong) for one in problems] == [(field, wrong)]
    assert TYPED.problems() == ()


def test_the_form_is_filled_by_keyboard_and_handed_on_as_typed(window: SetupWindow, qtbot: QtBot) -> None:
    choose_joining(window)
    type_into(window.joining.fields[Asked.ADDRESS].line, "192.168.1.10")
    type_into(window.joining.fields[Asked.JOIN_CODE].line, "abcd-efgh-2345-k7qm-4txa")
    for role in ("desk", "kiosk", "board"):
        box = window.joining.roles[role]
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Space)
    with qtbot.waitSignal(window.join_asked) as told, qtbot.assertNotEmitted(window.submitted):
        QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args[0] == JoinAnswers("192.168.1.10", "ABCD-EFGH-2345-K7QM-4TXA", "Máy lấy số", ("kiosk", "board"), 1)
    assert not window.joining.desk.isEnabled()


def test_what_is_missing_is_said_in_place_and_goes_away_while_it_is_mended(window: SetupWindow) -> None:
    choose_joining(window)
    window.submit()
    fields = window.joining.fields
    assert "chưa nhập" in fields[Asked.ADDRESS].line.accessibleDescription()
    assert fields[Asked.ADDRESS].line.hasFocus()
    type_into(window.joining.fields[Asked.ADDRESS].line, "192.168.1.10")
    assert fields[Asked.ADDRESS].line.accessibleDescription() == ""


def test_offices_are_looked_for_only_while_joining_is_chosen(window: SetupWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.looked) as begun:
        choose_joining(window)
    with qtbot.waitSignal(window.looked) as ended:
        window.ways.button(_NEW).click()
    assert (begun.args, ended.args) == ([True], [False])


def test_an_office_is_listed_once_by_its_first_machine_and_chosen_by_key(window: SetupWindow) -> None:
    choose_joining(window)
    part = window.joining
    part.show_found(FoundOffice("an-phuc", "XÃ AN PHÚC", 1, "http://192.168.1.11:8471"))
    part.show_found(FoundOffice("b", "", 0, "http://192.168.1.77:8471"))
    part.offices.setFocus()
    part.offices.choose(0)
    assert part.answers().url == "http://192.168.1.11:8471"
    part.show_found(FoundOffice("an-phuc", "XÃ AN PHÚC", 0, "http://192.168.1.10:8471"))
    part.show_found(FoundOffice("an-phuc", "XÃ AN PHÚC", 2, "http://192.168.1.12:8471"))
    assert [row[0].first for row in part.offices.rows] == ["XÃ AN PHÚC", "b"]
    assert part.answers().url == "http://192.168.1.10:8471"
    QTest.keyClick(part.offices, Qt.Key.Key_Down)
    assert part.answers().url == "http://192.168.1.77:8471"


def test_without_a_network_part_there_is_nothing_to_choose(look: QApplication, qtbot: QtBot) -> None:
    window = SetupWindow()
    qtbot.addWidget(window)
    window.show()
    assert not window.ways.isVisible()


@pytest.mark.parametrize(
    "code, said",
    [
        (Code.ENROLMENT_REFUSED, "Mã không đúng"),
        (Code.OFFICE_AWAY, "Không có máy nào trả lời"),
        (Code.NOT_AN_OFFICE, "Ở địa chỉ http://x:1 là một chương trình khác"),
        (Code.CERTIFICATE_STATION, "Mã không đúng, hoặc máy ở địa chỉ này không phải"),
        (Code.PLAIN_ANSWER, "Máy ở x trả lời không mã hóa"),
    ],
)
def test_what_went_wrong_is_said_in_words_with_what_to_do(look: QApplication, code: Code, said: str) -> None:
    title, step = join_refusal(CounterError(code, url="http://x:1", host="x"))
    assert title.startswith(said)
    assert step


@pytest.mark.parametrize("scale, width, height", [(1.0, 1040, 720), (2.0, 1872, 1008)])
def test_no_word_is_cut(look: QApplication, qtbot: QtBot, scale: float, width: int, height: int) -> None:
    theme.apply(look, scale=scale)
    window = SetupWindow(joins=True)
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    window.choose_way(_JOIN)
    window.joining.show_found(FoundOffice("an-phuc", "XÃ AN PHÚC", 0, "http://192.168.1.10:8471"))
    window.submit()
    qtbot.waitUntil(lambda: cut(window) == [], timeout=WAIT_MS)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Counter]:
    with first_station(tmp_path / "office") as counter:
        yield counter


@pytest.fixture
def machine(look: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[NewMachine]:
    """A new machine, whose network is this machine's loopback."""

    def go_in(joining: Joining, told: Progress) -> None:
        join_office(tmp_path / "new", replace(joining, find=False), told=told)  # it is not looked for again

    def find(told: Callable[[FoundOffice], None]) -> Finding:
        return Finding(told, interfaces=LOOPBACK)

    with first_start(look, qtbot, tmp_path / "new", join=go_in, find=find) as made:
        yield made


def test_a_new_machine_finds_its_office_is_let_in_once_and_opens_at_its_desk(
    office: Counter, machine: NewMachine
) -> None:
    node = office.office
    assert node is not None
    port = int(node.url.rpartition(":")[2])
    alone = uuid4().hex  # not the office's own id: other runs on this network have the same
    said = Found(alone, office.journal.key.station, 0, "127.0.0.1", port, office.services.office.name)
    discovery = Discovery(alone, said, None, interfaces=LOOPBACK)
    discovery.start()
    try:
        setup = machine.setup
        choose_joining(setup)
        offices = setup.joining.offices
        machine.until(lambda: any(row[1].first == node.url for row in offices.rows))
        place = next(place for place, row in enumerate(offices.rows) if row[1].first == node.url)
        assert offices.rows[place][0].first == office.services.office.name
        offices.choose(place)
        type_into(setup.joining.fields[Asked.JOIN_CODE].line, "AAAA-BBBB-CCCC-DDDD-EEEE")
        setup.joining.desk.setValue(2)
        setup.submit()
        machine.until(lambda: any(one.title.startswith("Mã không đúng") for one in setup.banners.shown))
        assert setup.finish.isEnabled()
        type_into(setup.joining.fields[Asked.JOIN_CODE].line, node.make_code())
        setup.submit()
        machine.until(lambda: machine.shell.windows is not None)
    finally:
        discovery.close()
    windows = machine.shell.windows
    assert windows is not None
    window = windows.window(Role.DESK)
    assert isinstance(window, SignInWindow)
    machine.until(lambda: window.page.officers.count() == 4)
    kept = load_settings(machine.folder)
    assert (kept.desk, kept.office.urls) == (2, (node.url,))


def test_an_address_where_nobody_answers_is_said_and_what_was_typed_stays(machine: NewMachine) -> None:
    setup = machine.setup
    choose_joining(setup)
    type_into(setup.joining.fields[Asked.ADDRESS].line, "127.0.0.1:9")
    type_into(setup.joining.fields[Asked.JOIN_CODE].line, "AAAA-BBBB-CCCC-DDDD-EEEE")
    setup.submit()
    machine.until(lambda: any(one.title.startswith("Không có máy nào trả lời") for one in setup.banners.shown))
    assert setup.joining.answers().url == "127.0.0.1:9"
    assert not (machine.folder / "settings.toml").exists()
