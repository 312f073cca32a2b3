"""The working week: a line of hours for each weekday, and since when."""

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from counter_app.domain.facts import Session
from counter_app.domain.working_days import USUAL_WEEK, WorkingWeek
from counter_app.services.calendar import WeekView
from ui import language, theme
from ui.components.field import Field
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.line_edit import LineEdit
from ui.desk.admin.calendar.state import hours_words, origin_words, typed_day

_MONDAY = date(2026, 11, 23)
_SESSION = re.compile(r"\s*(\d{1,2})[:h](\d{2})\s*[-–]\s*(\d{1,2})[:h](\d{2})\s*")


class HoursForm(QWidget):
    """``set_asked(date, tuple)``: the week is to hold from that date."""

    set_asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = Label("", "small", color="text_muted", wrap=True)
        self.lines = tuple(LineEdit(language.weekday(_MONDAY.replace(day=23 + day))) for day in range(7))
        self.since = Field(self.tr("Áp dụng từ ngày"))
        self.since.line.setPlaceholderText(self.tr("ngày/tháng/năm"))
        self.source = Field(self.tr("Số văn bản, nếu có"))
        self.source.line.setMaxLength(120)
        self._problem = Label("", "small", theme.Weight.MEDIUM, "danger", wrap=True)
        self._problem.hide()
        self.save = KeyButton(
            self.tr("Ghi giờ làm việc"), icon="check", key="Ctrl+Enter", kind=Kind.PRIMARY, spread=False
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(4))
        for row, line in enumerate(self.lines):
            name = Label(line.accessibleName(), "small")
            name.setBuddy(line)
            grid.addWidget(name, row, 0)
            grid.addWidget(line, row, 1)
            line.setPlaceholderText(self.tr("nghỉ"))
            line.textEdited.connect(self._forgive)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Label(self.tr("Tuần làm việc"), "strong", theme.Weight.SEMIBOLD))
        column.addWidget(self._now)
        column.addLayout(grid)
        for part in (self._problem, self.since, self.source, self.save):
            column.addWidget(part)
        column.addStretch(1)
        self.save.clicked.connect(self._ask)
        self.since.edited.connect(lambda _: self.since.set_verdict())

    def present(self, weeks: tuple[WeekView, ...], today: date) -> None:
        """Show the week that holds today, and those before and after it."""
        begun = [week for week in weeks if week.since <= today]
        self._show(begun[-1].week if begun else USUAL_WEEK)
        told = [_since_words(week) for week in weeks[-3:]]
        self._now.setText("\n".join(told) or self.tr("Đang theo giờ có sẵn của chương trình."))
        self.since.set_text("")
        self.source.set_text("")

    def set_allowed(self, allowed: bool) -> None:
        """Take input, or only show."""
        for part in (*self.lines, self.since, self.source, self.save):
            part.setEnabled(allowed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter moves on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def _show(self, week: WorkingWeek) -> None:
        for line, hours in zip(self.lines, week.days, strict=True):
            line.setText(hours_words(hours) if hours else "")
        self._forgive()

    def _forgive(self) -> None:
        self._problem.hide()
        for line in self.lines:
            line.set_wrong(False)

    def _ask(self) -> None:
        sessions: list[Session] = []
        for weekday, line in enumerate(self.lines):
            found = typed_sessions(weekday, line.text())
            line.set_wrong(found is None)
            if found is None:
                self._problem.setText(self.tr("Ghi giờ như 07:00–11:30, 13:30–17:00; để trống là nghỉ."))
                self._problem.show()
                line.setFocus()
                return
            sessions += found
        since = typed_day(self.since.text)
        if since is None:
            self.since.set_verdict(problem=self.tr("Ghi ngày, ví dụ 01/01/2027"))
            self.since.line.setFocus()
            return
        self.set_asked.emit(since, tuple(sessions))


def typed_sessions(weekday: int, text: str) -> tuple[Session, ...] | None:
    """Read ``7:00-11:30, 13h30–17h00``; nothing is a day off, None if it cannot be read."""
    if not text.strip():
        return ()
    made = []
    for part in re.split("[,;]", text):
        found = _SESSION.fullmatch(part)
        if found is None:
            return None
        opens, minute, closes, last = (int(number) for number in found.groups())
        made.append(Session(weekday, f"{opens:02d}:{minute:02d}", f"{closes:02d}:{last:02d}"))
    return tuple(made)


def _since_words(week: WeekView) -> str:
    told = QCoreApplication.translate("HoursForm", "Từ {day}: {who}")
    return told.format(day=f"{week.since:%d/%m/%Y}", who=origin_words(week.origin, week.source))
