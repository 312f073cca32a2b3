"""``counter-app backup``: one backup now, beside the program or without it."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from counter_app.cli.station_data import opened, opened_to_read
from counter_app.cli.words import Parser, add_data, add_json, number
from counter_app.domain.backup_plan import KEEP, BackupPlan
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.services.backups import Backups
from counter_app.services.security_log import SecurityLog


def add_words(parser: Parser) -> None:
    """Add what ``backup`` takes."""
    add_data(parser)
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="a folder on another disk, or a stick")
    keep, usual = number(*KEEP, "a number of backups"), BackupPlan().keep
    text = f"let go of all but the N newest (default: {usual})"
    parser.add_argument("--keep", type=keep, default=usual, metavar="N", help=text)
    text = "first choose the words that open this machine's backups: one line on stdin"
    parser.add_argument("--passphrase-stdin", action="store_true", help=text)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Make a backup, and say where it is. Raises NOT_SET_UP, RECOVERY_WEAK, and what ``make_backup`` raises."""
    with _opened(arguments.data) as journal:
        security = SecurityLog(journal)
        backups = Backups(journal, security)
        backups.follow(BackupPlan(str(arguments.to.absolute()), keep=arguments.keep))
        if arguments.passphrase_stdin:
            backups.take_words(sys.stdin.readline().strip())
        made = backups.make_here()
        if not journal.database.only_read:
            security.flush()
    told = {"path": made.path, "bytes": made.size, "contents": made.contents, "entries": made.entries}
    print(json.dumps(told, ensure_ascii=False) if arguments.json else " ".join(f"{k}={v}" for k, v in told.items()))
    return 0


@contextmanager
def _opened(folder: Path) -> Iterator[Journal]:
    """Beside the program the data is only read; the program's own record says then what it did itself."""
    with ExitStack() as stack:
        try:
            journal = stack.enter_context(opened(folder))
        except CounterError as error:
            if error.code is not Code.DATA_IN_USE:
                raise
            journal = stack.enter_context(opened_to_read(folder))
        yield journal
