"""The paper that came out of the virtual printer: the newest ticket on top, the older ones below it."""

from PIL import Image
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.components.vertical_scroll import VerticalScroll

MOST = 8
_WIDTH = 288
_GAP = 18
_SLOT = 10
_TOOTH = 6


class Paper(QWidget):
    """The tickets as pictures, half the size of the dots."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tickets: list[QImage] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._say()

    @property
    def count(self) -> int:
        """How many tickets hang here."""
        return len(self._tickets)

    def add(self, picture: QImage) -> None:
        """Hang one more on top; the oldest falls off."""
        self._tickets.insert(0, picture)
        del self._tickets[MOST:]
        self._say()
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        """As long as the paper."""
        tall = sum(self._height_of(one) + theme.px(_GAP) for one in self._tickets)
        return QSize(theme.px(_WIDTH + 24), theme.px(_SLOT) + tall + theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tickets."""
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            width = theme.px(_WIDTH)
            left, top = (self.width() - width) / 2, float(theme.px(_SLOT))
            for one in self._tickets:
                area = QRectF(left, top, width, self._height_of(one))
                self._draw_sheet(painter, area)
                painter.drawImage(area, one)
                top = area.bottom() + theme.px(_GAP)

    def _draw_sheet(self, painter: QPainter, area: QRectF) -> None:
        """Draw white paper with a torn lower edge, and its shadow."""
        tooth = theme.px(_TOOTH)
        edge = [QPointF(area.left() - 6, area.top() - 4), QPointF(area.right() + 6, area.top() - 4)]
        count = int((area.width() + 12) // tooth)
        for number in range(count + 1):
            below = area.bottom() + (tooth if number % 2 else tooth / 3)
            edge.append(QPointF(area.right() + 6 - number * tooth, below))
        edge.append(QPointF(area.left() - 6, area.bottom() + tooth / 3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 40))
        painter.drawPolygon(QPolygonF(edge).translated(0, 2))
        painter.setBrush(QColor("white"))
        painter.drawPolygon(QPolygonF(edge))

    @staticmethod
    def _height_of(picture: QImage) -> int:
        return round(picture.height() * theme.px(_WIDTH) / max(1, picture.width()))

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Phiếu đã in: %n", "", len(self._tickets)))


class PaperTray(VerticalScroll):
    """Scrolls the paper under the printer's slot; goes back to the newest when one comes out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.paper = Paper()
        super().__init__(self.paper, parent)
        self.setMinimumWidth(theme.px(_WIDTH + 44))

    def add(self, picture: Image.Image) -> None:
        """Take what the printer has cut."""
        self.paper.add(to_qimage(picture))
        self.verticalScrollBar().setValue(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tray's ground and the slot."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), theme.color("surface_alt"))
            if not self.paper.count:
                painter.setPen(theme.color("text_muted"))
                painter.setFont(theme.font("small"))
                area = self.viewport().rect().adjusted(theme.px(24), theme.px(40), -theme.px(24), 0)
                flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
                painter.drawText(area, flags, self.tr("Chưa có phiếu nào. Lấy số ở màn hình lấy số."))
            painter.fillRect(0, 0, self.viewport().width(), theme.px(5), theme.color("text"))


def to_qimage(picture: Image.Image) -> QImage:
    """Return a picture as Qt draws it."""
    grey = picture.convert("L")
    content = grey.tobytes()
    return QImage(content, grey.width, grey.height, grey.width, QImage.Format.Format_Grayscale8).copy()
