"""Backed up in mid-day, the machine lost, a new one: at work again, and nothing lost that was sent or backed up."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

import pytest

from counter_app.bootstrap import Counter, open_counter, restore_from_backup, set_up_station
from counter_app.clocks import ManualClock
from counter_app.demo.commune import new_station
from counter_app.domain.backup_plan import BackupPlan
from counter_app.domain.queue_facts import KioskMode
from counter_app.errors import Code, CounterError
from counter_app.journal.succession import predecessor_key
from counter_app.services.restoring import Opening
from counter_app.services.setup import station_of
from counter_app.settings import Settings, load_settings, save_settings
from counter_app.store.escrow import make_identity, recipient_of
from sync.server.program import ServerThread
from tests.support.waiting import until_true
from tests.sync.offices import (
    LEADER,
    at_work,
    command,
    first_station,
    group_of,
    is_sound,
    join,
    labels,
    receive,
    running,
)
from tests.sync.stations import faults, held, make_code, province

DAY = datetime(2026, 11, 23, 1, 55, tzinfo=UTC)
OFFICE = "an-phuc"
WORDS = "khentun phonsui nagai khayvung nunham"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerThread]:
    with province(tmp_path / "province", ManualClock(DAY)) as running_one:
        yield running_one


def set_up(folder: Path, stick: Path, clock: ManualClock, url: str = "") -> None:
    set_up_station(folder, new_station(), clock)
    stick.mkdir()
    save_settings(folder, Settings(desk=3, province_url=url, backup=BackupPlan(str(stick), every_hours=100)))


def backup(counter: Counter) -> Path:
    return Path(counter.services.backups.make(LEADER).path)


def until_sent(server: ServerThread, *counters: Counter) -> None:
    wanted = {one.journal.key.station: one.journal.last_seq for one in counters}
    until_true(lambda: wanted.items() <= held(server).items())


@pytest.mark.timeout(180)
def test_a_new_machine_goes_on_from_a_backup_of_mid_day_and_nothing_that_was_sent_or_backed_up_is_lost(
    tmp_path: Path, server: ServerThread
) -> None:
    clock = ManualClock(DAY)
    set_up(tmp_path / "old", tmp_path / "stick", clock, server.url)
    with at_work(tmp_path / "old", clock=clock) as old:
        assert old.replicator is not None
        old.replicator.enrol(make_code(server, OFFICE))
        old.services.backups.choose_words(WORDS, LEADER)
        old.services.queue.switch_kiosk(KioskMode.OPEN, LEADER)
        tickets = [old.services.queue.take_number(group_of(old), command=command()).ticket for _ in range(3)]
        sent = receive(old, "Nguyễn Thị Hậu")
        receipt = old.services.reception.receipt(sent.id)
        until_sent(server, old)
        server.stop()
        only_backed_up = receive(old, "Trần Văn Bình")
        made = backup(old)
        server.start()
        only_sent = receive(old, "Phạm Thị Mai")
        until_sent(server, old)
        server.stop()
        lost = receive(old, "Đỗ Văn Lộc")
        before = old.journal.key.station
    (tmp_path / "old").rename(tmp_path / "stolen")

    began = monotonic()
    restored = restore_from_backup(made, tmp_path / "new", Opening(WORDS), clock)  # the province is away still
    clock.move(timedelta(minutes=5))
    with at_work(tmp_path / "new", clock=clock) as new:
        first = receive(new, "Lê Thị Hoa")
        assert monotonic() - began < 60  # at work again, without a province
        assert (restored.lacking, load_settings(tmp_path / "new").desk) == (0, 3)
        assert new.journal.key.station not in (before, "")
        assert station_of(new.journal).rank == 1
        assert new.services.queue.call_next(3, "ha", command=command()).id == tickets[0].id
        assert new.services.reception.receipt(sent.id) == receipt
        for one in (sent, only_backed_up):
            assert new.services.dossiers.dossier(one.id).code == one.code
        assert first.code not in {one.code for one in (sent, only_backed_up, only_sent, lost)}
        server.start()
        until_sent(server, new)
        until_true(lambda: held(new.journal) == held(server))
        assert new.services.dossiers.dossier(only_sent.id).code == only_sent.code
        assert predecessor_key(new.journal) is None
        assert [one.station.barred for one in new.services.stations.all().known] == [True, False]
        is_sound(new)
        assert faults(server) == ()
    with at_work(tmp_path / "stolen", clock=clock) as old:  # it comes back, and is let in no more
        link = old.replicator
        assert link is not None
        until_true(lambda: link.status().fault is Code.STATION_REVOKED)
        assert held(server)[before] < old.journal.last_seq


@pytest.mark.timeout(120)
def test_a_desk_of_an_office_goes_on_with_a_rank_of_its_own_and_gives_what_the_old_one_had_not_sent(
    tmp_path: Path,
) -> None:
    with first_station(tmp_path / "office") as office:
        settings = join(office, tmp_path / "desk", 3)
        stick = tmp_path / "stick"
        stick.mkdir()
        save_settings(
            tmp_path / "desk", replace(load_settings(tmp_path / "desk"), office=settings, backup=BackupPlan(str(stick)))
        )
        with running(tmp_path / "desk", settings) as desk:
            desk.services.backups.follow(BackupPlan(str(stick), every_hours=100))
            desk.services.backups.choose_words(WORDS, LEADER)
            until_true(lambda: held(office.journal).get(desk.journal.key.station) == desk.journal.last_seq)
        alone = open_counter(tmp_path / "desk", Settings())  # the cable is out
        try:
            unsent = receive(alone, "Nguyễn Thị Hậu")
            alone.services.backups.follow(BackupPlan(str(stick), every_hours=100))
            made = backup(alone)
        finally:
            alone.close()
        join(office, tmp_path / "later", 5)  # a machine that the backup does not know
        restore_from_backup(made, tmp_path / "new", Opening(WORDS))
        known = office.services.dossiers.dossier(unsent.id)
        assert known.code == unsent.code
        with running(tmp_path / "new", settings) as new:
            until_true(lambda: held(new.journal) == held(office.journal))
            ranks = [one.station.rank for one in new.services.stations.all().known]
            assert sorted(set(ranks)) == sorted(ranks)
            assert receive(new, "Lê Thị Hoa").code != unsent.code
            until_true(lambda: held(office.journal)[new.journal.key.station] == new.journal.last_seq)
            is_sound(new)
    with pytest.raises(CounterError) as refused:  # who else was let in, nobody can say
        restore_from_backup(made, tmp_path / "newer", Opening(WORDS))
    assert refused.value.code is Code.LINK_DOWN
    assert [path.name for path in (tmp_path / "newer").iterdir()] == ["in-use.lock"]


def test_the_provinces_escrow_key_opens_a_backup_too(tmp_path: Path) -> None:
    clock = ManualClock(DAY)
    set_up(tmp_path / "old", tmp_path / "stick", clock)
    identity = make_identity()
    with at_work(tmp_path / "old", clock=clock) as old:
        old.services.key_escrow.name(recipient_of(identity), LEADER)
        old.services.key_escrow.seal_now()
        known = receive(old, "Nguyễn Thị Hậu")
        made = backup(old)
    restore_from_backup(made, tmp_path / "new", Opening(identity=identity), clock)
    with at_work(tmp_path / "new", clock=clock) as new:
        assert new.services.dossiers.dossier(known.id).code == known.code
        assert new.services.reception.receipt(known.id)
        assert labels(new) == []
