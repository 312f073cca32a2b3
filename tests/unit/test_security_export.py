"""The security record as a file: whole, in order, and harmless in a spreadsheet."""

import csv
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from counter_app.cli.run import main
from counter_app.errors import Code, CounterError
from counter_app.services.security_export import RecordFormat, write_record
from counter_app.services.security_log import SecurityKind
from counter_app.services.tables import Watch
from counter_app.store.security_events import EventFilter
from tests.support.office import OpenOffice, open_office

ALL = EventFilter()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    with open_office(tmp_path / "data") as office:
        security = office.services.security
        security.note(SecurityKind.SIGN_IN_FAILED, officer="ha", failed=3)
        office.clock.move(timedelta(days=1))
        security.note(SecurityKind.INPUT_REFUSED, subject="=1+1", what="@SUM(A1)")
        yield office


def cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_a_spreadsheet_shows_who_did_what_and_computes_nothing(office: OpenOffice, tmp_path: Path) -> None:
    path = tmp_path / "record.txt"
    assert write_record(office.journal, path, RecordFormat.CSV, ALL) == 2
    _, first, second = cells(path)
    assert first[:9] == ["1", "23/11/2026", "08:55:00", "5", "sign-in-failed", "Lê Thị Thu Hà", "ha", "", "failed: 3"]
    assert len(first[9]) == 64
    assert second[7:9] == ["'=1+1", "what: @SUM(A1)"]


def test_no_cell_begins_like_a_formula(office: OpenOffice, tmp_path: Path) -> None:
    for sign in "=+-@\t":
        office.services.security.note(SecurityKind.INPUT_REFUSED, officer=f"{sign}cmd", subject=f"{sign}x")
    path = tmp_path / "record.csv"
    write_record(office.journal, path, RecordFormat.CSV, ALL)
    assert not [cell for row in cells(path) for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]


def test_a_programs_lines_have_every_field(office: OpenOffice, tmp_path: Path) -> None:
    path = tmp_path / "record.jsonl"
    assert write_record(office.journal, path, RecordFormat.JSONL, EventFilter(officer="ha")) == 1
    (line,) = [json.loads(text) for text in path.read_text(encoding="utf-8").splitlines()]
    newest = office.services.security.page(EventFilter(officer="ha"), most=1)[0]
    assert line == {
        "station": office.journal.key.station,
        "id": 1,
        "at": "2026-11-23T01:55:00Z",
        "kind": "sign-in-failed",
        "severity": 5,
        "officer": "ha",
        "subject": "",
        "detail": {"failed": 3},
        "chain": newest.chain,
    }


def test_a_file_given_up_is_not_there(office: OpenOffice, tmp_path: Path) -> None:
    path = tmp_path / "record.csv"
    with pytest.raises(CounterError) as given_up:
        write_record(office.journal, path, RecordFormat.CSV, ALL, Watch(cancelled=lambda: True))
    assert given_up.value.code is Code.EXPORT_CANCELLED
    assert not path.exists()


def test_the_command_writes_the_days_asked_for_beside_the_open_program(
    office: OpenOffice, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, data = tmp_path / "record.cef", str(tmp_path / "data")
    words = ["audit", "export", "--data", data, "--to", str(path), "--format", "cef", "--from", "2026-11-24"]
    assert main(words) == 0
    assert capsys.readouterr().out == f"events=1 file={path}\n"
    (line,) = path.read_text(encoding="utf-8").splitlines()
    assert line.startswith("CEF:0|Quay Mot Cua|counter-app|")
    assert "cs1=\\=1+1 msg=what:@SUM(A1)" in line


def test_the_command_refuses_days_the_wrong_way_round(
    office: OpenOffice, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    days = ["--from", "2026-11-24", "--until", "2026-11-23"]
    assert main(["audit", "export", "--data", str(tmp_path / "data"), "--to", str(tmp_path / "x"), *days]) == 1
    assert "24/11/2026" in capsys.readouterr().err
