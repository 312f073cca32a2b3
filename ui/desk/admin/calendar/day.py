"""What is said of one day, and what an administrator says of it instead."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.facts import DayKind
from ui import language, theme
from ui.components.field import Field
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.segments import Segments
from ui.desk.admin.calendar.state import DayShown, day_words, origin_words, typed_day

_KINDS = (DayKind.OFF, DayKind.WORKING, DayKind.MORNING, DayKind.AFTERNOON)


class DayForm(QWidget):
    """``set_asked(DayKind)``, ``swap_asked(date)`` and ``undo_asked()``; name and source are read from the fields."""

    set_asked = Signal(object)
    swap_asked = Signal(object)
    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = Label("", "strong", theme.Weight.SEMIBOLD, wrap=True)
        self._state = Label("", wrap=True)
        self._origin = Label("", "small", color="text_muted", wrap=True)
        texts = (self.tr("Nghỉ"), self.tr("Cả ngày"), self.tr("Chỉ sáng"), self.tr("Chỉ chiều"))
        self.kind = Segments(self.tr("Đổi ngày này thành"), texts)
        self.name = Field(self.tr("Tên, hiện trong cách tính ngày hẹn"))
        self.source = Field(self.tr("Số văn bản, nếu có"))
        self.save = KeyButton(self.tr("Ghi ngày này"), icon="check", key="Ctrl+Enter", kind=Kind.PRIMARY, spread=False)
        self.undo = KeyButton(self.tr("Bỏ, trở lại như trước"), icon="arrow-back-up", kind=Kind.QUIET)
        self.worked = Field(self.tr("Nghỉ ngày này, làm bù vào"))
        self.swap = KeyButton(self.tr("Ghi hoán đổi"), icon="arrows-exchange")
        self._swap_rule = Rule()
        self.worked.line.setPlaceholderText(self.tr("ngày/tháng/năm"))
        for field in (self.name, self.source):
            field.line.setMaxLength(120)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for told in (self._day, self._state, self._origin, Rule()):
            column.addWidget(told)
        column.addWidget(Label(self.tr("Đổi ngày này thành"), "small", color="text_muted"))
        for part in (self.kind, self.name, self.source, self.save, self.undo, self._swap_rule, self.worked, self.swap):
            column.addWidget(part)
        column.addStretch(1)
        self.undo.hide()
        self.save.clicked.connect(lambda: self.set_asked.emit(_KINDS[self.kind.current]))
        self.undo.clicked.connect(self.undo_asked)
        self.swap.clicked.connect(self._ask_swap)
        self.worked.edited.connect(lambda _: self.worked.set_verdict())

    def present(self, shown: DayShown) -> None:
        """Show a day; the fields hold what this office said, or are empty."""
        rule = shown.view.rule
        self._day.setText(language.long_date(shown.view.day))
        self._state.setText(day_words(shown.view))
        self._origin.setText(origin_words(shown.view.origin, rule.source if rule else ""))
        own = rule if shown.own else None
        kind = own.kind if own else DayKind.WORKING if shown.view.hours is None else DayKind.OFF
        self.kind.set_current(_KINDS.index(kind))
        self.name.set_text(own.name if own else "")
        self.source.set_text(own.source if own else "")
        self.worked.set_text("")
        self.worked.set_verdict()
        self.undo.setVisible(shown.own)
        swaps = shown.view.hours is not None
        for part in (self._swap_rule, self.worked, self.swap):
            part.setVisible(swaps)

    def set_allowed(self, allowed: bool) -> None:
        """Take input, or only show."""
        for part in (self.kind, self.name, self.source, self.save, self.undo, self.worked, self.swap):
            part.setEnabled(allowed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter moves on; it begins no service while a day is typed."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def _ask_swap(self) -> None:
        day = typed_day(self.worked.text)
        if day is None:
            self.worked.set_verdict(problem=self.tr("Ghi ngày, ví dụ 10/01/2026"))
            self.worked.line.setFocus()
        else:
            self.swap_asked.emit(day)
