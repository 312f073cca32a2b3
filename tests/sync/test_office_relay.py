"""The station in charge passes on to the province what its desks write; real journals, servers and sockets."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.bootstrap import Counter
from counter_app.clocks import SystemClock
from counter_app.domain.facts import StationEnrolled
from counter_app.journal import outbox, relayed
from counter_app.journal.journal import Journal
from counter_app.services.setup import station_of
from counter_app.settings import Settings, save_settings
from counter_app.store.database import open_database
from sync.office.province import OfficeReplicator, Part
from sync.server.program import ServerThread
from tests.support.waiting import until_true
from tests.sync.offices import (
    LOCAL,
    command,
    first_station,
    follows,
    group_of,
    is_sound,
    join,
    joined,
    running,
    until,
    until_here,
)
from tests.sync.stations import faults, held, make_code, province, until_journal


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerThread]:
    with province(tmp_path / "province") as running_one:
        yield running_one


@pytest.fixture
def office(tmp_path: Path, server: ServerThread) -> Iterator[Counter]:
    with first_station(tmp_path / "office", server.url) as counter:
        admitted(counter, server)
        yield counter


def admitted(counter: Counter, server: ServerThread) -> None:
    assert counter.replicator is not None
    counter.replicator.enrol(make_code(server, counter.services.office.id))


def scan(counter: Counter, content: bytes) -> str:
    """A content that a machine keeps, so that it has to travel."""
    sha256 = counter.journal.database.blobs.put(content)
    with counter.journal.transaction() as transaction:
        transaction.add_blob(sha256, len(content), scan=True)
    write(counter)
    return sha256


def write(counter: Counter, times: int = 1) -> None:
    """Entries of this machine's own."""
    own = station_of(counter.journal)
    for number in range(times):
        fact = StationEnrolled(f"{own.name} {number}", own.office, own.public_key, own.roles, own.rank)
        with counter.journal.transaction() as transaction:
            transaction.append(f"station/{own.id}", fact, "station")


def until_there(server: ServerThread, *counters: Counter) -> None:
    """The province has everything that these machines wrote."""
    wanted = {one.journal.key.station: one.journal.last_seq for one in counters}
    until_journal(server.journal, lambda: outbox.heads(server.journal, wanted) == wanted)


def agree(server: ServerThread, *counters: Counter) -> None:
    """Every journal verifies, and all hold the same entries."""
    assert faults(server.journal) == ()
    for one in counters:
        is_sound(one)
        for station, count in held(one.journal).items():
            assert held(server.journal)[station] == count


def alone(counter: Counter) -> None:
    until(counter, lambda status: not status.reachable)


def test_the_station_in_charge_passes_on_entries_and_contents_of_its_desks_in_order(
    tmp_path: Path, server: ServerThread, office: Counter
) -> None:
    with joined(office, tmp_path / "desk", 7) as desk:
        desk.services.queue.take_number(group_of(desk), command=command())
        small, large = scan(desk, b"page" * 1000), scan(desk, bytes(range(256)) * 2000)
        until_there(server, office, desk)
        known = outbox.peer(server.journal, desk.journal.key.station)
        assert known is not None
        assert known.public_key == desk.journal.key.public_hex
        until_true(lambda: {small, large} <= set(relayed.settled(office.journal, (small, large))))
        for name in (small, large):
            assert server.journal.database.blobs.get(name) == desk.journal.database.blobs.get(name)
        until_true(lambda: relayed.waiting_blobs(desk.journal)[1] == ())
        agree(server, office, desk)


def test_a_desk_knows_what_the_province_has_of_its_own_and_sends_it_once(
    tmp_path: Path, server: ServerThread, office: Counter
) -> None:
    with joined(office, tmp_path / "desk", 7, province_url=server.url) as desk:
        write(desk, 4)
        until_there(server, desk)
        until_true(lambda: outbox.mark(desk.journal, outbox.PUSHED) == desk.journal.last_seq)
        assert isinstance(desk.replicator, OfficeReplicator)
        assert desk.replicator.part is Part.NOTHING
        until_true(lambda: desk.replicator is not None and desk.replicator.status().waiting == 0)


def test_while_the_province_is_away_the_day_goes_on_and_all_of_it_is_there_when_it_is_back(
    tmp_path: Path, server: ServerThread, office: Counter
) -> None:
    with joined(office, tmp_path / "a", 7) as first, joined(office, tmp_path / "b", 8) as second:
        server.stop()
        assert office.replicator is not None
        for desk in (first, second):
            for _ in range(5):
                desk.services.queue.take_number(group_of(desk), command=command())
            write(desk, 30)
        page = scan(second, b"a page of the day" * 500)
        until_here(first, lambda: held(first.journal).get(second.journal.key.station) == second.journal.last_seq)
        until_true(lambda: page in {row.sha256 for row in relayed.waiting_blobs(office.journal)[1]})
        until_true(lambda: office.replicator is not None and office.replicator.status().waiting >= 60)
        assert office.replicator.status().up is False
        server.start()
        office.replicator.wake()
        until_there(server, office, first, second)
        until_true(lambda: server.journal.database.blobs.has(page))
        until_true(lambda: office.replicator is not None and office.replicator.status().waiting == 0)
        agree(server, office, first, second)


def test_when_the_queue_changes_hands_the_new_station_passes_on_and_tells_nothing_twice(
    tmp_path: Path, server: ServerThread, office: Counter
) -> None:
    with (
        joined(office, tmp_path / "second", 7, serve=True, province_url=server.url) as second,
        joined(office, tmp_path / "desk", 8) as desk,
    ):
        write(desk, 5)
        until_there(server, office, second, desk)
        follows(desk, office)
        office.close()
        until(second, lambda status: status.in_charge)
        page = scan(desk, b"after the change" * 100)
        until_there(server, second, desk)
        until_true(lambda: server.journal.database.blobs.has(page))
        assert isinstance(second.replicator, OfficeReplicator)
        assert second.replicator.part is Part.ALL
        until_true(lambda: relayed.reached(second.journal).get(desk.journal.key.station) == desk.journal.last_seq)
        agree(server, second, desk)


def test_a_desk_that_may_goes_straight_while_its_office_is_away_and_the_office_takes_no_harm(
    tmp_path: Path, server: ServerThread
) -> None:
    with first_station(tmp_path / "office", server.url) as office:
        admitted(office, server)
        port = int(office.office.url.rpartition(":")[2]) if office.office else 0
        settings = replace(join(office, tmp_path / "desk", 7), direct=True)
        with running(tmp_path / "desk", settings, province_url=server.url) as desk:
            follows(desk, office)
            until_there(server, office, desk)
            office.close()
            alone(desk)
            page = scan(desk, b"straight" * 100)
            until_there(server, desk)
            until_true(lambda: server.journal.database.blobs.has(page))
            with running(tmp_path / "office", replace(LOCAL, port=port), province_url=server.url) as again:
                follows(desk, again)
                assert isinstance(desk.replicator, OfficeReplicator)
                until_true(lambda: desk.replicator.part is Part.NOTHING)  # type: ignore[union-attr]
                write(desk, 2)
                until_there(server, again, desk)
                agree(server, again, desk)


def test_a_content_that_only_the_province_has_reaches_a_desk_by_the_station_in_charge(
    tmp_path: Path, server: ServerThread, office: Counter
) -> None:
    content = b"from long ago" * 50
    sha256 = server.journal.database.blobs.put(content)
    outbox.blob_arrived(server.journal, sha256, len(content))
    with joined(office, tmp_path / "desk", 7) as desk:
        assert desk.office is not None
        assert desk.office.fetch(sha256) == content
        assert office.journal.database.blobs.get(sha256) == content


@pytest.mark.expects_log("event=station_not_introduced")
def test_a_station_that_the_province_does_not_take_stops_no_other(
    tmp_path: Path, server: ServerThread, office: Counter
) -> None:
    stranger_at = join(office, tmp_path / "a", 7)
    database = open_database(tmp_path / "a")
    station = Journal(database, SystemClock()).key.station
    database.close()
    outbox.admit(server.journal, station, "00" * 32, "another-office")  # a key that is not its own
    with running(tmp_path / "a", stranger_at) as stranger:
        follows(stranger, office)
        write(stranger, 3)
        with joined(office, tmp_path / "b", 8) as desk:
            write(desk, 3)
            assert office.replicator is not None
            office.replicator.wake()
            until_there(server, office, desk)
            assert station not in held(server.journal)


@contextmanager
def office_process(folder: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """The office's station as a program of its own, killed at the end."""
    words = ("office", "--data", str(folder), "--host", "127.0.0.1", "--port", str(port))
    process = subprocess.Popen([sys.executable, "-m", "counter_app", *words], stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(b"event=ready")
        yield process
    finally:
        process.kill()
        process.communicate()


def test_an_office_station_killed_while_it_passes_on_loses_and_doubles_nothing(
    tmp_path: Path, server: ServerThread
) -> None:
    with first_station(tmp_path / "office", server.url) as office:
        admitted(office, server)
        port = int(office.office.url.rpartition(":")[2]) if office.office else 0
        settings = join(office, tmp_path / "desk", 7)
        until_there(server, office)
    with running(tmp_path / "desk", settings, province_url=server.url) as desk:
        me = desk.journal.key.station
        before = held(server.journal).get(me, 0)
        pages = {scan(desk, f"page {number}".encode() * 20_000) for number in range(6)}
        write(desk, 150)
        save_settings(tmp_path / "office", Settings(office=replace(LOCAL, port=port), province_url=server.url))
        with office_process(tmp_path / "office", port):
            until_journal(server.journal, lambda: held(server.journal).get(me, 0) > before)
        write(desk, 20)
        with office_process(tmp_path / "office", port):
            until_there(server, desk)
            until_true(lambda: all(server.journal.database.blobs.has(name) for name in pages))
            until_true(lambda: relayed.waiting_blobs(desk.journal)[1] == ())
        is_sound(desk)
    with running(tmp_path / "office", replace(LOCAL, port=port), province_url=server.url) as again:
        until_there(server, again)
        agree(server, again)
        assert held(again.journal)[me] == held(server.journal)[me]
