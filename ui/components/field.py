"""A labelled line to type in, with a tick when it is right, or the problem in words in place of its label."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.components.announcement import announce
from ui.components.elided_label import ElidedLabel
from ui.components.icon_label import IconLabel
from ui.components.label import Label
from ui.components.line_edit import LineEdit


class Field(QWidget):
    """Label above, line below; ``edited(str)`` tells what a person typed."""

    edited = Signal(str)

    def __init__(self, name: str, *, weight: int = theme.Weight.REGULAR, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label(name, "small", color="text_muted")
        self._problem = ElidedLabel("", "small", theme.Weight.MEDIUM, "danger")
        self._mark = IconLabel("circle-check", "success", 16)
        self._mark.hide()
        self.line = LineEdit(name, trailing=self._mark, weight=weight)
        self._label.setBuddy(self.line)
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        head.addWidget(self._label)
        head.addWidget(self._problem, 1)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addLayout(head)
        column.addWidget(self.line)
        self.line.textEdited.connect(self.edited)

    @property
    def name(self) -> str:
        """What stands above the line."""
        return self._label.text()

    @property
    def text(self) -> str:
        """What is typed."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Show ``text``; what is typed already stays as it is, with its cursor."""
        if text != self.line.text():
            self.line.setText(text)
            self.line.setCursorPosition(0)

    def set_name(self, name: str) -> None:
        """Be about something else."""
        self._label.setText(name)
        self.line.setAccessibleName(name)

    def set_verdict(self, *, right: bool = False, problem: str = "", doubt: str = "") -> None:
        """Show a tick, or say what is wrong, or what looks odd and may be right."""
        said = problem or doubt
        is_new = said != self.line.accessibleDescription()
        self._mark.setVisible(right and not said)
        self.line.fit_trailing()
        self.line.set_wrong(bool(problem))
        self.line.setAccessibleDescription(said)
        self._problem.set_color("danger" if problem else "warning")
        self._problem.set_text(said)
        self._problem.setVisible(bool(said))
        self._label.setVisible(not said)
        if is_new and self.line.hasFocus():  # elsewhere it is heard when the focus comes
            announce(self.line, said, urgent=bool(problem))
