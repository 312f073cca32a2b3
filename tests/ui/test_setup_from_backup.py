"""A machine goes on from a backup: chosen, typed, checked in place, opened at its desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.bootstrap import restore_from_backup
from counter_app.services.backup import make_backup
from counter_app.services.restoring import Opening
from counter_app.settings import Settings, load_settings, save_settings
from counter_app.store.keys import load_key
from counter_app.store.recovery import keep_recovery, seal_by_words
from sync.office.joining import Progress
from tests.support.office import open_office
from tests.support.waiting import WAIT_MS
from tests.ui.setup_kit import NewMachine, first_start, type_into
from tests.ui.test_desk_layout import cut
from ui import theme
from ui.setup.answers import Asked, BackupAnswers, Wrong
from ui.setup.from_backup import FromBackupPart
from ui.setup.window import SetupWindow
from ui.shell.seat import SignInWindow
from ui.shell.station import Role

WORDS = "khentun phonsui nagai khayvung nunham"
_BACKUP = 3


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    with open_office(tmp_path / "old") as office:
        keep_recovery(tmp_path / "old", seal_by_words(WORDS, load_key(tmp_path / "old")))
        save_settings(tmp_path / "old", Settings(desk=3))
        return Path(make_backup(office.journal, tmp_path / "stick", 5).path)


@pytest.fixture
def machine(look: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[NewMachine]:
    def recall(file: Path, words: str, told: Progress) -> None:
        restore_from_backup(file, tmp_path / "new", Opening(words), told=told)

    with first_start(look, qtbot, tmp_path / "new", from_backup=recall) as made:
        yield made


def submit(window: SetupWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_what_is_missing_is_named() -> None:
    assert [(one.field, one.wrong) for one in BackupAnswers("", "").problems()] == [
        (Asked.BACKUP_FILE, Wrong.EMPTY),
        (Asked.BACKUP_WORDS, Wrong.EMPTY),
    ]


def test_a_chosen_file_stands_in_its_field_and_the_words_come_next(qtbot: QtBot, look: QApplication) -> None:
    part = FromBackupPart(choose_file=lambda: Path("/media/usb/a.backup"))
    qtbot.addWidget(part)
    part.show()
    part.activateWindow()
    QTest.keyClick(part.browse, Qt.Key.Key_Space)
    assert part.answers() == BackupAnswers("/media/usb/a.backup", "")
    qtbot.waitUntil(part.fields[Asked.BACKUP_WORDS].line.hasFocus, timeout=WAIT_MS)


def test_a_new_machine_goes_on_from_a_backup_by_keyboard_and_opens_at_its_desk(
    backup: Path, machine: NewMachine
) -> None:
    setup = machine.setup
    button = setup.ways.button(_BACKUP)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    submit(setup)
    assert setup.from_backup.fields[Asked.BACKUP_FILE].line.hasFocus()
    type_into(setup.from_backup.fields[Asked.BACKUP_FILE].line, str(backup))
    type_into(setup.from_backup.fields[Asked.BACKUP_WORDS].line, "cum tu khong phai cua may nay")
    submit(setup)
    machine.until(lambda: any(one.title.startswith("Cụm từ khôi phục") for one in setup.banners.shown))
    type_into(setup.from_backup.fields[Asked.BACKUP_WORDS].line, WORDS.upper())
    submit(setup)
    machine.until(lambda: machine.shell.windows is not None)
    windows = machine.shell.windows
    assert windows is not None
    window = windows.window(Role.DESK)
    assert isinstance(window, SignInWindow)
    assert load_settings(machine.folder).desk == 3


@pytest.mark.parametrize("scale, width, height", [(1.0, 1040, 720), (2.0, 1872, 1008)])
def test_no_word_is_cut(look: QApplication, qtbot: QtBot, scale: float, width: int, height: int) -> None:
    theme.apply(look, scale=scale)
    window = SetupWindow(joins=True, restores=True, recalls=True)
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    window.choose_way(_BACKUP)
    window.submit()
    qtbot.waitUntil(lambda: cut(window) == [], timeout=WAIT_MS)
