"""The province's escrow key: made once, kept apart, and the keys that stations sealed for it found in their entries."""

from pathlib import Path

import pytest

from counter_app.cli.arguments import parse
from counter_app.cli.province import run
from counter_app.errors import Code, CounterError
from counter_app.journal import outbox
from counter_app.store import escrow, keys
from sync.server.keeping import Keeping, open_store
from sync.server.store import Introduced
from tests.support.office import open_office

OFFICE = "an-phuc"


def province(folder: Path, *words: str | Path) -> int:
    return run(parse(["province", *map(str, words), "--data", str(folder)]))


def test_the_escrow_key_is_made_once_and_its_private_part_is_not_in_the_provinces_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, stick = tmp_path / "province", tmp_path / "stick.txt"
    assert province(folder, "escrow-key") == 2
    assert province(folder, "escrow-key", "--out", stick) == 0
    told = capsys.readouterr()
    recipient = escrow.recipient_of(escrow.read_identity(stick))
    assert recipient in told.out
    assert escrow.fingerprint_of(recipient) in told.out
    assert str(stick) in told.err
    assert stick.stat().st_mode & 0o077 == 0
    assert not any(b"SECRET" in path.read_bytes() for path in folder.rglob("*") if path.is_file())

    assert province(folder, "escrow-key", "--out", tmp_path / "second.txt") == 0
    assert recipient in capsys.readouterr().out
    assert not (tmp_path / "second.txt").exists()


def test_another_public_key_is_taken_from_a_file_and_the_one_before_is_to_be_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "province"
    first, second = (escrow.recipient_of(escrow.make_identity()) for _ in range(2))
    (tmp_path / "first.txt").write_text(f"# public key: {first}\n")
    (tmp_path / "second.txt").write_text(f"{second}\n")
    (tmp_path / "none.txt").write_text("no key\n")
    assert province(folder, "escrow-key", "--use", tmp_path / "first.txt") == 0
    told = capsys.readouterr()
    assert (escrow.fingerprint_of(first) in told.out, told.err) == (True, "")
    before = (folder / "escrow.pub").read_bytes()
    assert province(folder, "escrow-key", "--use", tmp_path / "first.txt") == 0
    assert (folder / "escrow.pub").read_bytes() == before, "the same key again makes nobody seal anew"

    assert province(folder, "escrow-key", "--use", tmp_path / "second.txt") == 0
    told = capsys.readouterr()
    assert second in told.out
    assert escrow.fingerprint_of(first) in told.err

    with pytest.raises(CounterError) as invalid:
        province(folder, "escrow-key", "--use", tmp_path / "none.txt")
    assert invalid.value.code is Code.ESCROW_KEY_INVALID
    assert province(folder, "escrow-key", "--use", tmp_path / "first.txt", "--out", tmp_path / "out.txt") == 2
    assert province(folder, "escrow-key") == 0
    assert second in capsys.readouterr().out


def test_a_private_key_that_lies_there_is_never_written_over(tmp_path: Path) -> None:
    stick = tmp_path / "stick.txt"
    escrow.write_identity(stick, escrow.make_identity())
    before = stick.read_bytes()
    with pytest.raises(CounterError) as there:
        province(tmp_path / "province", "escrow-key", "--out", stick)
    assert there.value.code is Code.ESCROW_KEY_THERE
    assert stick.read_bytes() == before


def test_a_sealed_key_comes_with_the_entries_and_opens_the_data_of_a_machine_whose_own_copy_is_lost(
    tmp_path: Path,
) -> None:
    identity, out = escrow.make_identity(), tmp_path / "station.escrow"
    store = open_store(Keeping(tmp_path / "province"))
    with open_office(tmp_path / "station") as office:
        service, key = office.services.key_escrow, office.journal.key
        store.introduce(OFFICE, [Introduced(key.station, key.public_hex)])
        for recipient in (escrow.recipient_of(escrow.make_identity()), escrow.recipient_of(identity)):
            service.name(recipient, "son")
            service.seal_now()
        while entries := outbox.own_entries(office.journal, store.heads([key.station])[key.station], 500):
            store.accept(entries, OFFICE)
        data_key = keys.load_key(tmp_path / "station")
    store.close()

    assert province(tmp_path / "province", "escrowed", key.station, "--out", out) == 0

    assert keys.open_sealed_key(out, identity) == data_key


def test_a_station_that_is_unknown_or_sealed_nothing_is_told(tmp_path: Path) -> None:
    store = open_store(Keeping(tmp_path / "province"))
    with open_office(tmp_path / "station") as office:
        key = office.journal.key
    store.introduce(OFFICE, [Introduced(key.station, key.public_hex)])
    store.close()
    for station, code in (("0" * 16, Code.STATION_UNKNOWN), (key.station, Code.ESCROW_ABSENT)):
        with pytest.raises(CounterError) as error:
            province(tmp_path / "province", "escrowed", station, "--out", tmp_path / "out")
        assert error.value.code is code
