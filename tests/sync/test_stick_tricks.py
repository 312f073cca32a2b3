"""What somebody may leave on a stick: a pipe, a link, a folder that is elsewhere, something without an end."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from counter_app.errors import Code, CounterError
from counter_app.journal import outbox
from counter_app.store.durable import durable_file
from sync.server.journal_store import JournalStore
from sync.stick import packet
from sync.stick.province import TakenIn, exchange
from sync.stick.station import FOLDER, PROVINCE_KEY, export_to, province_key
from tests.sync.stations import OFFICE, Station, station


@contextmanager
def _offices(tmp_path: Path) -> Iterator[tuple[Station, Station, Path]]:
    """A commune's machine with two entries, the province's that knows it, and a stick that has the province's key."""
    stick = tmp_path / "stick"
    stick.mkdir()
    with station(tmp_path / "commune") as commune, station(tmp_path / "province") as province:
        outbox.admit(province.journal, commune.id, commune.journal.key.public_hex, OFFICE)
        commune.issue(2)
        _exchange(province, stick)
        yield commune, province, stick


def _exchange(province: Station, stick: Path) -> tuple[TakenIn, ...]:
    return exchange(JournalStore(province.journal), province.journal.key, stick)


def _faults(taken: tuple[TakenIn, ...]) -> dict[str, Code | None]:
    return {one.packet: one.fault.code if one.fault else None for one in taken}


def test_a_pipe_or_a_link_in_place_of_a_packet_is_refused_and_the_real_one_is_taken(tmp_path: Path) -> None:
    with _offices(tmp_path) as (commune, province, stick):
        export_to(commune.journal, stick, OFFICE, province_key(stick))
        os.mkfifo(stick / FOLDER / "len-a.age")
        (stick / FOLDER / "len-b.age").symlink_to("/dev/zero")
        (stick / FOLDER / "len-c.age").mkdir()
        faults = _faults(_exchange(province, stick))
        assert [faults.pop(f"len-{one}.age") for one in "abc"] == [Code.STICK_DAMAGED] * 3
        assert list(faults.values()) == [None]
        assert outbox.heads(province.journal, [commune.id]) == {commune.id: 2}


def test_a_packet_larger_than_any_is_refused_before_it_is_opened(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with _offices(tmp_path) as (commune, province, stick):
        export_to(commune.journal, stick, OFFICE, province_key(stick))
        monkeypatch.setattr(packet, "_LARGEST", 100)
        assert list(_faults(_exchange(province, stick)).values()) == [Code.STICK_DAMAGED]


def test_a_link_under_the_name_of_an_answer_in_the_making_leads_no_byte_elsewhere(tmp_path: Path) -> None:
    precious = tmp_path / "station.key"
    precious.write_bytes(b"precious")
    with _offices(tmp_path) as (commune, province, stick):
        export_to(commune.journal, stick, OFFICE, province_key(stick))
        (stick / FOLDER / f"xuong-{commune.id}-0001.age.part").symlink_to(precious)
        (stick / FOLDER / f"xuong-{commune.id}-0001.age").symlink_to(precious)
        assert list(_faults(_exchange(province, stick)).values()) == [None]
    assert precious.read_bytes() == b"precious"


def test_a_file_in_the_making_that_was_left_behind_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "a.part").write_bytes(b"left by a crash, and longer")
    with durable_file(tmp_path / "a") as file:
        file.write(b"new")
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_folder_of_packets_that_leads_off_the_stick_is_not_used(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with _offices(tmp_path) as (commune, province, stick):
        key = province_key(stick)
        other = tmp_path / "other"
        other.mkdir()
        (other / FOLDER).symlink_to(elsewhere)
        for act in (lambda: export_to(commune.journal, other, OFFICE, key), lambda: _exchange(province, other)):
            with pytest.raises(CounterError) as caught:
                act()
            assert caught.value.code is Code.STICK_NOT_WRITABLE
    assert not list(elsewhere.iterdir())


def test_a_pipe_or_a_flood_in_place_of_the_key_is_no_key(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    path = tmp_path / FOLDER / PROVINCE_KEY
    for make in (lambda: os.mkfifo(path), lambda: path.write_bytes(b"a" * 5000)):
        make()
        with pytest.raises(CounterError) as caught:
            province_key(tmp_path)
        assert caught.value.code is Code.STICK_WITHOUT_KEY
        path.unlink()
