"""The badge in the strip: how many entries wait for this officer's look; a press leads to them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import icons, theme
from ui.components.tone import Tone

_HEIGHT = 24
_ICON = 14
_PADDING = 8


class ReviewBadge(QAbstractButton):
    """Hidden while there is nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brief = False
        self._count = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.present(0)

    def present(self, count: int) -> None:
        """Show how many; none hides the badge."""
        self._count = count
        name = self.tr("{count} mục cần xem lại (Ctrl+7)").format(count=count)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self._tell()
        self.setVisible(count > 0)

    def set_brief(self, brief: bool) -> None:
        """Keep to the number."""
        self._brief = brief
        self._tell()

    def sizeHint(self) -> QSize:
        """Ask for the whole text."""
        width = QFontMetrics(self._face()).horizontalAdvance(self.text())
        return QSize(width + theme.px(2 * _PADDING + _ICON + 4) + 2, theme.px(_HEIGHT))

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
        words = "{count}" if self._brief else self.tr("{count} cần xem lại")
        self.setText(words.format(count=self._count))
        self.updateGeometry()
        self.update()

    def _face(self) -> QFont:
        return theme.font("small", theme.Weight.MEDIUM)
