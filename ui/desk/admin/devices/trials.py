"""Tries the devices of this machine; what is borrowed for it goes back."""

from collections.abc import Callable
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from counter_app.domain.spoken import call_words
from counter_app.errors import Code, CounterError
from counter_app.ports import DeviceKind, KeyPress, PrintReport, ScanMode, ScanRequest
from counter_app.store.memory import passing_folder
from devices.fleet import Devices
from devices.settings import DeviceSettings
from ui import messages
from ui.components.tone import Tone
from ui.desk.admin.devices import words
from ui.desk.admin.devices.trial import TrialBox
from ui.desk.context import DeskContext
from ui.desk.receive.scanning import screen_image
from ui.virtual_devices.keys import score_words

_LONGEST_MS = 90_000
"""A keypad or reader is lent no longer: somebody went away in the middle."""
_SAMPLE = "A012"
_TRIAL_SCAN = ScanRequest(resolution=100, mode=ScanMode.COLOR)


class DeviceTrials(QObject):
    """One trial at a time."""

    def __init__(self, context: DeskContext, box: TrialBox, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._box = context, box
        self._kind: DeviceKind | None = None
        self._round = 0
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(_LONGEST_MS)
        self._end.timeout.connect(self.stop)
        box.stop_asked.connect(self.stop)
        box.typed.connect(self._typed)

    @property
    def running(self) -> bool:
        """Whether a trial is under way."""
        return self._kind is not None

    def start(self, record: DeviceSettings) -> None:
        """Try this device."""
        devices = self._context.devices
        if devices is None or self.running:
            return
        self._kind = record.kind
        self._round += 1
        self._box.clear()
        acts: dict[DeviceKind, Callable[[Devices, DeviceSettings], None]] = {
            DeviceKind.PRINTER: self._print,
            DeviceKind.KEYPAD: self._press_keys,
            DeviceKind.READER: self._read,
            DeviceKind.SCANNER: self._scan,
            DeviceKind.SPEAKER: self._speak,
        }
        acts[record.kind](devices, record)

    def stop(self) -> None:
        """End the trial; harmless without one."""
        devices, kind = self._context.devices, self._kind
        if devices is None or kind is None:
            return
        devices.keypad.borrow(None)
        devices.reader.borrow(None)
        if kind is DeviceKind.SCANNER:
            devices.scanner.cancel()
        self._ended()
        if kind in (DeviceKind.KEYPAD, DeviceKind.READER):
            self._box.say("")

    def _ended(self) -> None:
        self._kind = None
        self._round += 1
        self._end.stop()
        self._box.set_running(running=False)
        self._box.button.setEnabled(True)

    def _wait(self, said: str) -> None:
        """The button is dead while the device works: it cannot be told to stop."""
        self._box.say(said)
        self._box.button.setEnabled(False)

    def _refused(self, error: CounterError) -> None:
        if self.running:
            self._ended()
        said = messages.message(error)
        self._box.say(said.title, said.next_step, Tone.WARNING)

    # the printer

    def _print(self, devices: Devices, record: DeviceSettings) -> None:
        self._wait(self.tr("Đang in…"))
        self._context.tasks.slow(lambda: devices.test_print(record.name), self._printed, self._refused, owner=self)

    def print_letters(self, record: DeviceSettings) -> None:
        """Print what this printer makes of Vietnamese in its own letters."""
        devices = self._context.devices
        if devices is None or self.running:
            return
        self._kind = record.kind
        self._box.clear()
        self._wait(self.tr("Đang in bảng chữ…"))
        self._context.tasks.slow(
            lambda: devices.test_letters(record.name), lambda _: self._letters_printed(), self._refused, owner=self
        )

    def _letters_printed(self) -> None:
        self._ended()
        look = self.tr("Dòng nào đọc được đủ dấu thì chọn bảng mã ghi ở đầu dòng đó; không dòng nào thì để không dấu.")
        self._box.say(self.tr("Đã gửi bảng chữ."), look)

    def _printed(self, report: PrintReport) -> None:
        self._ended()
        if report.confirmed:
            look = self.tr("Xem phiếu: chữ có dấu rõ, thước đúng 10 mm một ô, cắt đúng chỗ.")
            self._box.say(self.tr("Đã in xong phiếu thử."), look, Tone.SUCCESS)
        else:
            self._box.say(self.tr("Đã gửi phiếu thử."), self.tr("Máy in không báo lại: xem giấy đã ra chưa."))

    # keypad and reader

    def _press_keys(self, devices: Devices, _: DeviceSettings) -> None:
        post = self._context.tasks.post
        devices.keypad.borrow(lambda press: post(lambda: self._pressed(press)))
        self._lent(self.tr("Mời bấm từng phím…"))

    def _pressed(self, press: KeyPress) -> None:
        if self._kind is not DeviceKind.KEYPAD:
            return
        self._box.press(press.score)
        said = self.tr("Vừa bấm: {words}").format(words=score_words(press.score))
        if self._box.unpressed:
            self._box.say(said)
            return
        self.stop()
        self._box.say(self.tr("Các phím đều đúng."), "", Tone.SUCCESS)

    def _typed(self, text: str) -> None:
        if self._context.devices is not None and self._kind is DeviceKind.KEYPAD:
            self._context.devices.keypad.typed(text)

    def _read(self, devices: Devices, _: DeviceSettings) -> None:
        post = self._context.tasks.post
        devices.reader.borrow(lambda line: post(lambda: self._line(line)))
        self._lent(self.tr("Mời đưa thẻ hoặc giấy hẹn vào đầu đọc…"))

    def _line(self, line: str) -> None:
        if self._kind is not DeviceKind.READER:
            return
        try:
            said = words.card_words(line)
        except CounterError as error:
            self._box.say(messages.message(error).title, messages.message(error).next_step, Tone.WARNING)
            return
        self.stop()
        self._box.say(said, "", Tone.SUCCESS)

    def _lent(self, said: str) -> None:
        self._box.say(said)
        self._box.set_running(running=True)
        self._end.start()

    # the scanner

    def _scan(self, devices: Devices, _: DeviceSettings) -> None:
        tasks, size, this = self._context.tasks, self._box.page_size(), self._round

        def landed(path: Path) -> None:
            with Image.open(path) as page:
                page.thumbnail((size.width(), size.height()))
                image = screen_image(page)
            tasks.post(lambda: self._show(image, this))

        def scan() -> int:
            with passing_folder() as folder:
                return len(devices.scanner.scan(_TRIAL_SCAN, folder, landed))

        self._box.say(self.tr("Đang quét…"))
        self._box.set_running(running=True)
        tasks.slow(scan, self._scanned, self._not_scanned, owner=self)

    def _show(self, page: QImage, of_round: int) -> None:
        if of_round == self._round:
            self._box.show_page(page)

    def _scanned(self, count: int) -> None:
        if self._kind is DeviceKind.SCANNER:
            self._ended()
            said = self.tr("Đã quét {count} trang. Trang thử không lưu lại.").format(count=count)
            self._box.say(said, "", Tone.SUCCESS)

    def _not_scanned(self, error: CounterError) -> None:
        if error.code is not Code.SCAN_CANCELLED:
            self._refused(error)
        elif not self.running:
            self._box.say(self.tr("Đã dừng quét thử."))

    # the speaker

    def _speak(self, devices: Devices, _: DeviceSettings) -> None:
        devices.speaker.say(call_words(_SAMPLE, self._context.desk))
        self._ended()
        said = self.tr("Loa đang đọc thử. Không nghe thấy thì tăng âm lượng và xem dây loa.")
        self._box.say(said)
