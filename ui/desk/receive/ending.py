"""The end of a reception: see the receipt, receive, print or save it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from counter_app.domain.dossiers import Dossier
from counter_app.errors import Code, CounterError
from ui import messages
from ui.components.banner import Notice
from ui.components.tone import Tone
from ui.desk.context import DeskContext
from ui.desk.receive.done import DoneState
from ui.desk.receive.keeper import DraftKeeper
from ui.desk.receive.page import ReceivePage
from ui.desk.receive.papers import PrintedReceipt, Receipts
from ui.desk.receive.scanning import Scans
from ui.desk.receive.state import ApplicantField

_NOTICE = "receive"


class Ending(QObject):
    """Ends a reception.

    ``attempted()`` before a try (the form is tidied then), ``changed()`` when the form must be shown anew,
    ``received(Dossier)`` after it, ``over()`` when the next one is asked for.
    """

    attempted = Signal()
    changed = Signal()
    received = Signal(object)
    over = Signal()

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
        self.busy = False
        page.preview_asked.connect(self.preview)
        page.preview_closed.connect(self.close_paper)
        page.receive_asked.connect(self.receive)
        page.done.print_asked.connect(self.print_again)
        page.done.save_asked.connect(self.save_receipt)
        page.done.view_asked.connect(self.view_receipt)
        receipts.printed.connect(self._printed)
        receipts.drawn.connect(self._drawn)

    def reset(self) -> None:
        """Be ready for another form."""
        self.done, self.busy = None, False

    def preview(self) -> None:
        """Ctrl+P: see the receipt as it would be printed; afterwards print it again."""
        draft = self._keeper.draft
        if self.done is not None:
            self.print_again()
        elif draft is not None and draft.procedure:
            reception, desk, officer = self._context.services.reception, self._context.desk, self._context.officer.id
            self.attempted.emit()
            tidy = self._keeper.draft or draft
            self._receipts.draw(lambda: reception.preview(tidy, desk, officer), self._refused)

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
        self._keeper.let_go()
        self.busy = True
        self.changed.emit()
        reception, desk, officer = self._context.services.reception, self._context.desk, self._context.officer.id
        self._context.tasks.run(
            lambda: reception.receive(tidy, desk, officer), self._received, self._not_received, owner=self
        )

    def print_again(self) -> None:
        """Print the receipt of the dossier just received once more."""
        if self.done is not None:
            self._page.done.present(DoneState(self.done, self.tr("Đang in giấy hẹn…")))
            self._receipts.print(self.done)

    def save_receipt(self) -> None:
        """Save the receipt of the dossier just received."""
        if self.done is not None:
            self._receipts.save(self.done)

    def view_receipt(self) -> None:
        """Show the receipt of the dossier just received."""
        if self.done is not None:
            reception, dossier = self._context.services.reception, self.done.id
            self._receipts.draw(lambda: reception.receipt(dossier), self._refused)

    def _received(self, dossier: Dossier) -> None:
        self.busy, self.done = False, dossier
        self._context.notices.drop(_NOTICE, "scan", "draft")
        if self._page.showing_paper:
            self._page.leave_paper(done=True)
        self._page.present_done(DoneState(dossier, self.tr("Đang in giấy hẹn…")))
        self._page.receive_button.setFocus()
        self._receipts.print(dossier)
        self.received.emit(dossier)

    def _not_received(self, error: CounterError) -> None:
        self.busy = False
        if self._keeper.draft is not None:
            self._keeper.change(self._keeper.draft)
        self._refused(error)

    def _refused(self, error: CounterError) -> None:
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
        }
        if code in places:
            places[code].setFocus()
        elif code is Code.PAPER_MISSING:
            lacking = (row for row in form.checklist.rows if row.paper.required and not row.paper.applies)
            for row in lacking:
                row.form.setFocus()
                break

    def _printed(self, outcome: PrintedReceipt) -> None:
        self._receipts.tell(outcome)
        if self.done is None or outcome.dossier.id != self.done.id:
            return
        error = outcome.error
        if error is None:
            state = DoneState(self.done, self.tr("Giấy hẹn đã gửi tới máy in."))
        elif error.code is Code.NO_SHEET_PRINTER:
            told = self.tr("Máy tính này chưa có máy in giấy A4. Lưu giấy hẹn thành tệp PDF để in ở máy khác.")
            state = DoneState(self.done, told, paper_well=False)
        else:
            state = DoneState(self.done, messages.message(error).title, paper_well=False)
        self._page.done.present(state)

    def _drawn(self, pages: tuple[QImage, ...]) -> None:
        self._page.paper.present(pages)
        self._page.present_paper()
