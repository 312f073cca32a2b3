"""Wires the list of dossiers."""

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.domain.dossiers import Dossier
from counter_app.errors import CounterError
from ui import messages
from ui.desk.context import DeskContext
from ui.desk.dossiers_page import DossiersPage
from ui.desk.receive.papers import Receipts

_MOST = 200
_SOON_MS = 200


class DossiersController(QObject):
    """Finds and shows; ``return_asked(Dossier)`` asks for the page that hands over."""

    return_asked = Signal(object)

    def __init__(
        self, context: DeskContext, page: DossiersPage, receipts: Receipts, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._page = context, page
        self._selected = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.refresh)
        page.searched.connect(lambda _: self.refresh())
        page.table.opened.connect(self.return_asked)
        page.detail.return_asked.connect(self.return_asked)
        page.detail.print_asked.connect(receipts.print)
        page.detail.save_asked.connect(receipts.save)
        context.tasks.streams_changed.connect(self._changed)

    def refresh(self) -> None:
        """Read the list again."""
        services, text = self._context.services, self._page.line.text()

        def work() -> tuple[tuple[Dossier, ...], dict[str, str]]:
            officers = {officer.id: officer.name for officer in services.officers.all()}
            return services.dossiers.find(text, _MOST), officers

        def show(read: tuple[tuple[Dossier, ...], dict[str, str]]) -> None:
            if text == self._page.line.text():
                self._page.present(*read, self._selected)
                self._selected = ""

        self._context.tasks.read(work, show, self._failed, owner=self)

    def open(self, dossier: Dossier) -> None:
        """Show one dossier, found elsewhere."""
        self._page.line.setText(dossier.code)
        self._selected = dossier.id
        self.refresh()
        self._page.table.setFocus()

    def _failed(self, error: CounterError) -> None:
        said = messages.message(error)
        self._page.present_failure(said.title, said.next_step)

    def _changed(self, streams: frozenset[str]) -> None:
        if self._page.isVisible() and any(stream.startswith("dossier/") for stream in streams):
            self._soon.start()
