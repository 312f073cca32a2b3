"""Ctrl+K: go anywhere: a dossier by code, name or phone, a procedure by its usual words, a page by its name."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.dossiers import Dossier
from counter_app.domain.procedures import Procedure
from counter_app.domain.text import fold
from ui.components.suggestions import Suggestion, Suggestions
from ui.desk import times, words
from ui.desk.context import DeskContext
from ui.desk.top_bar import PageName, TopBar

_SEARCH_MS = 120
_SHORTEST = 2
_EACH = 4


class QuickFind(QObject):
    """Searches as one types; ``dossier_taken``, ``procedure_taken(str)``, ``page_taken(str)`` tell where to go."""

    dossier_taken = Signal(object)
    procedure_taken = Signal(str)
    page_taken = Signal(str)

    def __init__(self, context: DeskContext, bar: TopBar, pages: tuple[PageName, ...], host: QWidget) -> None:
        super().__init__(host)
        self._context, self._bar, self._pages = context, bar, pages
        self._dossiers: dict[str, Dossier] = {}
        self._popup = Suggestions(bar.search, lambda: host, self.tr("Tìm thấy"))
        self._popup.setParent(host)
        self._popup.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SEARCH_MS)
        self._timer.timeout.connect(self._look)
        bar.search.textEdited.connect(self._typed)
        self._popup.taken.connect(self._taken)

    @property
    def popup(self) -> Suggestions:
        """The list below the line."""
        return self._popup

    def focus(self) -> None:
        """Put the focus in the line."""
        self._bar.search.setFocus()
        self._bar.search.selectAll()

    def _typed(self, text: str) -> None:
        if len(text.strip()) >= _SHORTEST:
            self._timer.start()
        else:
            self._popup.hide()

    def _look(self) -> None:
        services, text = self._context.services, self._bar.search.text()

        def work() -> tuple[tuple[Dossier, ...], tuple[Procedure, ...]]:
            return services.dossiers.find(text, _EACH), services.catalogue.search(text, _EACH)

        def show(found: tuple[tuple[Dossier, ...], tuple[Procedure, ...]]) -> None:
            if text == self._bar.search.text() and self._bar.search.hasFocus():
                self._show(text, *found)

        self._context.tasks.read(work, show, owner=self, topic="search")

    def _show(self, text: str, dossiers: tuple[Dossier, ...], procedures: tuple[Procedure, ...]) -> None:
        self._dossiers = {dossier.id: dossier for dossier in dossiers}
        now = self._context.now()
        rows = [
            Suggestion(
                f"dossier/{dossier.id}",
                "",
                f"{dossier.code} · {dossier.applicant.name}",
                f"{dossier.procedure_name} · {self.tr('hẹn')} {times.day(dossier.due)}",
                words.state_chip(dossier, now)[0],
                "files",
            )
            for dossier in dossiers
        ]
        rows += [
            Suggestion(
                f"procedure/{procedure.code}",
                "",
                procedure.name,
                f"{procedure.code} · {procedure.field} · {words.term_words(procedure.term)}",
                self.tr("Tiếp nhận"),
                "file-plus",
            )
            for procedure in procedures
        ]
        rows += [
            Suggestion(f"page/{page.key}", "", page.name, self.tr("Mở trang"), "", page.icon)
            for page in self._pages
            if fold(text) in fold(page.name)
        ]
        nothing = self.tr("Không tìm thấy hồ sơ hay thủ tục nào.")
        self._popup.present(tuple(rows), nothing)

    def _taken(self, key: str) -> None:
        kind, _, id_ = key.partition("/")
        self._bar.search.clear()
        if kind == "dossier" and id_ in self._dossiers:
            self.dossier_taken.emit(self._dossiers[id_])
        elif kind == "procedure":
            self.procedure_taken.emit(id_)
        elif kind == "page":
            self.page_taken.emit(id_)
