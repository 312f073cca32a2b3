"""Builds Quản trị with its tabs, at its first opening."""

from PySide6.QtCore import QObject

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
from ui.desk.admin.papers.tab import PapersController, PapersTab
from ui.desk.admin.queue.controller import QueueChoicesController
from ui.desk.admin.queue.tab import QueueTab
from ui.desk.admin.security.controller import SecurityController
from ui.desk.admin.security.tab import SecurityTab
from ui.desk.admin.tickets.controller import TicketsController
from ui.desk.admin.tickets.tab import TicketsTab
from ui.desk.context import DeskContext

CALENDAR, CATALOGUE, OFFICERS, PAPERS = "calendar", "catalogue", "officers", "papers"
TICKETS, BOARDS, QUEUE, MACHINES = "tickets", "boards", "queue", "machines"
DEVICES = "devices"
SECURITY = "security"
BACKUP = "backup"

Tab = (
    CalendarController
    | CatalogueController
    | OfficersController
    | PapersController
    | TicketsController
    | BoardsController
    | QueueChoicesController
    | MachinesController
    | SecurityController
    | BackupController
    | DevicesController
)


class AdminController(QObject):
    """The page and what its tabs need. A tab's controller has ``refresh``, ``focus`` and ``act`` (Ctrl+Enter)."""

    def __init__(self, context: DeskContext, page: AdminPage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self.page = context, page
        tab = CalendarTab(page.window)
        page.add_tab(CALENDAR, "calendar", self.tr("Lịch làm việc"), tab)
        self.calendar = CalendarController(context, tab, self)
        procedures = CatalogueTab()
        page.add_tab(CATALOGUE, "list", self.tr("Thủ tục"), procedures)
        self.catalogue = CatalogueController(context, procedures, parent=self)
        people = OfficersTab()
        page.add_tab(OFFICERS, "users", self.tr("Cán bộ"), people)
        self.officers = OfficersController(context, people, self)
        layout = PapersTab()
        page.add_tab(PAPERS, "printer", self.tr("Giấy tờ"), layout)
        self.papers = PapersController(context, layout, self)
        numbers = TicketsTab()
        page.add_tab(TICKETS, "receipt", self.tr("Phiếu số"), numbers)
        self.tickets = TicketsController(context, numbers, self)
        hall = BoardsTab()
        page.add_tab(BOARDS, "speakerphone", self.tr("Bảng và giọng đọc"), hall)
        self.boards = BoardsController(context, hall, self)
        line = QueueTab()
        page.add_tab(QUEUE, "users-group", self.tr("Hàng chờ"), line)
        self.queue = QueueChoicesController(context, line, self)
        plugged = DevicesTab()
        page.add_tab(DEVICES, "plug-connected", self.tr("Thiết bị"), plugged)
        self.devices = DevicesController(context, plugged, self)
        stations = MachinesTab()
        page.add_tab(MACHINES, "devices", self.tr("Máy trạm"), stations)
        self.machines = MachinesController(context, stations, self)
        record = SecurityTab()
        page.add_tab(SECURITY, "shield-check", self.tr("Nhật ký an toàn"), record)
        self.security = SecurityController(context, record, self)
        copies = BackupTab()
        page.add_tab(BACKUP, "database", self.tr("Sao lưu"), copies)
        self.backup = BackupController(context, copies, self)
        self._tabs: dict[str, Tab] = {
            CALENDAR: self.calendar,
            CATALOGUE: self.catalogue,
            OFFICERS: self.officers,
            PAPERS: self.papers,
            TICKETS: self.tickets,
            BOARDS: self.boards,
            QUEUE: self.queue,
            DEVICES: self.devices,
            MACHINES: self.machines,
            SECURITY: self.security,
            BACKUP: self.backup,
        }
        page.opened.connect(lambda _: self._come())

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
