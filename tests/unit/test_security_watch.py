"""The security record is sealed in the journal, and a cut, an edit or a wrong clock is noticed."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from counter_app.clocks import ManualClock
from counter_app.domain.facts import Duty
from counter_app.journal.newest import newest_fault
from counter_app.journal.security_seal import seal_record
from counter_app.journal.verify import verify
from counter_app.services.security_log import SecurityKind
from counter_app.services.security_watch import SecurityWatch
from counter_app.store import security_events, tables
from counter_app.store.security_events import EventFilter
from tests.support.office import OpenOffice, open_office

TABLE = tables.security_events


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    with open_office(tmp_path) as office:
        yield office


@pytest.fixture
def watch(office: OpenOffice) -> SecurityWatch:
    return SecurityWatch(office.journal, office.services.security, keep_days=365)


def noted(office: OpenOffice, kind: SecurityKind) -> list[dict[str, str | int]]:
    found = office.services.security.page(EventFilter(kinds=frozenset((kind,))), most=100)
    return [event.detail for event in found]


def faults(office: OpenOffice) -> list[str]:
    return [fault.where for fault in verify(office.journal).faults]


def note(office: OpenOffice, count: int) -> None:
    for number in range(count):
        office.services.security.note(SecurityKind.SIGN_IN_FAILED, officer="ha", failed=number)


def rewrite(office: OpenOffice) -> None:
    """Work every row's hash out anew, as one does who has the key of the database."""
    with office.journal.database.write() as connection:
        previous = security_events.FIRST
        for row in list(security_events.in_order(connection)):
            previous = security_events.chain_hash(previous, row.id, security_events.unchained(row))
            connection.execute(update(TABLE).where(TABLE.c.id == row.id).values(chain=previous))


def test_a_record_that_nobody_touched_verifies(office: OpenOffice) -> None:
    note(office, 3)
    assert seal_record(office.journal)
    assert not seal_record(office.journal), "the same row is sealed once"
    note(office, 2)
    assert seal_record(office.journal)
    assert faults(office) == []


def test_an_edited_row_breaks_the_chain(office: OpenOffice) -> None:
    note(office, 3)
    with office.journal.database.write() as connection:
        connection.execute(update(TABLE).where(TABLE.c.id == 2).values(officer="lan"))
    assert faults(office) == ["security/2"]


def test_a_row_taken_out_of_the_middle_is_missed(office: OpenOffice) -> None:
    note(office, 3)
    with office.journal.database.write() as connection:
        connection.execute(delete(TABLE).where(TABLE.c.id == 2))
    assert faults(office) == ["security/2"]


def test_an_edit_with_every_hash_worked_out_anew_does_not_fit_the_seal(office: OpenOffice) -> None:
    note(office, 3)
    seal_record(office.journal)
    with office.journal.database.write() as connection:
        connection.execute(update(TABLE).where(TABLE.c.id == 2).values(officer="lan"))
    rewrite(office)
    assert faults(office) == ["security/3"]


@pytest.mark.parametrize("kept", [2, 0])
def test_a_record_cut_at_its_end_does_not_fit_the_seal(office: OpenOffice, kept: int) -> None:
    note(office, 3)
    seal_record(office.journal)
    with office.journal.database.write() as connection:
        connection.execute(delete(TABLE).where(TABLE.c.id > kept))
    assert faults(office) == ["security/3"]


def test_the_program_notes_the_cut_for_good_and_seals_what_follows(office: OpenOffice, watch: SecurityWatch) -> None:
    note(office, 3)
    seal_record(office.journal)
    with office.journal.database.write() as connection:
        connection.execute(delete(TABLE).where(TABLE.c.id > 1))
    for _ in range(3):
        office.clock.move(timedelta(hours=1))
        watch.look()
    assert noted(office, SecurityKind.RECORD_CUT) == [{"until": 3}]
    assert faults(office) == []
    note(office, 9)
    seal_record(office.journal)
    assert faults(office) == []


def test_the_hour_brings_a_seal(office: OpenOffice, watch: SecurityWatch) -> None:
    note(office, 1)
    watch.look()
    assert not office.journal.last_seq > _before(office)
    office.clock.move(timedelta(hours=1))
    watch.look()
    assert office.journal.last_seq == _before(office) + 1


def _before(office: OpenOffice) -> int:
    """Entries of the office as it is set up: those that are no seals."""
    with office.journal.database.read() as connection:
        table = tables.journal
        return len(connection.execute(table.select().where(table.c.kind != "security.sealed")).all())


def test_old_rows_go_and_what_stays_verifies(office: OpenOffice, watch: SecurityWatch) -> None:
    note(office, 3)
    seal_record(office.journal)
    office.clock.move(timedelta(days=366))
    note(office, 2)
    watch.look()
    kept = office.services.security.page(EventFilter(), most=100)
    assert [event.id for event in kept] == [5, 4, 3], "the last of the old ones stays: the chain begins there"
    assert faults(office) == []
    office.clock.move(timedelta(days=1))
    note(office, 1)
    assert office.services.security.page(EventFilter(), most=1)[0].id == 6


def test_three_months_are_kept_whatever_is_chosen(office: OpenOffice) -> None:
    watch = SecurityWatch(office.journal, office.services.security, keep_days=1)
    note(office, 3)
    office.clock.move(timedelta(days=90))
    watch.look()
    assert len(noted(office, SecurityKind.SIGN_IN_FAILED)) == 3


def test_a_clock_set_by_hand_is_noted_and_time_that_goes_by_is_not(office: OpenOffice, watch: SecurityWatch) -> None:
    office.clock.move(timedelta(hours=5))
    watch.look()
    assert noted(office, SecurityKind.CLOCK_WRONG) == []
    office.clock.jump(office.clock.now() - timedelta(days=2))
    watch.look()
    watch.look()
    assert noted(office, SecurityKind.CLOCK_WRONG) == [{"moved_s": -172800}]


def test_a_clock_unlike_the_upstreams_is_noted_once(office: OpenOffice) -> None:
    skew = [timedelta(seconds=5)]
    watch = SecurityWatch(office.journal, office.services.security, 365, lambda: skew[0])
    watch.look()
    assert noted(office, SecurityKind.CLOCK_WRONG) == []
    skew[0] = timedelta(minutes=7)
    watch.look()
    watch.look()
    assert noted(office, SecurityKind.CLOCK_WRONG) == [{"behind_upstream_s": 420}]


def test_an_entry_changed_after_it_was_written_is_found_within_the_hour(
    office: OpenOffice, watch: SecurityWatch
) -> None:
    office.services.officers.change(
        "ha", name="Trần Thị Hà", title="Công chức", department="", duties=(Duty.RECEPTION,), by="son"
    )
    assert newest_fault(office.journal) is None
    seq = office.journal.last_seq
    with office.journal.database.write() as connection:
        table = tables.journal
        connection.execute(update(table).where(table.c.seq == seq).values(actor="officer/lan"))
    for _ in range(2):
        office.clock.move(timedelta(hours=1))
        watch.look()
    assert noted(office, SecurityKind.JOURNAL_TAMPERED) == [{"what": "the hash does not match"}]


def test_it_says_when_the_program_began_and_ended_and_when_it_ended_without_saying(
    office: OpenOffice, tmp_path: Path
) -> None:
    def run(*, ends: bool) -> None:
        watch = SecurityWatch(office.journal, office.services.security, 365, look_s=60)
        watch.start()
        if ends:
            watch.close()
            watch.close()
        else:
            watch.stop()

    run(ends=True)
    assert [one["unclean"] for one in noted(office, SecurityKind.PROGRAM_STARTED)] == [0]
    assert len(noted(office, SecurityKind.PROGRAM_ENDED)) == 1
    run(ends=False)
    run(ends=True)
    assert [one["unclean"] for one in noted(office, SecurityKind.PROGRAM_STARTED)] == [1, 0, 0]
    assert faults(office) == []


def test_a_clock_behind_the_own_newest_entry_is_noted_at_the_start(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        office.clock.move(timedelta(days=1))
        office.services.officers.change(
            "ha", name="Trần Thị Hà", title="Công chức", department="", duties=(Duty.RECEPTION,), by="son"
        )
        now = office.clock.now()
    with open_office(tmp_path, clock=ManualClock(now - timedelta(hours=3))) as office:
        watch = SecurityWatch(office.journal, office.services.security, 365, look_s=60)
        watch.start()
        watch.close()
        assert noted(office, SecurityKind.CLOCK_WRONG) == [{"behind_own_entries_s": 10800}]
