"""Wires the page that hands results over."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.domain.citizen_card import CitizenCard
from counter_app.domain.dossier_code import normalise, receipt_code
from counter_app.domain.dossier_facts import ReturnWay
from counter_app.domain.dossiers import Dossier
from counter_app.errors import Code, CounterError
from ui.components.banner import Notice
from ui.components.suggestions import Suggestion
from ui.components.tone import Tone
from ui.desk import times, words
from ui.desk.context import DeskContext
from ui.desk.looking import note_look
from ui.desk.returning.page import ReturnPage
from ui.desk.returning.reading import read_known, read_ready
from ui.desk.returning.state import CardMatch, Known, ReturnState, Taker, TakerForm

_NOTICE = "return"
_SEARCH_MS = 120
_SOON_MS = 200


class ReturnController(QObject):
    """Finds by code, compares the card, hands over. ``dossier_opened(Dossier)`` asks for a dossier's own page."""

    dossier_opened = Signal(object)

    def __init__(self, context: DeskContext, page: ReturnPage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._page = context, page
        self._state = ReturnState()
        self._found: dict[str, Dossier] = {}
        self._search = _timer(self, _SEARCH_MS)
        self._search.timeout.connect(self._look)
        self._soon = _timer(self, _SOON_MS)
        self._soon.timeout.connect(self.refresh)
        page.searched.connect(lambda _: self._search.start())
        page.looked_up.connect(self._taken)
        page.taker_changed.connect(lambda taker: self._show(replace(self._state, taker=taker)))
        page.signer_chosen.connect(lambda signer: self._show(replace(self._state, signer=signer)))
        page.numbered.connect(lambda number: self._show(replace(self._state, number=number)))
        page.hand_over_asked.connect(self.hand_over)
        page.another_asked.connect(self.clear)
        page.opened.connect(self.open)
        page.dossier_asked.connect(self.open_dossier)
        context.tasks.streams_changed.connect(self._changed)

    @property
    def state(self) -> ReturnState:
        """What is shown."""
        return self._state

    def refresh(self) -> None:
        """Read again: the results that wait, and the dossier shown."""
        services, shown = self._context.services, self._state.dossier
        self._context.tasks.read(
            lambda: read_ready(services), self._page.present_ready, self._refused, owner=self, topic="ready"
        )
        if shown is not None and not self._state.busy:
            again = shown.id
            self._context.tasks.read(
                lambda: services.dossiers.dossier(again), self._follow, self._refused, owner=self, topic="shown"
            )

    def clear(self) -> None:
        """Be ready for the next receipt."""
        self._context.notices.drop(_NOTICE)
        self._show(ReturnState())
        self._page.line.clear()
        self._page.line.setFocus()
        self.refresh()

    def open(self, dossier: Dossier, *, receipt: bool = False) -> None:
        """Show a dossier; ``receipt`` if its receipt was scanned, which is then in the officer's hand."""
        self._page.popup.hide()
        self._context.notices.drop(_NOTICE)
        self._show(ReturnState(dossier, taker=_taker_of(dossier, receipt=receipt)))
        self._page.who.button(0).setFocus()
        self._read(dossier)

    def open_dossier(self) -> None:
        """Ctrl+O: go to the dossier's own page."""
        if self._state.dossier is not None:
            self.dossier_opened.emit(self._state.dossier)

    def take_line(self, line: str) -> None:
        """Open the dossier whose receipt was scanned: its code, or an address that ends in it."""
        self._find_one(receipt_code(line), receipt=True)

    def take_card(self, card: CitizenCard) -> None:
        """Compare a card with the dossier."""
        dossier, taker = self._state.dossier, self._state.taker
        if dossier is None:
            return
        person = dossier.applicant
        if dossier.authorised is not None and dossier.authorised.person.identity == card.number:
            person = dossier.authorised.person
        birth = f"{person.birth:%d/%m/%Y}" if person.birth else ""
        matches = (
            CardMatch(self._page.tr("Họ và tên"), person.name, card.full_name),
            CardMatch(self._page.tr("Số định danh"), person.identity, card.number),
            CardMatch(self._page.tr("Ngày sinh"), birth, f"{card.birth:%d/%m/%Y}"),
        )
        if matches[1].same and person is dossier.applicant:
            taker = replace(taker, who=Taker.OWNER, name="", identity=card.number)
        else:
            who = Taker.OTHER if taker.who is Taker.OTHER else Taker.AUTHORISED
            taker = replace(taker, who=who, name=card.full_name, identity=card.number)
        self._show(replace(self._state, matches=matches, taker=taker))

    def hand_over(self) -> None:
        """Ctrl+Enter: hand the result over; a same-day one is signed off first."""
        state, services, officer = self._state, self._context.services, self._context.officer.id
        dossier = state.dossier
        if dossier is None or state.busy or not state.can_return or self._problem(state):
            return
        taker, identity, paper = _said(dossier, state.taker, self.tr("đã nhận lại giấy hẹn"))
        finishes, signer, number = state.finishes, state.signer, state.number
        self._show(replace(state, busy=True))

        def work() -> Dossier:
            if finishes:
                services.lifecycle.mark_ready(dossier.id, officer, signer=signer, number=number)
            way = state.taker.way
            return services.lifecycle.return_result(
                dossier.id, officer, taker, taker_identity=identity, way=way, paper=paper
            )

        self._context.tasks.run(work, self._handed, self._not_handed, owner=self)

    def _handed(self, dossier: Dossier) -> None:
        self._show(replace(self._state, dossier=dossier, busy=False))
        told = self.tr("Đã trả kết quả hồ sơ {code}.").format(code=dossier.code)
        self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, told))
        self._page.another.setFocus()
        self._read(dossier)

    def _not_handed(self, error: CounterError) -> None:
        self._refused(error)
        if self._state.dossier is not None:
            self._show(replace(self._state, busy=False))
            self.refresh()

    def _refused(self, error: CounterError) -> None:
        self._context.notices.put_error(_NOTICE, error)

    # what is read

    def _read(self, dossier: Dossier) -> None:
        services, officer = self._context.services, self._context.officer

        def show(known: Known) -> None:
            if self._state.dossier is not None and self._state.dossier.id == dossier.id:
                signer = self._state.signer or (known.signers[0].id if known.signers else "")
                self._show(replace(self._state, known=known, signer=signer))
                note_look(self._context, dossier.id, self)

        self._context.tasks.read(
            lambda: read_known(services, dossier, officer), show, self._refused, owner=self, topic="known"
        )

    def _follow(self, dossier: Dossier) -> None:
        """Take over what another desk did to the dossier shown."""
        shown = self._state.dossier
        if shown is None or shown.id != dossier.id or self._state.busy or shown == dossier:
            return
        self._show(replace(self._state, dossier=dossier))
        self._read(dossier)

    def _changed(self, streams: frozenset[str]) -> None:
        if self._page.isVisible() and any(stream.startswith("dossier/") for stream in streams):
            self._soon.start()

    def _taken(self, text: str) -> None:
        found = self._found.get(text)
        if found is not None:
            self.open(found)
        elif text.strip():
            self._find_one(receipt_code(text))

    def _find_one(self, text: str, *, receipt: bool = False) -> None:
        dossiers, code = self._context.services.dossiers, normalise(text)

        def show(found: tuple[Dossier, ...]) -> None:
            exact = [dossier for dossier in found if dossier.code == code]
            if not receipt:  # who types may leave letters out; what was scanned is whole, or no receipt
                exact = exact or list(found)
            if len(exact) == 1:
                self.open(exact[0], receipt=receipt)
            elif not exact:
                self._context.notices.put_error(_NOTICE, CounterError(Code.DOSSIER_UNKNOWN, dossier=text))
            else:
                self._suggest(found)

        self._context.tasks.read(lambda: dossiers.find(text, 8), show, owner=self, topic="open")

    def _look(self) -> None:
        text = self._page.line.text()
        if len(text.strip()) < 2:
            self._page.popup.hide()
            return

        def show(found: tuple[Dossier, ...]) -> None:
            if text == self._page.line.text():
                self._suggest(found)

        self._context.tasks.read(
            lambda: self._context.services.dossiers.find(text, 8), show, owner=self, topic="search"
        )

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

    # what is shown

    def _problem(self, state: ReturnState) -> str:
        taker = state.taker
        if not state.can_return or taker.way is ReturnWay.ONLINE:
            return ""
        if taker.way is ReturnWay.POST:
            return "" if taker.name.strip() else self.tr("Nhập họ tên nhân viên bưu chính nhận kết quả.")
        if taker.who is Taker.OWNER:
            return ""
        if not taker.name.strip():
            return self.tr("Nhập họ tên người nhận thay.")
        return "" if taker.paper.strip() else self.tr("Ghi giấy ủy quyền hoặc giấy giới thiệu của người nhận thay.")

    def _show(self, state: ReturnState) -> None:
        self._state = replace(state, problem=self._problem(state))
        self._page.present(self._state)


def _taker_of(dossier: Dossier, *, receipt: bool) -> TakerForm:
    """Return who most likely takes it."""
    form = TakerForm(identity=dossier.applicant.identity, way=dossier.return_way, receipt_back=receipt)
    if dossier.authorised is None:
        return form
    person = dossier.authorised.person
    return replace(
        form, who=Taker.AUTHORISED, name=person.name, identity=person.identity, paper=dossier.authorised.paper
    )


def _said(dossier: Dossier, taker: TakerForm, receipt_back: str) -> tuple[str, str, str]:
    """Return name, number and paper as they are recorded."""
    owner = dossier.applicant.name
    if taker.way is ReturnWay.ONLINE:
        return owner, dossier.applicant.identity, ""
    if taker.way is ReturnWay.POST:
        return taker.name, "", taker.paper
    name = owner if taker.who is Taker.OWNER else taker.name
    paper = "" if taker.who is Taker.OWNER else taker.paper.strip()
    return name, taker.identity, "; ".join(filter(None, (paper, receipt_back if taker.receipt_back else "")))


def _timer(owner: QObject, delay: int) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(delay)
    return timer
