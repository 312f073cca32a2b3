"""A QR code on screen: black on white in every look, with the quiet zone that readers need."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.documents.barcodes import QUIET_ZONE, dark_runs, qr_modules
from ui import theme
from ui.components.spoken_role import Role, speak_as

_SIDE = 244


class QrPicture(QWidget):
    """Draws the code of a text in whole pixels."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setAccessibleName(name)
        speak_as(self, Role.Graphic)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Draw the code of ``text``."""
        self._text = text
        self.update()

    def sizeHint(self) -> QSize:
        """A square that a telephone reads at arm's length."""
        return QSize(theme.px(_SIDE), theme.px(_SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill white, then draw the dark runs."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
            if not self._text:
                return
            modules = qr_modules(self._text)
            dot = max(1, min(self.width(), self.height()) // (len(modules) + 2 * QUIET_ZONE))
            left = (self.width() - dot * len(modules)) // 2
            top = (self.height() - dot * len(modules)) // 2
            for column, row, length in dark_runs(modules):
                painter.fillRect(QRect(left + column * dot, top + row * dot, length * dot, dot), QColor(0, 0, 0))
