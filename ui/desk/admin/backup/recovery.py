"""The words that open the backups: made here, shown once, typed again from the paper, nowhere kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.store.recovery import same_words
from ui import theme
from ui.components.announcement import announce
from ui.components.field import Field
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.reading_label import ReadingLabel
from ui.desk.pill_row import PillRow

_WORD_POINTS = 20


class RecoveryPart(QWidget):
    """``made_asked``: make new words; ``kept(str)``: they are on paper. ``grown``: there is more to see."""

    made_asked = Signal()
    kept = Signal(str)
    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.stands = Label("", wrap=True)
        self.make = KeyButton(self.tr("Tạo cụm từ khôi phục"), icon="key")
        self.words = ReadingLabel(_WORD_POINTS, theme.Weight.BOLD, "primary", wrap=True)
        self._how = Label(
            self.tr(
                "Chép cụm từ này ra giấy, hai bản: một bản cất trong két của cơ quan, một bản ở nơi khác. "
                "Máy không giữ và không hiện lại. Không để cùng chỗ với bản sao lưu."
            ),
            wrap=True,
        )
        self.again = Field(self.tr("Gõ lại từ tờ giấy"))
        self.keep = KeyButton(self.tr("Đã chép ra giấy, bắt đầu dùng"), icon="check", kind=Kind.PRIMARY)
        self.cancel = KeyButton(self.tr("Thôi"), icon="x", kind=Kind.QUIET)
        self._shown = QWidget()
        self._build()
        self.make.clicked.connect(self.made_asked)
        self.keep.clicked.connect(self._keep)
        self.again.line.returnPressed.connect(self._keep)
        self.cancel.clicked.connect(self.forget)

    def present(self, *, worded: bool, may: bool) -> None:
        """Say whether there are words already."""
        self.stands.setText(
            self.tr("Đã có cụm từ khôi phục. Mất tờ giấy thì tạo cụm từ mới; các bản sao lưu cũ vẫn cần cụm từ cũ.")
            if worded
            else self.tr("Chưa có. Khi máy hỏng hoặc mất, cụm từ này mở bản sao lưu trên máy mới.")
        )
        self.stands.set_color("text" if worded else "warning")
        self.make.set_words(self.tr("Tạo cụm từ mới") if worded else self.tr("Tạo cụm từ khôi phục"), icon="key")
        self.make.setEnabled(may)

    def show_words(self, words: str) -> None:
        """Show words once."""
        self._words = words
        self.words.setText("   ".join(words.split()))
        self.words.setAccessibleName(words)
        self.again.set_text("")
        self.again.set_verdict()
        self._shown.show()
        self.make.hide()
        self.again.line.setFocus()
        self.grown.emit()
        announce(self, self._how.text())

    def forget(self) -> None:
        """Show them no more."""
        self._words = ""
        self.words.setText("")
        self.words.setAccessibleName("")
        self.again.set_text("")
        self._shown.hide()
        self.make.show()

    def _keep(self) -> None:
        if not self._words:
            return
        if same_words(self.again.text, self._words):
            self.kept.emit(self._words)
            return
        self.again.set_verdict(problem=self.tr("Chưa giống cụm từ ở trên, xem lại từng chữ"))
        self.again.line.setFocus()

    def _build(self) -> None:
        acts = PillRow()
        acts.present((self.keep, self.cancel))
        shown = QVBoxLayout(self._shown)
        shown.setContentsMargins(0, 0, 0, 0)
        shown.setSpacing(theme.px(8))
        for part in (self.words, self._how, self.again, acts):
            shown.addWidget(part)
        self._shown.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.stands)
        column.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._shown)
