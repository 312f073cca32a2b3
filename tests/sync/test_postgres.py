"""A province in PostgreSQL: what several processes over one database promise together."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import LiteralString

import psycopg
import pytest

from counter_app.clocks import ManualClock, SystemClock
from counter_app.domain.entry import Entry
from counter_app.domain.facts import StationBarred, StationEnrolled
from counter_app.errors import Code, CounterError
from counter_app.journal.arrivals import Outcome
from counter_app.journal.signing import make_station_key, seal
from counter_app.store.blobs import BlobStore
from sync.server.postgres import batches, schema
from sync.server.postgres.batches import COUNTER
from sync.server.postgres.store import PostgresStore
from sync.server.store import Introduced
from sync.server.uploads import Spool
from tests.support import postgres
from tests.support.chains import Chain

OFFICE = "H99.1"
KEY = bytes(32)
SIGNING = make_station_key()
SEQUENCE: LiteralString = "SELECT nextval('plain') - 1 AS base"


@contextmanager
def opened(url: str, folder: Path, clock: ManualClock | None = None) -> Iterator[PostgresStore]:
    """A store, as each process has its own."""
    blobs, spool = BlobStore(folder / "blobs", KEY), Spool(folder / "uploads", KEY)
    store = PostgresStore(url, blobs, spool, clock, key=SIGNING)
    try:
        store.open()
        yield store
    finally:
        store.close()


@pytest.fixture
def store(postgres_url: str, tmp_path: Path) -> Iterator[PostgresStore]:
    with opened(postgres_url, tmp_path) as made:
        yield made


@pytest.fixture
def other(postgres_url: str, tmp_path: Path, store: PostgresStore) -> Iterator[PostgresStore]:
    """The store of another process."""
    with opened(postgres_url, tmp_path) as made:
        yield made


def known(store: PostgresStore, office: str = OFFICE) -> Chain:
    """A station that the province knows."""
    chain = Chain(office)
    store.introduce(office, [Introduced(chain.station, chain.public_key)])
    return chain


def refused(code: Code, act: Callable[[], object]) -> None:
    with pytest.raises(CounterError) as caught:
        act()
    assert caught.value.code is code


def all_of(store: PostgresStore, office: str = OFFICE, limit: int = 100) -> list[Entry]:
    """The feed of an office, page by page."""
    position = 0
    entries: list[Entry] = []
    while True:
        page = store.feed_page(office, position, limit)
        entries += page.entries
        position = page.position
        if not page.more:
            return entries


def until_blocked(url: str, thread: threading.Thread) -> None:
    """Wait until the other thread waits for a lock in the database, or has ended."""
    waiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    while thread.is_alive() and not postgres.rows(url, waiting):
        thread.join(0.01)


@pytest.mark.parametrize("counter, missed", [(COUNTER, 0), (SEQUENCE, 1)], ids=["counter-row", "plain-sequence"])
def test_a_reader_sees_what_commits_late_because_positions_are_given_by_a_locked_row_and_no_sequence(
    postgres_url: str, store: PostgresStore, counter: LiteralString, missed: int
) -> None:
    postgres.change(postgres_url, "CREATE SEQUENCE plain")
    first, second = known(store), known(store)
    read = "SELECT position, station FROM entries WHERE position > {} ORDER BY position"

    def write_second() -> None:
        with psycopg.connect(postgres_url) as late:
            batches.take(late, OFFICE, second.next(), counter)

    writing = threading.Thread(target=write_second)
    with psycopg.connect(postgres_url) as early:
        batches.take(early, OFFICE, first.next(), counter)
        writing.start()
        until_blocked(postgres_url, writing)
        seen = postgres.rows(postgres_url, read.format(0))
    writing.join()
    seen += postgres.rows(postgres_url, read.format(seen[-1][0] if seen else 0))
    assert len({first.station, second.station} - {station for _, station in seen}) == missed


def test_readers_beside_16_writers_in_two_processes_get_every_entry_once(
    store: PostgresStore, other: PostgresStore, postgres_url: str
) -> None:
    chains = [known(store) for _ in range(16)]
    batches_of = {chain.station: [chain.next(1 + turn % 3) for turn in range(12)] for chain in chains}
    total = sum(len(batch) for one in batches_of.values() for batch in one)

    def write(number: int) -> None:
        for batch in batches_of[chains[number].station]:
            (store, other)[number % 2].accept(batch, OFFICE)

    def read(one: PostgresStore) -> list[Entry]:
        got: list[Entry] = []
        position = 0
        while len(got) < total and not ended.is_set():
            page = one.feed_page(OFFICE, position, 7)
            got += page.entries
            position = page.position
        return got

    ended = threading.Event()
    with ThreadPoolExecutor(18) as pool:
        reading = [pool.submit(read, one) for one in (store, other)]
        writing = [pool.submit(write, number) for number in range(16)]
        try:
            for written in writing:
                written.result()
            for read_all in reading:
                read_all.result(20)
        finally:
            ended.set()
    for got in reading:
        assert len({(entry.station, entry.seq) for entry in got.result()}) == len(got.result()) == total
    assert postgres.faults(postgres_url) == ()


def test_the_same_batch_at_two_processes_at_once_is_taken_once(
    store: PostgresStore, other: PostgresStore, postgres_url: str
) -> None:
    chain = known(store)
    batch = chain.next(40)
    with ThreadPoolExecutor(2) as pool:
        taken = list(pool.map(lambda one: one.accept(batch, OFFICE), (store, other)))
    assert sorted({one.outcome for one in answer} == {Outcome.APPLIED} for answer in taken) == [False, True]
    assert sorted({one.outcome for one in answer} == {Outcome.DUPLICATE} for answer in taken) == [False, True]
    assert postgres.held(postgres_url) == {chain.station: 40}
    assert postgres.faults(postgres_url) == ()


def test_what_one_process_takes_wakes_the_readers_of_another_and_of_that_office_only(
    store: PostgresStore, other: PostgresStore
) -> None:
    chain, heard, told = known(store), threading.Event(), []

    def hear(audience: str) -> None:
        told.append(audience)
        if audience == OFFICE:
            heard.set()

    unlisten = other.listen(hear)
    deadline = 200
    while not told and deadline:  # it listens when it has said so
        deadline -= 1
        heard.wait(0.05)
    store.accept(chain.next(), OFFICE)
    assert heard.wait(10)
    unlisten()
    assert set(told) == {"", OFFICE}


def test_a_revoked_station_is_revoked_in_every_process_at_once(store: PostgresStore, other: PostgresStore) -> None:
    chain, listening = known(store), threading.Event()
    unlisten = other.listen(lambda _audience: listening.set())
    assert listening.wait(10)
    before = other.station(chain.station)
    assert before is not None
    assert not before.revoked
    store.revoke(chain.station)
    for _ in range(100):
        after = other.station(chain.station)
        if after is not None and after.revoked:
            break
        listening.clear()
        listening.wait(0.01)
    assert after is not None
    assert after.revoked
    unlisten()
    refused(Code.STATION_UNKNOWN, lambda: store.revoke("nobody"))


def test_a_revocation_that_was_not_heard_holds_a_little_later(
    store: PostgresStore, other: PostgresStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    chain = known(store)
    assert other.station(chain.station) is not None
    store.revoke(chain.station)
    monkeypatch.setattr("sync.server.postgres.store.KNOWN_FOR_S", 0.0)
    after = other.station(chain.station)
    assert after is not None
    assert after.revoked


def test_a_station_that_its_office_bars_is_refused_until_it_is_let_in_again(store: PostgresStore) -> None:
    first, second = known(store), known(store)
    stream = f"station/{second.station}"
    told = StationEnrolled("Quầy 2", OFFICE, second.public_key, ("desk",), 4)
    for fact, barred in ((told, False), (StationBarred(True), True), (told, True), (StationBarred(False), False)):
        store.accept([first.write(stream, fact)], OFFICE)
        peer = store.station(second.station)
        assert peer is not None
        assert peer.revoked is barred


def test_a_new_station_gets_a_rank_that_no_machine_of_its_office_has(store: PostgresStore) -> None:
    first = known(store)
    told = StationEnrolled("Quầy 1", OFFICE, first.public_key, ("desk",), 6)
    store.accept([first.write(f"station/{first.station}", told)], OFFICE)
    newcomers = [Chain(OFFICE) for _ in range(4)]
    codes = [store.make_code(OFFICE) for _ in newcomers]

    def enrol(number: int) -> int:
        one = newcomers[number]
        return store.enrol(codes[number], one.station, one.public_key, "").rank

    with ThreadPoolExecutor(4) as pool:
        ranks = list(pool.map(enrol, range(4)))
    assert sorted(ranks) == [7, 8, 9, 10]
    assert [enrol(number) for number in range(4)] == ranks


def test_of_many_stations_with_one_code_one_is_let_in(store: PostgresStore, other: PostgresStore) -> None:
    code, newcomers = store.make_code(OFFICE), [Chain(OFFICE) for _ in range(6)]

    def enrol(number: int) -> bool:
        one = newcomers[number]
        try:
            (store, other)[number % 2].enrol(code, one.station, one.public_key, OFFICE)
        except CounterError as error:
            return error.code is not Code.ENROLMENT_REFUSED
        return True

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(enrol, range(6))) == 1
    assert len(store.stations()) == len(store.stations(OFFICE)) == 1


def test_a_code_is_good_until_its_time(postgres_url: str, tmp_path: Path) -> None:
    clock = ManualClock(SystemClock().now())
    with opened(postgres_url, tmp_path, clock) as store:
        chain = Chain(OFFICE)
        code = store.make_code(OFFICE, timedelta(minutes=15))
        clock.move(timedelta(minutes=16))
        refused(Code.ENROLMENT_REFUSED, lambda: store.enrol(code, chain.station, chain.public_key, ""))


def test_a_station_of_another_office_cannot_be_introduced(store: PostgresStore) -> None:
    chain = known(store)
    newcomer = Introduced(chain.station, chain.public_key)
    refused(Code.ENROLMENT_REFUSED, lambda: store.introduce("H99.2", [newcomer]))
    refused(Code.ENROLMENT_REFUSED, lambda: store.introduce(OFFICE, [replace(newcomer, public_key="00" * 32)]))
    store.introduce(OFFICE, [newcomer])
    assert [one.office for one in store.stations()] == [OFFICE]


def test_an_entry_with_a_character_that_postgresql_cannot_hold_is_carried_as_it_came(store: PostgresStore) -> None:
    chain = known(store)
    entries = [chain.next()[0], chain.write("desk/1\0", StationBarred(True), "officer/\0"), chain.next()[0]]
    assert {one.outcome for one in store.accept(entries, OFFICE)} == {Outcome.APPLIED}
    assert all_of(store) == entries


def test_a_conflict_is_kept_aside_once_however_often_it_is_sent(store: PostgresStore, postgres_url: str) -> None:
    chain = known(store)
    entry = chain.next()[0]
    twin = seal(replace(entry, actor="somebody else"), chain.key)
    store.accept([entry], OFFICE)
    for _ in range(3):
        assert [one.outcome for one in store.accept([twin], OFFICE)] == [Outcome.CONFLICT]
    assert postgres.rows(postgres_url, "SELECT office, station, seq, reason FROM kept_aside") == [
        (OFFICE, chain.station, 1, "conflict")
    ]


def test_a_reader_begins_where_it_misses_nothing(store: PostgresStore) -> None:
    first, second = known(store), known(store)
    for chain, count in ((first, 3), (second, 2), (first, 2)):
        store.accept(chain.next(count), OFFICE)
    held = {first.station: 4, second.station: 2}
    start = store.feed_start(OFFICE, held, "reader")
    assert start.heads == {first.station: 5, second.station: 2}
    assert [(one.station, one.seq) for one in store.feed_page(OFFICE, start.position, 10).entries] == [
        (first.station, 5)
    ]
    assert store.feed_start(OFFICE, held | {first.station: 1 << 70}, "reader").position == 7
    assert store.feed_start(OFFICE, {second.station: 2}, first.station).position == 7
    assert store.feed_start(OFFICE, {}, "reader").position == 0


def test_processes_that_start_at_once_make_the_tables_once(postgres_url: str, tmp_path: Path) -> None:
    def start(number: int) -> None:
        with opened(postgres_url, tmp_path / str(number)) as store:
            assert store.stations() == ()

    with ThreadPoolExecutor(5) as pool:
        list(pool.map(start, range(5)))
    assert postgres.rows(postgres_url, "SELECT version FROM schema_version") == [(len(schema.STEPS),)]


def test_tables_of_a_later_program_are_left_alone(store: PostgresStore, postgres_url: str) -> None:
    postgres.change(postgres_url, "UPDATE schema_version SET version = 99")
    refused(Code.STORE_TOO_NEW, store.open)


@pytest.mark.allows_log("event=database_away")
def test_a_full_disk_is_said_and_nothing_is_half_taken(store: PostgresStore, postgres_url: str) -> None:
    chain = known(store)
    postgres.change(
        postgres_url,
        """
        CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = 'disk_full'; END $$;
        CREATE TRIGGER full_disk BEFORE UPDATE ON heads FOR EACH ROW EXECUTE FUNCTION full_disk()
        """,
    )
    batch = chain.next(3)
    refused(Code.DISK_FULL, lambda: store.accept(batch, OFFICE))
    assert (store.heads([chain.station]), all_of(store)) == ({chain.station: 0}, [])
    postgres.change(postgres_url, "DROP TRIGGER full_disk ON heads")
    assert len(store.accept(batch, OFFICE)) == 3


def test_what_is_acknowledged_is_on_disk_whatever_the_server_is_set_to(store: PostgresStore, postgres_url: str) -> None:
    name = postgres.rows(postgres_url, "SELECT current_database()")[0][0]
    for given, used in (("off", "on"), ("local", "on"), ("remote_apply", "remote_apply")):
        postgres.change(postgres_url, f"ALTER DATABASE {name} SET synchronous_commit = {given}")
        with opened(postgres_url, Path(store.spool.folder)) as fresh:
            setting = fresh._connections.run(lambda one: one.execute("SHOW synchronous_commit").fetchone())
        assert setting == (used,)
