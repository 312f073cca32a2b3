"""A bug at the screen: what is kept of it says where, and nothing of whom."""

import io
import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from counter_app.crash_reports import crash_reports
from counter_app.crash_watch import reporting
from counter_app.errors import Code, CounterError
from counter_app.log_lines import LogLine
from tests.support.waiting import WAIT_MS
from ui.shell.crash import CrashNotice
from ui.tasks import Tasks

NAME = "Nguyễn Thị Bí Mật"


@pytest.fixture
def log_file() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(LogLine())
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)


def test_the_next_start_says_that_the_program_ended_suddenly_and_by_what_number(look: QApplication) -> None:
    notice = CrashNotice()
    try:
        notice.quiet = True
        notice.tell_ended("3fa8c1d2")
        assert boxes(look) == [], "nobody in the hall may close it"
        notice.quiet = False
        notice.tell_ended("3fa8c1d2")
        [box] = boxes(look)
        assert "đóng đột ngột" in box.text()
        assert "mã 3fa8c1d2" in box.informativeText()
        assert not box.isModal()
    finally:
        notice.close()


def boxes(app: QApplication) -> list[QMessageBox]:
    """What is said in windows of their own."""
    return [one for one in app.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()]


def read_draft(name: str) -> None:
    """Fail, with a citizen's name in the words of the error."""
    try:
        raise ValueError(f"cannot read {name}")
    except ValueError as error:
        raise CounterError(Code.FILE_REFUSED, name=name) from error


@pytest.mark.expects_log("event=crash")
def test_a_bug_in_a_slot_and_one_in_a_worker_leave_a_report_under_the_number_that_is_told(
    qtbot: QtBot, look: QApplication, tmp_path: Path
) -> None:
    owner, told = QObject(), list[str]()
    tasks, notice = Tasks(), CrashNotice()
    tasks.crashed.connect(told.append)
    try:
        with reporting(tmp_path, "desk"):
            tasks.run(lambda: read_list(NAME), owner=owner)
            qtbot.waitUntil(lambda: bool(told), timeout=WAIT_MS)
            with pytest.raises(LookupError) as caught:
                read_list(NAME)
            sys.excepthook(caught.type, caught.value, caught.tb)
            [box] = boxes(look)
    finally:
        tasks.close()
        notice.close()
    found = {one.number: one.text for one in crash_reports(tmp_path)}
    assert len(found) == 2
    assert "thread: store_0" in found[told[0]]
    [of_slot] = [number for number in found if number != told[0]]
    assert f"mã {of_slot}" in box.informativeText()
    assert "thread: MainThread" in found[of_slot]
    assert all("LookupError" in text and NAME not in text for text in found.values())


def read_list(name: str) -> None:
    """Fail as a bug does, with a citizen's name in the words and in the frame."""
    raise LookupError(f"no row of {name}")


@pytest.mark.expects_log("event=crash")
def test_a_crash_leaves_type_code_and_frames_and_no_name(look: QApplication, log_file: io.StringIO) -> None:
    with pytest.raises(CounterError, match=NAME) as caught:
        read_draft(NAME)
    notice = CrashNotice()
    notice.quiet = True
    sys.excepthook(caught.type, caught.value, caught.tb)
    notice.close()
    told = log_file.getvalue()
    assert "event=crash id=" in told
    assert "CounterError file-refused [ui/test_crash_report.py:" in told
    assert ":read_draft] caused by ValueError" in told
    assert NAME not in told
