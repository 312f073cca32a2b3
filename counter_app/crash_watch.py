"""Sees to it that a bug, and a sudden end of the program, leaves a report (``counter_app.crash_reports``).

A bug is a record of the log of level ERROR with an exception: the screens', the workers' and the threads' bugs all
come that way. A sudden end (a signal such as SIGSEGV) is written down by Python's faulthandler, which needs an open
file beforehand; the next start makes a report of it.
"""

import faulthandler
import logging
import os
import re
import secrets
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from time import monotonic
from traceback import walk_stack
from typing import IO

from counter_app.crash_reports import FOLDER, LARGEST, CrashReport, digest, keep, log_before, number_of, surroundings
from counter_app.log_lines import error_parts, places_of, short_name

log = logging.getLogger(__name__)

_AGAIN_S = 60.0
"""The same bug is written anew so often at most: one in a timer comes every second."""
_RUNNING = "running-*.part"
_END_OF_HEAD = "---"
_FATAL = re.compile(r"^(?:Fatal Python error|Windows fatal exception): ([A-Za-z][A-Za-z ()]{2,60})$")
_FRAME = re.compile(r'^  File "(.+)", line (\d+) in ([\w<>.]+)$')


class CrashHandler(logging.Handler):
    """Writes a report of each bug that is logged; where the data folder is not there, nothing."""

    def __init__(self, folder: Path, command: str) -> None:
        super().__init__(logging.ERROR)
        self._folder, self._command = folder, command
        self._seen: dict[str, tuple[float, int]] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Write the report; called by logging, one at a time."""
        error = record.exc_info[1] if record.exc_info else None
        if error is None or not self._folder.is_dir():
            return
        try:
            self._keep(error, datetime.fromtimestamp(record.created, UTC), record.threadName or "")
        except Exception:
            self.handleError(record)

    def _keep(self, error: BaseException, at: datetime, thread: str) -> None:
        number = number_of(error)
        written, times = self._seen.get(number, (-_AGAIN_S, 0))
        if monotonic() - written < _AGAIN_S:
            self._seen[number] = (written, times + 1)
            return
        self._seen[number] = (monotonic(), 0)
        about = {"command": self._command, "thread": thread, **surroundings()}
        told = list(error_parts(error))
        parts = {f"error {place} {name}": places for place, (name, places) in enumerate(told, 1)}
        parts["log"] = log_before(_log_file(), os.getpid())
        parts.update(_other_threads())
        keep(self._folder, CrashReport(number, told[0][0], False, at, at, times + 1, ""), about, parts)


def _other_threads() -> dict[str, list[str]]:
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    return {
        f"thread {names.get(ident, ident)}": list(reversed(places_of(walk_stack(frame))))
        for ident, frame in sys._current_frames().items()
        if ident != threading.get_ident()
    }


def _log_file() -> Path | None:
    handlers = logging.getLogger().handlers
    return next((Path(one.baseFilename) for one in handlers if isinstance(one, RotatingFileHandler)), None)


@contextmanager
def reporting(folder: Path | None, command: str) -> Iterator[None]:
    """Leave a report of each bug of the block in the data folder; without one only the log tells of them."""
    if folder is None:
        yield
        return
    handler = CrashHandler(folder, command)
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()


@dataclass(slots=True)
class _Watch:
    path: Path
    file: IO[str]


_watch: _Watch | None = None


def expect_sudden_end(folder: Path, command: str) -> tuple[CrashReport, ...]:
    """Be ready for a sudden end of this program, until ``ends_cleanly``; return reports of such ends before.

    Where the folder is not there, or cannot be written to, nothing is expected.
    """
    global _watch
    ends_cleanly()
    place = folder / FOLDER
    try:
        if not folder.is_dir():
            return ()
        place.mkdir(mode=0o700, exist_ok=True)
        found = sudden_ends(folder)
        path = place / f"running-{secrets.token_hex(4)}.part"
        file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8")
    except OSError:
        return ()
    about = {"command": command, **surroundings(), "process": str(os.getpid()), "since": _log_time()}
    file.write("".join(f"{name}: {value}\n" for name, value in about.items()) + f"{_END_OF_HEAD}\n")
    file.flush()
    _hold(file)
    # The dying thread alone: walking what the others run at that moment can end the walk before it comes to this one.
    faulthandler.enable(file, all_threads=False)
    _watch = _Watch(path, file)
    return found


def ends_cleanly() -> None:
    """Expect no sudden end any more, and leave nothing behind."""
    global _watch
    if _watch is not None:
        faulthandler.disable()
        _watch.file.close()
        _watch.path.unlink(missing_ok=True)
        _watch = None


def sudden_ends(folder: Path) -> tuple[CrashReport, ...]:
    """Make reports of what programs that are gone left behind when they ended; returns them, the newest first."""
    made: list[CrashReport] = []
    for path in (folder / FOLDER).glob(_RUNNING):
        if _is_held(path):
            continue
        about, dump = _dump(path)
        if dump and (fatal := _FATAL.match(dump[0])):
            report = _report_of(fatal[1], about, dump[1:], path)
            if report is None:
                continue  # a full disk: at the next start, perhaps
            log.error("event=ended_suddenly id=%s what=%r", report.number, report.what)
            made.append(report)
        # Without a dump it was killed, or the power went: the program itself had no part in it.
        path.unlink(missing_ok=True)
    return tuple(sorted(made, key=lambda one: one.at, reverse=True))


def ended_suddenly(folder: Path) -> datetime | None:
    """When a program ended that nobody has started again since, None if none did; nothing is written."""
    ends = [
        datetime.fromtimestamp(path.stat().st_mtime, UTC)
        for path in (folder / FOLDER).glob(_RUNNING)
        if (dump := _dump(path)[1]) and _FATAL.match(dump[0]) and not _is_held(path)
    ]
    return max(ends, default=None)


def _report_of(what: str, about: dict[str, str], dump: list[str], path: Path) -> CrashReport | None:
    """Keep what the dump says that is known to be harmless: every other line is left out."""
    frames = [frame for line in dump if (frame := _FRAME.match(line))]
    places = [f"{short_name(frame[1])}:{frame[2]}:{frame[3]}" for frame in reversed(frames)]
    number = digest(f"{what} [{' > '.join(places)}]")
    process = int(about["process"]) if about.get("process", "").isdecimal() else 0
    parts = {"places": places, "log": log_before(_log_file(), process, about.get("since", ""))}
    at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return keep(path.parent.parent, CrashReport(number, what, True, at, at, 1, ""), about, parts)


def _dump(path: Path) -> tuple[dict[str, str], list[str]]:
    """Return what the program said of itself beforehand, and the lines of faulthandler."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            head, _, dump = file.read(LARGEST).partition(f"{_END_OF_HEAD}\n")
    except OSError:
        return {}, []
    return dict(line.partition(": ")[::2] for line in head.splitlines()), dump.splitlines()


def _log_time() -> str:
    """Return the present as the log writes it."""
    return f"{datetime.now():%Y-%m-%d %H:%M:%S}"


def _hold(file: IO[str]) -> None:
    """Let others see that this program lives: its pid alone may be another's by then."""
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_held(path: Path) -> bool:
    """Whether the program that made this file still runs."""
    if sys.platform == "win32":
        try:
            path.rename(path.with_suffix(".left")).rename(path)  # refused while somebody has it open
        except OSError:
            return True
        return False
    import fcntl

    try:
        with path.open("r+") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    return False
