"""An icon of the theme that grows with the text."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui import icons, theme


class IconLabel(QLabel):
    """One icon, tinted; decoration for screen readers."""

    def __init__(self, name: str, color: str = "text_muted", size: float = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._color, self._size = name, color, size
        self._draw()

    def set_icon(self, name: str, color: str) -> None:
        """Show another icon or colour."""
        if (name, color) != (self._name, self._color):
            self._name, self._color = name, color
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of contrast or text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        side = theme.px(self._size)
        self.setFixedSize(side, side)
        self.setPixmap(icons.pixmap(self._name, theme.color(self._color), side))
