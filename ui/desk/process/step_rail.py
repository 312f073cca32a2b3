"""The way of a dossier, drawn: a sign for each step, the rail between them, working time used of what is allowed."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import icons, theme
from ui.components.label import Label
from ui.desk import times
from ui.desk.process import words
from ui.desk.process.work import Nearness, StepLine, StepState, Work

_DOT = 20
_SIGNS = {
    StepState.DONE: ("circle-check", "success"),
    StepState.NOW: ("circle-dashed", "warning"),
    StepState.AHEAD: ("circle", "line_strong"),
}


class StepSign(QWidget):
    """One step: a sign, the rail to the next, words."""

    def __init__(self, title: str, sub: str, state: StepState, *, last: bool, color: str = "text_muted") -> None:
        super().__init__()
        self._state, self._last = state, last
        loud = color != "text_muted"
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(32), 0, 0, theme.px(10))
        column.setSpacing(0)
        ink = "text_muted" if state is StepState.AHEAD else "text"
        weight = theme.Weight.SEMIBOLD if state is StepState.NOW else theme.Weight.MEDIUM
        column.addWidget(Label(title, weight=weight, color=ink, wrap=True))
        if sub:
            under = theme.Weight.MEDIUM if loud else theme.Weight.REGULAR
            column.addWidget(Label(sub, "small", under, color, wrap=True))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign and the rail below it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            side = theme.px(_DOT)
            name, color = _SIGNS[self._state]
            if not self._last:
                style = Qt.PenStyle.SolidLine if self._state is StepState.DONE else Qt.PenStyle.DashLine
                painter.setPen(QPen(theme.color(color), 2, style))
                painter.drawLine(QPointF(side / 2, side + 2), QPointF(side / 2, self.height()))
            painter.drawPixmap(0, 0, icons.pixmap(name, theme.color(color), side))


class StepRail(QWidget):
    """All the steps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def present(self, lines: tuple[StepLine, ...], work: Work) -> None:
        """Show other steps."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, line in enumerate(lines):
            sub, color = self._sub(line, work)
            last = place == len(lines) - 1
            self._column.addWidget(StepSign(self._title(line, place), sub, line.state, last=last, color=color))

    def _title(self, line: StepLine, place: int) -> str:
        if line.name:
            return line.name
        if place == 0:
            return self.tr("Tiếp nhận")
        waits = line.waits and line.state is StepState.NOW
        return self.tr("Chờ {who} nhận").format(who=line.who) if waits else line.who

    def _sub(self, line: StepLine, work: Work) -> tuple[str, str]:
        """Return the second line and its colour."""
        if line.state is StepState.AHEAD:
            if line.allowed is None:
                return "", "text_muted"
            return self.tr("định mức {span}").format(span=words.short_span(line.allowed)), "text_muted"
        parts = [line.who] if line.name else []
        if line.waits and line.name and line.state is StepState.NOW:
            parts = [self.tr("chờ {who} nhận").format(who=line.who)]
        if line.since is not None:
            parts.append(times.day_and_clock(line.since))
        parts.append(self._used(line))
        color = "text_muted"
        if line.state is StepState.NOW and work.nearness in (Nearness.LATE, Nearness.TODAY):
            color = "danger" if work.nearness is Nearness.LATE else "warning"
        return " · ".join(parts), color

    def _used(self, line: StepLine) -> str:
        used = words.short_span(line.used)
        if line.allowed is None:
            return self.tr("dùng {used}").format(used=used)
        return self.tr("dùng {used} trên {allowed}").format(used=used, allowed=words.short_span(line.allowed))
