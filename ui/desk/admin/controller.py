"""Builds Quản trị with its tabs, at its first opening."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.desk.admin.backup.controller import BackupController
from ui.desk.admin.backup.tab import BackupTab
from ui.desk.admin.boards.controller import BoardsController
from ui.desk.admin.boards.tab import BoardsTab
from ui.desk.admin.calendar.controller import CalendarController
from ui.desk.admin.calendar.tab import CalendarTab
from ui.desk.admin.catalogue.controller import CatalogueController
from ui.desk.admin.catalogue.tab import CatalogueTab
from ui.desk.admin.devices.controller import DevicesController
from ui.desk.admin.devices.tab import DevicesTab
from ui.desk.admin.machines.controller import MachinesController
from ui.desk.admin.machines.tab import MachinesTab
from ui.desk.admin.officers.controller import OfficersController
from ui.desk.admin.officers.tab import OfficersTab
from ui.desk.admin.page import AdminPage
from ui.desk.admin.papers.controller import PapersController
from ui.desk.admin.papers.tab import PapersTab
from ui.desk.admin.queue.controller import QueueChoicesController
from ui.desk.admin.queue.tab import QueueTab
from ui.desk.admin.security.controller import SecurityController
from ui.desk.admin.security.tab import SecurityTab
from ui.desk.admin.tickets.controller import TicketsController
from ui.desk.admin.tickets.tab import TicketsTab
from ui.desk.context import DeskContext

CALENDAR, CATALOGUE, OFFICERS, PAPERS = "calendar", "catalogue", "officers", "papers"
TICKETS, BOARDS, QUEUE, DEVICES = "tickets", "boards", "queue", "devices"
MACHINES, SECURITY, BACKUP = "machines", "security", "backup"


class Tab(Protocol):
    """What a tab's controller does."""

    def refresh(self) -> None:
        """Read again what is shown."""

    def focus(self) -> None:
        """Put the focus where the work begins."""

    def act(self) -> None:
        """Do the main act (Ctrl+Enter)."""


Made = TypeVar("Made", bound=Tab)
Seen = TypeVar("Seen", bound=QWidget)


class AdminController(QObject):
    """The page and its tabs."""

    def __init__(self, context: DeskContext, page: AdminPage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self.page = context, page
        self._tabs: dict[str, Tab] = {}
        add = self._add
        self.calendar = add(
            CALENDAR, "calendar", self.tr("Lịch làm việc"), CalendarTab(page.window), CalendarController
        )
        self.catalogue = add(CATALOGUE, "list", self.tr("Thủ tục"), CatalogueTab(), CatalogueController)
        self.officers = add(OFFICERS, "users", self.tr("Cán bộ"), OfficersTab(), OfficersController)
        self.papers = add(PAPERS, "printer", self.tr("Giấy tờ"), PapersTab(), PapersController)
        self.tickets = add(TICKETS, "receipt", self.tr("Phiếu số"), TicketsTab(), TicketsController)
        self.boards = add(BOARDS, "speakerphone", self.tr("Bảng và giọng đọc"), BoardsTab(), BoardsController)
        self.queue = add(QUEUE, "users-group", self.tr("Hàng chờ"), QueueTab(), QueueChoicesController)
        self.devices = add(DEVICES, "plug-connected", self.tr("Thiết bị"), DevicesTab(), DevicesController)
        self.machines = add(MACHINES, "devices", self.tr("Máy trạm"), MachinesTab(), MachinesController)
        self.security = add(SECURITY, "shield-check", self.tr("Nhật ký an toàn"), SecurityTab(), SecurityController)
        self.backup = add(BACKUP, "database", self.tr("Sao lưu"), BackupTab(), BackupController)
        page.opened.connect(lambda _: self._come())

    def _add(
        self, key: str, icon: str, name: str, tab: Seen, make: Callable[[DeskContext, Seen, QObject], Made]
    ) -> Made:
        """Add a tab to the page, then make what drives it."""
        self.page.add_tab(key, icon, name, tab)
        self._tabs[key] = made = make(self._context, tab, self)
        return made

    def open(self) -> None:
        """Read again what the tab at the front shows."""
        self._tabs[self.page.tab].refresh()

    def focus(self) -> None:
        """Put the focus where the tab's work begins."""
        self._tabs[self.page.tab].focus()

    def act(self) -> None:
        """Do the tab's main act (Ctrl+Enter)."""
        self._tabs[self.page.tab].act()

    def print(self) -> None:
        """Print what the tab at the front has to print (Ctrl+P)."""
        if self.page.tab == TICKETS:
            self.tickets.print()
        elif self.page.tab == DEVICES:
            self.devices.print()

    def _come(self) -> None:
        self.open()
        self.focus()
