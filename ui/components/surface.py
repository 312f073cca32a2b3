"""A plain ground in a colour of the theme; layouts of a screen stand on it."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import theme


class Surface(QWidget):
    """Paints one colour of the theme behind its children."""

    def __init__(self, color: str = "surface", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._color = color

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.color(self._color))
