"""``counter-app province``: the province's server."""

import argparse
from pathlib import Path

from counter_app.clocks import SystemClock
from counter_app.journal import enrolment
from counter_app.journal.journal import Journal
from counter_app.store.database import open_database
from sync.server.program import run_server


def run(arguments: argparse.Namespace) -> int:
    """Serve until stopped. Raises PORT_TAKEN and what opening the data raises."""
    if arguments.admit:
        print(f"{arguments.admit} {_code(arguments.data, arguments.admit)}", flush=True)
    print(f"http://{arguments.host}:{arguments.port} {arguments.data}", flush=True)
    run_server(arguments.data, arguments.host, arguments.port)
    return 0


def _code(folder: Path, office: str) -> str:
    """A code that a station of ``office`` types at its set-up."""
    database = open_database(folder)
    try:
        return enrolment.make_code(Journal(database, SystemClock()), office)
    finally:
        database.close()
