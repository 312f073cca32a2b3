"""Quản trị → Thiết bị: what is connected to this machine, finding, trying and keeping it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule, upright
from ui.components.surface import Surface
from ui.desk.admin.boards.rows import list_width
from ui.desk.admin.devices.backlog import BacklogBox
from ui.desk.admin.devices.form import DeviceForm
from ui.desk.admin.devices.learn import LearnBox
from ui.desk.admin.devices.list import DeviceList
from ui.desk.admin.devices.trial import TrialBox
from ui.desk.admin.foot import above_foot, foot, save_key

_FORM = 720
_ABOVE = 12


class DevicesTab(Surface):
    """``save_asked``, ``remove_asked``; ``left`` when another page or tab comes to the front."""

    save_asked = Signal()
    remove_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.list = DeviceList()
        self.locked = Label(
            self.tr("Chỉ xem: việc đổi thiết bị cần người có quyền quản trị."), "small", color="warning"
        )
        self.form, self.trial, self.learn = DeviceForm(), TrialBox(), LearnBox()
        self.empty = Label("", wrap=True)
        self.backlog = BacklogBox()
        self.remove_button = KeyButton(
            self.tr("Bỏ thiết bị này"), icon="trash", kind=Kind.QUIET, short=(self.tr("Bỏ"),)
        )
        self.save_button = save_key(self.tr("Lưu và dùng ngay"), self.tr("Lưu"))
        self._sheet = QStackedWidget()
        self._both = QWidget()
        self._build()
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.learn)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.learn.stop_button.click)
        self.save_button.clicked.connect(self.save_asked)
        self.remove_button.clicked.connect(self.remove_asked)

    def set_allowed(self, allowed: bool) -> None:
        """Take changes, or only show."""
        self.locked.setVisible(not allowed)
        self.list.set_allowed(allowed)
        self.form.set_allowed(allowed)

    def show_form(self, *, learning: bool) -> None:
        """Show the form of a device with its trial, or with the teaching of its keys."""
        self._sheet.setCurrentWidget(self._both)
        self.trial.setVisible(not learning)
        self.learn.setVisible(learning)

    def show_empty(self, said: str) -> None:
        """Show that no device is chosen."""
        self.empty.setText(said)
        self._sheet.setCurrentIndex(0)
        self.save_button.setEnabled(False)
        self.remove_button.hide()

    def reveal_trial(self) -> None:
        """Scroll to the trial where the form is higher than the window."""
        above: QWidget | None = self.trial
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        inner = above.widget() if above is not None else None
        if above is not None and inner is not None:
            top = self.trial.mapTo(inner, QPoint()).y()
            above.verticalScrollBar().setValue(top - theme.px(_ABOVE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the form what the list does not need."""
        super().resizeEvent(event)
        self.list.setFixedWidth(list_width(self.width()))

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that nobody looks any more: what was borrowed goes back."""
        super().hideEvent(event)
        self.left.emit()

    def _build(self) -> None:
        blank = QWidget()
        above = QVBoxLayout(blank)
        above.addWidget(self.empty)
        above.addStretch(1)
        column = QVBoxLayout(self._both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        for part in (self.form, Rule(), self.trial, self.learn, self.backlog):
            column.addWidget(part)
        column.addStretch(1)
        for sheet in (blank, self._both):
            self._sheet.addWidget(sheet)
        self.learn.hide()
        inner = QWidget()
        inner.setMaximumWidth(theme.px(_FORM))
        margins = QVBoxLayout(inner)
        margins.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12))
        margins.addWidget(self.locked)
        margins.addWidget(self._sheet, 1)
        self.locked.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(upright())
        row.addLayout(above_foot(inner, foot([self.remove_button], [self.save_button])), 1)
