"""Figures of the hall: clocks and counts in cells of one width (the font has no tabular figures), and QR codes."""

import segno
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.hall import LEFT, Placed, rounded

_QUIET_ZONE = 4


class Digits(Placed, QWidget):
    """A clock or a count whose width does not jump: each digit has a cell as wide as the widest."""

    def __init__(
        self,
        parent: QWidget,
        text: str,
        points: float,
        weight: int,
        color: QColor,
        align: Qt.AlignmentFlag = LEFT,
    ) -> None:
        super().__init__(parent)
        self._points, self._weight, self._color, self._align = points, weight, color, align
        self._text = text
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, text: str) -> None:
        """Change the figure."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    def text(self) -> str:
        """Return the figure on screen."""
        return self._text

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw each sign in its cell."""
        font = self.letters(self._points, self._weight)
        metrics = QFontMetricsF(font)
        cell = max(metrics.horizontalAdvance(digit) for digit in "0123456789")
        widths = [cell if sign.isdigit() else metrics.horizontalAdvance(sign) for sign in self._text]
        with QPainter(self) as painter:
            painter.setFont(font)
            painter.setPen(self._color)
            spare = self.width() - sum(widths)
            x = spare if self._align & Qt.AlignmentFlag.AlignRight else 0.0
            x = spare / 2 if self._align & Qt.AlignmentFlag.AlignHCenter else x
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
            for sign, width in zip(self._text, widths, strict=True):
                painter.drawText(QRectF(x, 0, width, self.height()), int(flags), sign)
                x += width


class QrCode(Placed, QWidget):
    """A QR code, black on white whatever the palette, modules of whole pixels, four modules of quiet zone."""

    def __init__(self, parent: QWidget, content: str, name: str) -> None:
        super().__init__(parent)
        self.content = content
        self._rows = [list(row) for row in segno.make(content, error="m", micro=False).matrix]
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the modules."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rounded(painter, QRectF(self.rect()), 12 * self.unit, QColor("white"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            side = min(self.width(), self.height())
            module = max(1, side // (len(self._rows) + 2 * _QUIET_ZONE))
            left = (self.width() - module * len(self._rows)) // 2
            top = (self.height() - module * len(self._rows)) // 2
            for y, row in enumerate(self._rows):
                for x, dark in enumerate(row):
                    if dark:
                        painter.fillRect(QRect(left + x * module, top + y * module, module, module), QColor("black"))
