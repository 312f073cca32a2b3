"""A machine's data key, sealed for the province: named once for the office, opened when the machine is dead."""

import base64
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.bootstrap import open_counter
from counter_app.cli import key as key_command
from counter_app.cli.arguments import parse
from counter_app.cli.checks import Finding, machine_checks
from counter_app.clocks import ManualClock, SystemClock
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.journal.verify import verify
from counter_app.services.key_escrow import KeyEscrow
from counter_app.services.security_log import SecurityKind
from counter_app.store import escrow, keys
from counter_app.store.database import open_database
from counter_app.store.security_events import EventFilter
from tests.support.office import MORNING, OpenOffice, open_office

PROVINCE = escrow.make_identity()
RECIPIENT = escrow.recipient_of(PROVINCE)
PATIENCE_S = 60.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "station"


@pytest.fixture
def office(folder: Path) -> Iterator[OpenOffice]:
    with open_office(folder) as opened:
        yield opened


@pytest.fixture
def identity(tmp_path: Path) -> Path:
    escrow.write_identity(tmp_path / "private.txt", PROVINCE)
    return tmp_path / "private.txt"


def escrowed(folder: Path) -> None:
    """Leave a machine whose key the province can open."""
    with open_office(folder) as opened:
        opened.services.key_escrow.name(RECIPIENT, "son")
        opened.services.key_escrow.seal_now()


def refused(words: list[str | Path]) -> Code:
    with pytest.raises(CounterError) as error:
        key_command.run(parse([str(word) for word in words]))
    return error.value.code


def test_a_named_escrow_key_gets_this_machines_key_once_and_the_record_says_so(
    office: OpenOffice, folder: Path
) -> None:
    service = office.services.key_escrow
    assert service.state().sealed_at is None
    assert not service.seal_now()

    assert service.name(f"  {RECIPIENT}\n", "son") == escrow.fingerprint_of(RECIPIENT)
    assert service.state().sealed_at is None  # named, and not done yet
    assert service.seal_now()
    assert not service.seal_now()

    assert keys.open_sealed_key(folder / "station.escrow", PROVINCE) == keys.load_key(folder)
    state = service.state()
    assert (state.named, state.sealed_at is not None) == (RECIPIENT, True)
    noted = office.services.security.page(EventFilter(), most=5)
    assert [event.kind for event in noted if event.kind == SecurityKind.KEY_ESCROWED] == [SecurityKind.KEY_ESCROWED]
    assert verify(office.journal).faults == ()


def test_another_escrow_key_gets_the_key_anew_and_naming_nobody_takes_the_file_away(
    office: OpenOffice, folder: Path
) -> None:
    service, other = office.services.key_escrow, escrow.make_identity()
    service.name(RECIPIENT, "son")
    service.seal_now()
    service.name(escrow.recipient_of(other), "son")
    assert service.state().sealed_at is None
    assert service.seal_now()
    assert keys.open_sealed_key(folder / "station.escrow", other) == keys.load_key(folder)

    service.name("", "son")
    assert not service.seal_now()
    assert not (folder / "station.escrow").exists()


def test_a_lost_file_is_written_again(office: OpenOffice, folder: Path) -> None:
    service = office.services.key_escrow
    service.name(RECIPIENT, "son")
    service.seal_now()
    (folder / "station.escrow").unlink()
    assert service.seal_now()
    assert keys.escrowed_for(folder) == RECIPIENT


def test_only_an_administrator_names_an_escrow_key_and_what_is_none_is_refused(office: OpenOffice) -> None:
    for recipient, officer, code in ((RECIPIENT, "ha", Code.DUTY_MISSING), ("age1x", "son", Code.ESCROW_KEY_INVALID)):
        with pytest.raises(CounterError) as error:
            office.services.key_escrow.name(recipient, officer)
        assert error.value.code is code


def test_the_thread_seals_at_the_start_and_when_the_office_names_another(folder: Path) -> None:
    sealed = threading.Semaphore(0)
    with open_office(folder) as opened:
        services = opened.services
        service = KeyEscrow(opened.journal, services.office.id, services.security, preset=RECIPIENT)
        unlisten = services.changes.listen(
            lambda streams: sealed.release() if any(one.startswith("key/") for one in streams) else None
        )
        service.start()
        assert sealed.acquire(timeout=PATIENCE_S)
        service.name(escrow.recipient_of(escrow.make_identity()), "son")
        assert sealed.acquire(timeout=PATIENCE_S)
        service.close()
        unlisten()
        assert service.state().sealed_at is not None


def test_a_key_in_the_settings_that_is_none_stops_nothing(folder: Path) -> None:
    with open_office(folder) as opened:
        service = KeyEscrow(opened.journal, "an-phuc", opened.services.security, preset="age1nonsense")
        service.start()
        service.close()
        with pytest.raises(CounterError) as invalid:
            service.seal_now()
    assert invalid.value.code is Code.ESCROW_KEY_INVALID


def test_a_dead_machines_data_is_opened_by_the_escrow_key_alone(folder: Path, identity: Path, tmp_path: Path) -> None:
    escrowed(folder)
    before = keys.load_key(folder)
    (folder / "station.key").unlink()
    with pytest.raises(CounterError) as lost:
        open_database(folder)
    assert lost.value.code is Code.KEY_MISSING
    escrow.write_identity(tmp_path / "another.txt", escrow.make_identity())
    another: list[str | Path] = ["key", "open", "--escrow", tmp_path / "another.txt", "--data", folder]
    assert refused(another) is Code.ESCROW_NOT_OURS
    assert not (folder / "station.key").exists()

    assert key_command.run(parse(["key", "open", "--escrow", str(identity), "--data", str(folder)])) == 0

    assert keys.load_key(folder) == before
    database = open_database(folder)
    assert verify(Journal(database, SystemClock())).faults == ()
    database.close()


def test_a_key_that_cannot_be_read_here_is_put_aside_and_not_lost(folder: Path, identity: Path) -> None:
    escrowed(folder)
    wrapped = json.dumps({"wrapped_by": "keyring", "name": "of another account", "key": "00" * 60})
    (folder / "station.key").write_text(wrapped)
    assert key_command.run(parse(["key", "open", "--escrow", str(identity), "--data", str(folder)])) == 0
    assert [path.read_text() for path in folder.glob("station.key.*.old")] == [wrapped]
    open_database(folder).close()


def test_the_sealed_key_of_another_machine_is_tried_and_not_written(
    folder: Path, identity: Path, tmp_path: Path
) -> None:
    escrowed(folder)
    before = (folder / "station.key").read_bytes()
    other = escrow.seal_for(RECIPIENT, bytes(32))
    keys.keep_sealed_key(tmp_path / "other", RECIPIENT, base64.b64encode(other).decode())
    words: list[str | Path] = ["key", "open", "--escrow", identity, "--data", folder]
    assert refused([*words, "--sealed", tmp_path / "other"]) is Code.KEY_WRONG
    assert refused([*words, "--sealed", tmp_path / "none"]) is Code.ESCROW_ABSENT
    assert refused(["key", "show", "--data", tmp_path]) is Code.NOT_SET_UP
    assert (folder / "station.key").read_bytes() == before


def test_show_says_how_the_key_is_kept(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    open_office(folder).close()
    key_command.run(parse(["key", "show", "--json", "--data", str(folder)]))
    assert json.loads(capsys.readouterr().out) == {"wrapped_by": "none", "recipient": "", "fingerprint": ""}
    escrowed(folder)
    key_command.run(parse(["key", "show", "--data", str(folder)]))
    assert escrow.fingerprint_of(RECIPIENT) in capsys.readouterr().out


def test_the_doctor_says_how_the_key_is_kept_and_what_is_missing(folder: Path) -> None:
    def found() -> dict[str, tuple[Finding, Code | None]]:
        _, checks = machine_checks(folder)
        return {one.what: (one.finding, one.code) for one in checks if one.what in ("key", "escrow")}

    assert found() == {}
    open_office(folder).close()
    note = (Finding.NOTE, Code.KEY_BESIDE_DATA)
    assert found() == {"key": note, "escrow": (Finding.NOTE, Code.KEY_NOT_ESCROWED)}
    escrowed(folder)
    assert found() == {"key": note, "escrow": (Finding.OK, None)}
    (folder / "station.key").chmod(0o640)
    assert found()["key"] == (Finding.FAULT, Code.KEY_EXPOSED)
    (folder / "station.key").unlink()
    assert found() == {"key": (Finding.FAULT, Code.KEY_MISSING)}


def test_a_key_file_that_was_open_to_others_is_in_the_security_record(folder: Path) -> None:
    open_office(folder).close()
    (folder / "station.key").chmod(0o644)
    counter = open_counter(folder, clock=ManualClock(MORNING))
    try:
        kinds = [event.kind for event in counter.services.security.page(EventFilter(), most=5)]
    finally:
        counter.close()
    assert SecurityKind.KEY_EXPOSED in kinds
