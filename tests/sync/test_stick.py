"""An office without any link: a stick carries entries and blobs to the province, and its answer back."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from counter_app.domain.facts import StationEnrolled
from counter_app.errors import Code, CounterError
from counter_app.journal import outbox
from counter_app.journal.signing import make_station_key
from counter_app.journal.verify import verify
from sync.server.journal_store import JournalStore
from sync.stick.packet import open_packet
from sync.stick.province import TakenIn, exchange
from sync.stick.station import FOLDER, ProvinceKey, export_to, import_from, province_key
from tests.sync.stations import OFFICE, Station, station


@contextmanager
def _offices(tmp_path: Path) -> Iterator[tuple[Station, Station, Path]]:
    """A commune's machine, the province's, and a stick that has the province's key."""
    stick = tmp_path / "stick"
    stick.mkdir()
    with station(tmp_path / "commune") as commune, station(tmp_path / "province") as province:
        exchange(JournalStore(province.journal), province.journal.key, stick)
        yield commune, province, stick


def _admit(province: Station, *stations: Station) -> None:
    for one in stations:
        outbox.admit(province.journal, one.id, one.journal.key.public_hex, OFFICE)


def _carry_up(commune: Station, province: Station, stick: Path, code: str = "") -> tuple[TakenIn, ...]:
    export_to(commune.journal, stick, OFFICE, province_key(stick), code)
    return exchange(JournalStore(province.journal), province.journal.key, stick)


def _import(commune: Station, stick: Path) -> int:
    return import_from(commune.journal, stick, province_key(stick)).acknowledged


def _packets(stick: Path, pattern: str = "len-*") -> list[Path]:
    return sorted((stick / FOLDER).glob(pattern))


def test_a_stick_carries_all_up_and_the_answer_clears_what_waits(tmp_path: Path) -> None:
    with _offices(tmp_path) as (commune, province, stick):
        _admit(province, commune)
        commune.issue(30)
        scan = commune.attach(b"a scanned page" * 1000)
        assert all(one.fault is None for one in _carry_up(commune, province, stick))
        assert outbox.heads(province.journal, [commune.id]) == {commune.id: 31}
        assert province.database.blobs.get(scan) == b"a scanned page" * 1000
        assert outbox.waiting(commune.journal).entries == 31, "not before the province has answered"
        assert _import(commune, stick) == 31
        waiting = outbox.waiting(commune.journal)
        assert (waiting.entries, waiting.blobs) == (0, 0)
        assert verify(province.journal).faults == ()


def test_the_answer_brings_what_the_offices_other_machines_wrote(tmp_path: Path) -> None:
    with _offices(tmp_path) as (commune, province, stick), station(tmp_path / "second") as second:
        _admit(province, commune, second)
        second.issue(5)
        _carry_up(second, province, stick)
        commune.issue(3)
        _carry_up(commune, province, stick)
        assert import_from(commune.journal, stick, province_key(stick)).entries == 5
        assert outbox.heads(commune.journal, [second.id]) == {second.id: 5}
        assert import_from(commune.journal, stick, province_key(stick)).acknowledged == 0, "twice is once"
        assert verify(commune.journal).faults == ()


def test_the_same_stick_twice_is_once(tmp_path: Path) -> None:
    with _offices(tmp_path) as (commune, province, stick):
        _admit(province, commune)
        commune.issue(4)
        first = _carry_up(commune, province, stick)
        again = exchange(JournalStore(province.journal), province.journal.key, stick)
        assert [one.entries for one in first] == [4]
        assert [(one.entries, one.fault) for one in again] == [(0, None)]


def test_a_lost_stick_is_made_again_and_nothing_is_missing(tmp_path: Path) -> None:
    with _offices(tmp_path) as (commune, province, stick):
        _admit(province, commune)
        commune.issue(4)
        export_to(commune.journal, stick, OFFICE, province_key(stick))
        for path in _packets(stick):
            path.unlink()
        commune.issue(2, first=5)
        _carry_up(commune, province, stick)
        assert outbox.heads(province.journal, [commune.id]) == {commune.id: 6}


def test_a_code_lets_in_a_station_that_never_had_a_link(tmp_path: Path) -> None:
    with _offices(tmp_path) as (commune, province, stick):
        commune.issue(2)
        refused = _carry_up(commune, province, stick)
        assert [one.fault and one.fault.code for one in refused] == [Code.STATION_UNKNOWN]
        code = JournalStore(province.journal).make_code(OFFICE)
        assert [one.entries for one in _carry_up(commune, province, stick, code)] == [2]


def test_a_revoked_station_is_refused_and_keeps_what_it_has(tmp_path: Path) -> None:
    with _offices(tmp_path) as (commune, province, stick):
        _admit(province, commune)
        commune.issue(2)
        outbox.revoke(province.journal, commune.id)
        refused = _carry_up(commune, province, stick)
        assert [one.fault and one.fault.code for one in refused] == [Code.STATION_REVOKED]
        assert outbox.waiting(commune.journal).entries == 2
        with pytest.raises(CounterError) as raised:
            _import(commune, stick)
        assert raised.value.code is Code.STICK_EMPTY


def test_nothing_of_a_citizen_can_be_read_on_the_stick(tmp_path: Path) -> None:
    with _offices(tmp_path) as (commune, _, stick):
        with commune.journal.transaction() as transaction:
            fact = StationEnrolled("Nguyễn Văn An", OFFICE, "00" * 32, ("desk",))
            transaction.append("station/x", fact, "administrator")
        commune.attach(b"page of Nguyen Van An")
        export_to(commune.journal, stick, OFFICE, province_key(stick))
        everything = b"".join(path.read_bytes() for path in stick.rglob("*") if path.is_file())
        assert "Nguyễn".encode() not in everything
        assert b"Nguyen Van An" not in everything
        assert OFFICE.encode() not in everything


def test_only_the_province_can_open_a_packet(tmp_path: Path) -> None:
    with _offices(tmp_path) as (commune, _, stick):
        commune.issue(1)
        export_to(commune.journal, stick, OFFICE, province_key(stick))
        for key in (make_station_key(), commune.journal.key):
            with pytest.raises(CounterError) as raised, open_packet(_packets(stick)[0], key):
                pass
            assert raised.value.code is Code.STICK_NOT_OURS


def test_an_answer_that_the_province_did_not_sign_is_not_taken(tmp_path: Path) -> None:
    with _offices(tmp_path) as (commune, province, stick), station(tmp_path / "false province") as impostor:
        _admit(province, commune)
        commune.issue(2)
        _carry_up(commune, province, stick)
        real = province_key(stick)
        false_stick = tmp_path / "false stick"
        false_stick.mkdir()
        exchange(JournalStore(impostor.journal), impostor.journal.key, false_stick)
        _admit(impostor, commune)
        _carry_up(commune, impostor, false_stick)
        with pytest.raises(CounterError) as raised:
            import_from(commune.journal, false_stick, real)
        assert raised.value.code is Code.STICK_NOT_OURS
        assert outbox.waiting(commune.journal).entries == 2


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.99])
def test_a_packet_that_was_cut_off_is_refused_and_the_others_are_taken(tmp_path: Path, share: float) -> None:
    with _offices(tmp_path) as (commune, province, stick), station(tmp_path / "second") as second:
        _admit(province, commune, second)
        commune.issue(40)
        commune.attach(bytes(range(256)) * 2000)
        second.issue(3)
        export_to(second.journal, stick, OFFICE, province_key(stick))
        export_to(commune.journal, stick, OFFICE, province_key(stick))
        for path in _packets(stick, f"len-{commune.id}-*"):
            content = path.read_bytes()
            path.write_bytes(content[: int(len(content) * share)])
        taken = exchange(JournalStore(province.journal), province.journal.key, stick)
        faults = {one.station or one.packet: one.fault and one.fault.code for one in taken}
        assert faults.pop(second.id) is None
        assert set(faults.values()) == {Code.STICK_DAMAGED}
        assert outbox.heads(province.journal, [second.id]) == {second.id: 3}
        assert all(one.fault is None for one in _carry_up(commune, province, stick)), "made again, it is taken"
        assert outbox.heads(province.journal, [commune.id]) == {commune.id: 41}


@pytest.mark.parametrize("at", [0.1, 0.5, 0.9])
def test_a_packet_with_a_changed_byte_is_refused(tmp_path: Path, at: float) -> None:
    with _offices(tmp_path) as (commune, province, stick):
        _admit(province, commune)
        commune.issue(20)
        export_to(commune.journal, stick, OFFICE, province_key(stick))
        path = _packets(stick)[0]
        content = bytearray(path.read_bytes())
        content[int(len(content) * at)] ^= 1
        path.write_bytes(content)
        taken = exchange(JournalStore(province.journal), province.journal.key, stick)
        assert [one.fault is not None for one in taken] == [True]
        assert outbox.heads(province.journal, [commune.id]) == {commune.id: 0}


def test_a_stick_that_cannot_be_written_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    with _offices(tmp_path) as (commune, _, stick):
        commune.issue(1)
        key = province_key(stick)
        gone = tmp_path / "gone"
        with pytest.raises(CounterError) as raised:
            export_to(commune.journal, gone, OFFICE, key)
        assert raised.value.code is Code.STICK_NOT_WRITABLE
        with pytest.raises(CounterError) as raised:
            province_key(gone)
        assert raised.value.code is Code.STICK_WITHOUT_KEY
        assert outbox.waiting(commune.journal).entries == 1


def test_a_key_is_told_in_groups_that_a_person_can_compare() -> None:
    fingerprint = ProvinceKey("ab" * 32).fingerprint
    assert [len(group) for group in fingerprint.split(" ")] == [4] * 6
    assert fingerprint != ProvinceKey("ac" * 32).fingerprint
