"""The checklist of a procedure as rows to edit: add, remove, move."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.procedures import ComponentDocument, PaperForm
from ui import theme
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.line_edit import LineEdit
from ui.components.rule import Rule
from ui.desk import words
from ui.desk.admin.catalogue.terms import spin_box
from ui.desk.admin.rows_editor import EditedRow, RowsEditor

_FORM = 122
_COPIES = 58
_ACT = 32
_NEED = 150
_MOST_COPIES = 99
_ALWAYS, _SOMETIMES, _ONE_OF = "always", "sometimes", "one-of"


class PaperRow(EditedRow):
    """One paper: name, form and count above; when it is needed, and the row's acts, below."""

    moved = Signal(int)

    def __init__(self, paper: ComponentDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = paper
        self.number = Label("", "small", color="text_muted")
        self.number.setFixedWidth(theme.px(22))
        self.name = LineEdit(self.tr("Tên giấy tờ"))
        self.name.setText(paper.name)
        self.name.setCursorPosition(0)
        self.form = QComboBox()
        self.form.setAccessibleName(self.tr("Hình thức"))
        self.form.setFixedSize(theme.px(_FORM), theme.px(32))
        for form in PaperForm:
            self.form.addItem(words.form_words(form), form)
        self.form.setCurrentIndex(self.form.findData(paper.form))
        self.copies = spin_box(self.tr("Số bản"), 1, _MOST_COPIES, _COPIES)
        self.copies.setValue(paper.copies)
        self.need = _needs(self.tr("Khi nào cần"), self._needs())
        self.why = LineEdit(self.tr("Điều kiện, hoặc tên nhóm lựa chọn"))
        self._acts = tuple(
            KeyButton("", icon=icon, kind=Kind.QUIET, name=name)
            for icon, name in (
                ("chevron-up", self.tr("Chuyển lên")),
                ("chevron-down", self.tr("Chuyển xuống")),
                ("trash", self.tr("Bỏ giấy tờ này")),
            )
        )
        for act in self._acts:
            act.setFixedWidth(theme.px(_ACT))
        kept = self.why.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.why.setSizePolicy(kept)
        self._lay_out()
        self.need.setCurrentIndex(self.need.findData(_need(paper)))
        self.why.setText(paper.choice or paper.condition)
        self.why.setCursorPosition(0)
        self.need.currentIndexChanged.connect(self._follow)
        self._acts[0].clicked.connect(lambda: self.moved.emit(-1))
        self._acts[1].clicked.connect(lambda: self.moved.emit(1))
        self._acts[2].clicked.connect(self.removed)
        self._follow()

    @property
    def paper(self) -> ComponentDocument:
        """What is typed; further counts of the paper stay as they are."""
        need, why = self.need.currentData(), " ".join(self.why.text().split())
        kept = self._paper.condition if need == _ONE_OF and self._paper.choice else ""
        return replace(
            self._paper,
            name=" ".join(self.name.text().split()),
            form=PaperForm(self.form.currentData()),
            copies=self.copies.value(),
            required=need == _ALWAYS or (need == _ONE_OF and not kept),
            condition=why if need == _SOMETIMES else kept,
            choice=why if need == _ONE_OF else "",
        )

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (self.name, self.form, self.copies, self.need, self.why, *self._acts)

    def set_number(self, number: int) -> None:
        """Show its place in the list."""
        self.number.setText(f"{number}.")
        self.name.setAccessibleName(self.tr("Giấy tờ {number}: tên").format(number=number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the row."""
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in _STEPS:
            self.moved.emit(_STEPS[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def _needs(self) -> tuple[tuple[str, str], ...]:
        return (
            (_ALWAYS, self.tr("Luôn cần")),
            (_SOMETIMES, self.tr("Có điều kiện")),
            (_ONE_OF, self.tr("Chọn một trong")),
        )

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(theme.px(8))
        upper.addWidget(self.number)
        upper.addWidget(self.name, 1)
        for part in (self.form, self.copies):
            upper.addWidget(part)
        lower = QHBoxLayout()
        lower.setSpacing(theme.px(8))
        lower.addSpacing(theme.px(22) + theme.px(8))
        lower.addWidget(self.need)
        lower.addWidget(self.why, 1)
        for act in self._acts:
            lower.addWidget(act)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(6), 0, theme.px(8))
        column.setSpacing(theme.px(6))
        column.addLayout(upper)
        column.addLayout(lower)
        column.addWidget(Rule())

    def _follow(self) -> None:
        need = self.need.currentData()
        self.why.setVisible(need != _ALWAYS)
        one_of = self.tr("Tên nhóm lựa chọn, giống nhau ở các giấy thay nhau")
        self.why.setPlaceholderText(one_of if need == _ONE_OF else self.tr("Khi nào cần, ví dụ: Khi nộp thay"))


class PapersEditor(RowsEditor[PaperRow]):
    """The papers, numbered; each can be moved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Thêm giấy tờ"), gap=0, parent=parent)
        self.add_button.clicked.connect(lambda: self.begin(self._row(ComponentDocument(""))))

    @property
    def papers(self) -> tuple[ComponentDocument, ...]:
        """What is typed; rows without a name are nothing."""
        return tuple(row.paper for row in self.rows if row.paper.name)

    def present(self, papers: tuple[ComponentDocument, ...]) -> None:
        """Show other papers."""
        self.put(self._row(paper) for paper in papers)

    def settle(self) -> None:
        """Number the rows anew, and tell."""
        for number, row in enumerate(self.rows, start=1):
            row.set_number(number)
        super().settle()

    def _row(self, paper: ComponentDocument) -> PaperRow:
        row = PaperRow(paper)
        row.moved.connect(lambda by: self.shift(row, by))
        return row


def _needs(name: str, choices: tuple[tuple[str, str], ...]) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setFixedSize(theme.px(_NEED), theme.px(32))
    for key, said in choices:
        combo.addItem(said, key)
    return combo


def _need(paper: ComponentDocument) -> str:
    if paper.choice:
        return _ONE_OF
    return _ALWAYS if paper.required else _SOMETIMES


_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
