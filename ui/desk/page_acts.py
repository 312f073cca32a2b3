"""The keys whose act depends on the page that is open: the main act, open, print, new."""

from typing import TYPE_CHECKING

from ui.desk.dossiers.exports import DossierExports
from ui.desk.page_keys import ADMIN, DOSSIERS, LIVE, PROCESS, RECEIVE, RETURN, REVIEW, SYNC
from ui.desk.printing.paper_panel import PaperPanel

if TYPE_CHECKING:
    from ui.desk.window import DeskWindow


class PageActs:
    """What Ctrl+Enter, Ctrl+O, Ctrl+P and Ctrl+N do on the page that is open."""

    def __init__(self, window: "DeskWindow") -> None:
        self._window = window

    def main(self) -> None:
        """Ctrl+Enter: the page's main act, or what the queue asks while one answers it."""
        window = self._window
        if window.queue.confirm_asked():
            return
        lists = next((one for one in window.findChildren(DossierExports) if one.isVisible()), None)
        if lists is not None:
            lists.run()
        elif window.admin is not None and window.page == ADMIN:
            window.admin.act()
        elif window.live is not None and window.page == LIVE:
            window.live.act()
        elif window.process is not None and window.page == PROCESS:
            window.process.act()
        elif window.page == REVIEW:
            window.review.act()
        elif window.page == SYNC and window.sync is not None:
            window.sync.act()
        elif window.page == RETURN:
            window.returning.hand_over()
        elif window.page == DOSSIERS:
            window.dossiers.act()
        else:
            window.receive.act()

    def open_dossier(self) -> None:
        """Ctrl+O."""
        window = self._window
        if window.page == RECEIVE:
            window.receive.known.take_first()
        elif window.page == DOSSIERS:
            window.dossiers.show_current()
        elif window.page == PROCESS and window.process is not None:
            window.process.open_dossier()
        elif window.page == REVIEW:
            window.review.open_dossier()
        elif window.page == RETURN:
            window.returning.open_dossier()
        elif window.page == SYNC and window.sync is not None:
            window.sync.open_dossier()

    def print(self) -> None:
        """Ctrl+P: the paper that is shown, else the page's own."""
        window = self._window
        paper = next((one for one in window.findChildren(PaperPanel) if one.isVisible()), None)
        if paper is not None:
            paper.print_paper()
        elif window.page == RECEIVE:
            ending = window.receive.ending
            (ending.close_paper if window.receive_page.showing_paper else ending.preview)()
        elif window.page == DOSSIERS:
            window.dossiers.print()
        elif window.page == ADMIN and window.admin is not None:
            window.admin.print()

    def new(self) -> None:
        """Ctrl+N."""
        window = self._window
        if window.page == RETURN:
            window.returning.clear()
            return
        window.open_page(RECEIVE)
        window.receive.new()
