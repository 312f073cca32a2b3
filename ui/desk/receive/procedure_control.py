"""The logic of choosing the procedure: found as one types, its checklist put into the draft, its appointment read."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.domain.appointments import Appointment
from counter_app.domain.procedures import Channel, Procedure, TermUnit
from counter_app.services.drafts import Draft
from counter_app.services.page_edits import carry
from ui.components.banner import Act, Notice
from ui.components.tone import Tone
from ui.desk.context import DeskContext
from ui.desk.receive.keeper import DraftKeeper
from ui.desk.receive.procedure import ProcedureChoice

_NOTICE = "receive"
_SEARCH_MS = 80


class ProcedureControl(QObject):
    """Changes the draft by ``change``, shows the page by ``present``; ``chosen()`` when the work can go on.

    ``usual`` are offered on the empty line; with ``goes_on``, ``chosen`` is told again once the procedure is read.
    """

    chosen = Signal()

    def __init__(
        self,
        context: DeskContext,
        keeper: DraftKeeper,
        choice: ProcedureChoice,
        change: Callable[[Draft], None],
        present: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._keeper, self._choice = context, keeper, choice
        self._change, self._present = change, present
        self.procedure: Procedure | None = None
        self.appointment: Appointment | None = None
        self.usual: tuple[Procedure, ...] = ()
        self.goes_on = False
        self._asked = ""
        self._search = QTimer(self)
        self._search.setSingleShot(True)
        self._search.setInterval(_SEARCH_MS)
        self._search.timeout.connect(self._look)
        choice.searched.connect(self._searched)
        choice.usual_asked.connect(self._offer_usual)
        choice.chosen.connect(self.choose)

    def reset(self) -> None:
        """Forget the procedure."""
        self.procedure, self.appointment, self.goes_on = None, None, False

    def choose(self, code: str) -> None:
        """Take a procedure; pages that were scanned for another one are not dropped unasked."""
        draft = self._keeper.draft
        if draft is None:
            return
        if draft.procedure and draft.procedure != code and any(paper.pages for paper in draft.papers):
            acts = (Act("change", self.tr("Đổi thủ tục")), Act("keep", self.tr("Giữ thủ tục cũ")))
            told = self.tr("Đổi thủ tục? Giấy tờ cùng tên giữ nguyên trang đã quét.")
            more = self.tr("Trang của giấy tờ khác không mất: mở F12 để đặt lại.")

            def then(act: str) -> None:
                if act == "change":
                    self._choose(code)
                else:
                    self._present()

            self._context.notices.put(Notice(_NOTICE, Tone.WARNING, told, more, acts=acts), then)
            return
        self._choose(code)

    def read(self, code: str) -> None:
        """Read a procedure and its appointment for the draft's channel."""
        catalogue, reception = self._context.services.catalogue, self._context.services.reception
        channel = self._keeper.draft.channel if self._keeper.draft else Channel.IN_PERSON

        def work() -> tuple[Procedure, Appointment | None]:
            procedure = catalogue.procedure(code)
            unset = procedure.term_for(channel).unit is TermUnit.UNSET
            return procedure, None if unset else reception.appointment(code, channel)

        def known(found: tuple[Procedure, Appointment | None]) -> None:
            draft = self._keeper.draft
            if draft is None or draft.procedure != found[0].code or draft.channel is not channel:
                return
            self.procedure, self.appointment = found
            self._present()
            if self.goes_on:
                self.goes_on = False
                self.chosen.emit()

        self._context.tasks.read(work, known, owner=self, topic="procedure")

    def _choose(self, code: str) -> None:
        reception, draft = self._context.services.reception, self._keeper.draft
        if draft is None:
            return

        def put(made: Draft) -> None:
            current = self._keeper.draft
            if current is None or current.id != draft.id:
                return
            self.procedure, self.appointment = None, None
            papers = tuple(replace(paper, pages=(), sides=0) for paper in made.papers)
            same = replace(carry(current, papers), id=made.id, resumed=made.resumed, procedure=made.procedure)
            self._change(replace(same, copies=1, fee_copies=1, due=""))
            self.read(code)
            self.chosen.emit()

        self._context.tasks.read(lambda: reception.choose(draft, code), put, owner=self, topic="choice")

    def _searched(self, text: str) -> None:
        self._asked = text
        self._search.start()

    def _look(self) -> None:
        text, catalogue = self._asked, self._context.services.catalogue

        def work() -> tuple[tuple[Procedure, ...], int]:
            return catalogue.search(text), len(catalogue.procedures())

        def found(result: tuple[tuple[Procedure, ...], int]) -> None:
            self._choice.suggest(text, *result)

        self._context.tasks.read(work, found, owner=self, topic="search")

    def _offer_usual(self) -> None:
        """↓ in the empty line: what people of this ticket's group mostly come for."""
        usual, catalogue = self.usual, self._context.services.catalogue

        def counted(total: int) -> None:
            if self._choice.line.hasFocus() and not self._choice.line.text():
                self._choice.suggest_usual(usual, total)

        self._context.tasks.read(lambda: len(catalogue.procedures()), counted, owner=self, topic="search")
