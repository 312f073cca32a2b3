"""The five keys of the virtual rating keypad."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import theme
from ui.rating.faces import draw_face
from ui.theme import Weight

SCORES = (5, 4, 3, 2, 1)
_WIDTH, _HEIGHT, _FACE = 60, 78, 36
_RADIUS = 8


def score_words(score: int) -> str:
    """Return what a score means."""
    translate = QCoreApplication.translate
    words = {
        5: translate("VirtualDevices", "Rất hài lòng"),
        4: translate("VirtualDevices", "Hài lòng"),
        3: translate("VirtualDevices", "Bình thường"),
        2: translate("VirtualDevices", "Không hài lòng"),
        1: translate("VirtualDevices", "Rất không hài lòng"),
    }
    return words[score]


class ScoreKey(QAbstractButton):
    """A face over its number; the thick lower edge goes when it is pressed."""

    def __init__(self, score: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._score = score
        self.setText(str(score))
        self.setAccessibleName(f"{score}: {score_words(score)}")
        self.setToolTip(self.accessibleName())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A key as large as a finger."""
        return QSize(theme.px(_WIDTH), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never smaller."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the key."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            depth = 0 if self.isDown() else theme.px(4)
            area = QRectF(self.rect()).adjusted(1, theme.px(4) - depth + 1, -1, -depth - 1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("line_strong"))
            painter.drawRoundedRect(area.translated(0, depth), _RADIUS, _RADIUS)
            edge = theme.color("primary" if self.hasFocus() else "line_strong")
            painter.setPen(QPen(edge, theme.tokens()["focus_ring"] if self.hasFocus() else 1))
            painter.setBrush(theme.color("surface_alt" if self.underMouse() else "surface"))
            painter.drawRoundedRect(area, _RADIUS, _RADIUS)
            face = theme.px(_FACE)
            painter.save()
            painter.translate(area.center().x(), area.top() + theme.px(6) + face / 2)
            painter.scale(face / 2, face / 2)
            draw_face(painter, self._score)
            painter.restore()
            painter.setPen(theme.color("text"))
            painter.setFont(theme.font("strong", Weight.SEMIBOLD))
            below = QRectF(area.left(), area.top() + theme.px(8) + face, area.width(), theme.px(24))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.text())
