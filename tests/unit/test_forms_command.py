"""`counter-app forms --sample`: files that an office looks at."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from counter_app.cli import forms as forms_command
from counter_app.cli.run import main
from counter_app.documents.samples import register, samples

SAMPLES = samples()


def test_the_command_writes_every_form_and_both_registers_as_tables(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["forms", "--sample", "--out", str(tmp_path / "new" / "folder")]) == 0
    told = capsys.readouterr().out.split()
    tables = ["07-so-theo-doi.xlsx", "2018-06-so-theo-doi.xlsx"]
    assert sorted(told) == sorted([*(f"{name}.pdf" for name in SAMPLES), *tables])
    assert sorted(path.name for path in (tmp_path / "new" / "folder").iterdir()) == sorted(told)
    sheet = load_workbook(tmp_path / "new" / "folder" / tables[0]).active
    assert sheet is not None
    assert sheet.max_row == 2 + len(register().rows)
    assert [cell.value for cell in sheet[3]][:4] == [1, "H99.17-261102-0001", "Đăng ký khai sinh", "Phạm Văn Nam"]


def test_a_table_cell_that_begins_like_a_formula_is_only_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    starts = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1")
    rows = tuple(replace(register(1).rows[0], applicant=start) for start in starts)
    monkeypatch.setattr(forms_command, "samples", lambda: {"so": replace(register(1), rows=rows)})
    assert main(["forms", "--sample", "--out", str(tmp_path)]) == 0
    sheet = load_workbook(tmp_path / "so.xlsx").active
    assert sheet is not None
    for row, start in enumerate(starts, 3):
        cell = sheet.cell(row, 4)
        assert (cell.data_type, cell.quotePrefix, cell.value) == ("s", True, start.strip())


def test_the_command_loads_no_screen(tmp_path: Path) -> None:
    program = (
        "import sys; from counter_app.cli.run import main;"
        f"main(['forms', '--sample', '--out', {str(tmp_path)!r}]); assert 'PySide6' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)


def test_a_folder_that_cannot_be_written_is_said_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert main(["forms", "--sample", "--out", str(tmp_path / "file")]) == 1
    assert capsys.readouterr().err.count("\n") == 1
