"""The journal: written once, chained, signed, replayed; nothing can be changed unseen."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from counter_app.domain import facts
from counter_app.domain.entry import Entry
from counter_app.domain.tickets import TicketState
from counter_app.journal.journal import AppendRefusedError, Journal
from counter_app.journal.verify import verify
from counter_app.store import tables
from counter_app.store import tickets as ticket_rows
from tests.support.office import OpenOffice, open_office

ISSUED = facts.TicketIssued("an-phuc", date(2026, 11, 23), "ho-tich", "A", 1)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    with open_office(tmp_path) as opened:
        yield opened


def entries(journal: Journal) -> list[Entry]:
    with journal.database.read() as connection:
        rows = connection.execute(select(tables.journal).order_by(tables.journal.c.seq)).all()
    return [Entry(*row) for row in rows]


def test_sequence_numbers_are_contiguous_and_each_entry_names_the_one_before(office: OpenOffice) -> None:
    first_group = office.services.catalogue.groups()[0].id
    for index in range(5):
        office.services.queue.take_number(first_group, command=f"{index:032x}")
    written = entries(office.journal)
    assert [entry.seq for entry in written] == list(range(1, len(written) + 1))
    assert all(later.previous == earlier.hash for earlier, later in zip(written, written[1:], strict=False))


def test_a_fresh_journal_verifies_with_its_counts(office: OpenOffice) -> None:
    report = verify(office.journal)
    assert report.faults == ()
    assert report.entries == len(entries(office.journal)) > 20
    assert report.stations == 1


@pytest.mark.parametrize("column", Entry.__slots__)
def test_one_changed_byte_in_any_column_of_any_row_is_named(office: OpenOffice, column: str) -> None:
    middle = entries(office.journal)[20]
    value = getattr(middle, column)
    changed = value + 1 if isinstance(value, int) else value[:-1] + ("0" if value[-1:] != "0" else "1")
    if column == "seq":
        changed = 10_000
    table = tables.journal
    with office.journal.database.write() as connection:
        connection.execute(update(table).where(table.c.seq == middle.seq).values({column: changed}))
    places = [fault.where for fault in verify(office.journal).faults]
    named = {f"{middle.station}/{middle.seq}", f"{middle.station}/{middle.seq + 1}"}
    assert named & set(places)


def test_a_changed_row_of_a_view_is_named(office: OpenOffice) -> None:
    office.services.queue.take_number(office.services.catalogue.groups()[0].id, command="a" * 32)
    with office.journal.database.write() as connection:
        connection.execute(update(tables.tickets).values(number=99))
    assert [fault.where for fault in verify(office.journal).faults] == ["ticket/" + "a" * 32]


def test_a_row_that_no_entry_speaks_of_is_named(office: OpenOffice) -> None:
    with office.journal.database.write() as connection:
        connection.execute(tables.places.insert().values(stream="desk/ghost", kind="Desk", body="{}"))
    assert [fault.where for fault in verify(office.journal).faults] == ["places/desk/ghost"]


def test_a_journal_cut_below_what_was_sent_is_named(office: OpenOffice) -> None:
    newest = entries(office.journal)[-1]
    with office.journal.database.write() as connection:
        connection.execute(tables.marks.insert().values(name="pushed", value=newest.seq))
        connection.execute(tables.journal.delete().where(tables.journal.c.seq == newest.seq))
    assert f"{newest.station}/{newest.seq}" in [fault.where for fault in verify(office.journal).faults]


def test_a_transaction_that_fails_leaves_nothing(office: OpenOffice) -> None:
    before = len(entries(office.journal))

    def interrupted() -> None:
        with office.journal.transaction() as transaction:
            transaction.append("ticket/x", ISSUED, "citizen")
            raise RuntimeError("power")

    with pytest.raises(RuntimeError, match="power"):
        interrupted()
    assert len(entries(office.journal)) == before
    office.services.queue.take_number(office.services.catalogue.groups()[0].id, command="b" * 32)
    assert verify(office.journal).faults == ()


def test_an_entry_that_the_state_machine_refuses_undoes_its_transaction(office: OpenOffice) -> None:
    before = len(entries(office.journal))
    with pytest.raises(AppendRefusedError), office.journal.transaction() as transaction:
        transaction.append("ticket/never-issued", facts.TicketFinished(), "citizen")
    assert len(entries(office.journal)) == before


@pytest.mark.expects_log("event=clock_doubtful")
def test_time_never_goes_back_when_the_clock_does(office: OpenOffice) -> None:
    group = office.services.catalogue.groups()[0].id
    office.services.queue.take_number(group, command="c" * 32)
    office.clock.move(timedelta(days=-3))
    office.services.queue.take_number(group, command="d" * 32)
    times = [entry.time for entry in entries(office.journal)]
    assert times == sorted(times)
    assert len(set(times)) == len(times)


def test_everything_is_there_after_closing_and_opening_again(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        office.services.queue.take_number(office.services.catalogue.groups()[0].id, command="e" * 32)
        before = entries(office.journal)
    with open_office(tmp_path) as office:
        assert entries(office.journal) == before
        assert office.services.queue.ticket("e" * 32).state is TicketState.ISSUED
        assert verify(office.journal).faults == ()


def test_readers_see_a_whole_transaction_or_none_of_it(office: OpenOffice) -> None:
    with office.journal.transaction() as transaction:
        transaction.append("ticket/" + "f" * 32, ISSUED, "citizen")
        with office.journal.database.read() as connection:
            assert ticket_rows.ticket(connection, "f" * 32) is None
    assert office.services.queue.ticket("f" * 32).label == "A001"
