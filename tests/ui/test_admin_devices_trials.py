"""Quản trị → Thiết bị: each kind of device is tried where it is set up, and a keypad is taught its keys."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from counter_app.ports import DeviceKind
from counter_app.settings import load_settings
from devices.fleet import Devices
from devices.keypad.device import DEBOUNCE_S
from devices.settings import DeviceSettings, TransportKind
from devices.virtual import VirtualStation
from tests.ui.devices_kit import Bench

CARD = "000093001234|000123456|Nguyễn Thị Hậu|02031993|Nữ|Thôn 1, xã An Phúc|01072021"


def pressed(opened: Bench, score: int) -> bool:
    return score not in opened.tab.trial.unpressed


def asks(opened: Bench, words: str) -> bool:
    return opened.tab.learn.asked.text() == words


def passed(moment: float) -> bool:
    return time.monotonic() > moment


def test_every_key_is_tried_without_rating_anything(
    devices_bench: Callable[..., Bench], bare_station: tuple[VirtualStation, Devices]
) -> None:
    opened = devices_bench(plugged=[DeviceKind.KEYPAD])
    virtual, devices = bare_station
    rated: list[object] = []
    devices.keypad.on_press(rated.append)
    opened.ready("Bàn phím ảo")
    opened.controller.print()
    for score in (5, 4, 3, 2, 1):
        virtual.keypad.press(score)
        opened.until(partial(pressed, opened, score))
        opened.until(partial(passed, time.monotonic() + 1.1 * DEBOUNCE_S))
    opened.until(lambda: opened.trial == "Các phím đều đúng.")
    assert rated == []
    virtual.keypad.press(5)
    opened.until(lambda: len(rated) == 1)


def test_a_card_is_shown_in_part_and_fills_no_form(
    devices_bench: Callable[..., Bench], bare_station: tuple[VirtualStation, Devices]
) -> None:
    opened = devices_bench(plugged=[DeviceKind.READER])
    virtual, devices = bare_station
    read: list[str] = []
    devices.reader.on_line(read.append)
    opened.ready("Đầu đọc ảo")
    opened.controller.print()
    opened.until(lambda: opened.controller.trials.running)
    virtual.reader.scan(CARD)
    opened.until(lambda: opened.trial.startswith("Đã đọc thẻ căn cước: N. T. H."))
    assert "•234" in opened.trial
    assert "000093" not in opened.trial
    assert read == []


def test_a_page_is_scanned_for_trial_and_shown(
    devices_bench: Callable[..., Bench], bare_station: tuple[VirtualStation, Devices]
) -> None:
    opened = devices_bench(plugged=[DeviceKind.SCANNER])
    bare_station[0].scanner.load([Image.new("RGB", (413, 585), "white")])
    opened.ready("Máy quét ảo")
    opened.controller.print()
    opened.until(lambda: opened.trial.startswith("Đã quét 1 trang"))
    assert opened.tab.trial.page.isVisible()
    opened.controller.print()
    opened.until(lambda: opened.trial == "Khay quét không có giấy.")
    assert "Đặt giấy vào khay" in opened.tab.trial.do.text()


def test_a_test_ticket_is_printed_from_the_screen(
    devices_bench: Callable[..., Bench], bare_station: tuple[VirtualStation, Devices]
) -> None:
    opened = devices_bench(plugged=[DeviceKind.PRINTER])
    opened.ready("Máy in ảo")
    opened.controller.print()
    opened.until(lambda: opened.trial == "Đã in xong phiếu thử.")


def test_the_fault_of_a_device_is_said_with_what_to_do(
    devices_bench: Callable[..., Bench], bare_station: tuple[VirtualStation, Devices]
) -> None:
    opened = devices_bench(plugged=[DeviceKind.PRINTER])
    opened.ready("Máy in ảo")
    bare_station[0].printer.take_paper()
    opened.until(lambda: opened.tab.form.state.text().startswith("Máy in hết giấy"))
    assert "Thay cuộn giấy" in opened.tab.form.do.text()
    assert any("Hết giấy" in row.second for row in opened.tab.list.rows)


def test_a_keypad_is_taught_key_by_key_and_keeps_what_it_learned(
    devices_bench: Callable[..., Bench], bare_station: tuple[VirtualStation, Devices], tmp_path: Path
) -> None:
    opened = devices_bench(plugged=[DeviceKind.KEYPAD])
    virtual, devices = bare_station
    presses: list[int] = []
    devices.keypad.on_press(lambda press: presses.append(press.score))
    opened.ready("Bàn phím ảo")
    opened.tab.trial.learn_button.click()
    learn = opened.tab.learn
    opened.until(lambda: learn.asked.text() == "Bấm phím: Rất hài lòng")
    learn.levels.button(0).click()
    for sent, then in ((1, "Bấm phím: Hài lòng"), (2, "Bấm phím: Không hài lòng")):
        virtual.keypad.press(sent)
        opened.until(partial(asks, opened, then))
    virtual.keypad.press(2)
    opened.until(lambda: "đã dùng" in learn.said.text())
    virtual.keypad.press(3)
    opened.until(lambda: "Đã học 3 phím" in opened.said)
    (kept,) = load_settings(tmp_path).devices
    assert sorted(kept.keys.values()) == [2, 4, 5]
    opened.ready("Bàn phím ảo")
    virtual.keypad.press(1)
    opened.until(lambda: presses == [5])


def test_teaching_that_is_left_gives_the_keypad_back(
    devices_bench: Callable[..., Bench], bare_station: tuple[VirtualStation, Devices]
) -> None:
    opened = devices_bench(plugged=[DeviceKind.KEYPAD])
    devices = bare_station[1]
    before = devices.settings
    opened.ready("Bàn phím ảo")
    opened.tab.trial.learn_button.click()
    opened.until(lambda: devices.settings == () and opened.tab.learn.asked.text().startswith("Bấm phím"))
    opened.tab.hide()
    opened.until(lambda: devices.settings == before and not opened.controller.learning.running)


def test_letters_of_a_slow_printer_are_printed_for_trial_and_then_chosen(
    devices_bench: Callable[..., Bench], bare_station: tuple[VirtualStation, Devices], tmp_path: Path
) -> None:
    opened = devices_bench(plugged=[DeviceKind.PRINTER])
    opened.ready("Máy in ảo")
    form, trial = opened.tab.form, opened.tab.trial
    assert not form.letters.isVisible()
    form.profile.box.setCurrentIndex(form.profile.box.findData("epson-t82"))
    form.profile.box.activated.emit(form.profile.box.currentIndex())
    opened.controller.act()
    opened.until(lambda: "Đã lưu" in opened.said)
    opened.ready("Máy in ảo")
    opened.until(trial.letters_button.isVisible)
    trial.letters_button.click()
    opened.until(lambda: opened.trial == "Đã gửi bảng chữ.")
    assert form.letters.isVisible()
    form.letters.box.setCurrentIndex(form.letters.box.findData("tcvn3:30"))
    opened.controller.act()
    opened.until(lambda: [one.options.get("letters") for one in load_settings(tmp_path).devices] == ["tcvn3:30"])


def test_a_keypad_and_a_reader_that_type_are_tried_by_typing(
    devices_bench: Callable[..., Bench], bare_station: tuple[VirtualStation, Devices]
) -> None:
    opened, devices = devices_bench(), bare_station[1]
    keypad = DeviceSettings(DeviceKind.KEYPAD, "Phím USB", TransportKind.KEYS, profile="typed-5")
    devices.replace([keypad, DeviceSettings(DeviceKind.READER, "Đầu đọc USB", TransportKind.KEYS)])
    opened.ready("Phím USB")
    opened.choose("Phím USB")
    assert not opened.tab.trial.learn_button.isEnabled()
    opened.controller.print()
    QTest.keyClick(opened.tab.trial.button, Qt.Key.Key_4, Qt.KeyboardModifier.NoModifier)
    opened.until(lambda: opened.trial == "Vừa bấm: Hài lòng")
    opened.ready("Đầu đọc USB")
    opened.choose("Đầu đọc USB")
    assert not opened.controller.trials.running
    opened.controller.print()
    devices.reader.inject(CARD)
    opened.until(lambda: opened.trial.startswith("Đã đọc thẻ căn cước"))


def test_teaching_that_is_left_at_once_gives_the_keypad_back_too(
    devices_bench: Callable[..., Bench], bare_station: tuple[VirtualStation, Devices]
) -> None:
    opened = devices_bench(plugged=[DeviceKind.KEYPAD])
    devices = bare_station[1]
    before = devices.settings
    opened.ready("Bàn phím ảo")
    opened.tab.trial.learn_button.click()
    opened.controller.learning.stop()
    opened.until(lambda: not opened.controller.learning.running)
    assert devices.settings == before
    opened.ready("Bàn phím ảo")


def test_escape_ends_the_teaching_from_where_it_began(devices_bench: Callable[..., Bench]) -> None:
    opened = devices_bench(plugged=[DeviceKind.KEYPAD])
    opened.ready("Bàn phím ảo")
    opened.tab.trial.learn_button.setFocus()
    opened.tab.trial.learn_button.click()
    opened.until(lambda: opened.tab.learn.asked.text() == "Bấm phím: Rất hài lòng")
    QTest.keyClick(opened.tab.focusWidget(), Qt.Key.Key_Escape)
    opened.until(lambda: opened.tab.trial.isVisible())
    assert opened.tab.trial.button.hasFocus()
