"""A ticket on paper, and what became of it: sent, confirmed, failed, doubtful."""

from dataclasses import dataclass

from counter_app.clocks import VIETNAM
from counter_app.domain.facts import PrintOutcome, Priority, TicketPrinted
from counter_app.domain.places import Office
from counter_app.errors import Code, DeviceError
from counter_app.journal.journal import Journal
from counter_app.ports import Raster, TicketPrinter
from counter_app.services.queue import NumberGiven

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
    """What is known of a ticket's paper."""

    outcome: PrintOutcome
    bytes_sent: int
    fault: Code | None = None


class Printing:
    """Prints tickets and keeps the print journal."""

    def __init__(self, journal: Journal, office: Office, printer: TicketPrinter) -> None:
        self._journal = journal
        self._office = office
        self._printer = printer

    def print_ticket(self, given: NumberGiven) -> TicketPaper:
        """Print; blocks on the printer. A printer's fault is an outcome, never an exception: the number stays valid."""
        paper = self._print(given)
        fault = paper.fault.value if paper.fault else ""
        with self._journal.transaction() as transaction:
            fact = TicketPrinted(paper.outcome, paper.bytes_sent, fault)
            transaction.append(f"ticket/{given.ticket.id}", fact, "device/printer")
        return paper

    def warm_up(self) -> None:
        """Draw a ticket for nobody: the first one reads the fonts."""
        from counter_app.documents.ticket import TicketSlip, draw_ticket

        draw_ticket(TicketSlip(self._office.name, "A000", "", 0, None, (), self._journal.clock.now(), "A000"))

    def _print(self, given: NumberGiven) -> TicketPaper:
        raster = self._draw(given)
        try:
            report = self._printer.print_raster(raster)
        except DeviceError as error:
            doubtful = error.code is Code.PRINT_DOUBTFUL
            sent = int(str(error.params.get("sent", 0)))
            return TicketPaper(PrintOutcome.DOUBTFUL if doubtful else PrintOutcome.FAILED, sent, error.code)
        outcome = PrintOutcome.CONFIRMED if report.confirmed else PrintOutcome.SENT
        return TicketPaper(outcome, report.bytes_sent)

    def _draw(self, given: NumberGiven) -> Raster:
        from counter_app.documents.ticket import TicketSlip, draw_ticket  # brings Pillow, an eighth of a second

        ticket = given.ticket
        slip = TicketSlip(
            office=self._office.name,
            label=ticket.label,
            group=given.group.short_name,
            ahead=given.ahead,
            minutes=given.minutes,
            desks=given.desks,
            issued=ticket.issued_at.astimezone(VIETNAM),
            follow_url=given.follow_url,
            priority=_PRIORITY[ticket.priority] if ticket.priority else "",
        )
        return draw_ticket(slip)
