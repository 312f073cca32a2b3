"""Fills the panel at the right from what is being received."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from counter_app.domain.dossiers import Dossier
from counter_app.domain.procedures import Procedure
from ui.desk import times, words
from ui.desk.context import DeskContext
from ui.desk.help_panel import EarlierRow, HelpPanel, HelpState, OftenRow, PageShown
from ui.desk.receive.controller import ReceiveController

_MOST = 8


class HelpController(QObject):
    """Page just scanned, earlier dossiers, what people mostly come for."""

    dossier_taken = Signal(object)
    zoom_asked = Signal(object)

    def __init__(
        self, context: DeskContext, panel: HelpPanel, receive: ReceiveController, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._panel, self._receive = context, panel, receive
        self._state = HelpState()
        self._at: tuple[int, int] | None = None
        self._draft = ""
        self._dossiers: dict[str, Dossier] = {}
        receive.changed.connect(self._follow)
        receive.papers.page_shown.connect(self._show_page)
        receive.known.found.connect(lambda found: self._show_earlier(found.earlier))
        receive.ending.received.connect(lambda _: receive.known.look())
        panel.stepped.connect(self._step)
        panel.delete_asked.connect(self._delete)
        panel.zoom_asked.connect(self._zoom)
        panel.procedure_taken.connect(receive.choose)
        panel.dossier_opened.connect(self._open)

    def read_often(self, group: str = "") -> None:
        """Read what people mostly come for in a service group."""
        catalogue = self._context.services.catalogue

        def work() -> tuple[Procedure, ...]:
            groups = [group] if group else [known.id for known in catalogue.groups()][:1]
            return catalogue.popular(groups[0]) if groups else ()

        self._context.tasks.read(work, self._show_often, owner=self, topic="often")

    def _show_often(self, found: tuple[Procedure, ...]) -> None:
        self._receive.offer(found)
        self._present(replace(self._state, often=tuple(OftenRow(one.code, one.name) for one in found)))

    def _follow(self) -> None:
        draft = self._receive.keeper.draft
        if draft is None:
            return
        if draft.id != self._draft:
            self._draft, self._at = draft.id, None
        asks = not draft.procedure
        self._present(replace(self._state, page=self._shown(), asks_procedure=asks))

    def _shown(self) -> PageShown | None:
        draft = self._receive.keeper.draft
        if draft is None or self._at is None or self._at[0] >= len(draft.papers):
            return None
        paper = draft.papers[self._at[0]]
        if not paper.pages:
            return None
        place = min(self._at[1], len(paper.pages) - 1)
        image = self._receive.papers.images.get(paper.pages[place].sha256)
        return PageShown(paper.name, place + 1, len(paper.pages), image)

    def _show_page(self, paper: int, page: int) -> None:
        self._at = (paper, page)
        self._present(replace(self._state, page=self._shown()))

    def _step(self, by: int) -> None:
        if self._at is not None:
            self._show_page(self._at[0], max(0, self._at[1] + by))

    def _delete(self) -> None:
        shown = self._shown()
        if self._at is not None and shown is not None:
            paper = self._at[0]
            self._at = (paper, max(0, shown.number - 2))
            self._receive.papers.delete_page(paper, shown.number - 1)

    def _zoom(self) -> None:
        shown = self._shown()
        if shown is not None and shown.image is not None:
            self.zoom_asked.emit(shown.image)

    def _show_earlier(self, found: tuple[Dossier, ...]) -> None:
        self._dossiers = {dossier.id: dossier for dossier in found}
        now = self._context.now()
        rows = tuple(
            EarlierRow(
                dossier.id, dossier.procedure_name, times.day(dossier.received_at), *words.state_chip(dossier, now)
            )
            for dossier in found[:_MOST]
        )
        self._present(replace(self._state, earlier=rows))

    def _open(self, dossier: str) -> None:
        if dossier in self._dossiers:
            self.dossier_taken.emit(self._dossiers[dossier])

    def _present(self, state: HelpState) -> None:
        if state != self._state:
            self._state = state
            self._panel.present(state)
