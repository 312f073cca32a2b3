"""``counter-app officers``: the console of the machine, with the program closed; a secret is never among the words."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from counter_app.cli import officers
from counter_app.cli.arguments import parse
from counter_app.errors import Code, CounterError
from tests.support.office import open_office

GOOD, BETTER = "ca-phe-sua-7", "mua-roi-nhe-9"
Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """A command on the closed office; ``typed`` comes by the standard input."""
    open_office(tmp_path).close()

    def command(*words: str, typed: str = "") -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        assert officers.run(parse(["officers", *words, "--data", str(tmp_path)])) == 0
        return capsys.readouterr().out

    return command


def test_an_officer_who_is_added_signs_in_once_and_then_chooses_a_secret(run: Run, tmp_path: Path) -> None:
    words = ("--name", "Trần Văn Mới", "--title", "Công chức", "--duty", "administration", "--password-stdin")
    said = run("add", *words, typed=f"{GOOD}\n")
    officer = said.split()[2].rstrip(":")
    assert GOOD not in said
    with open_office(tmp_path) as office:
        result = office.services.sign_ins.sign_in(officer, GOOD)
        assert result.officer.name == "Trần Văn Mới"
        assert result.first is not None


def test_a_reset_gives_a_secret_for_one_sign_in(run: Run, tmp_path: Path) -> None:
    run("reset", "son", "--password-stdin", typed=BETTER)
    with open_office(tmp_path) as office:
        assert office.services.sign_ins.sign_in("son", BETTER).officer.temporary


def test_a_disabled_account_is_listed_so_and_may_be_enabled_again(run: Run) -> None:
    run("disable", "ha", "--reason", "nghỉ việc")
    assert "đã khóa" in next(line for line in run("list").splitlines() if line.startswith("ha "))
    run("enable", "ha")
    told = [json.loads(line) for line in run("list", "--json").splitlines()]
    assert {one["id"]: one["disabled"] for one in told} == dict.fromkeys(("ha", "minh", "lan", "son"), False)


@pytest.mark.parametrize("act", [("add", "--name", "Trần Văn Mới"), ("reset", "ha")])
def test_the_rule_holds_at_the_console_too(run: Run, act: tuple[str, ...]) -> None:
    with pytest.raises(CounterError, match=Code.PIN_WEAK.value):
        run(*act, "--password-stdin", typed="12345678\n")


def test_typed_at_the_terminal_it_is_asked_for_twice(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter((GOOD, BETTER))
    monkeypatch.setattr("getpass.getpass", lambda _: next(answers))
    with pytest.raises(CounterError, match=Code.PINS_DIFFER.value):
        run("reset", "ha")


def test_while_the_program_is_open_nothing_is_changed(run: Run, tmp_path: Path) -> None:
    with open_office(tmp_path), pytest.raises(CounterError, match=Code.DATA_IN_USE.value):
        run("disable", "ha", "--reason", "nghỉ việc")


def test_a_folder_that_is_no_station_is_not_made_into_one(tmp_path: Path) -> None:
    with pytest.raises(CounterError, match=Code.NOT_SET_UP.value):
        officers.run(parse(["officers", "list", "--data", str(tmp_path / "none")]))
    assert not (tmp_path / "none").exists()


def test_no_word_of_the_command_is_a_secret() -> None:
    with pytest.raises(SystemExit):
        parse(["officers", "reset", "ha", "--password", GOOD])
