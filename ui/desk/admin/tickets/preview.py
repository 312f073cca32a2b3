"""The ticket as it comes out of the printer, dot for dot, about as large as on paper."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, qRgb
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from counter_app.ports import Raster
from counter_app.services.printing import Paper
from ui import theme
from ui.components.label import Label
from ui.components.segments import Segments
from ui.components.surface import Surface

_SIZE = 0.48  # pixels a dot at 100 %: 203 dots an inch on a screen of about 96
_EDGE = 12
_PAPERS = (Paper.MM_80, Paper.MM_58)


@dataclass(frozen=True, slots=True)
class DrawnTicket:
    """A raster as a picture: dot for dot, and reduced for the screen."""

    image: QImage
    reduced: QImage


def to_drawn(raster: Raster, scale: float, ratio: float) -> DrawnTicket:
    """Turn a raster into pictures, off the main thread; ``ratio`` is the screen's pixels a logical one."""
    bytes_a_row = -(-raster.width // 8)
    bits = QImage(raster.rows, raster.width, raster.height, bytes_a_row, QImage.Format.Format_Mono)
    bits.setColorTable([qRgb(255, 255, 255), qRgb(0, 0, 0)])
    image = bits.copy()  # the bytes belong to the raster
    width = max(1, round(raster.width * scale * ratio))
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    reduced = grey.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    reduced.setDevicePixelRatio(ratio)
    return DrawnTicket(image, reduced)


class TicketPicture(QWidget):
    """The paper on its ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawn: DrawnTicket | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Phiếu in ra sẽ như thế này"))

    @property
    def image(self) -> QImage | None:
        """The ticket dot for dot."""
        return self._drawn.image if self._drawn else None

    def present(self, drawn: DrawnTicket) -> None:
        """Show a ticket."""
        self._drawn = drawn
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the whole paper and its edge."""
        edge = 2 * theme.px(_EDGE)
        if self._drawn is None:
            return QSize(edge, edge)
        size = self._drawn.reduced.deviceIndependentSize()
        return QSize(round(size.width()) + edge, round(size.height()) + edge)

    def minimumSizeHint(self) -> QSize:
        """Never be cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper in the middle."""
        if self._drawn is None:
            return
        with QPainter(self) as painter:
            size = self._drawn.reduced.deviceIndependentSize()
            left = round((self.width() - size.width()) / 2)
            painter.drawImage(left, theme.px(_EDGE), self._drawn.reduced)
            painter.setPen(theme.color("line_strong"))
            painter.drawRect(QRectF(left - 0.5, theme.px(_EDGE) - 0.5, size.width(), size.height() + 1))


class TicketPreview(Surface):
    """The picture with a switch between the widths of paper above it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface_alt", parent)
        self.papers = Segments(self.tr("Khổ giấy"), (self.tr("Giấy 80 mm"), self.tr("Giấy 58 mm")))
        self.picture = TicketPicture()
        hint = Label(self.tr("Đúng từng điểm in; số và giờ là ví dụ."), "small", color="text_muted", wrap=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12))
        column.setSpacing(theme.px(6))
        column.addWidget(self.papers, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.picture)
        column.addWidget(hint)
        column.addStretch(1)

    @property
    def paper(self) -> Paper:
        """The paper that is shown."""
        return _PAPERS[self.papers.current]

    def set_paper(self, paper: Paper) -> None:
        """Show this paper from now on."""
        self.papers.set_current(_PAPERS.index(paper))

    def scale(self) -> float:
        """The logical pixels a dot at the present size of text."""
        return _SIZE * theme.look().scale
