"""Screens of the hall (kiosk, board, rating): pages laid out in the mock-ups' units and scaled to any window.

A page is a :class:`Stage`; its pieces are real widgets, each put at a place in design units. Words never clip:
a text that is too long for its place becomes smaller. Type is in points at the design's own resolution (``dots``).
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QWidget

from ui import icons, theme
from ui.components.spoken_role import Role, speak_as
from ui.theme import Weight

_POINTS_PER_INCH = 72
_SHRINK = 0.95
_SMALLEST = 0.45

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


class Placed:
    """A widget with a place in design units; ``unit`` is pixels a design unit, ``dots`` the design's dots an inch."""

    unit = 1.0
    dots = 96.0
    placed = False

    def fit(self, unit: float, dots: float, place: QRectF) -> None:
        """Take ``place`` (design units, in the parent) at this scale."""
        assert isinstance(self, QWidget)  # noqa: S101 - a mixin of widgets
        self.unit, self.dots, self.placed = unit, dots, True
        left, top = round(place.left() * unit), round(place.top() * unit)
        right, bottom = round(place.right() * unit), round(place.bottom() * unit)
        self.setGeometry(left, top, right - left, bottom - top)
        self.arrange(place.width(), place.height())

    def put(self, piece: "Placed", left: float, top: float, width: float, height: float) -> None:
        """Place a child, in design units."""
        piece.fit(self.unit, self.dots, QRectF(left, top, width, height))

    def arrange(self, width: float, height: float) -> None:
        """Place the children; the size is in design units."""

    def points_wide(self, text: str, points: float, weight: int) -> float:
        """Return the width of ``text`` in design units."""
        return QFontMetricsF(self.letters(points, weight)).horizontalAdvance(text) / self.unit

    def letters(self, points: float, weight: int) -> QFont:
        """Return the font of ``points`` at the design's resolution, at this scale."""
        pixels = max(points * self.dots / _POINTS_PER_INCH * self.unit, 1.0)
        return theme.sized(pixels * _POINTS_PER_INCH / theme.dots_per_inch(), weight)


class Stage(Placed, QWidget):
    """A whole page: measures the window and places its pieces again whenever the window changes."""

    landscape = QSize(1920, 1080)
    portrait: QSize | None = None

    def __init__(self, ground: QColor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, ground)
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        speak_as(self, Role.Window)

    def lay_out(self) -> None:
        """Place every piece for the window's size; called by the page itself after its pieces changed."""
        upright = self.portrait is not None and self.height() > self.width()
        design = self.portrait if upright and self.portrait else self.landscape
        self.unit = max(min(self.width() / design.width(), self.height() / design.height()), 0.1)
        self.arrange(self.width() / self.unit, self.height() / self.unit)

    def fill_screen(self) -> None:
        """Show without a frame over the whole screen, as in the hall."""
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.showFullScreen()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            for changed in (app.screenAdded, app.screenRemoved, app.primaryScreenChanged):
                changed.connect(self.paint_anew)

    @Slot()
    def paint_anew(self) -> None:
        """Paint everything, over the whole screen if it was: the display slept, or was unplugged for a while."""
        if self.isFullScreen():
            self.showFullScreen()
        self.lay_out()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the pieces again."""
        super().resizeEvent(event)
        self.lay_out()


class Words(Placed, QLabel):
    """A text that fits its place: as large as asked, smaller rather than cut."""

    def __init__(
        self,
        parent: QWidget,
        text: str = "",
        points: float = 20,
        weight: int = Weight.REGULAR,
        color: QColor | str = "text",
        align: Qt.AlignmentFlag = LEFT,
        wrap: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAlignment(align)
        self.setWordWrap(wrap)
        self.setIndent(0)
        self.points, self.weight = points, weight
        self.paint_in(theme.color(color) if isinstance(color, str) else color)
        self.setText(text)

    def paint_in(self, color: QColor) -> None:
        """Change the colour."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, color)
        self.setPalette(palette)
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # not the role of the button that it stands on

    def say(self, text: str) -> None:
        """Change the text, keeping it within its place."""
        if text != self.text():
            self.setText(text)
            if self.placed:
                self.arrange(0, 0)

    def arrange(self, width: float, height: float) -> None:
        """Choose the largest font that fits."""
        points = self.points
        flags = int(self.alignment().value) | (int(Qt.TextFlag.TextWordWrap.value) if self.wordWrap() else 0)
        while True:
            font = self.letters(points, self.weight)
            metrics = QFontMetricsF(font)
            needed = metrics.boundingRect(QRectF(0, 0, self.width(), 10_000), flags, self.text())
            longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0.0)
            fits = max(needed.width(), longest) <= self.width() + 1 and needed.height() <= self.height() + 1
            if fits or points < self.points * _SMALLEST:
                break
            points *= _SHRINK
        self.setFont(font)


class Card(Placed, QWidget):
    """A rounded ground that nobody touches; radius and border in design units."""

    def __init__(
        self, parent: QWidget, fill: QColor, border: QColor | None = None, thick: float = 2, radius: float = 18
    ) -> None:
        super().__init__(parent)
        self.fill, self.border, self.thick, self.radius = fill, border, thick, radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and its border."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rounded(
                painter, QRectF(self.rect()), self.radius * self.unit, self.fill, self.border, self.thick * self.unit
            )


class Symbol(Placed, QWidget):
    """An icon as large as its place; decoration, so it has no name of its own."""

    def __init__(self, parent: QWidget, name: str, color: QColor) -> None:
        super().__init__(parent)
        self.name, self.color = name, color
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        side = min(self.width(), self.height())
        with QPainter(self) as painter:
            origin = QPointF((self.width() - side) / 2, (self.height() - side) / 2)
            painter.drawPixmap(origin, icons.pixmap(self.name, self.color, side, self.devicePixelRatioF()))


class Drawing(Placed, QWidget):
    """A small picture drawn by a function of (painter, width, height), e.g. the paper coming out of its slot."""

    def __init__(self, parent: QWidget, draw: Callable[[QPainter, float, float], None], name: str = "") -> None:
        super().__init__(parent)
        self._draw = draw
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(painter, float(self.width()), float(self.height()))


def rounded(
    painter: QPainter, box: QRectF, radius: float, fill: QColor, border: QColor | None = None, thick: float = 0
) -> None:
    """Draw a rounded box; the border lies inside ``box``."""
    painter.setBrush(QBrush(fill))
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, radius, radius)
        return
    painter.setPen(QPen(border, thick))
    inset = thick / 2
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)
