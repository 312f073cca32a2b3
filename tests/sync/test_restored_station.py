"""A desk restored from yesterday's copy, or copied: noticed, nothing lost, no number given twice."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import select

from counter_app.bootstrap import open_counter, set_up_station
from counter_app.demo.commune import new_station
from counter_app.errors import Code, CounterError
from counter_app.journal import outbox, twins
from counter_app.journal.journal import Journal
from counter_app.settings import Settings
from counter_app.store import tables
from sync.link import SyncStatus
from sync.office.link import OfficeLink
from sync.server.program import ServerThread
from sync.wire import Upstream
from tests.support.office_middle import HASTY, Middle
from tests.support.waiting import until_true
from tests.sync.stations import (
    OFFICE,
    Station,
    admit,
    all_sent,
    faults,
    held,
    replicating,
    station,
    until,
    until_journal,
)


@pytest.fixture
def yesterday(tmp_path: Path, server: ServerThread) -> Path:
    """A desk's folder of yesterday, with 12 entries; since then it sent 8 more."""
    with station(tmp_path / "desk") as desk:
        admit(server, desk)
        desk.issue(12)
        with replicating(desk, server.url) as replicator:
            until(replicator, all_sent)
    shutil.copytree(tmp_path / "desk", tmp_path / "yesterday")
    with station(tmp_path / "desk") as desk:
        desk.issue(8, first=13)
        with replicating(desk, server.url) as replicator:
            until(replicator, all_sent)
    return tmp_path / "yesterday"


def _kept_aside(journal: Journal) -> list[int]:
    with journal.database.read() as connection:
        return sorted(connection.execute(select(tables.kept_aside.c.seq)).scalars())


def _conflict(status: SyncStatus) -> bool:
    return status.fault is Code.SEQUENCE_CONFLICT


@pytest.mark.expects_log("event=station_behind", "event=own_entries_back")
def test_a_desk_restored_from_yesterday_gets_its_own_entries_back_and_goes_on_after_them(
    server: ServerThread, yesterday: Path
) -> None:
    with station(yesterday) as desk:
        with replicating(desk, server.url) as replicator:
            until_journal(desk.journal, lambda: held(desk.journal) == {desk.id: 20})
            until(replicator, lambda status: all_sent(status) and desk.journal.held is None)
            desk.issue(3, first=21)
            until_journal(server.journal, lambda: held(server.journal) == {desk.id: 23})
            until(replicator, all_sent)
        assert [faults(one) for one in (desk.journal, server.journal)] == [(), ()]
        assert [_kept_aside(one) for one in (desk.journal, server.journal)] == [[], []]


@pytest.mark.expects_log("event=station_behind")
def test_while_own_entries_are_missing_nothing_is_written_also_after_a_restart(yesterday: Path) -> None:
    with station(yesterday) as desk:
        assert twins.told_head(desk.journal, 20)
        with pytest.raises(CounterError) as caught:
            desk.issue(1, first=13)
    assert (caught.value.code, caught.value.params) == (Code.STATION_BEHIND, {"missing": 8})
    with station(yesterday) as desk, pytest.raises(CounterError) as caught:
        desk.issue(1, first=13)
    assert caught.value.code is Code.STATION_BEHIND


@pytest.mark.expects_log("event=station_copied")
@pytest.mark.allows_log("event=station_behind", "event=entry_conflict", "event=entry_kept-for-review")
def test_a_desk_that_wrote_after_a_restore_stops_writing_and_both_versions_are_kept(
    tmp_path: Path, server: ServerThread, yesterday: Path
) -> None:
    with station(yesterday) as desk:
        desk.issue(2, first=13)
        with replicating(desk, server.url) as replicator:
            until(replicator, lambda status: _conflict(status) and bool(status.up))
            until(replicator, lambda status: not status.waiting)
        with pytest.raises(CounterError) as caught:
            desk.issue(1, first=15)
        assert (caught.value.code, caught.value.params["seq"]) == (Code.SEQUENCE_CONFLICT, 13)
        assert held(desk.journal) == {desk.id: 14}
        assert _kept_aside(server.journal) == [13, 14]
        assert held(server.journal) == {desk.id: 20}
        assert [faults(one) for one in (desk.journal, server.journal)] == [(), ()]
    with station(yesterday) as desk, station(tmp_path / "other") as other:
        admit(server, other)
        other.issue(4)
        with replicating(desk, server.url) as first, replicating(other, server.url) as second:
            until(second, all_sent)
            until_journal(desk.journal, lambda: held(desk.journal).get(other.id) == 4)
            until(first, _conflict)
        with pytest.raises(CounterError):
            desk.issue(1, first=15)


@pytest.mark.expects_log("event=station_copied")
@pytest.mark.allows_log("event=station_behind", "event=own_entries_back", "event=entry_")
def test_of_two_machines_with_one_identity_one_stops_as_soon_as_both_write(
    tmp_path: Path, server: ServerThread, yesterday: Path
) -> None:
    with station(tmp_path / "desk") as first, station(yesterday) as copy:
        copy.issue(1, first=99)
        with replicating(first, server.url) as one, replicating(copy, server.url) as two:
            until(two, _conflict)
            first.issue(1, first=21)
            until_journal(server.journal, lambda: held(server.journal) == {first.id: 21})
            until(one, all_sent)
            assert not _conflict(one.status())


@pytest.mark.expects_log("event=station_behind", "event=own_entries_back")
@pytest.mark.allows_log("event=feed_rewound")
def test_a_desk_gets_its_own_entries_back_from_its_offices_station_too(tmp_path: Path, server: ServerThread) -> None:
    middle = Middle(tmp_path / "office", server.url)
    try:
        office = middle.station
        with station(tmp_path / "desk") as desk:
            outbox.admit(office.journal, desk.id, desk.journal.key.public_hex, OFFICE)
            desk.issue(12)
            with _linked(desk, middle):
                until_true(lambda: held(office.journal) == {desk.id: 12})
        shutil.copytree(tmp_path / "desk", tmp_path / "yesterday")
        with station(tmp_path / "desk") as desk:
            desk.issue(8, first=13)
            with _linked(desk, middle):
                until_true(lambda: held(office.journal) == {desk.id: 20})
        with station(tmp_path / "yesterday") as desk, _linked(desk, middle):
            until_true(lambda: held(desk.journal) == {desk.id: 20} and desk.journal.held is None)
            desk.issue(1, first=21)
            until_true(lambda: held(office.journal) == {desk.id: 21})
            assert [faults(one) for one in (desk.journal, office.journal)] == [(), ()]
    finally:
        middle.end()


@contextmanager
def _linked(desk: Station, middle: Middle) -> Iterator[None]:
    link = OfficeLink(desk.journal, Upstream(f"http://127.0.0.1:{middle.port}"), middle.station.id, HASTY)
    link.start()
    try:
        yield
    finally:
        link.close()


@pytest.mark.expects_log("event=station_behind")
@pytest.mark.allows_log("event=")
def test_a_station_that_may_not_write_can_still_be_opened_and_read(tmp_path: Path) -> None:
    folder = tmp_path / "station"
    set_up_station(folder, new_station())
    counter = open_counter(folder, Settings())
    twins.told_head(counter.journal, counter.journal.last_seq + 5)
    counter.close()
    counter = open_counter(folder, Settings())
    try:
        counter.start()
        assert counter.journal.held is not None
        assert counter.services.officers.all()
    finally:
        counter.close()
