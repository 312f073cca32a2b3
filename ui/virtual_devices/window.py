"""The window of the virtual devices: what they give, and ways to break them, as a hand would."""

from datetime import datetime

from PySide6.QtCore import QFileSystemWatcher, QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from counter_app.clocks import VIETNAM
from counter_app.domain.spoken import call_sentence
from counter_app.errors import CounterError
from counter_app.ports import Clock, DeviceKind, DeviceStatus
from devices.scanner.virtual import ScannerFault
from ui import messages, theme
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.tasks import Tasks
from ui.theme import Weight
from ui.virtual_devices.bench import Bench, Card
from ui.virtual_devices.keys import SCORES, ScoreKey, score_words
from ui.virtual_devices.panel import Panel, row
from ui.virtual_devices.paper import PaperTray

_SIZE = QSize(1120, 740)
_HALF_A_TICKET = 4000
"""Bytes after which the connection breaks: the head of a ticket is out, its number is not."""
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
        self.paper_out = _toggle(self.tr("Hết giấy"), "receipt")
        self.cover = _toggle(self.tr("Mở nắp"), "door-exit")
        self.drop = KeyButton(self.tr("Rút dây giữa chừng"), icon="plug-connected-x")
        self.paper_out.toggled.connect(self._take_paper)
        self.cover.toggled.connect(self._open_cover)
        self.drop.clicked.connect(self._drop_line)
        self.printer_note = Label("", "small", color="text_muted", wrap=True)
        keys = QGridLayout()
        keys.setSpacing(theme.px(8))
        keys.addWidget(self.paper_out, 0, 0)
        keys.addWidget(self.cover, 0, 1)
        keys.addWidget(self.drop, 1, 0, 1, 2)
        self.printer.add(self.tray, stretch=1)
        self.printer.add(self.printer_note, keys)

    def _build_keypad(self) -> None:
        self.keys = {score: ScoreKey(score) for score in SCORES}
        for score, key in self.keys.items():
            key.clicked.connect(lambda _=False, score=score: self._press(score))
        self.keypad_note = Label(
            self.tr("Bấm sau khi cán bộ kết thúc phục vụ."), "small", color="text_muted", wrap=True
        )
        garbage = KeyButton(self.tr("Gửi tín hiệu lạ"), icon="bolt", kind=Kind.QUIET)
        garbage.clicked.connect(self._keypad_garbage)
        self.keypad.add(row(*self.keys.values(), stretch=False), self.keypad_note, row(garbage))
        self.keypad.fill()

    def _build_reader(self) -> None:
        for card in self._bench.cards:
            button = KeyButton(f"{card.name} · {card.note}", icon="id")
            button.clicked.connect(lambda _=False, card=card: self._scan_card(card))
            self.reader.add(button)
        self.receipt = KeyButton(self.tr("Giấy hẹn mới nhất"), icon="qrcode")
        self.receipt.clicked.connect(self._scan_receipt)
        garbage = KeyButton(self.tr("Gửi dòng hỏng"), icon="bolt", kind=Kind.QUIET)
        garbage.clicked.connect(self._reader_garbage)
        self.reader_note = Label("", "small", color="text_muted", wrap=True)
        self.reader.add(self.receipt, row(garbage), self.reader_note)
        self.reader.fill()

    def _build_scanner(self) -> None:
        self.load = KeyButton(self.tr("Đặt 2 trang vào khay"), icon="file-plus")
        self.load.clicked.connect(self._load_pages)
        self.feeder = Label("", "small", color="text_muted")
        self.scanner_faults = {
            ScannerFault.JAM: _toggle(self.tr("Kẹt giấy"), "alert-octagon"),
            ScannerFault.TRUNCATED: _toggle(self.tr("Đứt ngang trang"), "crop"),
            ScannerFault.EMPTY: _toggle(self.tr("Không kéo giấy"), "ban"),
        }
        for fault, button in self.scanner_faults.items():
            button.toggled.connect(lambda on, fault=fault: self._break_scanner(fault, on))
        self.scanner.add(row(self.load, self.feeder), row(*self.scanner_faults.values()))
        self.scanner.fill()

    def _build_speaker(self) -> None:
        self.spoken = Label(self.tr("Chưa gọi số nào."), color="text_muted", wrap=True)
        self.earlier = Label("", "small", color="text_muted", wrap=True)
        self.speaker.add(self.spoken, self.earlier)
        self.speaker.fill()

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
        places = ((self.keypad, 0, 0), (self.reader, 0, 1), (self.scanner, 1, 0), (self.speaker, 1, 1))
        for panel, line, place in places:
            right.addWidget(panel, line, place)
        right.addWidget(self.province, 2, 0, 1, 2)
        for place in (0, 1):
            right.setColumnStretch(place, 1)
            right.setRowStretch(place, 1)
        body = QHBoxLayout()
        body.setSpacing(theme.px(12))
        body.addWidget(self.printer)
        body.addLayout(right, 1)
        column = QVBoxLayout(self)
        side = theme.px(16)
        column.setContentsMargins(side, theme.px(12), side, side)
        column.setSpacing(theme.px(10))
        column.addWidget(Label(self.tr("Thiết bị ảo"), "title", Weight.SEMIBOLD))
        text = self.tr("Thay cho thiết bị thật. Bấm như tay người dùng; làm hỏng thử xem quầy nói gì.")
        column.addWidget(Label(text, color="text_muted", wrap=True))
        column.addLayout(body, 1)

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
        self.paper_out.set_words(self.tr("Lắp giấy mới") if out else self.tr("Hết giấy"))
        told = self.tr("Số lấy lúc này vẫn có hiệu lực; có giấy thì in phiếu các số sau.")
        self.printer_note.setText(told if out else "")

    def _open_cover(self, opened: bool) -> None:
        self._bench.printer.faults.cover_open = opened
        self.cover.set_words(self.tr("Đóng nắp") if opened else self.tr("Mở nắp"))

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
            for other, button in self.scanner_faults.items():
                if other is not fault:
                    button.setChecked(False)
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


def _toggle(text: str, icon: str) -> KeyButton:
    made = KeyButton(text, icon=icon)
    made.setCheckable(True)
    return made
