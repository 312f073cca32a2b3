"""A reader that types: its burst goes to the program, a person's keys to the field, and none is lost."""

import random
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from counter_app.clocks import SystemClock
from counter_app.errors import Code
from devices.fleet import Devices
from tests.ui.typing_reader import FAST, SLOW, Keyboard, settings
from ui import typed_burst
from ui.typed_burst import MIN_SIGNS, TypedBurst

CARD = "000123456789|012345678|Nguyễn Thị Hòa|01021990|Nữ|Thôn 3, xã An Phúc|05052021"
CODE = "H99.88.12-261123-0007"


class Field:
    """A window with two fields, and what the reader told."""

    def __init__(self, qtbot: QtBot, devices: Devices) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.line, self.next = QLineEdit(), QLineEdit()
        column = QVBoxLayout(self.window)
        column.addWidget(self.line)
        column.addWidget(self.next)
        self.entered: list[str] = []
        self.line.returnPressed.connect(lambda: self.entered.append(self.line.text()))
        self.told: list[str] = []
        devices.reader.on_line(self.told.append)
        self.bot, self.devices = qtbot, devices
        keyboard = Keyboard(self.window)
        self.press, self.type = keyboard.press, keyboard.type
        self.window.show()
        self.window.activateWindow()
        self.line.setFocus()
        qtbot.waitUntil(self.line.hasFocus)

    @property
    def fault(self) -> Code | None:
        return next(one.fault for one in self.devices.statuses())


@pytest.fixture
def devices() -> Iterator[Devices]:
    made = Devices((settings(),), clock=SystemClock())
    made.start()
    yield made
    made.close()


@pytest.fixture
def field(look: QApplication, qtbot: QtBot, devices: Devices) -> Field:
    return Field(qtbot, devices)


@pytest.fixture
def burst(look: QApplication, devices: Devices) -> Iterator[TypedBurst]:
    made = TypedBurst(look, devices.reader)
    yield made
    made.close()


@pytest.mark.parametrize("end", ["\r", "\t"])
@pytest.mark.parametrize("code", [CARD, CODE])
def test_a_burst_is_read_and_leaves_nothing_in_the_field(
    field: Field, burst: TypedBurst, qtbot: QtBot, code: str, end: str
) -> None:
    field.type("ab" + code[0], SLOW)
    field.type(code[1:] + end, FAST)

    assert field.told == [code]
    assert field.line.hasFocus()  # Tab was a part of it
    qtbot.waitUntil(lambda: field.line.text() == "ab")
    assert field.entered == []


def test_the_line_feed_after_the_return_does_nothing(field: Field, burst: TypedBurst) -> None:
    field.type(CODE + "\r\r", FAST)

    assert (field.told, field.entered) == ([CODE], [])


def test_two_codes_one_after_the_other_are_two(field: Field, burst: TypedBurst) -> None:
    field.type(CODE + "\r", FAST)
    field.type(CARD + "\r", FAST)

    assert field.told == [CODE, CARD]


def test_what_a_person_types_comes_to_the_field_in_order_and_whole(
    field: Field, burst: TypedBurst, qtbot: QtBot
) -> None:
    text = "Nguyễn Văn A, 12/03/1990"
    chance = random.Random(5)
    for sign in text:
        field.press(sign, chance.choice([12, 25, 70, 140, 300]))
    qtbot.waitUntil(lambda: field.line.text() == text)
    field.press("\r", SLOW)

    assert field.entered == [text]
    assert field.told == []


def test_a_person_who_typed_while_the_program_was_busy_is_no_reader(
    field: Field, burst: TypedBurst, qtbot: QtBot
) -> None:
    field.type("truong hop nay\r", SLOW)  # all seen within a moment, but pressed slowly

    assert field.entered == ["truong hop nay"]
    assert field.told == []


def test_a_key_is_held_back_no_longer_than_a_pause(field: Field, burst: TypedBurst, qtbot: QtBot) -> None:
    begun = time.monotonic()
    field.press("a", SLOW)
    qtbot.waitUntil(lambda: field.line.text() == "a")

    assert time.monotonic() - begun < 1.0  # 30 ms, and whatever else this machine is doing


def test_a_fast_short_word_and_enter_are_typing(field: Field, burst: TypedBurst) -> None:
    word = "x" * (MIN_SIGNS - 1)
    field.type(word + "\r", FAST)

    assert (field.entered, field.told) == ([word], [])


def test_fast_keys_without_an_end_are_given_to_the_field(field: Field, burst: TypedBurst, qtbot: QtBot) -> None:
    field.type(CODE, FAST)

    qtbot.waitUntil(lambda: field.line.text() == CODE)
    assert field.told == []


def test_a_keyboard_that_never_pauses_cannot_fill_the_memory(
    field: Field, burst: TypedBurst, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typed_burst, "MOST_SIGNS", 10)
    field.type("0123456789" * 20, FAST)

    assert len(field.line.text()) >= 180  # given on long before anybody pauses


def test_corrections_and_held_down_keys_work_as_ever(field: Field, burst: TypedBurst, qtbot: QtBot) -> None:
    field.type("abc\b\bd", SLOW)
    qtbot.waitUntil(lambda: field.line.text() == "ad")
    for _ in range(5):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Z, Qt.KeyboardModifier.NoModifier, "z", True)
        QCoreApplication.sendEvent(field.window.windowHandle(), event)

    assert field.line.text() == "adzzzzz"


def test_a_shortcut_comes_after_what_was_typed_before_it(field: Field, burst: TypedBurst) -> None:
    field.type("abc", SLOW)
    field.press("a", SLOW, Qt.KeyboardModifier.ControlModifier)  # select all

    assert field.line.selectedText() == "abc"


def test_a_code_cannot_drive_the_program(field: Field, burst: TypedBurst, qtbot: QtBot) -> None:
    done: list[str] = []
    QShortcut(QKeySequence("Ctrl+P"), field.window).activated.connect(lambda: done.append("print"))
    field.type("00012345", FAST)
    field.press("p", FAST, Qt.KeyboardModifier.ControlModifier)
    field.type("6789\r", FAST)

    qtbot.waitUntil(lambda: field.fault is Code.READER_GARBAGE)
    assert (field.told, field.line.text(), done) == ([], "", [])


@pytest.mark.parametrize("bad", ["\ufffd", "\x1d", "\x85"])
def test_lost_letters_and_control_signs_are_refused_and_said(
    field: Field, burst: TypedBurst, qtbot: QtBot, bad: str
) -> None:
    for sign in f"0001234{bad}56\r":
        field.press(sign, FAST)

    qtbot.waitUntil(lambda: field.fault is Code.READER_GARBAGE)
    assert (field.told, field.line.text()) == ([], "")


def test_a_code_that_an_input_method_corrected_is_refused_and_said(
    field: Field, burst: TypedBurst, qtbot: QtBot
) -> None:
    field.type("000123456789||Nguyeen\b\bê", FAST)  # as Unikey does on Windows
    field.type("n Van A|01021990|Nam|x|05052021\r", FAST)

    qtbot.waitUntil(lambda: field.fault is Code.READER_REWRITTEN)
    assert (field.told, field.line.text()) == ([], "")


def test_a_card_that_went_through_an_input_method_is_refused_and_said(
    field: Field, burst: TypedBurst, qtbot: QtBot
) -> None:
    for sign in "000123456789||Nguyễn Văn A|01021990|Nam|":
        compose(field, sign)
    field.press("\r", FAST)

    qtbot.waitUntil(lambda: field.fault is Code.READER_REWRITTEN)
    assert (field.told, field.line.text()) == ([], "")


def test_what_a_person_composes_comes_to_the_field(field: Field, burst: TypedBurst, qtbot: QtBot) -> None:
    for sign in "Trần Thị":
        compose(field, sign)
    field.press("\r", SLOW)

    assert field.entered == ["Trần Thị"]
    assert field.told == []


def test_prefix_and_suffix_are_wanted_and_taken_off(field: Field, burst: TypedBurst, qtbot: QtBot) -> None:
    field.devices.replace([settings(prefix="~", suffix="#")])
    burst.follow()
    field.type(f"~{CODE}#\r", FAST)
    assert field.told == [CODE]

    field.type(CODE + "\r", FAST)  # another reader's: it types
    assert field.entered == [CODE]
    assert field.told == [CODE]


def test_without_a_reader_that_types_no_key_is_looked_at(field: Field, burst: TypedBurst) -> None:
    field.devices.replace([])
    burst.follow()
    field.type(CODE + "\r", FAST)

    assert (field.entered, field.told) == ([CODE], [])


def test_random_keys_at_any_pace_lose_nothing_and_are_read_only_as_a_burst(
    field: Field, burst: TypedBurst, qtbot: QtBot
) -> None:
    chance = random.Random(7)
    field.line.setMaxLength(100_000)
    typed: list[str] = []
    run = ""
    for _ in range(3_000):
        sign, pause = chance.choice("0123456789|abcĐế "), chance.choice([FAST, 29, 31, SLOW])
        field.press(sign, pause)
        run = sign if pause > 30 else run + sign
        typed.append(sign)
        if chance.random() < 0.02:
            field.press("\r", FAST)
            if len(run) >= MIN_SIGNS:
                del typed[-len(run) :]  # a burst indeed: it was the reader
                assert field.told[-1] == run
            run = ""
    qtbot.waitUntil(lambda: field.line.text() == "".join(typed))


def compose(field: Field, sign: str) -> None:
    """Let an input method put a sign into whatever has the focus."""
    event = QInputMethodEvent("", [])
    event.setCommitString(sign)
    QCoreApplication.sendEvent(field.line, event)
