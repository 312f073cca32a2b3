"""A filter as a pill: its name and how many it would show."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import theme

_HEIGHT = 28
_PADDING = 12
_GAP = 6


class Pill(QAbstractButton):
    """One filter."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = ""
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def set_count(self, count: int | str) -> None:
        """Show how many there are, in figures or words; an empty text shows none."""
        said = str(count)
        if said != self._count:
            self._count = said
            self.setAccessibleName(f"{self.text()}: {said}" if said else self.text())
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for name and count."""
        metrics = QFontMetrics(theme.font("small", theme.Weight.SEMIBOLD))
        width = metrics.horizontalAdvance(self.text()) + 2 * theme.px(_PADDING) + 2
        if self._count:
            width += theme.px(_GAP) + metrics.horizontalAdvance(self._count)
        return QSize(width, theme.px(_HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of contrast or text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            on = self.isChecked()
            ring = 2 if self.hasFocus() else 1
            painter.setPen(QPen(theme.color("primary" if on or self.hasFocus() else "line_strong"), ring))
            painter.setBrush(theme.color("primary_soft" if on else "surface"))
            inset = ring / 2
            radius = self.height() / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)
            font = theme.font("small", theme.Weight.SEMIBOLD if on else theme.Weight.MEDIUM)
            painter.setFont(font)
            painter.setPen(theme.color("primary" if on else "text"))
            left = theme.px(_PADDING)
            area = QRectF(left, 0, self.width(), self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())
            if self._count:
                left += QFontMetrics(font).horizontalAdvance(self.text()) + theme.px(_GAP)
                painter.setPen(theme.color("primary" if on else "text_muted"))
                area = QRectF(left, 0, self.width(), self.height())
                painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._count)
