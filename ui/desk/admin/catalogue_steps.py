"""The office's own process of a procedure as rows to edit: who does what in how many working hours."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.procedures import WorkStep
from ui import theme
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.line_edit import LineEdit
from ui.desk.admin.catalogue_terms import spin_box

_HOURS = 72
_MOST_HOURS = 999
_USUAL_HOURS = 8
_ACT = 32


class StepRow(QWidget):
    """One step: its name, the department, the hours."""

    removed = Signal()

    def __init__(self, step: WorkStep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = LineEdit(self.tr("Tên bước"))
        self.name.setPlaceholderText(self.tr("Tên bước"))
        self.name.setText(step.name)
        self.department = LineEdit(self.tr("Bộ phận"))
        self.department.setPlaceholderText(self.tr("Bộ phận"))
        self.department.setText(step.department)
        self.hours = spin_box(self.tr("Giờ làm việc"), 0, _MOST_HOURS, _HOURS)
        self.hours.setValue(step.hours)
        for line in (self.name, self.department):
            line.setCursorPosition(0)
        self.bin = KeyButton("", icon="trash", kind=Kind.QUIET, name=self.tr("Bỏ bước này"))
        self.bin.setFixedWidth(theme.px(_ACT))
        self.bin.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.name, 3)
        row.addWidget(self.department, 2)
        row.addWidget(self.hours)
        row.addWidget(Label(self.tr("giờ"), "small", color="text_muted"))
        row.addWidget(self.bin)

    @property
    def step(self) -> WorkStep:
        """What is typed."""
        return WorkStep(_plain(self.name), _plain(self.department), self.hours.value())

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (self.name, self.department, self.hours, self.bin)


class StepsEditor(QWidget):
    """The rows, and a button that adds one; ``rebuilt`` follows each change of rows."""

    rebuilt = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[StepRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(6))
        self.add_button = KeyButton(self.tr("Thêm bước"), icon="plus")
        why = self.tr("8 giờ làm việc là một ngày. Không ghi bước nào thì cả hồ sơ tính theo ngày hẹn trả.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(self._rows)
        column.addWidget(Label(why, "small", color="text_muted", wrap=True))
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        column.addLayout(foot)
        self.add_button.clicked.connect(self._add)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (*(part for row in self.rows for part in row.stops), self.add_button)

    @property
    def steps(self) -> tuple[WorkStep, ...]:
        """What is typed; rows without a name are nothing."""
        return tuple(row.step for row in self.rows if row.step.name)

    def present(self, steps: tuple[WorkStep, ...]) -> None:
        """Show other steps."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for step in steps:
            self._append(step)
        self.rebuilt.emit()

    def _append(self, step: WorkStep) -> StepRow:
        row = StepRow(step)
        row.removed.connect(lambda row=row: self._remove(row))
        self.rows.append(row)
        self._rows.addWidget(row)
        return row

    def _add(self) -> None:
        row = self._append(WorkStep("", "", _USUAL_HOURS))
        self.rebuilt.emit()
        row.name.setFocus()

    def _remove(self, row: StepRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self.rebuilt.emit()
        self.add_button.setFocus()


def _plain(line: LineEdit) -> str:
    return " ".join(line.text().split())
