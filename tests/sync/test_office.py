"""One queue for the machines of an office, over real sockets on loopback."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from counter_app.bootstrap import Counter, join_office, open_counter, set_up_station
from counter_app.clocks import ManualClock
from counter_app.demo.commune import new_station
from counter_app.domain.facts import StationEnrolled
from counter_app.domain.queue_facts import DeskState, KioskMode
from counter_app.errors import Code, CounterError
from counter_app.journal import enrolment, outbox
from counter_app.services.setup import station_of
from counter_app.settings import Settings, load_settings
from sync.office.joining import Joining, address_of
from sync.office.node import CODE_GOOD_FOR
from tests.devices.support import refused
from tests.support.office import open_office
from tests.sync.offices import (
    LEADER,
    LOCAL,
    command,
    first_station,
    follows,
    group_of,
    is_sound,
    joined,
    labels,
    running,
    until,
    until_here,
)

AT_ONCE_S = 5  # far below the 25 s of a long poll


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Counter]:
    with first_station(tmp_path / "office") as counter:
        yield counter


@pytest.fixture
def desk(tmp_path: Path, office: Counter) -> Iterator[Counter]:
    with joined(office, tmp_path / "desk", 7) as counter:
        yield counter


def test_a_number_taken_at_another_machine_is_shown_there_at_once_and_asked_again_it_is_the_same(
    office: Counter, desk: Counter
) -> None:
    queue, tap = desk.services.queue, command()
    given = queue.take_number(group_of(desk), command=tap)
    assert queue.take_number(group_of(desk), command=tap).ticket == given.ticket
    assert labels(office) == labels(desk) == [given.ticket.label]


def test_a_call_at_one_desk_is_in_the_journal_of_a_board_at_once(
    tmp_path: Path, office: Counter, desk: Counter
) -> None:
    with joined(office, tmp_path / "board", None) as board:
        given = desk.services.queue.take_number(group_of(desk), command=command())
        until_here(board, lambda: labels(board) == [given.ticket.label])
        assert desk.services.queue.call_next(7, "ha", command=command()).id == given.ticket.id
        until_here(board, lambda: board.services.queue.ticket(given.ticket.id).desk == 7, AT_ONCE_S)
        is_sound(board)


def test_many_taps_at_many_machines_with_retries_make_one_ticket_each(
    tmp_path: Path, office: Counter, desk: Counter
) -> None:
    group, taps = group_of(office), [command() for _ in range(24)]
    with joined(office, tmp_path / "kiosk", None) as kiosk, ThreadPoolExecutor(8) as fingers:
        at = (office, desk, kiosk)
        taken = list(
            fingers.map(
                lambda n: at[n % 3].services.queue.take_number(group, command=taps[n // 3]).ticket.label, range(72)
            )
        )
        assert len(set(taken)) == 24
        until_here(kiosk, lambda: len(labels(kiosk)) == 24)
        assert labels(kiosk) == labels(office) == sorted(set(taken))
    is_sound(office)


def test_what_the_queue_refuses_is_told_at_the_desk_as_it_was_meant(office: Counter, desk: Counter) -> None:
    queue = desk.services.queue
    with pytest.raises(CounterError) as nobody:
        queue.call_next(7, "ha", command=command())
    assert (nobody.value.code, nobody.value.params) == (Code.NOBODY_WAITING, {})
    first = queue.take_number(group_of(desk), command=command()).ticket
    queue.take_number(group_of(desk), command=command())
    queue.call_next(7, "ha", command=command())
    with pytest.raises(CounterError) as busy:
        queue.call_next(7, "ha", command=command())
    assert (busy.value.code, busy.value.params) == (Code.DESK_BUSY, {"desk": 7, "label": first.label})


def test_a_refusal_brings_its_times_and_nothings_with_their_types(office: Counter, desk: Counter) -> None:
    desk.services.queue.switch_kiosk(KioskMode.CLOSED, LEADER, command=command())
    errors = []
    for station in (office, desk):
        with pytest.raises(CounterError) as caught:
            station.services.queue.take_number(group_of(desk), command=command())
        errors.append((caught.value.code, caught.value.params))
    assert errors[0] == errors[1]
    assert errors[0][0] is Code.NUMBERS_CLOSED


def test_what_a_desk_writes_itself_reaches_every_other_machine(tmp_path: Path, office: Counter, desk: Counter) -> None:
    with joined(office, tmp_path / "board", None) as board:
        ticket = desk.services.queue.take_number(group_of(desk), command=command()).ticket
        desk.services.queue.call_next(7, "ha", command=command())
        desk.services.queue.start_service(ticket.id, 7, "ha", command=command())
        rating = desk.services.queue.finish(ticket.id, "ha", command=command())
        desk.services.ratings.close(rating.id)
        until_here(board, lambda: board.services.ratings.of_ticket(ticket.id) is not None)
        wanted = outbox.heads(office.journal, (desk.journal.key.station,))
        until_here(board, lambda: outbox.heads(board.journal, wanted) == outbox.heads(desk.journal, wanted))


def test_a_desk_without_its_office_says_so_and_goes_on_when_it_is_back(tmp_path: Path) -> None:
    with first_station(tmp_path / "office") as office, joined(office, tmp_path / "desk", 7) as desk:
        assert office.office is not None
        port = int(office.office.url.rpartition(":")[2])
        office.close()
        until(desk, lambda status: not status.reachable)
        tap = command()
        with pytest.raises(CounterError) as away:
            desk.services.queue.take_number(group_of(desk), command=tap)
        assert away.value.code is Code.OFFICE_AWAY
        with running(tmp_path / "office", replace(LOCAL, port=port)) as again:
            until(desk, lambda status: status.reachable)
            given = desk.services.queue.take_number(group_of(desk), command=tap)
            assert labels(again) == [given.ticket.label]


def test_an_office_of_one_machine_has_no_thread_and_no_socket_for_it(tmp_path: Path) -> None:
    set_up_station(tmp_path, new_station())
    before = threading.active_count()
    counter = open_counter(tmp_path, Settings())
    counter.services.queue.set_desk(3, "ha", DeskState.OPEN)
    assert (counter.office, threading.active_count(), counter.services.queue.head()) == (None, before, None)
    counter.close()


def test_joining_brings_everything_that_the_office_knows_and_the_settings_remember_where_it_is(
    tmp_path: Path, office: Counter
) -> None:
    with joined(office, tmp_path / "desk", 9) as desk:
        settings = load_settings(tmp_path / "desk")
        assert office.office is not None
        assert (settings.desk, settings.office.urls) == (9, (office.office.url,))
        assert desk.services.office == office.services.office
        assert [one.name for one in desk.services.officers.all()] == [
            one.name for one in office.services.officers.all()
        ]
        assert desk.services.catalogue.procedure("1.004873", None) == office.services.catalogue.procedure(
            "1.004873", None
        )
        until_here(office, lambda: 9 in [one.number for one in office.services.queue_choices.desks()])


def test_ranks_are_given_out_once_each(tmp_path: Path, office: Counter) -> None:
    with joined(office, tmp_path / "a", 7) as first, joined(office, tmp_path / "b", 8) as second:
        assert [station_of(one.journal).rank for one in (office, first, second)] == [0, 1, 2]


@pytest.mark.parametrize("wrong", ["code", "address"])
def test_a_machine_that_may_not_join_or_finds_nobody_says_which(tmp_path: Path, office: Counter, wrong: str) -> None:
    assert office.office is not None
    url = office.office.url if wrong == "code" else "127.0.0.1:9"
    with pytest.raises(CounterError) as caught:
        join_office(tmp_path / "desk", Joining(url, "AAAA-BBBB-CCCC", "Máy", ("desk",), 5))
    assert caught.value.code is (Code.ENROLMENT_REFUSED if wrong == "code" else Code.OFFICE_AWAY)


@pytest.mark.parametrize(
    "typed, meant",
    [
        ("192.168.1.10", "https://192.168.1.10:8471"),
        (" may-chu:9000 ", "https://may-chu:9000"),
        ("http://192.168.1.10", "https://192.168.1.10:8471"),
        ("https://mc.example", "https://mc.example:8471"),
        ("127.0.0.1", "http://127.0.0.1:8471"),
        ("[fe80::1]:9000", "https://[fe80::1]:9000"),
    ],
)
def test_the_address_of_an_office_may_be_typed_short(typed: str, meant: str) -> None:
    assert address_of(typed) == meant


def test_a_code_of_the_office_lets_nobody_in_after_its_hour(tmp_path: Path) -> None:
    clock = ManualClock(datetime(2026, 11, 23, 1, 55, tzinfo=UTC))
    with open_office(tmp_path, clock=clock) as office:
        journal, mine = office.journal, office.services.office.id
        early, late = (enrolment.make_code(journal, mine, CODE_GOOD_FOR) for _ in range(2))
        clock.move(timedelta(minutes=59))
        assert enrolment.enrol(journal, early, "a" * 16, "00" * 32).office == mine
        clock.move(timedelta(minutes=2))
        with pytest.raises(CounterError) as caught:
            enrolment.enrol(journal, late, "b" * 16, "11" * 32)
        assert caught.value.code is Code.ENROLMENT_REFUSED


def test_another_program_at_the_address_is_said_to_be_one(tmp_path: Path) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as stranger:
        serving = threading.Thread(target=stranger.serve_forever, kwargs={"poll_interval": 0.05})
        serving.start()
        try:
            with pytest.raises(CounterError) as caught:
                join_office(tmp_path, Joining(f"127.0.0.1:{stranger.server_port}", "AAAA-BBBB-CCCC", "Máy", ("desk",)))
        finally:
            stranger.shutdown()
            serving.join()
    assert caught.value.code is Code.NOT_AN_OFFICE


def test_joining_tells_how_far_it_is_and_the_machines_know_of_each_other(tmp_path: Path, office: Counter) -> None:
    assert office.office is not None
    told: list[tuple[int, int]] = []
    joining = Joining(office.office.url, office.office.make_code(), "Máy quầy 6", ("desk",), 6, serve=True, find=False)
    join_office(tmp_path / "desk", joining, told=lambda copied, all_: told.append((copied, all_)))
    assert told[-1][0] == told[-1][1] > 0
    settings = replace(LOCAL, urls=(office.office.url,))
    with running(tmp_path / "desk", settings) as desk:
        follows(desk, office)
        assert desk.office is not None
        me, first = desk.journal.key.station, office.journal.key.station
        assert first in desk.office.contacts()
        assert me in office.office.contacts()
        assert desk.office.serving() == {me, first}


def test_a_machine_that_was_barred_stays_so_after_telling_its_name_again(tmp_path: Path, office: Counter) -> None:
    with joined(office, tmp_path / "standby", 8, serve=True) as standby:
        barred = standby.journal.key.station
        office.services.stations.bar(barred, LEADER)
        known = next(one.station for one in office.services.stations.all().known if one.station.id == barred)
        assert known.barred
        refused(Code.STATION_REVOKED, lambda: standby.services.queue.take_number(group_of(standby), command=command()))
        again = StationEnrolled(known.name, known.office, known.public_key, known.roles, known.rank)
        with office.journal.transaction() as transaction:
            transaction.append(f"station/{barred}", again, "officer/son")
        known = next(one.station for one in office.services.stations.all().known if one.station.id == barred)
        assert known.barred
    refused(Code.STATION_NEEDED, lambda: office.services.stations.bar(office.journal.key.station, LEADER))
    refused(Code.STATION_UNKNOWN, lambda: office.services.stations.bar("nobody", LEADER))
    refused(Code.DUTY_MISSING, lambda: office.services.stations.bar(barred, "ha", barred=False))
