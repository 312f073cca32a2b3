"""Quản trị → Phiếu số: what stands on the ticket, and what was printed today."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.segments import Segments
from ui.components.surface import Surface
from ui.components.vertical_scroll import VerticalScroll
from ui.desk.admin.tickets_form import TicketForm
from ui.desk.admin.tickets_journal import PrintJournal
from ui.desk.admin.tickets_preview import TicketPreview

_BESIDE_FROM = 780
_PREVIEW = 380
TEMPLATE, PRINTED = range(2)


class TemplatePart(QWidget):
    """The form and the ticket that it makes, beside each other where there is room."""

    save_asked = Signal()
    trial_asked = Signal()
    usual_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form, self.preview = TicketForm(), TicketPreview()
        self.usual_button = KeyButton(
            self.tr("Về mẫu có sẵn"), icon="arrow-back-up", kind=Kind.QUIET, short=("",), name=self.tr("Về mẫu có sẵn")
        )
        self.trial_button = KeyButton(self.tr("In thử"), icon="printer", key="Ctrl+P")
        self.save_button = KeyButton(
            self.tr("Lưu mẫu phiếu"),
            icon="check",
            key="Ctrl+Enter",
            kind=Kind.PRIMARY,
            height=40,
            short=(self.tr("Lưu"),),
        )
        self._unsaved = Label(self.tr("Chưa lưu"), "small", theme.Weight.MEDIUM, "warning")
        self._unsaved.hide()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside: bool | None = None
        self._build()
        self.save_button.clicked.connect(self.save_asked)
        self.trial_button.clicked.connect(self.trial_asked)
        self.usual_button.clicked.connect(self.usual_asked)

    def set_unsaved(self, unsaved: bool) -> None:
        """Say that the form differs from what is kept."""
        self._unsaved.setVisible(unsaved)

    def set_allowed(self, allowed: bool) -> None:
        """Take input, or only show."""
        self.form.set_allowed(allowed)
        for button in (self.save_button, self.usual_button):
            button.setEnabled(allowed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the ticket below the form where there is no room beside it."""
        super().resizeEvent(event)
        beside = self.width() >= theme.px(_BESIDE_FROM)
        if beside != self._beside:
            self._beside = beside
            way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
            self._both.setDirection(way)
            self.preview.setMinimumWidth(theme.px(_PREVIEW) if beside else 0)

    def _build(self) -> None:
        inner = Surface("surface")
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(0)
        self._both.addWidget(self.form, 3)
        self._both.addWidget(self.preview, 2)
        inner.setLayout(self._both)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        foot.setSpacing(theme.px(8))
        for part in (self.usual_button, self._unsaved):
            foot.addWidget(part)
        foot.addStretch(1)
        for part in (self.trial_button, self.save_button):
            foot.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(VerticalScroll(inner), 1)
        column.addWidget(Rule())
        column.addLayout(foot)


class TicketsTab(Surface):
    """Two parts; ``part_opened(int)`` TEMPLATE or PRINTED."""

    part_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.parts = Segments(self.tr("Phần"), (self.tr("Mẫu phiếu"), self.tr("Nhật ký in hôm nay")))
        self.template, self.journal = TemplatePart(), PrintJournal()
        self._stack = QStackedWidget()
        for part in (self.template, self.journal):
            self._stack.addWidget(part)
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        row.addWidget(self.parts)
        row.addStretch(1)
        row.addWidget(self.journal.kinds)
        self.journal.kinds.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Rule())
        column.addWidget(self._stack, 1)
        self.parts.chosen.connect(self.open_part)

    @property
    def part(self) -> int:
        """What is shown."""
        return self._stack.currentIndex()

    def open_part(self, part: int) -> None:
        """Show the template or the print journal."""
        self.parts.set_current(part)
        self._stack.setCurrentIndex(part)
        self.journal.kinds.setVisible(part == PRINTED)
        self.part_opened.emit(part)
