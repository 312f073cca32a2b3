"""What a finger meets in the hall: buttons with a thick lower edge, and the time that is left."""

from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.hall import Placed, rounded

TOUCH_MM = 22
"""The smallest side of anything to touch."""
_MM_PER_INCH = 25.4
_EDGE = 7
_KEY_REASONS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
_TICK_MS = 250
_LONGEST_STEP = 1.0
"""A machine that slept must not count the night as waiting."""


@dataclass(frozen=True, slots=True)
class TouchLook:
    """The colours of one kind of button; ``edge`` is the thick lower edge that means "touch me"."""

    fill: QColor
    edge: QColor
    border: QColor | None = None
    thick: float = 2
    flat: bool = False


class Touch(Placed, QAbstractButton):
    """A large button; what is on it are its children, placed by the page."""

    def __init__(self, parent: QWidget, name: str, look: TouchLook, radius: float = 18) -> None:
        super().__init__(parent)
        self.look, self.radius = look, radius
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._by_key = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether the focus came by a key: only then is it drawn."""
        self._by_key = event.reason() in _KEY_REASONS
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shadow, the edge, the face and the focus."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box, radius = QRectF(self.rect()), self.radius * self.unit
            look, edge = self.look, 0 if self.look.flat else _EDGE * self.unit
            if not look.flat:
                rounded(painter, box, radius, look.edge)
            sunk = edge / 2 if self.isDown() else 0
            face = box.adjusted(0, sunk, 0, sunk - edge)
            rounded(painter, face, radius, self._fill(), look.border, look.thick * self.unit)
            if self.hasFocus() and self._by_key:
                inset = 6 * self.unit
                ring = look.border or look.edge
                line = ring if ring != look.fill else QColor("white")
                clear = QColor(Qt.GlobalColor.transparent)
                rounded(
                    painter, face.adjusted(inset, inset, -inset, -inset), radius - inset, clear, line, 3 * self.unit
                )

    def _fill(self) -> QColor:
        fill = self.look.fill
        if not self.isDown():
            return fill
        return fill.darker(112) if fill.lightness() > 60 else fill.lighter(150)


def smallest_touch(screen_dots_per_inch: float, unit: float, usual: float) -> float:
    """Return the height of a button in design units: ``usual``, or more where the screen is so fine that it needs it.

    Screens that tell nonsense about their size keep the usual: at most half as much again is given.
    """
    needed = TOUCH_MM / _MM_PER_INCH * screen_dots_per_inch / unit
    return min(max(usual, needed), usual * 1.5)


class Countdown(QObject):
    """Counts down after the last touch; ``ticked(seconds left)`` and ``expired()``."""

    ticked = Signal(float)
    expired = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.total = 0.0
        self.left = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._elapsed = QElapsedTimer()

    @property
    def running(self) -> bool:
        """Whether time is running."""
        return self._timer.isActive()

    def start(self, seconds: float) -> None:
        """Count down from ``seconds``."""
        self.total = self.left = seconds
        self._elapsed.start()
        self._timer.start()
        self.ticked.emit(self.left)

    def restart(self) -> None:
        """Begin again, if it is running: somebody touched the screen."""
        if self.running:
            self.start(self.total)

    def stop(self) -> None:
        """Stop without a word."""
        self._timer.stop()

    def pass_time(self, seconds: float) -> None:
        """Let ``seconds`` go by."""
        if not self.running:
            return
        self.left = max(0.0, self.left - seconds)
        self.ticked.emit(self.left)
        if self.left <= 0:
            self.stop()
            self.expired.emit()

    def _tick(self) -> None:
        seconds = self._elapsed.restart() / 1000
        self.pass_time(min(seconds, _LONGEST_STEP))


class TimeBar(Placed, QWidget):
    """The strip along the bottom that shrinks."""

    def __init__(self, parent: QWidget, full: QColor, empty: QColor) -> None:
        super().__init__(parent)
        self._full, self._empty = full, empty
        self._share = 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_share(self, share: float) -> None:
        """Show what is left, 0 to 1."""
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is left over what was."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._empty)
            painter.fillRect(QRectF(0, 0, self.width() * self._share, self.height()), self._full)
