"""Quản trị → Hàng chờ: who is called next, the groups of the kiosk, and what each desk serves."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.segments import Segments
from ui.components.surface import Surface
from ui.desk.admin.queue_desks import DesksPart
from ui.desk.admin.queue_groups import GroupsPart
from ui.desk.admin.queue_rule import RulePart

RULE, GROUPS, DESKS = range(3)


class QueueTab(Surface):
    """Three parts; ``part_opened(int)``."""

    part_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.rule, self.groups, self.desks = RulePart(), GroupsPart(), DesksPart()
        names = (self.tr("Quy tắc gọi"), self.tr("Lĩnh vực"), self.tr("Quầy"))
        self.parts = Segments(self.tr("Phần thiết lập"), names)
        self._locked = Label(
            self.tr("Chỉ xem: việc sửa hàng chờ cần người có quyền quản trị."), "small", color="warning", wrap=True
        )
        self._locked.hide()
        self._stack = QStackedWidget()
        for part in (self.rule, self.groups, self.desks):
            self._stack.addWidget(part)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        head.setSpacing(theme.px(16))
        head.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self._locked, 1)
        head.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule())
        column.addWidget(self._stack, 1)
        self.parts.chosen.connect(self.open_part)

    @property
    def part(self) -> int:
        """RULE, GROUPS or DESKS."""
        return self._stack.currentIndex()

    def open_part(self, part: int) -> None:
        """Show one of the parts."""
        self.parts.set_current(part)
        self._stack.setCurrentIndex(part)
        self.part_opened.emit(part)

    def set_allowed(self, allowed: bool) -> None:
        """Take changes, or only show; a rule may be tried by everybody."""
        self._locked.setVisible(not allowed)
        for part in (self.rule, self.groups, self.desks):
            part.set_allowed(allowed)
