"""One part of a page: a gutter with tick, title, note and act at the left, its content beside or, at 200 %, below."""

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton
from ui.components.label import Label

GUTTER = 136


class Section(QWidget):
    """Gutter and content."""

    def __init__(
        self,
        title: str,
        content: QWidget,
        act: KeyButton | None = None,
        parent: QWidget | None = None,
        *,
        more_act: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tick = IconLabel("circle", "line_strong", 18)
        self._title = Label(title, "base", theme.Weight.SEMIBOLD)
        self._note = Label("", "small", color="text_muted", wrap=True)
        self._note.hide()
        self._gutter = QWidget()
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        head.addWidget(self._tick)
        head.addWidget(self._title)
        head.addStretch(1)
        act_row = QHBoxLayout()
        if act is not None:
            act_row.addWidget(act)
        self._act_stretch = act_row
        column = QVBoxLayout(self._gutter)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(head)
        column.addWidget(self._note)
        column.addLayout(act_row)
        if more_act is not None:
            column.addWidget(more_act)
        column.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        self._row.setSpacing(theme.px(16))
        self._row.addWidget(self._gutter)
        self._row.addWidget(content, 1)
        self.set_stacked(False)

    def set_stacked(self, stacked: bool) -> None:
        """Put the gutter above its content, or beside it."""
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(theme.px(8 if stacked else 16))
        if stacked:
            self._gutter.setMinimumWidth(0)
            self._gutter.setMaximumWidth(16_777_215)
        else:
            self._gutter.setFixedWidth(theme.px(GUTTER))
        if stacked and self._act_stretch.count() == 1:
            self._act_stretch.addStretch(1)
        elif not stacked and self._act_stretch.count() > 1:
            self._act_stretch.takeAt(1)

    def set_title(self, title: str) -> None:
        """Be called something else."""
        self._title.setText(title)

    def set_state(self, *, done: bool, note: str = "", problem: bool = False) -> None:
        """Tick it off or not, with a line about it."""
        if problem:
            self._tick.set_icon("alert-triangle", "warning")
        else:
            self._tick.set_icon("circle-check-filled" if done else "circle", "success" if done else "line_strong")
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._note.set_color("warning" if problem else "text_muted")
