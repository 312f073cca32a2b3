"""Quản trị → Thiết bị: finding, keeping, trying and teaching, with virtual devices that speak real bytes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from counter_app.errors import Code, CounterError
from counter_app.ports import DeviceKind
from counter_app.settings import load_settings
from devices.finding.found import FailedSearch, Findings, FoundDevice, Where
from devices.fleet import Devices
from devices.settings import TransportKind
from devices.virtual import VirtualStation
from tests.support.office import OpenOffice
from tests.ui.desk_kit import nameless
from tests.ui.devices_kit import Bench
from tests.ui.test_desk_layout import cut
from ui import theme

Plugged = tuple[VirtualStation, Devices]


def found_keypad(virtual: VirtualStation) -> FoundDevice:
    kinds = (DeviceKind.KEYPAD, DeviceKind.READER, DeviceKind.PRINTER)
    return FoundDevice(kinds, "USB Serial · CH340", TransportKind.SERIAL, virtual.keypad.port, "", virtual.keypad.port)


def test_what_was_found_is_kept_with_two_keys_and_works_at_once(
    devices_bench: Callable[..., Bench], bare_station: Plugged, tmp_path: Path
) -> None:
    opened = devices_bench(findings=Findings((found_keypad(bare_station[0]),)))
    assert "Tìm thiết bị" in opened.tab.empty.text()
    opened.controller.find()
    opened.until(lambda: "USB Serial · CH340" in opened.names)
    assert "1 thiết bị" in opened.tab.list.said.text()
    opened.choose("USB Serial · CH340")
    assert opened.tab.form.kind.key == DeviceKind.KEYPAD
    assert opened.tab.form.name.text == "Bàn phím"
    opened.controller.act()
    opened.until(lambda: "Đã lưu “Bàn phím”" in opened.said)
    opened.ready("Bàn phím")
    (kept,) = load_settings(tmp_path).devices
    assert (kept.kind, kept.transport, kept.address) == (
        DeviceKind.KEYPAD,
        TransportKind.SERIAL,
        bare_station[0].keypad.port,
    )
    assert opened.names == ["Bàn phím"]


def test_a_removed_device_can_be_had_back(
    devices_bench: Callable[..., Bench], bare_station: Plugged, tmp_path: Path
) -> None:
    opened = devices_bench(plugged=[DeviceKind.READER])
    opened.ready("Đầu đọc ảo")
    opened.tab.remove_button.click()
    opened.until(lambda: "Đã bỏ “Đầu đọc ảo”" in opened.said)
    assert opened.names == []
    assert load_settings(tmp_path).devices == ()
    opened.context.notices.act("devices", "undo")
    opened.until(lambda: "Đã lưu “Đầu đọc ảo”" in opened.said)
    assert opened.names == ["Đầu đọc ảo"]
    assert [one.name for one in load_settings(tmp_path).devices] == ["Đầu đọc ảo"]


def test_a_device_is_added_by_hand_and_what_is_missing_is_marked(
    devices_bench: Callable[..., Bench], bare_station: Plugged, tmp_path: Path
) -> None:
    opened = devices_bench()
    opened.tab.list.add_button.click()
    form = opened.tab.form
    opened.until(form.isVisible)
    opened.controller.act()
    assert form.address.line.property("wrong") is True
    form.address.set_text(bare_station[0].printer.settings().address)
    form.name.set_text("Máy in cửa vào")
    opened.controller.act()
    opened.ready("Máy in cửa vào")
    (kept,) = load_settings(tmp_path).devices
    assert (kept.kind, kept.transport) == (DeviceKind.PRINTER, TransportKind.TCP)


def test_a_search_that_failed_says_why(devices_bench: Callable[..., Bench]) -> None:
    missing = CounterError(Code.PROGRAM_MISSING, program="libusb")
    opened = devices_bench(findings=Findings((), (FailedSearch(Where.USB, missing),)))
    opened.controller.find()
    opened.until(lambda: "Máy tính chưa cài libusb." in opened.tab.list.said.text())
    assert "Không thấy thiết bị mới" in opened.tab.list.said.text()


def test_without_the_duty_devices_are_tried_but_not_changed(devices_bench: Callable[..., Bench]) -> None:
    opened = devices_bench("ha", plugged=[DeviceKind.PRINTER])
    opened.ready("Máy in ảo")
    tab = opened.tab
    assert tab.locked.isVisible()
    changing = (tab.form.name.line, tab.form.transport.box, tab.save_button, tab.remove_button, tab.list.add_button)
    assert not any(part.isEnabled() for part in changing)
    assert tab.trial.button.isEnabled()


def test_a_kind_that_is_there_already_is_refused_in_words(
    devices_bench: Callable[..., Bench], bare_station: Plugged
) -> None:
    opened = devices_bench(findings=Findings((found_keypad(bare_station[0]),)), plugged=[DeviceKind.READER])
    opened.controller.find()
    opened.until(lambda: "USB Serial · CH340" in opened.names)
    opened.choose("USB Serial · CH340")
    form = opened.tab.form
    form.kind.box.setCurrentIndex(form.kind.box.findData(DeviceKind.READER.value))
    form.kind.box.activated.emit(form.kind.box.currentIndex())
    opened.controller.act()
    opened.until(lambda: opened.said == "Máy này đã có máy đọc mã: Đầu đọc ảo.")


def test_everything_is_reached_by_keys_and_has_a_name(devices_bench: Callable[..., Bench]) -> None:
    opened = devices_bench(plugged=[DeviceKind.KEYPAD, DeviceKind.PRINTER])
    opened.ready("Máy in ảo")
    opened.controller.focus()
    opened.until(opened.tab.list.list.hasFocus)
    QTest.keyClick(opened.tab.list.list, Qt.Key.Key_Down)
    opened.until(lambda: opened.tab.form.title.text() == "Bàn phím ảo")
    assert nameless(opened.tab) == []


@pytest.mark.parametrize("width, height, scale", [(1269, 600, 1.0), (1173, 560, 2.0)])
def test_no_word_is_cut(
    devices_bench: Callable[..., Bench],
    look: QApplication,
    width: int,
    height: int,
    scale: float,
    bare_station: Plugged,
) -> None:
    theme.apply(look, scale=scale)
    opened = devices_bench(
        findings=Findings((found_keypad(bare_station[0]),)), plugged=[DeviceKind.KEYPAD, DeviceKind.PRINTER]
    )
    opened.tab.resize(width, height)
    opened.controller.find()
    opened.choose("Bàn phím ảo")
    opened.until(lambda: cut(opened.tab) == [])
    opened.tab.trial.learn_button.click()
    opened.until(lambda: opened.tab.learn.asked.text().startswith("Bấm phím"))
    opened.until(lambda: cut(opened.tab) == [])
    opened.controller.learning.stop()
    opened.until(lambda: not opened.controller.learning.running)


def test_reading_the_words_of_scanned_pages_is_paused_and_goes_on_here(
    devices_bench: Callable[..., Bench], office: OpenOffice
) -> None:
    opened = devices_bench(plugged=[DeviceKind.SCANNER])
    opened.ready("Máy quét ảo")
    box = opened.tab.backlog
    opened.until(box.isVisible)
    assert "trang nào chờ" in box.said.text()
    box.pause_asked.emit(True)
    opened.until(lambda: box.button.isVisible() and box.button.text() == "Nhận dạng tiếp")
    assert office.services.recognition.state().paused
    QTest.keyClick(box.button, Qt.Key.Key_Return)
    opened.until(lambda: not office.services.recognition.state().paused)


def test_a_reader_that_types_is_kept_with_the_signs_around_its_codes(
    devices_bench: Callable[..., Bench], tmp_path: Path
) -> None:
    opened = devices_bench()
    opened.tab.list.add_button.click()
    form = opened.tab.form
    opened.until(form.isVisible)
    form.kind.box.setCurrentIndex(form.kind.box.findData(DeviceKind.READER.value))
    form.kind.box.activated.emit(form.kind.box.currentIndex())
    form.transport.box.setCurrentIndex(form.transport.box.findData(TransportKind.KEYS.value))
    form.transport.box.activated.emit(form.transport.box.currentIndex())
    assert form.prefix.isVisible()
    assert not form.address.isVisible()
    form.prefix.line.setText("~")
    opened.controller.act()
    opened.until(lambda: "Đã lưu" in opened.said)
    (kept,) = load_settings(tmp_path).devices
    assert (kept.transport, dict(kept.options)) == (TransportKind.KEYS, {"prefix": "~"})


def test_the_name_follows_the_kind_until_somebody_gives_one(devices_bench: Callable[..., Bench]) -> None:
    opened = devices_bench()
    opened.tab.list.add_button.click()
    form = opened.tab.form
    opened.until(form.isVisible)
    assert (form.name.text, form.profile.key) == ("Máy in", "generic-80")

    def take(kind: DeviceKind) -> None:
        form.kind.box.setCurrentIndex(form.kind.box.findData(kind.value))
        form.kind.box.activated.emit(form.kind.box.currentIndex())

    take(DeviceKind.SCANNER)
    assert form.name.text == "Máy quét"
    form.name.set_text("Máy quét tầng 2")
    take(DeviceKind.READER)
    assert form.name.text == "Máy quét tầng 2"


def test_enter_after_a_search_chooses_among_what_was_found_and_adds_nothing(
    devices_bench: Callable[..., Bench],
) -> None:
    opened = devices_bench(findings=Findings((FoundDevice((DeviceKind.SPEAKER,), "", TransportKind.SOUND, ""),)))
    opened.tab.list.find_button.setFocus()
    opened.tab.list.find_button.click()
    opened.until(lambda: "Tìm thấy 1 thiết bị" in opened.tab.list.said.text())
    assert opened.tab.list.list.hasFocus()
    row = opened.tab.list.rows[-1]
    assert (row.first, row.second) == ("Loa", "Loa của máy này")
