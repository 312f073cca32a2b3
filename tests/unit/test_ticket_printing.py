"""A ticket's paper: what the printer's width and the template make of it, copies, and outcomes that are never lost."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from counter_app.clocks import ManualClock
from counter_app.domain.entry import Entry
from counter_app.domain.facts import PrintOutcome, TicketIssued
from counter_app.domain.queue_facts import IssueSource, WaitEstimate
from counter_app.domain.queue_policy import TicketTemplate
from counter_app.domain.tickets import Ticket
from counter_app.errors import Code, CounterError, DeviceError
from counter_app.journal import arrivals
from counter_app.journal.journal import Journal, entry_of
from counter_app.journal.verify import verify
from counter_app.ports import PrintHead, PrintReport, Raster, TextTicket
from counter_app.services.printing import Paper
from counter_app.services.queue import NumberGiven
from counter_app.store import tables
from tests.support.office import MORNING, OpenOffice, open_office

GROUP = "civil-status"
KEPT = "prints-to-write.json"


@dataclass
class Roll:
    """A printer that keeps what it printed; ``fault`` stops it."""

    width: int = 576
    confirms: bool = True
    fault: DeviceError | None = None
    printed: list[Raster] = field(default_factory=list)
    columns: int = 0
    told: list[TextTicket] = field(default_factory=list)

    def print_drawn(self, draw: Callable[[PrintHead], Raster | TextTicket]) -> PrintReport:
        """Print, unless there is a fault."""
        if self.fault is not None:
            raise self.fault
        drawn = draw(PrintHead(self.width, self.columns))
        if isinstance(drawn, TextTicket):
            self.told.append(drawn)
            return PrintReport(100, self.confirms, "p")
        self.printed.append(drawn)
        return PrintReport(len(drawn.rows), self.confirms, "p")


@pytest.fixture
def roll() -> Roll:
    return Roll()


@pytest.fixture
def office(tmp_path: Path, roll: Roll) -> Iterator[OpenOffice]:
    with open_office(tmp_path, roll) as opened:
        yield opened


def take(office: OpenOffice, number: int = 1) -> NumberGiven:
    return office.services.queue.take_number(GROUP, command=f"{number:032x}")


def ticket(office: OpenOffice, given: NumberGiven) -> Ticket:
    return office.services.queue.ticket(given.ticket.id)


def told(office: OpenOffice, *, faults: bool = False, most: int = 100) -> list[tuple[str, str, int]]:
    """The print journal as label, outcome and copy."""
    return [
        (one.ticket.label, one.printed.outcome.value if one.printed else "", one.printed.copy if one.printed else 0)
        for one in office.services.printing.printed_today(faults=faults, most=most)
    ]


def test_a_ticket_is_as_wide_as_the_printers_head(office: OpenOffice, roll: Roll) -> None:
    given, printing = take(office), office.services.printing
    for roll.width, paper in ((576, Paper.MM_80), (512, Paper.MM_80), (384, Paper.MM_58)):
        printing.print_ticket(given)
        assert roll.printed[-1].width == roll.width
        assert printing.paper() is paper


def test_a_printer_on_a_slow_line_gets_the_same_ticket_in_letters(office: OpenOffice, roll: Roll) -> None:
    given, printing = take(office), office.services.printing
    roll.columns = 48
    assert printing.print_ticket(given).outcome is PrintOutcome.CONFIRMED
    printing.print_sample(TicketTemplate(note="Xin giữ trật tự"))
    printing.reprint(given.ticket.id)
    assert roll.printed == []
    ticket, trial, copy = ([line.text for line in told.lines] for told in roll.told)
    assert "A001" in ticket
    assert {"PHIẾU IN THỬ", "Xin giữ trật tự"} <= set(trial)
    assert "IN LẠI - bản 2" in copy


def test_the_journal_knows_which_printer_it_was(office: OpenOffice, roll: Roll) -> None:
    printing, given = office.services.printing, take(office)
    printing.print_ticket(given)
    roll.fault = DeviceError(Code.PAPER_OUT, device="q")
    printing.reprint(given.ticket.id)
    records = printing.printed_today()
    assert [one.printed.device for one in records if one.printed] == ["q", "p"]


def test_the_offices_template_is_on_the_next_ticket(office: OpenOffice, roll: Roll) -> None:
    given = take(office)
    office.services.printing.print_ticket(given)
    office.services.queue_choices.set_template(TicketTemplate(show_qr=False), "son")
    office.services.printing.print_ticket(given)
    assert roll.printed[1].height < roll.printed[0].height - 200


def test_what_is_previewed_is_what_is_printed_for_trial(office: OpenOffice, roll: Roll) -> None:
    template = TicketTemplate(number_size=140, note="Mang theo thẻ căn cước.")
    for roll.width, paper in ((576, Paper.MM_80), (384, Paper.MM_58), (512, Paper.MM_80)):
        shown = office.services.printing.sample(template, paper)
        office.clock.set(office.clock.now() + timedelta(minutes=7))
        office.services.printing.print_sample(template)
        assert roll.printed[-1] == shown
    assert office.services.printing.sample(template, Paper.MM_58).width == 384


def test_a_trial_is_nobodys_number(office: OpenOffice) -> None:
    before = office.journal.last_seq
    office.services.printing.print_sample(TicketTemplate())
    assert office.journal.last_seq == before


def test_each_further_printing_is_a_copy_with_its_number(office: OpenOffice, roll: Roll) -> None:
    printing, given = office.services.printing, take(office)
    printing.print_ticket(given)
    printing.reprint(given.ticket.id)
    printing.reprint(given.ticket.id)
    assert ticket(office, given).copies == 3
    assert told(office) == [("A001", "confirmed", 3), ("A001", "confirmed", 2), ("A001", "confirmed", 1)]
    first, *again = (raster.height for raster in roll.printed)
    assert all(height > first for height in again), "IN LẠI takes a line"


def test_a_copy_made_later_does_not_promise_the_wait_that_was_told_then(office: OpenOffice, roll: Roll) -> None:
    fact = TicketIssued(office.services.office.id, MORNING.date(), GROUP, "A", 7, estimate=WaitEstimate(480, 720, 960))
    with office.journal.transaction() as transaction:
        transaction.append("ticket/seven", fact, "citizen")
    for later in (1, 1, 20):
        office.services.printing.reprint("seven")
        office.clock.set(office.clock.now() + timedelta(minutes=later))
    office.services.printing.reprint("seven")
    _, soon, _, late = (raster.height for raster in roll.printed)
    assert late < soon


def test_a_number_without_paper_is_first_printed_without_being_called_a_copy(office: OpenOffice, roll: Roll) -> None:
    given = take(office)
    office.services.printing.reprint(given.ticket.id)
    assert ticket(office, given).copies == 1
    office.services.printing.print_ticket(given)
    assert roll.printed[0] == roll.printed[1]


FAULTS = (
    (DeviceError(Code.PAPER_OUT, device="p"), PrintOutcome.FAILED),
    (DeviceError(Code.DEVICE_ABSENT, device="p"), PrintOutcome.FAILED),
    (DeviceError(Code.PRINT_DOUBTFUL, sent=812, total=9000, device="p"), PrintOutcome.DOUBTFUL),
)


def test_a_printers_fault_is_journalled_and_the_copy_after_it_too(office: OpenOffice, roll: Roll) -> None:
    printing = office.services.printing
    for number, (error, outcome) in enumerate(FAULTS, 1):
        given = take(office, number)
        roll.fault = error
        paper = printing.print_ticket(given)
        assert (paper.outcome, paper.fault) == (outcome, error.code)
        assert ticket(office, given).printed is outcome
        roll.fault = None
        assert printing.reprint(given.ticket.id).outcome is PrintOutcome.CONFIRMED
        assert told(office)[:2] == [(given.ticket.label, "confirmed", 2), (given.ticket.label, outcome.value, 1)]
        record = printing.printed_today(faults=True)[0]
        assert record.ticket.id == given.ticket.id
        assert record.printed is not None
        assert record.printed.fault == error.code.value
        assert record.printed.bytes_sent == error.params.get("sent", 0)
    assert len(told(office, faults=True)) == len(FAULTS)


def test_a_printer_that_does_not_answer_has_been_sent_the_ticket(office: OpenOffice, roll: Roll) -> None:
    roll.confirms = False
    assert office.services.printing.print_ticket(take(office)).outcome is PrintOutcome.SENT
    assert told(office, faults=True) == []


def test_a_number_whose_service_is_over_is_not_printed_again(office: OpenOffice, roll: Roll) -> None:
    given = take(office)
    office.services.queue.cancel(given.ticket.id)
    with pytest.raises(CounterError) as caught:
        office.services.printing.reprint(given.ticket.id)
    assert caught.value.code is Code.TICKET_STATE
    assert roll.printed == []


def test_the_print_journal_is_newest_first_by_page_and_knows_numbers_without_paper(office: OpenOffice) -> None:
    for number in range(1, 4):
        given = take(office, number)
        if number != 2:
            office.services.printing.print_ticket(given)
        office.clock.set(office.clock.now() + timedelta(seconds=5))
    assert told(office) == [("A003", "confirmed", 1), ("A002", "", 0), ("A001", "confirmed", 1)]
    assert told(office, most=2) == told(office)[:2]
    assert told(office, faults=True) == [("A002", "", 0)]


def test_a_number_off_a_paper_roll_needs_no_paper(office: OpenOffice) -> None:
    fact = TicketIssued(office.services.office.id, MORNING.date(), GROUP, "A", 7, source=IssueSource.ROLL)
    with office.journal.transaction() as transaction:
        transaction.append("ticket/roll", fact, "officer/ha")
    assert told(office) == [("A007", "", 0)]
    assert told(office, faults=True) == []


def test_yesterdays_paper_is_not_in_todays_journal(office: OpenOffice) -> None:
    office.services.printing.print_ticket(take(office))
    office.clock.set(office.clock.now() + timedelta(days=1))
    assert told(office) == []


@pytest.fixture
def other(tmp_path: Path, office: OpenOffice, roll: Roll) -> Iterator[OpenOffice]:
    """Open the kiosk of an office whose numbers another machine, ``office``, gives out."""
    with open_office(tmp_path / "kiosk", roll, ManualClock(MORNING)) as opened:
        with opened.journal.database.write() as connection:
            key = office.journal.key
            arrivals.admit(connection, key.station, key.public_hex, opened.services.office.id)
        yield opened


def entries(journal: Journal) -> list[Entry]:
    table = tables.journal
    own = select(table).where(table.c.station == journal.key.station).order_by(table.c.seq)
    with journal.database.read() as connection:
        return [entry_of(row) for row in connection.execute(own)]


def test_an_outcome_waits_for_its_number_and_is_then_written_once(
    office: OpenOffice, other: OpenOffice, tmp_path: Path
) -> None:
    given = take(office)
    before = other.journal.last_seq
    paper = other.services.printing.print_ticket(given)
    assert paper.outcome is PrintOutcome.CONFIRMED
    assert other.journal.last_seq == before
    arrivals.accept(other.journal, entries(office.journal))
    assert other.journal.last_seq == before + 1
    assert ticket(other, given).printed is PrintOutcome.CONFIRMED
    other.services.printing.warm_up()
    arrivals.accept(other.journal, entries(office.journal))
    assert other.journal.last_seq == before + 1
    assert verify(other.journal).faults == ()


def test_an_outcome_outlives_the_program(office: OpenOffice, other: OpenOffice, tmp_path: Path, roll: Roll) -> None:
    given = take(office)
    roll.fault = DeviceError(Code.PAPER_OUT, device="p")
    other.services.printing.print_ticket(given)
    other.close()
    with open_office(tmp_path / "kiosk", roll, ManualClock(MORNING)) as again:
        arrivals.accept(again.journal, entries(office.journal))
        again.services.printing.warm_up()
        assert ticket(again, given).printed is PrintOutcome.FAILED
        written = again.journal.last_seq
    with open_office(tmp_path / "kiosk", roll, ManualClock(MORNING)) as third:
        third.services.printing.warm_up()
        assert third.journal.last_seq == written


def test_a_number_from_a_clock_far_ahead_loses_no_outcome(office: OpenOffice, other: OpenOffice) -> None:
    office.clock.set(office.clock.now() + timedelta(minutes=25))
    given = take(office)
    arrivals.accept(other.journal, entries(office.journal))
    other.services.printing.print_ticket(given)
    assert ticket(other, given).printed is None
    other.clock.set(other.clock.now() + timedelta(minutes=26))
    later = other.services.queue.take_number(GROUP, command="f" * 32)
    other.services.printing.print_ticket(later)
    assert ticket(other, given).printed is PrintOutcome.CONFIRMED
    assert ticket(other, later).printed is PrintOutcome.CONFIRMED


def limit(office: OpenOffice, *, full: bool) -> None:
    """Let the database grow no further, or as it likes, whichever of its connections is used."""
    with ExitStack() as opened:
        for connection in [opened.enter_context(office.journal.database.read()) for _ in range(6)]:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar() if full else 1 << 30
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")


def test_a_full_disk_keeps_the_outcomes_until_there_is_room(office: OpenOffice, tmp_path: Path) -> None:
    given = [take(office, number) for number in range(1, 16)]
    limit(office, full=True)
    papers = [office.services.printing.print_ticket(one) for one in given]
    assert all(one.outcome is PrintOutcome.CONFIRMED for one in papers)
    assert not all(ticket(office, one).printed for one in given), "the disk was not full"
    assert (tmp_path / KEPT).exists()
    limit(office, full=False)
    office.services.printing.warm_up()
    assert all(ticket(office, one).copies == 1 for one in given)
    assert len(told(office)) == len(given)


@pytest.mark.expects_log("event=print_outcomes_unreadable")
def test_a_damaged_file_of_outcomes_stops_nobody(tmp_path: Path, roll: Roll) -> None:
    (tmp_path / KEPT).write_bytes(b"\xff{")
    with open_office(tmp_path, roll) as office:
        given = take(office)
        office.services.printing.print_ticket(given)
        assert ticket(office, given).copies == 1
