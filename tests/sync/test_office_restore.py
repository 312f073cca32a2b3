"""A machine whose disk died is replaced: the province gives back all that it got, and no number comes twice."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from counter_app.bootstrap import Counter, restore_station, set_up_station
from counter_app.clocks import ManualClock, SystemClock
from counter_app.demo.commune import new_station
from counter_app.domain.facts import StationEnrolled
from counter_app.domain.queue_facts import KioskMode
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.ports import Clock
from counter_app.services.setup import station_of
from counter_app.settings import Settings, load_settings
from counter_app.store.database import open_database
from sync.office.restoring import Restoring
from sync.server.program import ServerThread
from tests.support.waiting import until_true
from tests.sync.offices import (
    LEADER,
    at_work,
    command,
    first_station,
    follows,
    group_of,
    is_sound,
    join,
    labels,
    receive,
    running,
    until_here,
)
from tests.sync.stations import Station, admit, faults, held, make_code, province, replicating
from tests.sync.stations import until as until_link
from tests.sync.test_office_relay import until_there

DAY = datetime(2026, 11, 23, 1, 55, tzinfo=UTC)
OFFICE = "an-phuc"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerThread]:
    with province(tmp_path / "province", ManualClock(DAY)) as running_one:
        yield running_one


@contextmanager
def alone(folder: Path, server: ServerThread, clock: Clock) -> Iterator[Counter]:
    """An office of one machine."""
    with at_work(folder, Settings(desk=3, province_url=server.url), clock) as counter:
        yield counter


def restoring(server: ServerThread) -> Restoring:
    return Restoring(server.url, make_code(server, OFFICE), "Máy trạm quầy 3", ("desk",), 3)


def test_an_office_of_one_machine_whose_disk_died_goes_on_where_the_province_left_it(
    tmp_path: Path, server: ServerThread
) -> None:
    clock = ManualClock(DAY)
    set_up_station(tmp_path / "old", new_station(), clock)
    with alone(tmp_path / "old", server, clock) as old:
        assert old.replicator is not None
        old.replicator.enrol(make_code(server, OFFICE))
        old.services.queue.switch_kiosk(KioskMode.OPEN, LEADER)
        tickets = [old.services.queue.take_number(group_of(old), command=command()).ticket for _ in range(3)]
        known = receive(old, "Nguyễn Thị Hậu")
        receipt = old.services.reception.receipt(known.id)
        until_there(server, old)
        until_true(lambda: server.journal.database.blobs.has(old.services.dossiers.dossier(known.id).receipt))
        server.stop()
        unheard = receive(old, "Trần Văn Bình")
        unheard_ticket = old.services.queue.take_number(group_of(old), command=command()).ticket
    shutil.rmtree(tmp_path / "old")
    server.start()

    told: list[tuple[int, int]] = []
    restore_station(tmp_path / "new", restoring(server), clock, lambda here, all_: told.append((here, all_)))
    assert told[-1][0] == told[-1][1] > 0
    settings = load_settings(tmp_path / "new")
    assert (settings.province_url, settings.desk) == (server.url, 3)
    clock.move(timedelta(minutes=5))
    with alone(tmp_path / "new", server, clock) as new:
        assert new.services.dossiers.dossier(known.id).code == known.code
        assert [one.name for one in new.services.officers.all()]
        assert labels(new) == sorted(one.label for one in tickets)
        assert new.services.reception.receipt(known.id) == receipt
        assert new.services.queue.call_next(3, "ha", command=command()).id == tickets[0].id
        own = [new.services.queue.take_number(group_of(new), command=command()).ticket.label for _ in range(2)]
        assert not {*own} & {*(one.label for one in tickets), unheard_ticket.label}
        codes = [receive(new, f"Lê Thị Hoa {number}").code for number in range(2)]
        assert not {*codes} & {known.code, unheard.code}
        assert len({*codes}) == 2
        until_there(server, new)
        is_sound(new)
        assert faults(server.journal) == ()
        assert held(new.journal) == held(server.journal)


def test_the_successor_of_a_successor_has_numbers_of_its_own_too(tmp_path: Path, server: ServerThread) -> None:
    clock = ManualClock(DAY)
    set_up_station(tmp_path / "0", new_station(), clock)
    ranks, codes = [], []
    for generation in range(3):
        folder = tmp_path / str(generation)
        if generation:
            restore_station(folder, restoring(server), clock)
        with alone(folder, server, clock) as counter:
            assert counter.replicator is not None
            if not generation:
                counter.replicator.enrol(make_code(server, OFFICE))
            ranks.append(station_of(counter.journal).rank)
            codes.append(receive(counter, "Nguyễn Thị Hậu").code)
            until_there(server, counter)
    assert len({*codes}) == 3
    assert sorted({*ranks}) == ranks


@pytest.mark.timeout(120)
def test_a_restoring_that_is_cut_goes_on_where_it_was(tmp_path: Path, server: ServerThread) -> None:
    clock = ManualClock(DAY)
    set_up_station(tmp_path / "old", new_station(), clock)
    old = Station(tmp_path / "old", clock)
    own = station_of(old.journal)
    with old.journal.transaction() as transaction:
        for number in range(2300):
            fact = StationEnrolled(f"{own.name} {number}", own.office, own.public_key, own.roles)
            transaction.append(f"station/{old.id}", fact, "station")
    admit(server, old, office=OFFICE)
    with replicating(old, server.url) as replicator:
        until_link(replicator, lambda status: bool(status.up) and not status.waiting)
    old.database.close()
    asked = restoring(server)
    seen: list[int] = []

    def cut(here: int, _all: int) -> None:
        seen.append(here)
        if here:
            server.stop()

    with pytest.raises(CounterError) as caught:
        restore_station(tmp_path / "new", asked, clock, cut)
    assert caught.value.code is Code.LINK_DOWN
    assert 0 < seen[-1] < 2300
    server.start()
    again: list[int] = []
    restore_station(tmp_path / "new", asked, clock, lambda here, _all: again.append(here))
    assert again[0] == seen[-1]
    journal = Journal(open_database(tmp_path / "new"), SystemClock())
    assert held(journal)[old.id] == held(server.journal)[old.id] > 2300
    assert faults(journal) == ()
    journal.database.close()


def test_an_office_of_which_the_province_knows_nothing_is_not_restored(tmp_path: Path, server: ServerThread) -> None:
    with pytest.raises(CounterError) as caught:
        restore_station(tmp_path / "new", restoring(server), ManualClock(DAY))
    assert caught.value.code is Code.NOTHING_TO_RESTORE


def test_a_wrong_code_restores_nothing(tmp_path: Path, server: ServerThread) -> None:
    wrong = Restoring(server.url, "AAAA-BBBB-CCCC", "Máy", ("desk",), 3)
    with pytest.raises(CounterError) as caught:
        restore_station(tmp_path / "new", wrong, ManualClock(DAY))
    assert caught.value.code is Code.ENROLMENT_REFUSED


def test_a_machine_that_joins_at_the_desk_of_a_dead_one_gives_out_no_code_again(
    tmp_path: Path, server: ServerThread
) -> None:
    with first_station(tmp_path / "office", server.url) as office:
        with running(tmp_path / "a", join(office, tmp_path / "a", 3)) as desk:
            follows(desk, office)
            heard = receive(desk, "Nguyễn Thị Hậu")
            until_here(office, lambda: held(office.journal).get(desk.journal.key.station) == desk.journal.last_seq)
        with running(tmp_path / "b", join(office, tmp_path / "b", 3)) as successor:
            follows(successor, office)
            assert load_settings(tmp_path / "b").province_url == server.url
            code = receive(successor, "Lê Thị Hoa").code
            assert code != heard.code
            assert int(code[-5:]) > 10_000


def test_an_office_whose_machines_are_all_gone_is_restored_from_postgresql(tmp_path: Path, postgres_url: str) -> None:
    with province(tmp_path / "province", database=postgres_url) as server:
        with first_station(tmp_path / "office", server.url) as office:
            assert office.replicator is not None
            office.replicator.enrol(make_code(server, OFFICE))
            with running(tmp_path / "desk", join(office, tmp_path / "desk", 3)) as desk:
                follows(desk, office)
                known = receive(desk, "Nguyễn Thị Hậu")
                receipt = desk.services.reception.receipt(known.id)
                ticket = desk.services.queue.take_number(group_of(desk), command=command()).ticket
                kept = desk.services.dossiers.dossier(known.id).receipt
                wanted = {one.journal.key.station: one.journal.last_seq for one in (office, desk)}
                until_true(lambda: server.store.heads(sorted(wanted)) == wanted)
                until_true(lambda: server.store.has_blob(kept))
                ranks = {station_of(one.journal).rank for one in (office, desk)}
        restore_station(tmp_path / "new", restoring(server))
        with alone(tmp_path / "new", server, SystemClock()) as new:
            assert new.services.reception.receipt(known.id) == receipt
            assert labels(new) == [ticket.label]
            assert station_of(new.journal).rank > max(ranks)
            assert receive(new, "Lê Thị Hoa").code != known.code
            until_true(lambda: server.store.heads([new.journal.key.station]).popitem()[1] == new.journal.last_seq)
            is_sound(new)
