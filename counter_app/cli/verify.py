"""``counter-app verify``: exit 0 and counts, or exit 1 and what differs."""

import argparse
import sys

from counter_app.clocks import SystemClock
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.journal.verify import verify
from counter_app.store.database import open_database


def run(arguments: argparse.Namespace) -> int:
    """Verify the data folder. Raises NOT_SET_UP where there is no data."""
    folder = arguments.data
    if not (folder / "counter.db").exists():
        raise CounterError(Code.NOT_SET_UP, path=folder)
    database = open_database(folder)
    try:
        report = verify(Journal(database, SystemClock()))
    finally:
        database.close()
    counts = ("entries", "stations", "streams", "blobs", "reviews")
    print(" ".join(f"{name}={getattr(report, name)}" for name in counts))
    for fault in report.faults:
        print(f"counter-app: {fault.where}: {fault.what}", file=sys.stderr)
    return 1 if report.faults else 0
