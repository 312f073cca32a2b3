"""A scanned page in its row of the checklist, tiny."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton

from ui import icons, theme

THUMB = QSize(24, 32)
_FINER = 2
_ROUGH = 4


class PageThumb(QAbstractButton):
    """A scanned page, tiny; opens it at the right."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._small: QImage | None = None
        self._flagged = False
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # F12 reaches every page by key
        self.setFixedSize(theme.px(THUMB.width()), theme.px(THUMB.height()))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_image(self, image: QImage | None) -> None:
        """Show the page, or an empty sheet while it loads."""
        if image is not self._image:
            self._image = image
            self._small = None
            self.update()

    def set_flagged(self, flagged: bool) -> None:
        """Mark the page as one to look at: it seems blank."""
        if flagged != self._flagged:
            self._flagged = flagged
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            area = self.rect()
            painter.fillRect(area, Qt.GlobalColor.white)
            if self._image is not None and not self._image.isNull():
                if self._small is None:
                    keep = Qt.AspectRatioMode.KeepAspectRatio
                    # Smooth scaling of it all takes 3 ms.
                    near = self._image.scaled(area.size() * _FINER * _ROUGH, keep)
                    self._small = near.scaled(area.size() * _FINER, keep, Qt.TransformationMode.SmoothTransformation)
                size = self._small.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
                left, top = (area.width() - size.width()) // 2, (area.height() - size.height()) // 2
                painter.drawImage(QRect(left, top, size.width(), size.height()), self._small)
            painter.setPen(theme.color("primary" if self.underMouse() else "line_strong"))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
            if self._flagged:
                side = theme.px(12)
                sign = icons.pixmap("alert-triangle-filled", theme.color("warning"), side)
                painter.drawPixmap(area.right() - side, area.bottom() - side, sign)
