"""The security record: written at once or a moment later, never lost, never in the way of the work it tells of."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from counter_app.domain.security_facts import SEVERITY, SecuritySealed
from counter_app.errors import Code, CounterError
from counter_app.services.security_log import SecurityKind, SecurityLog
from counter_app.store import security_events, tables
from counter_app.store.security_events import FIRST, EventFilter, chain_hash
from tests.support.office import OpenOffice, open_office

ALL = EventFilter()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    office = open_office(tmp_path)
    yield office
    office.close()


@pytest.fixture
def security(office: OpenOffice) -> SecurityLog:
    return office.services.security


def kinds(security: SecurityLog, wanted: EventFilter = ALL) -> list[str]:
    return [event.kind for event in security.page(wanted, most=100)]


def test_every_kind_has_a_severity_of_cef() -> None:
    assert SEVERITY.keys() == set(SecurityKind)
    assert all(0 <= severity <= 10 for severity in SEVERITY.values())


def test_what_is_noted_is_there_newest_first(office: OpenOffice, security: SecurityLog) -> None:
    security.note(SecurityKind.SIGN_IN_FAILED, officer="ha", failed=3)
    office.clock.move(timedelta(seconds=5))
    security.note(SecurityKind.EXPORTED, officer="officer/lan", subject="office/an-phuc", rows=12)
    newest, before = security.page(ALL, most=10)
    assert (newest.kind, newest.officer, newest.subject, newest.detail) == (
        "exported",
        "lan",
        "office/an-phuc",
        {"rows": 12},
    )
    assert (before.officer, before.detail, before.severity) == ("ha", {"failed": 3}, 5)
    assert newest.at - before.at == timedelta(seconds=5)


def test_inside_a_transaction_it_neither_waits_nor_is_lost(office: OpenOffice, security: SecurityLog) -> None:
    with office.journal.transaction():
        security.note(SecurityKind.PERMISSION_REFUSED, officer="ha")
    security.note(SecurityKind.SIGNED_OUT, officer="ha")
    assert kinds(security) == ["signed-out", "permission-refused"]


def test_it_outlives_the_transaction_that_was_undone_because_of_it(office: OpenOffice, security: SecurityLog) -> None:
    def refuse() -> None:
        with office.journal.transaction():
            security.note(SecurityKind.PERMISSION_REFUSED, officer="ha")
            raise CounterError(Code.DUTY_MISSING)

    with pytest.raises(CounterError):
        refuse()
    assert kinds(security) == ["permission-refused"]


def test_a_commit_writes_what_was_noted_inside(office: OpenOffice, security: SecurityLog) -> None:
    with office.journal.transaction() as transaction:
        security.note(SecurityKind.OFFICER_DISABLED, subject="officer/lan")
        transaction.append("security/x", SecuritySealed(1, FIRST), "system")
    with office.journal.database.read() as connection:
        assert [row.kind for row in security_events.in_order(connection)] == ["officer-disabled"]


def test_what_many_threads_note_at_once_is_all_there_and_chained(security: SecurityLog, office: OpenOffice) -> None:
    threads = [
        threading.Thread(target=lambda: [security.note(SecurityKind.SIGNED_IN, officer="ha") for _ in range(10)])
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    security.flush()
    with office.journal.database.read() as connection:
        rows = list(security_events.in_order(connection))
    assert len(rows) == 40
    chain = FIRST
    for row in rows:
        chain = chain_hash(chain, row.id, security_events.unchained(row))
        assert row.chain == chain


def test_the_main_thread_leaves_the_writing_to_the_one_that_was_named(
    office: OpenOffice, security: SecurityLog
) -> None:
    wake = threading.Event()
    security.hand_over(wake)
    security.note(SecurityKind.SESSION_LOCKED, officer="ha")
    with office.journal.database.read() as connection:
        assert list(security_events.in_order(connection)) == []
    assert wake.is_set()
    security.flush()
    assert kinds(security) == ["session-locked"]


def test_what_comes_from_outside_stays_one_short_line(security: SecurityLog) -> None:
    security.note(SecurityKind.INPUT_REFUSED, officer="a\r\nb", subject="x\x00\u2028" + "y" * 999, why="1\n2")
    (event,) = security.page(ALL, most=1)
    assert (event.officer, event.detail) == ("a  b", {"why": "1 2"})
    assert event.subject.startswith("x  yyy")
    assert len(event.subject) == 200


@pytest.mark.expects_log("event=security_event_lost")
def test_a_bug_in_what_is_told_never_hurts_the_act(security: SecurityLog) -> None:
    security.note(SecurityKind.SIGNED_IN, officer=object())  # type: ignore[arg-type]
    assert kinds(security) == []


def test_after_closing_nothing_opens_the_database_again(office: OpenOffice, security: SecurityLog) -> None:
    security.note(SecurityKind.PROGRAM_ENDED)
    security.close()
    security.note(SecurityKind.SIGNED_IN)
    with office.journal.database.read() as connection:
        assert connection.execute(select(tables.security_events.c.kind)).scalars().all() == ["program-ended"]
