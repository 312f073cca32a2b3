"""Wires the receive page to reception: one draft, kept as it is typed, until it is a dossier."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.domain.citizen_card import CitizenCard
from counter_app.domain.dossier_facts import PaymentMethod
from counter_app.domain.procedures import Procedure
from counter_app.domain.working_calendar import Appointment
from counter_app.errors import CounterError
from counter_app.services.reception import Draft
from ui.components.banner import Act, Notice
from ui.components.tone import Tone
from ui.desk import times
from ui.desk.context import DeskContext
from ui.desk.receive import checks
from ui.desk.receive.ending import Ending
from ui.desk.receive.keeper import DraftKeeper
from ui.desk.receive.page import ReceivePage
from ui.desk.receive.paper_control import PaperControl
from ui.desk.receive.papers import Receipts
from ui.desk.receive.scanning import Scans
from ui.desk.receive.state import ApplicantField, CardReading, ReceiveState

_NOTICE = "receive"
_SEARCH_MS = 80


class ReceiveController(QObject):
    """The page's logic; ``begun()`` at the first change, ``changed()`` at each one."""

    begun = Signal()
    changed = Signal()

    def __init__(
        self,
        context: DeskContext,
        page: ReceivePage,
        scans: Scans,
        receipts: Receipts,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._page, self._scans = context, page, scans
        self.keeper = DraftKeeper(context, self)
        self.papers = PaperControl(context, self.keeper, page.form.checklist, scans, self._change, self)
        self.ending = Ending(context, page, self.keeper, scans, receipts, self)
        self.procedure: Procedure | None = None
        self._appointment: Appointment | None = None
        self._finished: frozenset[ApplicantField] = frozenset()
        self._card = CardReading.NOT_YET
        self._card_at = context.now()
        self._failed_to_save = False
        self._asked = ""
        self._search = QTimer(self)
        self._search.setSingleShot(True)
        self._search.setInterval(_SEARCH_MS)
        self._search.timeout.connect(self._look)
        self.ticket_now: Callable[[], str] = lambda: ""
        self.reader_ready: Callable[[], bool] = lambda: False
        self.scanner_ready: Callable[[], bool] = lambda: False
        self._wire()

    def _wire(self) -> None:
        page, form = self._page, self._page.form
        page.new_asked.connect(self.new)
        form.procedure.searched.connect(self._searched)
        form.procedure.chosen.connect(self.choose)
        form.applicant.edited.connect(self._typed)
        form.applicant.left.connect(self._left)
        form.scan_button.clicked.connect(self.papers.scan_current)
        form.card_button.clicked.connect(self.await_card)
        form.fee.paid_by.connect(self._paid_by)
        form.fee.counted.connect(self._counted)
        self.papers.begun.connect(self.begun)
        self.papers.image_read.connect(self.present)
        self.ending.attempted.connect(self._attempted)
        self.ending.changed.connect(self.present)
        self.ending.over.connect(self.start_over)
        self.keeper.saved.connect(self._saved)
        self.keeper.failed.connect(self._save_failed)
        self._scans.changed.connect(self.present)

    # the draft

    def open(self) -> None:
        """Offer the half-filled form of this desk again, or start an empty one."""
        reception, desk = self._context.services.reception, self._context.desk

        def work() -> tuple[Draft, bool]:
            kept = reception.draft(desk)
            return (kept, True) if kept is not None else (reception.begin(desk), False)

        self._context.tasks.run(work, lambda found: self._opened(*found), owner=self)

    def new(self) -> None:
        """Ctrl+N: an empty form; a form that was begun is asked about first."""
        if self._page.showing_done or self.keeper.blank:
            self.start_over()
            return
        acts = (Act("drop", self.tr("Bỏ và làm mới"), "trash"), Act("keep", self.tr("Làm tiếp")))
        told = self.tr("Hồ sơ đang làm chưa tiếp nhận.")
        more = self.tr("Bỏ hồ sơ này thì phần đã nhập và trang đã quét không còn.")

        def then(act: str) -> None:
            if act == "drop":
                self.start_over()

        self._context.notices.put(Notice(_NOTICE, Tone.WARNING, told, more, acts=acts), then)

    def start_over(self, ticket: str = "") -> None:
        """Drop the form and begin an empty one."""
        self.keeper.let_go()
        at = ticket or self.ticket_now()
        reception, desk = self._context.services.reception, self._context.desk

        def work() -> Draft:
            reception.discard(desk)
            return reception.begin(desk, at)

        self._context.tasks.run(work, self._fresh, owner=self)

    def take_ticket(self, ticket: str) -> None:
        """Tie the form to the ticket now served, if it is tied to none or still empty."""
        draft = self.keeper.draft
        if self.ending.done is not None:
            self.start_over(ticket)
        elif draft is not None and (self.keeper.blank or not draft.ticket) and draft.ticket != ticket:
            self.keeper.change(replace(draft, ticket=ticket))

    def _opened(self, draft: Draft, kept: bool) -> None:
        self._fresh(draft)
        if not kept or self.keeper.blank:
            return
        at = times.clock(draft.saved_at) if draft.saved_at else ""
        told = self.tr("Đã mở lại hồ sơ đang làm, tự lưu lúc {time}.").format(time=at)
        acts = (Act("drop", self.tr("Bỏ, làm hồ sơ mới"), "trash"),)
        more = self.tr("Không mất chữ nào đã nhập, trang nào đã quét.")
        self._context.notices.put(Notice(_NOTICE, Tone.INFO, told, more, "history", acts), lambda _: self.start_over())
        if draft.procedure:
            self._read_procedure(draft.procedure)
        self.papers.read_images(draft)

    def _fresh(self, draft: Draft) -> None:
        self.keeper.take(draft)
        self.ending.reset()
        self.procedure, self._appointment = None, None
        self._finished, self._card, self._failed_to_save = frozenset(), CardReading.NOT_YET, False
        self.papers.images.clear()
        self._context.notices.drop(_NOTICE, "receipt", "scan")
        self._page.form.procedure.clear()
        if self._page.showing_paper:
            self._page.leave_paper(done=False)
        self.present()
        self._page.form.procedure.line.setFocus()

    def _change(self, draft: Draft) -> None:
        if self.ending.done is not None:
            return  # a field left behind tells once more that it was edited: the draft is a dossier by now
        (self.keeper.hold if self.ending.busy else self.keeper.change)(draft)
        self.begun.emit()
        self.present()

    # the procedure

    def _searched(self, text: str) -> None:
        self._asked = text
        self._search.start()

    def _look(self) -> None:
        text, catalogue = self._asked, self._context.services.catalogue

        def found(result: tuple[tuple[Procedure, ...], int]) -> None:
            self._page.form.procedure.suggest(text, *result)

        self._context.tasks.read(lambda: (catalogue.search(text), len(catalogue.procedures())), found, owner=self)

    def choose(self, code: str) -> None:
        """Take a procedure; pages that were scanned for another one are not dropped unasked."""
        draft = self.keeper.draft
        if draft is None:
            return
        if draft.procedure and draft.procedure != code and any(paper.pages for paper in draft.papers):
            acts = (Act("change", self.tr("Đổi thủ tục")), Act("keep", self.tr("Giữ thủ tục cũ")))
            told = self.tr("Đổi thủ tục sẽ bỏ các trang đã quét.")

            def then(act: str) -> None:
                if act == "change":
                    self._choose(code)
                else:
                    self.present()

            self._context.notices.put(Notice(_NOTICE, Tone.WARNING, told, acts=acts), then)
            return
        self._choose(code)

    def _choose(self, code: str) -> None:
        reception, draft = self._context.services.reception, self.keeper.draft
        if draft is None:
            return

        def chosen(with_papers: Draft) -> None:
            current = self.keeper.draft
            if current is not None:
                self.procedure, self._appointment = None, None
                papers = with_papers.papers
                self._change(replace(current, procedure=with_papers.procedure, papers=papers, copies=1))
                self._read_procedure(code)
                self._page.form.applicant.fields[ApplicantField.NAME].line.setFocus()

        self._context.tasks.read(lambda: reception.choose(draft, code), chosen, owner=self)

    def _read_procedure(self, code: str) -> None:
        catalogue, reception = self._context.services.catalogue, self._context.services.reception

        def read(found: tuple[Procedure, Appointment]) -> None:
            if self.keeper.draft is not None and self.keeper.draft.procedure == found[0].code:
                self.procedure, self._appointment = found
                self.present()

        self._context.tasks.read(lambda: (catalogue.procedure(code), reception.appointment(code)), read, owner=self)

    # the applicant

    def await_card(self) -> None:
        """F7: say that a card is expected, or that there is no reader; a card is taken at any time anyway."""
        self._card = CardReading.AWAITED if self.reader_ready() else CardReading.NO_READER
        self._page.form.applicant.fields[ApplicantField.NAME].line.setFocus()
        self.present()

    def take_card(self, card: CitizenCard) -> None:
        """Fill the applicant from a card."""
        draft = self.keeper.draft
        if draft is None or self.ending.done is not None:
            return
        filled = self._context.services.reception.fill(draft, card)
        self._card, self._card_at = CardReading.READ, self._context.now()
        self._finished |= {ApplicantField.NAME, ApplicantField.IDENTITY, ApplicantField.BIRTH}
        self._change(filled)
        self._page.form.applicant.fields[ApplicantField.PHONE].line.setFocus()

    def _typed(self, field: str, text: str) -> None:
        if self.keeper.draft is not None:
            self._change(_with(self.keeper.draft, field, text))

    def _left(self, field: str) -> None:
        key, draft = ApplicantField(field), self.keeper.draft
        if draft is None:
            return
        text: str = getattr(draft, field)
        tidy = checks.tidied(key, text)
        if not text and key not in self._finished:
            return
        self._finished |= {key}
        if tidy != text:
            self._change(_with(draft, field, tidy))
        else:
            self.present()

    # the fee

    def _paid_by(self, method: PaymentMethod) -> None:
        if self.keeper.draft is not None:
            self._change(replace(self.keeper.draft, payment=method))

    def _counted(self, copies: int) -> None:
        if self.keeper.draft is not None:
            self._change(replace(self.keeper.draft, copies=copies))

    # showing

    def present(self) -> None:
        """Show everything anew; cheap, and nothing that has not changed is touched."""
        draft = self.keeper.draft
        if draft is None or self.ending.done is not None:
            return
        units = max(1, draft.copies)
        self._page.present(
            ReceiveState(
                draft=draft,
                procedure=self.procedure,
                fee=self.procedure.fee.amount * units if self.procedure else 0,
                appointment=self._appointment,
                verdicts=checks.verdicts(draft, self._finished),
                card=self._card,
                card_at=self._card_at,
                scanning=self._scans.now,
                can_scan=self.scanner_ready(),
                images=self.papers.images,
                missing=self._missing(draft),
                busy=self.ending.busy,
                saved_at=self.keeper.saved_at,
                saving_failed=self._failed_to_save,
            )
        )
        self.changed.emit()

    def _missing(self, draft: Draft) -> str:
        lacking = [] if draft.name.strip() else [self.tr("họ tên")]
        lacking += [paper.name for paper in draft.papers if paper.required and not paper.applies]
        return self.tr("Còn thiếu: {what}").format(what=", ".join(lacking)) if lacking else ""

    def _attempted(self) -> None:
        self._finished = frozenset(ApplicantField)
        draft = self.keeper.draft
        if draft is not None:
            for field in ApplicantField:
                draft = _with(draft, field.value, checks.tidied(field, getattr(draft, field.value)))
            self._change(draft)

    def _saved(self) -> None:
        self._failed_to_save = False
        self.present()

    def _save_failed(self, error: CounterError) -> None:
        self._failed_to_save = True
        self._context.notices.put_error("draft", error, tone=Tone.DANGER)
        self.present()


def _with(draft: Draft, field: str, text: str) -> Draft:
    """Return the draft with one field of the applicant changed."""
    changed: dict[str, Any] = {field: text}
    return replace(draft, **changed)
