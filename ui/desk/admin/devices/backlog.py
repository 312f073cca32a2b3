"""How far the words on scanned pages are read, and a pause for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.services.recognition import RecognitionState
from counter_app.services.text_reader import ReaderState
from ui import theme
from ui.components.key_button import KeyButton
from ui.components.label import Label


class BacklogBox(QWidget):
    """``pause_asked(bool)``: pause, or go on."""

    pause_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paused = False
        self.said = Label("", wrap=True)
        self.button = KeyButton(self.tr("Tạm dừng"), icon="player-pause")
        acts = QHBoxLayout()
        acts.addWidget(self.button)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(Label(self.tr("Nhận dạng chữ trên giấy đã quét"), "strong", theme.Weight.SEMIBOLD, wrap=True))
        column.addWidget(self.said)
        column.addLayout(acts)
        self.button.clicked.connect(lambda: self.pause_asked.emit(not self._paused))

    def present(self, state: RecognitionState) -> None:
        """Say how the work stands."""
        self._paused = state.paused
        self.said.setText(self._words(state))
        self.button.setVisible(state.reader is ReaderState.READY and bool(state.waiting or state.paused))
        if state.paused:
            self.button.set_words(self.tr("Nhận dạng tiếp"), icon="player-play")
        else:
            self.button.set_words(self.tr("Tạm dừng"), icon="player-pause")

    def _words(self, state: RecognitionState) -> str:
        lacking = {ReaderState.NO_PROGRAM: "tesseract-ocr", ReaderState.NO_LANGUAGE: "tesseract-ocr-vie"}
        if state.reader in lacking:
            said = self.tr("Máy chưa cài {program} nên chưa nhận dạng chữ. Quét và tiếp nhận vẫn bình thường.")
            return said.format(program=lacking[state.reader])
        failed = self.tr("{count} trang không đọc được.").format(count=state.failed) if state.failed else ""
        if not state.waiting:
            return " ".join(filter(None, (self.tr("Không còn trang nào chờ."), failed)))
        done = self.tr("Đã đọc {done}/{total} trang.").format(done=state.done, total=state.total)
        paused = self.tr("Đang tạm dừng.") if state.paused else ""
        return " ".join(filter(None, (done, paused, failed)))
