"""``counter-app catalogue`` through the real command: what it imports, repairs, refuses and finds."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from counter_app.services.catalogue_file import encode_catalogue
from tests.support.office import open_office

NOISY = Path(__file__).parent.parent / "support" / "noisy_procedures.json"
SINGLE = "1.004873"


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "counter_app", "catalogue", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture
def station(tmp_path: Path) -> Path:
    folder = tmp_path / "station"
    open_office(folder).close()
    return folder


def test_a_crawl_is_reported_line_by_line_and_imported_when_one_says_so(station: Path, tmp_path: Path) -> None:
    crawl = shutil.copy(NOISY, tmp_path / "crawl.json")
    held = run("import", crawl, "--data", station)
    assert held.returncode == 1
    assert "imported=0" in held.stdout
    assert "--partial" in held.stderr
    done = run("import", crawl, "--data", station, "--partial")
    assert done.returncode == 0
    assert f"{SINGLE} repaired name-prefix" in done.stdout
    refused = done.stderr.splitlines()
    assert len(refused) == 5
    assert all(line.startswith("counter-app: item ") for line in refused)
    assert any("2.001428: skipped not-a-procedure" in line for line in refused)
    assert any("line 352: 5 ma_tthc: refused type" in line for line in refused)
    again = run("import", crawl, "--data", station, "--partial")
    assert "imported=0" in again.stdout


def test_the_shipped_catalogue_goes_out_and_in_unchanged(station: Path, tmp_path: Path) -> None:
    out = tmp_path / "catalogue.json"
    assert run("export", "--out", out, "--data", station).returncode == 0
    done = run("import", out, "--data", station, "--json")
    told = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert told["read"] == told["unchanged"] == 348
    assert told["refused"] == told["added"] == told["changed"] == []


def test_a_hostile_file_is_refused_line_by_line_with_nothing_imported(station: Path, tmp_path: Path) -> None:
    with open_office(station) as office:
        good = json.loads(encode_catalogue([office.services.catalogue.procedure(SINGLE)]))[0]
        entries = office.journal.last_seq
    new = {**good, "code": "9.000001", "name": "Thủ tục mới"}
    records = [
        new,
        {**new, "name": "Lặp lại"},
        {**good, "name": ["sai kiểu"]},
        {**good, "name": "x" * 10_000_000},
        {**good, "name": "<h1>Cấp giấy</h1>"},
        7,
    ]
    lines = ",\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    hostile = tmp_path / "hostile.json"
    hostile.write_text(f'[\n{lines},\n{"[" * 5000 + "]" * 5000},\n{{"code": NaN}}\n]\n', encoding="utf-8")
    done = run("import", hostile, "--data", station, "--json")
    told = json.loads(done.stdout)
    assert done.returncode == 1
    assert told["imported"] == 0
    assert [(item["number"], item["line"], item["reason"]) for item in told["refused"]] == [
        (2, 3, "repeated"),
        (3, 4, "type"),
        (4, 5, "too-large"),
        (5, 6, "markup"),
        (6, 7, "type"),
        (7, 8, "too-deep"),
        (8, 9, "not-json"),
    ]
    assert "Traceback" not in done.stderr
    with open_office(station) as office:
        assert office.journal.last_seq == entries
    assert json.loads(run("import", hostile, "--data", station, "--json", "--partial").stdout)["added"] == ["9.000001"]


@pytest.mark.parametrize("content", [b"", b"not json", b'{"a": 1}', b"\xff\xfe[\x00"])
def test_a_file_that_is_no_catalogue_is_one_line_and_exit_1(station: Path, tmp_path: Path, content: bytes) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_bytes(content)
    done = run("import", wrong, "--data", station)
    assert done.returncode == 1
    assert done.stderr.startswith("counter-app: ")
    assert done.stderr.count("\n") == 1


def test_a_file_of_200_megabytes_is_refused_with_its_size(station: Path, tmp_path: Path) -> None:
    huge = tmp_path / "huge.json"
    with huge.open("wb") as file:
        file.truncate(200 << 20)
    done = run("import", huge, "--data", station)
    assert done.returncode == 1
    assert "200 MB" in done.stderr


def test_words_find_a_procedure_without_a_station(tmp_path: Path) -> None:
    for words in (("làm giấy khai sinh",), ("lam", "giay", "khai", "sinh")):
        done = run("search", *words, "--data", tmp_path / "none")
        assert done.returncode == 0
        assert done.stdout.startswith("1.001193 ")
    assert not (tmp_path / "none").exists()
    nothing = run("search", "xyzzy", "--data", tmp_path / "none", "--json")
    assert (nothing.returncode, nothing.stdout) == (1, "[]\n")


def test_a_station_is_needed_to_import(tmp_path: Path) -> None:
    done = run("import", NOISY, "--data", tmp_path / "none")
    assert done.returncode == 1
    assert done.stderr.startswith("counter-app: ")


def test_a_folder_in_use_is_said_so(station: Path) -> None:
    with open_office(station):
        done = run("import", NOISY, "--data", station)
    assert done.returncode == 1
    assert str(station) in done.stderr


@pytest.mark.parametrize("words", [(), ("import",), ("export",), ("search",), ("burn",)])
def test_words_that_make_no_sense_are_one_line_and_exit_2(words: tuple[str, ...]) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
