"""``counter-app dossiers export`` through the real command: filters, both formats, what makes no sense."""

import csv
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from counter_app.domain import dossier_facts as facts
from tests.support.dossier_entries import RECEIVED
from tests.support.office import OpenOffice, open_office


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "counter_app", "dossiers", "export", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def record(office: OpenOffice, number: int, **changed: object) -> None:
    code = f"H99.17-261123-{number:06d}"
    with office.journal.transaction() as transaction:
        fact = replace(RECEIVED, code=code, **changed)  # type: ignore[arg-type]
        transaction.append(f"dossier/d{number}", fact, "officer/ha")


@pytest.fixture
def station(tmp_path: Path) -> Path:
    folder = tmp_path / "station"
    with open_office(folder) as office:
        record(office, 1)
        record(office, 2, field="Đất đai", officer="minh", procedure="1.012222", procedure_name="Xác nhận đất")
        record(office, 3, applicant=replace(RECEIVED.applicant, name='=HYPERLINK("x")'))
        with office.journal.transaction() as transaction:
            transaction.append("dossier/d3", facts.HandedOver(0, "ha", "minh", "Địa chính"), "officer/ha")
    return folder


def codes(path: Path) -> list[str]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return sorted(row["Mã hồ sơ"][-1] for row in csv.DictReader(file))
    rows = list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))
    return sorted(str(row[0])[-1] for row in rows[1:])


@pytest.mark.parametrize(
    "filters, expected",
    [
        ((), ["1", "2", "3"]),
        (("--field", "Đất đai"), ["2"]),
        (("--officer", "minh"), ["2"]),
        (("--procedure", "1.012222"), ["2"]),
        (("--text", "tran thi hoa"), ["1", "2"]),
        (("--state", "processing"), ["3"]),
        (("--state", "processing", "--state", "received"), ["1", "2", "3"]),
        (("--from", "2026-11-24"), []),
        (("--from", "2026-11-23", "--to", "2026-11-23"), ["1", "2", "3"]),
        (("--channel", "online"), []),
    ],
)
def test_a_list_holds_what_its_filters_ask_for(
    station: Path, tmp_path: Path, filters: tuple[str, ...], expected: list[str]
) -> None:
    out = tmp_path / "out" / "list.xlsx"
    done = run("--out", out, "--data", station, *filters)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"dossiers={len(expected)} file={out}\n"
    assert codes(out) == expected


def test_csv_is_written_where_the_name_says_so(station: Path, tmp_path: Path) -> None:
    out = tmp_path / "list.CSV"
    assert run("--out", out, "--data", station).returncode == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert '"\'=HYPERLINK(""x"")"' in out.read_text("utf-8-sig")


@pytest.mark.parametrize(
    "words, told",
    [
        (("--out", "list.pdf"), "neither .xlsx nor .csv"),
        (("--out", "a.csv", "--from", "24/11/2026"), "is not a day like"),
        (("--out", "a.csv", "--state", "lost"), "invalid choice"),
        ((), "--out"),
    ],
)
def test_a_command_that_makes_no_sense_is_said_in_one_line(words: tuple[str, ...], told: str) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_days_the_wrong_way_round_write_nothing(station: Path, tmp_path: Path) -> None:
    done = run("--out", tmp_path / "a.xlsx", "--data", station, "--from", "2026-11-24", "--to", "2026-11-23")
    assert done.returncode == 1
    assert "24/11/2026" in done.stderr
    assert not (tmp_path / "a.xlsx").exists()


def test_a_folder_without_a_station_is_said(tmp_path: Path) -> None:
    done = run("--out", tmp_path / "a.xlsx", "--data", tmp_path / "nothing")
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1


def test_a_station_that_is_open_is_not_disturbed(station: Path, tmp_path: Path) -> None:
    with open_office(station):
        done = run("--out", tmp_path / "a.xlsx", "--data", station)
    assert done.returncode == 1
    assert "Chương trình đang mở" in done.stderr


def test_a_place_that_cannot_be_written_is_named(station: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("--out", tmp_path / "file" / "a.xlsx", "--data", station)
    assert done.returncode == 1
    assert "Không ghi được tệp" in done.stderr
