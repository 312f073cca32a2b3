"""The end of a reception: see the receipt, receive, print or save it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from counter_app.domain.dossiers import Dossier
from counter_app.errors import Code, CounterError
from counter_app.services.draft_facts import person_problems
from counter_app.services.drafts import Draft, missing_papers
from counter_app.services.page_edits import PageDoubt, page_doubts
from ui import messages
from ui.components.banner import Notice
from ui.components.tone import Tone
from ui.desk.context import DeskContext
from ui.desk.receive.done import DoneState
from ui.desk.receive.keeper import DraftKeeper
from ui.desk.receive.page import ReceivePage
from ui.desk.receive.papers import PrintedReceipt, Receipts
from ui.desk.receive.scanning import Scans
from ui.desk.receive.state import ApplicantField, PersonField

_NOTICE = "receive"


class Ending(QObject):
    """Ends a reception.

    ``attempted()`` before a try (the form is tidied then), ``changed()`` when the form must be shown anew,
    ``received(Dossier)`` after it, ``over()`` when the next one is asked for, ``another()`` one of the same person;
    ``lacking()`` when papers are missing, so that it can only become a form 02.
    """

    attempted = Signal()
    changed = Signal()
    received = Signal(object)
    over = Signal()
    another = Signal()
    lacking = Signal()

    def __init__(
        self,
        context: DeskContext,
        page: ReceivePage,
        keeper: DraftKeeper,
        scans: Scans,
        receipts: Receipts,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._page, self._keeper, self._scans, self._receipts = context, page, keeper, scans, receipts
        self.done: Dossier | None = None
        self.visit: tuple[Dossier, ...] = ()
        self.busy = False
        self._told_doubts: tuple[PageDoubt, ...] = ()
        self.pages_busy: Callable[[], bool] = lambda: False
        page.preview_asked.connect(self.preview)
        page.preview_closed.connect(self.close_paper)
        page.done.print_asked.connect(self.print_again)
        page.done.print_all_asked.connect(self.print_visit)
        page.done.another_asked.connect(self.ask_another)
        page.done.save_asked.connect(self.save_receipt)
        page.done.view_asked.connect(self.view_receipt)
        receipts.printed.connect(self._printed)
        receipts.drawn.connect(self._drawn)

    def reset(self, visit: tuple[Dossier, ...] = ()) -> None:
        """Be ready for another form; ``visit`` are the dossiers before it of the same person."""
        self.done, self.busy, self.visit = None, False, visit
        self._told_doubts = ()

    def ask_another(self) -> None:
        """Ctrl+Shift+N: one more dossier of the same person."""
        if self.done is not None:
            self.another.emit()

    def finish(self, dossier: Dossier) -> None:
        """Show what was received or registered, and print its paper."""
        self.busy, self.done = False, dossier
        self.visit = (*self.visit, dossier)
        self._context.notices.drop(_NOTICE, "scan", "draft", "duplicate", "waiting")
        self._page.leave_paper(done=True)
        self._page.present_done(self._state(dossier, self.tr("Đang in…")))
        self._page.receive_button.setFocus()
        self._receipts.print(dossier)
        self.received.emit(dossier)

    def preview(self) -> None:
        """Ctrl+P: see the receipt as it would be printed; afterwards print it again."""
        draft = self._keeper.draft
        if self.done is not None:
            self.print_again()
        elif draft is not None and draft.procedure:
            reception, desk, officer = self._context.services.reception, self._context.desk, self._context.officer.id
            self.attempted.emit()
            tidy = self._keeper.draft or draft
            self._receipts.draw(lambda: reception.preview(tidy, desk, officer), self.refuse)

    def close_paper(self) -> None:
        """Leave the receipt."""
        self._page.leave_paper(done=self.done is not None)
        self.changed.emit()

    def receive(self) -> None:
        """Ctrl+Enter: receive and print; after that, begin the next one."""
        draft = self._keeper.draft
        if self.done is not None:
            self.over.emit()
            return
        if draft is None or self.busy or not draft.procedure:
            return
        if self._scans.now is not None:
            wait = self.tr("Đang quét. Chờ quét xong hoặc bấm Dừng rồi tiếp nhận.")
            self._context.notices.put(Notice(_NOTICE, Tone.WARNING, wait))
            return
        self.attempted.emit()
        tidy = self._keeper.draft or draft
        if missing_papers(tidy.papers) and not person_problems(tidy):
            self.lacking.emit()
            return
        if self._doubts_pages(tidy):
            return
        if self.pages_busy():
            wait = self.tr("Đang chỉnh trang quét. Chờ một giây rồi bấm lại.")
            self._context.notices.put(Notice(_NOTICE, Tone.WARNING, wait))
            return
        self._keeper.let_go()
        self.busy = True
        self.changed.emit()
        reception, desk, officer = self._context.services.reception, self._context.desk, self._context.officer.id
        self._context.tasks.run(
            lambda: reception.receive(tidy, desk, officer), self.finish, self._not_received, owner=self
        )

    def print_again(self) -> None:
        """Print the receipt of the dossier just received once more."""
        if self.done is not None:
            self._page.done.present(self._state(self.done, self.tr("Đang in…")))
            self._receipts.print(self.done)

    def print_visit(self) -> None:
        """Print the receipts of the whole visit, one after another."""
        for dossier in self.visit:
            if dossier.code:
                self._receipts.print(dossier)

    def _doubts_pages(self, draft: Draft) -> bool:
        """Say once that pictures and pages do not agree (Circular 01/2023/TT-VPCP art. 8); tried again it goes on."""
        doubts = page_doubts(draft)
        if not doubts or doubts == self._told_doubts:
            return False
        self._told_doubts = doubts
        names = ", ".join(f"“{draft.papers[doubt.paper].name}”" for doubt in doubts)
        told = self.tr("Số ảnh chưa khớp số trang giấy: {papers}.").format(papers=names)
        more = self.tr("Xem và sửa trang bằng F12. Nếu vẫn muốn tiếp nhận, bấm Ctrl+Enter lần nữa.")
        self._context.notices.put(Notice(_NOTICE, Tone.WARNING, told, more))
        return True

    def save_receipt(self) -> None:
        """Save the receipt of the dossier just received."""
        if self.done is not None:
            self._receipts.save(self.done)

    def view_receipt(self) -> None:
        """Show the receipt of the dossier just received."""
        if self.done is not None:
            dossier = self.done
            self._receipts.draw(lambda: self._receipts.pdf(dossier), self.refuse)

    def _not_received(self, error: CounterError) -> None:
        self.busy = False
        if self._keeper.draft is not None:
            self._keeper.change(self._keeper.draft)
        self.refuse(error)

    def refuse(self, error: CounterError) -> None:
        """Say why not, and go where the problem is."""
        self._context.notices.put_error(_NOTICE, error)
        self.changed.emit()
        self._go_to(error.code)

    def _go_to(self, code: Code) -> None:
        """Put the focus where the problem is."""
        form = self._page.form
        fields = form.applicant.fields
        places = {
            Code.PROCEDURE_MISSING: form.procedure.line,
            Code.APPLICANT_NAME_MISSING: fields[ApplicantField.NAME].line,
            Code.APPLICANT_ID_INVALID: fields[ApplicantField.IDENTITY].line,
            Code.APPLICANT_BIRTH_INVALID: fields[ApplicantField.BIRTH].line,
            Code.PERSON_NAME_MISSING: form.others.authorised.fields[PersonField.NAME].line,
            Code.RETURN_ADDRESS_MISSING: form.wish.address.line,
            Code.TERM_UNSET: form.appointment.typed.line,
            Code.DUE_NOT_LATER: form.appointment.typed.line,
        }
        if code in places:
            places[code].setFocus()
        elif code is Code.MOMENT_INVALID:
            unset = form.appointment.typed.isVisible()
            (form.appointment.typed if unset else form.filing.submitted).line.setFocus()

    def _printed(self, outcome: PrintedReceipt) -> None:
        self._receipts.tell(outcome)
        if self.done is None or outcome.dossier.id != self.done.id:
            return
        error = outcome.error
        if error is None:
            state = self._state(self.done, self.tr("Đã gửi tới máy in."))
        elif error.code is Code.NO_SHEET_PRINTER:
            told = self.tr("Máy tính này chưa có máy in giấy A4. Lưu thành tệp PDF để in ở máy khác.")
            state = self._state(self.done, told, paper_well=False)
        else:
            state = self._state(self.done, messages.message(error).title, paper_well=False)
        self._page.done.present(state)

    def _state(self, dossier: Dossier, paper: str, *, paper_well: bool = True) -> DoneState:
        return DoneState(dossier, paper, paper_well, visit=self.visit)

    def _drawn(self, pages: tuple[QImage, ...]) -> None:
        self._page.paper.present(pages)
        self._page.present_paper()
