"""``counter-app restore``: this machine goes on from a backup, as another station of its office."""

import argparse
import json
import sys
from pathlib import Path

from counter_app.cli.words import Parser, add_data, add_json
from counter_app.services.restoring import Opening


def add_words(parser: Parser) -> None:
    """Add what ``restore`` takes."""
    add_data(parser)
    text = "the backup, beside its folder contents"
    parser.add_argument("--from", dest="file", type=Path, required=True, metavar="FILE", help=text)
    ways = parser.add_mutually_exclusive_group(required=True)
    ways.add_argument("--passphrase-stdin", action="store_true", help="the words that open it: one line on stdin")
    ways.add_argument("--escrow", type=Path, metavar="IDENTITY", help="the file with the province's private escrow key")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Restore into an empty data folder, and say what this machine is now. Raises what ``restore_from_backup`` does."""
    from counter_app.bootstrap import restore_from_backup
    from counter_app.store.escrow import read_identity

    words = sys.stdin.readline().strip() if arguments.passphrase_stdin else ""
    opening = Opening(words, "" if arguments.escrow is None else read_identity(arguments.escrow))
    restored = restore_from_backup(arguments.file, arguments.data, opening)
    told = {
        "office": restored.head.office,
        "taken_at": restored.head.taken_at.isoformat(timespec="seconds"),
        "station_before": restored.head.station,
        "station": restored.station,
        "entries": restored.entries,
        "contents_lacking": restored.lacking,
    }
    print(json.dumps(told, ensure_ascii=False) if arguments.json else " ".join(f"{k}={v}" for k, v in told.items()))
    return 0
