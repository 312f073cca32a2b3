"""One page large: looked at closer, straightened or cropped with the outcome in sight before it is taken."""

from enum import Enum

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from counter_app.services.drafts import WHOLE
from ui import theme

ZOOMS = (1.0, 1.5, 2.0, 3.0, 4.0)
_STEP = 0.01
_DEGREES = 0.1
_LEAST = 0.05
_LINES = 12
_GRAB = 14

Crop = tuple[float, float, float, float]


class Purpose(Enum):
    """What the page is shown for."""

    LOOK = "look"
    STRAIGHTEN = "straighten"
    CROP = "crop"


class _Canvas(QWidget):
    """The page itself; ``changed()`` when a person turned it or drew another crop."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.image: QImage | None = None
        self.purpose = Purpose.LOOK
        self.angle = 0.0
        self.crop: Crop = WHOLE
        self._fitted: tuple[int, QSize, QImage] | None = None
        self._corner: QPointF | None = None

    def sheet(self) -> QRect:
        """Return where the page is drawn."""
        if self.image is None or self.image.isNull():
            return QRect()
        inner = self.rect().adjusted(theme.px(8), theme.px(8), -theme.px(8), -theme.px(8))
        size = self.image.size().scaled(inner.size(), Qt.AspectRatioMode.KeepAspectRatio)
        corner = QPoint((self.width() - size.width()) // 2, (self.height() - size.height()) // 2)
        return QRect(corner, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page, and over it level lines or the part that stays."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.color("surface_alt"))
            sheet = self.sheet()
            if self.image is None or sheet.isEmpty():
                painter.end()
                return
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.save()
            painter.setClipRect(sheet)
            painter.fillRect(sheet, Qt.GlobalColor.white)
            if self.angle:
                middle = QPointF(sheet.center())
                painter.translate(middle)
                painter.rotate(self.angle)
                painter.translate(-middle)
            painter.drawImage(sheet, self._at(sheet.size()))
            painter.restore()
            painter.setPen(theme.color("line_strong"))
            painter.drawRect(sheet)
            if self.purpose is Purpose.STRAIGHTEN:
                self._draw_lines(painter, sheet)
            elif self.purpose is Purpose.CROP:
                self._draw_crop(painter, sheet)

    def _at(self, size: QSize) -> QImage:
        """Return the page at the size it is drawn in, made once."""
        image = self.image
        if image is None:
            return QImage()
        if self._fitted is None or self._fitted[:2] != (image.cacheKey(), size):
            small = image
            if size.width() < image.width():
                small = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, _SMOOTH)
            self._fitted = (image.cacheKey(), size, small)
        return self._fitted[2]

    def _draw_lines(self, painter: QPainter, sheet: QRect) -> None:
        line = QColor(theme.color("primary"))
        line.setAlpha(120)
        painter.setPen(line)
        for step in range(1, _LINES):
            y = sheet.top() + sheet.height() * step // _LINES
            painter.drawLine(sheet.left(), y, sheet.right(), y)

    def _draw_crop(self, painter: QPainter, sheet: QRect) -> None:
        kept = self._kept(sheet)
        shade = QColor(11, 31, 51, 110)
        outside = (
            QRectF(sheet.left(), sheet.top(), sheet.width(), kept.top() - sheet.top()),
            QRectF(sheet.left(), kept.bottom(), sheet.width(), sheet.bottom() + 1 - kept.bottom()),
            QRectF(sheet.left(), kept.top(), kept.left() - sheet.left(), kept.height()),
            QRectF(kept.right(), kept.top(), sheet.right() + 1 - kept.right(), kept.height()),
        )
        for part in outside:
            painter.fillRect(part, shade)
        painter.setPen(QPen(theme.color("primary"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(kept)

    def _kept(self, sheet: QRect) -> QRectF:
        left, top, right, bottom = self.crop
        return QRectF(
            sheet.left() + left * sheet.width(),
            sheet.top() + top * sheet.height(),
            (right - left) * sheet.width(),
            (bottom - top) * sheet.height(),
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin another crop: from the corner across where one is grabbed, else from here."""
        sheet = self.sheet()
        if self.purpose is not Purpose.CROP or sheet.isEmpty():
            event.ignore()
            return
        kept, at = self._kept(sheet), event.position()
        across = {
            kept.topLeft().toTuple(): kept.bottomRight(),
            kept.bottomRight().toTuple(): kept.topLeft(),
            kept.topRight().toTuple(): kept.bottomLeft(),
            kept.bottomLeft().toTuple(): kept.topRight(),
        }
        grabbed = (other for corner, other in across.items() if (QPointF(*corner) - at).manhattanLength() < _GRAB)
        self._corner = next(grabbed, at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the crop."""
        sheet = self.sheet()
        if self._corner is None or sheet.isEmpty():
            return
        ends = [
            ((at.x() - sheet.left()) / sheet.width(), (at.y() - sheet.top()) / sheet.height())
            for at in (self._corner, event.position())
        ]
        xs, ys = (sorted(min(1.0, max(0.0, end[axis])) for end in ends) for axis in (0, 1))
        if xs[1] - xs[0] > _LEAST and ys[1] - ys[0] > _LEAST:
            self.crop = (xs[0], ys[0], xs[1], ys[1])
            self.changed.emit()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the crop."""
        self._corner = None


class PageLarge(QScrollArea):
    """The page; ``stepped(int)`` asks for the page before or after, ``zoomed()`` for a finer picture.

    ``taken()`` is Enter: the straightening or the crop in sight is right.
    """

    stepped = Signal(int)
    zoomed = Signal()
    taken = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = _Canvas()
        self._zoom = 0
        self.setWidget(self._canvas)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(self.tr("Trang phóng to"))
        self.setMinimumHeight(theme.px(180))
        self._canvas.changed.connect(self.changed)

    @property
    def purpose(self) -> Purpose:
        """What the page is shown for."""
        return self._canvas.purpose

    @property
    def angle(self) -> float:
        """Degrees clockwise by which the page is turned."""
        return self._canvas.angle

    @property
    def crop(self) -> Crop:
        """The part that stays."""
        return self._canvas.crop

    @property
    def zoom(self) -> float:
        """How large, 1 fits the window."""
        return ZOOMS[self._zoom]

    def look(self, image: QImage | None) -> None:
        """Show a page as it is."""
        self._show(image, Purpose.LOOK, 0.0, WHOLE)

    def straighten(self, image: QImage, angle: float) -> None:
        """Show a page with a proposal how to turn it; ``image`` is not turned yet."""
        self._show(image, Purpose.STRAIGHTEN, angle, WHOLE)

    def crop_to(self, image: QImage, crop: Crop) -> None:
        """Show a page with a proposal what stays of it."""
        self._show(image, Purpose.CROP, 0.0, crop)

    def set_zoom(self, by: int) -> None:
        """Show it larger or smaller by a step."""
        self._zoom = max(0, min(len(ZOOMS) - 1, self._zoom + by))
        self._size()
        self.zoomed.emit()

    def refine(self, image: QImage) -> None:
        """Show the same page in a finer picture."""
        self._canvas.image = image
        self._canvas.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the window."""
        super().resizeEvent(event)
        self._size()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows turn the pages, turn the page, or draw its edges in (with Shift out); + and - zoom; Enter takes."""
        key, canvas = Qt.Key(event.key()), self._canvas
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.set_zoom(-1 if key == Qt.Key.Key_Minus else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self.taken.emit()
        elif canvas.purpose is Purpose.STRAIGHTEN and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            canvas.angle = round(canvas.angle + (_DEGREES if key == Qt.Key.Key_Right else -_DEGREES), 1)
            self._tell()
        elif canvas.purpose is Purpose.CROP and key in _SIDES:
            self._draw_in(key, outwards=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif canvas.purpose is Purpose.LOOK and self._zoom == 0 and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Delete):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _draw_in(self, key: Qt.Key, *, outwards: bool) -> None:
        """Move the edge that the arrow points away from, towards the middle or back."""
        place, sign = _SIDES[key]
        edges = list(self._canvas.crop)
        edges[place] = min(1.0, max(0.0, edges[place] + sign * _STEP * (-1 if outwards else 1)))
        if edges[2] - edges[0] > _LEAST and edges[3] - edges[1] > _LEAST:
            self._canvas.crop = (edges[0], edges[1], edges[2], edges[3])
            self._tell()

    def _tell(self) -> None:
        self._canvas.update()
        self.changed.emit()

    def _show(self, image: QImage | None, purpose: Purpose, angle: float, crop: Crop) -> None:
        canvas = self._canvas
        canvas.image, canvas.purpose, canvas.angle, canvas.crop = image, purpose, angle, crop
        if purpose is not Purpose.LOOK:
            self._zoom = 0
        self._size()
        self._tell()

    def _size(self) -> None:
        """Make the canvas as large as the zoom asks."""
        room = self.viewport().size()
        image = self._canvas.image
        if self._zoom == 0 or image is None or image.isNull():
            self._canvas.resize(room)
            return
        fitted = image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        wanted = QSize(round(fitted.width() * self.zoom), round(fitted.height() * self.zoom))
        self._canvas.resize(wanted.expandedTo(room))


_SMOOTH = Qt.TransformationMode.SmoothTransformation
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_SIDES = {
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Down: (1, 1),
    Qt.Key.Key_Left: (2, -1),
    Qt.Key.Key_Up: (3, -1),
}
"""Which edge an arrow moves, and which way is inwards: the right arrow pushes the left edge."""
