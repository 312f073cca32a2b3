"""The pictures shown while nobody is called: whole, in their own proportions, fading from one to the next."""

from PySide6.QtCore import QAbstractAnimation, QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.board.calls import board_color
from ui.hall import Placed, rounded

FADE_MS = 800
_RADIUS = 20
_LARGEST = QSize(3840, 2160)


class Gallery(Placed, QWidget):
    """One picture, and the one before it while it fades."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image, self._before = QImage(), QImage()
        self._fitted: dict[int, QImage] = {}
        self._fade = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=FADE_MS)
        self._fade.valueChanged.connect(lambda _: self.update())
        self._fade.finished.connect(self._end)
        self.setAccessibleName(self.tr("Hình ảnh của cơ quan"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def image(self) -> QImage:
        """The picture shown; null while there is none."""
        return self._image

    def show_picture(self, image: QImage) -> None:
        """Fade to a picture; a null one clears."""
        self._before, self._image = self._image, image
        self._fitted.clear()
        self._fade.stop()
        if self._image.isNull() or not self.isVisible():
            self._end()
        else:
            self._fade.start()

    def place_of(self, image: QImage) -> QRectF:
        """Return where a picture is drawn: as large as it fits, in the middle."""
        size = image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(
            (self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(), size.height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures anew."""
        self._fitted.clear()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the pictures on it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box, radius = QRectF(self.rect()), _RADIUS * self.unit
            rounded(painter, box, radius, board_color("surface"))
            path = QPainterPath()
            path.addRoundedRect(box, radius, radius)
            painter.setClipPath(path)
            running = self._fade.state() is QAbstractAnimation.State.Running
            share = float(self._fade.currentValue() or 0.0) if running else 1.0
            for image, strength in ((self._before, 1.0 - share), (self._image, share)):
                if not image.isNull() and strength > 0:
                    painter.setOpacity(strength)
                    painter.drawImage(self.place_of(image).topLeft(), self._fit(image))

    def _fit(self, image: QImage) -> QImage:
        key = image.cacheKey()
        if key not in self._fitted:
            size = self.place_of(image).size().toSize()
            smooth = Qt.TransformationMode.SmoothTransformation
            self._fitted[key] = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        return self._fitted[key]

    def _end(self) -> None:
        self._before = QImage()
        self.update()


def decode_picture(content: bytes) -> QImage:
    """Return the picture, turned as its camera says and no larger than a large screen; null for what is none."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and (size.width() > _LARGEST.width() or size.height() > _LARGEST.height()):
        reader.setScaledSize(size.scaled(_LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
