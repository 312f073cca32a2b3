"""Pills side by side, in as many lines as they need."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

_GAP = 8


class PillRow(QWidget):
    """Places its widgets from left to right and goes on below; ``broken(int)`` tells in how many lines."""

    broken = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widgets: list[QWidget] = []
        self.lines = 1
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
        return QSize(theme.px(240), self._lay(self.width(), move=False)[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Place the widgets; call when one of them became wider."""
        height, lines = self._lay(self.width(), move=True)
        if height != self.minimumHeight():
            self.setFixedHeight(height)
        if lines != self.lines:
            self.lines = lines
            self.broken.emit(lines)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of contrast or text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.arrange()

    def _lay(self, width: int, *, move: bool) -> tuple[int, int]:
        """The height and the number of the lines."""
        left, top, line, lines = 0, 0, 0, 1
        for widget in self._widgets:
            size = widget.sizeHint()
            if left and left + size.width() > width:
                left, top, line, lines = 0, top + line + theme.px(_GAP), 0, lines + 1
            if move:
                widget.setGeometry(left, top, min(size.width(), max(width, 1)), size.height())
            left += size.width() + theme.px(_GAP)
            line = max(line, size.height())
        return top + line, lines
