"""``counter-app province``: letting stations in, saying which there are, refusing one."""

import json
from pathlib import Path

import pytest

from counter_app.cli import province
from counter_app.cli.arguments import parse
from counter_app.errors import Code, CounterError
from sync.server.keeping import Keeping, open_store
from tests.support.chains import Chain

OFFICE = "H99.1"


@pytest.fixture
def where(tmp_path: Path, database: str) -> tuple[str, ...]:
    place = ("--data", str(tmp_path / "province"))
    return (*place, "--database", database) if database else place


def _run(*words: str) -> int:
    return province.run(parse(["province", *words]))


def test_a_station_is_let_in_by_a_code_listed_and_revoked(
    tmp_path: Path, database: str, where: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("enrol-code", "--office", OFFICE, *where) == 0
    code = capsys.readouterr().out.strip()
    chain = Chain(OFFICE)
    store = open_store(Keeping(tmp_path / "province", database))
    assert store.enrol(code, chain.station, chain.public_key, "").office == OFFICE
    store.accept(chain.next(3), OFFICE)
    store.close()
    assert _run("stations", "--json", *where) == 0
    told = {"station": chain.station, "office": OFFICE, "entries": 3, "revoked": False}
    assert json.loads(capsys.readouterr().out) == told
    assert _run("revoke", chain.station, *where) == 0
    assert _run("stations", *where) == 0
    assert capsys.readouterr().out == f"{OFFICE}  {chain.station}  3  revoked\n"


def test_a_station_that_nobody_knows_cannot_be_revoked(where: tuple[str, ...]) -> None:
    with pytest.raises(CounterError) as caught:
        _run("revoke", "nobody", *where)
    assert caught.value.code is Code.STATION_UNKNOWN


@pytest.mark.parametrize("words", [("--workers", "2"), ("--blobs", "/srv/blobs")], ids=str)
def test_what_needs_a_database_makes_no_sense_without_one(
    tmp_path: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(*words, "--data", str(tmp_path / "province")) == 2
    assert "need --database" in capsys.readouterr().err
    assert not (tmp_path / "province").exists()


@pytest.mark.parametrize(
    "words, said",
    [
        (("--host", ".".join("0000")), "needs --tls-cert and --tls-key, or --behind-proxy"),
        (("--host", "192.0.2.7", "--chaos", "1"), "needs --tls-cert"),
        (("--tls-cert", "chain.pem"), "go together"),
        (("--tls-key", "key.pem", "--behind-proxy"), "go together"),
        (("--tls-cert", "chain.pem", "--tls-key", "key.pem", "--chaos", "1"), "--chaos knows no encryption"),
    ],
)
def test_nothing_is_served_beyond_this_machine_without_encryption(
    tmp_path: Path, words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(*words, "--data", str(tmp_path / "province")) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "province").exists()


@pytest.mark.parametrize(
    "words, error",
    [
        (("--host", "192.0.2.7", "--behind-proxy"), Code.PORT_TAKEN),  # allowed; but it is no address of this machine
        (("--host", "192.0.2.7", "--tls-cert", "none.pem", "--tls-key", "none.pem"), Code.TLS_FILES_INVALID),
    ],
)
def test_what_encrypts_is_taken_at_its_word_and_the_files_are_read_first(
    tmp_path: Path, words: tuple[str, ...], error: Code
) -> None:
    with pytest.raises(CounterError) as caught:
        _run(*words, "--data", str(tmp_path / "province"))
    assert caught.value.code is error


@pytest.mark.parametrize("number", ["0", "x", "65"])
def test_a_number_of_processes_that_cannot_be_is_refused(number: str) -> None:
    with pytest.raises(SystemExit) as caught:
        parse(["province", "--workers", number])
    assert caught.value.code == 2
