"""What turns the page by itself: a card, a code, a dossier that is asked for, a number that is called."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from counter_app.domain.dossiers import Dossier
from counter_app.domain.tickets import Ticket
from ui.desk.page_keys import ADMIN, DOSSIERS, RECEIVE, RETURN

if TYPE_CHECKING:
    from ui.desk.window import DeskWindow


class PageTurns:
    """Each leads to the page where its work goes on."""

    def __init__(self, window: "DeskWindow") -> None:
        self._window = window
        window.frame.strip.backup.clicked.connect(self.show_backups)

    def show_backups(self) -> None:
        """The strip says that a backup is missing."""
        self._window.open_page(ADMIN)
        if self._window.admin is not None:
            self._window.admin.page.open_tab("backup")

    def called(self, ticket: Ticket) -> None:
        """A number was called: the next key begins its service."""
        window = self._window
        if window.page == RECEIVE and window.receive.keeper.blank:
            window.frame.queue.focus_start()
        window.help.read_often(ticket.group)

    def begun(self, ticket: Ticket) -> None:
        """A service has begun: a blank form is for its person."""
        window = self._window
        window.receive.take_ticket(ticket.id)
        if window.page == RECEIVE and window.receive.keeper.blank:
            window.receive_page.form.procedure.line.setFocus()

    def await_card(self) -> None:
        """F7: the next card is an applicant's, but where a result is handed over."""
        if self._window.page != RETURN:
            self._go_to_receive()
            self._window.receive.await_card()

    def take_card(self, card: object) -> None:
        """A card was read."""
        window = self._window
        if window.page == RETURN:
            window.returning.take_card(card)  # type: ignore[arg-type]
            return
        self._go_to_receive()
        window.receive.take_card(card)  # type: ignore[arg-type]

    def take_code(self, line: str) -> None:
        """A receipt's code was read."""
        self._window.open_page(RETURN)
        self._window.returning.take_line(line)

    def give_back(self, dossier: Dossier) -> None:
        """A result is to be handed over."""
        self._window.open_page(RETURN)
        self._window.returning.open(dossier)

    def show_dossier(self, dossier: Dossier) -> None:
        """A dossier is to be seen."""
        self._window.open_page(DOSSIERS)
        self._window.dossiers.open(dossier)

    def show_act(self, dossier: Dossier, act: str) -> None:
        """A dossier is to be seen, with one of its acts."""
        self._window.open_page(DOSSIERS)
        from ui.desk.dossier.acts import Act

        self._window.dossiers.show(dossier, Act(act) if act else None)

    def receive_procedure(self, code: str) -> None:
        """A procedure was found: it is received."""
        self._window.open_page(RECEIVE)
        self._window.receive.choose(code)

    def zoom(self, image: QImage) -> None:
        """A scanned page is to be seen large."""
        page = self._window.receive_page
        page.paper.present((image,))
        page.present_paper()

    def _go_to_receive(self) -> None:
        """Open the receive page; the focus stays if it is open, because a card goes to the person in use."""
        if self._window.page != RECEIVE:
            self._window.open_page(RECEIVE)
