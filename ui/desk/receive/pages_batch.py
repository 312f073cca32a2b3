"""A pile with the papers of the whole dossier: how it is parted over the rows of the checklist."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from ui import theme
from ui.components.key_button import KeyButton
from ui.components.label import Label
from ui.components.segments import Segments
from ui.desk.pill_row import PillRow

_MOST_PAGES = 99


class BatchPart(QWidget):
    """The choice; ``started(int)`` tells after how many pages the next row begins (0: separator sheets).

    ``sheets_asked()``: print the separator sheets.
    """

    started = Signal(int)
    sheets_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.how = Segments(self.tr("Tách giấy tờ"), (self.tr("Theo tờ phân cách"), self.tr("Theo số trang")))
        self.every = QSpinBox()
        self.every.setRange(1, _MOST_PAGES)
        self.every.setSuffix(self.tr(" trang mỗi giấy tờ"))
        self.every.setFixedHeight(theme.px(32))
        self.every.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)
        self.every.setAccessibleName(self.tr("Số trang mỗi giấy tờ"))
        self.sheets = KeyButton(self.tr("In tờ phân cách"), icon="printer")
        self.start = KeyButton(self.tr("Quét tập này"), icon="scan")
        self._hint = Label("", "small", color="text_muted", wrap=True)
        self._row = PillRow()
        self._row.present((self.how, self.every, self.sheets, self.start))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self._row)
        column.addWidget(self._hint)
        self.how.chosen.connect(lambda _: self._arrange())
        self.sheets.clicked.connect(self.sheets_asked)
        self.start.clicked.connect(self._start)
        self._arrange()

    def focusable(self) -> tuple[QWidget, ...]:
        """Return what the Tab key stops at, in order."""
        return self.how.button(0), self.how.button(1), self.every, self.sheets, self.start

    def present(self, *, ready: bool) -> None:
        """Let a pile be scanned, or not now."""
        self.start.setEnabled(ready)

    def _arrange(self) -> None:
        counted = self.how.current == 1
        self._row.present((self.how, self.every if counted else self.sheets, self.start))
        if counted:
            told = self.tr("Cả tập vào khay một lần; đủ số trang thì sang giấy tờ kế tiếp, bắt đầu từ dòng đang chọn.")
        else:
            told = self.tr("Đặt tờ phân cách lên trên mỗi giấy tờ rồi quét cả tập một lần; tờ phân cách tự bỏ ra.")
        self._hint.setText(told)

    def _start(self) -> None:
        self.started.emit(self.every.value() if self.how.current == 1 else 0)
