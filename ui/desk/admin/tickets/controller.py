"""Wires the tickets' tab."""

from PySide6.QtCore import QObject, QTimer

from counter_app.domain.facts import Duty, PrintOutcome
from counter_app.domain.queue_policy import TicketTemplate
from counter_app.errors import CounterError
from counter_app.ports import PrintReport
from counter_app.services.printing import Paper, PrintRecord, TicketPaper
from ui.components.banner import Notice
from ui.components.tone import Tone
from ui.desk.admin.tickets.preview import to_drawn
from ui.desk.admin.tickets.tab import PRINTED, TEMPLATE, TicketsTab
from ui.desk.context import DeskContext

_NOTICE = "tickets"
_DRAW_MS = 60
_READ_MS = 200


class TicketsController(QObject):
    """Shows and keeps the template, prints for trial, lists what was printed and prints it again."""

    def __init__(self, context: DeskContext, tab: TicketsTab, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self.tab = context, tab
        self._kept: TicketTemplate | None = None
        self._paper_chosen = False
        self._drawing, self._reading = self._timer(_DRAW_MS, self.draw), self._timer(_READ_MS, self._read_printed)
        template, journal = tab.template, tab.journal
        template.set_allowed(context.officer.may(Duty.ADMINISTRATION))
        template.form.edited.connect(self._edited)
        template.preview.papers.chosen.connect(lambda _: self._choose_paper())
        template.save_asked.connect(self.save)
        template.trial_asked.connect(self.print_trial)
        template.usual_asked.connect(self._take_usual)
        journal.asked.connect(self._read_printed)
        journal.reprint_asked.connect(self.reprint)
        tab.part_opened.connect(lambda _: self._open_part())
        context.tasks.streams_changed.connect(self._changed)

    def refresh(self) -> None:
        """Read again what the part at the front shows."""
        if self.tab.part == PRINTED:
            self._read_printed()
            return
        services = self._context.services

        def work() -> tuple[TicketTemplate, Paper]:
            return services.queue_choices.template(), services.printing.paper()

        self._context.tasks.read(work, lambda read: self._show_template(*read), owner=self, topic="template")

    def focus(self) -> None:
        """Put the focus where the part's work begins."""
        if self.tab.part == PRINTED:
            self.tab.journal.table.setFocus()
        elif self.tab.template.save_button.isEnabled():
            self.tab.template.form.head.setFocus()
        else:
            self.tab.parts.button(TEMPLATE).setFocus()

    def act(self) -> None:
        """Ctrl+Enter: keep the template."""
        if self.tab.part == TEMPLATE and self.tab.template.save_button.isEnabled():
            self.save()

    def print(self) -> None:
        """Ctrl+P: print for trial, or the chosen number again."""
        if self.tab.part == PRINTED:
            self.reprint()
        else:
            self.print_trial()

    # the template

    def save(self) -> None:
        """Keep what the form says."""
        choices, officer = self._context.services.queue_choices, self._context.officer.id
        template = self.tab.template.form.template()

        def saved(_: None) -> None:
            self._kept = template
            self._tell_unsaved()
            told = self.tr("Đã lưu mẫu phiếu. Áp dụng từ phiếu in tiếp theo, ở mọi máy của đơn vị.")
            self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, told))

        self._context.tasks.run(lambda: choices.set_template(template, officer), saved, self._refused, owner=self)

    def draw(self) -> None:
        """Draw the ticket that the form makes."""
        printing, preview = self._context.services.printing, self.tab.template.preview
        template, paper = self.tab.template.form.template(), preview.paper
        scale, ratio = preview.scale(), preview.devicePixelRatioF()
        self._context.tasks.read(
            lambda: to_drawn(printing.sample(template, paper), scale, ratio),
            preview.picture.present,
            owner=self,
            topic="preview",
        )

    def print_trial(self) -> None:
        """Print nobody's ticket as the form makes it, on this machine's printer."""
        button = self.tab.template.trial_button
        if not button.isEnabled():
            return
        button.setEnabled(False)
        printing, template = self._context.services.printing, self.tab.template.form.template()

        def printed(report: PrintReport) -> None:
            button.setEnabled(True)
            self._told_printed(self.tr("Đã in thử."), report.confirmed)

        def failed(error: CounterError) -> None:
            button.setEnabled(True)
            self._refused(error)

        self._context.tasks.slow(lambda: printing.print_sample(template), printed, failed, owner=self)

    def _show_template(self, template: TicketTemplate, paper: Paper) -> None:
        part = self.tab.template
        if self._kept is None and not self._paper_chosen:
            part.preview.set_paper(paper)
        untouched = self._kept is None or part.form.template() == self._kept
        self._kept = template
        if untouched:
            part.form.present(template, self._context.services.office.name)
        self._tell_unsaved()
        self.draw()

    def _choose_paper(self) -> None:
        self._paper_chosen = True
        self.draw()

    def _take_usual(self) -> None:
        self.tab.template.form.present(TicketTemplate(), self._context.services.office.name)
        self._edited()

    def _edited(self) -> None:
        self._tell_unsaved()
        self._drawing.start()

    def _tell_unsaved(self) -> None:
        self.tab.template.set_unsaved(self._kept is not None and self.tab.template.form.template() != self._kept)

    # the print journal

    def reprint(self) -> None:
        """Print the chosen number again."""
        journal = self.tab.journal
        record = journal.table.current
        if record is None or not journal.reprint_button.isEnabled():
            return
        journal.reprint_button.setEnabled(False)
        printing, ticket = self._context.services.printing, record.ticket

        def printed(paper: TicketPaper) -> None:
            journal.reprint_button.setEnabled(True)
            if paper.error is not None:
                self._refused(paper.error)
            else:
                said = self.tr("Đã in lại số {label}.").format(label=ticket.label)
                self._told_printed(said, paper.outcome is PrintOutcome.CONFIRMED)
            self._read_printed()

        def failed(error: CounterError) -> None:
            journal.reprint_button.setEnabled(True)
            self._refused(error)

        self._context.tasks.slow(lambda: printing.reprint(ticket.id), printed, failed, owner=self)

    def _read_printed(self) -> None:
        printing, journal = self._context.services.printing, self.tab.journal
        faults, most = journal.faults, journal.most

        def show(records: tuple[PrintRecord, ...]) -> None:
            journal.present(records[:most], more=len(records) > most)

        self._context.tasks.read(
            lambda: printing.printed_today(faults=faults, most=most + 1), show, owner=self, topic="printed"
        )

    def _open_part(self) -> None:
        self._context.notices.drop(_NOTICE)
        self.refresh()
        self.focus()

    def _changed(self, streams: frozenset[str]) -> None:
        if not self.tab.isVisible():
            return
        if self.tab.part == PRINTED and any(stream.startswith("ticket/") for stream in streams):
            self._reading.start()
        if self.tab.part == TEMPLATE and any(stream.startswith("tickettemplate/") for stream in streams):
            self.refresh()

    # what is said

    def _told_printed(self, said: str, confirmed: bool) -> None:
        unanswered = self.tr("Máy in không báo lại: xem giấy đã ra chưa.")
        tone = Tone.SUCCESS if confirmed else Tone.INFO
        self._context.notices.put(Notice(_NOTICE, tone, said, "" if confirmed else unanswered))

    def _refused(self, error: CounterError) -> None:
        self._context.notices.put_error(_NOTICE, error)

    def _timer(self, milliseconds: int, due: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(due)
        return timer
