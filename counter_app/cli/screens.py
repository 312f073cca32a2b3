"""``counter-app screens``: every screen in every state that matters, as pictures."""

import argparse
import os
import tempfile
from pathlib import Path

from counter_app.cli.words import Parser
from counter_app.errors import Code, CounterError


def add_words(parser: Parser) -> None:
    """Add what ``screens`` takes."""
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the pictures go")


def run(arguments: argparse.Namespace) -> int:
    """Draw into ``--out``, one line a picture. Raises OUTPUT_NOT_WRITABLE."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is loaded: pictures need no screen
    from counter_app.demo.screens import draw_all

    out: Path = arguments.out
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CounterError(Code.OUTPUT_NOT_WRITABLE, path=out) from error
    with tempfile.TemporaryDirectory(prefix="counter-app-") as folder:
        draw_all(out, Path(folder), lambda name: print(name, flush=True))
    return 0
