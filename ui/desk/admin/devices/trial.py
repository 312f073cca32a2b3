"""Trying a device where it is set up: one act a kind, and what came of it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter_app.ports import DeviceKind
from ui import theme
from ui.components.chip import Chip
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.tone import Tone
from ui.desk.pill_row import PillRow
from ui.virtual_devices.keys import score_words

_PAGE = 150, 212


class TrialBox(QWidget):
    """``asked`` is for the trial of this kind, ``stop_asked`` for its end, ``learn_asked`` for teaching keys.

    ``letters_asked`` is for printing what letters a printer has; ``typed(str)`` is what is typed here during a trial:
    some keypads are keyboards.
    """

    asked = Signal()
    typed = Signal(str)
    stop_asked = Signal()
    learn_asked = Signal()
    letters_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = DeviceKind.PRINTER
        self._running = False
        self.head = Label(self.tr("Thử"), "strong", theme.Weight.SEMIBOLD)
        self.hint = Label("", "small", color="text_muted", wrap=True)
        self.button = KeyButton("", icon="player-play", key="Ctrl+P")
        self.learn_button = KeyButton(self.tr("Dạy phím…"), icon="hand-finger", kind=Kind.QUIET)
        self.letters_button = KeyButton(self.tr("In thử bảng chữ"), icon="language", kind=Kind.QUIET)
        self.said = Label("", weight=theme.Weight.SEMIBOLD, wrap=True)
        self.do = Label("", "small", wrap=True)
        self.page = QLabel()
        self.page.setAccessibleName(self.tr("Trang vừa quét thử"))
        self.page.setFixedSize(QSize(*(theme.px(side) for side in _PAGE)))
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._keys = PillRow()
        self._chips: dict[int, Chip] = {}
        self._pressed: set[int] = set()
        self._build()
        self.button.clicked.connect(lambda: (self.stop_asked if self._running else self.asked).emit())
        self.learn_button.clicked.connect(self.learn_asked)
        self.letters_button.clicked.connect(self.letters_asked)

    def _build(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(theme.px(8))
        acts.addWidget(self.button)
        acts.addWidget(self.learn_button)
        acts.addWidget(self.letters_button)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for part in (self.head, self.hint):
            column.addWidget(part)
        column.addLayout(acts)
        below: tuple[QWidget, ...] = (self._keys, self.said, self.do, self.page)
        for one in below:
            column.addWidget(one)

    def present(
        self, kind: DeviceKind, scores: Sequence[int], *, ready: bool, learns: bool, letters: bool = False
    ) -> None:
        """Offer the trial of a kind; ``scores`` are a keypad's keys, ``ready`` says that it can be tried now.

        ``letters``: this printer says that it has Vietnamese letters, which somebody must see before they are used.
        """
        self._kind = kind
        self.hint.setText(self._hint(kind, saved=ready))
        self.learn_button.setVisible(kind is DeviceKind.KEYPAD)
        self.learn_button.setEnabled(learns)
        self.letters_button.setVisible(letters)
        self.letters_button.setEnabled(ready)
        self._offer_keys(scores if kind is DeviceKind.KEYPAD else ())
        self.set_running(running=False)
        self.button.setEnabled(ready)

    def clear(self) -> None:
        """Forget what the last trial said."""
        self.say("")
        self.show_page(None)
        self._pressed.clear()
        self._mark_keys()

    def set_running(self, *, running: bool) -> None:
        """Offer to end the trial, or to begin it."""
        self._running = running
        act, icon = self._act(self._kind)
        self.button.set_words(self.tr("Thôi") if running else act, icon="player-stop" if running else icon)

    def say(self, said: str, do: str = "", tone: Tone = Tone.NEUTRAL) -> None:
        """Say how it goes."""
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.said.set_color("text" if tone in (Tone.NEUTRAL, Tone.INFO) else tone.ink)
        self.do.setText(do)
        self.do.setVisible(bool(do))

    def press(self, score: int) -> None:
        """Mark a key that was pressed."""
        self._pressed.add(score)
        self._mark_keys()

    @property
    def unpressed(self) -> tuple[int, ...]:
        """The scores whose keys were not pressed yet."""
        return tuple(score for score in self._chips if score not in self._pressed)

    def show_page(self, page: QImage | None) -> None:
        """Show a scanned page, small; nothing without one."""
        self.page.setVisible(page is not None)
        if page is not None:
            ratio = self.devicePixelRatioF()
            shown = QPixmap.fromImage(page)
            shown.setDevicePixelRatio(ratio)
            self.page.setPixmap(shown)

    def page_size(self) -> QSize:
        """Return the pixels that a page is shown with."""
        return self.page.size() * self.devicePixelRatioF()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on what a keypad may have typed."""
        if self._running and event.text().isprintable() and event.text():
            self.typed.emit(event.text())
            return
        super().keyPressEvent(event)

    def _offer_keys(self, scores: Sequence[int]) -> None:
        if tuple(scores) != tuple(self._chips):
            gone = tuple(self._chips.values())
            self._chips = {score: Chip(score_words(score)) for score in scores}
            self._keys.present(tuple(self._chips.values()))
            for chip in gone:
                chip.deleteLater()
        self._keys.setVisible(bool(self._chips))

    def _mark_keys(self) -> None:
        for score, chip in self._chips.items():
            pressed = score in self._pressed
            chip.set_state(score_words(score), Tone.SUCCESS if pressed else Tone.NEUTRAL, "check" if pressed else "")
        self._keys.arrange()

    def _act(self, kind: DeviceKind) -> tuple[str, str]:
        acts = {
            DeviceKind.PRINTER: (self.tr("In phiếu thử"), "printer"),
            DeviceKind.KEYPAD: (self.tr("Thử các phím"), "keyboard"),
            DeviceKind.SCANNER: (self.tr("Quét thử"), "scan"),
            DeviceKind.READER: (self.tr("Thử đọc thẻ"), "id"),
            DeviceKind.SPEAKER: (self.tr("Nghe thử"), "volume"),
        }
        return acts[kind]

    def _hint(self, kind: DeviceKind, *, saved: bool) -> str:
        if not saved:
            return self.tr("Lưu thiết bị trước, rồi thử ngay tại đây.")
        hints = {
            DeviceKind.PRINTER: self.tr("In một phiếu có đủ chữ tiếng Việt, thước đo và mã QR."),
            DeviceKind.KEYPAD: self.tr("Bấm lần lượt từng phím; phím nào đúng thì sáng lên. Không tính vào đánh giá."),
            DeviceKind.SCANNER: self.tr("Đặt một tờ vào khay hoặc lên mặt kính rồi bấm. Trang thử không lưu lại."),
            DeviceKind.READER: self.tr("Đưa thẻ căn cước hoặc giấy hẹn vào đầu đọc. Thông tin chỉ hiện một phần."),
            DeviceKind.SPEAKER: self.tr("Loa đọc thử một lời gọi số."),
        }
        return hints[kind]
