"""Pictures of Quản trị: the ticket's template and the print journal."""

from typing import Unpack

from counter_app.demo.commune import LEADER
from counter_app.demo.desk_pictures import Seen, pictured
from counter_app.demo.office import DemoOffice
from counter_app.domain.queue_policy import TicketTemplate
from ui.desk.admin.controller import TICKETS
from ui.desk.admin.tickets.controller import TicketsController
from ui.desk.admin.tickets.tab import PRINTED, TEMPLATE
from ui.desk.page_keys import ADMIN
from ui.shell.pictures import Studio

_LARGE = (1920, 1080)
_WITHOUT_PAPER, _AGAIN = 3, 6
"""Of the numbers printed last: one while the cover is open, one twice."""
_TEMPLATE = TicketTemplate(number_size=120, note="Mang theo thẻ căn cước và bản chính giấy tờ.")


class TicketPictures:
    """Takes the pictures of the tickets' tab in one open office."""

    def __init__(self, studio: Studio, office: DemoOffice) -> None:
        self._studio, self._services = studio, office.counter.services
        self._faults = office.virtual.printer.faults

    def draw(self) -> None:
        """Take all of them; the office's own template goes again."""
        services = self._services
        services.queue_choices.set_template(_TEMPLATE, LEADER)
        self._print_all()
        self._one("admin-tickets-1366")
        self._one("admin-tickets-locked-1366", officer="ha")
        self._one("admin-tickets-printed-1366", part=PRINTED)
        self._one("admin-tickets-contrast-1366", contrast=True)
        self._one("admin-tickets-200pct", size=_LARGE, scale=2.0)
        self._one("admin-tickets-200pct-1366", scale=2.0)
        services.queue_choices.set_template(TicketTemplate(), LEADER)

    def _print_all(self) -> None:
        queue, printing = self._services.queue, self._services.printing
        issued = sorted(queue.of_today(), key=lambda ticket: ticket.issued_at)
        for place, ticket in enumerate(issued):
            self._faults.cover_open = len(issued) - place == _WITHOUT_PAPER
            printing.print_ticket(queue.number_given(ticket.id))
            if len(issued) - place == _AGAIN:
                printing.reprint(ticket.id)
        self._faults.cover_open = False

    def _one(self, name: str, *, part: int = TEMPLATE, **seen: Unpack[Seen]) -> None:
        with pictured(self._studio, self._services, name, **seen) as window:
            window.open_page(ADMIN)
            if window.admin is not None:
                window.admin.page.open_tab(TICKETS)
                self._open(window.admin.tickets, part)

    def _open(self, tickets: TicketsController, part: int) -> None:
        tab = tickets.tab
        self._studio.wait(lambda: tab.template.preview.picture.image is not None, "the ticket")
        tab.open_part(part)
        if part == PRINTED:
            self._studio.wait(lambda: bool(tab.journal.table.records), "the print journal")
