"""The running text: it stands still while it fits, else it glides, by the clock and not by the frame."""

from PySide6.QtCore import QElapsedTimer, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHideEvent, QPainter, QPaintEvent, QShowEvent, QStaticText
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


class Marquee(Placed, QWidget):
    """One line of text; the same text goes on where it was, another one begins anew."""

    def __init__(self, parent: QWidget, points: float, weight: int, color: QColor) -> None:
        super().__init__(parent)
        self._points, self._weight, self._color = points, weight, color
        self._text, self._drawn, self._font = "", QStaticText(), QFont()
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
        painter = QPainter(self)
        painter.setFont(self._font)
        painter.setPen(self._color)
        top = (self.height() - self._drawn.size().height()) / 2
        offset = self.offset()
        painter.drawStaticText(QPointF(-offset, top), self._drawn)
        if self.moving:
            painter.drawStaticText(QPointF(self._wide + _GAP * self.unit - offset, top), self._drawn)

    def _seconds(self) -> float:
        return self._clock.elapsed() / 1000

    def _prepare(self) -> None:
        self._font = self.letters(self._points, self._weight)
        self._wide = QFontMetricsF(self._font).horizontalAdvance(self._text)
        if self.width() < self._wide <= self.width() / _SQUEEZE:
            self._font = self.letters(self._points * _SQUEEZE, self._weight)
            self._wide = min(QFontMetricsF(self._font).horizontalAdvance(self._text), self.width())
        self._drawn = QStaticText(self._text)
        self._drawn.setTextFormat(Qt.TextFormat.PlainText)
        self._drawn.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        self._drawn.prepare(font=self._font)
        self._run()
        self.update()

    def _run(self) -> None:
        if self.moving and self.isVisible():
            if not self._frames.isActive():
                self._frames.start()
        else:
            self._frames.stop()
