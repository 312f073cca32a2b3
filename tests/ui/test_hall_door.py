"""A kiosk, a board, a rating screen on a machine of its own: no key and no gesture of a citizen ends it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counter_app.bootstrap import Counter, open_counter, set_up_station
from counter_app.demo.commune import new_station
from tests.support import telephone
from tests.support.waiting import WAIT_MS
from tests.ui.desk_kit import nameless
from tests.ui.station_kit import station_of
from ui.components.banner import Banner
from ui.hall import Stage
from ui.hall_door import HallDoor, LeavePanel
from ui.shell.station import Role
from ui.shell.windows import StationWindows

HALL = (Role.KIOSK, Role.BOARD, Role.RATING)


@contextmanager
def hall(folder: Path, *roles: Role, prepare: Callable[[Counter], None] = lambda _: None) -> Iterator[list[Stage]]:
    """A machine with these screens."""
    set_up_station(folder, new_station())
    counter = open_counter(folder)
    prepare(counter)
    windows = StationWindows(station_of(counter, *roles))
    try:
        windows.show()
        yield [window for role in HALL if isinstance(window := windows.window(role), Stage)]
    finally:
        windows.close()
        counter.close()


def asked(bot: QtBot, stage: Stage) -> LeavePanel:
    """Try to close a screen, and wait for the question."""
    assert not stage.close()
    panel = door_of(stage).panel
    assert panel is not None
    bot.waitUntil(lambda: panel.administrators.count() > 0, timeout=WAIT_MS)
    return panel


def typed(bot: QtBot, panel: LeavePanel, secret: str) -> None:
    bot.keyClicks(panel.secret.line, secret)
    bot.keyClick(panel.secret.line, Qt.Key.Key_Return)


def door_of(stage: Stage) -> HallDoor:
    (door,) = stage.findChildren(HallDoor)
    return door


def test_closing_asks_for_an_administrator_and_nobody_else_gets_out(
    look: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with hall(tmp_path, *HALL) as stages:
        for stage in stages:
            panel = asked(qtbot, stage)
            assert panel.geometry() == stage.rect()
            assert nameless(panel) == []
            typed(qtbot, panel, "0000")
            qtbot.waitUntil(lambda: bool(panel.findChildren(Banner)), timeout=WAIT_MS)  # noqa: B023 - at once
            qtbot.keyClick(panel, Qt.Key.Key_Escape)
            assert door_of(stage).panel is None
            asked(qtbot, stage)
            door_of(stage).countdown.pass_time(61)
            assert door_of(stage).panel is None
        assert all(stage.isVisible() for stage in stages)


def test_an_administrator_s_secret_closes_a_kiosk_that_stands_alone(
    look: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with hall(tmp_path, Role.KIOSK) as (stage,):
        assert stage.isFullScreen()
        typed(qtbot, asked(qtbot, stage), "1234")
        qtbot.waitUntil(lambda: not stage.isVisible(), timeout=WAIT_MS)


def test_who_has_a_telephone_closes_a_kiosk_with_its_code_and_not_without(
    look: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    codes: list[str] = []

    def prepare(counter: Counter) -> None:
        codes.extend(telephone.set_up(counter.services, counter.journal.clock.now()).codes)

    with hall(tmp_path, Role.KIOSK, prepare=prepare) as (stage,):
        panel = asked(qtbot, stage)
        assert not panel.code.isVisible()
        typed(qtbot, panel, "1234")
        qtbot.waitUntil(panel.code.line.hasFocus, timeout=WAIT_MS)
        assert panel.banners.shown == ()
        assert nameless(panel) == []
        qtbot.keyClicks(panel.code.line, "AAAA-BBBB-CCCC-DDDD")
        qtbot.keyClick(panel.code.line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(panel.banners.shown), timeout=WAIT_MS)
        assert panel.secret.text == "1234"
        assert panel.code.line.hasFocus()
        assert stage.isVisible()
        qtbot.keyClicks(panel.code.line, codes[0])
        qtbot.keyClick(panel.code.line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not stage.isVisible(), timeout=WAIT_MS)


COMMANDS = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
KEYS = (
    *"QWFNOPSTUZ1",
    *(getattr(Qt.Key, f"Key_F{number}") for number in range(1, 13)),
    Qt.Key.Key_Escape,
    Qt.Key.Key_Menu,
    Qt.Key.Key_Help,
    Qt.Key.Key_Print,
    Qt.Key.Key_HomePage,
    Qt.Key.Key_Delete,
)


def strike(window: QWidget, key: str | Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """Press and release a key as a keyboard on USB would."""
    code = Qt.Key(ord(key)) if isinstance(key, str) else key
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, code, modifiers, key if isinstance(key, str) and not modifiers else "")
        QApplication.sendEvent(window.focusWidget() or window, event)


def test_no_key_no_long_press_and_no_drop_opens_or_closes_anything(look: QApplication, tmp_path: Path) -> None:
    with hall(tmp_path, *HALL) as stages:
        before = {id(one) for one in QApplication.topLevelWidgets() if one.isVisible()}
        for stage in stages:
            for modifiers in COMMANDS:
                for key in KEYS:
                    strike(stage, key, modifiers)
        QApplication.processEvents()
        assert {id(one) for one in QApplication.topLevelWidgets() if one.isVisible()} == before
        for stage in stages:
            stage.close()  # the question is looked at too
            for widget in (stage, *stage.findChildren(QWidget)):
                middle = widget.rect().center()
                menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, widget.mapToGlobal(middle))
                QApplication.sendEvent(widget, menu)
                assert QApplication.activePopupWidget() is None, widget
        assert all(stage.isVisible() for stage in stages)


def test_a_machine_with_a_desk_closes_its_windows_as_ever(look: QApplication, tmp_path: Path) -> None:
    with hall(tmp_path, Role.BOARD, Role.DESK) as (stage,):
        assert stage.findChildren(HallDoor) == []
        assert stage.close()
