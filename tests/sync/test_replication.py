"""A station and its province over real sockets: everything arrives, once, whatever the link does."""

import select
import shutil
import socket
import threading
import time
from pathlib import Path

import pytest

from counter_app.errors import Code, CounterError
from counter_app.journal import outbox
from counter_app.journal.outbox import PULLED, PUSHED
from counter_app.store import tables
from sync.channel import Backoff
from sync.link import SyncStatus
from sync.replicator import Pace, Replicator
from sync.server.program import ServerThread
from tests.support.flaky_proxy import FlakyProxy
from tests.sync.stations import (
    OFFICE,
    admit,
    all_sent,
    faults,
    held,
    make_code,
    province,
    replicating,
    station,
    until,
    until_held,
    until_journal,
)

NOBODY = "http://127.0.0.1:9"
SMALL_BATCHES = Pace(backoff=Backoff(0.02, 0.2), first_batch=5, batch_s=0.01)


def test_everything_written_before_and_during_the_link_arrives_once(tmp_path: Path, database: str) -> None:
    with province(tmp_path / "province", database=database) as server, station(tmp_path / "desk") as desk:
        desk.register()
        desk.issue(130)
        with replicating(desk, server.url) as replicator:
            replicator.enrol(make_code(server))
            until(replicator, all_sent)
            desk.issue(20, first=131)
            until_held(server, {desk.id: 151})
            status = until(replicator, all_sent)
        assert status.synced_at is not None
        assert faults(server) == ()
        assert faults(desk.journal) == ()


def test_before_enrolment_the_queue_is_kept_and_the_fault_is_named(tmp_path: Path, database: str) -> None:
    with province(tmp_path / "province", database=database) as server, station(tmp_path / "desk") as desk:
        desk.issue(3)
        with replicating(desk, server.url) as replicator:
            status = until(replicator, lambda one: one.fault is not None)
            assert (status.up, status.fault, status.waiting) == (True, Code.STATION_UNKNOWN, 3)
            assert replicator.enrol(make_code(server)) == OFFICE
            until(replicator, all_sent)
        assert held(server) == {desk.id: 3}


def test_a_server_that_stops_in_between_gets_the_rest_when_it_is_back(tmp_path: Path, database: str) -> None:
    with province(tmp_path / "province", database=database) as server, station(tmp_path / "desk") as desk:
        admit(server, desk)
        desk.issue(60)
        with replicating(desk, server.url, SMALL_BATCHES) as replicator:
            until(replicator, lambda status: status.waiting < 50)
            server.stop()
            until(replicator, lambda status: status.up is False)
            desk.issue(10, first=61)
            until(replicator, lambda status: status.up is False and status.waiting >= 10)
            server.start()
            until(replicator, all_sent)
        assert held(server) == {desk.id: 70}
        assert faults(server) == ()


def test_replies_lost_after_the_commit_make_no_duplicates(tmp_path: Path, database: str) -> None:
    with (
        province(tmp_path / "province", database=database) as server,
        station(tmp_path / "desk") as desk,
        FlakyProxy(server.port) as proxy,
    ):
        admit(server, desk)
        desk.issue(40)
        blob = desk.attach(b"a scanned page" * 1000)
        proxy.cut_next_replies(25)
        with replicating(desk, f"http://127.0.0.1:{proxy.port}", SMALL_BATCHES) as replicator:
            assert proxy.wait_until_cut(25, 30)
            until(replicator, all_sent)
        assert held(server) == {desk.id: 41}
        assert outbox.mark(desk.journal, PUSHED) == 41
        assert server.store.blob(blob) == b"a scanned page" * 1000
        assert faults(server) == ()


@pytest.mark.expects_log("event=upstream_behind")
@pytest.mark.allows_log("event=feed_rewound")
def test_a_province_restored_from_an_old_backup_gets_everything_again(tmp_path: Path) -> None:
    with province(tmp_path / "province") as server, station(tmp_path / "desk") as desk:
        admit(server, desk)
        desk.issue(10)
        with replicating(desk, server.url) as replicator:
            until(replicator, all_sent)
            server.stop()
            shutil.copytree(tmp_path / "province", tmp_path / "backup")
            server.start()
            desk.issue(9, first=11)
            scan = desk.attach(b"a page" * 10_000)
            until_journal(server.journal, lambda: held(server.journal) == {desk.id: 20})
            until(replicator, all_sent)
            server.stop()
            shutil.rmtree(tmp_path / "province")
            (tmp_path / "backup").rename(tmp_path / "province")
            server.start()
            until_journal(server.journal, lambda: held(server.journal) == {desk.id: 20})
            desk.issue(1, first=21)
            until_journal(server.journal, lambda: held(server.journal) == {desk.id: 21})
            until(replicator, all_sent)
        assert server.journal.database.blobs.get(scan) == b"a page" * 10_000
        assert faults(server.journal) == ()


@pytest.mark.expects_log("event=contents_lost_upstream")
def test_a_scan_that_came_after_the_backup_is_sent_again_though_no_entry_is_missing(tmp_path: Path) -> None:
    with province(tmp_path / "province") as server, station(tmp_path / "desk") as desk:
        admit(server, desk)
        scan = desk.attach(b"a page" * 10_000)
        with desk.database.write() as connection:
            connection.execute(tables.blobs.update().values(at_upstream=1))
        with replicating(desk, server.url) as replicator:
            until(replicator, all_sent)
            until_journal(server.journal, lambda: held(server.journal) == {desk.id: 1})
            until(replicator, lambda status: all_sent(status) and server.journal.database.blobs.has(scan))
        assert server.journal.database.blobs.get(scan) == b"a page" * 10_000


@pytest.mark.expects_log("event=upstream_behind")
def test_a_province_that_lost_entries_says_which_number_it_expects(tmp_path: Path, database: str) -> None:
    with province(tmp_path / "province", database=database) as server, station(tmp_path / "desk") as desk:
        admit(server, desk)
        desk.issue(8)
        outbox.set_mark(desk.journal, PUSHED, 6)
        with replicating(desk, server.url) as replicator:
            until_held(server, {desk.id: 8})
            until(replicator, all_sent)


def test_two_stations_of_an_office_see_each_other(tmp_path: Path, database: str) -> None:
    with (
        province(tmp_path / "province", database=database) as server,
        station(tmp_path / "desk") as desk,
        station(tmp_path / "kiosk") as kiosk,
    ):
        desk.register()
        kiosk.issue(30)
        with replicating(desk, server.url) as first, replicating(kiosk, server.url) as second:
            first.enrol(make_code(server))
            second.enrol(make_code(server))
            desk.issue(12, first=100)
            wanted = {desk.id: 13, kiosk.id: 30}
            for one in (desk, kiosk):
                until_journal(one.journal, lambda one=one: held(one.journal) == wanted)  # type: ignore[misc]
            until(first, all_sent)
            until(second, all_sent)
        assert held(server) == wanted
        assert [faults(one.journal) for one in (desk, kiosk)] == [(), ()]


def test_a_station_of_another_office_sees_nothing(tmp_path: Path, database: str) -> None:
    with (
        province(tmp_path / "province", database=database) as server,
        station(tmp_path / "desk") as desk,
        station(tmp_path / "stranger") as stranger,
    ):
        admit(server, desk)
        admit(server, stranger, office="H99.2")
        desk.issue(5)
        with replicating(desk, server.url) as first, replicating(stranger, server.url) as second:
            until(first, all_sent)
            stranger.issue(1)
            until_held(server, {desk.id: 5, stranger.id: 1})
            until(second, all_sent)
        assert held(stranger.journal) == {stranger.id: 1}


@pytest.mark.expects_log("event=feed_gap", "event=feed_rewound")
def test_a_station_that_skipped_part_of_the_feed_reads_it_again(tmp_path: Path, database: str) -> None:
    with (
        province(tmp_path / "province", database=database) as server,
        station(tmp_path / "desk") as desk,
        station(tmp_path / "board") as board,
    ):
        admit(server, desk, board)
        desk.issue(6)
        with replicating(desk, server.url) as replicator:
            until(replicator, all_sent)
        outbox.set_mark(board.journal, PULLED, 4)
        with replicating(board, server.url):
            until_journal(board.journal, lambda: held(board.journal) == {desk.id: 6})


def test_blobs_travel_and_another_station_can_fetch_them(tmp_path: Path, database: str) -> None:
    with (
        province(tmp_path / "province", database=database) as server,
        station(tmp_path / "desk") as desk,
        station(tmp_path / "back-office") as other,
    ):
        admit(server, desk, other)
        content = bytes(range(256)) * 8192
        sha256 = desk.attach(content)
        with replicating(desk, server.url) as replicator:
            assert until(replicator, all_sent).blobs_waiting == 0
        with replicating(other, server.url) as replicator:
            assert replicator.fetch(sha256) == content
        assert other.database.blobs.get(sha256) == content
        assert faults(server) == ()


@pytest.mark.expects_log("event=blob_not_sent")
def test_a_blob_that_is_gone_does_not_stop_the_others(tmp_path: Path, database: str) -> None:
    with province(tmp_path / "province", database=database) as server, station(tmp_path / "desk") as desk:
        admit(server, desk)
        gone, fine = desk.attach(b"x"), desk.attach(b"a longer page")
        desk.database.blobs.remove(gone)
        with replicating(desk, server.url) as replicator:
            until(replicator, lambda status: bool(status.up) and not status.waiting and status.blobs_waiting == 1)
        assert server.store.has_blob(fine)


def test_a_full_disk_at_the_province_keeps_the_queue(tmp_path: Path) -> None:
    from sqlalchemy import event

    with province(tmp_path / "province") as server, station(tmp_path / "desk") as desk:
        admit(server, desk)
        desk.issue(80)
        engine = server.journal.database._engine
        full = True

        def limit(connection: object) -> None:
            pages = 1 if full else 1 << 30  # SQLite takes no less than the pages in use
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")  # type: ignore[attr-defined]

        event.listen(engine, "begin", limit)
        with replicating(desk, server.url) as replicator:
            status = until(replicator, lambda one: one.fault is not None)
            assert (status.fault, status.waiting, status.up) == (Code.SERVER_FULL, 80, True)
            full = False
            replicator.wake()
            until(replicator, all_sent)
        assert held(server.journal) == {desk.id: 80}


@pytest.mark.expects_log("event=clock_wrong")
def test_a_station_whose_clock_is_a_year_off_still_sends(tmp_path: Path) -> None:
    from datetime import UTC, datetime

    from counter_app.clocks import ManualClock

    wrong = ManualClock(datetime(2025, 1, 1, tzinfo=UTC))
    with province(tmp_path / "province") as server, station(tmp_path / "desk", wrong) as desk:
        admit(server, desk)
        desk.issue(2)
        with replicating(desk, server.url) as replicator:
            until(replicator, all_sent)
        assert held(server.journal) == {desk.id: 2}


def test_closing_during_a_long_poll_leaves_no_thread_and_takes_no_time(tmp_path: Path) -> None:
    with province(tmp_path / "province") as server, station(tmp_path / "desk") as desk:
        admit(server, desk)
        before = set(threading.enumerate())
        with replicating(desk, server.url) as replicator:
            until(replicator, lambda status: bool(status.up))
            began = time.monotonic()
        assert time.monotonic() - began < 2
        assert not [one for one in set(threading.enumerate()) - before if one.name.startswith("sync-e")]
        assert replicator.status().waiting == 0


def test_closing_while_a_server_is_silent_takes_no_time(tmp_path: Path) -> None:
    # One connection waits for its answer, the others to be let in at all.
    with station(tmp_path / "desk") as desk, socket.create_server(("127.0.0.1", 0), backlog=0) as deaf:
        desk.issue(1)
        with replicating(desk, f"http://127.0.0.1:{deaf.getsockname()[1]}"):
            assert select.select([deaf], [], [], 10)[0]
            began = time.monotonic()
        assert time.monotonic() - began < 2


def test_closing_during_a_back_off_takes_no_time(tmp_path: Path) -> None:
    with station(tmp_path / "desk") as desk:
        desk.issue(1)
        with replicating(desk, NOBODY, Pace(backoff=Backoff(60, 300))) as replicator:
            until(replicator, lambda status: status.up is False)
            began = time.monotonic()
        assert time.monotonic() - began < 2


def test_a_server_that_never_answers_counts_as_no_link(tmp_path: Path) -> None:
    with station(tmp_path / "desk") as desk, socket.create_server(("127.0.0.1", 0)) as deaf:
        desk.issue(1)
        with replicating(desk, f"http://127.0.0.1:{deaf.getsockname()[1]}", read_s=0.2) as replicator:
            status = until(replicator, lambda one: one.up is False)
            assert status.fault is None
            assert status.waiting == 1


def test_what_is_written_during_a_back_off_is_counted_at_once(tmp_path: Path) -> None:
    with station(tmp_path / "desk") as desk:
        patient = Pace(backoff=Backoff(60, 300))
        with replicating(desk, NOBODY, patient) as replicator:
            desk.issue(1)
            until(replicator, lambda status: status.up is False and status.waiting == 1)
            desk.issue(2, first=2)
            until(replicator, lambda status: status.waiting == 3)


def test_each_transition_of_the_link_is_told_once(tmp_path: Path) -> None:
    with province(tmp_path / "province") as server, station(tmp_path / "desk") as desk:
        admit(server, desk)
        seen: list[bool | None] = []

        def tell(status: SyncStatus) -> None:
            if not seen or seen[-1] != status.up:
                seen.append(status.up)

        replicator = Replicator(desk.journal, server.url, pace=Pace(backoff=Backoff(0.02, 0.2)))
        replicator.listen(tell)
        replicator.start()
        try:
            until(replicator, all_sent)
            server.stop()
            until(replicator, lambda status: status.up is False)
            server.start()
            until(replicator, lambda status: bool(status.up))
        finally:
            replicator.close()
        assert seen == [True, False, True]


def test_a_port_in_use_is_refused_with_its_number(tmp_path: Path) -> None:
    with province(tmp_path / "province") as server:
        second = ServerThread(tmp_path / "other", port=server.port)
        with pytest.raises(CounterError) as caught:
            second.start()
        assert (caught.value.code, caught.value.params["port"]) == (Code.PORT_TAKEN, server.port)
        assert not (tmp_path / "other").exists()
