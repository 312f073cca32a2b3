"""One version of what happened: its sign, what was done, what was said, by whom, where and when."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.components.icon_label import IconLabel
from ui.components.label import Label
from ui.components.tone import Tone
from ui.desk.review.words import Told

_RADIUS = 8


class VersionCard(QWidget):
    """A card; its head says whether this version counts."""

    def __init__(self, tone: Tone, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self._head = Label("", "small", theme.Weight.SEMIBOLD, tone.ink)
        self._title = _line("strong", theme.Weight.SEMIBOLD)
        self._text, self._said = _line(), _line()
        self._who, self._when = _line("small", color="text_muted"), _line("small", color="text_muted")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        top = QHBoxLayout()
        top.setSpacing(theme.px(6))
        top.addWidget(IconLabel(icon, tone.ink, 16))
        top.addWidget(self._head, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(12))
        column.setSpacing(theme.px(4))
        column.addLayout(top)
        for part in (self._title, self._text, self._said, self._who, self._when):
            column.addWidget(part)

    @property
    def words(self) -> str:
        """All that it says."""
        return self.accessibleName()

    def present(self, head: str, told: Told | None) -> None:
        """Show a version under a head; None hides the card."""
        self.setVisible(told is not None)
        if told is None:
            return
        self._head.setText(head)
        said = f"“{told.said}”" if told.said else ""
        lines = (told.title, told.text, said, told.who, told.when)
        for part, text in zip((self._title, self._text, self._said, self._who, self._when), lines, strict=True):
            part.setText(text)
            part.setVisible(bool(text))
        self.setAccessibleName(". ".join(filter(None, (head, *lines))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and its edge."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color(self._tone.ink if theme.look().contrast else "line_strong"), 1))
            painter.setBrush(theme.color("surface"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(self._tone.ink))
            painter.drawRoundedRect(QRectF(0, theme.px(10), 3, self.height() - theme.px(20)), 1.5, 1.5)


def _line(role: str = "base", weight: int = theme.Weight.REGULAR, color: str = "text") -> Label:
    label = Label("", role, weight, color, wrap=True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return label
