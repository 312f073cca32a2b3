"""The desk's pages that are made at their first opening: a reception begins without them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sync.link import Uplink
from ui.desk.context import DeskContext
from ui.desk.page_keys import ADMIN, DOSSIERS, LIVE, PROCESS, RETURN, REVIEW, SYNC

if TYPE_CHECKING:  # imported at the first opening of its page
    from ui.desk.admin.controller import AdminController
    from ui.desk.dossiers.controller import DossiersController
    from ui.desk.dossiers.page import DossiersPage
    from ui.desk.live.controller import LiveController
    from ui.desk.process.controller import ProcessController
    from ui.desk.returning.controller import ReturnController
    from ui.desk.returning.page import ReturnPage
    from ui.desk.sync_page.controller import SyncController
    from ui.desk.window import DeskWindow

Choose = Callable[[Path], Path | None]
"""Asks for a folder, from this one on."""


class LatePages:
    """Makes each page with its controller once, and begins its work whenever it comes to the front."""

    def __init__(
        self,
        context: DeskContext,
        window: "DeskWindow",
        uplink: Uplink | None,
        choose_folder: Choose,
        choose_stick: Choose,
    ) -> None:
        self._context, self._window, self._uplink = context, window, uplink
        self._choose_folder, self._choose_stick = choose_folder, choose_stick
        self._dossiers: tuple[DossiersPage, DossiersController] | None = None
        self._returning: tuple[ReturnPage, ReturnController] | None = None
        self.admin: AdminController | None = None
        self.live: LiveController | None = None
        self.process: ProcessController | None = None
        self.sync: SyncController | None = None
        self._reviewed = False

    def make(self, key: str) -> None:
        """Have a page ready that is to be shown."""
        made: dict[str, Callable[[], object]] = {
            DOSSIERS: self.made_dossiers,
            PROCESS: self._made_process,
            RETURN: self.made_returning,
            ADMIN: lambda: self._made_admin().open(),
            LIVE: self._made_live,
            REVIEW: self._make_review,
            SYNC: self._made_sync,
        }
        if key in made:
            made[key]()

    def enter(self, key: str) -> None:
        """Read what the page at the front shows, and put the focus where its work begins."""
        entered: dict[str, Callable[[], object]] = {
            DOSSIERS: lambda: self.made_dossiers()[1].enter(),
            PROCESS: lambda: self._made_process().open(),
            RETURN: self._enter_returning,
            ADMIN: lambda: self._made_admin().focus(),
            LIVE: lambda: self._made_live().open(),
            REVIEW: self._window.review.open,
            SYNC: lambda: self._made_sync().open(),
        }
        entered[key]()

    def made_dossiers(self) -> "tuple[DossiersPage, DossiersController]":
        """Return Hồ sơ."""
        if self._dossiers is None:
            from ui.desk.dossiers.controller import DossiersController
            from ui.desk.dossiers.page import DossiersPage

            window = self._window
            page = DossiersPage(self._context.officer, self._context.now)
            window.add_page(DOSSIERS, page, page.head.banners)
            controller = DossiersController(self._context, page, window.receipts, self._choose_folder, window)
            controller.return_asked.connect(window.turns.give_back)
            page.new_asked.connect(window.acts.new)
            self._dossiers = page, controller
        return self._dossiers

    def made_returning(self) -> "tuple[ReturnPage, ReturnController]":
        """Return Trả kết quả."""
        if self._returning is None:
            from ui.desk.returning.controller import ReturnController
            from ui.desk.returning.page import ReturnPage

            window = self._window
            page = ReturnPage(lambda: window.frame, self._context.now)
            window.add_page(RETURN, page, page.head.banners)
            controller = ReturnController(self._context, page, window)
            controller.dossier_opened.connect(window.turns.show_dossier)
            self._returning = page, controller
        return self._returning

    def _enter_returning(self) -> None:
        page, controller = self.made_returning()
        controller.refresh()
        page.line.setFocus()

    def _made_admin(self) -> "AdminController":
        """Return Quản trị: most officers never open it."""
        if self.admin is None:
            from ui.desk.admin.controller import AdminController
            from ui.desk.admin.page import AdminPage

            window, page = self._window, AdminPage()
            window.add_page(ADMIN, page, page.head.banners)
            self.admin = AdminController(self._context, page, window)
            way = window.name_of(SYNC)
            page.add_way(way.icon, way.name, lambda: window.open_page(SYNC))
        return self.admin

    def _made_live(self) -> "LiveController":
        """Return Điều hành: it is for who directs the queue."""
        if self.live is None:
            from ui.desk.live.controller import LiveController
            from ui.desk.live.page import LivePage

            page = LivePage()
            self._window.add_page(LIVE, page, page.head.banners)
            self.live = LiveController(self._context, page, self._window)
        return self.live

    def _made_process(self) -> "ProcessController":
        """Return Xử lý: at the counter it is seldom needed first thing."""
        if self.process is None:
            from ui.desk.process.controller import ProcessController
            from ui.desk.process.page import ProcessPage

            window = self._window
            page = ProcessPage(self._context.officer, self._context.now)
            window.add_page(PROCESS, page, page.head.banners)
            self.process = ProcessController(self._context, page, self._choose_folder, window)
            self.process.return_asked.connect(window.turns.give_back)
            self.process.opened.connect(window.turns.show_act)
        return self.process

    def _make_review(self) -> None:
        """Make Cần xem lại: on most days nobody needs it."""
        if not self._reviewed:
            self._reviewed = True
            page = self._window.review.made_page()
            self._window.add_page(REVIEW, page, page.head.banners)

    def _made_sync(self) -> "SyncController":
        """Return Đồng bộ: while all is well nobody needs it."""
        if self.sync is None:
            from ui.desk.sync_page.controller import SyncController
            from ui.desk.sync_page.page import SyncPage

            page = SyncPage()
            self._window.add_page(SYNC, page, page.head.banners)
            self.sync = SyncController(self._context, page, self._uplink, self._choose_stick, self._window)
            self.sync.dossier_opened.connect(self._window.turns.show_dossier)
        return self.sync
