"""Wires the receive page to reception: one draft, kept as it is typed, until it is a dossier."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from counter_app.domain.citizen_card import CitizenCard
from counter_app.domain.dossier_facts import FormKind, PaymentMethod, PersonKind
from counter_app.domain.dossiers import Dossier
from counter_app.domain.procedures import Procedure
from counter_app.domain.working_calendar import VIETNAM
from counter_app.errors import CounterError
from counter_app.services.draft_facts import form_fee
from counter_app.services.drafts import Draft, missing_papers
from ui.components.banner import Act, Notice
from ui.components.tone import Tone
from ui.desk import times
from ui.desk.context import DeskContext
from ui.desk.receive import checks
from ui.desk.receive.acquaintances import Acquaintances
from ui.desk.receive.ending import Ending
from ui.desk.receive.fee import is_counted
from ui.desk.receive.incomplete_control import IncompleteControl
from ui.desk.receive.keeper import DraftKeeper
from ui.desk.receive.leave_control import LeaveControl
from ui.desk.receive.more_control import MoreControl
from ui.desk.receive.page import ReceivePage
from ui.desk.receive.paper_control import PaperControl
from ui.desk.receive.papers import Receipts
from ui.desk.receive.procedure_control import ProcedureControl
from ui.desk.receive.scanning import Scans
from ui.desk.receive.state import ApplicantField, CardReading, ReceiveState

_NOTICE = "receive"


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
        self.papers = PaperControl(context, self.keeper, page, scans, self._change, self)
        self.ending = Ending(context, page, self.keeper, scans, receipts, self)
        self.more = MoreControl(context, self.keeper, page.form, self._change, self.present, self)
        self.incomplete = IncompleteControl(context, page, self.keeper, self.more.put, self)
        self.leave = LeaveControl(context, page, self.incomplete, self)
        self.known = Acquaintances(context, self.keeper, self._change, self)
        self._business = ProcedureControl(context, self.keeper, page.form.procedure, self._change, self.present, self)
        self._finished: frozenset[ApplicantField] = frozenset()
        self._card = CardReading.NOT_YET
        self._card_at = context.now()
        self._failed_to_save = False
        self.ticket_now: Callable[[], str] = lambda: ""
        self.reader_ready: Callable[[], bool] = lambda: False
        self.scanner_ready: Callable[[], bool] = lambda: False
        self._wire()

    def _wire(self) -> None:
        page, form = self._page, self._page.form
        page.new_asked.connect(self.new)
        page.more_asked.connect(self.more.toggle)
        page.incomplete_asked.connect(self.ask_incomplete)
        page.receive_asked.connect(self.act)
        self._business.chosen.connect(self._go_on)
        form.applicant.edited.connect(self._typed)
        form.applicant.left.connect(self._left)
        form.scan_button.clicked.connect(self.papers.scan_current)
        form.card_button.clicked.connect(self.await_card)
        form.fee.paid_by.connect(self._paid_by)
        form.fee.counted.connect(lambda count: self._put(copies=count))
        form.fee.copied.connect(lambda count: self._put(fee_copies=count))
        form.appointment.edited.connect(lambda text: self._put(due=text))
        self.papers.begun.connect(self.begun)
        self.papers.changed.connect(self.present)
        self.papers.sheet.can_scan = lambda: self.scanner_ready()
        self.ending.pages_busy = lambda: self.papers.sheet.busy
        self.ending.attempted.connect(self._attempted)
        self.ending.changed.connect(self.present)
        self.ending.over.connect(self.start_over)
        self.ending.another.connect(self.start_another)
        self.ending.lacking.connect(lambda: self.ask_incomplete(FormKind.SUPPLEMENT))
        self.incomplete.registered.connect(self.ending.finish)
        self.incomplete.failed.connect(self.ending.refuse)
        self.known.resume_asked.connect(self.resume)
        self.changed.connect(self.known.follow)
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

    def start_another(self) -> None:
        """Begin one more dossier for the person just served; the visit goes on."""
        done = self.ending.done
        if done is None:
            return
        self.keeper.let_go()
        reception, desk = self._context.services.reception, self._context.desk
        before, visit = done.id, self.ending.visit

        def begun(draft: Draft) -> None:
            self._fresh(draft, visit=visit)
            self._finished = frozenset({ApplicantField.NAME, ApplicantField.IDENTITY, ApplicantField.BIRTH})
            self.present()

        self._context.tasks.run(lambda: reception.begin_another(desk, before), begun, owner=self)

    def resume(self, dossier: Dossier) -> None:
        """Go on with a dossier that was registered before, in place of the form at hand."""
        self.keeper.let_go()
        reception, desk, ticket = self._context.services.reception, self._context.desk, self.ticket_now()
        visit = self.ending.visit

        def resumed(draft: Draft) -> None:
            self._fresh(draft, visit=visit)
            self._finished = frozenset({ApplicantField.NAME, ApplicantField.IDENTITY, ApplicantField.BIRTH})
            if draft.procedure:
                self._business.read(draft.procedure)
            self.papers.read_images(draft)
            self.present()

        self._context.tasks.run(
            lambda: reception.resume(desk, dossier.id, ticket), resumed, self.ending.refuse, owner=self
        )

    def act(self) -> None:
        """Ctrl+Enter: the one main act of what is shown."""
        if self._page.showing_pages:
            self.papers.sheet.leave()
        elif self._page.showing_leave:
            self.leave.submit()
        elif self._page.showing_incomplete:
            self.incomplete.submit()
        else:
            self.ending.receive()

    def ask_incomplete(self, form: FormKind) -> None:
        """Ctrl+B, Ctrl+T: form 02 or 03 instead of a reception."""
        draft = self.keeper.draft
        if draft is None or self.ending.done is not None or self.ending.busy:
            return
        if form is FormKind.SUPPLEMENT and not draft.procedure:
            return
        self._attempted()
        self._context.notices.drop(_NOTICE)
        self.incomplete.procedure_name = self.procedure.name if self.procedure else draft.content
        self.incomplete.open(form)

    def take_ticket(self, ticket: str) -> None:
        """Tie the form to the ticket now served, if it is tied to none or still empty."""
        draft = self.keeper.draft
        if self.ending.done is not None:
            self.start_over(ticket)
        elif draft is not None and (self.keeper.blank or not draft.ticket) and draft.ticket != ticket:
            self.keeper.change(replace(draft, ticket=ticket))

    def _opened(self, draft: Draft, kept: bool) -> None:
        self._fresh(draft)
        self.papers.recovery.offer()
        if not kept or self.keeper.blank:
            return
        at = times.clock(draft.saved_at) if draft.saved_at else ""
        told = self.tr("Đã mở lại hồ sơ đang làm, tự lưu lúc {time}.").format(time=at)
        acts = (Act("drop", self.tr("Bỏ, làm hồ sơ mới"), "trash"),)
        more = self.tr("Không mất chữ nào đã nhập, trang nào đã quét.")
        self._context.notices.put(Notice(_NOTICE, Tone.INFO, told, more, "history", acts), lambda _: self.start_over())
        if draft.procedure:
            self._business.read(draft.procedure)
        self.papers.read_images(draft)

    def _fresh(self, draft: Draft, visit: tuple[Dossier, ...] = ()) -> None:
        self.keeper.take(draft)
        self.ending.reset(visit)
        self.more.reset()
        self.leave.close()
        self.incomplete.reset()
        self.known.reset()
        self._business.reset()
        self._finished, self._card, self._failed_to_save = frozenset(), CardReading.NOT_YET, False
        self.papers.reset()
        self._context.notices.drop(_NOTICE, "receipt", "scan")
        self._page.form.procedure.clear()
        self._page.leave_paper(done=False)
        self.present()
        self._page.form.procedure.line.setFocus()

    def _change(self, draft: Draft) -> None:
        if self.ending.done is not None:
            return  # a field left behind tells once more that it was edited: the draft is a dossier by now
        before = self.keeper.draft
        (self.keeper.hold if self.ending.busy or self.incomplete.busy else self.keeper.change)(draft)
        self.begun.emit()
        if before is not None and before.channel is not draft.channel and draft.procedure:
            self._business.read(draft.procedure)
        self.present()

    @property
    def procedure(self) -> Procedure | None:
        """The procedure chosen, as soon as it is read."""
        return self._business.procedure

    def choose(self, code: str) -> None:
        """Take a procedure."""
        self._business.choose(code)

    @property
    def usual(self) -> tuple[Procedure, ...]:
        """What people mostly come for in the group that is served."""
        return self._business.usual

    def offer(self, usual: tuple[Procedure, ...]) -> None:
        """Know what people mostly come for."""
        self._business.usual = usual

    def _go_on(self) -> None:
        """Put the focus on the next thing that needs a person: what is empty, what has to be counted, the main act."""
        form, draft = self._page.form, self.keeper.draft
        gap = form.applicant.first_gap()
        if draft is None or not draft.procedure:
            form.procedure.line.setFocus()
        elif gap is not None:
            gap.line.setFocus()
        elif self.procedure is None:
            self._business.goes_on = True  # once it is known whether something has to be counted
        elif is_counted(self.procedure.fee):
            form.fee.units.setFocus()
            form.fee.units.selectAll()
        else:
            self._page.receive_button.setFocus()

    # the applicant

    def await_card(self) -> None:
        """F7: say that a card is expected, or that there is no reader; a card is taken at any time anyway."""
        self._card = CardReading.AWAITED if self.reader_ready() else CardReading.NO_READER
        if self._page.form.others.place_in_use() is None:
            self._page.form.applicant.fields[ApplicantField.NAME].line.setFocus()
        self.present()

    def take_card(self, card: CitizenCard) -> None:
        """Fill the applicant from a card, or the person beside the applicant whose fields are in use."""
        draft = self.keeper.draft
        if draft is None or self.ending.done is not None:
            return
        if self.more.take_card(card):
            return
        if draft.kind is PersonKind.CITIZEN:
            filled = self._context.services.reception.fill(draft, card)
        else:  # the card is of who speaks for the organisation
            filled = replace(draft, representative=card.full_name)
        self._card, self._card_at = CardReading.READ, self._context.now()
        self._finished |= {ApplicantField.NAME, ApplicantField.IDENTITY, ApplicantField.BIRTH}
        self._change(filled)
        self._go_on()

    def _typed(self, field: str, text: str) -> None:
        if self.keeper.draft is not None:
            self._change(_with(self.keeper.draft, field, text))

    def _left(self, field: str) -> None:
        key, draft = ApplicantField(field), self.keeper.draft
        if draft is None:
            return
        text: str = getattr(draft, field)
        tidy = checks.tidied(field, text)
        if not text and key not in self._finished:
            return
        self._finished |= {key}
        if tidy != text:
            self._change(_with(draft, field, tidy))
        else:
            self.present()

    # the fee

    def _paid_by(self, method: PaymentMethod) -> None:
        self._put(payment=method)

    def _put(self, **changes: Any) -> None:  # noqa: ANN401 - fields of the draft, each with its type
        if self.keeper.draft is not None:
            self._change(replace(self.keeper.draft, **changes))

    # showing

    def present(self) -> None:
        """Show everything anew; cheap, and nothing that has not changed is touched."""
        draft = self.keeper.draft
        if draft is None or self.ending.done is not None:
            return
        if self._page.showing_incomplete:
            self.incomplete.present()
        self._page.present(self.papers.seen(self._state(draft)))
        self.changed.emit()

    def _state(self, draft: Draft) -> ReceiveState:
        now = self._context.now()
        today = now.astimezone(VIETNAM).date()
        return ReceiveState(
            draft=draft,
            procedure=self.procedure,
            fee=form_fee(self.procedure, draft) if self.procedure else 0,
            appointment=self._business.appointment,
            verdicts=checks.verdicts(draft, self._finished, today),
            card=self._card,
            card_at=self._card_at,
            scanning=self._scans.now,
            can_scan=self.scanner_ready(),
            images=self.papers.images,
            lacking=tuple(" / ".join(group) for group in missing_papers(draft.papers)),
            more=self.more.open,
            people=checks.people_verdicts(draft, self.more.finished, today),
            moments=checks.moment_verdicts(draft, now),
            phone_known=self.known.phone_known,
            busy=self.ending.busy,
            saved_at=self.keeper.saved_at,
            saving_failed=self._failed_to_save,
        )

    def _attempted(self) -> None:
        self._finished = frozenset(ApplicantField)
        self.more.finish()
        draft = self.keeper.draft
        if draft is not None:
            for field in ApplicantField:
                draft = _with(draft, field.value, checks.tidied(field.value, getattr(draft, field.value)))
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
