"""Paper out before, during and after a ticket: the print journal says what is on paper, and nothing is twice."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from counter_app.domain.facts import PrintOutcome
from counter_app.errors import Code
from counter_app.ports import DeviceState, DeviceStatus
from counter_app.services.queue import NumberGiven
from devices.fleet import Devices
from devices.printer.virtual import VirtualPrinter
from devices.supervisor import Backoff
from tests.devices.support import FixedClock, Notebook
from tests.support.office import OpenOffice, open_office

GROUP = "civil-status"


@dataclass
class Hall:
    """An office, its printer, and what came out of it."""

    office: OpenOffice
    printer: VirtualPrinter
    changes: Notebook[DeviceStatus]
    tickets: Notebook[Image.Image]

    def take(self, number: int) -> NumberGiven:
        return self.office.services.queue.take_number(GROUP, command=f"{number:032x}")

    def ready(self) -> None:
        self.changes.until(lambda notes: (notes[-1].state, notes[-1].fault) == (DeviceState.READY, None))

    def journal(self) -> list[tuple[str, PrintOutcome, int]]:
        """What today's print journal says, oldest first."""
        records = self.office.services.printing.printed_today()
        told = [(one.ticket.label, one.printed.outcome, one.printed.copy) for one in records if one.printed]
        return told[::-1]


@pytest.fixture(params=[True, False], ids=["forgets", "holds"])
def hall(request: pytest.FixtureRequest, clock: FixedClock, tmp_path: Path) -> Iterator[Hall]:
    printer = VirtualPrinter(clears=request.param)
    settings = printer.settings()
    devices = Devices([settings], clock=clock, backoff=Backoff(steps=(0.01,), jitter=0))
    changes: Notebook[DeviceStatus] = Notebook()
    tickets: Notebook[Image.Image] = Notebook()
    devices.on_change(changes)
    printer.on_ticket(tickets)
    devices.start()
    with open_office(tmp_path, devices.printer) as office:
        made = Hall(office, printer, changes, tickets)
        made.ready()
        yield made
        devices.close()
    printer.close()


def test_paper_out_before_a_ticket(hall: Hall) -> None:
    given, printing = hall.take(1), hall.office.services.printing
    hall.printer.take_paper()

    paper = printing.print_ticket(given)

    assert (paper.outcome, paper.fault) == (PrintOutcome.FAILED, Code.PAPER_OUT)
    hall.printer.load_paper()
    hall.ready()
    assert hall.tickets.notes == []
    assert printing.reprint(given.ticket.id).outcome is PrintOutcome.CONFIRMED
    assert hall.journal() == [("A001", PrintOutcome.FAILED, 1), ("A001", PrintOutcome.CONFIRMED, 2)]
    assert len(hall.tickets.notes) == 1


def test_paper_out_during_a_ticket(hall: Hall, request: pytest.FixtureRequest) -> None:
    given, printing = hall.take(1), hall.office.services.printing
    hall.printer.take_paper(after_rows=150)

    paper = printing.print_ticket(given)

    assert (paper.outcome, paper.fault) == (PrintOutcome.DOUBTFUL, Code.PRINT_DOUBTFUL)
    hall.printer.load_paper()
    hall.changes.until(lambda notes: notes[-1].state is DeviceState.READY)
    assert printing.reprint(given.ticket.id).outcome is PrintOutcome.CONFIRMED
    assert hall.journal() == [("A001", PrintOutcome.DOUBTFUL, 1), ("A001", PrintOutcome.CONFIRMED, 2)]
    first, whole = hall.tickets.until_count(2)
    # What the printer forgets is a torn piece; what it holds comes out with the new roll, and was never called printed.
    assert (first.height < 250) == request.node.callspec.id.startswith("forgets")
    assert whole.height > 700
    assert len(hall.tickets.notes) == 2


def test_paper_out_after_a_ticket(hall: Hall) -> None:
    first, second = hall.take(1), hall.take(2)
    printing = hall.office.services.printing
    assert printing.print_ticket(first).outcome is PrintOutcome.CONFIRMED
    hall.printer.take_paper()
    assert printing.print_ticket(second).outcome is PrintOutcome.FAILED
    hall.printer.load_paper()
    hall.ready()
    assert printing.reprint(second.ticket.id).outcome is PrintOutcome.CONFIRMED
    assert hall.journal() == [
        ("A001", PrintOutcome.CONFIRMED, 1),
        ("A002", PrintOutcome.FAILED, 1),
        ("A002", PrintOutcome.CONFIRMED, 2),
    ]
    assert len(hall.tickets.notes) == 2
