"""Whoever was let in writes for itself: not under another's number, not as another, not under a name that is a path."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import insert

from counter_app.domain.entry import Entry
from counter_app.domain.facts import StationBarred, StationEnrolled
from counter_app.errors import Code, CounterError
from counter_app.journal import outbox
from counter_app.journal.arrivals import accept
from counter_app.journal.signing import FIRST, StationKey, make_station_key, seal
from counter_app.store import tables
from sync import records
from sync.feed_pull import FeedPull
from sync.office.link import OfficeLink
from sync.pace import Pace
from sync.records import BatchAnswer, RefusedError
from sync.server.journal_store import JournalStore
from sync.server.program import ServerThread
from sync.server.store import Introduced
from sync.stick.packet import FORMAT, Head, write_packet
from sync.stick.province import exchange
from sync.stick.station import FOLDER, export_to, province_key
from sync.wire import Upstream
from tests.support.chains import Chain
from tests.support.office_middle import Middle
from tests.support.waiting import until_true
from tests.sync.stations import OFFICE, Station, admit, held, province, station


@pytest.fixture
def any_server(tmp_path: Path, database: str) -> Iterator[ServerThread]:
    """A province over SQLite, and one over PostgreSQL."""
    with province(tmp_path / "any", database=database) as running:
        yield running


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Station]:
    with station(tmp_path / "desk") as made:
        made.issue(3)
        yield made


def forged(of: Station, seq: int, previous: str) -> Entry:
    """What somebody else writes in the name of a station: chained, and signed by another key."""
    entry = outbox.own_entries(of.journal, 0, 1)[0]
    return seal(replace(entry, seq=seq, previous=previous), make_station_key())


def send(bringer: Station, server: ServerThread, *entries: Entry) -> BatchAnswer:
    wire = bringer.wire(server.url)
    try:
        reply = wire.call("POST", "/v1/entries", records.pack(entries), packed=True)
        return records.decode(reply.content, BatchAnswer)
    finally:
        wire.close()


@pytest.mark.expects_log("event=entry_refused")
def test_nobody_takes_a_number_of_another_station_with_what_that_one_did_not_sign(
    tmp_path: Path, any_server: ServerThread, desk: Station
) -> None:
    with station(tmp_path / "attacker") as attacker:
        admit(any_server, desk, attacker)
        attacker.issue(3)
        mine, own = outbox.own_entries(desk.journal, 0, 9), outbox.own_entries(attacker.journal, 0, 9)
        send(desk, any_server, *mine[:1])
        by_another_key, out_of_the_chain = forged(desk, 2, mine[0].hash), forged(desk, 2, FIRST)
        changed = replace(mine[1], actor="officer/nobody")
        for number, false in enumerate((by_another_key, out_of_the_chain, changed)):
            answer = send(attacker, any_server, false, own[number])
            assert {one.station: one.outcome for one in answer.answers} == {desk.id: "refused", attacker.id: "applied"}
        assert [one.outcome for one in send(desk, any_server, *mine[1:]).answers] == ["applied", "applied"]
        assert held(any_server) == {desk.id: 3, attacker.id: 3}


def test_what_another_station_signed_is_passed_on_as_before(
    tmp_path: Path, server: ServerThread, desk: Station
) -> None:
    with station(tmp_path / "relay") as relay:
        admit(server, desk, relay)
        answer = send(relay, server, *outbox.own_entries(desk.journal, 0, 9))
        assert [one.outcome for one in answer.answers] == ["applied"] * 3
        assert answer.heads[desk.id] == 3


@pytest.mark.expects_log("event=stick_entries_refused")
def test_nor_by_a_stick(tmp_path: Path, desk: Station) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with station(tmp_path / "attacker") as attacker, station(tmp_path / "province") as far:
        for one in (desk, attacker):
            outbox.admit(far.journal, one.id, one.journal.key.public_hex, OFFICE)
        store = JournalStore(far.journal)
        exchange(store, far.journal.key, stick)
        attacker.issue(1)
        outbox.admit(attacker.journal, desk.id, desk.journal.key.public_hex, OFFICE)
        _plant(attacker, forged(desk, 1, FIRST))
        export_to(attacker.journal, stick, OFFICE, province_key(stick))
        assert all(one.fault is None for one in exchange(store, far.journal.key, stick))
        assert outbox.heads(far.journal, [desk.id, attacker.id]) == {desk.id: 0, attacker.id: 1}


def _plant(attacker: Station, entry: Entry) -> None:
    accept(attacker.journal, [entry], audience=OFFICE)


@pytest.mark.expects_log("event=entry_refused")
@pytest.mark.allows_log("event=")
def test_a_machine_that_holds_such_an_entry_still_follows_its_office(
    tmp_path: Path, server: ServerThread, desk: Station
) -> None:
    server.stop()
    middle = Middle(tmp_path / "office", server.url)
    try:
        with station(tmp_path / "follower") as follower:
            known = middle.station.journal
            for one in (desk, follower):
                outbox.admit(known, one.id, one.journal.key.public_hex, OFFICE)
            outbox.admit(follower.journal, desk.id, desk.journal.key.public_hex, OFFICE)
            _plant(follower, forged(desk, 1, FIRST))
            follower.issue(2)
            link = OfficeLink(follower.journal, Upstream(f"http://127.0.0.1:{middle.port}"), middle.station.id)
            link.start()
            try:
                until_true(lambda: outbox.heads(known, [follower.id, desk.id]) == {follower.id: 2, desk.id: 0})
            finally:
                link.close()
    finally:
        middle.end()


def test_nobody_is_let_in_as_the_server_itself(desk: Station) -> None:
    store, other = JournalStore(desk.journal), make_station_key()
    with pytest.raises(CounterError) as caught:
        store.introduce(OFFICE, [Introduced(desk.id, other.public_hex)])
    assert caught.value.code is Code.ENROLMENT_REFUSED
    code = store.make_code(OFFICE)
    with pytest.raises(CounterError) as caught:
        store.enrol(code, desk.id, other.public_hex, OFFICE)
    assert caught.value.code is Code.ENROLMENT_REFUSED
    assert store.station(desk.id) is None
    assert store.enrol(code, other.station, other.public_hex, OFFICE).office == OFFICE, "the code stayed good"


PATHS = ["../../tmp/x", "x/../../..", "a\\b", "", "x" * 65, "a b", "ế", "a\nb", "a\0b"]


def test_a_name_that_is_no_id_is_let_in_by_nobody(any_server: ServerThread) -> None:
    key, store = make_station_key(), any_server.store
    code = store.make_code(OFFICE)
    for name in PATHS:
        with pytest.raises(CounterError) as caught:
            store.introduce(OFFICE, [Introduced(name, key.public_hex)])
        assert caught.value.code is Code.ENROLMENT_REFUSED
        with pytest.raises(CounterError) as caught:
            store.enrol(code, name, key.public_hex, OFFICE)
        assert caught.value.code is Code.ENROLMENT_REFUSED
    assert store.stations() == ()


@pytest.mark.expects_log("event=station_without_id")
def test_a_name_that_is_no_id_keeps_no_feed_from_being_read(server: ServerThread, desk: Station) -> None:
    admit(server, desk)
    other = make_station_key()
    with server.journal.database.write() as connection:  # as an earlier version let it in
        for name in ("../x", other.station):
            values = {"station": name, "public_key": other.public_hex, "office": OFFICE, "revoked": 0}
            connection.execute(insert(tables.peers), values)
    wire = desk.wire(server.url)
    FeedPull(desk.journal, wire, Pace(poll_s=0), lambda: None).step()
    wire.close()
    assert [one.station for one in outbox.peers(desk.journal)] == [other.station]


def test_a_packet_of_a_station_with_such_a_name_is_refused_and_nothing_is_written_beside_the_stick(
    tmp_path: Path, desk: Station
) -> None:
    stick = tmp_path / "a" / "stick"
    (stick / FOLDER / "xuong-x").mkdir(parents=True)
    name = "x/../../../../escaped"
    key = StationKey(name, make_station_key().private)
    with station(tmp_path / "province") as far:
        store = JournalStore(far.journal)
        exchange(store, far.journal.key, stick)
        code = store.make_code(OFFICE)
        _write_packet(stick, key, far.journal.key.public_hex, code)
        (taken,) = exchange(store, far.journal.key, stick)
    assert taken.fault is not None
    assert taken.fault.code is Code.ENROLMENT_REFUSED
    assert not list(tmp_path.rglob("escaped*"))


def _write_packet(stick: Path, key: StationKey, to: str, code: str) -> None:
    lines = records.pack([])
    digest = hashlib.sha256(lines).hexdigest()
    head = Head(FORMAT, key.station, key.public_hex, OFFICE, 0, {key.station: key.public_hex}, {}, digest, {}, code)
    write_packet(stick / FOLDER / "len-x-0001.age", head, lines, lambda _: b"", key, to)


def test_a_machine_that_its_office_barred_is_not_let_in_again(desk: Station) -> None:
    store, other = JournalStore(desk.journal), Chain(OFFICE)
    code = store.make_code(OFFICE)
    store.enrol(code, other.station, other.public_key, OFFICE)
    _bar(desk, other)
    with pytest.raises(CounterError) as caught:
        store.enrol(code, other.station, other.public_key, OFFICE)
    assert caught.value.code is Code.STATION_REVOKED


def _bar(desk: Station, other: Chain) -> None:
    with desk.journal.transaction() as transaction:
        stream = f"station/{other.station}"
        transaction.append(stream, StationEnrolled("x", OFFICE, other.public_key, ("desk",)), "administrator")
        transaction.append(stream, StationBarred(barred=True), "administrator")


def test_more_lines_than_a_batch_may_have_are_refused_before_they_are_read(server: ServerThread, desk: Station) -> None:
    admit(server, desk)
    wire = desk.wire(server.url)
    with pytest.raises(RefusedError) as caught:
        wire.call("POST", "/v1/entries", records.pack([{}] * (records.MOST_ENTRIES + 1)), packed=True)
    wire.close()
    assert caught.value.status == 413
