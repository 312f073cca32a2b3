"""The office's own process of a procedure as rows to edit: who does what in how many working hours."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter_app.domain.procedures import WorkStep
from ui import theme
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.line_edit import LineEdit
from ui.desk.admin.catalogue.terms import spin_box
from ui.desk.admin.rows_editor import EditedRow, RowsEditor

_HOURS = 72
_MOST_HOURS = 999
_USUAL_HOURS = 8
_ACT = 32


class StepRow(EditedRow):
    """One step: its name, the department, the hours."""

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


class StepsEditor(RowsEditor[StepRow]):
    """The steps, in their order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        why = self.tr("8 giờ làm việc là một ngày. Không ghi bước nào thì cả hồ sơ tính theo ngày hẹn trả.")
        note = Label(why, "small", color="text_muted", wrap=True)
        super().__init__(self.tr("Thêm bước"), gap=6, note=note, parent=parent)
        self.add_button.clicked.connect(lambda: self.begin(StepRow(WorkStep("", "", _USUAL_HOURS))))

    @property
    def steps(self) -> tuple[WorkStep, ...]:
        """What is typed; rows without a name are nothing."""
        return tuple(row.step for row in self.rows if row.step.name)

    def present(self, steps: tuple[WorkStep, ...]) -> None:
        """Show other steps."""
        self.put(StepRow(step) for step in steps)


def _plain(line: LineEdit) -> str:
    return " ".join(line.text().split())
