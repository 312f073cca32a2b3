"""``counter-app audit export``: the security record of this station as a file."""

import argparse
from datetime import date, datetime, time, timedelta

from counter_app.clocks import VIETNAM, SystemClock
from counter_app.domain.security_facts import EventFilter
from counter_app.journal.journal import Journal
from counter_app.services.register import Period
from counter_app.services.security_export import RecordFormat, write_record
from counter_app.store.database import open_to_read

_DAY = timedelta(days=1)


def run(arguments: argparse.Namespace) -> int:
    """Write the file and print how many events are in it; the program may be open meanwhile.

    Raises PERIOD_INVALID, DISK_FULL, OUTPUT_NOT_WRITABLE and what open_to_read raises.
    """
    since, until = arguments.since, arguments.until
    if since and until:
        Period(since, until).instants()  # refuses days the wrong way round
    wanted = EventFilter(since=_midnight(since) if since else None, until=_midnight(until + _DAY) if until else None)
    database = open_to_read(arguments.data)
    try:
        count = write_record(Journal(database, SystemClock()), arguments.to, RecordFormat(arguments.format), wanted)
    finally:
        database.close()
    print(f"events={count} file={arguments.to}")
    return 0


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), VIETNAM)
