"""``counter-app audit export``: the security record of this station as a file."""

import argparse
from datetime import date, datetime, time, timedelta
from pathlib import Path

from counter_app.cli.station_data import opened_to_read
from counter_app.cli.words import Acts, Parser, day
from counter_app.clocks import VIETNAM
from counter_app.domain.security_facts import EventFilter
from counter_app.services.register import Period
from counter_app.services.security_export import RecordFormat, write_record

_DAY = timedelta(days=1)


def add_words(parser: Parser) -> None:
    """Add the act of ``audit``."""
    text = "write the security record to a file, the oldest event first; beside the program or without it"
    export = Acts(parser).add("export", text)
    export.add_argument("--to", type=Path, required=True, metavar="FILE", help="where it goes")
    text = "csv for a spreadsheet, cef for a monitoring centre, jsonl for a program (default: csv)"
    export.add_argument("--format", choices=[form.value for form in RecordFormat], default="csv", help=text)
    export.add_argument("--from", dest="since", type=day, default=None, metavar="DAY", help="from 2026-11-01 on")
    export.add_argument("--until", type=day, default=None, metavar="DAY", help="up to 2026-11-30")


def run(arguments: argparse.Namespace) -> int:
    """Write the file and print how many events are in it; the program may be open meanwhile.

    Raises PERIOD_INVALID, DISK_FULL, OUTPUT_NOT_WRITABLE and what open_to_read raises.
    """
    since, until = arguments.since, arguments.until
    if since and until:
        Period(since, until).instants()  # refuses days the wrong way round
    wanted = EventFilter(since=_midnight(since) if since else None, until=_midnight(until + _DAY) if until else None)
    with opened_to_read(arguments.data) as journal:
        count = write_record(journal, arguments.to, RecordFormat(arguments.format), wanted)
    print(f"events={count} file={arguments.to}")
    return 0


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), VIETNAM)
