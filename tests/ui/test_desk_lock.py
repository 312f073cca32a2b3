"""The locked desk: nothing of the work is seen or reached, nothing of it is lost, and its officer comes back to it."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from devices.fleet import Devices
from devices.virtual import VirtualStation
from tests.support.office import MORNING, OpenOffice
from tests.support.typing import focused, press, type_text
from tests.ui.desk_kit import Desk, nameless, open_desk, take_numbers
from tests.ui.receive_kit import CARD
from ui.desk.lock.idle import IdleWatch
from ui.desk.lock.screen import LockScreen
from ui.tasks import Tasks

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return
NAME = "Trần Thị Hoa"


def lock(desk: Desk) -> LockScreen:
    """Ctrl+L, as whoever leaves the desk presses it."""
    press(Qt.Key.Key_L, CTRL)
    screen = desk.window.session.screen
    assert screen is not None
    return screen


def half_typed(desk: Desk) -> None:
    line = desk.window.receive_page.form.applicant.fields["name"].line
    line.setFocus()
    type_text("Trần Thị Ho")
    type_text("a")
    desk.until(lambda: desk.window.receive.keeper.draft is not None and desk.window.receive.keeper.draft.name == NAME)


def words(window: QWidget) -> str:
    """Every word that is on screen."""
    labels = [one.text() for one in window.findChildren(QLabel) if one.isVisible()]
    lines = [one.text() for one in window.findChildren(QLineEdit) if one.isVisible()]
    return " ".join(
        (*labels, *lines, *(one.accessibleName() for one in window.findChildren(QWidget) if one.isVisible()))
    )


def test_ctrl_l_covers_everything_and_the_right_secret_brings_it_back_as_it_was(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks
) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        half_typed(desk)
        assert NAME in words(desk.window)
        place = focused()
        screen = lock(desk)
        assert screen.geometry() == desk.window.rect()
        assert screen.secret.line.hasFocus()
        assert not desk.window.frame.isVisible()
        assert NAME not in words(desk.window)
        assert "Lê Thị Thu Hà" in words(desk.window)
        assert "08:55" in words(desk.window)
        type_text("0000")
        press(ENTER)
        desk.until(lambda: bool(screen.banners.shown))
        type_text("1234")
        press(ENTER)
        desk.until(lambda: desk.window.session.screen is None)
        assert desk.window.frame.isVisible()
        assert focused() is place
        assert desk.window.receive.keeper.draft is not None
        assert desk.window.receive.keeper.draft.name == NAME


def test_no_key_of_the_desk_does_anything_while_it_is_locked(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    take_numbers(office, 2)
    with open_desk(qtbot, office, tasks) as desk:
        lock(desk)
        before = office.journal.last_seq
        for key in (Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F11, Qt.Key.Key_F1, Qt.Key.Key_Escape):
            press(key)
        press(Qt.Key.Key_2, CTRL)
        press(ENTER)
        press(ENTER, CTRL)
        for _ in range(6):
            press(Qt.Key.Key_Tab)
            assert desk.window.session.screen is not None
            assert desk.window.session.screen.isAncestorOf(focused())
        assert desk.window.page == "receive"
        tasks.close()  # whatever those keys might have asked for is done by now
        assert office.journal.last_seq == before


def test_a_card_on_the_reader_is_nobodys_business_while_the_desk_is_locked(
    desk: Desk, virtual: VirtualStation, station: tuple[VirtualStation, Devices]
) -> None:
    read: list[object] = []
    heard: list[str] = []
    outside = desk.window.outside
    outside.card_read.connect(lambda card: read.append(card))

    def told(line: str) -> None:
        def take() -> None:
            outside._line(line)
            heard.append(line)

        desk.tasks.post(take)

    station[1].reader.on_line(told)
    screen = lock(desk)
    virtual.reader.scan(CARD)
    desk.until(lambda: len(heard) == 1)
    assert read == []
    assert desk.window.receive.keeper.blank
    screen.secret.line.setFocus()
    type_text("1234")
    press(ENTER)
    desk.until(lambda: desk.window.session.screen is None)
    virtual.reader.scan(CARD)
    desk.until(lambda: len(heard) == 2)
    assert len(read) == 1


def test_the_desk_locks_by_itself_after_its_minutes_and_says_so(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        idle = desk.window.session.idle
        office.clock.move(timedelta(minutes=14, seconds=50))
        idle.look()
        assert desk.window.session.screen is None
        office.clock.move(timedelta(seconds=11))
        idle.look()
        screen = desk.window.session.screen
        assert screen is not None
        assert "15 phút" in words(screen)


def test_a_key_or_a_click_in_the_window_begins_the_minutes_anew(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        handle = desk.window.windowHandle()
        works: tuple[Callable[[], None], ...] = (
            lambda: QTest.keyClick(handle, Qt.Key.Key_A),
            lambda: QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(700, 5)),
        )
        for work in works:
            office.clock.move(timedelta(minutes=10))
            work()
            office.clock.move(timedelta(minutes=10))
            desk.window.session.idle.look()
            assert desk.window.session.screen is None


def test_the_minutes_count_through_sleep_and_through_a_clock_that_is_set_back(qtbot: QtBot) -> None:
    wall, steady = [MORNING], [0.0]

    def now() -> datetime:
        return wall[0]

    told: list[str] = []
    watch = IdleWatch(timedelta(minutes=15), now, steady=lambda: steady[0])
    watch.idled.connect(lambda: told.append("idle"))
    wall[0] += timedelta(hours=8)  # the machine slept: its steady clock stood still
    watch.look()
    assert told == ["idle"]
    watch.look()
    assert told == ["idle"]
    watch.touch()
    wall[0] -= timedelta(days=2)
    steady[0] += 15 * 60
    watch.look()
    assert told == ["idle", "idle"]


def test_another_officer_may_take_over_and_what_was_half_typed_is_kept(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks
) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        half_typed(desk)
        screen = lock(desk)
        desk.window.asks_to_leave = True
        with qtbot.waitSignal(desk.window.signed_out, timeout=8000):
            screen.other_button.click()
        desk.until(lambda: (office.services.reception.draft(3) or desk).name == NAME)  # type: ignore[union-attr]


def test_a_barred_officers_session_ends_by_itself_and_the_desk_knows_why(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks
) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        with qtbot.waitSignal(desk.window.signed_out, timeout=8000):
            office.services.officers.bar("ha", "nghỉ việc", "son")
        assert desk.window.told is not None
        assert desk.window.told.code.value == "officer-disabled"


def test_every_control_of_the_lock_has_a_name(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        assert nameless(lock(desk)) == []


def test_the_lock_follows_the_size_of_the_window(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        screen = lock(desk)
        desk.window.resize(900, 600)
        desk.until(lambda: screen.geometry() == desk.window.rect())
