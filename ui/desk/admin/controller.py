"""Builds Quản trị with its tabs, at its first opening."""

from PySide6.QtCore import QObject

from ui.desk.admin.page import AdminPage
from ui.desk.context import DeskContext


class AdminController(QObject):
    """The page and what its tabs need; a tab is one line here."""

    def __init__(self, context: DeskContext, page: AdminPage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self.page = context, page

    def open(self) -> None:
        """Read again what the tab at the front shows."""

    def focus(self) -> None:
        """Put the focus where the tab's work begins."""

    def act(self) -> None:
        """Do the tab's main act (Ctrl+Enter)."""
