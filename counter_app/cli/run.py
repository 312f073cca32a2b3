"""Runs one command: exit 0, or one clear line on stderr and exit 1 (2 for a command that makes no sense)."""

import argparse
import logging
import os
import sys
from collections.abc import Callable
from logging.handlers import RotatingFileHandler

from platformdirs import user_log_path

from counter_app.cli.arguments import module_of, parse
from counter_app.crash_reports import number_of
from counter_app.crash_watch import reporting
from counter_app.errors import CounterError
from counter_app.log_lines import LogLine, log_thread_crashes

_LOG_LEVEL = "COUNTER_APP_LOG"
"""The variable that asks for every line, ``debug``: for a technician, and for the test that searches them."""


def main(words: list[str] | None = None) -> int:
    """Run the command of ``words`` (default: the process's own) and return its exit code."""
    arguments = parse(words)
    log_to_file()
    with reporting(arguments.dir if arguments.command == "demo" else arguments.data, arguments.command):
        return _run(arguments)


def _run(arguments: argparse.Namespace) -> int:
    run: Callable[..., int] = module_of(arguments.command).run
    try:
        return run(arguments)
    except CounterError as error:
        print(f"counter-app: {sentence(error)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        number = number_of(error)
        logging.getLogger(__name__).exception("event=crashed id=%s", number)
        told = f"{type(error).__name__}, mã {number}"
        print(f"counter-app: đã xảy ra lỗi trong chương trình ({told}).", file=sys.stderr)
        return 1


def log_to_file() -> None:
    """Everything goes to a file that keeps itself small; a log that cannot be written stops nobody."""
    try:
        folder = user_log_path("counter-app", appauthor=False, ensure_exists=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / "counter-app.log", maxBytes=2_000_000, backupCount=5, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(LogLine())
    level = logging.DEBUG if os.environ.get(_LOG_LEVEL, "").lower() == "debug" else logging.INFO
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.raiseExceptions = False
    log_thread_crashes()


def sentence(error: CounterError) -> str:
    """Return what happened and what to do, on one line."""
    from ui.messages import message

    told = message(error)
    return " ".join(part.rstrip(".") + "." for part in (told.title, told.next_step) if part)
