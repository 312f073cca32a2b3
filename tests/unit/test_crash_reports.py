"""Reports of bugs and sudden ends: where it happened, for whoever mends it, and nothing of whom."""

import logging
import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from counter_app import __version__
from counter_app.cli.checks import Finding
from counter_app.cli.crash_check import crash_check
from counter_app.crash_reports import (
    FOLDER,
    LARGEST,
    MOST,
    CrashReport,
    crash_reports,
    keep,
    number_of,
    together,
)
from counter_app.crash_watch import ended_suddenly, reporting, sudden_ends
from counter_app.errors import Code
from counter_app.log_lines import LogLine, log_thread_crashes
from ui.messages import message_for

NAME, IDENTITY = "Nguyễn Thị Bí Mật", "000199012345"
MORNING = datetime(2026, 11, 23, 1, 55, tzinfo=UTC)
log = logging.getLogger("counter_app.here")


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    """The program's own log."""
    path = tmp_path / "log" / "counter-app.log"
    path.parent.mkdir()
    handler = RotatingFileHandler(path, encoding="utf-8")
    handler.setFormatter(LogLine())
    root, level = logging.getLogger(), logging.getLogger().level
    others = [one for one in root.handlers if isinstance(one, RotatingFileHandler)]  # of a program played before
    for other in others:
        root.removeHandler(other)
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield path
    root.setLevel(level)
    root.removeHandler(handler)
    handler.close()
    for other in others:
        root.addHandler(other)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    made.mkdir()
    return made


def look_up(name: str, identity: str) -> None:
    """Fail as a query does, with everything about a citizen in the error, its cause and the frames."""
    row = {"name": name, "identity": identity}
    try:
        raise ValueError(f"cannot read {name}")
    except ValueError:
        with create_engine("sqlite://").connect() as connection:
            connection.execute(text("SELECT * FROM nobody WHERE name = :name AND identity = :identity"), row)


def failed() -> BaseException:
    try:
        look_up(NAME, IDENTITY)
    except Exception as error:
        return error
    raise AssertionError("it must fail")


def kept(folder: Path, number: str, at: datetime = MORNING, line: str = "x") -> None:
    report = CrashReport(number, "ValueError", False, at, at, 1, "")
    assert keep(folder, report, {"version": __version__}, {"error": [line]}) is not None


@pytest.mark.expects_log("event=crash")
def test_a_report_says_where_and_what_came_before_and_nothing_of_the_citizen(folder: Path, log_file: Path) -> None:
    error = failed()
    assert {NAME, IDENTITY} <= set(str(error).split("'")), "what may not be there would be found"
    with reporting(folder, "desk"):
        log.info("event=ticket_called label=%s", "A001")
        log.info("anything else %s", NAME)
        log.error("event=crash id=%s", number_of(error), exc_info=error)
    [report] = crash_reports(folder)
    assert (report.number, report.what, report.sudden) == (number_of(error), "OperationalError", False)
    assert f"id={report.number}" in log_file.read_text(encoding="utf-8")
    assert "unit/test_crash_reports.py" in report.text
    assert ":look_up" in report.text
    assert "[error 3 ValueError]" in report.text
    assert f"version: {__version__}" in report.text
    assert "command: desk" in report.text
    assert "thread: MainThread" in report.text
    assert "event=ticket_called label=A001" in report.text
    for secret in (NAME, IDENTITY, "anything else", "SELECT"):
        assert secret not in report.text


@pytest.mark.expects_log("event=thread_crashed")
def test_a_thread_that_ends_by_a_bug_leaves_a_report_with_its_name(folder: Path) -> None:
    before = threading.excepthook
    log_thread_crashes()
    try:
        with reporting(folder, "office"):
            thread = threading.Thread(target=look_up, args=(NAME, IDENTITY), name="store_0")
            thread.start()
            thread.join()
    finally:
        threading.excepthook = before
    [report] = crash_reports(folder)
    assert "thread: store_0" in report.text
    assert "[thread MainThread]" in report.text
    assert NAME not in report.text


@pytest.mark.expects_log("event=crash")
def test_without_a_data_folder_nothing_is_made(tmp_path: Path) -> None:
    with reporting(tmp_path / "none", "doctor"):
        log.error("event=crash", exc_info=failed())
    assert not (tmp_path / "none").exists()


@pytest.mark.expects_log("event=crash")
def test_a_bug_that_comes_each_second_is_one_report(folder: Path) -> None:
    with reporting(folder, "desk"):
        for _ in range(50):
            log.error("event=crash", exc_info=failed())
    [report] = crash_reports(folder)
    assert report.times == 1
    kept(folder, report.number, MORNING + timedelta(days=900))
    assert crash_reports(folder)[0].times == 2


def test_reports_are_few_small_and_their_owners_alone(folder: Path) -> None:
    for place in range(MOST + 5):
        kept(folder, f"{place:08x}", MORNING + timedelta(minutes=place))
        path = folder / FOLDER / f"{place:08x}.txt"
        os.utime(path, (place, place))
    kept(folder, "ffffffff", MORNING + timedelta(days=1), line="x" * (3 * LARGEST))
    reports = crash_reports(folder)
    assert len(reports) == MOST
    assert reports[0].number == "ffffffff"
    assert len(reports[0].text) <= LARGEST + 1
    assert reports[-1].number == f"{6:08x}", "the oldest went first"
    assert stat.S_IMODE((folder / FOLDER).stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in (folder / FOLDER).iterdir()} == {0o600}
    assert all(one.number in together(reports) for one in reports)


@pytest.mark.parametrize(
    "text", ["", "Quầy", "Quầy Một Cửa: báo cáo lỗi chương trình (không có dữ liệu của công dân)\nnumber: 1", "\0" * 99]
)
def test_what_is_no_report_is_left_out(folder: Path, text: str) -> None:
    kept(folder, "0a0a0a0a")
    (folder / FOLDER / "strange.txt").write_text(text, encoding="utf-8")
    assert [one.number for one in crash_reports(folder)] == ["0a0a0a0a"]


DIES = """
import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from counter_app.crash_watch import expect_sudden_end
from counter_app.log_lines import LogLine
expect_sudden_end(Path(sys.argv[1]), "desk")
handler = RotatingFileHandler(sys.argv[3], encoding="utf-8")
handler.setFormatter(LogLine())
logging.basicConfig(level=logging.INFO, handlers=[handler])
logging.info("event=served_last label=A001")
def serve(name):
    print("ready", flush=True)
    sys.stdin.read()
serve(sys.argv[2])
"""


def program(folder: Path, log_file: Path) -> subprocess.Popen[bytes]:
    """A program with a citizen's name in its frames, which waits."""
    words = [sys.executable, "-c", DIES, str(folder), NAME, str(log_file)]
    made = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert made.stdout is not None
    assert made.stdout.readline() == b"ready\n"
    return made


def end(process: subprocess.Popen[bytes], by: signal.Signals) -> None:
    process.send_signal(by)
    process.communicate(timeout=60)
    assert process.returncode == -by


@pytest.mark.expects_log("event=ended_suddenly")
def test_a_program_that_dies_leaves_what_the_next_start_reports(folder: Path, log_file: Path) -> None:
    lives, dies = program(folder, log_file), program(folder, log_file)
    end(dies, signal.SIGSEGV)
    assert ended_suddenly(folder) is not None
    assert [one.code for one in crash_check(folder)] == [Code.PROGRAM_ENDED]
    [report] = sudden_ends(folder)
    assert (report.what, report.sudden, report.times) == ("Segmentation fault", True, 1)
    assert "event=served_last label=A001" in report.text
    assert "<string>:16:<module>" in report.text
    assert ":serve" in report.text
    assert "command: desk" in report.text
    assert NAME not in report.text
    assert str(folder) not in report.text
    assert [one.number for one in crash_reports(folder)] == [report.number]
    assert ended_suddenly(folder) is None
    assert sudden_ends(folder) == (), "the one that still runs left nothing"
    end(lives, signal.SIGABRT)
    assert [one.what for one in sudden_ends(folder)] == ["Aborted"]
    assert list((folder / FOLDER).glob("running-*")) == []


def test_a_program_that_was_killed_is_no_bug_of_its_own(folder: Path, log_file: Path) -> None:
    end(program(folder, log_file), signal.SIGKILL)
    assert ended_suddenly(folder) is None
    assert sudden_ends(folder) == ()
    assert list((folder / FOLDER).iterdir()) == []


def test_the_doctor_tells_of_a_recent_report_and_not_of_an_old_one(folder: Path) -> None:
    now = datetime.now(UTC)
    kept(folder, "0b0b0b0b", now - timedelta(days=15))
    assert list(crash_check(folder)) == []
    kept(folder, "0c0c0c0c", now)
    [check] = crash_check(folder)
    assert (check.finding, check.code) == (Finding.NOTE, Code.PROGRAM_CRASHED)
    told = message_for(Code.PROGRAM_CRASHED, check.params)
    assert "mã 0c0c0c0c" in told.title
    assert str(folder / FOLDER) in told.next_step
