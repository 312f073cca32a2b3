"""What ``counter-app doctor`` says of the program's own bugs and sudden ends; reads small files alone."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from counter_app.cli.checks import Check, Finding
from counter_app.clocks import VIETNAM
from counter_app.crash_reports import FOLDER, crash_reports
from counter_app.crash_watch import ended_suddenly
from counter_app.errors import Code

_RECENT = timedelta(days=14)


def crash_check(folder: Path) -> Iterator[Check]:
    """Tell of the newest report of the last two weeks, and of an end that the next start will report."""
    ended = ended_suddenly(folder)
    if ended is not None:
        yield Check("crashes", Finding.NOTE, Code.PROGRAM_ENDED, {"at": _local(ended)})
    recent = [one for one in crash_reports(folder) if datetime.now(UTC) - one.at < _RECENT]
    if recent:
        params = {"number": recent[0].number, "at": _local(recent[0].at), "path": folder / FOLDER}
        yield Check("crashes", Finding.NOTE, Code.PROGRAM_CRASHED, params, str(len(recent)))


def _local(at: datetime) -> str:
    return f"{at.astimezone(VIETNAM):%H:%M %d/%m/%Y}"
