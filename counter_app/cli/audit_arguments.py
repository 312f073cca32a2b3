"""The words of ``counter-app audit``."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path


def add_audit(
    parser: argparse.ArgumentParser,
    add_data: Callable[[argparse.ArgumentParser], None],
    day: Callable[[str], date],
) -> None:
    """Add its acts and what each of them takes."""
    acts = parser.add_subparsers(title="acts", metavar="ACT", dest="act", required=True, parser_class=type(parser))
    text = "write the security record to a file, the oldest event first; beside the program or without it"
    export = acts.add_parser("export", help=text, description=text.capitalize())
    export.add_argument("--to", type=Path, required=True, metavar="FILE", help="where it goes")
    text = "csv for a spreadsheet, cef for a monitoring centre, jsonl for a program (default: csv)"
    export.add_argument("--format", choices=["csv", "cef", "jsonl"], default="csv", help=text)
    export.add_argument("--from", dest="since", type=day, default=None, metavar="DAY", help="from 2026-11-01 on")
    export.add_argument("--until", type=day, default=None, metavar="DAY", help="up to 2026-11-30")
    add_data(export)
