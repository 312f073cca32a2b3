"""Wires the page that hands results over."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from counter_app.domain.citizen_card import CitizenCard
from counter_app.domain.dossier_code import normalise
from counter_app.domain.dossiers import Dossier
from counter_app.errors import Code, CounterError
from ui.components.banner import Notice
from ui.components.suggestions import Suggestion
from ui.components.tone import Tone
from ui.desk import times, words
from ui.desk.context import DeskContext
from ui.desk.return_page import CardMatch, ReturnPage, ReturnState, Taker

_NOTICE = "return"
_SEARCH_MS = 120


class ReturnController(QObject):
    """Finds by code, compares the card, hands over."""

    def __init__(self, context: DeskContext, page: ReturnPage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._page = context, page
        self._state = ReturnState()
        self._found: dict[str, Dossier] = {}
        self._search = QTimer(self)
        self._search.setSingleShot(True)
        self._search.setInterval(_SEARCH_MS)
        self._search.timeout.connect(self._look)
        page.searched.connect(lambda _: self._search.start())
        page.looked_up.connect(self._taken)
        page.taker_chosen.connect(self._choose_taker)
        page.taker_named.connect(self._name_taker)
        page.hand_over_asked.connect(self.hand_over)
        page.another_asked.connect(self.clear)

    def clear(self) -> None:
        """Be ready for the next receipt."""
        self._context.notices.drop(_NOTICE)
        self._show(ReturnState())
        self._page.line.clear()
        self._page.line.setFocus()

    def open(self, dossier: Dossier) -> None:
        """Show a dossier."""
        self._page.popup.hide()
        self._context.notices.drop(_NOTICE)
        self._show(ReturnState(dossier))
        self._page.who.button(0).setFocus()

    def take_line(self, line: str) -> None:
        """Open the dossier whose receipt was scanned: its code, or an address that ends in it."""
        self._find_one(line.strip().rstrip("/").rpartition("/")[2])

    def take_card(self, card: CitizenCard) -> None:
        """Compare a card with the dossier."""
        dossier = self._state.dossier
        if dossier is None:
            return
        applicant = dossier.applicant
        birth = f"{applicant.birth:%d/%m/%Y}" if applicant.birth else ""
        matches = (
            CardMatch(self._page.tr("Họ và tên"), applicant.name, card.full_name),
            CardMatch(self._page.tr("Số định danh"), applicant.identity, card.number),
            CardMatch(self._page.tr("Ngày sinh"), birth, f"{card.birth:%d/%m/%Y}"),
        )
        same = matches[1].same
        taker = Taker.OWNER if same else Taker.AUTHORISED
        self._show(replace(self._state, matches=matches, taker=taker, taker_name="" if same else card.full_name))

    def hand_over(self) -> None:
        """Ctrl+Enter: hand the result over."""
        state = self._state
        if state.dossier is None or state.busy or self._problem(state):
            return
        dossier, officer = state.dossier.id, self._context.officer.id
        owner = state.taker is Taker.OWNER
        taker = state.dossier.applicant.name if owner else " ".join(state.taker_name.split())
        self._show(replace(state, busy=True))
        self._context.tasks.run(
            lambda: self._context.services.lifecycle.return_result(dossier, officer, taker),
            self._handed,
            self._refused,
            owner=self,
        )

    def _handed(self, dossier: Dossier) -> None:
        self._show(replace(self._state, dossier=dossier, busy=False))
        told = self.tr("Đã trả kết quả hồ sơ {code}.").format(code=dossier.code)
        self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, told))
        self._page.another.setFocus()

    def _refused(self, error: CounterError) -> None:
        self._show(replace(self._state, busy=False))
        self._context.notices.put_error(_NOTICE, error)

    def _taken(self, text: str) -> None:
        found = self._found.get(text)
        if found is not None:
            self.open(found)
        elif text.strip():
            self._find_one(text.strip().rstrip("/").rpartition("/")[2])

    def _find_one(self, text: str) -> None:
        dossiers, code = self._context.services.dossiers, normalise(text)

        def show(found: tuple[Dossier, ...]) -> None:
            exact = [dossier for dossier in found if dossier.code == code] or list(found)
            if len(exact) == 1:
                self.open(exact[0])
            elif not exact:
                self._context.notices.put_error(_NOTICE, CounterError(Code.DOSSIER_UNKNOWN, dossier=text))
            else:
                self._suggest(found)

        self._context.tasks.read(lambda: dossiers.find(text, 8), show, owner=self)

    def _look(self) -> None:
        text = self._page.line.text()
        if len(text.strip()) < 2:
            self._page.popup.hide()
            return

        def show(found: tuple[Dossier, ...]) -> None:
            if text == self._page.line.text():
                self._suggest(found)

        self._context.tasks.read(lambda: self._context.services.dossiers.find(text, 8), show, owner=self)

    def _suggest(self, found: tuple[Dossier, ...]) -> None:
        self._found = {dossier.id: dossier for dossier in found}
        now = self._context.now()
        rows = tuple(
            Suggestion(
                dossier.id,
                dossier.code,
                dossier.applicant.name,
                f"{dossier.procedure_name} · {times.day(dossier.due)}",
                words.state_chip(dossier, now)[0],
            )
            for dossier in found
        )
        self._page.popup.present(rows, self.tr("Không tìm thấy hồ sơ nào."))

    def _choose_taker(self, taker: Taker) -> None:
        self._show(replace(self._state, taker=taker))
        if taker is Taker.AUTHORISED:
            self._page.name.line.setFocus()

    def _name_taker(self, name: str) -> None:
        self._show(replace(self._state, taker_name=name))

    def _problem(self, state: ReturnState) -> str:
        if state.taker is Taker.AUTHORISED and not state.taker_name.strip():
            return self.tr("Nhập họ tên người được ủy quyền.")
        return ""

    def _show(self, state: ReturnState) -> None:
        self._state = replace(state, problem=self._problem(state))
        self._page.present(self._state)
