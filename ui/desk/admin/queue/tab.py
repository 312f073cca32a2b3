"""Quản trị → Hàng chờ: who is called next, the groups of the kiosk, and what each desk serves."""

from PySide6.QtWidgets import QWidget

from ui.components.label import Label
from ui.desk.admin.parts_tab import PartsTab
from ui.desk.admin.queue.desks import DesksPart
from ui.desk.admin.queue.groups import GroupsPart
from ui.desk.admin.queue.rule import RulePart

RULE, GROUPS, DESKS = range(3)


class QueueTab(PartsTab):
    """Three parts: RULE, GROUPS, DESKS."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rule, self.groups, self.desks = RulePart(), GroupsPart(), DesksPart()
        names = (self.tr("Quy tắc gọi"), self.tr("Lĩnh vực"), self.tr("Quầy"))
        parts = zip(names, (self.rule, self.groups, self.desks), strict=True)
        self._offer(self.tr("Phần thiết lập"), tuple(parts))
        self._locked = Label(
            self.tr("Chỉ xem: việc sửa hàng chờ cần người có quyền quản trị."), "small", color="warning", wrap=True
        )
        self._locked.hide()
        self._place(self._locked)

    def set_allowed(self, allowed: bool) -> None:
        """Take changes, or only show; a rule may be tried by everybody."""
        self._locked.setVisible(not allowed)
        for part in (self.rule, self.groups, self.desks):
            part.set_allowed(allowed)
