"""A line that is slow, is cut, or sleeps: contents go on where they were, and entries never wait for them."""

import random
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from counter_app.clocks import ManualClock
from counter_app.errors import Code
from counter_app.journal import outbox
from sync.roaming import Surroundings, Watch
from sync.server.program import ServerThread
from sync.traffic import MOST_CONNECTIONS, GaveWayError, PacedBody, Traffic
from sync.uploads import Sender
from tests.support.thin_line import ThinLine
from tests.sync.stations import (
    Station,
    admit,
    all_sent,
    faults,
    held,
    province,
    replicating,
    station,
    until,
    until_journal,
)

MEGABYTE = 1 << 20


@pytest.fixture
def desk(tmp_path: Path, server: ServerThread) -> Iterator[Station]:
    with station(tmp_path / "desk") as made:
        admit(server, made)
        yield made


def scan(seed: int, size: int) -> bytes:
    return random.Random(seed).randbytes(size)


def test_a_large_content_goes_on_where_the_line_was_cut(server: ServerThread, desk: Station) -> None:
    content = scan(1, 2 * MEGABYTE)
    sha256 = desk.attach(content)
    cuts = [MEGABYTE // 2, MEGABYTE, 3 * MEGABYTE // 2]
    with ThinLine(server.port, rate=6 * MEGABYTE, cuts=cuts) as line, replicating(desk, line.url) as replicator:
        until(replicator, all_sent)
    assert server.journal.database.blobs.get(sha256) == content
    assert line.cut == 3
    assert line.up < 1.3 * len(content)
    assert faults(server.journal) == ()


def test_entries_pass_a_large_content_on_its_way(server: ServerThread, desk: Station) -> None:
    sha256 = desk.attach(scan(2, 3 * MEGABYTE))
    with ThinLine(server.port, rate=MEGABYTE / 4) as line, replicating(desk, line.url) as replicator:
        until(replicator, lambda status: line.up > MEGABYTE // 4 and not status.waiting)
        desk.issue(20)
        until_journal(server.journal, lambda: held(server.journal) == {desk.id: 21})
        assert not server.journal.database.blobs.has(sha256)
        status = until(replicator, lambda status: status.up is True and status.speed is not None)
    assert status.bytes_waiting == 3 * MEGABYTE
    assert 0 < status.bytes_sent < 3 * MEGABYTE
    assert status.oldest is not None


def test_what_is_closed_in_mid_upload_goes_on_after_the_next_start(server: ServerThread, desk: Station) -> None:
    content = scan(3, 2 * MEGABYTE)
    sha256 = desk.attach(content)
    with ThinLine(server.port, rate=MEGABYTE / 2) as line:
        with replicating(desk, line.url) as replicator:
            until(replicator, lambda status: line.up > MEGABYTE // 4)
        assert outbox.waiting(desk.journal).blobs == 1
        with replicating(desk, line.url) as replicator:
            until(replicator, all_sent)
    assert server.journal.database.blobs.get(sha256) == content
    assert line.up < 1.3 * len(content)


def test_what_the_upstream_has_already_is_not_sent(server: ServerThread, desk: Station) -> None:
    contents = [scan(seed, 200 << 10) for seed in range(10)]
    for content in contents:
        desk.attach(content)
        server.store.keep_blob(content)
    with ThinLine(server.port) as line, replicating(desk, line.url) as replicator:
        until(replicator, all_sent)
    assert line.up < 100 << 10


@pytest.mark.expects_log("event=upstream_behind")
def test_a_province_that_lost_entries_is_asked_about_contents_too(server: ServerThread, desk: Station) -> None:
    kept, lost = desk.attach(b"a page"), desk.attach(b"another page")
    server.store.keep_blob(b"a page")
    outbox.blobs_are_upstream(desk.journal, (kept, lost))
    outbox.set_mark(desk.journal, outbox.PUSHED, 2)
    with replicating(desk, server.url) as replicator:
        until(replicator, lambda status: all_sent(status) and server.journal.database.blobs.has(lost))
    assert held(server.journal) == {desk.id: 2}


def test_what_somebody_waits_for_goes_before_scans_and_small_before_large(desk: Station) -> None:
    with desk.journal.transaction() as transaction:
        for name, size, is_scan in (("a", 10, True), ("b", 900, False), ("c", 30, True), ("d", 800, False)):
            transaction.add_blob(name * 64, size, scan=is_scan)
    assert [row.sha256[0] for row in outbox.next_blobs(desk.journal, 9)] == ["d", "b", "a", "c"]


def test_what_waits_is_said_in_bytes_and_since_when(tmp_path: Path) -> None:
    clock = ManualClock(datetime(2026, 11, 23, 2, tzinfo=UTC))
    with station(tmp_path / "desk", clock) as desk:
        desk.issue(1)
        clock.move(timedelta(hours=2))
        desk.attach(b"a scanned page")
        waiting = outbox.waiting(desk.journal)
        assert (waiting.entries, waiting.blobs, waiting.bytes) == (2, 1, 14)
        assert waiting.oldest == datetime(2026, 11, 23, 2, tzinfo=UTC)
        outbox.set_mark(desk.journal, outbox.PUSHED, 2)
        assert outbox.waiting(desk.journal).oldest == datetime(2026, 11, 23, 4, tzinfo=UTC)


def test_a_clock_that_is_off_is_measured_and_said(tmp_path: Path) -> None:
    ahead = ManualClock(datetime.now(UTC) + timedelta(minutes=5))
    with province(tmp_path / "province") as server, station(tmp_path / "desk", ahead) as desk:
        admit(server, desk)
        with replicating(desk, server.url) as replicator:
            status = until(replicator, lambda status: status.clock_skew is not None)
    assert status.clock_skew is not None
    assert timedelta(minutes=-5.1) < status.clock_skew < timedelta(minutes=-4.8)
    assert (status.notice, status.notice_params) == (Code.CLOCK_WRONG, {"minutes": 5})
    assert status.fault is None


@pytest.mark.parametrize(
    "after, moves",
    [
        (Surroundings(5, 5, "10.0.0.2"), False),
        (Surroundings(5, 4000, "10.0.0.2"), True),
        (Surroundings(5, 5, "192.168.1.9"), True),
        (Surroundings(5, 5, None), False),
    ],
    ids=["nothing", "slept", "another network", "no network"],
)
def test_connections_are_made_anew_after_sleep_and_in_another_network(after: Surroundings, moves: bool) -> None:
    looks = iter([Surroundings(0, 0, "10.0.0.2"), after])
    looked, moved = threading.Event(), threading.Event()

    def look() -> Surroundings:
        found = next(looks, None)
        if found is None:
            looked.set()
        return found or after

    watch = Watch(look, moved.set, every_s=0.001)
    watch.start()
    assert looked.wait(10)
    watch.close()
    assert moved.is_set() is moves


def test_a_machine_that_wakes_up_does_not_wait_for_a_dead_connection(server: ServerThread, desk: Station) -> None:
    with replicating(desk, server.url) as replicator:
        until(replicator, lambda status: bool(status.up))
        replicator._moved()  # as its watch tells it; the long poll under way is worth nothing
        desk.issue(3)
        until_journal(server.journal, lambda: held(server.journal) == {desk.id: 3})
        until(replicator, all_sent)


def test_a_content_gives_its_request_up_where_entries_take_long(server: ServerThread, desk: Station) -> None:
    traffic, wire = Traffic(), desk.wire(server.url)
    content = scan(4, 300 << 10)
    sha256 = desk.attach(content)
    leave = traffic.lane.enter()
    with pytest.raises(GaveWayError):
        wire.call(
            "PUT",
            f"/v1/blobs/{sha256}",
            content,
            body=partial(PacedBody, traffic=traffic, sha256=sha256, ready=wire.wait_writable, patience_s=0.01),
        )
    leave()
    Sender(wire, traffic).send(sha256, content)
    wire.close()
    assert server.journal.database.blobs.get(sha256) == content


def test_beside_entries_one_content_travels_on_a_broad_link_and_none_on_a_narrow_one() -> None:
    narrow, broad, unknown = Traffic(), Traffic(), Traffic()
    narrow.batch_went(20_000, 2.0)
    broad.batch_went(100_000, 1.0)
    assert [traffic.goes_beside("one") for traffic in (narrow, broad, unknown)] == [False, True, False]
    assert not broad.goes_beside("another")
    broad.ended("one")
    assert broad.goes_beside("another")


def test_a_batch_beside_a_content_tells_that_the_link_is_at_least_as_broad() -> None:
    traffic = Traffic()
    traffic.reached("a content", 0)
    traffic.batch_went(100_000, 1.0)
    traffic.batch_went(100_000, 4.0)
    assert traffic.speed == 100_000
    assert traffic.connections > 1


class Seconds:
    """A clock by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def upload(traffic: Traffic, clock: Seconds, share: float, seconds: float) -> None:
    """Fill a link of 500 kB/s, of which one connection gets ``share``."""
    end = clock.now + seconds
    while clock.now < end:
        clock.now += 0.1
        traffic.left(int(50_000 * min(1.0, share * traffic.connections)))


def test_a_link_that_one_connection_does_not_fill_gets_several() -> None:
    clock = Seconds()
    traffic = Traffic(clock)
    upload(traffic, clock, 0.42, 12)
    assert traffic.connections >= 3
    assert traffic.speed == pytest.approx(500_000, rel=0.2)
    assert traffic.unsent > 16 << 10


def test_a_link_that_one_connection_fills_keeps_one() -> None:
    clock = Seconds()
    traffic = Traffic(clock)
    upload(traffic, clock, 1.0, 12)
    assert traffic.connections == 1
    upload(traffic, clock, 0.3, 60)  # it has become worse, and that is noticed
    assert traffic.connections > 1
    assert traffic.connections <= MOST_CONNECTIONS


def test_pieces_and_portions_are_small_on_a_slow_link() -> None:
    clock = Seconds()
    traffic = Traffic(clock)
    for _ in range(40):
        clock.now += 0.2
        traffic.left(1200)
    assert traffic.unsent * traffic.connections < 2 * 6000
    assert traffic.piece <= 64 << 10
