"""Hairlines between parts."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme


class Rule(QWidget):
    """A line one pixel thick."""

    def __init__(self, orientation: Qt.Orientation = Qt.Orientation.Horizontal, length: int = 0) -> None:
        super().__init__()
        self._across = orientation is Qt.Orientation.Vertical
        self._length = length
        if self._across:
            self.setFixedWidth(1)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
            if length:
                self.setFixedHeight(theme.px(length))
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for no more than the line."""
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.color("line"))


def upright(length: int = 0) -> Rule:
    """Return a vertical line, ``length`` of the design high or as high as it may be."""
    return Rule(Qt.Orientation.Vertical, length)
