"""A small rounded label: a state in words, with an icon of its own shape."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons, theme
from ui.components.tone import Tone

HEIGHT = 22
_PADDING = 8
_ICON = 14
_GAP = 4


def chip_width(text: str, icon: str) -> int:
    """Return the width that a chip needs, in pixels."""
    metrics = QFontMetrics(theme.font("small", theme.Weight.MEDIUM))
    space = theme.px(_ICON + _GAP) if icon else 0
    return metrics.horizontalAdvance(text) + 2 * theme.px(_PADDING) + space + 2


def draw_chip(painter: QPainter, area: QRectF, text: str, tone: Tone, icon: str, *, on_selection: bool = False) -> None:
    """Draw a chip in ``area``; on a selected row its ground turns to the surface so that it stays readable."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = theme.color(tone.ink)
    ground = theme.color("surface" if on_selection else tone.soft)
    painter.setPen(ink if theme.look().contrast else ground)
    painter.setBrush(ground)
    radius = area.height() / 2
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    left = area.left() + theme.px(_PADDING)
    if icon:
        side = theme.px(_ICON)
        painter.drawPixmap(round(left), round(area.center().y() - side / 2), icons.pixmap(icon, ink, side))
        left += side + theme.px(_GAP)
    painter.setFont(theme.font("small", theme.Weight.MEDIUM))
    painter.setPen(ink)
    text_area = QRectF(left, area.top(), area.right() - left - 2, area.height())
    fitted = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(text_area.width()) + 1)
    painter.drawText(text_area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitted)
    painter.restore()


class Chip(QWidget):
    """A chip as a widget."""

    def __init__(
        self, text: str = "", tone: Tone = Tone.NEUTRAL, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._tone, self._icon = text, tone, icon
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def set_state(self, text: str, tone: Tone = Tone.NEUTRAL, icon: str = "") -> None:
        """Say something else; no text hides it."""
        if (text, tone, icon) != (self._text, self._tone, self._icon):
            self._text, self._tone, self._icon = text, tone, icon
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()
        self.setVisible(bool(text))

    def sizeHint(self) -> QSize:
        """Ask for the whole text."""
        return QSize(chip_width(self._text, self._icon), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never be cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        with QPainter(self) as painter:
            draw_chip(painter, QRectF(self.rect()), self._text, self._tone, self._icon)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of contrast or text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
