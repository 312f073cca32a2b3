"""What is on screen while the station opens; where it cannot, what happened and what to do. Imports nothing heavy.

Not even the ``Qt`` namespace: to import its name alone builds all its enumerations, a fifth of the time to the picture.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.theme import Weight

_SIZE = QSize(560, 320)
_BAND = 120
_MARGIN = 40


class OpeningWindow(QWidget):
    """``painted`` comes once, after the first picture is on screen; ``retried`` and ``left`` are the two ways on."""

    painted = Signal()
    retried = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._trouble: QWidget | None = None
        self._seen = False
        self.setWindowTitle(self.tr("Quầy Một Cửa"))
        self.setAccessibleName(self.tr("Đang mở Quầy Một Cửa"))
        self.setFixedSize(_SIZE * theme.look().scale)
        column = QVBoxLayout(self)
        side = theme.px(_MARGIN)
        column.setContentsMargins(side, theme.px(_BAND + 20), side, theme.px(28))

    @property
    def in_trouble(self) -> bool:
        """Whether it tells of an error now."""
        return self._trouble is not None

    def show_trouble(self, title: str, next_step: str) -> None:
        """Say what happened and what to do, with a way to try again and a way out."""
        from ui.components.key_button import KeyButton, Kind
        from ui.components.label import Label

        self.show_progress()
        told = QWidget()
        again = KeyButton(self.tr("Thử lại"), icon="refresh", kind=Kind.PRIMARY, height=40)
        leave = KeyButton(self.tr("Thoát"), height=40)
        again.clicked.connect(self.retried)
        leave.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(again)
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Label(title, "strong", Weight.SEMIBOLD, "danger", wrap=True))
        column.addWidget(Label(next_step, wrap=True))
        column.addStretch(1)
        column.addLayout(buttons)
        self._trouble = told
        self._column.addWidget(told)
        self.setAccessibleName(f"{title} {next_step}")
        self._fit()
        again.setFocus()
        self.update()

    def show_progress(self) -> None:
        """Say that it is opening."""
        if self._trouble is not None:
            self._column.removeWidget(self._trouble)
            self._trouble.hide()
            self._trouble.deleteLater()
            self._trouble = None
        self.setAccessibleName(self.tr("Đang mở Quầy Một Cửa"))
        self._fit()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the band, the name, and one line under it."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.color("surface"))
            band = QRectF(0, 0, self.width(), theme.px(_BAND))
            painter.fillRect(band, theme.color("ticket_bg"))
            painter.fillRect(QRectF(0, band.bottom(), self.width(), theme.px(4)), theme.color("call"))
            left = theme.px(_MARGIN)
            light, pale = theme.color("ticket_text"), theme.color("ticket_muted")
            self._write(painter, QPointF(left, theme.px(22)), self.tr("Quầy Một Cửa"), 24, light, Weight.SEMIBOLD)
            place = self.tr("Bộ phận tiếp nhận và trả kết quả")
            self._write(painter, QPointF(left, theme.px(78)), place, "strong", pale)
            if self._trouble is None:
                wait, step = self.tr("Đang mở, xin chờ giây lát…"), self.tr("Kiểm tra dữ liệu và kết nối thiết bị.")
                self._write(painter, QPointF(left, theme.px(160)), wait, "strong", theme.color("text"))
                self._write(painter, QPointF(left, theme.px(190)), step, "base", theme.color("text_muted"))
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    @property
    def _column(self) -> QVBoxLayout:
        column = self.layout()
        assert isinstance(column, QVBoxLayout)  # noqa: S101 - made in __init__
        return column

    def _fit(self) -> None:
        """Grow downwards when the words need more room than there is."""
        self._column.activate()
        wanted = _SIZE * theme.look().scale
        needed = self._column.totalHeightForWidth(wanted.width()) if self._trouble is not None else 0
        self.setFixedSize(wanted.expandedTo(QSize(0, needed)))

    @staticmethod
    def _write(
        painter: QPainter, top_left: QPointF, text: str, role: str | float, color: QColor, weight: int = Weight.REGULAR
    ) -> None:
        font = theme.font(role, weight)
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(top_left + QPointF(0, QFontMetricsF(font).ascent()), text)
