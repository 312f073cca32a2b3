"""A warning in the strip that can be pressed: a sign and a few words, hidden while there is nothing to say."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import icons, theme
from ui.components.tone import Tone

_HEIGHT = 24
_ICON = 14
_PADDING = 8


class Badge(QAbstractButton):
    """``say`` shows it; ``name`` is what it is called while there is nothing to say."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brief = False
        self._words = self._short = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say("", name)

    def say(self, words: str, name: str, short: str = "") -> None:
        """Show words, with a longer name for the screen reader; none hide it."""
        self._words, self._short = words, short
        self.setAccessibleName(name)
        self.setToolTip(name)
        self._tell()
        self.setVisible(bool(words))

    def set_brief(self, brief: bool) -> None:
        """Keep to what is short."""
        self._brief = brief
        self._tell()

    def sizeHint(self) -> QSize:
        """Ask for the whole text."""
        width = QFontMetrics(self._face()).horizontalAdvance(self.text())
        return QSize(width + theme.px(2 * _PADDING + _ICON + (4 if self.text() else 0)) + 2, theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, sign and words."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ink = theme.color(Tone.WARNING.ink)
            edge = theme.color("primary") if self.hasFocus() else ink
            width = theme.tokens()["focus_ring"] if self.hasFocus() else 1
            framed = self.hasFocus() or self.underMouse() or theme.look().contrast
            painter.setPen(QPen(edge, width) if framed else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(Tone.WARNING.soft))
            inset = width / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
            side, left = theme.px(_ICON), theme.px(_PADDING)
            painter.drawPixmap(left, (self.height() - side) // 2, icons.pixmap(Tone.WARNING.icon, ink, side))
            painter.setPen(ink)
            painter.setFont(self._face())
            words = QRectF(left + side + theme.px(4), 0, self.width(), self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _tell(self) -> None:
        self.setText(self._short if self._brief else self._words)
        self.updateGeometry()
        self.update()

    def _face(self) -> QFont:
        return theme.font("small", theme.Weight.MEDIUM)
