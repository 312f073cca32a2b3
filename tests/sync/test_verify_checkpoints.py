"""``counter-app verify --checkpoints`` and ``sync trust``: what an administrator types, and what it says."""

from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.cli import sync, verify
from counter_app.cli.arguments import parse
from counter_app.errors import Code, CounterError
from counter_app.journal import checkpoints
from counter_app.journal.signing import make_station_key
from counter_app.settings import load_settings, save_settings
from sync.countersigned import Countersigned
from sync.server.countersigning import AT_ONCE
from sync.server.keeping import Keeping, open_province
from sync.server.program import ServerThread
from sync.server.store import Introduced
from tests.support import postgres
from tests.support.chains import Chain
from tests.support.rewriting import resign, rewrite
from tests.sync.stations import OFFICE, admit, all_sent, replicating, station, until


@pytest.fixture
def desk(tmp_path: Path, server: ServerThread) -> Path:
    """A desk whose settings know the province, to which it sent 6 entries."""
    with station(tmp_path / "desk") as made:
        admit(server, made)
        made.issue(6)
        with replicating(made, server.url) as replicator:
            until(replicator, all_sent)
        wire = made.wire(server.url)
        Countersigned(made.journal).now_and_then(wire)
        wire.close()
    save_settings(made.folder, replace(load_settings(made.folder), province_url=server.url))
    return made.folder


def _verify(folder: Path, *words: str) -> int:
    return verify.run(parse(["verify", "--data", str(folder), *words]))


def _trust(folder: Path, *fingerprint: str) -> int:
    return sync.run(parse(["sync", "trust", *fingerprint, "--data", str(folder)]))


def test_a_sound_journal_and_the_provinces_key_are_said(
    server: ServerThread, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _verify(desk, "--checkpoints", "--against", server.url) == 0
    told = capsys.readouterr()
    assert f"province_key={checkpoints.fingerprint(server.store.signing_key)!r}" in told.out
    assert "checkpoints=" in told.out
    assert told.err == ""


def test_a_rewritten_entry_is_named_and_plain_verification_sees_nothing(
    server: ServerThread, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rewrite(desk, 5)
    assert _verify(desk) == 0
    assert "checkpoints" not in capsys.readouterr().out
    assert _verify(desk, "--checkpoints") == 1
    assert "/6: another entry than the one countersigned" in capsys.readouterr().err
    assert _verify(desk, "--against", server.url) == 1
    assert "/5: the server's entry is another one here (ticket.issued of ticket/" in capsys.readouterr().err


def test_a_province_on_sqlite_holds_what_it_signed_against_its_own_journal(
    server: ServerThread, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, key = server.folder, server.store.signing_key
    server.stop()
    assert _verify(folder, "--checkpoints") == 0
    assert checkpoints.fingerprint(key) in capsys.readouterr().out


def test_a_province_on_postgresql_names_what_is_not_what_it_signed(
    tmp_path: Path, postgres_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_province(Keeping(tmp_path, postgres_url))
    chain = Chain(OFFICE)
    store.introduce(OFFICE, [Introduced(chain.station, chain.public_key)])
    for count in (3, 4):
        store.accept(chain.next(count), OFFICE)
        store.countersign(chain.station, AT_ONCE)
    store.close()
    assert _verify(tmp_path, "--checkpoints", "--database", postgres_url) == 0
    assert "checkpoints=2 " in capsys.readouterr().out
    postgres.change(postgres_url, "UPDATE entries SET hash = repeat('0', 64) WHERE seq = 7")
    assert _verify(tmp_path, "--checkpoints", "--database", postgres_url) == 1
    said = capsys.readouterr().err
    assert f"{chain.station}/7: another entry than the one countersigned" in said
    assert "as it was signed up to 3" in said


def test_a_new_key_of_the_province_is_believed_once_its_fingerprint_was_compared(
    server: ServerThread, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    resign(desk, make_station_key())
    fingerprint = checkpoints.fingerprint(server.store.signing_key)
    with pytest.raises(CounterError) as caught:
        _trust(desk, "0000 1111 2222 3333 4444 5555")
    assert (caught.value.code, caught.value.params) == (Code.PROVINCE_KEY_CHANGED, {"fingerprint": fingerprint})
    assert load_settings(desk).province_key == ""
    assert _trust(desk, *fingerprint.lower().split()) == 0
    assert load_settings(desk).province_key == server.store.signing_key
    assert _verify(desk, "--checkpoints", "--against", server.url) == 0
