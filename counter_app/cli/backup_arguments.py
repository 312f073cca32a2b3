"""The words of ``counter-app backup`` and ``counter-app restore``."""

import argparse
from pathlib import Path

from counter_app.domain.backup_plan import KEEP, BackupPlan


def add_backup(parser: argparse.ArgumentParser) -> None:
    """Add what ``backup`` takes."""
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="a folder on another disk, or a stick")
    text = f"let go of all but the N newest (default: {BackupPlan().keep})"
    parser.add_argument("--keep", type=_keep, default=BackupPlan().keep, metavar="N", help=text)
    text = "first choose the words that open this machine's backups: one line on stdin"
    parser.add_argument("--passphrase-stdin", action="store_true", help=text)
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def add_restore(parser: argparse.ArgumentParser) -> None:
    """Add what ``restore`` takes."""
    parser.add_argument(
        "--from", dest="file", type=Path, required=True, metavar="FILE", help="the backup, beside its folder contents"
    )
    ways = parser.add_mutually_exclusive_group(required=True)
    ways.add_argument("--passphrase-stdin", action="store_true", help="the words that open it: one line on stdin")
    ways.add_argument("--escrow", type=Path, metavar="IDENTITY", help="the file with the province's private escrow key")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _keep(text: str) -> int:
    if not text.isdecimal() or not KEEP[0] <= int(text) <= KEEP[1]:
        raise argparse.ArgumentTypeError(f"{text} is not a number from {KEEP[0]} to {KEEP[1]}")
    return int(text)
