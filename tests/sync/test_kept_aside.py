"""What the province has and did not take in order is known at the station, and why, until it has it in order."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.clocks import ManualClock, SystemClock
from counter_app.domain.facts import TicketCalled
from counter_app.domain.review_facts import Decision, ReviewSettled
from counter_app.journal import outbox
from counter_app.journal.arrivals import accept
from counter_app.journal.journal import Journal
from counter_app.journal.signing import seal
from counter_app.services.sync_aside import AsideCause, AsideEntry, aside_now
from counter_app.store.upstream_aside import MOST, Aside, Source, of_station
from sync import aside_notes
from sync.countersigned import Countersigned
from sync.records import EntryAnswer
from sync.replicator import EntryPush
from sync.server.program import ServerThread
from sync.wire import Wire
from tests.support.chains import Chain
from tests.support.office_middle import Middle
from tests.support.waiting import until_true
from tests.sync.stations import OFFICE, QUICK, Station, admit, province, station

REVIEW = "event=entry_kept-for-review"


@pytest.fixture
def desk(tmp_path: Path, server: ServerThread) -> Iterator[Station]:
    """A station that the province knows."""
    with station(tmp_path / "desk", ManualClock(SystemClock().now())) as made:
        admit(server, made)
        yield made


def other(server: ServerThread, *journals: Journal) -> Chain:
    """Another station of the office, known at the province and to these."""
    made = Chain(OFFICE)
    for journal in (server.journal, *journals):
        outbox.admit(journal, made.station, made.public_key, OFFICE)
    return made


def call(desk: Station, stream: str) -> int:
    """Write about a number that another station issued; returns the number of the entry."""
    with desk.journal.transaction() as transaction:
        return transaction.append(stream, TicketCalled(1, "ha"), "officer/ha").seq


@contextmanager
def talking(desk: Station, server: ServerThread) -> Iterator[Wire]:
    wire = desk.wire(server.url)
    try:
        yield wire
    finally:
        wire.close()


def push(desk: Station, server: ServerThread) -> None:
    with talking(desk, server) as wire:
        EntryPush(desk.journal, wire, QUICK).step()


def ask(desk: Station, server: ServerThread) -> None:
    with talking(desk, server) as wire:
        Countersigned(desk.journal).now_and_then(wire)


def shown(journal: Journal) -> tuple[AsideEntry, ...]:
    return aside_now(journal).entries


@pytest.mark.expects_log(REVIEW)
def test_what_came_before_its_beginning_is_known_with_its_reason_until_the_beginning_is_there(
    server: ServerThread, desk: Station
) -> None:
    first = other(server, desk.journal)
    issued = first.next()
    accept(desk.journal, issued)
    seq = call(desk, issued[0].stream)
    assert shown(desk.journal) == ()
    push(desk, server)
    (known,) = shown(desk.journal)
    assert (known.seq, known.cause, known.subject, known.own) == (seq, AsideCause.NOT_BEGUN, "ticket", True)

    assert isinstance(desk.journal.clock, ManualClock)
    ask(desk, server)
    assert shown(desk.journal) == (known,), "the server says the same, and since when stays"
    assert aside_now(Journal(desk.database, desk.journal.clock)).total == 1, "a restart forgets nothing"

    server.store.accept(issued, OFFICE)
    ask(desk, server)
    assert aside_now(desk.journal).total == 0


def test_every_kind_of_province_says_what_it_kept_aside_of_whom_and_nothing_of_others(
    tmp_path: Path, database: str
) -> None:
    with province(tmp_path / "any", database=database) as any_server, station(tmp_path / "desk") as desk:
        admit(any_server, desk)
        desk.issue(4)
        first, second, third, fourth = outbox.own_entries(desk.journal, 0, 9)
        damaged = replace(second, data=second.data.replace('"number":2', '"number":7'))
        strange = seal(replace(fourth, actor="somebody else"), desk.journal.key)
        any_server.store.accept((first, damaged, third, strange), OFFICE)
        any_server.store.accept((fourth,), OFFICE)
        said = any_server.store.aside(desk.id)
        assert [(one.station, one.seq, one.outcome, one.reason) for one in said] == [
            (desk.id, 2, "kept-for-review", "hash"),
            (desk.id, 4, "conflict", "conflict"),
        ]
        assert any_server.store.aside("nobody") == ()
        ask(desk, any_server)
        assert [one.cause for one in shown(desk.journal)] == [AsideCause.SAME_NUMBER, AsideCause.DAMAGED]


@pytest.mark.expects_log(REVIEW)
def test_what_somebody_settled_is_gone_here_at_once_and_at_the_province_when_that_is_there(
    server: ServerThread, desk: Station
) -> None:
    issued = other(server, desk.journal).next()
    accept(desk.journal, issued)
    seq = call(desk, issued[0].stream)
    push(desk, server)
    (said,) = server.store.aside(desk.id)
    with desk.journal.transaction() as transaction:
        fact = ReviewSettled(desk.id, seq, said.reason, Decision.KEPT, "son")
        transaction.append(f"review/{desk.id}-{seq}", fact, "officer/son")
    assert shown(desk.journal) == ()
    push(desk, server)
    assert server.store.aside(desk.id) == ()


@pytest.mark.allows_log(REVIEW, "event=relay_stuck")
def test_a_desk_behind_the_offices_station_hears_what_the_province_said_of_its_entries(
    tmp_path: Path, server: ServerThread
) -> None:
    middle = Middle(tmp_path / "office", server.url)
    try:
        office = middle.station
        with station(tmp_path / "desk") as one:
            outbox.admit(office.journal, one.id, one.journal.key.public_hex, OFFICE)
            first = other(server, one.journal)
            issued = first.next()
            accept(one.journal, issued)
            seq = call(one, issued[0].stream)
            admit(server, office)
            with talking_to(one, middle) as wire:
                EntryPush(one.journal, wire, QUICK, outbox.marks_of(office.id)).step()
                until_true(lambda: aside_now(office.journal).total == 1)
                assert shown(one.journal) == (), "the office's own word on it is no province's"
                Countersigned(one.journal, province=False).now_and_then(wire)
            (known,) = shown(one.journal)
            assert (known.station, known.seq, known.cause) == (one.id, seq, AsideCause.NOT_BEGUN)
            assert not shown(office.journal)[0].own
    finally:
        middle.end()


@contextmanager
def talking_to(desk: Station, middle: Middle) -> Iterator[Wire]:
    wire = desk.wire(f"http://127.0.0.1:{middle.port}")
    try:
        yield wire
    finally:
        wire.close()


def said(seq: int, outcome: str, reason: str = "") -> EntryAnswer:
    return EntryAnswer("other", seq, outcome, reason)


def kept(desk: Station) -> list[tuple[int, str]]:
    with desk.database.read() as connection:
        return [(one.seq, one.outcome) for one in of_station(connection, Source.PROVINCE, "other")]


def test_an_entry_that_is_taken_at_last_is_in_order_and_one_under_review_is_not_by_being_sent_again(
    desk: Station,
) -> None:
    aside_notes.answered(desk.journal, [said(1, "applied"), said(2, "refused"), said(3, "kept-for-review", "twice")])
    assert kept(desk) == [(2, "refused"), (3, "kept-for-review")]
    aside_notes.answered(desk.journal, [said(2, "duplicate"), said(3, "duplicate")])
    assert kept(desk) == [(3, "kept-for-review")]
    aside_notes.answered(desk.journal, [said(3, "applied")])
    assert kept(desk) == []


def test_of_a_row_of_refused_entries_the_first_is_told_until_the_server_has_it(desk: Station) -> None:
    aside_notes.answered(desk.journal, [said(seq, "refused", "it is not signed by its station") for seq in (5, 6, 7)])
    assert kept(desk) == [(5, "refused")]
    assert [one.cause for one in shown(desk.journal)] == [AsideCause.DAMAGED]
    aside_notes.told(desk.journal, Source.PROVINCE, "other", (), reached=4)
    assert kept(desk) == [(5, "refused")], "what it does not have it does not name"
    aside_notes.told(desk.journal, Source.PROVINCE, "other", (), reached=5)
    assert kept(desk) == []
    aside_notes.answered(desk.journal, [said(5, "refused", "not introduced")])
    assert [one.cause for one in shown(desk.journal)] == [AsideCause.NOT_LET_IN]
    aside_notes.answered(desk.journal, [said(4, "duplicate"), said(9, "applied")])
    assert kept(desk) == []


def test_however_many_a_server_names_only_so_many_are_remembered_and_its_words_are_cut(desk: Station) -> None:
    answers = [said(seq, "conflict", "x" * 5000) for seq in range(1, MOST + 200)]
    aside_notes.told(desk.journal, Source.PROVINCE, "other", answers)
    with desk.database.read() as connection:
        found = of_station(connection, Source.PROVINCE, "other")
    assert len(found) == MOST
    assert isinstance(found[-1], Aside)
    assert (found[-1].seq, len(found[-1].reason)) == (MOST + 199, 200)
    assert aside_now(desk.journal).total == MOST
