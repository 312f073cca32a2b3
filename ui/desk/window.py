"""The desk's window: frame, pages, keys; everything else is in its parts."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QMainWindow, QWidget

from counter_app.domain.dossier_facts import FormKind
from counter_app.domain.places import Officer
from counter_app.errors import CounterError
from counter_app.ports import DeviceKind
from counter_app.services.bundle import Services, signed_in
from counter_app.services.sign_in import SignedIn
from devices.fleet import Devices
from sync.link import Uplink
from ui.components.banner import Banners
from ui.desk.account.reminders import remind
from ui.desk.account.sheet import AccountSheet
from ui.desk.context import DeskContext
from ui.desk.frame import DeskFrame
from ui.desk.help_controller import HelpController
from ui.desk.keys_overlay import KeysOverlay
from ui.desk.late_pages import Choose, LatePages
from ui.desk.lock.session import DeskSession
from ui.desk.notices import Notices
from ui.desk.outside import Outside
from ui.desk.page_acts import PageActs
from ui.desk.page_keys import ADMIN, DOSSIERS, LIVE, PROCESS, RECEIVE, RETURN, REVIEW, SYNC
from ui.desk.page_turns import PageTurns
from ui.desk.queue.controller import QueueController
from ui.desk.quick_find import QuickFind
from ui.desk.receive.controller import ReceiveController
from ui.desk.receive.page import ReceivePage
from ui.desk.receive.papers import Receipts
from ui.desk.receive.scanning import Scans
from ui.desk.review.controller import ReviewController
from ui.desk.top_bar import PageName
from ui.machine import Machine
from ui.tasks import Tasks

if TYPE_CHECKING:  # imported at the first opening of its page
    from ui.desk.admin.controller import AdminController
    from ui.desk.dossiers.controller import DossiersController
    from ui.desk.dossiers.page import DossiersPage
    from ui.desk.live.controller import LiveController
    from ui.desk.process.controller import ProcessController
    from ui.desk.returning.controller import ReturnController
    from ui.desk.returning.page import ReturnPage
    from ui.desk.sync_page.controller import SyncController


class DeskWindow(QMainWindow):
    """One officer at one desk; ``signed_out`` when the window closes."""

    signed_out = Signal()
    asks_to_leave = False
    """Whether closing the window is an officer going home: the desk closes, and an open number is asked about."""
    told: CounterError | None = None
    """Why the session was ended, if it was not its officer who did."""

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        devices: Devices | None,
        replicator: Uplink | None,
        desk: int,
        officer: Officer,
        *,
        choose_folder: Choose | None = None,
        machine: Machine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.notices = Notices(self)
        mine, voice = signed_in(services, officer.id), devices.studio if devices else None
        self._context = context = DeskContext(mine, tasks, self.notices, desk, officer, voice, machine, devices)
        in_bar, elsewhere = self._names()
        self._page_names = (*in_bar, *elsewhere)
        self.frame = DeskFrame(in_bar, services.office.place, context.now)
        self.setCentralWidget(self.frame)
        self.receive_page = ReceivePage(lambda: self.frame)
        self._pages: dict[str, QWidget] = {}
        self.add_page(RECEIVE, self.receive_page, self.receive_page.head.banners)
        self.outside = Outside(context, self.frame.strip, devices, replicator, self)
        self.scans = Scans(context, lambda: self.outside.scanner, self)
        folder, stick = choose_folder or self._ask_folder, choose_folder or self._ask_stick
        self.receipts = Receipts(context, folder, self)
        self.queue = QueueController(context, self.frame.queue, self)
        self.receive = ReceiveController(context, self.receive_page, self.scans, self.receipts, self)
        self.help = HelpController(context, self.frame.help, self.receive, self)
        self.review = ReviewController(context, self.frame.strip.show_reviews, self)
        self.late = LatePages(context, self, replicator, folder, stick)
        self.quick = QuickFind(context, self.frame.top, self._page_names, self.frame)
        self.keys = KeysOverlay(self.frame)
        self.acts = PageActs(self)
        self.turns = PageTurns(self)
        self.account = AccountSheet(context, self.frame)
        self.session = DeskSession(context, self)
        self._begin()

    def _names(self) -> tuple[tuple[PageName, ...], tuple[PageName, ...]]:
        """Return the pages of the bar, and those that other things lead to."""
        in_bar = (
            PageName(RECEIVE, "file-plus", self.tr("Tiếp nhận")),
            PageName(DOSSIERS, "files", self.tr("Hồ sơ")),
            PageName(PROCESS, "list-check", self.tr("Xử lý")),
            PageName(RETURN, "package-export", self.tr("Trả kết quả")),
            PageName(ADMIN, "settings", self.tr("Quản trị")),
            PageName(LIVE, "report-analytics", self.tr("Điều hành")),
        )
        elsewhere = (
            PageName(REVIEW, "alert-triangle", self.tr("Cần xem lại")),
            PageName(SYNC, "cloud-upload", self.tr("Đồng bộ")),
        )
        return in_bar, elsewhere

    def _begin(self) -> None:
        """Put the parts together, and open the page where a reception begins."""
        words = self.tr("Quầy {desk} · {officer}")
        self.setWindowTitle(words.format(desk=self._context.desk, officer=self._context.officer.name))
        self._wire()
        self._bind_keys()
        self.resize(1366, 768)
        self.open_page(RECEIVE)
        self.receive.open()
        self.queue.refresh()
        self.help.read_often()

    @property
    def page(self) -> str:
        """The key of the page that is open."""
        current = self.frame.centre.currentWidget()
        return next(key for key, page in self._pages.items() if page is current)

    def open_page(self, key: str) -> None:
        """Open a page and put the focus where its work begins."""
        self.late.make(key)
        self.frame.centre.setCurrentWidget(self._pages[key])
        self.frame.top.set_page(key)
        self.frame.set_page(has_help=key == RECEIVE, rail=key not in (RECEIVE, RETURN))
        if key == RECEIVE:
            self.receive_page.form.procedure.line.setFocus()
        else:
            self.late.enter(key)

    def add_page(self, key: str, page: QWidget, banners: Banners) -> None:
        """Take a page in; every page shows the same notices."""
        self._pages[key] = page
        self.frame.centre.addWidget(page)
        self.notices.changed.connect(banners.present)
        banners.acted.connect(self.notices.act)
        banners.dismissed.connect(self.notices.drop)
        banners.present(self.notices.all)

    def name_of(self, key: str) -> PageName:
        """What a page is called on screen."""
        return next(name for name in self._page_names if name.key == key)

    @property
    def dossiers_page(self) -> "DossiersPage":
        """Hồ sơ."""
        return self.late.made_dossiers()[0]

    @property
    def dossiers(self) -> "DossiersController":
        """What Hồ sơ does."""
        return self.late.made_dossiers()[1]

    @property
    def return_page(self) -> "ReturnPage":
        """Trả kết quả."""
        return self.late.made_returning()[0]

    @property
    def returning(self) -> "ReturnController":
        """What Trả kết quả does."""
        return self.late.made_returning()[1]

    @property
    def admin(self) -> "AdminController | None":
        """What Quản trị does, once it was opened; so are the next three."""
        return self.late.admin

    @property
    def live(self) -> "LiveController | None":
        """What Điều hành does."""
        return self.late.live

    @property
    def process(self) -> "ProcessController | None":
        """What Xử lý does."""
        return self.late.process

    @property
    def sync(self) -> "SyncController | None":
        """What Đồng bộ does."""
        return self.late.sync

    def remind(self, signed: SignedIn) -> None:
        """Say what its officer has to put right in the coming days."""
        remind(self.notices, self.account, signed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter that nobody else wanted begins the service."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.queue.start()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is half typed, then close; an officer who goes leaves no open desk behind, nor a number in it."""
        if self.asks_to_leave and self.session.screen is None and not self.queue.may_leave():
            event.ignore()
            return
        self.receive.keeper.flush()
        self.outside.close()
        if self.sync is not None:
            self.sync.close()
        super().closeEvent(event)
        self.signed_out.emit()

    def _wire(self) -> None:
        self.frame.top.page_chosen.connect(self.open_page)
        self.frame.top.account_asked.connect(self.account.open)
        self.account.lock_asked.connect(self.session.lock)
        self.account.leave_asked.connect(self.close)
        self.session.other_asked.connect(self._go)
        self.session.ended.connect(self._end)
        self.queue.called.connect(self.turns.called)
        self.queue.seat.leaving.connect(self._go)
        self.queue.begun.connect(self.turns.begun)
        self.receive.begun.connect(self.queue.start)
        self.help.dossier_taken.connect(self.turns.show_dossier)
        self.receive.known.open_asked.connect(self.turns.show_dossier)
        self.help.zoom_asked.connect(self.turns.zoom)
        self.quick.dossier_taken.connect(self.turns.show_dossier)
        self.quick.procedure_taken.connect(self.turns.receive_procedure)
        self.quick.page_taken.connect(self.open_page)
        self.outside.card_read.connect(self.turns.take_card)
        self.outside.code_read.connect(self.turns.take_code)
        self.outside.devices_changed.connect(self.receive.present)
        self.receive.ticket_now = self.queue.serving
        self.receive.reader_ready = lambda: self.outside.ready(DeviceKind.READER)
        self.receive.scanner_ready = lambda: self.outside.ready(DeviceKind.SCANNER)
        tasks = self._context.tasks
        tasks.refused.connect(self.notices.put_refused)
        tasks.crashed.connect(self.notices.put_crash)
        self.frame.strip.link_pressed.connect(lambda: self.open_page(SYNC))
        self.frame.strip.review.clicked.connect(lambda: self.open_page(REVIEW))
        self.review.dossier_opened.connect(self.turns.show_dossier)

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "F1": self.keys.open,
            "F2": self.queue.call_next,
            "F3": self.queue.call_again,
            "F4": self.queue.finish,
            "F5": self.queue.miss,
            "F6": self.queue.ask_transfer,
            "F10": self.queue.more.ask,
            "F11": self.queue.ask_state,
            "Ctrl+G": self.queue.more.call_held,
            "Ctrl+Shift+H": self.queue.seat.switch_emergency,
            "Ctrl+Shift+A": self.queue.seat.accept_first,
            "F7": self.turns.await_card,
            "F9": self.frame.toggle_help,
            "F12": lambda: self._on_receive(self.receive.papers.open_pages),
            "Ctrl+K": self.quick.focus,
            "Ctrl+L": self.session.lock,
            "Ctrl+U": self.account.open,
            "F8": lambda: self._on_receive(self.receive.more.toggle),
            "Ctrl+B": lambda: self._on_receive(lambda: self.receive.ask_incomplete(FormKind.SUPPLEMENT)),
            "Ctrl+T": lambda: self._on_receive(lambda: self.receive.ask_incomplete(FormKind.REFUSAL)),
            "Ctrl+Shift+N": lambda: self._on_receive(self.receive.ending.ask_another),
            "Ctrl+O": self.acts.open_dossier,
            "Ctrl+N": self.acts.new,
            "Ctrl+P": self.acts.print,
            "Ctrl+D": lambda: self._on_receive(self.receive.papers.scan_current),
            "Ctrl+Return": self.acts.main,
            "Ctrl+Enter": self.acts.main,
            "Ctrl+1": lambda: self.open_page(RECEIVE),
            "Ctrl+2": lambda: self.open_page(DOSSIERS),
            "Ctrl+3": lambda: self.open_page(PROCESS),
            "Ctrl+4": lambda: self.open_page(RETURN),
            "Ctrl+5": lambda: self.open_page(ADMIN),
            "Ctrl+6": lambda: self.open_page(LIVE),
            "Ctrl+7": lambda: self.open_page(REVIEW),
            "Ctrl+8": lambda: self.open_page(SYNC),
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _on_receive(self, act: Callable[[], None]) -> None:
        """Do what only the receive page does."""
        if self.page == RECEIVE:
            act()

    def _end(self, error: CounterError) -> None:
        if self.told is None:
            self.told = error
            self._go()

    def _go(self) -> None:
        self.asks_to_leave = False
        self.close()

    def _ask_folder(self, start: Path) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Chọn thư mục lưu giấy hẹn"), str(start))
        return Path(chosen) if chosen else None

    def _ask_stick(self, start: Path) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Chọn thẻ nhớ"), str(start))
        return Path(chosen) if chosen else None
