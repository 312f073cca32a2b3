"""How a server countersigns: one signature for an answer, in its rhythm, and only what chains."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from counter_app.clocks import ManualClock, SystemClock
from counter_app.journal import checkpoints, outbox
from counter_app.journal.checkpoint_report import compare
from counter_app.journal.checkpoints import Rhythm
from counter_app.journal.signing import make_station_key, seal
from counter_app.journal.verify import Fault
from sync.countersigned import Countersigned
from sync.office.link import OfficeLink
from sync.records import VERSIONS
from sync.server.countersigning import AT_ONCE, Countersigner
from sync.server.program import ServerThread
from sync.server.store import Introduced
from sync.wire import Upstream
from tests.support.chains import Chain
from tests.support.office_middle import Middle
from tests.support.waiting import until_true
from tests.sync.stations import OFFICE, Station, admit, province, station


@pytest.fixture
def any_server(tmp_path: Path, database: str) -> Iterator[ServerThread]:
    """A province over SQLite, and one over PostgreSQL."""
    with province(tmp_path / "any", database=database) as running:
        yield running


def test_an_answer_brings_one_signature_at_most_and_each_station_its_turn(any_server: ServerThread) -> None:
    chains = [_known(any_server) for _ in range(3)]
    signer = Countersigner(any_server.store)
    for chain in chains:
        any_server.store.accept(chain.next(2), OFFICE)
    heads = {chain.station: 2 for chain in chains}
    told = [signer.after(heads) for _ in range(5)]
    assert sorted(one.station for one in told if one) == sorted(heads)
    assert told[3:] == [None, None]


def test_a_busy_station_is_countersigned_after_so_many_entries_or_so_long(tmp_path: Path, database: str) -> None:
    clock = ManualClock(SystemClock().now())
    rhythm = Rhythm(entries=5, time=timedelta(minutes=1))
    with province(tmp_path / "province", clock, database=database) as server:
        chain = _known(server)
        told: list[int] = []
        for count, seconds in ((1, 0), (1, 30), (3, 0), (1, 0), (1, 29), (1, 31), (0, 600)):
            clock.move(timedelta(seconds=seconds))
            server.store.accept(chain.next(count), OFFICE)
            made = server.store.countersign(chain.station, rhythm)
            told.append(made.seq if made else 0)
        assert told == [1, 0, 0, 6, 0, 8, 0]
        assert [one.seq for one in server.store.checkpoints(chain.station)] == [1, 6, 8]


def test_nothing_is_countersigned_of_nobody_and_of_broken_chains(any_server: ServerThread) -> None:
    chain = _known(any_server)
    assert any_server.store.countersign(chain.station, AT_ONCE) is None
    assert any_server.store.countersign("nobody", AT_ONCE) is None
    first, second, third = chain.next(3)
    wrong = seal(replace(second, previous="0" * 64), chain.key)
    any_server.store.accept((first,), OFFICE)
    assert any_server.store.countersign(chain.station, AT_ONCE) is not None
    any_server.store.accept((wrong, seal(replace(third, previous=wrong.hash), chain.key)), OFFICE)
    assert any_server.store.countersign(chain.station, AT_ONCE) is None


def _known(server: ServerThread) -> Chain:
    chain = Chain(OFFICE)
    server.store.introduce(OFFICE, [Introduced(chain.station, chain.public_key)])
    return chain


@pytest.mark.allows_log("event=")
def test_an_offices_station_countersigns_for_its_desks_while_the_province_is_away(
    tmp_path: Path, server: ServerThread
) -> None:
    server.stop()
    with _office(tmp_path, server) as (middle, one):
        office = middle.station
        with _linked(one, middle):
            until_true(lambda: bool(checkpoints.kept(one.journal, one.id)))
        assert _signers(one, one) == {office.journal.key.public_hex}
        assert _faults(one) == _faults(office) == ()


def test_what_the_province_countersigned_of_a_desk_comes_to_it_through_the_offices_station(
    tmp_path: Path, server: ServerThread
) -> None:
    with _office(tmp_path, server) as (middle, one):
        office, key = middle.station, server.store.signing_key
        admit(server, office)
        with _linked(one, middle):
            until_true(lambda: key in _signers(office, one))
        with _linked(one, middle):
            until_true(lambda: key in _signers(one, one))
        assert checkpoints.pinned(one.journal) == checkpoints.pinned(office.journal) == key
        assert _faults(one) == _faults(office) == ()


@contextmanager
def _office(tmp_path: Path, server: ServerThread) -> Iterator[tuple[Middle, Station]]:
    """An office's station between the province and a desk that wrote 4 entries."""
    middle = Middle(tmp_path / "office", server.url)
    try:
        with station(tmp_path / "desk") as one:
            outbox.admit(middle.station.journal, one.id, one.journal.key.public_hex, OFFICE)
            one.issue(4)
            yield middle, one
    finally:
        middle.end()


@contextmanager
def _linked(one: Station, middle: Middle) -> Iterator[None]:
    link = OfficeLink(one.journal, Upstream(f"http://127.0.0.1:{middle.port}"), middle.station.id)
    link.start()
    try:
        yield
    finally:
        link.close()


def _faults(one: Station) -> tuple[Fault, ...]:
    return compare(one.journal, "", make_station_key()).faults


def _signers(where: Station, of: Station) -> set[str]:
    return {one.signer for one in checkpoints.kept(where.journal, of.id)}


class _Older(BaseHTTPRequestHandler):
    """A server of an earlier version: it is a sync server, and does not know the call."""

    def do_GET(self) -> None:
        body = b'{"title":"not found","status":404}'
        self.send_response(404)
        for name, value in {**VERSIONS, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Nothing."""


def test_a_server_of_an_earlier_version_countersigns_nothing_and_nothing_is_amiss(tmp_path: Path) -> None:
    older = HTTPServer(("127.0.0.1", 0), _Older)
    thread = threading.Thread(target=older.serve_forever)
    thread.start()
    try:
        with station(tmp_path / "desk") as one:
            one.issue(1)
            wire = one.wire(f"http://127.0.0.1:{older.server_port}")
            mine = Countersigned(one.journal)
            mine.now_and_then(wire)
            wire.close()
            assert mine.fault is None
            assert checkpoints.pinned(one.journal) == ""
    finally:
        older.shutdown()
        thread.join()
        older.server_close()


def test_however_many_there_were_few_are_kept_and_the_last_ones_are_close() -> None:
    kept: set[int] = set()
    for seq in range(1, 3001):
        kept.add(seq)
        kept -= set(checkpoints.spare(kept))
        assert len(kept) <= 64
    assert set(range(2985, 3001)) <= kept
    gaps = [later - earlier for earlier, later in zip(sorted(kept), sorted(kept)[1:], strict=False)]
    assert max(gaps) <= 1500
