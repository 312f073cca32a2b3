"""A few choices side by side, one of them taken."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui import theme

_HEIGHT = 32
_PADDING = 11
_RADIUS = 6
_FADED = 0.45


class _Segment(QAbstractButton):
    """One choice; rounded at the ends of the row."""

    def __init__(self, text: str, *, first: bool, last: bool) -> None:
        super().__init__()
        self._first, self._last = first, last
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a screen reader then says "radio button"
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font("base", theme.Weight.MEDIUM))
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * theme.px(_PADDING), theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if not self.isEnabled():
                painter.setOpacity(_FADED)
            on = self.isChecked()
            width = theme.tokens()["focus_ring"] if self.hasFocus() else 1
            edge = theme.color("primary" if on or self.hasFocus() else "line_strong")
            painter.setPen(QPen(edge, width))
            painter.setBrush(theme.color("primary_soft" if on else "surface"))
            painter.drawPath(self._shape(width / 2))
            painter.setFont(theme.font("base", theme.Weight.MEDIUM))
            painter.setPen(theme.color("primary" if on else "text"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _shape(self, inset: float) -> QPainterPath:
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(area, _RADIUS, _RADIUS)
        if not self._first:
            path.addRect(QRectF(area.left(), area.top(), _RADIUS, area.height()))
        if not self._last:
            path.addRect(QRectF(area.right() - _RADIUS, area.top(), _RADIUS, area.height()))
        return path.simplified()


class Segments(QWidget):
    """The row of choices; ``chosen(int)`` tells the index that a person took."""

    chosen = Signal(int)

    def __init__(self, name: str, texts: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for index, text in enumerate(texts):
            segment = _Segment(text, first=index == 0, last=index == len(texts) - 1)
            segment.setAccessibleName(f"{name}: {text}")
            self._group.addButton(segment, index)
            row.addWidget(segment)
        row.addStretch(1)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self.chosen)

    @property
    def current(self) -> int:
        """The index of the choice taken."""
        return self._group.checkedId()

    def set_current(self, index: int) -> None:
        """Take a choice without telling."""
        self._group.button(index).setChecked(True)

    def button(self, index: int) -> QAbstractButton:
        """Return one choice."""
        return self._group.button(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter move on."""
        event.ignore()
