"""Backups by themselves and by the command line: when they are due, what is told of them, beside the program."""

import io
import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from counter_app.cli.backup_age import backup_check
from counter_app.cli.checks import Finding
from counter_app.cli.run import main
from counter_app.domain.backup_plan import BackupPlan
from counter_app.errors import Code
from counter_app.services.backups import Standing
from tests.support.backups import LEADER, WORDS, code_of, newest, prepared, receive
from tests.support.office import OpenOffice, open_office
from tests.support.waiting import until_true


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    shutil.copytree(prepared() / "stick", tmp_path / "stick")
    return tmp_path / "stick"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    shutil.copytree(prepared() / "data", tmp_path / "data")
    with open_office(tmp_path / "data") as opened:
        yield opened


# by itself


def test_backups_are_made_when_they_are_due_and_not_when_nothing_was_written(office: OpenOffice, stick: Path) -> None:
    backups = office.services.backups
    backups.follow(BackupPlan(str(stick), every_hours=4, keep=5))
    assert backups.look() is not None
    assert backups.look() is None
    office.clock.move(timedelta(hours=5))
    assert backups.look() is None  # nothing new
    receive(office)
    assert backups.look() is None  # not due
    office.clock.move(timedelta(hours=4))
    made = backups.look()
    assert made is not None
    seen = backups.overview()
    assert (seen.standing, seen.kept[0], seen.worded, seen.escrowed) == (Standing.FINE, Path(made.path), True, False)


def test_an_absent_stick_is_said_once_and_used_as_soon_as_it_is_there(office: OpenOffice, stick: Path) -> None:
    backups, away = office.services.backups, stick.with_name("away")
    backups.follow(BackupPlan(str(stick)))
    stick.rename(away)
    for _ in range(3):
        assert backups.look() is None
    seen = backups.overview()
    assert seen.standing is Standing.FAILED
    assert seen.state.failure is not None
    assert seen.state.failure.code is Code.BACKUP_PLACE_ABSENT
    away.rename(stick)
    assert backups.look() is not None
    assert backups.overview().standing is Standing.FINE


def test_a_day_of_work_without_a_backup_is_overdue_and_a_holiday_is_not(office: OpenOffice, stick: Path) -> None:
    backups = office.services.backups
    backups.follow(BackupPlan(str(stick)))
    backups.make(LEADER)
    office.clock.move(timedelta(days=3))
    assert not backups.overview().overdue
    receive(office)
    assert backups.overview().standing is Standing.OLD
    backups.make(LEADER)
    assert backups.overview().standing is Standing.FINE


def test_the_thread_makes_one_at_its_start_and_ends_with_close(office: OpenOffice, stick: Path) -> None:
    backups = office.services.backups
    before = newest(stick)
    receive(office)
    backups.follow(BackupPlan(str(stick)))
    backups.start()
    try:
        until_true(lambda: backups.overview().state.last is not None)
    finally:
        backups.close()
    assert newest(stick) != before


# the command line


def test_the_command_line_backs_up_beside_the_program_and_restores(
    office: OpenOffice, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "usb").mkdir()
    data = str(office.journal.database.folder)
    monkeypatch.setattr("sys.stdin", io.StringIO("mot cum tu moi that dai\n"))
    assert main(["backup", "--to", str(tmp_path / "usb"), "--data", data, "--passphrase-stdin", "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    receive(office)  # the program went on
    monkeypatch.setattr("sys.stdin", io.StringIO(WORDS))
    new = str(tmp_path / "new")
    assert main(["restore", "--from", made["path"], "--data", new, "--passphrase-stdin"]) == 1
    assert "Cụm từ khôi phục" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin", io.StringIO("Một cụm từ mới thật dài\n"))
    assert main(["restore", "--from", made["path"], "--data", new, "--passphrase-stdin", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["entries"], told["contents_lacking"]) == (made["entries"], 0)
    assert main(["verify", "--data", new]) == 0


def test_the_doctor_says_how_old_the_last_backup_is_and_what_keeps_the_next_one_away(
    office: OpenOffice, stick: Path
) -> None:
    folder, plan = office.journal.database.folder, BackupPlan(str(stick))

    def said(plan: BackupPlan = plan) -> tuple[Finding, Code | None]:
        return next((one.finding, one.code) for one in backup_check(folder, plan))

    assert backup_check(stick, plan) == ()
    assert said(BackupPlan()) == (Finding.NOTE, Code.BACKUP_PLACE_UNSET)
    assert said() == (Finding.NOTE, Code.BACKUP_OLD)
    office.clock.set(datetime.now(UTC))
    backups = office.services.backups
    backups.follow(plan)
    backups.make(LEADER)
    assert said() == (Finding.OK, None)
    office.clock.move(-timedelta(days=8))
    backups.make(LEADER)
    assert said() == (Finding.FAULT, Code.BACKUP_OLD)
    stick.rename(stick.with_name("away"))
    assert code_of(lambda: backups.make(LEADER)) is Code.BACKUP_PLACE_ABSENT
    assert said() == (Finding.FAULT, Code.BACKUP_PLACE_ABSENT)
