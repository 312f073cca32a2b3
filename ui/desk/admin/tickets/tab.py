"""Quản trị → Phiếu số: what stands on the ticket, and what was printed today."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui import theme
from ui.components.beside import direction
from ui.components.key_button import KeyButton
from ui.components.surface import Surface
from ui.desk.admin.foot import above_foot, foot, save_key, unsaved_mark, usual_key
from ui.desk.admin.parts_tab import PartsTab
from ui.desk.admin.tickets.form import TicketForm
from ui.desk.admin.tickets.journal import PrintJournal
from ui.desk.admin.tickets.preview import TicketPreview

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
        self.usual_button = usual_key(self.tr("Về mẫu có sẵn"))
        self.trial_button = KeyButton(self.tr("In thử"), icon="printer", key="Ctrl+P")
        self.save_button = save_key(self.tr("Lưu mẫu phiếu"), self.tr("Lưu"))
        self._unsaved = unsaved_mark(self.tr("Chưa lưu"))
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
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
        self._both.setDirection(direction(beside=beside))
        self.preview.setMinimumWidth(theme.px(_PREVIEW) if beside else 0)

    def _build(self) -> None:
        inner = Surface("surface")
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(0)
        self._both.addWidget(self.form, 3)
        self._both.addWidget(self.preview, 2)
        inner.setLayout(self._both)
        acts = foot((self.usual_button, self._unsaved), (self.trial_button, self.save_button), margin=16)
        self.setLayout(above_foot(inner, acts))


class TicketsTab(PartsTab):
    """Two parts: TEMPLATE, PRINTED."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.template, self.journal = TemplatePart(), PrintJournal()
        parts = ((self.tr("Mẫu phiếu"), self.template), (self.tr("Nhật ký in hôm nay"), self.journal))
        self._offer(self.tr("Phần"), parts)
        self._place(self.journal.kinds, at_right=True)
        self.journal.kinds.hide()

    def open_part(self, part: int) -> None:
        """Show the template or the print journal."""
        self.journal.kinds.setVisible(part == PRINTED)
        super().open_part(part)
