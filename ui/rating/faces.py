"""Five faces, drawn; the words under them say the same."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.hall import Placed

_INK = "#17212B"
_SIXTEENTHS = 16
HAPPIEST, HAPPY, NEUTRAL, SAD = 5, 4, 3, 2


class Face(Placed, QWidget):
    """The face of a score, 1 to 5."""

    def __init__(self, parent: QWidget, score: int) -> None:
        super().__init__(parent)
        self.score = score
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            radius = min(self.width(), self.height()) / 2 * 0.96
            painter.translate(self.width() / 2, self.height() / 2)
            painter.scale(radius, radius)
            draw_face(painter, self.score)


def answer_words(score: int) -> str:
    """Return what a face says, in the lines in which it is written under it."""
    translate = QCoreApplication.translate
    words = {
        5: translate("AskPage", "Rất\nhài lòng"),
        4: translate("AskPage", "Hài lòng"),
        3: translate("AskPage", "Bình\nthường"),
        2: translate("AskPage", "Không\nhài lòng"),
        1: translate("AskPage", "Rất không\nhài lòng"),
    }
    return words[score]


def draw_face(painter: QPainter, score: int) -> None:
    """Draw the face of ``score`` in the unit circle."""
    ink = QColor(_INK)
    painter.setBrush(QColor(theme.tokens()["faces"][score - 1]))
    painter.setPen(QPen(ink, 0.075))
    painter.drawEllipse(QPointF(0, 0), 0.96, 0.96)
    painter.setPen(_stroke(0.11))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if score == HAPPIEST:
        _laugh(painter)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for side in (-1, 1):
        painter.drawEllipse(QPointF(side * 0.34, -0.22), 0.095, 0.095)
    painter.setPen(_stroke(0.11))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _mouth(painter, score)


def _stroke(width: float) -> QPen:
    return QPen(QColor(_INK), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _laugh(painter: QPainter) -> None:
    for side in (-1, 1):
        _arc(painter, QRectF(side * 0.34 - 0.15, -0.34, 0.3, 0.3), 20, 140)
    mouth = QPainterPath(QPointF(-0.52, 0.12))
    mouth.lineTo(0.52, 0.12)
    mouth.cubicTo(0.46, 0.78, -0.46, 0.78, -0.52, 0.12)
    painter.setPen(_stroke(0.09))
    painter.setBrush(QColor("white"))
    painter.drawPath(mouth)


def _mouth(painter: QPainter, score: int) -> None:
    if score == HAPPY:
        _arc(painter, QRectF(-0.45, -0.28, 0.9, 0.8), 205, 130)
    elif score == NEUTRAL:
        painter.drawLine(QPointF(-0.42, 0.36), QPointF(0.42, 0.36))
    else:
        _arc(painter, QRectF(-0.42, 0.24, 0.84, 0.66 if score == SAD else 0.8), 28, 124)
    if score < SAD:
        for side in (-1, 1):
            painter.drawLine(QPointF(side * 0.51, -0.58), QPointF(side * 0.2, -0.42))


def _arc(painter: QPainter, box: QRectF, start: int, span: int) -> None:
    painter.drawArc(box, start * _SIXTEENTHS, span * _SIXTEENTHS)
