"""Quản trị → Thiết bị: finding, keeping, trying and teaching, with virtual devices that speak real bytes."""

import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.errors import Code, CounterError
from counter_app.ports import DeviceKind
from counter_app.settings import load_settings
from devices.finding.found import FailedSearch, Findings, FoundDevice, Where
from devices.fleet import Devices
from devices.keypad.device import DEBOUNCE_S
from devices.settings import DeviceSettings, TransportKind
from devices.supervisor import Backoff
from devices.virtual import VirtualStation
from tests.support.office import OpenOffice
from tests.ui.desk_kit import WAIT_MS, nameless
from tests.ui.test_desk_layout import cut
from ui import theme
from ui.desk.admin.devices import DevicesTab
from ui.desk.admin.devices_controller import DevicesController
from ui.desk.context import DeskContext
from ui.desk.notices import Notices
from ui.machine import Machine
from ui.tasks import Tasks

CARD = "000093001234|000123456|Nguyễn Thị Hậu|02031993|Nữ|Thôn 1, xã An Phúc|01072021"
QUICK = Backoff(steps=(0.01,), jitter=0)


class Bench:
    """The tab of one officer at a machine with virtual devices."""

    def __init__(self, bot: QtBot, context: DeskContext, findings: Findings) -> None:
        self.bot, self.context = bot, context
        self.tab = DevicesTab()
        self.controller = DevicesController(context, self.tab, self.tab, find=lambda _named, _given_up: findings)
        bot.addWidget(self.tab)
        self.tab.resize(1200, 620)
        self.tab.show()
        self.tab.activateWindow()
        self.controller.refresh()
        self.until(lambda: bool(self.tab.list.rows))

    def until(self, seen: Callable[[], bool]) -> None:
        self.bot.waitUntil(seen, timeout=WAIT_MS)

    @property
    def names(self) -> list[str]:
        return [row.first for row in self.tab.list.rows if row.key]

    @property
    def said(self) -> str:
        return self.context.notices.all[-1].title if self.context.notices.all else ""

    @property
    def trial(self) -> str:
        return self.tab.trial.said.text()

    def choose(self, name: str) -> None:
        row = next(place for place, one in enumerate(self.tab.list.rows) if one.key and one.first == name)
        self.tab.list.list.setCurrentRow(row)
        self.until(lambda: self.tab.form.isVisible())

    def ready(self, name: str) -> None:
        self.until(lambda: any(row.first == name and "Sẵn sàng" in row.second for row in self.tab.list.rows))


@pytest.fixture
def station(tmp_path: Path, office: OpenOffice) -> Iterator[tuple[VirtualStation, Devices]]:
    virtual = VirtualStation(tmp_path / "devices")
    devices = Devices((), clock=office.clock, backoff=QUICK)
    devices.start()
    yield virtual, devices
    devices.close()
    virtual.close()


@pytest.fixture
def bench(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, station: tuple[VirtualStation, Devices], tmp_path: Path
) -> Callable[..., Bench]:
    def made(officer: str = "son", findings: Findings | None = None, plugged: Sequence[DeviceKind] = ()) -> Bench:
        virtual, devices = station
        devices.replace([record for record in virtual.settings() if record.kind in plugged])
        me = next(one for one in office.services.officers.all() if one.id == officer)
        context = DeskContext(office.services, tasks, Notices(), 3, me, None, Machine(tmp_path), devices)
        return Bench(qtbot, context, findings or Findings())

    return made


def pressed(opened: Bench, score: int) -> bool:
    return score not in opened.tab.trial.unpressed


def asks(opened: Bench, words: str) -> bool:
    return opened.tab.learn.asked.text() == words


def passed(moment: float) -> bool:
    return time.monotonic() > moment


def found_keypad(virtual: VirtualStation) -> FoundDevice:
    kinds = (DeviceKind.KEYPAD, DeviceKind.READER, DeviceKind.PRINTER)
    return FoundDevice(kinds, "USB Serial · CH340", TransportKind.SERIAL, virtual.keypad.port, "", virtual.keypad.port)


def test_what_was_found_is_kept_with_two_keys_and_works_at_once(
    bench: Callable[..., Bench], virtual: VirtualStation, tmp_path: Path
) -> None:
    opened = bench(findings=Findings((found_keypad(virtual),)))
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
    assert (kept.kind, kept.transport, kept.address) == (DeviceKind.KEYPAD, TransportKind.SERIAL, virtual.keypad.port)
    assert opened.names == ["Bàn phím"]


def test_every_key_is_tried_without_rating_anything(
    bench: Callable[..., Bench], station: tuple[VirtualStation, Devices]
) -> None:
    opened = bench(plugged=[DeviceKind.KEYPAD])
    virtual, devices = station
    rated: list[object] = []
    devices.keypad.on_press(rated.append)
    opened.ready("virtual-keypad")
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
    bench: Callable[..., Bench], station: tuple[VirtualStation, Devices]
) -> None:
    opened = bench(plugged=[DeviceKind.READER])
    virtual, devices = station
    read: list[str] = []
    devices.reader.on_line(read.append)
    opened.ready("virtual-reader")
    opened.controller.print()
    opened.until(lambda: opened.controller.trials.running)
    virtual.reader.scan(CARD)
    opened.until(lambda: opened.trial.startswith("Đã đọc thẻ căn cước: N. T. H."))
    assert "•234" in opened.trial
    assert "000093" not in opened.trial
    assert read == []


def test_a_page_is_scanned_for_trial_and_shown(
    bench: Callable[..., Bench], station: tuple[VirtualStation, Devices]
) -> None:
    opened = bench(plugged=[DeviceKind.SCANNER])
    station[0].scanner.load([Image.new("RGB", (413, 585), "white")])
    opened.ready("virtual-scanner")
    opened.controller.print()
    opened.until(lambda: opened.trial.startswith("Đã quét 1 trang"))
    assert opened.tab.trial.page.isVisible()
    opened.controller.print()
    opened.until(lambda: opened.trial == "Khay quét không có giấy.")
    assert "Đặt giấy vào khay" in opened.tab.trial.do.text()


def test_a_test_ticket_is_printed_from_the_screen(
    bench: Callable[..., Bench], station: tuple[VirtualStation, Devices]
) -> None:
    opened = bench(plugged=[DeviceKind.PRINTER])
    opened.ready("virtual-printer")
    opened.controller.print()
    opened.until(lambda: opened.trial == "Đã in xong phiếu thử.")


def test_the_fault_of_a_device_is_said_with_what_to_do(
    bench: Callable[..., Bench], station: tuple[VirtualStation, Devices]
) -> None:
    opened = bench(plugged=[DeviceKind.PRINTER])
    opened.ready("virtual-printer")
    station[0].printer.take_paper()
    opened.until(lambda: opened.tab.form.state.text().startswith("Máy in hết giấy"))
    assert "Thay cuộn giấy" in opened.tab.form.do.text()
    assert any("Hết giấy" in row.second for row in opened.tab.list.rows)


def test_a_keypad_is_taught_key_by_key_and_keeps_what_it_learned(
    bench: Callable[..., Bench], station: tuple[VirtualStation, Devices], tmp_path: Path
) -> None:
    opened = bench(plugged=[DeviceKind.KEYPAD])
    virtual, devices = station
    presses: list[int] = []
    devices.keypad.on_press(lambda press: presses.append(press.score))
    opened.ready("virtual-keypad")
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
    opened.ready("virtual-keypad")
    virtual.keypad.press(1)
    opened.until(lambda: presses == [5])


def test_teaching_that_is_left_gives_the_keypad_back(
    bench: Callable[..., Bench], station: tuple[VirtualStation, Devices]
) -> None:
    opened = bench(plugged=[DeviceKind.KEYPAD])
    devices = station[1]
    before = devices.settings
    opened.ready("virtual-keypad")
    opened.tab.trial.learn_button.click()
    opened.until(lambda: devices.settings == () and opened.tab.learn.asked.text().startswith("Bấm phím"))
    opened.tab.hide()
    opened.until(lambda: devices.settings == before and not opened.controller.learning.running)


def test_a_removed_device_can_be_had_back(
    bench: Callable[..., Bench], station: tuple[VirtualStation, Devices], tmp_path: Path
) -> None:
    opened = bench(plugged=[DeviceKind.READER])
    opened.ready("virtual-reader")
    opened.tab.remove_button.click()
    opened.until(lambda: "Đã bỏ “virtual-reader”" in opened.said)
    assert opened.names == []
    assert load_settings(tmp_path).devices == ()
    opened.context.notices.act("devices", "undo")
    opened.until(lambda: "Đã lưu “virtual-reader”" in opened.said)
    assert opened.names == ["virtual-reader"]
    assert [one.name for one in load_settings(tmp_path).devices] == ["virtual-reader"]


def test_a_device_is_added_by_hand_and_what_is_missing_is_marked(
    bench: Callable[..., Bench], station: tuple[VirtualStation, Devices], tmp_path: Path
) -> None:
    opened = bench()
    opened.tab.list.add_button.click()
    form = opened.tab.form
    opened.until(form.isVisible)
    opened.controller.act()
    assert form.address.line.property("wrong") is True
    form.address.set_text(station[0].printer.settings().address)
    form.name.set_text("Máy in cửa vào")
    opened.controller.act()
    opened.ready("Máy in cửa vào")
    (kept,) = load_settings(tmp_path).devices
    assert (kept.kind, kept.transport) == (DeviceKind.PRINTER, TransportKind.TCP)


def test_a_search_that_failed_says_why(bench: Callable[..., Bench]) -> None:
    missing = CounterError(Code.PROGRAM_MISSING, program="libusb")
    opened = bench(findings=Findings((), (FailedSearch(Where.USB, missing),)))
    opened.controller.find()
    opened.until(lambda: "Máy tính chưa cài libusb." in opened.tab.list.said.text())
    assert "Không thấy thiết bị mới" in opened.tab.list.said.text()


def test_without_the_duty_devices_are_tried_but_not_changed(bench: Callable[..., Bench]) -> None:
    opened = bench("ha", plugged=[DeviceKind.PRINTER])
    opened.ready("virtual-printer")
    tab = opened.tab
    assert tab.locked.isVisible()
    changing = (tab.form.name.line, tab.form.transport.box, tab.save_button, tab.remove_button, tab.list.add_button)
    assert not any(part.isEnabled() for part in changing)
    assert tab.trial.button.isEnabled()


def test_a_kind_that_is_there_already_is_refused_in_words(bench: Callable[..., Bench], virtual: VirtualStation) -> None:
    opened = bench(findings=Findings((found_keypad(virtual),)), plugged=[DeviceKind.READER])
    opened.controller.find()
    opened.until(lambda: "USB Serial · CH340" in opened.names)
    opened.choose("USB Serial · CH340")
    form = opened.tab.form
    form.kind.box.setCurrentIndex(form.kind.box.findData(DeviceKind.READER.value))
    form.kind.box.activated.emit(form.kind.box.currentIndex())
    opened.controller.act()
    opened.until(lambda: opened.said == "Máy này đã có máy đọc mã: virtual-reader.")


def test_everything_is_reached_by_keys_and_has_a_name(bench: Callable[..., Bench]) -> None:
    opened = bench(plugged=[DeviceKind.KEYPAD, DeviceKind.PRINTER])
    opened.ready("virtual-printer")
    opened.controller.focus()
    opened.until(opened.tab.list.list.hasFocus)
    QTest.keyClick(opened.tab.list.list, Qt.Key.Key_Down)
    opened.until(lambda: opened.tab.form.title.text() == "virtual-keypad")
    assert nameless(opened.tab) == []


@pytest.mark.parametrize("width, height, scale", [(1269, 600, 1.0), (1173, 560, 2.0)])
def test_no_word_is_cut(
    bench: Callable[..., Bench], look: QApplication, width: int, height: int, scale: float, virtual: VirtualStation
) -> None:
    theme.apply(look, scale=scale)
    opened = bench(findings=Findings((found_keypad(virtual),)), plugged=[DeviceKind.KEYPAD, DeviceKind.PRINTER])
    opened.tab.resize(width, height)
    opened.controller.find()
    opened.choose("virtual-keypad")
    opened.until(lambda: cut(opened.tab) == [])
    opened.tab.trial.learn_button.click()
    opened.until(lambda: opened.tab.learn.asked.text().startswith("Bấm phím"))
    opened.until(lambda: cut(opened.tab) == [])
    opened.controller.learning.stop()
    opened.until(lambda: not opened.controller.learning.running)


def test_reading_the_words_of_scanned_pages_is_paused_and_goes_on_here(
    bench: Callable[..., Bench], office: OpenOffice
) -> None:
    opened = bench(plugged=[DeviceKind.SCANNER])
    opened.ready("virtual-scanner")
    box = opened.tab.backlog
    opened.until(box.isVisible)
    assert "trang nào chờ" in box.said.text()
    box.pause_asked.emit(True)
    opened.until(lambda: box.button.isVisible() and box.button.text() == "Nhận dạng tiếp")
    assert office.services.recognition.state().paused
    QTest.keyClick(box.button, Qt.Key.Key_Return)
    opened.until(lambda: not office.services.recognition.state().paused)


def test_letters_of_a_slow_printer_are_printed_for_trial_and_then_chosen(
    bench: Callable[..., Bench], station: tuple[VirtualStation, Devices], tmp_path: Path
) -> None:
    opened = bench(plugged=[DeviceKind.PRINTER])
    opened.ready("virtual-printer")
    form, trial = opened.tab.form, opened.tab.trial
    assert not form.letters.isVisible()
    form.profile.box.setCurrentIndex(form.profile.box.findData("epson-t82"))
    form.profile.box.activated.emit(form.profile.box.currentIndex())
    opened.controller.act()
    opened.until(lambda: "Đã lưu" in opened.said)
    opened.ready("virtual-printer")
    opened.until(trial.letters_button.isVisible)
    trial.letters_button.click()
    opened.until(lambda: opened.trial == "Đã gửi bảng chữ.")
    assert form.letters.isVisible()
    form.letters.box.setCurrentIndex(form.letters.box.findData("tcvn3:30"))
    opened.controller.act()
    opened.until(lambda: [one.options.get("letters") for one in load_settings(tmp_path).devices] == ["tcvn3:30"])


def test_a_keypad_and_a_reader_that_type_are_tried_by_typing(
    bench: Callable[..., Bench], station: tuple[VirtualStation, Devices]
) -> None:
    opened, devices = bench(), station[1]
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
