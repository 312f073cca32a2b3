"""Pills side by side, in as many lines as they need."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

_GAP = 8


class PillRow(QWidget):
    """Places its widgets from left to right and goes on below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widgets: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def present(self, widgets: tuple[QWidget, ...]) -> None:
        """Show other widgets; those no longer wanted are hidden."""
        for widget in self._widgets:
            if widget not in widgets:
                widget.hide()
        self._widgets = list(widgets)
        for widget in widgets:
            widget.setParent(self)
            widget.show()
        self.arrange()

    def sizeHint(self) -> QSize:
        """Ask for the lines that the present width takes."""
        return QSize(theme.px(240), self._lay(self.width(), move=False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Place the widgets; call when one of them became wider."""
        height = self._lay(self.width(), move=True)
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def _lay(self, width: int, *, move: bool) -> int:
        left, top, line = 0, 0, 0
        for widget in self._widgets:
            size = widget.sizeHint()
            if left and left + size.width() > width:
                left, top, line = 0, top + line + theme.px(_GAP), 0
            if move:
                widget.setGeometry(left, top, min(size.width(), max(width, 1)), size.height())
            left += size.width() + theme.px(_GAP)
            line = max(line, size.height())
        return top + line
