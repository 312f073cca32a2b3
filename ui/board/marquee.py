"""The running text: it stands still while it fits, else it glides, by the clock and not by the frame."""

from PySide6.QtCore import QElapsedTimer, QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHideEvent, QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.hall import Placed

SPEED = 130.0
"""Design units a second: some seven letters, as fast as one reads aloud."""
HOLD_S = 3.0
"""So long its beginning stands still, to be read."""
_GAP = 260.0
_SQUEEZE = 0.88
"""A text that is a little too long becomes a little smaller rather than glide."""
_FRAME_MS = 16
_KEPT = 3
"""Drawings: the running text comes back after each call."""
_WIDEST = 32_000
"""Pixels: no drawing of Qt's is wider."""


class Marquee(Placed, QWidget):
    """One line of text; the same text goes on where it was, another one begins anew."""

    def __init__(self, parent: QWidget, points: float, weight: int, color: QColor) -> None:
        super().__init__(parent)
        self._points, self._weight, self._color = points, weight, color
        self._text, self._drawn = "", QPixmap()
        self._kept: dict[tuple[str, float, int], QPixmap] = {}
        self._wide = 0.0
        self._begun = 0.0
        self._clock = QElapsedTimer()
        self._clock.start()
        self._frames = QTimer(self, interval=_FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._frames.timeout.connect(self.update)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def text(self) -> str:
        """Return the text."""
        return self._text

    @property
    def moving(self) -> bool:
        """Whether the text is too long for its place, and glides."""
        return self._wide > self.width() > 0

    def say(self, text: str) -> None:
        """Change the text."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self._begun = self._seconds()
            self._prepare()

    def offset(self) -> float:
        """Return how far the text has gone to the left, in pixels; less than its length and one gap."""
        if not self.moving:
            return 0.0
        gone = max(0.0, self._seconds() - self._begun - HOLD_S) * SPEED * self.unit
        return gone % (self._wide + _GAP * self.unit)

    def arrange(self, width: float, height: float) -> None:
        """Take another size."""
        self._prepare()

    def showEvent(self, event: QShowEvent) -> None:
        """Glide while it is seen."""
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw nothing that nobody sees."""
        self._frames.stop()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and its beginning again behind its end."""
        with QPainter(self) as painter:
            offset = self.offset()
            painter.drawPixmap(QPointF(-offset, 0), self._drawn)
            if self.moving:
                painter.drawPixmap(QPointF(self._wide + _GAP * self.unit - offset, 0), self._drawn)

    def _seconds(self) -> float:
        return self._clock.elapsed() / 1000

    def _prepare(self) -> None:
        font = self.letters(self._points, self._weight)
        self._wide = QFontMetricsF(font).horizontalAdvance(self._text)
        if self.width() < self._wide <= self.width() / _SQUEEZE:
            font = self.letters(self._points * _SQUEEZE, self._weight)
            self._wide = min(QFontMetricsF(font).horizontalAdvance(self._text), self.width())
        key = (self._text, font.pointSizeF(), self.height())
        drawn = self._kept.pop(key, None) or self._draw(font)
        self._kept[key] = self._drawn = drawn
        while len(self._kept) > _KEPT:
            self._kept.pop(next(iter(self._kept)))
        self._run()
        self.update()

    def _draw(self, font: QFont) -> QPixmap:
        """Draw the text once: large letters are too slow to draw in each frame."""
        dots = self.devicePixelRatioF()
        size = QSizeF(min(self._wide + 4, _WIDEST / dots), max(1, self.height()))
        drawn = QPixmap((size * dots).toSize())
        drawn.setDevicePixelRatio(dots)
        drawn.fill(Qt.GlobalColor.transparent)
        with QPainter(drawn) as painter:
            painter.setFont(font)
            painter.setPen(self._color)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
            painter.drawText(QRectF(0, 0, self._wide + 4, self.height()), int(flags), self._text)
        return drawn

    def _run(self) -> None:
        if self.moving and self.isVisible():
            if not self._frames.isActive():
                self._frames.start()
        else:
            self._frames.stop()
