"""``counter-app office``: the office station without windows."""

import argparse
import signal
import threading
from dataclasses import replace
from pathlib import Path
from types import FrameType

from counter_app.bootstrap import open_counter
from counter_app.cli.words import Parser, add_data, port
from counter_app.crash_watch import ends_cleanly, expect_sudden_end
from counter_app.settings import OfficeSettings, Settings, load_settings


def add_words(parser: Parser) -> None:
    """Add what ``office`` takes."""
    add_data(parser)
    parser.add_argument("--host", default=None, metavar="H", help="address to listen on (default: of the settings)")
    parser.add_argument("--admit", action="store_true", help="make a one-time code for one more station")
    parser.add_argument("--port", type=port, default=None, metavar="P", help="port, 0 for any (default: 8471)")


def run(arguments: argparse.Namespace) -> int:
    """Serve until stopped. Raises PORT_TAKEN, NOT_SET_UP and what opening the data raises."""
    ended = threading.Event()

    def end(_signal: int, _frame: FrameType | None) -> None:
        ended.set()

    before = {one: signal.signal(one, end) for one in (signal.SIGTERM, signal.SIGINT)}
    try:
        _serve(arguments.data, _settings(arguments), arguments.admit, ended)
    finally:
        for one, old in before.items():
            signal.signal(one, old)
    return 0


def _settings(arguments: argparse.Namespace) -> Settings:
    """Those of the data folder, serving, and without the devices: those are of the machine with the windows."""
    kept = load_settings(arguments.data)
    office: OfficeSettings = replace(kept.office, serve=True)
    if arguments.port is not None:
        office = replace(office, port=arguments.port)
    if arguments.host is not None:
        office = replace(office, host=arguments.host)
    return replace(kept, office=office, devices=())


def _serve(folder: Path, settings: Settings, admit: bool, ended: threading.Event) -> None:
    counter = open_counter(folder, settings)
    try:
        expect_sudden_end(folder, "office")
        counter.start()
        if counter.office is not None:
            code = f" code={counter.office.make_code()}" if admit else ""
            print(f"event=ready url={counter.office.url}{code}", flush=True)
        ended.wait()
    finally:
        counter.close()
        ends_cleanly()
