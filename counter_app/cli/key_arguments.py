"""The words of the command line about data keys and who can open them."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Add = Callable[[argparse.ArgumentParser], None]
Parser = TypeVar("Parser", bound=argparse.ArgumentParser)


def add_key(parser: argparse.ArgumentParser, kind: type[argparse.ArgumentParser], add_data: Add) -> None:
    """Add the acts on the data key of a machine; ``add_data`` adds the data folder's option."""
    acts = parser.add_subparsers(title="acts", metavar="ACT", dest="act", required=True, parser_class=kind)
    text = "how the key is kept, and whom it is sealed for; opens nothing"
    show = acts.add_parser("show", help=text, description=text.capitalize())
    show.add_argument("--json", action="store_true", help="print one JSON object")
    text = "open the data of a dead machine by the province's escrow key, and keep its key here"
    open_ = acts.add_parser("open", help=text, description=text.capitalize())
    text = "the file with the private escrow key"
    open_.add_argument("--escrow", type=Path, required=True, metavar="FILE", help=text)
    text = "the sealed key, where the one in the data folder is lost (see: province escrowed)"
    open_.add_argument("--sealed", type=Path, default=None, metavar="FILE", help=text)
    for act in (show, open_):
        add_data(act)


def add_escrow_acts(acts: "argparse._SubParsersAction[Parser]") -> tuple[Parser, ...]:
    """Add the province's acts on its escrow key; returns their parsers."""
    text = "make the escrow key, once: its public part stays here and is told to offices"
    escrow = acts.add_parser("escrow-key", help=text, description=text.capitalize())
    text = "where the private key goes the first time: a stick that is kept under lock, not this machine"
    escrow.add_argument("--out", type=Path, default=None, metavar="FILE", help=text)
    text = "write the sealed key of a station, as its entries brought it here"
    escrowed = acts.add_parser("escrowed", help=text, description=text.capitalize())
    escrowed.add_argument("station", metavar="STATION", help="its id, as the stations act says it")
    escrowed.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the file goes")
    return escrow, escrowed
