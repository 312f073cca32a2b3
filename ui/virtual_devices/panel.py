"""A panel of one virtual device: icon, name, how the program sees it, and its keys."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from counter_app.ports import DeviceStatus
from ui import theme
from ui.components.chip import Chip
from ui.components.icon_label import IconLabel
from ui.components.label import Label
from ui.components.tone import Tone
from ui.desk.status_strip import device_words
from ui.theme import Weight

_RADIUS = 8


class Panel(QWidget):
    """A rounded ground with a head; parts are added below it."""

    def __init__(self, icon: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.chip = Chip()
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(IconLabel(icon, "primary", 22))
        head.addWidget(Label(title, "strong", Weight.SEMIBOLD))
        head.addStretch(1)
        head.addWidget(self.chip)
        self._column = QVBoxLayout(self)
        side = theme.px(16)
        self._column.setContentsMargins(side, theme.px(12), side, theme.px(14))
        self._column.setSpacing(theme.px(10))
        self._column.addLayout(head)

    def add(self, *parts: QWidget | QLayout, stretch: int = 0) -> None:
        """Add parts from top to bottom."""
        for part in parts:
            if isinstance(part, QWidget):
                self._column.addWidget(part, stretch)
            else:
                self._column.addLayout(part, stretch)

    def fill(self) -> None:
        """Leave what room there is below."""
        self._column.addStretch(1)

    def show_status(self, status: DeviceStatus) -> None:
        """Say how the program sees this device now."""
        words, tone = device_words(status)
        self.chip.set_state(words, tone, tone.icon)

    def show_state(self, words: str, tone: Tone) -> None:
        """Say a state that is no device's."""
        self.chip.set_state(words, tone, tone.icon)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.color("line"))
            painter.setBrush(theme.color("surface"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)


def row(*parts: QWidget, stretch: bool = True) -> QHBoxLayout:
    """Return parts side by side, from the left."""
    made = QHBoxLayout()
    made.setSpacing(theme.px(8))
    for part in parts:
        made.addWidget(part)
    if stretch:
        made.addStretch(1)
    return made
