"""The virtual devices' window: what a hand does there reaches the real drivers, and what they do is seen."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.clocks import SystemClock
from counter_app.demo.morning import CARDS
from counter_app.demo.pages import draw_page
from counter_app.errors import Code, CounterError, DeviceError
from counter_app.ports import DeviceKind, DeviceState, KeyPress, Raster, ScanRequest
from devices.fleet import Devices
from devices.scanner.virtual import ScannerFault
from devices.virtual import VirtualStation
from tests.support.waiting import Watching
from ui.components.key_button import KeyButton
from ui.components.vertical_scroll import VerticalScroll
from ui.tasks import Tasks
from ui.virtual_devices.bench import Bench, Card
from ui.virtual_devices.window import VirtualDevicesWindow

TICKET = Raster(576, 40, b"\x00" * 72 * 20 + b"\xff" * 72 * 20)


class Province:
    """Counts what is asked of it; notes the thread."""

    def __init__(self) -> None:
        self.up = True
        self.threads: list[threading.Thread] = []
        self.taken = False

    def start(self) -> None:
        self.threads.append(threading.current_thread())
        if self.taken:
            raise CounterError(Code.PORT_TAKEN, host="127.0.0.1", port=8470)
        self.up = True

    def stop(self) -> None:
        self.threads.append(threading.current_thread())
        self.up = False


class Table(Watching):
    """The window with real drivers behind it."""

    def __init__(self, folder: Path, bot: QtBot) -> None:
        self.bot, self.folder = bot, folder
        self.virtual = VirtualStation(folder)
        self.devices = Devices(self.virtual.settings(), clock=SystemClock())
        self.province = Province()
        self.code = ""
        self.tasks = Tasks()
        bench = Bench(
            devices=self.devices,
            printer=self.virtual.printer,
            keypad=self.virtual.keypad,
            reader=self.virtual.reader,
            scanner=self.virtual.scanner,
            speaker=self.virtual.speaker,
            cards=tuple(Card(*card) for card in CARDS),
            receipt=lambda: self.code,
            pages=lambda count: [draw_page("Tờ khai", "Trần Thị Hoa", number) for number in range(count)],
            province_up=self.province.start,
            province_down=self.province.stop,
        )
        self.window = VirtualDevicesWindow(bench, self.tasks, SystemClock())
        self.devices.start()
        self.window.show()
        self.until(lambda: all(one.state is DeviceState.READY for one in self.devices.statuses()))

    def state_of(self, kind: DeviceKind) -> DeviceState:
        return next(one.state for one in self.devices.statuses() if one.kind is kind)

    def close(self) -> None:
        self.window.close()
        self.tasks.close()
        self.window.deleteLater()
        self.devices.close()
        self.virtual.close()


@pytest.fixture
def table(look: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Table]:
    made = Table(tmp_path, qtbot)
    yield made
    made.close()


def test_each_panel_says_how_the_program_sees_its_device(table: Table) -> None:
    panels = (table.window.printer, table.window.keypad, table.window.reader, table.window.scanner)
    table.until(lambda: all(panel.chip.text == "Sẵn sàng" for panel in panels))


def test_a_printed_ticket_comes_out_as_a_picture(table: Table) -> None:
    assert table.devices.printer.print_raster(TICKET).confirmed
    table.until(lambda: table.window.tray.paper.count == 1)


@pytest.mark.allows_log("devices")
def test_without_paper_nothing_is_confirmed_and_a_new_roll_mends_it(table: Table) -> None:
    table.window.paper_out.click()
    with pytest.raises(DeviceError):
        table.devices.printer.print_raster(TICKET)
    table.until(lambda: table.window.printer.chip.text == "Hết giấy")
    table.window.paper_out.click()
    table.until(lambda: table.window.printer.chip.text == "Sẵn sàng")


@pytest.mark.allows_log("devices")
def test_a_line_pulled_half_way_is_told_as_doubtful(table: Table) -> None:
    table.window.drop.click()
    with pytest.raises(DeviceError) as told:
        table.devices.printer.print_raster(Raster(576, 400, b"\x55" * 72 * 400))
    assert told.value.code is Code.PRINT_DOUBTFUL


def test_a_key_pressed_here_is_a_press_of_the_keypad(table: Table) -> None:
    presses: list[KeyPress] = []
    table.devices.keypad.on_press(presses.append)
    table.window.keys[2].click()
    table.until(lambda: [press.score for press in presses] == [2])


@pytest.mark.parametrize("number", range(len(CARDS)))
def test_a_card_held_here_is_read_whole(table: Table, number: int) -> None:
    lines: list[str] = []
    table.devices.reader.on_line(lines.append)
    buttons = table.window.reader.findChildren(KeyButton)
    next(button for button in buttons if button.text().startswith(CARDS[number][0])).click()
    table.until(lambda: lines == [CARDS[number][2]])


def test_the_newest_receipt_is_read_when_there_is_one(table: Table) -> None:
    lines: list[str] = []
    table.devices.reader.on_line(lines.append)
    table.window.receipt.click()
    table.until(lambda: "Chưa có" in table.window.reader_note.text())
    table.code = "H99.17-261123-030001"
    table.window.receipt.click()
    table.until(lambda: lines == [table.code])


def test_pages_laid_in_are_counted_and_scanned(table: Table) -> None:
    table.window.load.click()
    table.until(lambda: "2" in table.window.feeder.text())
    pages = table.devices.scanner.scan(ScanRequest(), table.folder, lambda page: None)
    assert len(pages) == 2


@pytest.mark.allows_log("devices")
def test_a_jam_set_here_stops_the_scan_and_only_one_fault_is_set_at_a_time(table: Table) -> None:
    table.window.load.click()
    table.until(lambda: "2" in table.window.feeder.text())
    faults = table.window.scanner_faults
    faults[ScannerFault.TRUNCATED].click()
    faults[ScannerFault.JAM].click()
    assert not faults[ScannerFault.TRUNCATED].isChecked()
    with pytest.raises(DeviceError) as told:
        table.devices.scanner.scan(ScanRequest(), table.folder, lambda page: None)
    assert told.value.code is Code.SCANNER_JAM
    faults[ScannerFault.JAM].click()
    assert table.devices.scanner.scan(ScanRequest(), table.folder, lambda page: None)


def test_a_call_is_shown_in_the_words_that_are_spoken(table: Table) -> None:
    table.devices.speaker.announce("A012", 3)
    table.until(lambda: table.window.spoken.text() == "“Mời số A không một hai, đến quầy số ba”")


def test_the_province_is_stopped_and_started_off_the_main_thread(table: Table) -> None:
    table.window.link.click()
    assert not table.window.link.isEnabled()
    table.until(table.window.link.isEnabled)
    assert not table.province.up
    assert table.window.province.chip.text == "Đã ngắt"
    table.window.link.click()
    table.until(lambda: table.window.province.chip.text == "Đang chạy")
    assert threading.main_thread() not in table.province.threads


def test_a_province_that_cannot_come_back_says_why(table: Table) -> None:
    table.window.link.click()
    table.until(lambda: table.window.province.chip.text == "Đã ngắt")
    table.province.taken = True
    table.window.link.click()
    table.until(lambda: "8470" in table.window.link_note.text())
    assert table.window.province.chip.text == "Đã ngắt"


def test_closing_the_window_is_told(table: Table, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.window.closed):
        table.window.close()


@pytest.mark.allows_log("devices")
def test_every_plug_is_pulled_and_put_back_here_and_seen_on_its_panel(table: Table) -> None:
    window = table.window
    plugs = (
        (window.power, window.printer),
        (window.keypad_faults["unplug"], window.keypad),
        (window.reader_faults["unplug"], window.reader),
    )
    for key, _ in plugs:
        key.click()
    table.until(lambda: all(panel.chip.text in ("Chưa có", "Mất kết nối") for _, panel in plugs))
    for key, _ in plugs:
        key.click()
    table.until(lambda: all(panel.chip.text == "Sẵn sàng" for _, panel in plugs))


@pytest.mark.allows_log("devices")
@pytest.mark.parametrize(
    "fault, told",
    [
        ("paper_low", "Sắp hết giấy"),
        ("jam", "Kẹt dao cắt"),
        ("mute", "Không trả lời"),
    ],
)
def test_the_printer_suffers_what_is_pressed_until_it_is_let_go(table: Table, fault: str, told: str) -> None:
    key = getattr(table.window, fault)
    key.click()
    table.until(lambda: table.window.printer.chip.text == told)
    key.click()
    table.until(lambda: table.window.printer.chip.text == "Sẵn sàng")


def test_a_keypad_that_sends_nothing_is_heard_again_when_it_is_let_go(table: Table) -> None:
    presses: list[KeyPress] = []
    table.devices.keypad.on_press(presses.append)
    table.window.keypad_faults["mute"].click()
    table.window.keys[1].click()
    table.window.keypad_faults["mute"].click()
    table.window.keys[5].click()
    table.until(lambda: [press.score for press in presses] == [5])


def test_a_card_read_slowly_is_read_whole(table: Table) -> None:
    lines: list[str] = []
    table.devices.reader.on_line(lines.append)
    table.window.reader_faults["slow"].click()
    table.code = "H99.17-261123-030001"
    table.window.receipt.click()
    table.until(lambda: lines == [table.code])


@pytest.mark.allows_log("devices")
def test_a_speaker_without_its_plug_is_told_at_the_next_call(table: Table) -> None:
    table.window.sound.click()
    table.until(lambda: (table.folder / "calls" / "unplugged").exists())
    table.devices.speaker.say(("1",))
    table.until(lambda: table.window.speaker.chip.text == "Có lỗi")
    table.window.sound.click()
    table.until(lambda: not (table.folder / "calls" / "unplugged").exists())
    table.devices.speaker.say(("2",))
    table.until(lambda: table.window.speaker.chip.text == "Sẵn sàng")


def test_on_a_low_screen_the_rest_of_the_table_is_scrolled_to_and_nothing_is_cut_off_at_the_side(table: Table) -> None:
    window = table.window
    window.resize(window.minimumSizeHint().width(), 560)
    QApplication.processEvents()
    assert window.height() == 560
    for panel in (window.reader, window.keypad, window.scanner, window.province):
        right = panel.mapTo(window, panel.rect().topRight()).x()
        assert right < window.width(), panel.accessibleName()
    bar = window.findChild(VerticalScroll, options=Qt.FindChildOption.FindDirectChildrenOnly).verticalScrollBar()
    bar.setValue(bar.maximum())
    bottom = window.province.mapTo(window, window.province.rect().bottomLeft()).y()
    assert 0 < bottom < window.height()
