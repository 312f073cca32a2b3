"""The window of the virtual devices: what they give, and ways to break them, as a hand would."""

from datetime import datetime

from PySide6.QtCore import QEvent, QFileSystemWatcher, QObject, QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.clocks import VIETNAM
from counter_app.domain.spoken import call_sentence
from counter_app.errors import CounterError
from counter_app.ports import Clock, DeviceKind, DeviceStatus
from devices.keypad.virtual import VirtualKeypad
from devices.printer.virtual import VirtualPrinter
from devices.reader.virtual import VirtualReader
from devices.scanner.virtual import ScannerFault
from ui import messages, theme
from ui.components.key_button import KeyButton
from ui.components.label import Label
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.components.vertical_scroll import VerticalScroll
from ui.tasks import Tasks
from ui.theme import Weight
from ui.virtual_devices.bench import Bench, Card
from ui.virtual_devices.fault_keys import FaultKey, grid, only
from ui.virtual_devices.keys import SCORES, ScoreKey, score_words
from ui.virtual_devices.panel import Panel, row
from ui.virtual_devices.paper import PaperTray

_SIZE = QSize(1120, 740)
_HALF_A_TICKET = 4000
"""Bytes after which the connection breaks: the head of a ticket is out, its number is not."""
_SLOW_S = 0.05
_PAGES = 2
_MOST_CALLS = 4


class VirtualDevicesWindow(Surface):
    """Everything that would stand on the table, on the screen. ``closed`` tells that it was closed by hand."""

    closed = Signal()

    def __init__(self, bench: Bench, tasks: Tasks, clock: Clock) -> None:
        super().__init__("background")
        self.setWindowTitle(self.tr("Thiết bị ảo"))
        self._bench, self._tasks, self._clock = bench, tasks, clock
        self._calls: list[str] = []
        self.printer = Panel("printer", self.tr("Máy in phiếu"))
        self.keypad = Panel("device-tablet", self.tr("Bàn phím đánh giá"))
        self.reader = Panel("id", self.tr("Đầu đọc thẻ và mã"))
        self.scanner = Panel("scan", self.tr("Máy quét"))
        self.speaker = Panel("volume", self.tr("Loa"))
        self.province = Panel("building-bank", self.tr("Máy chủ tỉnh"))
        self._build_printer()
        self._build_keypad()
        self._build_reader()
        self._build_scanner()
        self._build_speaker()
        self._build_province()
        self._lay_out()
        self._listen()
        self.resize(_SIZE * theme.look().scale)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it was closed."""
        self._watcher.removePaths(self._watcher.directories())
        super().closeEvent(event)
        self.closed.emit()

    # the panels

    def _build_printer(self) -> None:
        self.tray = PaperTray()
        printer = self._bench.printer
        self.paper_out = FaultKey(self.tr("Hết giấy"), "receipt", self._take_paper, self.tr("Lắp giấy mới"))
        self.paper_low = FaultKey(self.tr("Sắp hết giấy"), "hourglass", lambda on: _set(printer, paper_low=on))
        self.cover = FaultKey(
            self.tr("Mở nắp"), "door-exit", lambda on: _set(printer, cover_open=on), self.tr("Đóng nắp")
        )
        self.jam = FaultKey(self.tr("Kẹt dao cắt"), "alert-octagon", lambda on: _set(printer, cutter=on))
        self.mute = FaultKey(self.tr("Không trả lời"), "volume-off", lambda on: _set(printer, silent=on))
        self.strange = FaultKey(self.tr("Trả lời lạ"), "bolt", lambda on: _set(printer, garbage=on))
        self.slow = FaultKey(self.tr("Nhận chậm"), "clock", lambda on: _set(printer, slow_s=_SLOW_S if on else 0.0))
        self.power = FaultKey(self.tr("Rút điện"), "plug", self._switch_printer, self.tr("Cắm điện"))
        self.drop = KeyButton(self.tr("Rút dây giữa chừng phiếu sau"), icon="plug-connected-x")
        self.drop.clicked.connect(self._drop_line)
        self.printer_note = Label("", "small", color="text_muted", wrap=True)
        keys = (self.paper_out, self.paper_low, self.cover, self.jam, self.mute, self.strange, self.slow, self.power)
        self.printer.add(self.tray, stretch=1)
        self.printer.add(self.printer_note, grid(keys, 2), self.drop)

    def _build_keypad(self) -> None:
        self.keys = {score: ScoreKey(score) for score in SCORES}
        for score, key in self.keys.items():
            key.clicked.connect(lambda _=False, score=score: self._press(score))
        self.keypad_note = Label(
            self.tr("Bấm sau khi cán bộ kết thúc phục vụ."), "small", color="text_muted", wrap=True
        )
        garbage = KeyButton(self.tr("Tín hiệu lạ"), icon="bolt")
        garbage.clicked.connect(self._keypad_garbage)
        self.keypad_faults = self._line_faults(self._bench.keypad)
        self.keypad.add(row(*self.keys.values(), stretch=False), self.keypad_note)
        self.keypad.fill()
        self.keypad.add(grid((garbage, *self.keypad_faults.values()), 2))

    def _build_reader(self) -> None:
        for card in self._bench.cards:
            button = KeyButton(f"{card.name} · {card.note}", icon="id")
            button.clicked.connect(lambda _=False, card=card: self._scan_card(card))
            self.reader.add(button)
        self.receipt = KeyButton(self.tr("Giấy hẹn mới nhất"), icon="qrcode")
        self.receipt.clicked.connect(self._scan_receipt)
        garbage = KeyButton(self.tr("Dòng hỏng"), icon="bolt")
        garbage.clicked.connect(self._reader_garbage)
        self.reader_faults = self._line_faults(self._bench.reader)
        self.reader_note = Label("", "small", color="text_muted", wrap=True)
        self.reader.add(self.receipt, self.reader_note)
        self.reader.fill()
        self.reader.add(grid((garbage, *self.reader_faults.values()), 2))

    def _line_faults(self, device: VirtualKeypad | VirtualReader) -> dict[str, FaultKey]:
        """Return the keys for what a serial line can suffer."""

        def switch(out: bool) -> None:  # noqa: FBT001 - a signal's argument
            (device.unplug if out else device.plug)()

        return {
            "mute": FaultKey(self.tr("Không gửi gì"), "volume-off", lambda on: _set(device, mute=on)),
            "slow": FaultKey(self.tr("Gửi chậm"), "clock", lambda on: _set(device, slow_s=_SLOW_S if on else 0.0)),
            "unplug": FaultKey(self.tr("Rút dây"), "plug", switch, self.tr("Cắm dây")),
        }

    def _build_scanner(self) -> None:
        self.load = KeyButton(self.tr("Đặt 2 trang vào khay"), icon="file-plus")
        self.load.clicked.connect(self._load_pages)
        self.feeder = Label("", "small", color="text_muted")
        faults = {
            ScannerFault.JAM: (self.tr("Kẹt giấy"), "alert-octagon"),
            ScannerFault.COVER: (self.tr("Mở nắp"), "door-exit"),
            ScannerFault.TRUNCATED: (self.tr("Đứt ngang trang"), "crop"),
            ScannerFault.EMPTY: (self.tr("Không kéo giấy"), "ban"),
            ScannerFault.SLOW: (self.tr("Quét chậm"), "clock"),
            ScannerFault.SILENT: (self.tr("Treo giữa trang"), "hourglass"),
            ScannerFault.CRASH: (self.tr("Hỏng giữa chừng"), "bolt"),
            ScannerFault.ABSENT: (self.tr("Rút dây"), "plug"),
        }
        self.scanner_faults = {
            fault: FaultKey(text, icon, lambda on, fault=fault: self._break_scanner(fault, on))  # type: ignore[misc]
            for fault, (text, icon) in faults.items()
        }
        self.scanner.add(row(self.load, self.feeder))
        self.scanner.fill()
        self.scanner.add(grid(tuple(self.scanner_faults.values()), 2))

    def _build_speaker(self) -> None:
        self.spoken = Label(self.tr("Chưa gọi số nào."), color="text_muted", wrap=True)
        self.earlier = Label("", "small", color="text_muted", wrap=True)
        self.sound = FaultKey(self.tr("Rút loa"), "plug", self._switch_sound, self.tr("Cắm loa"))
        self.speaker.add(self.spoken, self.earlier)
        self.speaker.fill()
        self.speaker.add(row(self.sound))

    def _build_province(self) -> None:
        self.link = KeyButton(self.tr("Ngắt kết nối"), icon="plug-connected-x")
        self.link.clicked.connect(self._switch_link)
        self.link_note = Label("", "small", color="text_muted", wrap=True)
        self.province.add(row(self.link), self.link_note)
        self.province.fill()
        self._show_link(up=True)

    def _lay_out(self) -> None:
        right = QGridLayout()
        right.setSpacing(theme.px(12))
        right.addWidget(self.keypad, 0, 0)
        right.addWidget(self.reader, 0, 1)
        right.addWidget(self.scanner, 1, 0, 2, 1)
        right.addWidget(self.speaker, 1, 1)
        right.addWidget(self.province, 2, 1)
        right.setColumnStretch(0, 1)
        right.setColumnStretch(1, 1)
        right.setRowStretch(1, 1)
        table = QWidget()
        body = QHBoxLayout(table)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(theme.px(12))
        body.addWidget(self.printer)
        body.addLayout(right, 1)
        scroll = _Table(table)
        column = QVBoxLayout(self)
        side = theme.px(16)
        column.setContentsMargins(side, theme.px(12), side, side)
        column.setSpacing(theme.px(10))
        column.addWidget(Label(self.tr("Thiết bị ảo"), "title", Weight.SEMIBOLD))
        text = self.tr("Thay cho thiết bị thật. Bấm như tay người dùng; làm hỏng thử xem quầy nói gì.")
        column.addWidget(Label(text, color="text_muted", wrap=True))
        column.addWidget(scroll, 1)

    # what the devices tell

    def _listen(self) -> None:
        bench, post = self._bench, self._tasks.post
        for picture in list(bench.printer.tickets):
            self.tray.add(picture)
        bench.printer.on_ticket(lambda picture: post(lambda: self.tray.add(picture)))
        bench.devices.speaker.on_speaking(lambda label, desk: post(lambda: self._hear(label, desk)))
        bench.devices.on_change(lambda status: post(lambda: self._show_status(status)))
        for status in bench.devices.statuses():
            self._show_status(status)
        self._watcher = QFileSystemWatcher([str(bench.scanner.folder)], self)
        self._watcher.directoryChanged.connect(self._count_pages)
        self._count_pages()

    def _show_status(self, status: DeviceStatus) -> None:
        panels = {
            DeviceKind.PRINTER: self.printer,
            DeviceKind.KEYPAD: self.keypad,
            DeviceKind.READER: self.reader,
            DeviceKind.SCANNER: self.scanner,
            DeviceKind.SPEAKER: self.speaker,
        }
        panels[status.kind].show_status(status)

    def _hear(self, label: str, desk: int) -> None:
        at: datetime = self._clock.now().astimezone(VIETNAM)
        if self._calls:
            self.earlier.setText("\n".join(self._calls[:_MOST_CALLS]))
        self._calls.insert(0, f"{at:%H:%M:%S}  {label} → {desk}")
        self.spoken.setText(f"“{call_sentence(label, desk)}”")
        self.spoken.set_color("text")

    def _count_pages(self, _folder: str = "") -> None:
        waiting = self._bench.scanner.waiting
        told = self.tr("Trong khay: {count} trang").format(count=waiting)
        self.feeder.setText(told if waiting else self.tr("Khay đang trống"))

    # what a hand does

    def _take_paper(self, out: bool) -> None:
        if out:
            self._bench.printer.take_paper()
        else:
            self._bench.printer.load_paper()
        told = self.tr("Số lấy lúc này vẫn có hiệu lực; có giấy thì in phiếu các số sau.")
        self.printer_note.setText(told if out else "")

    def _switch_printer(self, out: bool) -> None:
        printer = self._bench.printer
        self._tasks.slow(printer.unplug if out else printer.plug, owner=self)

    def _switch_sound(self, out: bool) -> None:
        speaker = self._bench.speaker
        self._tasks.slow(speaker.unplug if out else speaker.plug, owner=self)

    def _drop_line(self) -> None:
        self._bench.printer.faults.drop_after = _HALF_A_TICKET
        self.printer_note.setText(self.tr("Phiếu tiếp theo sẽ đứt giữa chừng."))

    def _press(self, score: int) -> None:
        self._bench.keypad.press(score)
        self.keypad_note.setText(self.tr("Đã bấm: {words}").format(words=score_words(score)))

    def _keypad_garbage(self) -> None:
        self._bench.keypad.garbage()
        self.keypad_note.setText(self.tr("Đã gửi 24 byte không phải phím."))

    def _scan_card(self, card: Card) -> None:
        self._bench.reader.scan(card.line)
        self.reader_note.setText(self.tr("Đã quét căn cước của {name}.").format(name=card.name))

    def _scan_receipt(self) -> None:
        self._tasks.read(self._bench.receipt, self._scan_code, owner=self)

    def _scan_code(self, code: str) -> None:
        if code:
            self._bench.reader.scan(code)
            self.reader_note.setText(self.tr("Đã quét {code}.").format(code=code))
        else:
            self.reader_note.setText(self.tr("Chưa có giấy hẹn nào."))

    def _reader_garbage(self) -> None:
        self._bench.reader.garbage()
        self.reader_note.setText(self.tr("Đã gửi một dòng không phải chữ."))

    def _load_pages(self) -> None:
        self._tasks.slow(lambda: self._bench.scanner.load(self._bench.pages(_PAGES)), owner=self)

    def _break_scanner(self, fault: ScannerFault, broken: bool) -> None:
        if broken:
            only(self.scanner_faults.values(), self.scanner_faults[fault])
            self._bench.scanner.fault(fault)
        else:
            self._bench.scanner.repair()

    # the province

    def _switch_link(self) -> None:
        self.link.setEnabled(False)
        if self._link_up:
            self.show_link_words(self.tr("Đang ngắt"), Tone.NEUTRAL)
            self._tasks.slow(
                self._bench.province_down, lambda _: self._show_link(up=False), self._link_failed, owner=self
            )
        else:
            self.show_link_words(self.tr("Đang nối"), Tone.NEUTRAL)
            self._tasks.slow(self._bench.province_up, lambda _: self._show_link(up=True), self._link_failed, owner=self)

    def show_link_words(self, words: str, tone: Tone) -> None:
        """Say a state of the province's server."""
        self.province.show_state(words, tone)

    def _show_link(self, *, up: bool) -> None:
        self._link_up = up
        self.link.setEnabled(True)
        if up:
            self.link.set_words(self.tr("Ngắt kết nối"), icon="plug-connected-x")
            self.link_note.setText(self.tr("Quầy gửi ngay những gì vừa làm."))
            self.show_link_words(self.tr("Đang chạy"), Tone.SUCCESS)
        else:
            self.link.set_words(self.tr("Kết nối lại"), icon="plug-connected")
            self.link_note.setText(self.tr("Quầy vẫn làm được mọi việc; khi nối lại sẽ tự gửi."))
            self.show_link_words(self.tr("Đã ngắt"), Tone.WARNING)

    def _link_failed(self, error: CounterError) -> None:
        self._show_link(up=self._link_up)
        self.link_note.setText(messages.message(error).title)


class _Table(VerticalScroll):
    """A low screen shows a part of the table, and nothing of it is cut off at the side."""

    def minimumSizeHint(self) -> QSize:
        """Be as wide as what stands on the table, which changes with the words for its state."""
        table = self.widget()
        wide = table.minimumSizeHint().width() if table is not None else 0
        return QSize(wide + self.verticalScrollBar().sizeHint().width(), super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for more width when the table does."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def _set(device: VirtualPrinter | VirtualKeypad | VirtualReader, **faults: object) -> None:
    for name, value in faults.items():
        setattr(device.faults, name, value)
