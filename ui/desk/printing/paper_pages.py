"""Pages of paper one below another, drawn only where they are seen; zoom in steps or fitted to the width."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui import theme

_PIXELS_PER_POINT = 96 / 72
_STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_RESOLUTIONS = (72, 96, 110, 144, 192, 288)
_WIDEST_FIT = 1.15
"""Fitted to the width, a page grows no further: at 1920 pixels a line of a form would be too long to read."""
_MARGIN = 16
_SOON_MS = 30


class _Sheet(QWidget):
    """One page: white until its picture comes."""

    def __init__(self, points: QSizeF) -> None:
        super().__init__()
        self.points = points
        self.image: QImage | None = None
        self.dots = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page and its edge."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
            if self.image is not None:
                painter.drawImage(self.rect(), self.image)
            painter.setPen(theme.color("line_strong"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class PaperPages(QScrollArea):
    """The pages; ``wanted(int, int)`` asks for the picture of a page at so many dots an inch, ``zoomed(float)`` tells.

    A book of hundreds of pages keeps only the pictures near what is seen.
    """

    wanted = Signal(int, int)
    zoomed = Signal(float)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheets: list[_Sheet] = []
        self._asked: dict[int, int] = {}
        self._zoom = 0.0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._soon.start())

    @property
    def factor(self) -> float:
        """How large pages are: 1 is the size of the paper."""
        return self._zoom or self._fitting()

    @property
    def drawn(self) -> tuple[int, ...]:
        """The pages whose pictures are here."""
        return tuple(number for number, sheet in enumerate(self._sheets) if sheet.image is not None)

    def present(self, sizes: tuple[QSizeF, ...]) -> None:
        """Lay out pages of these sizes (points) from the top; their pictures are asked for."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(*(theme.px(_MARGIN),) * 4)
        column.setSpacing(theme.px(_MARGIN))
        self._sheets = [_Sheet(size) for size in sizes]
        self._asked = {}
        for number, sheet in enumerate(self._sheets, 1):
            sheet.setAccessibleName(self.tr("Trang {number} trên {count}").format(number=number, count=len(sizes)))
            column.addWidget(sheet, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.setWidget(inner)
        self._resize_sheets()

    def put(self, number: int, dots: int, image: QImage) -> None:
        """Show the picture of a page that was asked for."""
        if number < len(self._sheets) and self._asked.get(number) == dots:
            sheet = self._sheets[number]
            sheet.image, sheet.dots = image, dots
            sheet.update()

    def zoom(self, steps: int) -> None:
        """Make pages larger (1) or smaller (-1)."""
        now = self.factor
        if steps > 0:
            self._zoom = next((step for step in _STEPS if step > now + 0.01), _STEPS[-1])
        else:
            self._zoom = next((step for step in reversed(_STEPS) if step < now - 0.01), _STEPS[0])
        self._resize_sheets()

    def fit(self) -> None:
        """Make pages as wide as there is room."""
        self._zoom = 0.0
        self._resize_sheets()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._resize_sheets()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._resize_sheets()

    def _fitting(self) -> float:
        widest = max((sheet.points.width() for sheet in self._sheets), default=595.0)
        # The room that a scroll bar takes is always kept, so that its coming and going changes nothing.
        room = self.width() - 2 * theme.px(_MARGIN) - self.verticalScrollBar().sizeHint().width()
        return max(0.2, min(room / (widest * _PIXELS_PER_POINT), _WIDEST_FIT * theme.look().scale))

    def _resize_sheets(self) -> None:
        if not self._sheets:
            return
        factor = self.factor
        bar = self.verticalScrollBar()
        place = bar.value() / max(1, bar.maximum())
        for sheet in self._sheets:
            size = (sheet.points * _PIXELS_PER_POINT * factor).toSize()
            if sheet.size() != size:
                sheet.setFixedSize(size)
        inner = self.widget()
        if inner is not None and (column := inner.layout()) is not None:
            column.activate()
        bar.setValue(round(place * bar.maximum()))
        self.zoomed.emit(factor)
        self._soon.start()

    def _ask(self) -> None:
        inner = self.widget()
        if inner is None or not self.isVisible():
            return
        dots = self._dots()
        height = self.viewport().height()
        top = -inner.mapTo(self.viewport(), QPoint(0, 0)).y() if inner.parentWidget() else 0
        near = QRect(0, top - height, 1 << 24, 3 * height)
        far = QRect(0, top - 4 * height, 1 << 24, 9 * height)
        for number, sheet in enumerate(self._sheets):
            area = sheet.geometry()
            if near.intersects(area):
                if self._asked.get(number) != dots:
                    self._asked[number] = dots
                    self.wanted.emit(number, dots)
            elif sheet.image is not None and not far.intersects(area):
                sheet.image, sheet.dots = None, 0
                self._asked.pop(number, None)

    def _dots(self) -> int:
        needed = 96 * self.factor * self.devicePixelRatioF()
        return next((dots for dots in _RESOLUTIONS if dots >= needed), _RESOLUTIONS[-1])

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what is seen."""
        super().showEvent(event)
        self._soon.start()
