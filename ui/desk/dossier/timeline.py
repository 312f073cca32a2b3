"""The time line, drawn: a sign for each line, the rail between them, who and when, and what was said."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import icons, theme
from ui.components.label import Label
from ui.desk import times
from ui.desk.dossier.story import Mark, Told

_DOT = 20
_SIGNS = {
    Mark.STEP: ("circle-check", "success"),
    Mark.PAPER: ("file-text", "text_muted"),
    Mark.REMARK: ("message", "primary"),
    Mark.PAUSE: ("player-pause", "warning"),
    Mark.BAD: ("ban", "danger"),
    Mark.END: ("package-export", "success"),
    Mark.OVERRIDE: ("lock-open", "danger"),
    Mark.DOUBT: ("alert-triangle", "warning"),
}
_LOUD = {Mark.OVERRIDE: "danger_soft", Mark.DOUBT: "warning_soft"}


class TimeLine(QWidget):
    """Every line, the oldest at the top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[Told, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def told(self) -> tuple[Told, ...]:
        """What is shown."""
        return self._told

    def present(self, told: tuple[Told, ...]) -> None:
        """Show other lines."""
        if told == self._told:
            return
        self._told = told
        empty(self._column)
        for place, line in enumerate(told):
            self._column.addWidget(_Line(line, last=place == len(told) - 1))


class _Line(QWidget):
    """One line; what stands out has a ground."""

    def __init__(self, told: Told, *, last: bool) -> None:
        super().__init__()
        self._told, self._last = told, last
        self.setAccessibleName(" ".join(_all_words(told)))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(30), 0, theme.px(8), theme.px(10))
        column.setSpacing(1)
        loud = told.mark in _LOUD
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        ink = _SIGNS[told.mark][1] if loud else "text"
        weight = theme.Weight.SEMIBOLD if loud else theme.Weight.MEDIUM
        head.addWidget(paragraph(told.title, weight=weight, color=ink), 1)
        when = Label(times.short(told.at), "small", color="text_muted")
        when.setToolTip(times.day_and_clock(told.at))
        head.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        if told.who:
            column.addWidget(paragraph(told.who, "small", color="text_muted"))
        if told.text:
            column.addWidget(paragraph(told.text, "small", color="text_muted"))
        if told.said:
            column.addWidget(paragraph(f"“{told.said}”", "small"))
        if told.note:
            column.addWidget(paragraph(told.note, "small", theme.Weight.MEDIUM, "warning"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw sign, rail and ground."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            side, middle = theme.px(_DOT), theme.px(_DOT) / 2
            name, color = _SIGNS[self._told.mark]
            if self._told.mark in _LOUD:
                painter.setPen(theme.color(color) if theme.look().contrast else Qt.PenStyle.NoPen)
                painter.setBrush(theme.color(_LOUD[self._told.mark]))
                area = QRectF(theme.px(24), -theme.px(2), self.width() - theme.px(24), self.height() - theme.px(4))
                painter.drawRoundedRect(area, 6, 6)
            if not self._last:
                painter.setPen(QPen(theme.color("line_strong"), 2))
                painter.drawLine(QPointF(middle, side + 2), QPointF(middle, self.height()))
            painter.drawPixmap(0, 0, icons.pixmap(name, theme.color(color), side))


def paragraph(text: str, role: str = "base", weight: int = theme.Weight.REGULAR, color: str = "text") -> Label:
    """Return words that take the lines of the width they get, and ask a scrolled column for no more."""
    label = Label(text, role, weight, color, wrap=True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return label


def empty(column: QVBoxLayout) -> None:
    """Take everything out of a column of widgets."""
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def _all_words(told: Told) -> Iterable[str]:
    return filter(None, (told.title, times.day_and_clock(told.at), told.who, told.text, told.said, told.note))
