"""Thử ngày hẹn: a procedure or a term and when it came in, to see and to explain the date."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.procedures import Channel, Procedure, Term, TermUnit
from counter_app.domain.working_calendar import Appointment
from ui import theme
from ui.components.field import Field
from ui.components.label import Label
from ui.components.line_edit import LineEdit
from ui.components.rule import Rule
from ui.components.segments import Segments
from ui.desk import times, words
from ui.desk.admin.calendar.state import typed_moment
from ui.desk.receive.appointment import DayBoxes
from ui.desk.receive.procedure import ProcedureChoice

_CHANNELS = (Channel.IN_PERSON, Channel.ONLINE, Channel.POSTAL)
_UNITS = (TermUnit.WORKING_DAY, TermUnit.CALENDAR_DAY, TermUnit.HOUR)
_SAME_DAY_UNTIL = 15


class TrialForm(QWidget):
    """``asked(Term, datetime)`` follows each change that makes sense."""

    asked = Signal(object, object)

    def __init__(self, host: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._procedure: Procedure | None = None
        self.choice = ProcedureChoice(host)
        channels = (self.tr("Trực tiếp"), self.tr("Trực tuyến"), self.tr("Bưu chính"))
        self.channel = Segments(self.tr("Kênh nộp"), channels)
        self.amount = LineEdit(self.tr("Thời hạn"))
        self.amount.setText("3")
        self.amount.setMaxLength(3)
        self.amount.setFixedWidth(theme.px(72))
        self.unit = QComboBox()
        self.unit.setMinimumHeight(theme.px(32))
        self.unit.setAccessibleName(self.tr("Đơn vị của thời hạn"))
        self.unit.view().setAccessibleName(self.unit.accessibleName())
        units = (self.tr("ngày làm việc"), self.tr("ngày"), self.tr("giờ làm việc"), self.tr("trong ngày (15:00)"))
        self.unit.addItems(units)
        self.received = Field(self.tr("Nhận lúc"))
        self._due = Label("", "strong", theme.Weight.SEMIBOLD, wrap=True)
        self._boxes = DayBoxes()
        self._why = Label("", wrap=True)
        self._build()
        self.channel.chosen.connect(lambda _: self._take_term())
        self.amount.textEdited.connect(lambda _: self.ask())
        self.unit.currentIndexChanged.connect(lambda _: self.ask())
        self.received.edited.connect(lambda _: self.ask())

    @property
    def explained(self) -> str:
        """The sentence on screen."""
        return self._why.text()

    def begin(self, now: datetime) -> None:
        """Start from now, unless a time is typed already."""
        if not self.received.text:
            self.received.set_text(times.day_and_clock(now))
        self.ask()

    def take(self, procedure: Procedure) -> None:
        """Take the terms of a procedure."""
        self._procedure = procedure
        self.choice.present(procedure)
        self._take_term()

    def present(self, appointment: Appointment) -> None:
        """Show the date and its reason."""
        self._due.setText(words.due_words(appointment.due))
        self._boxes.present(appointment.days)
        self._boxes.show()
        self._why.setText(words.due_explanation(appointment))

    def present_failure(self, title: str, next_step: str) -> None:
        """Say that there is no date."""
        self._due.setText(title)
        self._boxes.hide()
        self._why.setText(next_step)

    def ask(self) -> None:
        """Ask for the date of what the fields say."""
        received = typed_moment(self.received.text)
        term = self._term()
        self.received.set_verdict(problem="" if received else self.tr("Ghi như 20/11/2026 15:20"))
        self.amount.set_wrong(term is None)
        if received is not None and term is not None:
            self.asked.emit(term, received)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter moves on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.amount)
        row.addWidget(self.unit, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Label(self.tr("Thử ngày hẹn"), "strong", theme.Weight.SEMIBOLD))
        column.addWidget(self.choice)
        column.addWidget(self.channel)
        column.addWidget(Label(self.tr("Thời hạn"), "small", color="text_muted"))
        column.addLayout(row)
        for part in (self.received, Rule(), self._due, self._boxes, self._why):
            column.addWidget(part)
        column.addStretch(1)

    def _take_term(self) -> None:
        if self._procedure is None:
            return
        term = self._procedure.term_for(_CHANNELS[self.channel.current])
        if term.unit not in _UNITS:
            self.asked.emit(term, typed_moment(self.received.text))
            return
        self.amount.setText(str(term.amount))
        with QSignalBlocker(self.unit):
            self.unit.setCurrentIndex(len(_UNITS) if term.same_day_until else _UNITS.index(term.unit))
        self.ask()

    def _term(self) -> Term | None:
        place = self.unit.currentIndex()
        if place == len(_UNITS):
            return Term(1, same_day_until=_SAME_DAY_UNTIL)
        text = self.amount.text().strip()
        return Term(int(text), _UNITS[place]) if text.isascii() and text.isdigit() else None
