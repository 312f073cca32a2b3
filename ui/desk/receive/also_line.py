"""How many copies of a paper: the count of a row, and further counts in other forms."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QWidget

from counter_app.domain.procedures import PaperCount, PaperForm
from ui import theme
from ui.components.key_button import KeyButton, Kind
from ui.desk import words

FORM_WIDTH = 150
COPIES_WIDTH = 56
COUNTED = (PaperForm.ORIGINAL, PaperForm.CERTIFIED, PaperForm.COPY, PaperForm.ELECTRONIC)
"""The forms that are counted: form 01's columns."""

_MOST_COPIES = 99


class Copies(QSpinBox):
    """How many; 1 to 99."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(1, _MOST_COPIES)
        self.setFixedHeight(theme.px(32))
        self.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)


class AlsoLine(QWidget):
    """A count in another form beside the main one; ``edited(PaperCount)``, ``removed()``."""

    edited = Signal(object)
    removed = Signal()

    def __init__(self, paper: str, count: PaperCount) -> None:
        super().__init__()
        self.form = QComboBox()
        self.form.setFixedSize(theme.px(FORM_WIDTH), theme.px(32))
        for form in COUNTED:
            self.form.addItem(words.form_words(form), form.value)
        self.form.setCurrentIndex(max(0, self.form.findData(count.form.value)))
        self.form.setAccessibleName(self.tr("Thêm hình thức: {paper}").format(paper=paper))
        self.form.view().setAccessibleName(self.form.accessibleName())
        self.copies = Copies()
        self.copies.setFixedWidth(theme.px(COPIES_WIDTH))
        self.copies.setValue(count.copies)
        self.copies.setAccessibleName(self.tr("Số bản, hình thức thêm: {paper}").format(paper=paper))
        self.remove = KeyButton(
            "", icon="x", kind=Kind.QUIET, name=self.tr("Bỏ hình thức này: {paper}").format(paper=paper)
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, theme.px(6))
        row.setSpacing(theme.px(8))
        for part in (self.form, self.copies, self.remove):
            row.addWidget(part)
        row.addStretch(1)
        self.form.activated.connect(lambda _: self._tell())
        self.copies.valueChanged.connect(lambda _: self._tell())
        self.remove.clicked.connect(self.removed)

    def _tell(self) -> None:
        self.edited.emit(PaperCount(PaperForm(self.form.currentData()), self.copies.value()))
