"""The command line, as others rely on it: one clear line, the right exit code, no traceback."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from counter_app.store.database import open_database
from tests.support.office import open_office

COMMANDS = ("demo", "desk", "kiosk", "board", "rating", "province", "verify", "screens")


def run(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "counter_app", *map(str, words)]
    whole = {**os.environ, **environment}
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=whole)


def one_line(text: str) -> bool:
    return text.startswith("counter-app") and text.count("\n") == 1 and "Traceback" not in text


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_each_command_explains_itself_without_a_display(command: str) -> None:
    done = run(*command.split(), "--help", DISPLAY="", QT_QPA_PLATFORM="")
    assert (done.returncode, done.stderr) == (0, "")
    assert "usage: counter-app" in done.stdout


def test_the_version_is_told() -> None:
    assert run("--version").stdout.startswith("counter-app 0.")


@pytest.mark.parametrize(
    "words", [("nonsense",), ("province", "--port", "70000"), ("screens",), ("demo", "--seed", "x")]
)
def test_a_command_that_makes_no_sense_is_one_line_and_exit_2(words: tuple[str, ...]) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert one_line(done.stderr)


def test_verify_tells_counts_and_exit_0(tmp_path: Path) -> None:
    open_office(tmp_path).close()
    done = run("verify", "--data", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "entries=" in done.stdout


def test_verify_names_the_entry_whose_byte_was_changed_by_hand(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        station = office.journal.key.station
    key = json.loads((tmp_path / "station.key").read_text())["key"]
    raw = sqlcipher.connect(str(tmp_path / "counter.db"))
    raw.execute(f"PRAGMA key=\"x'{key}'\"")
    raw.execute("UPDATE journal SET data = replace(data, 'An', 'Am') WHERE kind = 'office.registered'")
    seq = raw.execute("SELECT seq FROM journal WHERE kind = 'office.registered'").fetchone()[0]
    raw.commit()
    raw.close()
    done = run("verify", "--data", tmp_path)
    assert done.returncode == 1
    assert f"{station}/{seq}" in done.stderr
    assert "Traceback" not in done.stderr


def test_verify_where_there_is_no_data_says_so(tmp_path: Path) -> None:
    done = run("verify", "--data", tmp_path / "nothing")
    assert done.returncode == 1
    assert one_line(done.stderr)


def test_a_second_program_on_the_same_data_is_told_in_one_line(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    done = run("verify", "--data", tmp_path)
    database.close()
    assert done.returncode == 1
    assert one_line(done.stderr)
    assert str(tmp_path) in done.stderr


def test_the_province_makes_a_code_for_a_new_station(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "counter_app",
        "province",
        "--data",
        str(tmp_path),
        "--port",
        "0",
        "--admit",
        "an-phuc",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = process.stdout.readline()
        process.terminate()
    assert re.fullmatch(r"an-phuc [A-Z2-7]{4}(-[A-Z2-7]{4}){2}\n", told)


def test_a_port_that_is_taken_is_told_in_one_line(tmp_path: Path) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("province", "--data", tmp_path, "--port", str(port))
    assert done.returncode == 1
    assert str(port) in done.stderr


def test_a_folder_that_cannot_be_written_is_told_in_one_line(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    done = run("demo", "--play", "--dir", blocked / "day")
    assert done.returncode == 1
    assert one_line(done.stderr)
