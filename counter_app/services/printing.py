"""A ticket on paper, and what became of it: sent, confirmed, failed, doubtful."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import Enum

from counter_app.clocks import VIETNAM, business_day
from counter_app.documents.ticket_text import text_ticket
from counter_app.documents.ticket_words import TicketSlip
from counter_app.domain.facts import PrintOutcome, Priority, TicketPrinted
from counter_app.domain.places import Office
from counter_app.domain.queue_facts import WaitEstimate
from counter_app.domain.queue_policy import TicketTemplate
from counter_app.domain.tickets import TicketState
from counter_app.errors import Code, CounterError, DeviceError
from counter_app.journal.journal import Journal
from counter_app.ports import PrintHead, PrintReport, Raster, TextTicket, TicketPrinter
from counter_app.services.print_outcomes import PrintOutcomes
from counter_app.services.queue import NumberGiven, Queue
from counter_app.services.queue_choices import QueueChoices
from counter_app.store import print_journal
from counter_app.store.print_journal import KIOSK_SOURCES as KIOSK_SOURCES
from counter_app.store.print_journal import PrintRecord as PrintRecord

_PRIORITY = {
    Priority.ELDERLY: "người cao tuổi",
    Priority.DISABLED: "người khuyết tật",
    Priority.PREGNANT: "phụ nữ mang thai",
    Priority.SMALL_CHILD: "có con nhỏ",
    Priority.MERIT: "người có công",
}
"""As the ticket's paper says it."""


@dataclass(frozen=True, slots=True)
class TicketPaper:
    """What is known of a ticket's paper; ``error`` says the fault in full, for who can mend it."""

    outcome: PrintOutcome
    bytes_sent: int
    fault: Code | None = None
    error: DeviceError | None = None
    device: str = ""


class Paper(Enum):
    """The widths of paper, in dots of a usual head."""

    MM_80 = 576
    MM_58 = 384


_WIDE_FROM = 512  # dots: a head of 512 or 640 takes 80 mm paper too
_TOLD_FOR = timedelta(minutes=3)
"""How long after its number the estimate then told stands on paper: a later copy would promise a time that is over."""
_OVER = (TicketState.FINISHED, TicketState.CANCELLED)


class Printing:
    """Prints tickets and keeps the print journal."""

    def __init__(
        self,
        journal: Journal,
        office: Office,
        printer: TicketPrinter,
        queue: Queue,
        choices: QueueChoices,
        follow_base: str,
    ) -> None:
        self._journal = journal
        self._office = office
        self._printer = printer
        self._queue = queue
        self._choices = choices
        self._follow_base = follow_base.rstrip("/")
        self._outcomes = PrintOutcomes(journal)

    def print_ticket(self, given: NumberGiven) -> TicketPaper:
        """Print; blocks on the printer. A printer's fault is an outcome, never an exception: the number stays valid."""
        return self._print(given, 1)

    def reprint(self, ticket_id: str) -> TicketPaper:
        """Print a number again, as things are now, marked as a copy if there was one before; blocks on the printer.

        Raises TICKET_UNKNOWN, and TICKET_STATE for a number whose service is over.
        """
        given = self._queue.number_given(ticket_id)
        ticket = given.ticket
        if ticket.state in _OVER:
            wanted = ", ".join(state.value for state in TicketState if state not in _OVER)
            raise CounterError(Code.TICKET_STATE, label=ticket.label, state=ticket.state.value, wanted=wanted)
        return self._print(given, ticket.copies + 1)

    def sample(self, template: TicketTemplate, paper: Paper) -> Raster:
        """Draw nobody's ticket as the printer prints it on this paper; takes some milliseconds."""
        return self._draw(self._sample(), template, self._dots(paper))

    def print_sample(self, template: TicketTemplate) -> PrintReport:
        """Print nobody's ticket; blocks on the printer. Raises DeviceError."""
        slip = self._sample()
        return self._printer.print_drawn(lambda head: self._drawn(slip, template, head))

    def paper(self) -> Paper:
        """The paper that this station's printer takes; 80 mm where it has none."""
        return Paper.MM_80 if self._printer.width >= _WIDE_FROM else Paper.MM_58

    def printed_today(self, *, faults: bool = False, most: int = 100) -> tuple[PrintRecord, ...]:
        """The print journal of today, newest first; ``faults`` only what failed, is doubtful or not known of."""
        with self._journal.database.read() as connection:
            today = business_day(self._journal.clock)
            return print_journal.of_day(connection, self._office.id, today, faults=faults, most=most)

    def warm_up(self) -> None:
        """Draw a ticket for nobody: the first one reads the fonts. Write the outcomes that were left over."""
        self._draw(self._sample(), self._choices.template(), self._printer.width)
        self._outcomes.settle()

    def _print(self, given: NumberGiven, copy: int) -> TicketPaper:
        paper = self._send(self._slip(given, copy), self._choices.template())
        fault = paper.fault.value if paper.fault else ""
        fact = TicketPrinted(paper.outcome, paper.bytes_sent, fault, copy, paper.device)
        self._outcomes.write(given.ticket.id, fact)
        return paper

    def _send(self, slip: TicketSlip, template: TicketTemplate) -> TicketPaper:
        try:
            report = self._printer.print_drawn(lambda head: self._drawn(slip, template, head))
        except DeviceError as error:
            doubtful = error.code is Code.PRINT_DOUBTFUL
            sent = int(str(error.params.get("sent", 0)))
            device = str(error.params.get("device", ""))
            return TicketPaper(
                PrintOutcome.DOUBTFUL if doubtful else PrintOutcome.FAILED, sent, error.code, error, device
            )
        outcome = PrintOutcome.CONFIRMED if report.confirmed else PrintOutcome.SENT
        return TicketPaper(outcome, report.bytes_sent, device=report.device)

    def _slip(self, given: NumberGiven, copy: int) -> TicketSlip:
        ticket = given.ticket
        still_true = self._journal.clock.now() - ticket.issued_at < _TOLD_FOR
        return TicketSlip(
            office=self._office.name,
            label=ticket.label,
            group=given.group.short_name,
            ahead=given.ahead,
            minutes=given.minutes if given.estimate is None else None,
            desks=given.desks,
            issued=ticket.issued_at.astimezone(VIETNAM),
            follow_url=given.follow_url,
            priority=_PRIORITY[ticket.priority] if ticket.priority else "",
            estimate=given.estimate if still_true else None,
            copy=copy,
        )

    def _sample(self) -> TicketSlip:
        groups = self._choices.groups()
        return TicketSlip(
            office=self._office.name,
            label="A012",
            group=groups[0].group.short_name if groups else "",
            ahead=4,
            minutes=None,
            desks=tuple(desk.number for desk in self._choices.desks()[:3]),
            issued=datetime.combine(business_day(self._journal.clock), _SAMPLE_TIME, VIETNAM),
            follow_url=f"{self._follow_base}/v/{'0' * 12}",
            priority=_PRIORITY[Priority.ELDERLY],
            estimate=_SAMPLE_WAIT,
            trial=True,
        )

    def _dots(self, paper: Paper) -> int:
        """The dots of a paper: those of the own printer where it takes such paper."""
        return self._printer.width if paper is self.paper() else paper.value

    def _drawn(self, slip: TicketSlip, template: TicketTemplate, head: PrintHead) -> Raster | TextTicket:
        return text_ticket(slip, template, head.columns) if head.columns else self._draw(slip, template, head.width)

    @staticmethod
    def _draw(slip: TicketSlip, template: TicketTemplate, width: int) -> Raster:
        from counter_app.documents.ticket import draw_ticket  # brings Pillow, an eighth of a second

        return draw_ticket(slip, template, width)


_SAMPLE_TIME = time(8, 55)
_SAMPLE_WAIT = WaitEstimate(8 * 60, 12 * 60, 16 * 60)
