"""The lines of the log: one a record, whatever comes from outside; of an error its type, code and frames alone.

An exception's own words may quote what a citizen gave; a line break may pretend to be another line (CWE-117).
"""

import logging
import re
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from traceback import StackSummary, walk_tb
from types import FrameType

from counter_app.errors import CounterError

_FORM = "%(asctime)s %(levelname)s %(process)d %(name)s %(message)s"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_MOST_FRAMES = 30
_MOST_CAUSES = 4

log = logging.getLogger(__name__)


class LogLine(logging.Formatter):
    """Makes one line of each record."""

    def __init__(self) -> None:
        super().__init__(_FORM)

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; what is no printable character is written as its number."""
        record.message = record.getMessage()
        record.asctime = self.formatTime(record)
        line = self.formatMessage(record)
        if record.exc_info and record.exc_info[1] is not None:
            line = f"{line} error={error_words(record.exc_info[1])}"
        return _CONTROL.sub(lambda one: one.group().encode("unicode_escape", "backslashreplace").decode(), line)


def error_words(error: BaseException) -> str:
    """What the log says of a bug: type, code and frames (the innermost last), then what caused it."""
    return " caused by ".join(f"{name} [{' > '.join(places)}]" for name, places in error_parts(error))


def error_parts(error: BaseException) -> Iterator[tuple[str, list[str]]]:
    """Yield the type (and code) of an error with its frames, the innermost last, then of what caused it."""
    cause: BaseException | None = error
    for _ in range(_MOST_CAUSES):
        if cause is None:
            return
        yield _name(cause), places_of(walk_tb(cause.__traceback__))
        cause = cause.__cause__ or cause.__context__


def places_of(frames: Iterable[tuple[FrameType, int]]) -> list[str]:
    """Return file, line and function of the last frames: nothing of what was in them, and no file is read for it."""
    found = StackSummary.extract(iter(frames), lookup_lines=False)
    return [f"{short_name(one.filename)}:{one.lineno}:{one.name}" for one in found[-_MOST_FRAMES:]]


def log_thread_crashes() -> None:
    """Let an error that ends a thread go to the log, as all others, and not in full to the console."""

    def crashed(told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None and not isinstance(told.exc_value, SystemExit):
            name = told.thread.name if told.thread else ""
            log.error("event=thread_crashed thread=%r", name, exc_info=told.exc_value)

    threading.excepthook = crashed


def _name(error: BaseException) -> str:
    kind = type(error).__name__
    return f"{kind} {error.code.value}" if isinstance(error, CounterError) else kind


def short_name(filename: str) -> str:
    """A file and its folder: where the program lies is nobody's business."""
    return "/".join(Path(filename).parts[-2:])
