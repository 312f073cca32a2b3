"""Pages of paper on screen, fitted to the width they are given."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui import theme


class PaperView(QWidget):
    """One page, as large as fits."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage | None) -> None:
        """Show a page, or none."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the shape of A4."""
        return QSize(theme.px(200), theme.px(278))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page on its ground."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.color("line" if theme.look().contrast else "surface_alt"))
            painter.setBrush(theme.color("surface_alt"))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 8, 8)
            if self._image is not None and not self._image.isNull():
                inner = self.rect().adjusted(theme.px(8), theme.px(8), -theme.px(8), -theme.px(8))
                size = self._image.size().scaled(inner.size(), Qt.AspectRatioMode.KeepAspectRatio)
                left = inner.left() + (inner.width() - size.width()) // 2
                top = inner.top() + (inner.height() - size.height()) // 2
                area = QRect(left, top, size.width(), size.height())
                painter.drawImage(area, self._image)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(theme.color("line_strong"))
                painter.drawRect(area)


class _Sheet(QWidget):
    """A page as wide as its column."""

    def __init__(self, image: QImage) -> None:
        super().__init__()
        self._image = image
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(theme.px(760))

    def heightForWidth(self, width: int) -> int:
        return round(width * self._image.height() / max(1, self._image.width()))

    def sizeHint(self) -> QSize:
        width = theme.px(640)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self._image)
            painter.setPen(theme.color("line_strong"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class PaperScroll(QScrollArea):
    """Pages one below another."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def present(self, pages: tuple[QImage, ...]) -> None:
        """Show the pages from the top."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(16))
        for image in pages:
            column.addWidget(_Sheet(image), alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.setWidget(inner)
