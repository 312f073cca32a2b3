"""When the result is due: the date, a box for each day, and one sentence that an officer can read out."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from counter_app.domain.procedures import Term, TermUnit
from counter_app.domain.working_calendar import Appointment, DayMark, DayRole
from ui import theme
from ui.components.field import Field
from ui.components.label import Label
from ui.desk import words
from ui.desk.receive.state import Verdict

_HEIGHT = 44
_WIDEST = 72
_NARROWEST = 56
_GAP = 4
_COLORS = {
    DayRole.RECEIVED: ("surface", "text", "line_strong"),
    DayRole.OFF: ("surface_alt", "text_muted", "line"),
    DayRole.COUNTED: ("primary_soft", "primary", "primary_soft"),
    DayRole.DUE: ("primary", "text_on_primary", "primary"),
}


class DayBoxes(QWidget):
    """A box a day; where there is no room for all, the middle becomes one box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[DayMark, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Cách tính ngày hẹn"))

    def present(self, days: tuple[DayMark, ...]) -> None:
        """Show the days."""
        self._days = days
        told = "; ".join(f"{day.date:%d/%m} {self._word(day)}" for day in days)
        self.setAccessibleDescription(told)
        self.setToolTip(told.replace("; ", "\n"))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a comfortable width."""
        return QSize(theme.px(_WIDEST) * max(1, len(self._days)), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Accept four boxes."""
        return QSize(theme.px(_NARROWEST) * 4, theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the boxes."""
        if not self._days:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            boxes = self._boxes()
            gap = theme.px(_GAP)
            width = min(theme.px(_WIDEST), (self.width() - gap * (len(boxes) - 1)) / len(boxes))
            for place, day in enumerate(boxes):
                area = QRectF(place * (width + gap) + 0.5, 0.5, width - 1, self.height() - 1)
                if isinstance(day, DayMark):
                    self._draw(painter, area, day.role, f"{day.date:%d/%m}", self._word(day))
                else:
                    self._draw(painter, area, DayRole.COUNTED, "…", self.tr("{count} ngày").format(count=day))

    def _boxes(self) -> list[DayMark | int]:
        """Return the days, or the first, a count of those between, and the last ones."""
        room = max(4, (self.width() + theme.px(_GAP)) // theme.px(_NARROWEST + _GAP))
        if len(self._days) <= room:
            return list(self._days)
        first, last = (room - 1) // 2, room - 1 - (room - 1) // 2
        return [*self._days[:first], len(self._days) - first - last, *self._days[-last:]]

    def _word(self, day: DayMark) -> str:
        match day.role:
            case DayRole.RECEIVED:
                return self.tr("tiếp nhận")
            case DayRole.OFF:
                return self.tr("nghỉ lễ") if day.label else self.tr("nghỉ")
            case DayRole.COUNTED:
                return self.tr("ngày {count}").format(count=day.label)
            case DayRole.DUE:
                return self.tr("hẹn trả")

    def _draw(self, painter: QPainter, area: QRectF, role: DayRole, date: str, word: str) -> None:
        ground, ink, edge = _COLORS[role]
        style = Qt.PenStyle.DashLine if role is DayRole.OFF else Qt.PenStyle.SolidLine
        painter.setBrush(theme.color(ground))
        painter.setPen(QPen(theme.color(edge), 1, style))
        painter.drawRoundedRect(area, 6, 6)
        painter.setPen(theme.color(ink))
        middle = area.height() / 2
        painter.setFont(theme.font("small", theme.Weight.SEMIBOLD))
        painter.drawText(area.adjusted(0, theme.px(4), 0, -middle + theme.px(2)), Qt.AlignmentFlag.AlignCenter, date)
        painter.setFont(theme.font("key"))
        painter.drawText(area.adjusted(0, middle - theme.px(2), 0, -theme.px(3)), Qt.AlignmentFlag.AlignCenter, word)


class AppointmentPart(QWidget):
    """Date, boxes, sentence; a line to type the date where no term is set: ``edited(str)``."""

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.typed = Field(self.tr("Hẹn trả lúc (thủ tục chưa có thời hạn)"))
        self.typed.line.setPlaceholderText(self.tr("27/11/2026 17:00"))
        self.typed.hide()
        self.typed.edited.connect(self.edited)
        self._when = Label("", "strong", theme.Weight.SEMIBOLD, wrap=True)
        self._boxes = DayBoxes()
        self._why = Label("", "small", color="text_muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.typed)
        column.addWidget(self._when)
        column.addWidget(self._boxes)
        column.addWidget(self._why)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def present(self, term: Term, appointment: Appointment | None, typed: str, verdict: Verdict) -> None:
        """Show when and why; where no term is set, what was typed."""
        unset = term.unit is TermUnit.UNSET
        self.typed.setVisible(unset)
        self._when.setVisible(not unset)
        self._boxes.setVisible(appointment is not None and not unset)
        self._why.setVisible(appointment is not None or unset)
        if unset:
            self.typed.set_text(typed)
            self.typed.set_verdict(right=verdict.right, problem=verdict.problem)
            self._why.setText(self.tr("Thỏa thuận với người nộp rồi ghi ngày giờ hẹn vào đây."))
        elif appointment is None:
            self._when.setText(self.tr("Đang tính ngày hẹn…"))
        else:
            self._when.setText(words.due_words(appointment.due))
            self._boxes.present(appointment.days)
            self._why.setText(words.due_sentence(appointment))
            self._why.setToolTip(words.due_explanation(appointment))
