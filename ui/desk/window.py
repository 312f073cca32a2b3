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
from ui.desk.lock.session import DeskSession
from ui.desk.notices import Notices
from ui.desk.outside import Outside
from ui.desk.page_acts import PageActs
from ui.desk.page_turns import PageTurns
from ui.desk.queue_controller import QueueController
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
    from ui.desk.dossiers_controller import DossiersController
    from ui.desk.dossiers_page import DossiersPage
    from ui.desk.live.controller import LiveController
    from ui.desk.process.controller import ProcessController
    from ui.desk.return_controller import ReturnController
    from ui.desk.return_page import ReturnPage
    from ui.desk.sync_page.controller import SyncController

RECEIVE, DOSSIERS, RETURN = "receive", "dossiers", "return"
PROCESS = "process"
ADMIN, LIVE, REVIEW, SYNC = "admin", "live", "review", "sync"


class DeskWindow(QMainWindow):
    """One officer at one desk; ``signed_out`` when the window closes."""

    signed_out = Signal()
    asks_to_leave = False
    """Whether closing the window is an officer going home: the desk closes, and an open number is asked about."""

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        devices: Devices | None,
        replicator: Uplink | None,
        desk: int,
        officer: Officer,
        *,
        choose_folder: Callable[[Path], Path | None] | None = None,
        machine: Machine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.notices = Notices(self)
        voice = devices.studio if devices else None
        mine = signed_in(services, officer.id)
        context = DeskContext(mine, tasks, self.notices, desk, officer, voice, machine, devices)
        self._context = context
        self._page_names = (
            PageName(RECEIVE, "file-plus", self.tr("Tiếp nhận")),
            PageName(DOSSIERS, "files", self.tr("Hồ sơ")),
            PageName(PROCESS, "list-check", self.tr("Xử lý")),
            PageName(RETURN, "package-export", self.tr("Trả kết quả")),
            PageName(ADMIN, "settings", self.tr("Quản trị")),
            PageName(LIVE, "report-analytics", self.tr("Điều hành")),
        )
        self.frame = DeskFrame(self._page_names, services.office.place, context.now)
        self.setCentralWidget(self.frame)
        self.setWindowTitle(self.tr("Quầy {desk} · {officer}").format(desk=desk, officer=officer.name))
        self.receive_page = ReceivePage(lambda: self.frame)
        self._pages: dict[str, QWidget] = {}
        self._add_page(RECEIVE, self.receive_page, self.receive_page.head.banners)
        self.outside = Outside(context, self.frame.strip, devices, replicator, self)
        self.scans = Scans(context, lambda: self.outside.scanner, self)
        self._choose_folder = choose_folder or self._ask_folder
        self._choose_stick = choose_folder or self._ask_stick
        self._uplink = replicator
        self.receipts = Receipts(context, self._choose_folder, self)
        self.queue = QueueController(context, self.frame.queue, self)
        self.receive = ReceiveController(context, self.receive_page, self.scans, self.receipts, self)
        self._dossiers: tuple[DossiersPage, DossiersController] | None = None
        self._returning: tuple[ReturnPage, ReturnController] | None = None
        self.help = HelpController(context, self.frame.help, self.receive, self)
        self.admin: AdminController | None = None
        self.live: LiveController | None = None
        self.process: ProcessController | None = None
        self.review = ReviewController(context, self.frame.strip.show_reviews, self)
        self.sync: SyncController | None = None
        more = (
            PageName(REVIEW, "alert-triangle", self.tr("Cần xem lại")),
            PageName(SYNC, "cloud-upload", self.tr("Đồng bộ")),
        )
        places = (*self._page_names, *more)
        self.quick = QuickFind(context, self.frame.top, places, self.frame)
        self.keys = KeysOverlay(self.frame)
        self.acts = PageActs(self)
        self.turns = PageTurns(self)
        self.account = AccountSheet(context, self.frame)
        self.session = DeskSession(context, self)
        self.told: CounterError | None = None
        """Why the session was ended, if it was not its officer who did."""
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
        make: dict[str, Callable[[], object]] = {
            ADMIN: lambda: self._admin().open(),
            LIVE: self._live,
            REVIEW: self._review,
            SYNC: self._sync,
            PROCESS: self._process,
            DOSSIERS: self._made_dossiers,
            RETURN: self._made_returning,
        }
        if key in make:
            make[key]()
        self.frame.centre.setCurrentWidget(self._pages[key])
        self.frame.top.set_page(key)
        self.frame.set_page(has_help=key == RECEIVE, rail=key in (DOSSIERS, PROCESS, ADMIN, LIVE, REVIEW, SYNC))
        if key == DOSSIERS:
            self.dossiers.enter()
        elif key == RETURN:
            self.returning.refresh()
            self.return_page.line.setFocus()
        elif key == PROCESS:
            self._process().open()
        elif key == ADMIN:
            self._admin().focus()
        elif key == LIVE:
            self._live().open()
        elif key == REVIEW:
            self.review.open()
        elif key == SYNC:
            self._sync().open()
        else:
            self.receive_page.form.procedure.line.setFocus()

    @property
    def dossiers_page(self) -> "DossiersPage":
        """Hồ sơ."""
        return self._made_dossiers()[0]

    @property
    def dossiers(self) -> "DossiersController":
        """What Hồ sơ does."""
        return self._made_dossiers()[1]

    def _made_dossiers(self) -> "tuple[DossiersPage, DossiersController]":
        """Return Hồ sơ, made at its first opening: a reception begins without it."""
        if self._dossiers is None:
            from ui.desk.dossiers_controller import DossiersController
            from ui.desk.dossiers_page import DossiersPage

            page = DossiersPage(self._context.officer, self._context.now)
            self._add_page(DOSSIERS, page, page.head.banners)
            controller = DossiersController(self._context, page, self.receipts, self._choose_folder, self)
            controller.return_asked.connect(self.turns.give_back)
            page.new_asked.connect(self.acts.new)
            self._dossiers = page, controller
        return self._dossiers

    @property
    def return_page(self) -> "ReturnPage":
        """Trả kết quả."""
        return self._made_returning()[0]

    @property
    def returning(self) -> "ReturnController":
        """What Trả kết quả does."""
        return self._made_returning()[1]

    def _made_returning(self) -> "tuple[ReturnPage, ReturnController]":
        """Return Trả kết quả, made at its first opening."""
        if self._returning is None:
            from ui.desk.return_controller import ReturnController
            from ui.desk.return_page import ReturnPage

            page = ReturnPage(lambda: self.frame, self._context.now)
            self._add_page(RETURN, page, page.head.banners)
            controller = ReturnController(self._context, page, self)
            controller.dossier_opened.connect(self.turns.show_dossier)
            self._returning = page, controller
        return self._returning

    def _admin(self) -> "AdminController":
        """Return Quản trị, made at its first opening: most officers never open it."""
        if self.admin is None:
            from ui.desk.admin.controller import AdminController
            from ui.desk.admin.page import AdminPage

            page = AdminPage()
            self._add_page(ADMIN, page, page.head.banners)
            self.admin = AdminController(self._context, page, self)
            page.add_way("cloud-upload", self.tr("Đồng bộ"), lambda: self.open_page(SYNC))
        return self.admin

    def _live(self) -> "LiveController":
        """Return Điều hành, made at its first opening: it is for who directs the queue."""
        if self.live is None:
            from ui.desk.live.controller import LiveController
            from ui.desk.live.page import LivePage

            page = LivePage()
            self._add_page(LIVE, page, page.head.banners)
            self.live = LiveController(self._context, page, self)
        return self.live

    def _review(self) -> None:
        """Make Cần xem lại at its first opening: on most days nobody needs it."""
        if REVIEW not in self._pages:
            page = self.review.made_page()
            self._add_page(REVIEW, page, page.head.banners)

    def _sync(self) -> "SyncController":
        """Return Đồng bộ, made at its first opening: while all is well nobody needs it."""
        if self.sync is None:
            from ui.desk.sync_page.controller import SyncController
            from ui.desk.sync_page.page import SyncPage

            page = SyncPage()
            self._add_page(SYNC, page, page.head.banners)
            self.sync = SyncController(self._context, page, self._uplink, self._choose_stick, self)
        return self.sync

    def _process(self) -> "ProcessController":
        """Return Xử lý, made at its first opening: at the counter it is seldom needed first thing."""
        if self.process is None:
            from ui.desk.process.controller import ProcessController
            from ui.desk.process.page import ProcessPage

            page = ProcessPage(self._context.officer, self._context.now)
            self._add_page(PROCESS, page, page.head.banners)
            self.process = ProcessController(self._context, page, self._choose_folder, self)
            self.process.return_asked.connect(self.turns.give_back)
            self.process.opened.connect(self.turns.show_act)
        return self.process

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

    def _add_page(self, key: str, page: QWidget, banners: Banners) -> None:
        """Take a page in; every page shows the same notices."""
        self._pages[key] = page
        self.frame.centre.addWidget(page)
        self.notices.changed.connect(banners.present)
        banners.acted.connect(self.notices.act)
        banners.dismissed.connect(self.notices.drop)
        banners.present(self.notices.all)

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
