"""The outlined cap of a key, as drawn on buttons and in hints."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

HEIGHT = 18
_NARROWEST = 22
_PADDING = 5


def cap_width(key: str) -> int:
    """Return the width of a key's cap, in pixels."""
    metrics = QFontMetrics(theme.font("key", theme.Weight.MEDIUM))
    return max(theme.px(_NARROWEST), metrics.horizontalAdvance(key) + 2 * theme.px(_PADDING))


def draw_cap(painter: QPainter, area: QRectF, key: str, ink: QColor, edge: QColor) -> None:
    """Draw the cap of ``key`` in ``area``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(edge)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(theme.font("key", theme.Weight.MEDIUM))
    painter.setPen(ink)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


class KeyCap(QWidget):
    """A key's cap as a widget."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for the whole key."""
        return QSize(cap_width(self._key), theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        with QPainter(self) as painter:
            draw_cap(painter, QRectF(self.rect()), self._key, theme.color("text_muted"), theme.color("line_strong"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of contrast or text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
